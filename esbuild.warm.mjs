// Runs the build on small exports and writes down the code that V8 compiled for it: `node esbuild.warm.mjs dist cli/main core`.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { ownFlags } from './esbuild.compiled.mjs';

setFlagsFromString(ownFlags);

const [folder, frame, ...names] = process.argv.slice(2);
const { load, scripts, start } = createRequire(import.meta.url)(path.resolve(folder, 'compiled.cjs'));

/** An ordinary export: what most columns are called, and how most cells are written. */
function ordinaryExport() {
  const stamp = (minutes) =>
    new Date(Date.UTC(2026, 0, 5, 8) + minutes * 60_000).toISOString().replace('.000', '');
  const from = (values, i) => values[(i * 7 + (i >> 2)) % values.length];
  const subjects = [
    ...['Cannot log in', 'Refund not received', 'Invoice is wrong', 'App crashes on startup'],
    ...['Where is my order', 'Change of address', 'Charged twice', 'Export fails'],
  ];
  const texts = [
    ...['Hello team, since yesterday I cannot log in on my phone. Could you help me? Thanks, Ana Ruiz'],
    ...['Guten Tag, ich habe die Rechnung nicht erhalten. Vielen Dank', 'Olá, o pedido não chegou, obrigado'],
    ...[
      'We were charged twice for order 4711, see https://shop.example/orders/4711',
      'Bonjour, merci de m’aider',
    ],
  ];
  const rows = Array.from({ length: 160 }, (_, i) => {
    // Over a year, the last one long after the others.
    const created = i * 3571 + (i === 159 ? 60_000 : 0);
    const isSolved = i % 9 !== 0;
    return [
      ...[
        4100 + i,
        stamp(created),
        stamp(created + 20 + (i % 50)),
        isSolved ? stamp(created + 200 + i * 11) : '',
      ],
      ...[isSolved ? from(['solved', 'closed'], i) : from(['new', 'open', 'pending', 'hold'], i)],
      ...[from(['low', 'normal', 'high', 'urgent'], i), from(['web', 'email', 'chat', 'phone'], i)],
      ...[`user${i % 23}@mail.example`, from(['Ana Ruiz', 'Ben Kim', 'Jürgen Groß'], i)],
      ...[from(['Billing', 'Technical L1', 'Returns & Refunds', 'Büro Köln'], i)],
      ...[
        `${from(subjects, i)} #${i}`,
        `"It doesn't work since ""update"" ${i},\nplease help: ${from(subjects, i + 1)}. ${from(texts, i)}"`,
      ],
      ...[i % 3 ? '"billing,vip"' : 'login', isSolved ? from(['good', 'bad', 'offered'], i) : ''],
    ].join();
  });
  const columns = [
    'Id,Created at,First reply at,Solved at,Status,Priority,Via,Requester email,Assignee,Group',
    'Subject,Description,Tags,Satisfaction Score',
  ];
  return `${columns.join()}\n${rows.join('\n')}\n`;
}

const written = mkdtempSync(path.join(tmpdir(), 'deskstat-warm-'));
const ordinary = path.join(written, 'tickets.csv');
writeFileSync(ordinary, ordinaryExport());
const survey = 'fixtures/zendesk/minutes-and-offered-surveys.csv';
for (const run of [
  ['report', survey],
  ['report', ordinary],
  ['metrics', survey],
  ['metrics', ordinary, '--by', 'group'],
  ['metrics', ordinary, '--by', 'group', '--format', 'csv'],
]) {
  process.argv = [process.argv[0], 'deskstat', ...run];
  await new Promise((resolve) => {
    // The frame ends the process when its command has run.
    process.exit = resolve;
    start(frame);
  });
}
rmSync(written, { recursive: true });
for (const name of names) load(name);
for (const [name, script] of scripts) {
  const to = `${name}-${process.versions.v8}-${process.arch}.bin`;
  writeFileSync(path.join(folder, to), script.createCachedData());
}
