import { tQuantile, tTwoSided } from './distributions.ts';

/** Counts per week, oldest first. */
export interface TrendInput {
  readonly counts: Float64Array;
  /** All tickets of each week, for a trend of the share; weeks without any are left out. */
  readonly totals?: Float64Array;
}

/** A log-linear trend. */
export interface Trend {
  /** ln of the change from one week to the next. */
  readonly slope: number;
  readonly standardError: number;
  /** φ, by which counts vary more than Poisson's; at least 1. */
  readonly dispersion: number;
  readonly df: number;
  /** Two-sided, of t = slope / standardError. */
  readonly p: number;
  /** Fitted change from the first week to the last as a share: 0.25 = a quarter more. */
  readonly change: number;
}

/** Fewest weeks a trend is read from. */
export const fewestWeeks = 8;

/**
 * The slope of a log-linear quasi-Poisson regression of weekly counts on time, ln E(y) = α + β t (+ ln total), by
 * iteratively reweighted least squares (McCullagh & Nelder 1989, sections 2.5 and 6.2). φ = max(1, Pearson's
 * χ² / (T − 2)), standard error √(φ / Σ μ (t − t̄)²), tested against t with T − 2 degrees of freedom. R's
 * `glm(family = quasipoisson)` does the same without the floor on φ.
 *
 * Null below eight weeks and where no slope can be fitted: all counts 0, or all of them in the first or the last week.
 *
 * @throws RangeError when a count is negative or missing, exceeds its total, or columns differ in length
 * @example fitTrend({ counts: Float64Array.of(12, 15, 11, 18, 20, 17, 25, 24, 30, 28) })?.slope // 0.1024
 */
export function fitTrend({ counts, totals }: TrendInput): Trend | null {
  const weeks = checkWeeks(counts, totals);
  const span = counts.length - 1;
  const T = weeks.length;
  if (T < fewestWeeks) return null;
  const positive = weeks.filter(({ y }) => y > 0);
  if (positive.length === 0) return null;
  const [first, last] = [weeks[0].t, weeks[T - 1].t];
  if (positive.every(({ t }) => t === first) || positive.every(({ t }) => t === last)) return null;

  // The intercept has a closed form given the slope, so only the slope is iterated: the profile score
  // Σ y (t − t̄(β)) is zero where t̄, the mean of t weighted by the fitted counts, is that of the counts.
  const sumY = positive.reduce((sum, { y }) => sum + y, 0);
  const goal = positive.reduce((sum, { y, t }) => sum + y * t, 0) / sumY;
  let slope = 0;
  let moments = fittedMoments(weeks, slope);
  for (let step = 0; step < 100; step++) {
    const miss = goal - moments.mean;
    const move = Math.max(-1, Math.min(1, miss / moments.variance));
    slope += move;
    moments = fittedMoments(weeks, slope);
    if (Math.abs(move) <= 1e-13 * Math.max(1, Math.abs(slope))) break;
  }
  let pearson = 0;
  for (const { t, y, exposure } of weeks) {
    const fitted = (sumY * exposure * Math.exp(slope * (t - goal))) / moments.weight;
    pearson += (y - fitted) ** 2 / fitted;
  }
  const df = T - 2;
  const dispersion = Math.max(1, pearson / df);
  const standardError = Math.sqrt(dispersion / (sumY * moments.variance));
  return {
    slope,
    standardError,
    dispersion,
    df,
    p: tTwoSided(slope / standardError, df),
    change: Math.expm1(slope * span),
  };

  function fittedMoments(rows: readonly Week[], beta: number) {
    let [weight, sum] = [0, 0];
    for (const { t, exposure } of rows) {
      const w = exposure * Math.exp(beta * (t - goal));
      weight += w;
      sum += w * t;
    }
    const mean = sum / weight;
    let spread = 0;
    for (const { t, exposure } of rows) spread += exposure * Math.exp(beta * (t - goal)) * (t - mean) ** 2;
    return { weight, mean, variance: spread / weight };
  }
}

interface Week {
  readonly t: number;
  readonly y: number;
  readonly exposure: number;
}

function checkWeeks(counts: Float64Array, totals: Float64Array | undefined): Week[] {
  if (totals && totals.length !== counts.length) throw new RangeError('columns of different length');
  const weeks: Week[] = [];
  counts.forEach((y, t) => {
    const exposure = totals ? totals[t] : 1;
    if (!(y >= 0 && y < Infinity)) throw new RangeError(`not a count: ${y}`);
    if (totals && !(exposure >= y)) throw new RangeError(`${y} of ${exposure} tickets`);
    if (exposure > 0) weeks.push({ t, y, exposure });
  });
  return weeks;
}

/** What the trends of counts and of shares say together. */
export interface JointTrend {
  /** 1 up, −1 down, 0 where the two disagree. */
  readonly direction: -1 | 0 | 1;
  /** The larger of the two p-values: both have to hold. */
  readonly p: number;
  /** The smaller of the two changes in size, with its sign. */
  readonly change: number;
}

/**
 * Joins the trend of an issue's counts and that of its share: a share falls when something else breaks out, and counts
 * rise when the whole desk grows, so only what both say is a trend. Null when either could not be fitted.
 *
 * @example joinTrends({ counts: fitTrend({ counts }), share: fitTrend({ counts, totals }) })
 */
export function joinTrends({
  counts,
  share,
}: {
  readonly counts: Trend | null;
  readonly share: Trend | null;
}): JointTrend | null {
  if (!counts || !share) return null;
  const agree = counts.slope * share.slope > 0;
  const smaller = Math.abs(counts.slope) < Math.abs(share.slope) ? counts : share;
  return {
    direction: agree ? (counts.slope > 0 ? 1 : -1) : 0,
    p: Math.max(counts.p, share.p),
    change: smaller.change,
  };
}

/** Least change, as a share, that is named. */
export const leastTrendChange = 0.25;

/**
 * Rising or falling, when both trends agree, the joint p-value survived `benjaminiHochberg` over all issues of the run,
 * and the change is at least a quarter; else steady.
 *
 * @example judgeTrend({ trend: { direction: 1, p: 0.001, change: 0.4 }, rejected: true }) // 'rising'
 */
export function judgeTrend({
  trend,
  rejected,
}: {
  readonly trend: JointTrend | null;
  readonly rejected: boolean;
}): 'rising' | 'falling' | 'steady' {
  if (!trend || !rejected || trend.direction === 0 || Math.abs(trend.change) < leastTrendChange)
    return 'steady';
  return trend.direction > 0 ? 'rising' : 'falling';
}

/** An issue's tickets and all tickets, week by week. */
export interface IssueWeeks {
  readonly counts: Float64Array;
  readonly totals: Float64Array;
}

/** The weeks before and after a fix; a year ago the same weeks, where two years of data are there. */
export interface FixInput {
  readonly before: IssueWeeks;
  readonly after: IssueWeeks;
  readonly yearAgo?: { readonly before: IssueWeeks; readonly after: IssueWeeks };
}

/** Whether a fix worked. */
export interface FixTest {
  readonly verdict: 'too_early' | 'fixed' | 'not_fixed';
  /** Share after ÷ share before (÷ the same ratio a year ago); 0.2 = four fifths fewer. */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
  readonly dispersion: number;
  /** Tickets after the fix if its share had stayed. */
  readonly expected: number;
}

/** Below this many expected tickets it is too early to say. */
export const fewestExpected = 5;

/**
 * Whether an issue's share fell after a fix: the log ratio of shares with ½ added to the counts, a after and b before,
 * SE² = φ (1 / (a + ½) + 1 / (b + ½)), φ = max(1, Pearson's χ² / df) of weekly counts about each side's share, tested
 * against t. With the same weeks of a year ago, their log ratio is taken off and their variance added.
 * `fixed` when the 95 % interval of the ratio lies below 1 and the mean weekly count fell as well; `too_early` below
 * five expected tickets. Null when a side has no weeks or no tickets at all.
 *
 * @throws RangeError when counts exceed totals, are missing, or columns differ in length
 */
export function testFix({ before, after, yearAgo }: FixInput): FixTest | null {
  const sides = [after, before, ...(yearAgo ? [yearAgo.after, yearAgo.before] : [])].map(sideOf);
  if (sides.some(({ total, weeks }) => weeks === 0 || total === 0)) return null;
  const [late, early] = sides;
  const logs = sides.map(({ count, total }) => Math.log((count + 0.5) / total));
  const log = logs[0] - logs[1] - (yearAgo ? logs[2] - logs[3] : 0);
  const df = sides.reduce((sum, { weeks }) => sum + weeks - 1, 0);
  const pearson = sides.reduce((sum, side) => sum + side.pearson, 0);
  const dispersion = df > 0 ? Math.max(1, pearson / df) : 1;
  const se = Math.sqrt(dispersion * sides.reduce((sum, { count }) => sum + 1 / (count + 0.5), 0));
  const half = tQuantile(0.975, Math.max(1, df)) * se;
  const expected = (early.count / early.total) * late.total * (yearAgo ? Math.exp(logs[2] - logs[3]) : 1);
  const fewer = late.count / late.weeks < early.count / early.weeks;
  const fixed = log + half < 0 && fewer;
  return {
    verdict: expected < fewestExpected ? 'too_early' : fixed ? 'fixed' : 'not_fixed',
    ratio: Math.exp(log),
    low: Math.exp(log - half),
    high: Math.exp(log + half),
    p: tTwoSided(log / se, Math.max(1, df)),
    dispersion,
    expected,
  };
}

function sideOf({ counts, totals }: IssueWeeks) {
  const weeks = checkWeeks(counts, totals);
  const count = weeks.reduce((sum, { y }) => sum + y, 0);
  const total = weeks.reduce((sum, { exposure }) => sum + exposure, 0);
  let pearson = 0;
  if (count > 0) {
    for (const { y, exposure } of weeks) {
      const fitted = (exposure * count) / total;
      pearson += (y - fitted) ** 2 / fitted;
    }
  }
  return { count, total, weeks: weeks.length, pearson };
}
