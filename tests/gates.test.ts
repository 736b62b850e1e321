import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandList } from '../src/cli/command-list.ts';
import { runCli } from '../src/cli/program.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

const head = 'Ticket ID,Created at,First response at,Solved at,Status';
const at = (hour: number, minute = 0): string =>
  `2026-03-0${2 + Math.floor(hour / 24)}T${String(hour % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`;
/** Ten answered after an hour, two of 2 March 12:00 still open when the data ends at 20:00. */
const waiting = [
  head,
  ...Array.from({ length: 10 }, (_, i) => `${i},${at(i)},${at(i + 1)},${at(i + 1, 30)},Solved`),
  `a,${at(12)},,,Open`,
  `b,${at(12)},,,Open`,
  `last,${at(19)},${at(20)},${at(20)},Solved`,
];

describe('a gate', () => {
  let folder: string;
  const before = process.cwd();
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'deskstat-gates-'));
    process.chdir(folder);
    writeFileSync('t.csv', `${waiting.join('\n')}\n`);
    writeFileSync('empty.csv', `${head}\n`);
  });
  afterAll(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  });

  async function check(file: string, ...more: readonly string[]) {
    const io = memoryIo({ cwd: folder });
    const code = await runCli(['check', file, '--period', 'all', ...more], io, commandList);
    return { code, out: io.stdout.text(), err: io.stderr.text() };
  }
  const expecting = (text: string, ...more: readonly string[]) => check('t.csv', '--expect', text, ...more);

  it('counts on max how long open tickets have waited so far', async () => {
    // a and b have waited from 12:00 to 20:00.
    expect(await expecting('first_response_time.max < 4h')).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^fail .*: 8h 00m, limit 4h 00m.*2 still open counted/),
    });
    expect((await expecting('first_response_time.max <= 8h')).code).toBe(0);
  });

  it('knows two ends of a mean with open tickets, and decides where both agree', async () => {
    // 11 answers of 1 h and twice 8 h so far: 27 / 13 = 2 h 5 min at least; each an hour more: 29 / 13 = 2 h 14 min.
    expect((await expecting('first_response_time.mean < 2h')).code).toBe(1);
    expect((await expecting('first_response_time.mean < 150m')).code).toBe(0);
    expect((await expecting('first_response_time.mean > 2h')).code).toBe(0);
    const open = await expecting('first_response_time.mean < 2h 10m');
    expect(open).toMatchObject({ code: 1, out: expect.stringMatching(/^undecided .*only a bound is known/) });
    // No form turns a bound into a pass.
    expect((await expecting('first_response_time.mean < 2h 10m clearly')).code).toBe(1);
  });

  it('that is not sure has not passed, and says which rule decided', async () => {
    const share = await expecting('one_touch_rate >= 0%');
    expect(share.code).toBe(3);
    const sure = await expecting('first_response_time.p50 < 4h');
    expect(sure.out).toMatch(/95% .*–.*, limit 4h 00m: surely within/);
    const unsure = await expecting('first_response_time.p75 < 2h confidently');
    expect(unsure).toMatchObject({ code: 1, out: expect.stringMatching(/^undecided /) });
    expect(unsure.out).toMatch(/\n1 check: 1 undecided\n/);
    expect(
      JSON.parse((await expecting('first_response_time.p75 < 2h confidently', '--format', 'json')).out),
    ).toMatchObject({ passed: false, checks: [{ verdict: 'undecided', rule: 'neither' }] });
    expect((await expecting('first_response_time.p75 < 2h confidently', '--format', 'junit')).out).toContain(
      '<failure message="undecided',
    );
  });

  it('on a header without rows has no data', async () => {
    expect(await check('empty.csv', '--expect', 'created <= 5')).toMatchObject({
      code: 4,
      out: expect.stringContaining('1 check: 1 without data'),
    });
    expect(
      (await check('empty.csv', '--expect', 'first_response_time.p50 < 4h', '--allow-no-data')).code,
    ).toBe(0);
  });

  it('on a period outside the files has none either, which nothing allows', async () => {
    const run = await expecting('created >= 0 over 2020-05', '--allow-no-data');
    expect(run.code).toBe(4);
  });

  it.each([
    ['wrong usage', 't.csv', 'creatd <= 5', 2],
    ['an unknown option', 't.csv', '--nope', 2],
    ['no such file', 'nix.csv', 'created <= 5', 3],
  ])('writes its documents on %s', async (_, file, expectation, code) => {
    const args = expectation.startsWith('--') ? [expectation] : ['--expect', expectation];
    const json = await check(
      file,
      ...args,
      '--format',
      'json',
      '-o',
      'junit=out.xml',
      '-o',
      'github=out.txt',
    );
    expect(json.code).toBe(code);
    expect(JSON.parse(json.out)).toMatchObject({
      schema: 'deskstat.check/1',
      passed: false,
      error: { exit: code },
    });
    expect(readFileSync('out.xml', 'utf8')).toMatch(
      /errors="1"[\s\S]*<error message="[^"]+" type="[a-z_]+">/,
    );
    expect(readFileSync('out.txt', 'utf8')).toMatch(/^::error .*title=deskstat check::/);
    expect((await check(file, ...args, '--format', 'github')).out).toMatch(/^::error /);
  });

  it('is quiet with -q while it is green, and keeps notes apart', async () => {
    const green = await expecting('created <= 50', '-q', '--no-notes');
    expect(green).toEqual({ code: 0, out: '', err: '' });
    const red = await check('t.csv', '--expect', 'created <= 50', '--expect', 'created <= 5', '-q');
    expect(red.code).toBe(1);
    expect(red.out).toMatch(/^fail {2}created <= 5:/);
    expect(red.out).not.toContain('created <= 50');
    const told = await expecting('created <= 5', '-q', '--format', 'json');
    expect(JSON.parse(told.out)).toMatchObject({ passed: false });
    expect((await expecting('created <= 50', '-q', '--format', 'json')).out).toBe('');
  });
});
