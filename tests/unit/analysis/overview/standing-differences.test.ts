import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../desk.ts';
import { reportOf } from '../../../trust/tally.ts';

// Sixteen weeks from a Monday, ten tickets a day; Alpha and Beta by turns.
const monday = Date.UTC(2026, 5, 1);
const WEEKS = 16;
const stamp = (at: number): string => new Date(at).toISOString();

interface Ticket {
  readonly week: number;
  readonly group: 'Alpha' | 'Beta';
  readonly i: number;
}

/** A desk by how long a ticket waits for its answer and, where told, which channel and priority it has. */
function deskOf(
  answer: (ticket: Ticket) => number,
  kind: (ticket: Ticket) => string = () => 'email,normal',
): Record<string, string> {
  const rows = Array.from({ length: WEEKS * 70 }, (_, i) => {
    const day = Math.floor(i / 10);
    const ticket: Ticket = { week: Math.floor(day / 7), group: i % 2 === 0 ? 'Alpha' : 'Beta', i };
    const at = monday + day * DAY + 8 * HOUR + (i % 10) * HOUR;
    const first = at + answer(ticket) + ((i * 37) % 23) * MINUTE;
    return `${i + 1},${stamp(at)},${stamp(first)},${stamp(first + HOUR)},solved,${ticket.group},${kind(ticket)}`;
  });
  const head = 'Ticket ID,Created at,First response at,Solved at,Status,Group,Channel,Priority';
  return { 't.csv': `${[head, ...rows].join('\n')}\n` };
}

const isSaid = async (files: Record<string, string>): Promise<boolean> =>
  (await reportOf(files)).codes.includes('finding.segment_worse');

describe('a standing difference', () => {
  it('is said where both halves of the past agree', async () => {
    expect(await isSaid(deskOf(({ group }) => (group === 'Alpha' ? 2 : 1) * HOUR))).toBe(true);
  });

  it('is not said where it is so in the newer half alone, or the halves disagree', async () => {
    const since = (week: number) => (ticket: Ticket) =>
      (ticket.group === 'Alpha' && ticket.week >= week ? 2 : 1) * HOUR;
    // The newer half begins with the ninth week.
    expect(await isSaid(deskOf(since(8)))).toBe(false);
    expect(await isSaid(deskOf(since(15)))).toBe(false);
    const turned = ({ group, week }: Ticket): number => ((group === 'Alpha') === week >= 8 ? 2 : 1) * HOUR;
    expect(await isSaid(deskOf(turned))).toBe(false);
  });

  it.each([
    ['channel', (hard: boolean) => (hard ? 'email,normal' : 'chat,normal')],
    ['priority', (hard: boolean) => (hard ? 'email,low' : 'email,urgent')],
  ])('is never said of a group that is quicker within every %s and has the slow ones', async (_, kind) => {
    // Alpha has nine of ten of the hard ones, Beta one of ten: 2 h against 3 h for hard, 20 against 30 min for easy ones.
    const isHard = ({ group, i }: Ticket): boolean => (Math.floor(i / 2) % 10 === 0) !== (group === 'Alpha');
    const answer = (ticket: Ticket): number =>
      (ticket.group === 'Alpha' ? 1 : 1.5) * (isHard(ticket) ? 120 : 20) * MINUTE;
    expect(await isSaid(deskOf(answer, (ticket) => kind(isHard(ticket))))).toBe(false);
  });
});
