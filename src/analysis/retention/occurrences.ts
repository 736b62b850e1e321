import type { CodeColumn } from '../../model/columns.ts';
import type { Cohort, RetentionPeriod } from '../../model/retention.ts';
import { quantileSorted } from '../../stats/quantile.ts';
import type { WholePeriod } from './customers.ts';
import { keptShare } from './kept.ts';

/** What people did and when: orders and logins, or tickets. */
export interface Occurrences {
  /** Distinct people. */
  readonly people: number;
  /** Instants of person p: `times[offsets[p]] … times[offsets[p + 1] − 1]`, ascending. */
  readonly offsets: Uint32Array;
  readonly times: Float64Array;
}

/** Sorts what happened by person and time; what is undated, nobody's or later than as-of is left out and counted. */
export function occurrencesOf(
  { people, at, asOf }: { readonly people: CodeColumn; readonly at: Float64Array; readonly asOf: number },
  leave: (reason: string) => void,
): Occurrences {
  const rows: number[] = [];
  for (let row = 0; row < at.length; row++) {
    if (people.codes[row] === 0) leave('person_unknown');
    else if (Number.isNaN(at[row])) leave('undated');
    else if (at[row] > asOf) leave('after_as_of');
    else rows.push(row);
  }
  rows.sort((a, b) => people.codes[a] - people.codes[b] || at[a] - at[b]);
  const offsets = [0];
  rows.forEach((row, i) => {
    if (i > 0 && people.codes[row] !== people.codes[rows[i - 1]]) offsets.push(i);
  });
  if (rows.length > 0) offsets.push(rows.length);
  return {
    people: offsets.length - 1,
    offsets: Uint32Array.from(offsets),
    times: Float64Array.from(rows, (row) => at[row]),
  };
}

/** Without people who do more than `perWeek` over all weeks and at least `least` in all: integrations, monitors. */
export function withoutFrequent(
  { people, offsets, times }: Occurrences,
  limits: { readonly weeks: number; readonly least: number; readonly perWeek: number },
): Occurrences & { readonly frequent: number } {
  const kept: number[] = [0];
  const parts: Float64Array[] = [];
  let total = 0;
  for (let p = 0; p < people; p++) {
    const n = offsets[p + 1] - offsets[p];
    if (n >= limits.least && n / limits.weeks > limits.perWeek) continue;
    parts.push(times.subarray(offsets[p], offsets[p + 1]));
    total += n;
    kept.push(total);
  }
  const all = new Float64Array(total);
  parts.forEach((part, i) => {
    all.set(part, kept[i]);
  });
  return {
    people: parts.length,
    offsets: Uint32Array.from(kept),
    times: all,
    frequent: people - parts.length,
  };
}

/** Median time between two occurrences of the same person, those of one instant counting once; null for none. */
export function medianGap({ people, offsets, times }: Occurrences): number | null {
  const gaps: number[] = [];
  for (let p = 0; p < people; p++) {
    for (let i = offsets[p] + 1; i < offsets[p + 1]; i++) {
      if (times[i] > times[i - 1]) gaps.push(times[i] - times[i - 1]);
    }
  }
  return quantileSorted(Float64Array.from(gaps).sort(), 0.5);
}

/** Active periods of person p: `list[offsets[p]] … list[offsets[p + 1] − 1]`, distinct and ascending. */
interface ActivePeriods {
  readonly offsets: number[];
  readonly list: number[];
}

function activePeriods(
  { people, offsets, times }: Occurrences,
  periods: readonly WholePeriod[],
): ActivePeriods {
  const ends: number[] = [0];
  const list: number[] = [];
  for (let p = 0; p < people; p++) {
    let period = 0;
    const first = list.length;
    for (let i = offsets[p]; i < offsets[p + 1]; i++) {
      while (period < periods.length && times[i] >= periods[period].end) period++;
      if (period === periods.length) break;
      if (times[i] < periods[period].start) continue;
      if (list.length === first || list[list.length - 1] !== period) list.push(period);
    }
    ends.push(list.length);
  }
  return { offsets: ends, list };
}

/** What the periods of an analysis of occurrences come to. */
export interface ReturnTable {
  readonly periods: RetentionPeriod[];
  readonly cohorts: Cohort[];
  readonly before: number;
  /** People active in the last whole period; null where no period is whole. */
  readonly active: number | null;
}

/**
 * Classic cohorts: people by the period in which they were first seen; cell k: active in the k-th period after it. Who
 * was first seen in the first period may have been there before the data begins: "before", no cohort. Periods: of those
 * active in the period before, who was active in this one. Consecutive periods; only whole ones count.
 */
export function returnsOf(occurrences: Occurrences, all: readonly WholePeriod[]): ReturnTable {
  const whole = all.filter(({ complete }) => complete);
  const active = activePeriods(occurrences, whole);
  const size = whole.length;
  const counts = new Float64Array(size);
  const again = new Float64Array(size);
  const joined = new Float64Array(size);
  const cells = Array.from({ length: size }, (_, m) => new Float64Array(size - m));
  for (let p = 0; p < occurrences.people; p++) {
    const first = active.list[active.offsets[p]];
    for (let i = active.offsets[p]; i < active.offsets[p + 1]; i++) {
      const period = active.list[i];
      counts[period]++;
      if (i > active.offsets[p] && active.list[i - 1] === period - 1) again[period]++;
      cells[first][period - first]++;
    }
    if (active.offsets[p] < active.offsets[p + 1]) joined[first]++;
  }
  const periods = whole.slice(1).map((period, i) => ({
    period,
    joined: joined[i + 1],
    ...keptShare({ n: counts[i], kept: again[i + 1] }),
  }));
  const cohorts = whole.slice(1).flatMap((period, i) => {
    const n = joined[i + 1];
    return n === 0
      ? []
      : [{ period, size: n, cells: Array.from(cells[i + 1], (kept) => keptShare({ n, kept })) }];
  });
  return { periods, cohorts, before: joined[0] ?? 0, active: size === 0 ? null : counts[size - 1] };
}
