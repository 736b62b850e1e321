import type { FeatureRows } from './features.ts';
import { type Mixture, saidBy, scoreGroups } from './mixture.ts';

interface SmallGroupRules {
  /** A group is small when it has less than this share of the median group's tickets. */
  readonly smallShare: number;
  /** A small group stays when it explains its texts by so much better than the next group does, see `marginsOf`. */
  readonly clearFrom: number;
  /** Tickets that make an issue. */
  readonly minSize: number;
}

interface Grouped extends SmallGroupRules {
  readonly groupOf: Int32Array;
  readonly groups: number;
  readonly mixture: Mixture;
  /** Tickets of each row. */
  readonly weights: Int32Array;
}

/**
 * Takes apart groups that are neither large nor told clearly from the rest: their rows become −1, to be placed among
 * the others. A few tickets that are worded like no others stay an issue, however few they are.
 */
export function partSmallGroups(rows: FeatureRows, of: Grouped): Int32Array {
  const { groupOf, groups, weights, smallShare, clearFrom } = of;
  const sizes = new Float64Array(groups);
  groupOf.forEach((group, row) => {
    if (group >= 0) sizes[group] += weights[row];
  });
  const least = smallShare * medianOf(sizes.filter((size) => size > 0));
  if (sizes.every((size) => size >= least || size === 0)) return groupOf;
  const margins = marginsOf(rows, of);
  return groupOf.map((group) =>
    group >= 0 && sizes[group] < least && margins[group] < clearFrom ? -1 : group,
  );
}

const medianOf = (values: Float64Array): number => values.sort()[values.length >> 1];

/**
 * How clearly each group is told: by how much it explains its texts better than the next best group does, in nats per
 * weight of what a text says, mean over its texts. Each is judged without itself, but for those that came often enough
 * to be an issue alone.
 */
function marginsOf(rows: FeatureRows, of: Grouped): Float64Array {
  const { groupOf, groups, mixture, weights, minSize } = of;
  const sums = new Float64Array(groups);
  const texts = new Float64Array(groups);
  const scores = new Float64Array(groups);
  groupOf.forEach((own, row) => {
    const said = own < 0 ? 0 : saidBy(mixture, rows, row);
    if (said === 0) return;
    scoreGroups(mixture, rows, { row, own: weights[row] < minSize ? own : -1, scores });
    let next = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < groups; k++) if (k !== own && scores[k] > next) next = scores[k];
    sums[own] += (scores[own] - next) / said;
    texts[own]++;
  });
  return sums.map((sum, group) => sum / Math.max(1, texts[group]));
}
