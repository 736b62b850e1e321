import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from './cli.ts';

let folder = '';
let tarball = '';
/** The environment of a machine that has nothing set: `env -i PATH=…`. */
const bare = { PATH: process.env.PATH ?? '' };
const run = (command: string, args: readonly string[], cwd = folder) =>
  spawnSync(command, args, { cwd, encoding: 'utf8', env: bare, maxBuffer: 1 << 26 });
const at = (...names: string[]): string => path.join(folder, ...names);
const has = (command: string): boolean => run('which', [command], tmpdir()).status === 0;

/** The files of a tarball. */
const contents = (archive: string): string[] => {
  const names = run('tar', ['-tzf', archive]).stdout.split('\n').filter(Boolean);
  return [...new Set(names.map((name) => name.replace(/-[A-Z0-9]{8}\.js$/, '.js')))].sort();
};

describe('the packed tarball, installed in an empty folder', () => {
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'deskstat-packed-'));
    // The build stands already; building again here would pull it away from under the other tests.
    const packed = run(
      'npm',
      ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder],
      projectRoot,
    );
    expect(packed.status, packed.stderr).toBe(0);
    writeFileSync(at('package.json'), '{"name":"empty","private":true,"type":"module"}');
    tarball = readdirSync(folder).find((file) => file.endsWith('.tgz')) as string;
    const install = ['install', '--offline', '--no-package-lock', '--no-audit', '--no-fund'];
    const installed = run('npm', [...install, `./${tarball}`]);
    expect(installed.status, installed.stderr).toBe(0);
    const globally = run('npm', [...install, '--global', '--prefix', at('global'), `./${tarball}`]);
    expect(globally.status, globally.stderr).toBe(0);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('brings nothing beside itself, and no install scripts', () => {
    expect(readdirSync(path.join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'deskstat',
    ]);
    const manifest = JSON.parse(
      readFileSync(path.join(folder, 'node_modules/deskstat/package.json'), 'utf8'),
    );
    expect(manifest.dependencies).toBeUndefined();
    for (const hook of ['preinstall', 'install', 'postinstall'])
      expect(manifest.scripts[hook]).toBeUndefined();
  });

  it('names what is bundled, with its licence', () => {
    const notices = readFileSync(path.join(folder, 'node_modules/deskstat/THIRD-PARTY-NOTICES'), 'utf8');
    for (const name of [
      'commander',
      'csv-parse',
      'papaparse',
      'date-fns',
      'simple-statistics',
      'cli-table3',
      'chalk',
      'yaml',
      'valibot',
    ]) {
      expect(notices, name).toMatch(new RegExp(`^${name} \\d`, 'm'));
    }
  });

  it('runs as a command', { timeout: 120_000 }, () => {
    const bin = path.join(folder, 'node_modules/.bin/deskstat');
    const demo = run(bin, ['demo', 'desk', '--size', '500']);
    expect(demo.status, demo.stderr).toBe(0);
    expect(demo.stdout).toContain('Support report');
    const metrics = run(bin, ['metrics', 'desk/tickets.csv', '--metric', 'created', '--format', 'json']);
    expect(JSON.parse(metrics.stdout).rows[0].value).toBeGreaterThan(400);
  });

  it('carries what V8 compiled of it, and runs as well without', () => {
    const dist = path.join(folder, 'node_modules/deskstat/dist');
    const compiled = path.join(dist, `core-${process.versions.v8}-${process.arch}.bin`);
    const metrics = () =>
      run(path.join(folder, 'node_modules/.bin/deskstat'), [
        'metrics',
        'desk/tickets.csv',
        '--format',
        'csv',
      ]);
    const withIt = metrics();
    renameSync(compiled, `${compiled}.away`);
    const without = metrics();
    renameSync(`${compiled}.away`, compiled);
    expect(withIt.status, withIt.stderr).toBe(0);
    expect(withIt.stdout.split('\n').length).toBeGreaterThan(10);
    expect(without).toEqual({ ...withIt, pid: without.pid });
  });

  it('names the package that a database needs, which does not come with it', () => {
    writeFileSync(at('desk.duckdb'), '');
    for (const [source, packages] of [
      ['duckdb:desk.duckdb', '@duckdb/node-api'],
      ['sqlite:desk.duckdb', 'better-sqlite3'],
      ['postgres://127.0.0.1:1/desk', 'pg pg-cursor'],
    ]) {
      const { status, stderr } = run(path.join(folder, 'node_modules/.bin/deskstat'), ['metrics', source]);
      expect([stderr, status]).toEqual([expect.stringContaining(`npm install ${packages}\n`), 3]);
    }
  });

  it('completes in bash', () => {
    writeFileSync(at('deskstat.bash'), run(at('global/bin/deskstat'), ['completion', 'bash']).stdout);
    const script = `. ./deskstat.bash
      COMP_WORDS=(deskstat metrics --metric first_resp); COMP_CWORD=3; COMP_LINE="\${COMP_WORDS[*]}"; COMP_POINT=\${#COMP_LINE}
      "$(complete -p deskstat | sed 's/.*-F \\([^ ]*\\).*/\\1/')" deskstat first_resp --metric; echo "\${COMPREPLY[@]}"`;
    const completed = run('bash', ['--norc', '--noprofile', '-c', script]);
    expect(completed.stderr).toBe('');
    expect(completed.stdout.trim()).toBe('first_response_time');
  });

  it.skipIf(!has('man'))('has a manual page, which renders', () => {
    const page = spawnSync('man', ['deskstat'], {
      encoding: 'utf8',
      env: { ...bare, MANPATH: at('global/share/man'), MANWIDTH: '100', LC_ALL: 'C.UTF-8' },
    });
    expect(page.stderr).toBe('');
    for (const part of ['deskstat check [files...]', '--max-age <duration>', 'week_starts:', 'EXIT STATUS'])
      expect(page.stdout.replace(/\s+/g, ' ')).toContain(part);
  });

  it('prints the report that the single file prints, and the package made from a git address', {
    timeout: 600_000,
  }, () => {
    expect(run(at('global/bin/deskstat'), ['demo', 'same', '--size', '300']).status).toBe(0);
    const report = ['report', 'same/tickets.csv', 'same/surveys.csv', '--full'];
    const reported = run(at('global/bin/deskstat'), report);
    expect(reported.stdout).toContain('Support report');

    // A single file needs nothing beside it.
    const single = readFileSync(path.join(projectRoot, 'dist/deskstat.mjs'));
    writeFileSync(at('deskstat.mjs'), single);
    expect(run(process.execPath, ['deskstat.mjs', ...report]).stdout).toBe(reported.stdout);

    // What npm does with a git address: the files of the repository, their packages, `prepare`, and then a tarball.
    const checkout = at('checkout');
    for (const file of run('git', ['ls-files', '-coz', '--exclude-standard'], projectRoot)
      .stdout.split('\0')
      .filter(Boolean)) {
      if (!existsSync(path.join(projectRoot, file))) continue;
      mkdirSync(path.dirname(path.join(checkout, file)), { recursive: true });
      copyFileSync(path.join(projectRoot, file), path.join(checkout, file));
    }
    symlinkSync(path.join(projectRoot, 'node_modules'), path.join(checkout, 'node_modules'));
    const packed = run('npm', ['pack', '--json', '--pack-destination', '.'], checkout);
    expect(packed.status, packed.stderr).toBe(0);
    // Chunks are named by what is in them, paths of packages included, which here are those of another folder.
    const made = readdirSync(checkout).find((file) => file.endsWith('.tgz')) as string;
    expect(contents(path.join(checkout, made))).toEqual(contents(at(tarball)));
    expect(contents(at(tarball))).toContain('package/docs/ci.md');
    expect(run(process.execPath, ['checkout/bin/deskstat.js', ...report]).stdout).toBe(reported.stdout);
  });

  it('finds the stemmer of every language', { timeout: 120_000 }, () => {
    const subjects = [
      'ich habe die Bestellung nicht',
      'je ne reçois pas mon colis',
      'no puedo entrar en mi cuenta',
      'não recebi o meu pedido',
      'non ho ricevuto il mio ordine',
      'ik heb mijn pakket niet',
      'jag har inte fått mitt paket',
      'hvad med min pakke og hvordan er det af jer',
      'jeg har ikke mottatt hva når å vi',
      'minun tilaus ei ole vielä mutta voi',
      'nelze se přihlásit jak mám prosím',
      'nu am primit coletul meu și vă rog',
      'nem kaptam meg az csomagot és hogy',
      'bu sipariş için bir şey yok ve kadar',
      'как мне это не заказ',
      'لم يصل طلبي',
      'எனது ஆர்டர் வரவில்லை',
      'իմ պատվերը չի եկել',
    ];
    const rows = subjects.map((subject, i) => `${i + 1},2026-01-0${(i % 9) + 1}T10:00:00Z,open,${subject}`);
    writeFileSync(
      path.join(folder, 'languages.csv'),
      ['Ticket ID,Created at,Status,Subject', ...rows, ''].join('\n'),
    );
    const found = run(path.join(folder, 'node_modules/.bin/deskstat'), [
      'issues',
      'languages.csv',
      '--format',
      'json',
    ]);
    expect(found.status, found.stderr).toBe(0);
    expect(JSON.parse(found.stdout).tickets).toBe(subjects.length);
  });

  const examples = [
    ...readFileSync(path.join(projectRoot, 'docs/library.md'), 'utf8').matchAll(/^```js\n([\s\S]*?)^```$/gm),
  ].map(([, text]) => text);

  it.skipIf(!existsSync(path.join(projectRoot, 'dist/index.d.ts')))(
    'has examples on its page that its types allow',
    { timeout: 240_000 },
    () => {
      for (const [i, text] of examples.entries()) writeFileSync(at(`example-${i}.mts`), text);
      const tsc = path.join(projectRoot, 'node_modules/typescript/bin/tsc');
      const types = path.join(projectRoot, 'node_modules/@types');
      const checked = run(process.execPath, [
        ...[tsc, '--noEmit', '--strict', '--target', 'es2023', '--module', 'nodenext'],
        ...['--types', 'node', '--typeRoots', types],
        ...examples.map((_, i) => `example-${i}.mts`),
      ]);
      expect(checked.stdout).toBe('');
      expect(checked.status).toBe(0);
    },
  );

  it('answers every question of a program, tells how far it is, and gives up', { timeout: 120_000 }, () => {
    for (const [i, text] of examples.slice(1).entries()) {
      writeFileSync(at(`desk/asked-${i}.mjs`), text);
      const asked = run(process.execPath, [`asked-${i}.mjs`], at('desk'));
      expect(asked.status, asked.stderr).toBe(0);
      expect(asked.stdout).toMatch(
        [
          /^deskstat\.waiting\/1 deskstat\.agents\/1 true deskstat\.explain\/1$/m,
          /^deskstat\.agents\/1 deskstat\.explain\/1$/m,
          /^\d+ true no longer needed$/m,
        ][i],
      );
    }
  });

  it('runs as a library, as its page shows it, with types beside it', { timeout: 120_000 }, () => {
    const script = `${examples[0]}
console.log(JSON.stringify({ rows, checks, failed, issues, retention, report, html }));`;
    writeFileSync(path.join(folder, 'desk/script.mjs'), script);
    const library = run(process.execPath, ['script.mjs'], path.join(folder, 'desk'));
    expect(library.status, library.stderr).toBe(0);
    const found = JSON.parse(library.stdout);
    expect(new Set(found.rows.map(({ clock }: { clock: string }) => clock))).toEqual(
      new Set(['calendar', 'business', null]),
    );
    expect(found.checks[0]).toMatchObject({ metric: 'first_response_time', unit: 'seconds' });
    expect(found.issues[0].size).toBeGreaterThan(1);
    expect(found.retention.kind).toBe('customers');
    expect(found.report.blocks.length).toBeGreaterThan(5);
    expect(found.html).toContain('<html lang="bn');
    const types = readFileSync(path.join(folder, 'node_modules/deskstat/dist/index.d.ts'), 'utf8');
    for (const name of [
      'computeMetrics',
      'checkExpectations',
      'findIssues',
      'buildReport',
      'renderReport',
      'retentionOf',
    ])
      expect(types).toMatch(new RegExp(`^export .*\\b${name}\\b`, 'm'));
    // Types of what is within are not the package's: those that a program can reach stand in that one file.
    const typed = contents(at(tarball)).filter((file) => file.endsWith('.d.ts'));
    expect(typed).toEqual(['package/dist/index.d.ts']);
    expect(types).not.toMatch(/^import|\bfrom '/m);
  });
});
