import { DAY, HOUR, SECOND } from './civil.ts';

export interface LocalResolution {
  readonly at: number;
  /** `repeated`: the earlier of two instants; `skipped`: shifted forward by the gap; null: exactly one instant. */
  readonly note: 'repeated' | 'skipped' | null;
}

/** A stretch of local wall clock `[from, to)` in which every reading names exactly one instant: local − offset. */
export interface PlainStretch {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/** A stretch of time `[from, to)` with one offset from UTC. */
export interface OffsetStretch {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

/**
 * A time zone: offsets from UTC in milliseconds, both ways. A local wall clock is written as the milliseconds it
 * would be if it were UTC. Outside 1850–2200 the offset at that end holds.
 */
export interface Zone {
  /** IANA id, or `UTC` or `+03:00`. */
  readonly id: string;
  /** Local wall clock − UTC at an instant. */
  offsetAt(instant: number): number;
  instantToLocal(instant: number): number;
  localToInstant(local: number): LocalResolution;
  /** The unambiguous stretch around a local wall clock, for readers to keep; null inside a gap or an overlap. */
  plainStretch(local: number): PlainStretch | null;
  /** The stretches of constant offset that meet `[from, to)`, in order. The outer ends may lie anywhere beyond. */
  stretches(from: number, to: number): OffsetStretch[];
}

const EARLIEST = Date.UTC(1850, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);
/** No offset was ever further from UTC (Manila's local mean time of 1844 was −15:56). */
export const WIDEST_OFFSET = 16 * HOUR;
/** Offsets are compared at this step; the tz database has no zone that changes twice within it and back. */
const PROBE_STEP = 7 * DAY;

export class FixedZone implements Zone {
  readonly id: string;
  readonly #offset: number;

  constructor(id: string, offset: number) {
    this.id = id;
    this.#offset = offset;
  }

  offsetAt(): number {
    return this.#offset;
  }

  instantToLocal(instant: number): number {
    return instant + this.#offset;
  }

  localToInstant(local: number): LocalResolution {
    return { at: local - this.#offset, note: null };
  }

  plainStretch(): PlainStretch {
    return { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, offset: this.#offset };
  }

  stretches(): OffsetStretch[] {
    return [{ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, offset: this.#offset }];
  }
}

/** A zone of the tz database, as Node's ICU has it. Its transitions are found when first asked for, then kept. */
export class NamedZone implements Zone {
  readonly id: string;
  readonly #format: Intl.DateTimeFormat;
  /** Starts of the stretches; the first one is −∞ for lookups, the last stretch runs on. */
  #starts: number[] = [];
  #offsets: number[] = [];
  /** Instants between which all transitions are known. */
  #knownFrom = Number.NaN;
  #knownTo = Number.NaN;
  #lastFrom = 0;
  #lastTo = 0;
  #lastOffset = 0;

  constructor(id: string, format: Intl.DateTimeFormat) {
    this.id = id;
    this.#format = format;
  }

  offsetAt(instant: number): number {
    if (instant >= this.#lastFrom && instant < this.#lastTo) return this.#lastOffset;
    if (Number.isNaN(instant)) return Number.NaN;
    this.#learn(instant, instant);
    const index = this.#indexOf(instant);
    this.#lastFrom = Math.max(this.#starts[index], this.#knownFrom);
    this.#lastTo = Math.min(this.#endOf(index), this.#knownTo);
    this.#lastOffset = this.#offsets[index];
    return this.#lastOffset;
  }

  instantToLocal(instant: number): number {
    return instant + this.offsetAt(instant);
  }

  localToInstant(local: number): LocalResolution {
    const earlier = this.offsetAt(local - WIDEST_OFFSET);
    const later = this.offsetAt(local + WIDEST_OFFSET);
    if (earlier === later) return { at: local - earlier, note: null };
    const before = local - earlier;
    const after = local - later;
    const isBefore = this.offsetAt(before) === earlier;
    const isAfter = this.offsetAt(after) === later;
    if (isBefore && isAfter) return { at: before, note: 'repeated' };
    if (isBefore) return { at: before, note: null };
    if (isAfter) return { at: after, note: null };
    return { at: before, note: 'skipped' };
  }

  plainStretch(local: number): PlainStretch | null {
    if (Number.isNaN(local)) return null;
    for (const { from, to, offset } of this.stretches(local - WIDEST_OFFSET, local + WIDEST_OFFSET)) {
      const plainFrom = from + Math.max(offset, this.offsetAt(from - 1));
      const plainTo = to + Math.min(offset, this.offsetAt(to));
      if (local >= plainFrom && local < plainTo) return { from: plainFrom, to: plainTo, offset };
    }
    return null;
  }

  stretches(from: number, to: number): OffsetStretch[] {
    this.#learn(from, to);
    const found: OffsetStretch[] = [];
    for (let i = this.#indexOf(from); i < this.#starts.length && this.#starts[i] < to; i++) {
      const stretch = { from: this.#starts[i], to: this.#endOf(i), offset: this.#offsets[i] };
      found.push({
        from: i === 0 ? Math.min(this.#knownFrom, from) : stretch.from,
        to: i === this.#starts.length - 1 ? Math.max(this.#knownTo, to) : stretch.to,
        offset: stretch.offset,
      });
    }
    return found;
  }

  #endOf(index: number): number {
    return index + 1 < this.#starts.length ? this.#starts[index + 1] : Number.POSITIVE_INFINITY;
  }

  #indexOf(instant: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#starts[middle] <= instant) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Makes sure that all transitions in and around `[from, to]` are known. */
  #learn(from: number, to: number): void {
    const wantedFrom = clamp(from - DAY);
    const wantedTo = clamp(to + DAY);
    if (Number.isNaN(this.#knownFrom)) {
      const start = clamp(yearStart(wantedFrom, -1));
      this.#starts = [Number.NEGATIVE_INFINITY];
      this.#offsets = [this.#offsetByIntl(start)];
      this.#knownFrom = start;
      this.#knownTo = start;
    }
    if (wantedTo > this.#knownTo) {
      const end = clamp(yearStart(wantedTo, 2));
      this.#append(this.#transitions(this.#knownTo, end));
      this.#knownTo = end;
    }
    if (wantedFrom < this.#knownFrom) {
      const start = clamp(yearStart(wantedFrom, -1));
      const known = this.#starts.slice(1).map((at, i) => ({ at, offset: this.#offsets[i + 1] }));
      const earlier = this.#transitions(start, this.#knownFrom);
      this.#starts = [Number.NEGATIVE_INFINITY];
      this.#offsets = [this.#offsetByIntl(start)];
      this.#append([...earlier, ...known]);
      this.#knownFrom = start;
    }
    if (wantedFrom <= EARLIEST) this.#knownFrom = Number.NEGATIVE_INFINITY;
    if (wantedTo >= LATEST) this.#knownTo = Number.POSITIVE_INFINITY;
  }

  #append(transitions: readonly { at: number; offset: number }[]): void {
    for (const { at, offset } of transitions) {
      this.#starts.push(at);
      this.#offsets.push(offset);
    }
  }

  /** The changes of offset in `(from, to]`, each narrowed to the second at which it happens. */
  #transitions(from: number, to: number): { at: number; offset: number }[] {
    const found: { at: number; offset: number }[] = [];
    let at = from;
    let offset = this.#offsetByIntl(at);
    while (at < to) {
      const next = Math.min(at + PROBE_STEP, to);
      const nextOffset = this.#offsetByIntl(next);
      if (nextOffset !== offset) {
        let before = at / SECOND;
        let after = next / SECOND;
        while (after - before > 1) {
          const middle = Math.floor((before + after) / 2);
          if (this.#offsetByIntl(middle * SECOND) === offset) before = middle;
          else after = middle;
        }
        found.push({ at: after * SECOND, offset: this.#offsetByIntl(after * SECOND) });
      }
      at = next;
      offset = nextOffset;
    }
    return found;
  }

  /** Offset from the wall clock that Intl prints, `11/22/2026, 07:51:54`; instants are whole seconds. */
  #offsetByIntl(instant: number): number {
    const text = this.#format.format(instant);
    const part = (start: number, length = 2) => Number(text.slice(start, start + length));
    const local = Date.UTC(part(6, 4), part(0) - 1, part(3), part(12), part(15), part(18));
    return local - instant;
  }
}

const clamp = (instant: number): number => Math.min(Math.max(instant, EARLIEST), LATEST);

/** Start of the UTC year that lies `years` after the one an instant is in. */
function yearStart(instant: number, years: number): number {
  return Date.UTC(new Date(instant).getUTCFullYear() + years, 0, 1);
}
