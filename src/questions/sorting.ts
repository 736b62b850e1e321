import { priorities, statuses, weekdayNames } from '../model/fields.ts';
import { sentence } from '../model/sentence.ts';
import { nearest } from '../model/suggest.ts';
import { usageError } from '../settings/option-values.ts';

/** One column of `--sort`. */
export interface SortKey {
  readonly key: string;
  /** A "-" before it: the largest, newest or last in the alphabet first. */
  readonly isDescending: boolean;
}

/**
 * The columns of `--sort`, by the names that CSV gives them.
 * @throws DeskstatError (2) for a column that is not there
 */
export function sortKeys(asked: readonly string[], columns: readonly string[]): readonly SortKey[] {
  return asked.map((text) => {
    const isDescending = text.startsWith('-');
    const key = isDescending ? text.slice(1).trim() : text;
    if (columns.includes(key)) return { key, isDescending };
    // How databases write it.
    const direction = /^(.*?)[\s:]+(asc|desc)(?:ending)?$/i.exec(key);
    const meant = direction?.[1] ?? key;
    const found = columns.includes(meant) ? meant : nearest(meant, columns);
    const sign = isDescending || direction?.[2].toLowerCase() === 'desc' ? '-' : '';
    throw usageError(
      sentence('mistake.no_column_to_sort', { column: key }),
      `--sort ${found === null ? columns.join('|') : `${sign}${found}`}`,
    );
  });
}

/**
 * Things in the order of `--sort`; what is alike keeps its order, and what has no value stands last, whichever end is
 * first. Numbers go by value, stamps by time, priorities and weekdays in their own order, all else code unit by code unit.
 */
export function sorted<T>(
  things: readonly T[],
  keys: readonly SortKey[],
  valueIn: (thing: T, key: string) => unknown,
): readonly T[] {
  if (keys.length === 0) return things;
  const cells = keys.map(({ key }) => things.map((thing) => comparable(valueIn(thing, key), key)));
  return things
    .map((_, index) => index)
    .sort((a, b) => {
      for (const [k, { isDescending }] of keys.entries()) {
        const difference = compare(cells[k][a], cells[k][b], isDescending);
        if (difference !== 0) return difference;
      }
      return a - b;
    })
    .map((index) => things[index]);
}

type Comparable = number | string | null;

const stamp = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}|$)/;
/** Ids that are numbers; longer ones would lose digits. */
const wholeNumber = /^\d{1,15}$/;
const ranks: Readonly<Record<string, readonly string[]>> = {
  priority: priorities,
  status: statuses,
  weekday: weekdayNames,
};

function comparable(value: unknown, key: string): Comparable {
  if (typeof value === 'number') return Number.isNaN(value) ? null : value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === null || value === undefined || value === '') return null;
  const text = String(value);
  const rank = ranks[key.replace(/^by_/, '')]?.indexOf(text) ?? -1;
  if (rank >= 0) return rank;
  if (wholeNumber.test(text)) return Number(text);
  if (stamp.test(text)) {
    const at = Date.parse(text);
    if (!Number.isNaN(at)) return at;
  }
  return text;
}

function compare(a: Comparable, b: Comparable, isDescending: boolean): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  // A column of numbers with some words in it (ids): numbers first.
  const isBefore = typeof a === typeof b ? a < b : typeof a === 'number';
  return isBefore === isDescending ? 1 : -1;
}
