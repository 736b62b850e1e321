import { codesOf, type Desk, numbersOf } from '../../model/desk.ts';
import type { DifferencePattern, Examination } from '../../model/examination.ts';
import type { Problem } from '../../model/problem.ts';
import { giveBackNumbers } from '../../model/spare-numbers.ts';
import { type Pair, pairs, type Side } from './sides.ts';

const SECOND = 1000;
const DAY = 86_400 * SECOND;
const MINUTE = 60 * SECOND;
/** What durations are written in: days, hours, tenths of an hour, minutes, hundredths of an hour, seconds. */
const grains = [86_400, 3600, 360, 60, 36, 1].map((seconds) => seconds * SECOND);
/** Durations below which the grain of a column is not to be told: one ticket of 2 h says nothing. */
const ENOUGH = 5;
/** Share of differences above which the two sides are said to disagree. */
const MOST_DIFFERENT = 0.02;
/** Share of the differences that must show a pattern for it to be one. */
const PATTERN = 0.9;

/**
 * Compares everything that the export says twice, source by source: stamps against the helpdesk's own durations, status
 * against end stamps, due date against the recorded verdict, counts against rows. Two durations agree where they differ
 * by no more than the grains in which the two are written.
 */
export function examine(desk: Desk): readonly Examination[] {
  if (desk.tickets.rows === 0) return [];
  return pairs.flatMap((pair) => {
    const sides = pair.sides(desk);
    if (sides === null) return [];
    const [left, right, isDay = null] = sides;
    const found = compare(pair, { desk, left, right, isDay });
    giveBackNumbers(left);
    giveBackNumbers(right);
    return found;
  });
}

interface Tally {
  compared: number;
  agreed: number;
  smaller: number;
  readonly ratios: number[];
  readonly different: number[];
}

function compare(
  pair: Pair,
  {
    desk,
    left,
    right,
    isDay,
  }: { readonly desk: Desk; readonly left: Side; readonly right: Side; readonly isDay: Uint8Array | null },
): Examination[] {
  const { source } = desk.tickets;
  const ids = codesOf(desk.tickets, 'id');
  // By what stands in the rows, so that their order shows nowhere.
  const nameOf = (t: number): string => (ids && ids.codes[t] !== 0 ? ids.names.name(ids.codes[t]) : '');
  const created = numbersOf(desk.tickets, 'created_at');
  const createdAt = (t: number): number => created?.[t] ?? 0;
  const grain = pair.isDuration ? grainOf(right) : 0;
  const tolerance = pair.isDuration ? grainOfStamps(left) + grain : 0;
  // Of two days in a row a ticket may have lasted a moment, or nearly both.
  const withinDays = Math.max(tolerance, DAY + grain);
  const tallies: Tally[] = desk.sources.map(() => ({
    ...{ compared: 0, agreed: 0, smaller: 0 },
    ...{ ratios: [], different: [] },
  }));
  for (let t = 0; t < left.length; t++) {
    const difference = Math.abs(right[t] - left[t]);
    if (Number.isNaN(difference)) continue;
    const tally = tallies[source[t]];
    tally.compared++;
    if (difference <= (isDay !== null && isDay[t] === 1 ? withinDays : tolerance)) tally.agreed++;
    else note(tally, { t, left: left[t], right: right[t] });
  }
  return [...tallies.entries()]
    .filter(([, { compared }]) => compared > 0)
    .map(([index, tally]) => ({
      source: index,
      left: pair.left,
      right: pair.right,
      compared: tally.compared,
      agreed: tally.agreed,
      tolerance: pair.isDuration ? tolerance : null,
      used: isCoarser(pair, left, right) ? 'right' : 'left',
      pattern: pair.isDuration ? patternOf(tally) : null,
      examples: tally.different
        .sort((a, b) => createdAt(a) - createdAt(b) || (nameOf(a) < nameOf(b) ? -1 : 1))
        .slice(0, 2)
        .map((t) => ({ ticket: nameOf(t), left: left[t], right: right[t] })),
    }));
}

function note(tally: Tally, { t, left, right }: { t: number; left: number; right: number }): void {
  tally.different.push(t);
  if (right < left) tally.smaller++;
  if (left > 0 && right > 0) tally.ratios.push(right / left);
}

/** The coarsest unit of which every duration is a whole number. */
function grainOf(values: Side): number {
  let at = 0;
  let seen = 0;
  for (const value of values) {
    if (Number.isNaN(value) || value === 0) continue;
    seen++;
    // Decimal hours carry float noise; half a second is far below any unit.
    while (at < grains.length - 1 && Math.abs(value - Math.round(value / grains[at]) * grains[at]) > 500)
      at++;
  }
  return seen >= ENOUGH ? grains[at] : MINUTE;
}

/** Stamps that happen to fall on whole hours are no coarser for it: they are bare dates, or known to the minute. */
const grainOfStamps = (values: Side): number => (grainOf(values) === DAY ? DAY : MINUTE);

/** Differences of bare dates give way to what the helpdesk measured more finely. */
const isCoarser = (pair: Pair, left: Side, right: Side): boolean =>
  pair.isDuration && grainOf(left) === DAY && grainOf(right) < DAY;

function patternOf({ different, ratios, smaller }: Tally): DifferencePattern | null {
  if (different.length < ENOUGH) return null;
  const sorted = Float64Array.from(ratios).sort();
  const middle = sorted[sorted.length >> 1];
  const near = sorted.filter((ratio) => Math.abs(ratio / middle - 1) < 0.02).length;
  if (near >= PATTERN * different.length && Math.abs(middle - 1) > 0.02)
    return { id: 'factor', factor: middle };
  return smaller >= PATTERN * different.length ? { id: 'right_smaller' } : null;
}

/** A warning for each pair of a source in which more than 2 % of the tickets differ. */
export function disagreements(examined: readonly Examination[], desk: Desk): Problem[] {
  return examined
    .filter(({ compared, agreed }) => compared - agreed > MOST_DIFFERENT * compared)
    .map((each) => ({
      code: 'sides_disagree',
      severity: 'warning',
      args: {
        left: each.left,
        right: each.right,
        compared: each.compared,
        used: each.used === 'left' ? each.left : each.right,
        examples: each.examples.map(
          ({ ticket, left, right }) => `${ticket}: ${told(each, left)} / ${told(each, right)}`,
        ),
        ...patternArgs(each),
      },
      where: { file: desk.sources[each.source]?.path },
      count: each.compared - each.agreed,
    }));
}

function patternArgs({ pattern, right }: Examination): Problem['args'] {
  if (pattern?.id === 'factor')
    return { pattern: 'factor', factor: String(Number(pattern.factor.toPrecision(3))) };
  if (pattern?.id !== 'right_smaller') return {};
  return { pattern: 'right_smaller', business: right.replace(/_seconds$/, '_business_seconds') };
}

/** A value as an example shows it: h:mm:ss for durations, the number itself for counts and flags. */
function told({ tolerance }: Examination, value: number): string {
  if (tolerance === null) return String(value);
  const seconds = Math.round(Math.abs(value) / SECOND);
  const two = (part: number): string => String(part).padStart(2, '0');
  const clock = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return value < 0 ? `-${clock}` : clock;
}
