import type { Figure } from '../../model/metric.ts';
import { both, sentence } from '../../model/sentence.ts';
import { ending } from '../../stats/survival.ts';
import { cohortOf, curveRowsOf } from './censored.ts';
import type { FigureRequest } from './figure-request.ts';
import { isUnavailable } from './unavailable.ts';

/** A figure, with the ends between which it lies where open tickets leave only these. */
export interface BoundedFigure extends Figure {
  readonly bound?: { readonly least: number; readonly most: number } | null;
}

/**
 * `max` and `mean` of what has a beginning in the period, with the waits of tickets that are still open (DEFINITIONS 13).
 * The longest wait so far is exact at as-of. The mean over finished and present waits is a lower bound; were each open
 * ticket to last its present wait and the longest finished duration more, it would be the upper one.
 *
 * @param figures those of finished tickets, in the order of the cells
 */
export function withOpenWaits(figures: readonly BoundedFigure[], request: FigureRequest): BoundedFigure[] {
  const { desk, metric, context, grouping, periods } = request;
  const cohort = cohortOf(metric, desk, context);
  if (isUnavailable(cohort)) return [...figures];
  const rows = curveRowsOf({ cohort, grouping, periods, knownUntil: request.knownUntil ?? null });
  return figures.map((figure, cell) => {
    if (figure.status === 'unavailable' || !rows[cell]) return figure;
    const waits = waitsOf(rows[cell]);
    if (waits.open === 0) return figure;
    return figure.stat === 'max' ? longestSoFar(figure, waits) : boundedMean(figure, waits);
  });
}

interface Waits {
  readonly open: number;
  /** Sum and longest of the present waits, in milliseconds. */
  readonly openSum: number;
  readonly openLongest: number;
  readonly finishedLongest: number;
}

function waitsOf({ time, end }: { readonly time: Float64Array; readonly end: Uint8Array }): Waits {
  let [open, openSum, openLongest, finishedLongest] = [0, 0, 0, 0];
  for (let i = 0; i < time.length; i++) {
    if (end[i] === ending.censored) {
      open++;
      openSum += time[i];
      openLongest = Math.max(openLongest, time[i]);
    } else if (end[i] === ending.event) finishedLongest = Math.max(finishedLongest, time[i]);
  }
  return { open, openSum, openLongest, finishedLongest };
}

function longestSoFar(figure: BoundedFigure, { open, openLongest }: Waits): BoundedFigure {
  const { value, n, status } = figure;
  const longest = Math.max(value ?? 0, openLongest);
  const counted = sentence('why.open_counted', { open });
  return {
    ...figure,
    value: longest,
    n: n + open,
    open,
    status: status === 'too_few' && n === 0 ? 'ok' : status,
    reason: both(figure.reason, counted),
  };
}

/** The mean with every open ticket at its present wait, and at that and the longest finished duration more. */
function boundedMean(figure: BoundedFigure, waits: Waits): BoundedFigure {
  const { value, n, status } = figure;
  const { open, openSum, finishedLongest } = waits;
  const all = n + open;
  const counted = sentence('why.open_counted_so_far', { open });
  const sum = (value ?? 0) * n + openSum;
  const least = sum / all;
  // Without any finished ticket nobody knows how long the open ones will last.
  const most = n === 0 ? Number.POSITIVE_INFINITY : (sum + open * finishedLongest) / all;
  return {
    ...figure,
    value: least,
    low: null,
    high: null,
    n: all,
    open,
    status: status === 'edge' || status === 'window_open' ? status : all < 5 ? 'too_few' : 'ok',
    reason: both(figure.reason, counted),
    bound: { least, most },
  };
}
