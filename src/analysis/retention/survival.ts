import type { SurvivalCourse, SurvivalPoint } from '../../model/retention.ts';
import {
  countAtRisk,
  cumulativeIncidence,
  ending,
  incidenceAt,
  incidenceQuantile,
} from '../../stats/survival.ts';
import { fewestFor } from '../../stats/too-few.ts';
import type { CustomerTenures } from '../metrics/customer-tenures.ts';

/** Mean length of a month. */
export const MONTH = (365.25 / 12) * 86_400_000;

/**
 * How long customers stay: Kaplan–Meier from the first start to the last end, who is still a customer at as-of counted
 * as such; `asOf` is no later than ends are known. Who began before ends are known enters at that age (delayed entry): the earlier part of those years was seen
 * by survivors only. A course is drawn as far as at least five customers were watched.
 */
export function survivalOf(tenures: CustomerTenures, asOf: number): SurvivalCourse | null {
  const { size, startedAt, endedAt, endsKnownFrom } = tenures;
  const time = Float64Array.from(startedAt, (start, c) => Math.max(0, Math.min(endedAt[c], asOf) - start));
  const end = Uint8Array.from(endedAt, (at) => (at <= asOf ? ending.event : ending.censored));
  const entry = endsKnownFrom > 0 ? startedAt.map((start) => Math.max(0, endsKnownFrom - start)) : undefined;
  if (size === 0) return null;
  const curve = cumulativeIncidence({ time, end, ...(entry ? { entry } : {}) });
  if (curve.n === 0) return null;
  const points: SurvivalPoint[] = [];
  for (let months = 0; months * MONTH <= curve.lastSeen; months++) {
    const atRisk = countAtRisk(curve, months * MONTH);
    const gone = incidenceAt({ curve, t: months * MONTH });
    if (!gone || (months > 0 && atRisk < fewestFor('share'))) break;
    points.push({
      months,
      value: 1 - gone.value,
      low: gone.high === null ? null : 1 - gone.high,
      high: gone.low === null ? null : 1 - gone.low,
      atRisk,
    });
  }
  return { points, customers: curve.n, ended: curve.events, median: incidenceQuantile({ curve, q: 0.5 }) };
}
