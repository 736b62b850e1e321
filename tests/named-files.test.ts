import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../src/cli/program.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

// `--source FILE=name` and `--source-tz FILE=zone` are about the file that is meant, however its path is typed, and never
// about none: an option that nobody heeds would let a wrong figure stand.
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-named-'));
  mkdirSync(path.join(folder, 'desks'));
  const desk = (day: string) =>
    `Ticket ID,Created at,Status\n1,2026-02-${day} 23:30,Open\n2,2026-02-${day} 10:00,Open\n`;
  writeFileSync(path.join(folder, 'desks/east.csv'), desk('03'));
  writeFileSync(path.join(folder, 'desks/west.csv'), desk('10'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...line: string[]) {
  const io = memoryIo({ cwd: folder });
  const code = await runCli(line, io);
  return { code, out: io.stdout.text(), error: io.stderr.text() };
}
const created = (...options: string[]) =>
  run('metrics', path.join(folder, 'desks'), '--metric', 'created', '--format', 'ndjson', ...options);

describe('an option about one file', () => {
  it.each(['desks/east.csv', './desks/east.csv', 'east.csv', 'e*.csv'])(
    'takes %s for the file',
    async (name) => {
      const { code, out, error } = await created('--source', `${name}=east`);
      expect(code, error).toBe(0);
      expect(JSON.parse(out).value).toBe(4);
      const zoned = await run(
        'tickets',
        path.join(folder, 'desks/east.csv'),
        '--source-tz',
        `${name}=Asia/Dhaka`,
        '--format',
        'csv',
      );
      expect(zoned.code, zoned.error).toBe(0);
      expect(zoned.out).toContain('2026-02-03T04:00:00Z');
    },
  );

  it.each([
    ['--source', 'est.csv=east', "--source 'east.csv=east'"],
    ['--source-tz', 'est.csv=Asia/Dhaka', "--source-tz 'east.csv=Asia/Dhaka'"],
  ])('refuses %s %s, and says which file there is', async (option, value, hint) => {
    const { code, error } = await created(option, value);
    expect(code).toBe(2);
    expect(error).toContain(`${option} is about "est.csv", and no file of that name is read`);
    expect(error).toContain(hint);
  });

  it('offers what brings two desks with the same ids together', async () => {
    expect((await created()).error).toContain('--source east.csv=east --source west.csv=west');
    expect((await created('--source', 'east.csv=east', '--source', 'west.csv=west')).code).toBe(0);
  });
});

describe('rows that cannot be used', () => {
  it('names the option that refuses them, and one way to go on for each', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, n) => `${n},${n < 36 ? `2026-02-03 10:${10 + n}` : 'whenever'},Open`,
    );
    const bad = path.join(folder, 'bad.csv');
    writeFileSync(bad, ['Ticket ID,Created at,Status', ...rows].join('\n'));
    const lax = await run('metrics', bad);
    expect(lax.error).toContain('more than --max-rejected allows (5 %)');
    const strict = await run('metrics', bad, '--strict');
    expect(strict.error).toContain('more than --strict allows (0 %)');
    expect(strict.error).toContain('--max-rejected 100% in place of --strict');
    for (const { error } of [lax, strict]) expect(error.match(/--rejects/g)).toHaveLength(1);
    expect((await run('metrics', bad, '--max-rejected', '100%')).code).toBe(0);
  });
});
