import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '../../../src/cli/program.ts';
import { memoryIo } from './memory-io.ts';

// Twelve problems of falling size: the last ones are told in a line of the table only, unless they are asked about.
const problems = [
  ['Refund not received', 'Where is my refund', 'Refund still missing'],
  ['App crashes on start', 'App crashes since the update', 'The app crashes again'],
  ['Late delivery of parcel', 'Parcel delivery is late', 'My parcel delivery is very late'],
  ['Cannot reset password', 'Password reset link broken', 'Password reset fails'],
  ['Invoice shows wrong address', 'Wrong address on invoice', 'Address on my invoice is wrong'],
  ['Coupon code rejected', 'My coupon code does not work', 'Coupon code invalid'],
  ['Printer is jammed', 'Paper jammed in printer', 'The printer jammed again'],
  ['Heating stays cold', 'Office heating is cold', 'The heating is cold again'],
  ['Badge does not open door', 'Door badge rejected', 'Badge reader at door is dead'],
  ['Battery drains fast', 'Phone battery drains', 'Battery empty by noon'],
  ['Screen flickers', 'Laptop screen flickers', 'Flickering screen'],
  ['Gift card balance', 'Balance on gift card is gone', 'Gift card balance missing'],
];
const folder = mkdtempSync(path.join(tmpdir(), 'deskstat-fixed-'));
const file = path.join(folder, 'tickets.csv');
const rows = problems.flatMap((texts, p) =>
  Array.from({ length: 60 - 4 * p }, (_, i) => {
    const at = new Date(Date.UTC(2026, 0, 5) + ((i * 17 + p * 5) % 120) * 86_400_000).toISOString();
    return `${at},${texts[i % texts.length]}`;
  }),
);
writeFileSync(file, `id,created_at,subject\n${rows.map((row, i) => `${i + 1},${row}`).join('\n')}\n`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...line: string[]): Promise<string> {
  const io = memoryIo({ cwd: folder });
  expect(await runCli(line, io), io.stderr.text()).toBe(0);
  return io.stdout.text();
}

describe('issues --fixed', () => {
  it('tells of each issue that is asked about, however small it is', async () => {
    const { issues } = JSON.parse(await run('issues', file, '--format', 'json'));
    expect(issues.length).toBeGreaterThan(11);
    for (const { id, label } of issues.slice(10)) {
      const plain = await run('issues', file);
      expect(plain).not.toContain(`\n${id} ${label} (`);
      const told = await run('issues', file, '--fixed', `${id}=2026-03-15`);
      const at = told.indexOf(`\n${id} ${label} (`);
      expect(at, told).toBeGreaterThan(0);
      expect(told.slice(at, at + 300)).toMatch(/ended on 2026-03-15/);
    }
  });

  it('keeps what was asked about beside --top, and tells it in rows too', async () => {
    const csv = (await run('issues', file, '--fixed', '9=2026-03-25', '--top', '2', '--format', 'csv'))
      .trim()
      .split('\n');
    expect(csv.map((line) => line.split(',')[0])).toEqual(['id', '1', '2', '9']);
    expect(csv[0]).toMatch(/,fixed$/);
    expect(csv[3]).toMatch(/,(fixed|not_fixed|too_early)$/);
  });

  it('says that it is too early on an export of a few days, and that lists without dates cannot tell', async () => {
    const texts = problems[0].flatMap((text) => [text, text, text]);
    const dated = texts.map((text, i) => `${i + 1},2026-09-0${1 + (i % 3)}T09:00:00Z,${text}`);
    const short = path.join(folder, 'short.csv');
    writeFileSync(short, `id,created_at,subject\n${dated.join('\n')}\n`);
    expect(await run('issues', short, '--fixed', '1=2026-09-02')).toContain('Too early to tell');
    expect(await run('issues', short, '--fixed', '1=2020-01-01')).toContain('too few to tell');
    const undated = path.resolve('fixtures/issues/text-only.csv');
    expect(await run('issues', undated, '--fixed', '1=2026-09-02')).toContain('without dates cannot tell');
  });

  it('says of an issue of the book that the files hold no ticket of it', async () => {
    const book = path.join(folder, 'book.yaml');
    await run('issues', file, '--book', book);
    const other = path.join(folder, 'other.csv');
    const some = rows.filter((row) => /refund/i.test(row)).map((row, i) => `${i + 1},${row}`);
    writeFileSync(other, `id,created_at,subject\n${some.join('\n')}\n`);
    const io = memoryIo({ cwd: folder });
    expect(await runCli(['issues', other, '--book', book, '--fixed', 'I2=2026-03-15'], io)).toBe(0);
    expect(io.stderr.text()).toMatch(/no ticket of I2 .+ is in the files/);
  });
});
