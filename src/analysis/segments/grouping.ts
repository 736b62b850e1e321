import type { Segment } from '../../model/segment.ts';
import type { Dimension } from './dimension.ts';

/**
 * Which segments each ticket is in. Segment 0 is the whole desk where totals are asked for or no dimension is;
 * the others follow in the order of their names, missing values last; with `top` the largest first, what is left last.
 */
export interface Grouping {
  readonly segments: readonly Segment[];
  /** One group a ticket, or −1 for none; null where tickets can be in several (lists). */
  readonly single: Int32Array | null;
  /** Groups of ticket t: `groups[offsets[t]] … groups[offsets[t + 1] − 1]`; used where `single` is null. */
  readonly offsets: Uint32Array | null;
  readonly groups: Uint32Array | null;
  /** Group of the whole desk beside the others, or −1. */
  readonly total: number;
  /** Group of an entry that belongs to no ticket (a survey answer that could not be joined), or −1. */
  readonly orphan: number;
  /** Group of each answer, all surveys counted through, where answers know their own fields; for those without a ticket. */
  readonly answers?: Int32Array | null;
}

export interface GroupingOptions {
  readonly dimensions: readonly Dimension[];
  readonly rows: number;
  /** 1 where a ticket passes the filter; null when all do. */
  readonly mask: Uint8Array | null;
  readonly totals: boolean;
  /** Keep the largest segments and put the rest together as "others". */
  readonly top: number | null;
  /** 1 for tickets whose number says how large a segment is, those of the periods shown; null or left out: all. */
  readonly isCounted?: Uint8Array | null;
  /** There are entries that belong to no ticket: they are among those whose value is missing, even without a ticket there. */
  readonly hasOrphans?: boolean;
  /** 1 for each answer, all surveys counted through, that belongs to no ticket. */
  readonly isOrphan?: Uint8Array | null;
  /** With a filter: 1 for each answer that passes it by its own fields. */
  readonly answersMask?: Uint8Array | null;
}

/** The name of the segment that holds what `--top` left over, and of total rows. */
export const OTHERS = '(others)';
export const TOTAL = '(total)';

/** Groups tickets by the values of dimensions. */
export function groupTickets(options: GroupingOptions): Grouping {
  const { dimensions, rows, mask, totals, top } = options;
  if (dimensions.length === 0) return wholeDesk(options);
  const keys = new KeyTable();
  const isSingle = dimensions.every(({ offsets }) => offsets === null);
  const raw = isSingle ? singleKeys(dimensions, rows, mask, keys) : null;
  const lists = isSingle ? null : listKeys(dimensions, rows, mask, keys);
  const ofAnswers = keysOfAnswers(options, keys);
  const hasOrphans = options.hasOrphans === true && !mask && !ofAnswers;
  const orphanKey = hasOrphans ? keys.of(dimensions.map(() => 0)) : -1;
  // How large they are decides nothing where all of them are shown.
  const sizes =
    top === null
      ? new Float64Array(keys.size)
      : sizesOf(keys.size, { raw, lists, isCounted: options.isCounted ?? null });
  const answered = answersByKey(keys.size, { ofAnswers, orphanKey, isOrphan: options.isOrphan ?? null });
  const order = orderOf({ keys, dimensions, sizes, answered, top });
  const first = totals ? 1 : 0;
  const segments: Segment[] = totals ? [Object.fromEntries(dimensions.map(({ name }) => [name, TOTAL]))] : [];
  for (const segment of order.segments) segments.push(segment);
  const groupOf = (key: number): number => (key < 0 ? -1 : order.groupOf[key] + first);
  const orphan = groupOf(orphanKey);
  const answers = ofAnswers?.map((key) => groupOf(key)) ?? null;
  if (raw) {
    const { groupOf: groups } = order;
    for (let t = 0; t < rows; t++) if (raw[t] >= 0) raw[t] = groups[raw[t]] + first;
    return { segments, single: raw, offsets: null, groups: null, total: totals ? 0 : -1, orphan, answers };
  }
  const { keys: listed, offsets } = lists as { keys: number[]; offsets: Uint32Array };
  return { ...regroupLists({ segments, listed, offsets, groupOf, rows, totals, orphan }), answers };
}

/** Without dimensions: one segment of all that pass the filter. */
function wholeDesk(options: GroupingOptions): Grouping {
  const { rows, mask } = options;
  const single = new Int32Array(rows);
  if (!mask) return { ...noLists, single, orphan: 0, answers: null };
  for (let t = 0; t < rows; t++) if (mask[t] === 0) single[t] = -1;
  const answers = answersThrough(options)?.map((passes) => (passes === 1 ? 0 : -1)) ?? null;
  return { ...noLists, single, orphan: -1, answers };
}

const noLists = { segments: [{}], offsets: null, groups: null, total: -1 } as const;

/** The keys of answers by their own fields; null where they go by their tickets alone. */
function keysOfAnswers(options: GroupingOptions, keys: KeyTable): ReturnType<typeof answerKeys> | null {
  const { dimensions, mask, isOrphan = null } = options;
  const through = mask ? answersThrough(options) : null;
  const areTold = through !== null || dimensions.some(({ answers }) => answers);
  return areTold ? answerKeys(dimensions, keys, mask ? through : isOrphan) : null;
}

/** How many answers each combination has by itself. */
function answersByKey(
  size: number,
  {
    ofAnswers,
    orphanKey,
    isOrphan,
  }: {
    readonly ofAnswers: ReturnType<typeof answerKeys> | null;
    readonly orphanKey: number;
    readonly isOrphan: Uint8Array | null;
  },
): Float64Array {
  const answered = new Float64Array(size);
  for (const key of ofAnswers ?? []) if (key >= 0) answered[key]++;
  if (orphanKey >= 0) answered[orphanKey] = isOrphan?.reduce((sum, orphan) => sum + orphan, 0) ?? 0;
  return answered;
}

interface SizeOptions {
  readonly raw: Int32Array | null;
  readonly lists: { readonly keys: readonly number[]; readonly offsets: Uint32Array } | null;
  readonly isCounted: Uint8Array | null;
}

/** How many counted tickets each combination has. */
function sizesOf(keys: number, { raw, lists, isCounted }: SizeOptions): Float64Array {
  const sizes = new Float64Array(keys);
  if (raw) {
    for (let t = 0; t < raw.length; t++) if (raw[t] >= 0 && isCounted?.[t] !== 0) sizes[raw[t]]++;
    return sizes;
  }
  if (!lists) return sizes;
  const { keys: listed, offsets } = lists;
  for (let t = 0; t + 1 < offsets.length; t++)
    if (isCounted?.[t] !== 0) for (let i = offsets[t]; i < offsets[t + 1]; i++) sizes[listed[i]]++;
  return sizes;
}

interface RegroupOptions {
  readonly segments: readonly Segment[];
  readonly listed: readonly number[];
  readonly offsets: Uint32Array;
  readonly groupOf: (key: number) => number;
  readonly rows: number;
  readonly totals: boolean;
  readonly orphan: number;
}

/** A ticket whose tags all fell among the others is there once, not once a tag. */
function regroupLists({
  segments,
  listed,
  offsets,
  groupOf,
  rows,
  totals,
  orphan,
}: RegroupOptions): Grouping {
  const groups: number[] = [];
  const next = new Uint32Array(rows + 1);
  for (let t = 0; t < rows; t++) {
    const seen = new Set<number>();
    for (let i = offsets[t]; i < offsets[t + 1]; i++) seen.add(groupOf(listed[i]));
    for (const group of seen) groups.push(group);
    next[t + 1] = groups.length;
  }
  return {
    segments,
    single: null,
    offsets: next,
    groups: Uint32Array.from(groups),
    total: totals ? 0 : -1,
    orphan,
  };
}

/** Answers that belong to no ticket and pass the filter by their own fields; null where none could. */
function answersThrough({ isOrphan, answersMask }: GroupingOptions): Int32Array | null {
  if (!isOrphan || !answersMask) return null;
  return Int32Array.from(isOrphan, (orphan, i) => (orphan === 1 && answersMask[i] === 1 ? 1 : 0));
}

/** Combinations of the answers that belong to no ticket, by their own fields; −1 for the others. Null where none knows any. */
function answerKeys(
  dimensions: readonly Dimension[],
  keys: KeyTable,
  isOrphan: Uint8Array | Int32Array | null,
): Int32Array | null {
  if (isOrphan === null) return null;
  const out = new Int32Array(isOrphan.length).fill(-1);
  for (let i = 0; i < out.length; i++)
    if (isOrphan[i] === 1) out[i] = keys.of(dimensions.map(({ answers }) => answers?.[i] ?? 0));
  return out;
}

/** Numbers combinations of codes in order of first appearance. */
class KeyTable {
  readonly combinations: number[][] = [];
  readonly #byText = new Map<string, number>();

  get size(): number {
    return this.combinations.length;
  }

  of(codes: readonly number[]): number {
    const text = codes.join(',');
    let key = this.#byText.get(text);
    if (key === undefined) {
      key = this.combinations.push([...codes]) - 1;
      this.#byText.set(text, key);
    }
    return key;
  }
}

function singleKeys(
  dimensions: readonly Dimension[],
  rows: number,
  mask: Uint8Array | null,
  keys: KeyTable,
): Int32Array {
  const out = new Int32Array(rows);
  const span = dimensions.reduce((product, { size }) => product * (size + 1), 1);
  // Where all combinations fit in a table, a ticket costs one look-up and no text.
  const direct = span <= 4_000_000 ? new Int32Array(span).fill(-1) : null;
  const codes = new Array<number>(dimensions.length);
  const only = dimensions.length === 1 ? dimensions[0].codes : null;
  for (let t = 0; t < rows; t++) {
    if (mask !== null && mask[t] === 0) {
      out[t] = -1;
      continue;
    }
    if (only !== null && direct !== null && direct[only[t]] >= 0) {
      out[t] = direct[only[t]];
      continue;
    }
    let at = 0;
    for (let d = 0; d < dimensions.length; d++) {
      codes[d] = dimensions[d].codes[t];
      at = at * (dimensions[d].size + 1) + codes[d];
    }
    if (!direct) out[t] = keys.of(codes);
    else {
      if (direct[at] < 0) direct[at] = keys.of(codes);
      out[t] = direct[at];
    }
  }
  return out;
}

function listKeys(
  dimensions: readonly Dimension[],
  rows: number,
  mask: Uint8Array | null,
  keys: KeyTable,
): { keys: number[]; offsets: Uint32Array } {
  const out: number[] = [];
  const offsets = new Uint32Array(rows + 1);
  for (let t = 0; t < rows; t++) {
    if (!mask || mask[t] === 1) {
      let combinations: number[][] = [[]];
      for (const { codes, offsets: ends } of dimensions) {
        const values = ends ? [...codes.subarray(ends[t], ends[t + 1])] : [codes[t]];
        if (values.length === 0) values.push(0);
        combinations = combinations.flatMap((head) => values.map((value) => [...head, value]));
      }
      for (const combination of combinations) out.push(keys.of(combination));
    }
    offsets[t + 1] = out.length;
  }
  return { keys: out, offsets };
}

interface OrderOptions {
  readonly keys: KeyTable;
  readonly dimensions: readonly Dimension[];
  /** Tickets of each combination. */
  readonly sizes: Float64Array;
  /** Answers of it that belong to no ticket. */
  readonly answered: Float64Array;
  readonly top: number | null;
}

/**
 * Segments in the order of their values: those with an order of their own (weekdays), else by name; missing last. With
 * `top` in the order of their tickets, so that what was asked for reads from the largest on; those without any, in the
 * order of their answers. Segments as large as each other stand in the order of their values, whatever else is asked.
 */
function orderOf({ keys, dimensions, sizes, answered, top }: OrderOptions): {
  groupOf: Int32Array;
  segments: Segment[];
} {
  const named = keys.combinations.map((codes, key) => ({
    key,
    values: codes.map((code, d) => (code === 0 ? null : dimensions[d].nameOf(code))),
  }));
  // Two codes may share a name (spellings of one value): they are one segment.
  const byName = new Map<string, NamedGroup>();
  for (const { key, values } of named) {
    const text = JSON.stringify(values);
    const there = byName.get(text);
    if (there) {
      there.keys.push(key);
      there.size += sizes[key];
      there.answered += answered[key];
    } else byName.set(text, { values, keys: [key], size: sizes[key], answered: answered[key] });
  }
  const compare = comparisonOf(dimensions);
  const bySize = (a: NamedGroup, b: NamedGroup): number =>
    b.size - a.size || (a.size === 0 ? b.answered - a.answered : 0);
  const groups = [...byName.values()].sort(
    (a, b) => (top === null ? 0 : bySize(a, b)) || compare(a.values, b.values),
  );
  const groupOf = new Int32Array(keys.size).fill(-1);
  const isKept = new Set(top === null ? groups : groups.slice(0, top));
  const segments: Segment[] = [];
  for (const group of groups) {
    if (!isKept.has(group)) continue;
    for (const key of group.keys) groupOf[key] = segments.length;
    segments.push(Object.fromEntries(dimensions.map(({ name }, d) => [name, group.values[d]])));
  }
  if (isKept.size < groups.length) {
    for (const group of groups)
      if (!isKept.has(group)) for (const key of group.keys) groupOf[key] = segments.length;
    segments.push(Object.fromEntries(dimensions.map(({ name }) => [name, OTHERS])));
  }
  return { groupOf, segments };
}

interface NamedGroup {
  readonly values: Values;
  readonly keys: number[];
  size: number;
  answered: number;
}

type Values = readonly (string | null)[];
type Comparison = (a: Values, b: Values) => number;

/** Values with an order of their own first, in it; the others code unit by code unit, so that no locale has a say. */
function comparisonOf(dimensions: readonly Dimension[]): Comparison {
  const ranks = dimensions.map(({ order }) => new Map(order?.map((name, index) => [name, index])));
  return (a, b) => {
    for (let d = 0; d < a.length; d++) {
      const [left, right] = [a[d], b[d]];
      if (left === right) continue;
      if (left === null) return 1;
      if (right === null) return -1;
      const [first, second] = [left, right].map((name) => ranks[d].get(name) ?? Number.MAX_SAFE_INTEGER);
      return first - second || (left < right ? -1 : 1);
    }
    return 0;
  };
}
