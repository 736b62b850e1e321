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
function cheapest(rows: readonly Float64Array[], costOf: Costs['costOf']): readonly number[] {
  const width = rows[0].length;
  const costs: Costs = {
    costOf,
    rowOf: new Array<number>(width).fill(-1),
    rowPrice: new Float64Array(rows.length),
    columnPrice: new Float64Array(width),
  };
  for (let row = 0; row < rows.length; row++) {
    const path = shortestPath(costs, row);
    reprice(costs, row, path);
    passAlong(costs.rowOf, row, path);
  }
  return costs.rowOf;
}

/** What is assigned so far, and the prices under which no other assignment of it costs less. */
interface Costs {
  readonly costOf: (row: number, column: number) => number;
  readonly rowOf: number[];
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
}

/** The cheapest way from a row, over rows that give up their columns, to a column that nobody uses. */
interface Path {
  readonly end: number;
  readonly length: number;
  readonly distance: Float64Array;
  /** The column on the way before each one, −1 for the first. */
  readonly before: Int32Array;
  /** 1 for columns that were reached for certain. */
  readonly isDone: Uint8Array;
}

function shortestPath({ costOf, rowOf, rowPrice, columnPrice }: Costs, start: number): Path {
  const width = rowOf.length;
  const distance = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(width).fill(-1);
  const isDone = new Uint8Array(width);
  let row = start;
  let end = -1;
  let length = 0;
  do {
    let next = -1;
    for (let column = 0; column < width; column++) {
      if (isDone[column]) continue;
      const away = length + costOf(row, column) - rowPrice[row] - columnPrice[column];
      if (away < distance[column]) {
        distance[column] = away;
        before[column] = end;
      }
      if (next < 0 || distance[column] < distance[next]) next = column;
    }
    end = next;
    length = distance[end];
    isDone[end] = 1;
    row = rowOf[end];
  } while (row >= 0);
  return { end, length, distance, before, isDone };
}

function reprice(
  { rowOf, rowPrice, columnPrice }: Costs,
  start: number,
  { end, length, distance, isDone }: Path,
): void {
  rowPrice[start] += length;
  for (let column = 0; column < rowOf.length; column++) {
    if (!isDone[column] || column === end) continue;
    columnPrice[column] += distance[column] - length;
    rowPrice[rowOf[column]] += length - distance[column];
  }
}

/** Gives every column on the way to the row before, and the first one to the row that it starts from. */
function passAlong(rowOf: number[], start: number, { end, before }: Path): void {
  for (let column = end; column >= 0; ) {
    const earlier = before[column];
    rowOf[column] = earlier < 0 ? start : rowOf[earlier];
    column = earlier;
  }
}
