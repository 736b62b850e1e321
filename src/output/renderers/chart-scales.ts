import { scaleLinear } from 'd3-scale';
import type { MatrixBlock, SeriesBlock, Unit } from './block-values.ts';
import { rangeOf } from './sparks.ts';

/** Room of a chart in its own units; the page scales the whole. */
export const frame = { width: 480, height: 232, left: 46, right: 10, top: 14, bottom: 26 } as const;

export interface ValueScale {
  /** From a value to its height on the page. */
  readonly place: (value: number) => number;
  readonly ticks: readonly number[];
  readonly low: number;
  readonly high: number;
}

const second = 1000;
/** Steps of a time axis are round in the unit that people would use, not in milliseconds. */
function stepOf(unit: Unit, highest: number): number {
  if (unit !== 'duration') return 1;
  const steps = [86_400 * second, 3600 * second, 60 * second, second];
  return steps.find((step) => highest >= 2 * step) ?? second;
}

/**
 * The scale of values. Bars start at 0, as their length is what is read; lines do too, except for shares, scores and
 * points whose values lie close together: there a scale from 0 would hide what the chart is for.
 */
export function valueScale(block: SeriesBlock, highest: number, lowest: number): ValueScale {
  const own = block.edges ? undefined : block.target;
  const top = Math.max(highest, own ?? highest);
  const bottom = Math.min(lowest, own ?? lowest);
  const near = block.unit === 'share' || block.unit === 'score' || block.unit === 'points';
  const fromZero = block.style !== 'lines' || !near || bottom < top / 2;
  const step = stepOf(block.unit, top);
  const from = fromZero ? Math.min(0, bottom) : bottom;
  const to = Math.max(top, fromZero ? 0 : top);
  const scale = scaleLinear()
    .domain([from / step, (to > from ? to : from + step) / step])
    .nice(4)
    .range([frame.height - frame.bottom, frame.top]);
  const [low = 0, high = 1] = scale.domain();
  const cap = block.unit === 'share' ? Math.max(1, top) : Number.POSITIVE_INFINITY;
  if (high * step > cap) scale.domain([low, cap / step]);
  const ticks = scale.ticks(4).filter((tick) => block.unit !== 'count' || Number.isInteger(tick));
  return {
    place: (value) => scale(value / step),
    ticks: ticks.map((tick) => tick * step),
    low: low * step,
    high: Math.min(high * step, cap),
  };
}

/** Lowest and highest of all lines of a block, intervals included; of stacks the highest sum. */
export function extentOf(block: SeriesBlock): { readonly low: number; readonly high: number } | null {
  if (block.style === 'stacked') {
    const sums = block.x.map((_, index) =>
      block.lines.reduce((sum, line) => sum + Math.max(0, line.values[index] ?? 0), 0),
    );
    return block.lines.every((line) => rangeOf(line.values) === null) ? null : rangeOf(sums);
  }
  return rangeOf(block.lines.flatMap((line) => [...line.values, ...(line.low ?? []), ...(line.high ?? [])]));
}

/** Indexes of the labels that are written, at an even distance, no more than `most`. */
export function labelled(length: number, most: number): readonly number[] {
  const every = Math.max(1, Math.ceil(length / most));
  return Array.from({ length: Math.ceil(length / every) }, (_, index) => index * every);
}

/** Where a value lies among the edges of bins: 2.5 is the middle of the third bin. null off the scale. */
export function binPosition(edges: readonly number[], value: number): number | null {
  for (let bin = 0; bin + 1 < edges.length; bin += 1) {
    const from = edges[bin] ?? 0;
    const to = edges[bin + 1] ?? 0;
    if (value >= from && value <= to)
      return bin + (Number.isFinite(to) && to > from ? (value - from) / (to - from) : 0);
  }
  return null;
}

/**
 * How strongly the values of a matrix are drawn: 0 for nothing, up to 1. Counts by their rank among all that are there
 * (the share of them that is no larger), so that one busy hour leaves the others apart; other units by their size.
 */
export function heatOf({
  unit,
  values,
}: Pick<MatrixBlock, 'unit' | 'values'>): (value: number | null) => number {
  const present = Float64Array.from(
    values.flat().filter((value) => value !== null && value > 0) as number[],
  ).sort();
  const highest = present.at(-1) ?? 0;
  return (value) => {
    if (value === null || !(value > 0)) return 0;
    return unit === 'count'
      ? present.filter((each) => each <= value).length / present.length
      : value / highest;
  };
}
