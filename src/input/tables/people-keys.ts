import type { CodeColumn, ListColumn } from '../../model/columns.ts';

/** No header begins with it: a column kept for the people whom it names stands beside the one that was asked for. */
const MARK = '\u0000people ';

/** The key under which a column is kept for the people whom it names. */
export const peopleKey = (source: string): string => MARK + source;

export const isPeopleKey = (key: string): boolean => key.startsWith(MARK);

/** The header behind a key. */
export const sourceOfKey = (key: string): string => (isPeopleKey(key) ? key.slice(MARK.length) : key);

type Columns = ReadonlyMap<string, CodeColumn | ListColumn>;

/** The columns that were asked for, and those that were kept for people. */
export function partPeople(extra: Columns): [extra: Columns, people: (CodeColumn | ListColumn)[]] {
  const all = [...extra];
  if (!all.some(([key]) => isPeopleKey(key))) return [extra, []];
  return [
    new Map(all.filter(([key]) => !isPeopleKey(key))),
    all.flatMap(([key, column]) => (isPeopleKey(key) ? [column] : [])),
  ];
}
