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
  const open = new OpenStretches(spells);
  for (let i = 0; i < intervals.ticket.length; i++)
    open.cut(intervals.ticket[i], intervals.from[i], intervals.to[i]);
  return { ...open.done(), leftOut: intervals.leftOut };
}

class OpenStretches {
  readonly #spells: NonNullable<Desk['spells']>;
  readonly #ticket = new GrowingCodes();
  readonly #from = new GrowingFloats();
  readonly #to = new GrowingFloats();
  readonly #bornAt = new GrowingFloats();

  constructor(spells: NonNullable<Desk['spells']>) {
    this.#spells = spells;
  }

  /** Takes the parts of a stretch in which its ticket was open. */
  cut(ticket: number, start: number, end: number): void {
    const { offsets, from, state } = this.#spells;
    const [first, last] = [offsets[ticket], offsets[ticket + 1]];
    if (first === last) {
      this.#take(ticket, start, start, end);
      return;
    }
    let since = Number.NaN;
    for (let s = first; s < last; s++) {
      // Before its first event a ticket is as that event found it.
      const at = s === first ? start : Math.max(start, from[s]);
      const isOpen = openStates.has(state[s]);
      if (isOpen && Number.isNaN(since)) since = at;
      if (isOpen || Number.isNaN(since)) continue;
      this.#take(ticket, start, since, Math.min(end, at));
      since = Number.NaN;
    }
    if (!Number.isNaN(since)) this.#take(ticket, start, since, end);
  }

  #take(ticket: number, start: number, since: number, until: number): void {
    if (!(since < until)) return;
    this.#ticket.push(ticket);
    this.#from.push(since);
    this.#to.push(until);
    this.#bornAt.push(start);
  }

  done(): Pick<Required<Intervals>, 'ticket' | 'from' | 'to' | 'bornAt'> {
    return {
      ticket: this.#ticket.done(),
      from: this.#from.done(),
      to: this.#to.done(),
      bornAt: this.#bornAt.done(),
    };
  }
}
