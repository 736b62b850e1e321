import { GrowingCodes, GrowingFloats } from '../../model/columns.ts';
import type { Desk } from '../../model/desk.ts';
import type { Intervals } from '../../model/metric.ts';
import { openStates } from './open-intervals.ts';

/**
 * Stretches cut to the time in which their ticket was open, where its events tell: a ticket that was solved when a week
 * ended waited for nothing then, though it was reopened and answered later.
 */
export function whileOpen(desk: Desk, intervals: Intervals): Intervals {
  const { spells } = desk;
  if (!spells) return intervals;
  const ticket = new GrowingCodes();
  const from = new GrowingFloats();
  const to = new GrowingFloats();
  const bornAt = new GrowingFloats();
  for (let i = 0; i < intervals.ticket.length; i++) {
    const t = intervals.ticket[i];
    const [start, end] = [intervals.from[i], intervals.to[i]];
    const first = spells.offsets[t];
    const last = spells.offsets[t + 1];
    let since = first === last ? start : Number.NaN;
    for (let s = first; s <= last; s++) {
      const isOpen = s < last ? openStates.has(spells.state[s]) : first === last;
      // Before its first event a ticket is as that event found it.
      const at = s === first ? start : Math.max(start, spells.from[Math.min(s, last - 1)]);
      if (s < last && isOpen && Number.isNaN(since)) since = at;
      const isOver = s === last || !isOpen;
      if (!isOver || Number.isNaN(since)) continue;
      const until = s === last ? end : Math.min(end, at);
      if (since < until) {
        ticket.push(t);
        from.push(since);
        to.push(until);
        bornAt.push(start);
      }
      since = Number.NaN;
    }
  }
  return {
    ticket: ticket.done(),
    from: from.done(),
    to: to.done(),
    bornAt: bornAt.done(),
    leftOut: intervals.leftOut,
  };
}
