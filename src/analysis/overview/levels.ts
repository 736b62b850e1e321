import type { Phrase } from '../../model/report.ts';
import type { Dimension } from '../segments/dimension.ts';
import { type Grouping, OTHERS } from '../segments/grouping.ts';
import { labeller, ownOrder } from './labels.ts';

/** One segment of a table: a value, those without one, or what is left over. */
export interface Level {
  readonly label: Phrase;
  readonly kind: 'value' | 'missing' | 'others';
  /** Tickets of the period. */
  readonly tickets: number;
}

export interface Levels {
  readonly levels: readonly Level[];
  /** Segment i of it is level i. */
  readonly grouping: Grouping;
  /** How many values are together in the others. */
  readonly others: number;
}

export interface LevelOptions {
  readonly dimension: Dimension;
  readonly rows: number;
  /** 1 for tickets that pass the filter; null when all do. */
  readonly mask: Uint8Array | null;
  /** 1 for tickets of the period: their numbers decide which segments are shown. */
  readonly isCurrent: Uint8Array;
  /** At most so many values by themselves. */
  readonly top: number;
  /** Somebody asked for so many: neither one more nor a whole order of values is shown, and the largest stands first. */
  readonly isTopAsked?: boolean;
  /** Values with fewer tickets go with the others, so that nobody is recognised. */
  readonly fewest: number;
}

/**
 * The segments of a dimension that a table shows: the largest of the period by themselves, the rest together. Spellings
 * that share a name are one. Null where fewer than two values have tickets: there is nothing to tell apart.
 */
export function levelsOf(options: LevelOptions): Levels | null {
  const { dimension } = options;
  const counts = ticketsByCode(options);
  const values = valuesOf(dimension, counts);
  if (values.length + (counts[0] > 0 ? 1 : 0) < 2 || values.length === 0) return null;
  const { shown, rest } = chooseShown(values, options);
  const groupOf = new Int32Array(dimension.size + 1).fill(-1);
  const levels: Level[] = [];
  const label = labeller(dimension);
  for (const { keys, tickets } of shown) {
    for (const key of keys) groupOf[key] = levels.length;
    levels.push({ label: label(keys[0]), kind: 'value', tickets });
  }
  if (rest.length > 0) {
    levels.push({
      label: { code: 'ui.others_count', args: { count: rest.length } },
      kind: 'others',
      tickets: rest.reduce((sum, { tickets }) => sum + tickets, 0),
    });
  }
  const other = rest.length > 0 ? levels.length - 1 : -1;
  for (let code = 1; code <= dimension.size; code++) if (groupOf[code] < 0) groupOf[code] = other;
  if (counts[0] > 0) {
    groupOf[0] = levels.length;
    levels.push({ label: label(0), kind: 'missing', tickets: counts[0] });
  }
  return { levels, grouping: regroup({ ...options, groupOf, count: levels.length }), others: rest.length };
}

interface Value {
  readonly name: string;
  readonly keys: number[];
  tickets: number;
}

/** Values that have tickets in the period, by name. */
function valuesOf(dimension: Dimension, counts: Float64Array): Value[] {
  const byName = new Map<string, Value>();
  for (let code = 1; code < counts.length; code++) {
    if (counts[code] === 0) continue;
    const name = dimension.nameOf(code);
    const known = byName.get(name);
    if (known) {
      known.keys.push(code);
      known.tickets += counts[code];
    } else byName.set(name, { name, keys: [code], tickets: counts[code] });
  }
  return [...byName.values()].sort((a, b) => b.tickets - a.tickets || (a.name < b.name ? -1 : 1));
}

function chooseShown(
  values: readonly Value[],
  { dimension, top, fewest, isTopAsked }: LevelOptions,
): { readonly shown: readonly Value[]; readonly rest: readonly Value[] } {
  const large = values.filter(({ tickets }) => tickets >= fewest);
  if (isTopAsked) {
    const shown = large.slice(0, top);
    return { shown, rest: values.filter((value) => !shown.includes(value)) };
  }
  const order = ownOrder(dimension.name);
  // One value alone is shown as itself rather than as "1 other".
  const room = values.length === top + 1 && large.length === values.length ? top + 1 : top;
  const shown = order && large.length <= 24 ? large : large.slice(0, room);
  const kept = new Set(shown);
  const rank = (name: string): number => {
    const at = order?.indexOf(name) ?? -1;
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  };
  return {
    shown: order ? [...shown].sort((a, b) => rank(a.name) - rank(b.name) || b.tickets - a.tickets) : shown,
    rest: values.filter((value) => !kept.has(value)),
  };
}

interface RegroupOptions extends LevelOptions {
  readonly groupOf: Int32Array;
  readonly count: number;
}

function regroup({ dimension, rows, mask, groupOf, count }: RegroupOptions): Grouping {
  const segments = Array.from({ length: count }, (_, i) => ({
    [dimension.name]: i === count ? OTHERS : String(i),
  }));
  const { codes, offsets } = dimension;
  const common = { segments, total: -1, orphan: mask ? -1 : groupOf[0] };
  if (!offsets) {
    const single = new Int32Array(rows);
    for (let t = 0; t < rows; t++) single[t] = mask?.[t] === 0 ? -1 : groupOf[codes[t]];
    return { ...common, single, offsets: null, groups: null };
  }
  const groups: number[] = [];
  const ends = new Uint32Array(rows + 1);
  const own = new Set<number>();
  for (let t = 0; t < rows; t++) {
    own.clear();
    if (mask?.[t] !== 0) addGroups(own, { from: offsets[t], to: offsets[t + 1], codes, groupOf });
    for (const group of own) if (group >= 0) groups.push(group);
    ends[t + 1] = groups.length;
  }
  return { ...common, single: null, offsets: ends, groups: Uint32Array.from(groups) };
}

interface OwnCodes {
  readonly from: number;
  readonly to: number;
  readonly codes: Uint32Array;
  readonly groupOf: ArrayLike<number>;
}

/** The groups of a ticket's codes; without any that of the missing. */
function addGroups(groups: Set<number>, { from, to, codes, groupOf }: OwnCodes): void {
  for (let i = from; i < to; i++) groups.add(groupOf[codes[i]]);
  if (from === to) groups.add(groupOf[0]);
}

/** Tickets of the period with each code of a dimension; 0 counts those without any. */
function ticketsByCode({ dimension, rows, mask, isCurrent }: LevelOptions): Float64Array {
  const { codes, offsets } = dimension;
  const counts = new Float64Array(dimension.size + 1);
  for (let t = 0; t < rows; t++) {
    if (isCurrent[t] === 0 || mask?.[t] === 0) continue;
    if (!offsets) counts[codes[t]]++;
    else if (offsets[t] === offsets[t + 1]) counts[0]++;
    else for (let i = offsets[t]; i < offsets[t + 1]; i++) counts[codes[i]]++;
  }
  return counts;
}
