import { controlLimits, fewestPeriods } from '../../stats/control-limits.ts';
import { benjaminiHochberg } from '../../stats/multiple.ts';
import { type FixTest, fewestWeeks, fitTrend, joinTrends, judgeTrend, testFix } from '../../stats/trend.ts';

/** Tickets by issue and whole week; `counts[issue][week]`, weeks oldest first. */
export interface WeeklyCounts {
  readonly counts: readonly Float64Array[];
  /** All tickets of each week, those in no issue included. */
  readonly totals: Float64Array;
  /** Starts of the weeks, and the end of the last one: epoch milliseconds, one more than there are weeks. */
  readonly bounds: Float64Array;
}

/** First and last ticket of each issue, epoch milliseconds; NaN where no ticket has a stamp. */
export interface SeenSpan {
  readonly first: number;
  readonly last: number;
}

interface Dated {
  /** Issue of every row, −1 = none. */
  readonly issueOf: Int32Array;
  /** Epoch milliseconds, NaN missing. */
  readonly createdAt: Float64Array;
  readonly issues: number;
}

/**
 * Counts tickets by issue and week.
 *
 * @param bounds starts of consecutive weeks and the end of the last one, ascending, in the desk's zone (the caller
 *   knows it); only whole weeks of coverage belong in it. Tickets outside are not counted.
 */
export function countWeeks({ issueOf, createdAt, issues }: Dated, bounds: Float64Array): WeeklyCounts {
  const weeks = Math.max(0, bounds.length - 1);
  const counts = Array.from({ length: issues }, () => new Float64Array(weeks));
  const totals = new Float64Array(weeks);
  createdAt.forEach((at, row) => {
    const week = weekOf(at, bounds);
    if (week < 0) return;
    totals[week]++;
    if (issueOf[row] >= 0) counts[issueOf[row]][week]++;
  });
  return { counts, totals, bounds };
}

/** Index of the week that holds an instant, −1 for none; by bisection. */
function weekOf(at: number, bounds: Float64Array): number {
  if (!(at >= bounds[0] && at < bounds[bounds.length - 1])) return -1;
  let low = 0;
  let high = bounds.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (bounds[middle] <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** First and last sight of every issue. */
export function spanOfIssues({ issueOf, createdAt, issues }: Dated): SeenSpan[] {
  const first = new Float64Array(issues).fill(Number.POSITIVE_INFINITY);
  const last = new Float64Array(issues).fill(Number.NEGATIVE_INFINITY);
  createdAt.forEach((at, row) => {
    const issue = issueOf[row];
    if (issue < 0 || Number.isNaN(at)) return;
    if (at < first[issue]) first[issue] = at;
    if (at > last[issue]) last[issue] = at;
  });
  return Array.from({ length: issues }, (_, issue) =>
    first[issue] <= last[issue]
      ? { first: first[issue], last: last[issue] }
      : { first: Number.NaN, last: Number.NaN },
  );
}

/** Where an issue is heading (DEFINITIONS 11). */
export interface IssueTrend {
  /** `too_few`: under 20 tickets, or under eight whole weeks. */
  readonly trend: 'new' | 'rising' | 'falling' | 'steady' | 'too_few';
  /** Fitted change over the weeks as a share (0.5 = half more), the smaller one of counts and share; NaN unknown. */
  readonly change: number;
  /** Adjusted over the issues of the run; NaN where none was computed. */
  readonly p: number;
  /** Weeks (indexes) whose count lies above the limits of the other weeks' individuals chart. */
  readonly spikes: readonly number[];
}

const FEWEST_TICKETS = 20;
const NEW_BY_CHANCE = 0.001;

/**
 * Trend of every issue over whole weeks. Rising or falling: quasi-Poisson slopes of counts and of shares agree, pass
 * Benjamini–Hochberg at 5 % over the issues of the run, and the change is at least a quarter. New: all c tickets lie
 * in the last fraction f of all tickets with f^c < 0.001. Spike: a week above the XmR limit of the others.
 */
export function trendOfIssues(weekly: WeeklyCounts): IssueTrend[] {
  const { counts, totals } = weekly;
  const joint = counts.map((ofIssue) => {
    if (sum(ofIssue) < FEWEST_TICKETS || ofIssue.length < fewestWeeks) return null;
    return joinTrends({
      counts: fitTrend({ counts: ofIssue }),
      share: fitTrend({ counts: ofIssue, totals }),
    });
  });
  const { rejected, adjusted } = benjaminiHochberg(
    Float64Array.from(joint, (trend) => trend?.p ?? Number.NaN),
  );
  return counts.map((ofIssue, issue): IssueTrend => {
    const spikes = spikesOf(ofIssue);
    const enough = sum(ofIssue) >= FEWEST_TICKETS && ofIssue.length >= fewestWeeks;
    const change = joint[issue]?.change ?? Number.NaN;
    const p = adjusted[issue];
    if (isNew(ofIssue, totals)) return { trend: 'new', change, p, spikes };
    if (!enough) return { trend: 'too_few', change: Number.NaN, p: Number.NaN, spikes };
    return { trend: judgeTrend({ trend: joint[issue], rejected: rejected[issue] }), change, p, spikes };
  });
}

/** Whether an issue began within the weeks, by more than the luck of a rare issue. */
function isNew(counts: Float64Array, totals: Float64Array): boolean {
  if (counts.length < fewestWeeks) return false;
  const first = counts.findIndex((count) => count > 0);
  if (first <= 0) return false;
  const all = sum(totals);
  const since = sum(totals.subarray(first));
  return (since / all) ** sum(counts) < NEW_BY_CHANCE;
}

/**
 * Weeks that stand out upwards: each is judged by the individuals chart of the other weeks, so that a spike cannot
 * widen its own limits; at least eight others are needed.
 */
function spikesOf(counts: Float64Array): number[] {
  const spikes: number[] = [];
  if (counts.length <= fewestPeriods) return spikes;
  const all = sum(counts);
  for (let week = 0; week < counts.length; week++) {
    // Up to the mean of the others a week is below their limit too.
    if (counts[week] * (counts.length - 1) <= all - counts[week]) continue;
    const others = Float64Array.from([...counts.subarray(0, week), ...counts.subarray(week + 1)]);
    const limits = controlLimits(others);
    if (limits && counts[week] > limits.high) spikes.push(week);
  }
  return spikes;
}

const BEFORE_WEEKS = 26;
const FEWEST_BEFORE = 8;
const FEWEST_AFTER = 4;
const GAP_BEFORE = 2;
const GAP_AFTER = 1;
const WEEKS_A_YEAR = 52;
const WEEK = 604_800_000;

/**
 * Outcome of a claimed fix: `too_early` also where the data end too soon after it, `too_few_weeks` where waiting does
 * not help, as they begin too late before it, and `undated` where tickets carry no dates.
 */
export interface FixedIssue {
  readonly verdict: FixTest['verdict'] | 'too_few_weeks' | 'undated';
  readonly test: FixTest | null;
  readonly weeksBefore: number;
  readonly weeksAfter: number;
}

/** An issue, when it was declared fixed, and up to when the data tell; NaN where nothing in them carries a date. */
interface ClaimedFix {
  readonly issue: number;
  readonly fixedAt: number;
  readonly asOf: number;
}

/**
 * Whether an issue that was declared fixed at an instant really ended. Before: up to 26 whole weeks that end two weeks
 * before it (at least eight). After: whole weeks from one week later on (at least four). Where the same weeks of a year
 * ago are there on both sides, their own change is taken off.
 */
export function fixedTest(weekly: WeeklyCounts, { issue, fixedAt, asOf }: ClaimedFix): FixedIssue {
  if (Number.isNaN(asOf)) return { verdict: 'undated', test: null, weeksBefore: 0, weeksAfter: 0 };
  const { counts, totals, bounds } = weekly;
  const weeks = totals.length;
  const week = weeks > 0 ? (bounds[weeks] - bounds[0]) / weeks : WEEK;
  let end = 0;
  while (end < weeks && bounds[end + 1] <= fixedAt - GAP_BEFORE * week) end++;
  let start = 0;
  while (start < weeks && bounds[start] < fixedAt + GAP_AFTER * week) start++;
  const from = Math.max(0, end - BEFORE_WEEKS);
  const weeksBefore = end - from;
  const weeksAfter = weeks - start;
  if (weeksBefore < FEWEST_BEFORE || weeksAfter < FEWEST_AFTER) {
    const isEarly = weeksAfter < FEWEST_AFTER && asOf < fixedAt + (GAP_AFTER + FEWEST_AFTER) * week;
    return { verdict: isEarly ? 'too_early' : 'too_few_weeks', test: null, weeksBefore, weeksAfter };
  }
  const slice = (first: number, last: number) => ({
    counts: counts[issue].slice(first, last),
    totals: totals.slice(first, last),
  });
  const yearAgo =
    from >= WEEKS_A_YEAR
      ? {
          before: slice(from - WEEKS_A_YEAR, end - WEEKS_A_YEAR),
          after: slice(start - WEEKS_A_YEAR, weeks - WEEKS_A_YEAR),
        }
      : undefined;
  const test = testFix({ before: slice(from, end), after: slice(start, weeks), yearAgo });
  return { verdict: test?.verdict ?? 'too_early', test, weeksBefore, weeksAfter };
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
