import type { Stat } from '../../model/metric.ts';
import type { Period } from '../../model/segment.ts';
import { differenceOf } from '../../stats/difference.ts';
import type { Precision } from '../../stats/interval.ts';
import {
  cumulativeIncidence,
  type IncidenceCurve,
  incidenceAt,
  incidenceQuantile,
} from '../../stats/survival.ts';
import { incidenceInfluence } from '../../stats/survival-influence.ts';
import { isTooFew, type ThresholdStat } from '../../stats/too-few.ts';
import { relevance } from '../../stats/verdict.ts';
import { dayAt } from '../../time/period.ts';
import type { Zone } from '../../time/zone.ts';
import { type CurveRows, quantile, within } from '../metrics/censored.ts';
import type { Judgement } from './compare.ts';
import { type DayResiduals, designOfResiduals } from './day-tally.ts';

/** The tickets of a period and how they ended by the moment it is looked at from. */
export interface CurveSide {
  readonly rows: CurveRows;
  readonly period: Period;
}

/**
 * A statistic with open tickets counted in, of two periods: `comparePeriods` with Aalen and Johansen's estimate in
 * place of a share, and how far each ticket moves it in place of hits and misses. A quantile is looked at where the
 * tickets of both periods together reach it. Null where either side does not reach it, or was not watched so long.
 */
export function compareCurves(
  stat: Stat,
  { before, after, zone }: { readonly before: CurveSide; readonly after: CurveSide; readonly zone: Zone },
): Judgement | null {
  const sides = [before, after].map(({ rows }) => cumulativeIncidence(rows));
  if (sides.some(({ n }) => n === 0)) return null;
  const q = quantile[stat];
  const t = q === undefined ? within[stat] : pooledQuantile([before.rows, after.rows], q);
  if (t === undefined || t === null) return null;
  const [first, second] = [before, after].map((side, i) => residualsOf(side, { curve: sides[i], t, zone }));
  const design = designOfResiduals({ before: first, after: second, pairing: 'weekday' });
  const precision: Precision = design ? { deff: design.deff, z: design.z } : {};
  const [was, is] = sides.map((curve) => {
    if (q === undefined) return incidenceAt({ curve, t, ...precision });
    const { value, low, high } = incidenceQuantile({ curve, q, ...precision });
    return value === null ? null : { value, low, high };
  });
  if (!was || !is) return null;
  const threshold = q === undefined ? 'share' : (stat as ThresholdStat);
  return {
    tooFew: sides.some(({ n }) => isTooFew(threshold, n)),
    difference: design && differenceOf({ before: was, after: is, df: design.df }),
    before: was.value,
    relevance: q === undefined ? relevance.share : relevance.duration,
    design,
  };
}

function pooledQuantile(sides: readonly CurveRows[], q: number): number | null {
  const n = sides.reduce((sum, { time }) => sum + time.length, 0);
  const time = new Float64Array(n);
  const end = new Uint8Array(n);
  let at = 0;
  for (const side of sides) {
    time.set(side.time, at);
    end.set(side.end, at);
    at += side.time.length;
  }
  return incidenceQuantile({ curve: cumulativeIncidence({ time, end }), q }).value;
}

interface ResidualOptions {
  readonly curve: IncidenceCurve;
  readonly t: number;
  readonly zone: Zone;
}

function residualsOf({ rows, period }: CurveSide, { curve, t, zone }: ResidualOptions): DayResiduals {
  const influence = incidenceInfluence({ curve, time: rows.time, end: rows.end, t });
  const from = dayAt(period.start, zone);
  const byDay: number[][] = Array.from({ length: dayAt(period.end - 1, zone) - from + 1 }, () => []);
  influence.forEach((moved, i) => {
    byDay[dayAt(rows.at[i], zone) - from].push(moved);
  });
  // Small to large, so that the order of rows cannot move a digit.
  const sumOf = (values: readonly number[]): number =>
    [...values].sort((a, b) => a - b).reduce((sum, value) => sum + value, 0);
  return {
    from,
    sums: Float64Array.from(byDay, (day) => (day.length === 0 ? Number.NaN : sumOf(day))),
    independent: sumOf([...influence].map((moved) => moved * moved)),
  };
}
