import type { Slices } from './slices.ts';

/** What rows change: the value that each leaves and the one that it brings, 0 where a row is about something else. */
export interface Changes {
  readonly at: Float64Array;
  from(row: number): number;
  to(row: number): number;
}

/** More changes than this at one instant are an import, and stay as they are. */
const MOST = 12;

/**
 * Changes of one instant, known to the day or the minute, in the order in which they must have happened: each leaves what
 * the one before it brought (`Open → Solved`, `Solved → Open`: reopened that day). Where no such order is there, or a row
 * does not say what it left, they stay as they are.
 */
export function chainChanges({ offsets, order }: Slices, { at, from, to }: Changes): void {
  for (let t = 0; t + 1 < offsets.length; t++) {
    let value = 0;
    for (let start = offsets[t]; start < offsets[t + 1]; ) {
      let end = start + 1;
      while (end < offsets[t + 1] && at[order[end]] === at[order[start]]) end++;
      if (end > start + 1) {
        const later = order.subarray(end, offsets[t + 1]).find((row) => to(row) !== 0);
        const next = later === undefined ? 0 : from(later);
        chainWithin(order.subarray(start, end), { value, next, from, to });
      }
      for (; start < end; start++) value = to(order[start]) || value;
    }
  }
}

/** Puts the changes among the rows of one instant in their order, at the places where changes stand. */
function chainWithin(order: Uint32Array, given: Given): void {
  const { from, to } = given;
  const places = [...order.keys()].filter((i) => to(order[i]) !== 0);
  const rows = places.map((place) => order[place]);
  if (rows.length < 2 || rows.length > MOST) return;
  // One that left nothing (a first assignment) can only be the first of them all.
  const fromNothing = rows.filter((row) => from(row) === 0).length;
  if (fromNothing > (given.value === 0 ? 1 : 0)) return;
  chainOf(rows, given)?.forEach((row, i) => {
    order[places[i]] = row;
  });
}

/** How changes are read, and the value that held before and after them, 0 where nothing was said of it. */
interface Given extends Pick<Changes, 'from' | 'to'> {
  readonly value: number;
  readonly next: number;
}

/**
 * The rows one after the other, from the value that held before them, else from wherever a whole chain begins; of a
 * circle, which begins anywhere, to the value that the next change leaves.
 */
function chainOf(rows: readonly number[], { value, next, from, to }: Given): number[] | null {
  const walk = (left: readonly number[], now: number): number[] | null => {
    if (left.length === 0) return [];
    for (const row of left) {
      if (from(row) !== now) continue;
      const rest = walk(
        left.filter((other) => other !== row),
        to(row),
      );
      if (rest) return [row, ...rest];
    }
    return null;
  };
  const starts = value === 0 ? rows.map(from) : [value, ...rows.map(from)];
  const chains = [...new Set(starts)].flatMap((start) => {
    const found = walk(rows, start);
    return found ? [found] : [];
  });
  const isFitting = ([first, ...rest]: readonly number[]): boolean =>
    from(first) === value || to(rest[rest.length - 1]) === next;
  return chains.find(isFitting) ?? chains[0] ?? null;
}
