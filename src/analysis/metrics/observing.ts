import type { MeasureContext, Metric, Observations } from '../../model/metric.ts';

/** The state of entries that have not come to their end yet. */
export const OPEN = 1;

const arrivals: ReadonlySet<string> = new Set(['created_at', 'first ticket']);

/** Whether a metric's periods are those in which its tickets came. */
export const isDatedByArrival = ({ periodOf }: Pick<Metric, 'periodOf'>): boolean => arrivals.has(periodOf);

/** Collects the observations of one metric; entries may be more or fewer than tickets. */
export class ObservationList {
  #length = 0;
  #ticket: Uint32Array;
  #at: Float64Array;
  #value: Float64Array;
  #knownAt: Float64Array;
  #state: Uint8Array;
  readonly #reasons: string[] = ['used', 'open'];

  constructor(capacity: number) {
    const size = Math.max(16, capacity);
    this.#ticket = new Uint32Array(size);
    this.#at = new Float64Array(size);
    this.#value = new Float64Array(size);
    this.#knownAt = new Float64Array(size);
    this.#state = new Uint8Array(size);
  }

  /** An entry that is used; `knownAt` is the instant from which its value is known. */
  use(ticket: number, at: number, value: number, knownAt: number = Number.NaN): void {
    const i = this.#next();
    this.#ticket[i] = ticket;
    this.#at[i] = at;
    this.#value[i] = value;
    this.#knownAt[i] = knownAt;
  }

  /** An entry that has not come to its end yet. */
  open(ticket: number, at: number): void {
    const i = this.#next();
    this.#ticket[i] = ticket;
    this.#at[i] = at;
    this.#value[i] = Number.NaN;
    this.#knownAt[i] = Number.NaN;
    this.#state[i] = OPEN;
  }

  /** An entry that is left out, and why; `knownAt` is when what it waited for was cut off, where that is known. */
  leaveOut(ticket: number, at: number, reason: string, knownAt: number = Number.NaN): void {
    const i = this.#next();
    let state = this.#reasons.indexOf(reason, 2);
    if (state < 0) state = this.#reasons.push(reason) - 1;
    this.#ticket[i] = ticket;
    this.#at[i] = at;
    this.#value[i] = Number.NaN;
    this.#knownAt[i] = knownAt;
    this.#state[i] = state;
  }

  done(more: Pick<Observations, 'clockSource' | 'note' | 'onePer' | 'tie' | 'precision'> = {}): Observations {
    const n = this.#length;
    return {
      ticket: this.#ticket.subarray(0, n),
      at: this.#at.subarray(0, n),
      value: this.#value.subarray(0, n),
      knownAt: this.#knownAt.subarray(0, n),
      state: this.#state.subarray(0, n),
      reasons: this.#reasons,
      ...more,
    };
  }

  #next(): number {
    if (this.#length === this.#ticket.length) {
      const size = this.#length * 2;
      this.#ticket = grown(this.#ticket, new Uint32Array(size));
      this.#at = grown(this.#at, new Float64Array(size));
      this.#value = grown(this.#value, new Float64Array(size));
      this.#knownAt = grown(this.#knownAt, new Float64Array(size));
      this.#state = grown(this.#state, new Uint8Array(size));
    }
    return this.#length++;
  }
}

function grown<T extends { set(from: T): void }>(from: T, into: T): T {
  into.set(from);
  return into;
}

/** The time between two instants of a ticket on the clock that is asked for. */
export function elapsed(context: MeasureContext, ticket: number): (from: number, to: number) => number {
  const { businessTime } = context;
  if (context.clock === 'business' && businessTime) return (from, to) => businessTime(from, to, ticket);
  return (from, to) => to - from;
}

let tickets = new Uint32Array(0);

/** The tickets 0, 1, 2 … for observations of one entry a ticket; shared by all of them. */
export function everyTicket(rows: number): Uint32Array {
  if (tickets.length < rows) {
    tickets = new Uint32Array(rows);
    for (let t = 0; t < rows; t++) tickets[t] = t;
  }
  return tickets.subarray(0, rows);
}
