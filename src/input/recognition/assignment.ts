import type { FieldId } from '../../model/fields.ts';
import type { Candidate } from './field-match.ts';

/** What became of a field: its column, and how far the best column that nobody else needs is behind. */
export interface Assigned extends Candidate {
  /** The best other column for this field among those that feed no other one; null where there is none. */
  readonly runnerUp: Candidate | null;
}

/**
 * The assignment of columns to fields, each used once, that is the best over all of them: the sum of the squared
 * scores is the largest (squares, so that one certain column is worth more than two faint ones). Fields and columns
 * that share no candidates are independent of each other and are solved apart.
 */
export function assign(candidates: readonly Candidate[], least: number): Map<FieldId, Assigned> {
  const usable = candidates.filter(({ score }) => score >= least);
  const chosen: Candidate[] = [];
  for (const component of componentsOf(usable)) chosen.push(...bestOf(component));
  const taken = new Set(chosen.map(({ look }) => look.index));
  const result = new Map<FieldId, Assigned>();
  // In the order of the candidates, best first, which is also the order in which people read them.
  for (const candidate of usable) {
    if (!chosen.includes(candidate)) continue;
    const runnerUp =
      candidates.find(({ field, look }) => field === candidate.field && !taken.has(look.index)) ?? null;
    result.set(candidate.field, { ...candidate, runnerUp });
  }
  return result;
}

/** Candidates in groups that share neither field nor column. */
function componentsOf(candidates: readonly Candidate[]): Candidate[][] {
  const parent = candidates.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root];
    return root;
  };
  const firstBy = new Map<FieldId | number, number>();
  candidates.forEach(({ field, look }, at) => {
    for (const key of [field, look.index]) {
      const first = firstBy.get(key);
      if (first === undefined) firstBy.set(key, at);
      else parent[rootOf(at)] = rootOf(first);
    }
  });
  const groups = new Map<number, Candidate[]>();
  candidates.forEach((candidate, at) => {
    const root = rootOf(at);
    const group = groups.get(root);
    if (group) group.push(candidate);
    else groups.set(root, [candidate]);
  });
  return [...groups.values()];
}

/** Of two assignments of the same worth, the one whose columns come first among the candidates. */
const EARLIER = 1e-7;

/**
 * The best assignment within one group, by shortest augmenting paths (Kuhn 1955, Munkres 1957; Jonker & Volgenant
 * 1987), with a column of no worth for each field that is better left empty.
 */
function bestOf(group: readonly Candidate[]): Candidate[] {
  if (group.length === 1) return [group[0]];
  const fields = [...new Set(group.map(({ field }) => field))];
  const columns = [...new Set(group.map(({ look }) => look.index))];
  if (fields.length === 1 || columns.length === 1) return [group[0]];
  const width = columns.length + fields.length;
  const cost = fields.map(() => new Float64Array(width).fill(1));
  const byPair = new Map<number, Candidate>();
  group.forEach((candidate, rank) => {
    const row = fields.indexOf(candidate.field);
    const column = columns.indexOf(candidate.look.index);
    byPair.set(row * width + column, candidate);
    cost[row][column] = 1 - candidate.score * candidate.score + rank * EARLIER;
  });
  const isReal = (row: number, column: number): boolean => byPair.has(row * width + column);
  const rowOf = cheapest(cost, (row, column) =>
    column >= columns.length || isReal(row, column) ? cost[row][column] : Number.MAX_SAFE_INTEGER,
  );
  return rowOf.flatMap((row, column) =>
    row >= 0 && isReal(row, column) ? [byPair.get(row * width + column)!] : [],
  );
}

/** For every column the row that uses it at the least cost over all rows, or −1. */
function cheapest(
  rows: readonly Float64Array[],
  costOf: (row: number, column: number) => number,
): readonly number[] {
  const width = rows[0].length;
  const rowOf: number[] = new Array<number>(width).fill(-1);
  const rowPrice = new Float64Array(rows.length);
  const columnPrice = new Float64Array(width);
  for (let start = 0; start < rows.length; start++) {
    const distance = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
    const before = new Int32Array(width).fill(-1);
    const isDone = new Uint8Array(width);
    let row = start;
    let column = -1;
    let reached = 0;
    do {
      let next = -1;
      for (let other = 0; other < width; other++) {
        if (isDone[other]) continue;
        const away = reached + costOf(row, other) - rowPrice[row] - columnPrice[other];
        if (away < distance[other]) {
          distance[other] = away;
          before[other] = column;
        }
        if (next < 0 || distance[other] < distance[next]) next = other;
      }
      column = next;
      reached = distance[column];
      isDone[column] = 1;
      row = rowOf[column];
    } while (row >= 0);
    rowPrice[start] += reached;
    for (let other = 0; other < width; other++) {
      if (!isDone[other] || other === column) continue;
      columnPrice[other] += distance[other] - reached;
      rowPrice[rowOf[other]] += reached - distance[other];
    }
    for (let at = column; at >= 0; ) {
      const earlier = before[at];
      rowOf[at] = earlier < 0 ? start : rowOf[earlier];
      at = earlier;
    }
  }
  return rowOf;
}
