import { countUpTo } from './quantile.ts';
import { ending, type IncidenceCurve } from './survival.ts';

/** The rows behind a curve (without delayed entry), and the time at which its incidence is looked at. */
export interface InfluenceInput {
  readonly curve: IncidenceCurve;
  readonly time: Float64Array;
  readonly end: Uint8Array;
  readonly t: number;
}

/**
 * How much each row moves the incidence F(t): the derivative of Aalen and Johansen's estimate by the row's weight
 * (infinitesimal jackknife; R's `survfit(…, influence = TRUE)`). The derivatives sum to 0; the sum of their squares is
 * the variance of F(t) for independent rows, Greenwood's for Kaplan–Meier without ties, and their sums by day tell how
 * far days differ beyond that. Without censoring they are (1{event by t} − F(t)) / n.
 *
 * With S the share free of any ending, Yⱼ at risk, dⱼ events and Dⱼ endings at tⱼ, and Tᵢ the row's own time:
 * ∂F(t) = Σⱼ (dⱼ S(tⱼ₋) / Yⱼ) hᵢⱼ + 1{event at Tᵢ ≤ t} S(Tᵢ₋) / Y(Tᵢ) − Σ_{tⱼ ≤ min(Tᵢ, t)} S(tⱼ₋) dⱼ / Yⱼ²,
 * hᵢⱼ = Σ_{tₖ < tⱼ, tₖ ≤ Tᵢ} Dₖ / (Yₖ (Yₖ − Dₖ)) − 1{ended at Tᵢ < tⱼ} / (Y(Tᵢ) − D(Tᵢ)).
 *
 * @example
 * const time = Float64Array.of(1, 2, 3, 4);
 * const end = Uint8Array.of(1, 1, 1, 1);
 * incidenceInfluence({ curve: cumulativeIncidence({ time, end }), time, end, t: 2 }) // [1/8, 1/8, −1/8, −1/8]
 */
export function incidenceInfluence({ curve, time, end, t }: InfluenceInput): Float64Array {
  const { times, incidence, atRisk, free } = curve;
  const last = countUpTo(times, t) - 1;
  const influence = new Float64Array(time.length);
  if (last < 0) return influence;
  const step = Int32Array.from(time, (own) => countUpTo(times, own) - 1);
  const { hits, all } = countEndings({ end, step, steps: times.length });
  const freeBefore = (k: number): number => (k === 0 ? 1 : free[k - 1]);
  const lost = new Float64Array(last + 1);
  const weighted = new Float64Array(last + 1);
  const expected = new Float64Array(last + 1);
  let [lostBefore, weightedBefore, expectedBefore] = [0, 0, 0];
  for (let k = 0; k <= last; k++) {
    const risk = atRisk[k];
    const rise = (freeBefore(k) * hits[k]) / risk;
    weightedBefore += rise * lostBefore;
    expectedBefore += rise / risk;
    lostBefore += risk > all[k] ? all[k] / (risk * (risk - all[k])) : 0;
    weighted[k] = weightedBefore;
    expected[k] = expectedBefore;
    lost[k] = lostBefore;
  }
  for (let i = 0; i < time.length; i++) {
    const own = step[i];
    const seen = Math.min(own, last);
    if (seen < 0) continue;
    let moved = weighted[seen] - expected[seen];
    const hasEnded = end[i] !== ending.censored;
    if (own < last) {
      const left = hasEnded ? 1 / (atRisk[own] - all[own]) : 0;
      moved += (incidence[last] - incidence[own]) * (lost[own] - left);
    }
    if (end[i] === ending.event && own <= last) moved += freeBefore(own) / atRisk[own];
    influence[i] = moved;
  }
  return influence;
}

interface EndingCounts {
  readonly hits: Float64Array;
  readonly all: Float64Array;
}

/** Events, and endings of any kind, at each step of a curve. */
function countEndings(rows: {
  readonly end: Uint8Array;
  readonly step: Int32Array;
  readonly steps: number;
}): EndingCounts {
  const hits = new Float64Array(rows.steps);
  const all = new Float64Array(rows.steps);
  rows.end.forEach((end, i) => {
    if (end === ending.censored) return;
    all[rows.step[i]]++;
    if (end === ending.event) hits[rows.step[i]]++;
  });
  return { hits, all };
}
