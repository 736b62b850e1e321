import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from './cli.ts';

let folder = '';
const run = (command: string, args: readonly string[], cwd = folder) =>
  spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, npm_config_audit: 'false', npm_config_fund: 'false' },
  });

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
    writeFileSync(path.join(folder, 'package.json'), '{"name":"empty","private":true,"type":"module"}');
    const tarball = readdirSync(folder).find((file) => file.endsWith('.tgz')) as string;
    const installed = run('npm', ['install', '--offline', '--no-package-lock', `./${tarball}`]);
    expect(installed.status, installed.stderr).toBe(0);
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
    for (const hook of ['preinstall', 'install', 'postinstall', 'prepare'])
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

  it('runs as a library, as its page shows it, with types beside it', { timeout: 120_000 }, () => {
    const example = /^```js\n([\s\S]*?)^```$/m.exec(
      readFileSync(path.join(projectRoot, 'docs/library.md'), 'utf8'),
    )?.[1] as string;
    const script = `${example}
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
    const types = readFileSync(path.join(folder, 'node_modules/deskstat/dist/types/index.d.ts'), 'utf8');
    for (const name of [
      'computeMetrics',
      'checkExpectations',
      'findIssues',
      'buildReport',
      'renderReport',
      'retentionOf',
    ])
      expect(types).toContain(`function ${name}(`);
  });
});
