// Side by side with DuckDB and a plain papaparse script on the same files, answers compared first.
//
//   npm run bench -- --quick          10,000 and 100,000 tickets, for every day
//   npm run bench                     1,000,000 tickets
//   npm run bench -- --tickets 10000000 --rounds 1
//
// --rounds N      measured rounds (default 3 for --quick, 5 else)
// --json FILE     all figures
// --write         put the table into tests/bench/README.md
// --only WORD     only comparisons whose name holds this word
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import Papa from 'papaparse';
import { benchFile } from './generate.mjs';
import { answerOfCsv, differences, jobs } from './jobs.mjs';
import { calibrate, compare, median, runOnce } from './measure.mjs';

const here = import.meta.dirname;
const deskstat = path.resolve(here, '../../bin/deskstat.js');
const readme = path.join(here, 'README.md');

/** Budgets: ours against the rival's, at most. Files are held to them from a million tickets on. */
const budgets = {
  csv: { cpu: 0.5, wall: 0.6, rss: 0.5 },
  ndjson: { cpu: 1.2 },
  help: { wall: 1.35 },
  metrics: { wall: 2.2 },
  reportWhole: { wall: 5 },
  reportWithoutIssues: { wall: 3 },
  report: { cpu: 2 },
};

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    tickets: { type: 'string' },
    rounds: { type: 'string' },
    json: { type: 'string' },
    write: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});
const rounds = Number(options.rounds ?? (options.quick ? 3 : 5));
const sizes = options.tickets ? [Number(options.tickets)] : options.quick ? [10_000, 100_000] : [1_000_000];
if (!existsSync(path.resolve(here, '../../dist/compiled.cjs'))) {
  console.error('there is no dist/: npm run build first');
  process.exit(2);
}

const results = [];
const failures = [];
const wanted = (name) => name.includes(options.only);
const ratio = (ours, theirs) => (ours === undefined || theirs === undefined ? undefined : ours / theirs);

/** One comparison: ours first, then the rivals; a row a rival. */
async function add({ name, sides, rivals, kind, check, measured = true, repeat = rounds }) {
  if (!wanted(name)) return;
  process.stderr.write(`${name} …\n`);
  let compared;
  try {
    compared = await compare(sides, { rounds: repeat, measured });
  } catch (error) {
    failures.push({ name, what: 'did not run', first: [error.message.trim()] });
    return;
  }
  const { figures, stdout } = compared;
  const wrong = check ? check(stdout) : [];
  if (wrong.length > 0) {
    failures.push({ name, what: `${wrong.length} answers differ`, first: wrong.slice(0, 5) });
  }
  const own = figures.deskstat;
  for (const rival of rivals) {
    const their = figures[rival];
    results.push({
      name,
      rival,
      answers: check ? (wrong.length === 0 ? 'equal' : 'DIFFER') : '–',
      cpu: ratio(own.cpuMs, their.cpuMs),
      wall: ratio(own.wallMs, their.wallMs),
      rss: ratio(own.rssMiB, their.rssMiB),
      budget: rival === 'papaparse' ? {} : (budgets[kind] ?? {}),
      own,
      their,
    });
  }
}

function checkAnswers(stdout) {
  const { data } = Papa.parse(stdout.deskstat, { header: true, skipEmptyLines: true });
  const ours = answerOfCsv(data);
  return ['duckdb', 'papaparse'].flatMap((rival) => {
    if (!stdout[rival]) return [];
    const theirs = new Map(
      stdout[rival]
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t')),
    );
    return differences(ours, theirs).map((text) => `${rival}: ${text}`);
  });
}

const calibration = [calibrate()];
for (const size of sizes) {
  const label = size.toLocaleString('en-US');
  for (const format of ['csv', 'ndjson', 'csv.gz']) {
    const file = await benchFile(size, format);
    for (const [job, { by, args }] of Object.entries(jobs)) {
      if (format !== 'csv' && job !== 'group') continue;
      const withPapa = format === 'csv' && job === 'group';
      await add({
        name: `${label} ${format}, by ${by}`,
        // The budget of CSV is that of the whole job.
        kind: size >= 1_000_000 && (format !== 'csv' || job === 'both') ? format : '',
        sides: {
          deskstat: [deskstat, 'metrics', file, ...args, '--format', 'csv'],
          duckdb: [path.join(here, 'duckdb-job.mjs'), job, file],
          ...(withPapa ? { papaparse: [path.join(here, 'papaparse-job.mjs'), job, file] } : {}),
        },
        rivals: withPapa ? ['duckdb', 'papaparse'] : ['duckdb'],
        check: checkAnswers,
      });
    }
  }
  const file = await benchFile(size, 'csv');
  await add({
    name: `${label} csv, report against our metrics by group`,
    kind: size >= 1_000_000 ? 'report' : '',
    sides: {
      deskstat: [deskstat, 'report', file, '--no-issues'],
      metrics: [deskstat, 'metrics', file, ...jobs.group.args, '--format', 'csv'],
    },
    rivals: ['metrics'],
  });
}
const small = await benchFile(100, 'csv');
const starts = options.quick ? 15 : 31;
await add({
  name: '--help against node -e 0',
  kind: 'help',
  sides: { deskstat: [deskstat, '--help'], node: ['-e', '0'] },
  rivals: ['node'],
  measured: false,
  repeat: starts,
});
const byGroup = ['metrics', small, ...jobs.group.args, '--format', 'csv'];
for (const [name, kind, args] of [
  ['metrics', 'metrics', byGroup],
  ['report', 'reportWhole', ['report', small]],
  ['report without issues', 'reportWithoutIssues', ['report', small, '--no-issues']],
]) {
  await add({
    name: `${name} on 100 tickets against node -e 0`,
    kind,
    sides: { deskstat: [deskstat, ...args], node: ['-e', '0'] },
    rivals: ['node'],
    measured: false,
    repeat: starts,
  });
}

/** What has no rival: seconds, held against a number of them. */
const alone = [];
if (wanted('business durations')) {
  process.stderr.write('business durations …\n');
  const outfile = path.resolve(here, '../../.bench/business-durations.mjs');
  await build({
    entryPoints: [path.join(here, 'business-durations.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  const runs = [];
  for (let round = 0; round < 5; round++) runs.push(Number((await runOnce([outfile])).stdout));
  alone.push({ name: 'a million business durations', seconds: median(runs) / 1000, most: 0.5 });
}
if (wanted('HTML beyond the figures')) {
  process.stderr.write('HTML beyond the figures …\n');
  const file = await benchFile(10_000, 'csv');
  const as = (format) => [deskstat, 'report', file, '--no-issues', '--format', format];
  const { figures } = await compare({ html: as('html'), json: as('json') }, { rounds: 9, measured: false });
  const seconds = (figures.html.wallMs - figures.json.wallMs) / 1000;
  alone.push({
    name: 'HTML beyond the figures (a report as HTML less the same as JSON)',
    seconds,
    most: 0.4,
  });
}
calibration.push(calibrate());

const two = (value) => (value === undefined ? '–' : value.toFixed(2));
const withBudget = (row, key) => {
  const most = row.budget[key];
  if (row[key] === undefined) return '–';
  return most === undefined
    ? two(row[key])
    : `${two(row[key])} (≤ ${most}${row[key] > most ? ', MISSED' : ''})`;
};
const absolute = ({ cpuMs, wallMs, rssMiB }) =>
  cpuMs === undefined
    ? `${Math.round(wallMs)} ms`
    : `${(cpuMs / 1000).toFixed(2)} s CPU, ${(wallMs / 1000).toFixed(2)} s, ${Math.round(rssMiB)} MiB`;
const table = [
  '| comparison | against | answers | CPU | wall | peak memory | ours | theirs |',
  '| --- | --- | --- | --- | --- | --- | --- | --- |',
  ...results.map(
    (row) =>
      `| ${row.name} | ${row.rival} | ${row.answers} | ${withBudget(row, 'cpu')} | ${withBudget(row, 'wall')} | ${withBudget(row, 'rss')} | ${absolute(row.own)} | ${absolute(row.their)} |`,
  ),
].join('\n');
const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
const facts = [
  `${new Date().toISOString().slice(0, 10)}, \`node tests/bench/run.mjs ${process.argv.slice(2).join(' ')}\`, ${rounds} rounds. ${machine}.`,
  `Calibration loop: ${calibration.map((ms) => `${Math.round(ms)} ms`).join(' before, ')} after.`,
].join('\n');

const aloneText = alone
  .map(
    ({ name, seconds, most }) =>
      `- ${name}: ${two(seconds)} s (≤ ${most}${seconds > most ? ', MISSED' : ''})`,
  )
  .join('\n');
const shown = [facts, ...(results.length > 0 ? [table] : []), ...(aloneText ? [aloneText] : [])].join('\n\n');
console.log(shown);
for (const failure of failures)
  console.error(`\n${failure.name}: ${failure.what}\n  ${failure.first.join('\n  ')}`);
if (options.json) {
  writeFileSync(
    options.json,
    `${JSON.stringify({ machine, rounds, calibration, results, failures }, null, 2)}\n`,
  );
}
if (options.write) {
  const text = readFileSync(readme, 'utf8');
  const section = `<!-- figures -->\n${shown}\n<!-- /figures -->`;
  writeFileSync(readme, text.replace(/<!-- figures -->[\s\S]*<!-- \/figures -->/, section));
}
const missed =
  alone.some(({ seconds, most }) => seconds > most) ||
  results.some((row) => Object.entries(row.budget).some(([key, most]) => row[key] > most));
process.exitCode = failures.length > 0 ? 1 : missed && !options.quick ? 3 : 0;
