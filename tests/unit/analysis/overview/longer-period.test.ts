import { describe, expect, it } from 'vitest';
import { runCli } from '../../../../src/cli/program.ts';
import { DAY, HOUR } from '../../../desk.ts';
import { memoryIo } from '../../cli/memory-io.ts';

// Two tickets a day for twenty weeks from a Monday, answered after an hour, solved after two.
const monday = Date.UTC(2026, 5, 1);
const WEEKS = 20;
const stamp = (at: number): string => new Date(at).toISOString();

/** The desk, with ratings of the tickets of some weeks: a good one, then bad ones. */
function deskWith(ratedWeeks: readonly number[]): string {
  const rows = Array.from({ length: WEEKS * 14 }, (_, i) => {
    const at = monday + Math.floor(i / 2) * DAY + (8 + (i % 2)) * HOUR;
    const week = Math.floor(i / 14);
    const rated = ratedWeeks.indexOf(week);
    const rating = rated < 0 || i % 14 > 0 ? '' : rated === 0 ? 'good' : 'bad';
    return `${i + 1},${stamp(at)},${stamp(at + HOUR)},${stamp(at + 2 * HOUR)},solved,${rating}`;
  });
  return `Ticket ID,Created at,First response at,Solved at,Status,Satisfaction\n${rows.join('\n')}\n`;
}

async function run(stdin: string, ...args: string[]): Promise<string> {
  const io = memoryIo({ stdin });
  const code = await runCli(['report', '-', '--period', '2026-W41', '--no-issues', ...args], io);
  expect(code, io.stderr.text()).toBe(0);
  return io.stdout.text();
}

interface Item {
  readonly key: string;
  readonly value: { readonly value: number | null; readonly n: number };
  readonly period: string | null;
  readonly change: unknown;
}
async function csatOf(stdin: string): Promise<Item | undefined> {
  const { blocks } = JSON.parse(await run(stdin, '--format', 'json'));
  return blocks
    .flatMap(({ items = [] }: { items?: readonly Item[] }) => items)
    .find(({ key }: Item) => key === 'csat');
}

// The week of 5 October is the nineteenth (18 from 0), those before it 17, 16 …
describe('a figure of the first screen that the period holds nothing of', () => {
  it('is taken from the four periods up to its end, and those are named', async () => {
    const desk = deskWith([15, 16]);
    expect(await csatOf(desk)).toMatchObject({
      value: { value: 0.5, n: 2 },
      period: '2026-W38..2026-W41',
      change: null,
    });
    const text = (await run(desk)).replace(/\s+/g, ' ');
    expect(text).toContain('CSAT 1 of 2');
    expect(text).toContain('Of 14 Sept 2026 – 11 Oct 2026: there is none in 5 Oct 2026 – 11 Oct 2026');
  });

  it('else from thirteen', async () => {
    expect(await csatOf(deskWith([6, 14]))).toMatchObject({
      value: { value: 0.5, n: 2 },
      period: '2026-W29..2026-W41',
    });
  });

  it('is that of the period where it holds one, and missing where none of them does', async () => {
    expect(await csatOf(deskWith([18, 17]))).toMatchObject({ value: { value: 1, n: 1 }, period: null });
    expect(await csatOf(deskWith([0, 1]))).toBeUndefined();
  });
});
