import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandList } from '../../../../src/cli/command-list.ts';
import { runCli } from '../../../../src/cli/program.ts';
import { memoryIo } from '../../cli/memory-io.ts';

const DAY = 86_400_000;
const begin = Date.UTC(2026, 2, 2, 9);
const stamp = (at: number): string => new Date(at).toISOString();

interface ListOf {
  readonly head: string;
  readonly from: number;
  readonly until: number;
  readonly perDay: number;
  readonly prefix: string;
  /** Only tickets that are open, or only those that are not. */
  readonly only?: 'open' | 'finished';
}

/** Tickets of some days from the beginning on, each solved two hours later, but for every twentieth. */
function list({ head, from, until, perDay, prefix, only }: ListOf): string {
  const rows: string[] = [];
  for (let day = from; day < until; day++) {
    for (let k = 0; k < perDay; k++) {
      const at = begin + day * DAY + k * 600_000;
      const isOpen = (day * perDay + k) % 20 === 0;
      if ((only === 'open' && !isOpen) || (only === 'finished' && isOpen)) continue;
      rows.push(
        `${prefix}${day}-${k},${stamp(at)},${isOpen ? '' : stamp(at + 7_200_000)},${isOpen ? 'open' : 'solved'}`,
      );
    }
  }
  return `${head}\n${rows.join('\n')}\n`;
}
const mail = 'Ticket ID,Created at,Solved at,Status';
const chat = 'Chat ID,Opened,Closed,State';
const desk = list({ head: mail, from: 0, until: 84, perDay: 12, prefix: 'T' });

async function run(
  files: Record<string, string>,
  [command, ...more]: readonly string[],
): Promise<{ out: string; err: string }> {
  const cwd = mkdtempSync(path.join(tmpdir(), 'deskstat-lists-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(cwd, name), text);
    const io = memoryIo({ cwd });
    const paths = Object.keys(files).map((name) => path.join(cwd, name));
    await runCli([command, ...paths, ...more], io, commandList);
    return { out: io.stdout.text(), err: io.stderr.text() };
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}
const weekly = 'metrics --metric created --every week --compare previous --format json'.split(' ');
const befores = (out: string): (number | null)[] =>
  JSON.parse(out).rows.map(({ before }: { before: number | null }) => before);

describe('lists of tickets that do not tell of the same time', () => {
  const late = list({ head: chat, from: 63, until: 84, perDay: 10, prefix: 'C' });

  it('holds no week without a list against one with it', async () => {
    const { out, err } = await run({ 'desk.csv': desk, 'chat.csv': late }, weekly);
    // Twelve weeks: nine of 84 tickets, then three of 84 + 70.
    const values = JSON.parse(out).rows.map(({ value }: { value: number }) => value);
    expect(values).toEqual([...Array(9).fill(84), 154, 154, 154]);
    expect(befores(out)).toEqual([null, ...Array(8).fill(84), null, 154, 154]);
    expect(err).toContain('chat.csv: begins later than the other tickets');
    const turned = await run({ 'chat.csv': late, 'desk.csv': desk }, weekly);
    expect(befores(turned.out)).toEqual(befores(out));
  });

  it('says so on the first screen of the week in which one begins', async () => {
    const { out } = await run({ 'desk.csv': desk, 'chat.csv': late }, ['report', '--period', '2026-W19']);
    expect(out.replace(/\s+/g, ' ')).toContain(
      'Not all files reach back to the period before, so nothing is held against it.',
    );
  });

  it('tells as well of one that ends before the others', async () => {
    const early = list({ head: chat, from: 0, until: 63, perDay: 10, prefix: 'C' });
    const { out, err } = await run({ 'desk.csv': desk, 'chat.csv': early }, weekly);
    expect(befores(out)).toEqual([null, ...Array(8).fill(154), null, 84, 84]);
    expect(err).toContain('chat.csv: ends earlier than the other tickets');
  });

  it('tells of one that begins shortly before both end: it does not go on with the other', async () => {
    const young = list({ head: chat, from: 77, until: 84, perDay: 10, prefix: 'C' });
    const { out, err } = await run({ 'desk.csv': desk, 'chat.csv': young }, weekly);
    expect(befores(out)).toEqual([null, ...Array(10).fill(84), null]);
    expect(err).toContain('chat.csv: begins later than the other tickets');
  });

  it('compares all where a list is said to be complete', async () => {
    const { out, err } = await run({ 'desk.csv': desk, 'chat.csv': late }, [...weekly, '--complete']);
    expect(befores(out)).toEqual([null, ...Array(9).fill(84), 154, 154]);
    expect(err).not.toContain('begins later');
  });

  it.each([
    [
      'a desk that went on in another tool',
      {
        'old.csv': list({ head: mail, from: 0, until: 60, perDay: 12, prefix: 'T' }),
        'new.csv': list({ head: chat, from: 60, until: 84, perDay: 12, prefix: 'C' }),
      },
    ],
    [
      'files of the same columns, one a month',
      {
        'a.csv': list({ head: mail, from: 0, until: 28, perDay: 12, prefix: 'A' }),
        'b.csv': list({ head: mail, from: 28, until: 56, perDay: 12, prefix: 'B' }),
        'c.csv': list({ head: mail, from: 56, until: 84, perDay: 12, prefix: 'C' }),
      },
    ],
    [
      'open tickets beside finished ones',
      {
        'finished.csv': list({ head: mail, from: 0, until: 84, perDay: 12, prefix: 'T', only: 'finished' }),
        'open.csv': list({ head: chat, from: 40, until: 84, perDay: 12, prefix: 'T', only: 'open' }),
      },
    ],
  ])('takes %s for one list', async (_, files) => {
    const { out, err } = await run(files, weekly);
    expect(befores(out).slice(1)).not.toContain(null);
    expect(err).not.toMatch(/begins later|ends earlier/);
  });
});
