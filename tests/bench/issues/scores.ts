/** How well groups agree with known classes. */
export interface Scores {
  /** Normalised mutual information, arithmetic mean of the entropies. */
  readonly nmi: number;
  /** Adjusted Rand index (Hubert & Arabie 1985). */
  readonly ari: number;
  /** Share of the rows of the twenty largest groups that are of their group's commonest class. */
  readonly purity20: number;
  readonly found: number;
  readonly classes: number;
  /** Share of rows in no group. */
  readonly leftOut: number;
}

/**
 * Scores over all rows. Rows in no group (−1) count as one group: as singletons they would flatter, and leaving all
 * rows out would score an NMI of 64 on banking77.
 */
export function scoreGroups(classOf: Int32Array, groupOf: Int32Array): Scores {
  const rows = classOf.length;
  const joint = new Map<string, number>();
  const groups = new Map<number, number>();
  const classes = new Map<number, number>();
  const raise = <K>(counts: Map<K, number>, key: K): void => {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (let row = 0; row < rows; row++) {
    raise(joint, `${groupOf[row]} ${classOf[row]}`);
    raise(groups, groupOf[row]);
    raise(classes, classOf[row]);
  }
  let mutual = 0;
  let pairs = 0;
  const commonest = new Map<number, number>();
  for (const [key, count] of joint) {
    const [group, label] = key.split(' ').map(Number);
    const expected = ((groups.get(group) ?? 0) * (classes.get(label) ?? 0)) / rows;
    mutual += (count / rows) * Math.log(count / expected);
    pairs += pairsOf(count);
    commonest.set(group, Math.max(commonest.get(group) ?? 0, count));
  }
  const entropy = entropyOf(groups, rows) + entropyOf(classes, rows);
  const groupPairs = sum([...groups.values()].map(pairsOf));
  const classPairs = sum([...classes.values()].map(pairsOf));
  const chance = (groupPairs * classPairs) / pairsOf(rows);
  const largest = [...groups]
    .filter(([group]) => group >= 0)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 20);
  return {
    nmi: entropy === 0 ? 1 : (2 * mutual) / entropy,
    ari: (pairs - chance) / ((groupPairs + classPairs) / 2 - chance),
    purity20:
      sum(largest.map(([group]) => commonest.get(group) ?? 0)) / Math.max(1, sum(largest.map(([, n]) => n))),
    found: groups.size - (groups.has(-1) ? 1 : 0),
    classes: classes.size,
    leftOut: (groups.get(-1) ?? 0) / rows,
  };
}

const pairsOf = (count: number): number => (count * (count - 1)) / 2;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function entropyOf(counts: ReadonlyMap<number, number>, rows: number): number {
  let entropy = 0;
  for (const count of counts.values()) entropy -= (count / rows) * Math.log(count / rows);
  return entropy;
}

/** Area under the ROC curve of a score that should be low for what is marked 1; ties in order of rows. */
export function areaUnderCurve(scores: ArrayLike<number>, isMarked: ArrayLike<number>): number {
  const order = Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => scores[a] - scores[b]);
  let marked = 0;
  let area = 0;
  for (const i of order) {
    if (isMarked[i] === 1) marked++;
    else area += marked;
  }
  return area / (marked * (scores.length - marked));
}
