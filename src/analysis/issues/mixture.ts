import type { DenseRows } from './dense-rows.ts';
import type { FeatureRows } from './features.ts';
import { type LogTable, logTable } from './log-sums.ts';

/** A mixture of multinomials over weighted features: what each group says, and how often. */
export interface Mixture {
  readonly groups: number;
  readonly features: number;
  /** Weighted count of feature f in group k at `counts[f * groups + k]`. */
  readonly counts: Float32Array;
  /** log(count + smoothing), kept up to date beside the counts. */
  readonly logs: LogTable;
  /** Weighted count of everything that each group says. */
  readonly totals: Float64Array;
  readonly members: Float64Array;
  /** log(total + features · smoothing) and log(members + 1) of each group, kept up to date. */
  readonly logTotals: Float64Array;
  readonly logMembers: Float64Array;
  readonly featureWeights: Float64Array;
  readonly smoothing: number;
  /** Power of a group's size that counts in its score: below 0, large groups are held back. */
  readonly sizePower: number;
}

/** Most that a word which tells much counts before the power. */
const MOST_TELLING = 1.5;

/** Weight of each feature: what it tells to a power, pairs of words times `pairWeight`; 0 for what all texts hold. */
export function weighFeatures(
  { documentCounts, stems, learnt }: { documentCounts: Int32Array; stems: Int32Array; learnt: number },
  { tells, power, pairWeight }: { tells: Float64Array; power: number; pairWeight: number },
): Float64Array {
  return Float64Array.from(documentCounts, (held, feature) => {
    if (held >= learnt) return 0;
    return Math.min(MOST_TELLING, tells[feature]) ** power * (stems[feature * 2 + 1] < 0 ? 1 : pairWeight);
  });
}

function emptyMixture(of: Pick<Mixture, 'groups' | 'featureWeights' | 'smoothing' | 'sizePower'>): Mixture {
  const { groups, featureWeights, smoothing, sizePower } = of;
  const features = featureWeights.length;
  const logs = logTable(groups, featureWeights);
  logs.values.fill(Math.log(smoothing));
  return {
    groups,
    features,
    counts: new Float32Array(features * groups),
    logs,
    totals: new Float64Array(groups),
    members: new Float64Array(groups),
    logTotals: new Float64Array(groups).fill(Math.log(Math.max(1, features) * smoothing)),
    logMembers: new Float64Array(groups),
    featureWeights,
    smoothing,
    sizePower,
  };
}

/** Adds (`sign` 1) a row to a group, or takes it out (−1). */
function addToGroup(mixture: Mixture, rows: FeatureRows, { row, group, sign }: Membership): void {
  const { groups, counts, logs, totals, members, featureWeights, smoothing } = mixture;
  members[group] += sign;
  for (let p = rows.offsets[row]; p < rows.offsets[row + 1]; p++) {
    const feature = rows.features[p];
    const at = feature * groups + group;
    const count = Math.max(0, counts[at] + sign * featureWeights[feature]);
    counts[at] = count;
    logs.values[feature * logs.stride + group] = Math.log(count + smoothing);
    totals[group] += sign * featureWeights[feature];
  }
  mixture.logTotals[group] = Math.log(Math.max(0, totals[group]) + Math.max(1, mixture.features) * smoothing);
  mixture.logMembers[group] = Math.log(members[group] + 1);
}

interface Membership {
  readonly row: number;
  readonly group: number;
  readonly sign: 1 | -1;
}

/** Adds up a row's log likelihoods; `own` is the group that it is counted in, −1 = none. */
interface Scoring {
  readonly row: number;
  readonly own: number;
  readonly scores: Float64Array;
  /** What `saidBy` gives for the row, where it is known. */
  readonly said?: number;
}

/**
 * Writes the log likelihood of a row in every group into `scores` and returns the best group; in its own group the row
 * is judged as if it were not there. Large groups are held back a little (`sizePower`): otherwise they grow at the cost
 * of small ones, and what a person reads first is a mixture of problems.
 */
export function scoreGroups(
  mixture: Mixture,
  rows: FeatureRows,
  { row, own, scores, said = saidBy(mixture, rows, row) }: Scoring,
): number {
  const { groups, logs, logTotals, logMembers, sizePower } = mixture;
  const sums = logs.sum(rows.features, { from: rows.offsets[row], to: rows.offsets[row + 1] });
  let best = 0;
  for (let k = 0; k < groups; k++) {
    const size =
      k === own ? ownSizeTerm(mixture, { own, said }) : sizePower * logMembers[k] - said * logTotals[k];
    scores[k] = (k === own ? sums[k] + correctOwn(mixture, rows, { row, own }) : sums[k]) + size;
    if (scores[k] > scores[best]) best = k;
  }
  return best;
}

/** The same for a few groups only. Returns the best of them. */
function scoreShortList(
  mixture: Mixture,
  rows: FeatureRows,
  { row, own, scores, list, said = saidBy(mixture, rows, row) }: Scoring & { readonly list: Int32Array },
): number {
  const { logTotals, logMembers, sizePower } = mixture;
  sumShortList(mixture, rows, { row, scores, list });
  let best = -1;
  let most = 0;
  for (let i = 0; i < list.length; i++) {
    const k = list[i];
    const score =
      k === own
        ? scores[i] + ownSizeTerm(mixture, { own, said }) + correctOwn(mixture, rows, { row, own })
        : scores[i] + (sizePower * logMembers[k] - said * logTotals[k]);
    if (best < 0 || score > most) {
      best = k;
      most = score;
    }
  }
  return best;
}

/** Up to so many groups all sums are had sooner than a few. */
const FEW_GROUPS = 64;

/** Writes Σ weight · log of the listed groups into `scores`, in the order of the list. */
function sumShortList(
  { groups, logs, featureWeights }: Mixture,
  rows: FeatureRows,
  { row, scores, list }: { row: number; scores: Float64Array; list: Int32Array },
): void {
  const [from, to] = [rows.offsets[row], rows.offsets[row + 1]];
  if (groups <= FEW_GROUPS) {
    const sums = logs.sum(rows.features, { from, to });
    for (let i = 0; i < list.length; i++) scores[i] = sums[list[i]];
    return;
  }
  const { values, stride } = logs;
  scores.fill(0, 0, list.length);
  for (let p = from; p < to; p++) {
    const weight = featureWeights[rows.features[p]];
    const at = rows.features[p] * stride;
    for (let i = 0; i < list.length; i++) scores[i] += weight * values[at + list[i]];
  }
}

/** Weighted count of what a row says. */
export function saidBy({ featureWeights }: Mixture, { offsets, features }: FeatureRows, row: number): number {
  let said = 0;
  for (let p = offsets[row]; p < offsets[row + 1]; p++) said += featureWeights[features[p]];
  return said;
}

/** What a row's own group loses when the row is taken out of its counts. */
function correctOwn(mixture: Mixture, rows: FeatureRows, { row, own }: Omit<Scoring, 'scores'>): number {
  const { groups, counts, featureWeights, smoothing } = mixture;
  const { values, stride } = mixture.logs;
  let sum = 0;
  for (let p = rows.offsets[row]; p < rows.offsets[row + 1]; p++) {
    const feature = rows.features[p];
    const weight = featureWeights[feature];
    const left = Math.max(0, counts[feature * groups + own] - weight);
    sum += weight * (Math.log(left + smoothing) - values[feature * stride + own]);
  }
  return sum;
}

/** What its size and the length of its texts take from a row's own group, the row taken out of it. */
function ownSizeTerm(
  { totals, members, features, smoothing, sizePower }: Mixture,
  { own, said }: { own: number; said: number },
): number {
  const size = sizePower * Math.log(members[own]);
  if (said === 0) return size;
  return size - said * Math.log(Math.max(0, totals[own] - said) + features * smoothing);
}

const SHORT_LIST = 16;

/**
 * Moves every row to the group that explains it best, one after the other, each judged as if it were in none (hard
 * collapsed inference of a Dirichlet multinomial mixture, as Yin & Wang 2014). The first sweep looks at all groups,
 * later ones at the sixteen that were best for the row.
 *
 * @param groupOf start, changed in place; −1 for rows in no group yet.
 * @returns the mixture after the last sweep.
 */
export function sweepMixture(
  rows: FeatureRows,
  of: Pick<Mixture, 'groups' | 'featureWeights' | 'smoothing' | 'sizePower'> & {
    readonly groupOf: Int32Array;
    readonly sweeps: number;
  },
): Mixture {
  const { groupOf, groups, sweeps } = of;
  const mixture = emptyMixture(of);
  for (let row = 0; row < rows.rows; row++) {
    if (groupOf[row] >= 0) addToGroup(mixture, rows, { row, group: groupOf[row], sign: 1 });
  }
  if (groups === 0) return mixture;
  const scores = new Float64Array(groups);
  const length = Math.min(SHORT_LIST, groups);
  const lists = new Int32Array(rows.rows * length);
  const saidByRow = Float64Array.from({ length: rows.rows }, (_, row) => saidBy(mixture, rows, row));
  for (let sweep = 0; sweep < sweeps; sweep++) {
    let moved = 0;
    for (let row = 0; row < rows.rows; row++) {
      const own = groupOf[row];
      const said = saidByRow[row];
      const list = lists.subarray(row * length, (row + 1) * length);
      let group: number;
      if (sweep === 0) {
        group = scoreGroups(mixture, rows, { row, own, scores, said });
        bestGroups(scores, list);
      } else group = scoreShortList(mixture, rows, { row, own, scores, list, said });
      if (group === own) continue;
      moved++;
      if (own >= 0) addToGroup(mixture, rows, { row, group: own, sign: -1 });
      addToGroup(mixture, rows, { row, group, sign: 1 });
      groupOf[row] = group;
    }
    if (moved === 0) break;
  }
  return mixture;
}

/** Writes the groups with the largest scores into `list`, best first. */
function bestGroups(scores: Float64Array, list: Int32Array): void {
  let held = 0;
  for (let k = 0; k < scores.length; k++) {
    if (held === list.length && scores[k] <= scores[list[held - 1]]) continue;
    let at = held < list.length ? held++ : held - 1;
    while (at > 0 && scores[list[at - 1]] < scores[k]) {
      list[at] = list[at - 1];
      at--;
    }
    list[at] = k;
  }
}

/** log of a membership that is taken for none. */
const NEGLIGIBLE = -30;

/**
 * Square roots of softened memberships, one row each, so that the cosine of two rows is the Bhattacharyya overlap of
 * their memberships.
 */
export function membershipVectors(
  mixture: Mixture,
  rows: FeatureRows,
  { groupOf, temperature }: { groupOf: Int32Array; temperature: number },
): DenseRows {
  const { groups } = mixture;
  const values = new Float32Array(rows.rows * groups);
  const scores = new Float64Array(groups);
  for (let row = 0; row < rows.rows; row++) {
    const best = scores[scoreGroups(mixture, rows, { row, own: groupOf[row], scores })];
    let sum = 0;
    for (let k = 0; k < groups; k++) {
      const below = (scores[k] - best) / temperature;
      scores[k] = below < NEGLIGIBLE ? 0 : Math.exp(below);
      sum += scores[k];
    }
    for (let k = 0; k < groups; k++) values[row * groups + k] = Math.sqrt(scores[k] / sum);
  }
  return { rows: rows.rows, width: groups, values };
}
