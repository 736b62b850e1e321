import type { CodeColumn, ListColumn } from '../../model/columns.ts';

/** No header begins with these: a column kept for its own sake stands beside the one that was asked for. */
const PEOPLE = '\u0000people ';
const TICKETS = '\u0000ticket ';
const MERGED = '\u0000merged ';
const REQUESTERS = '\u0000requester ';
const ASSIGNEES = '\u0000assignee ';

/** The key under which a column is kept for the people whom it names. */
export const peopleKey = (source: string): string => PEOPLE + source;
/** The key under which a column is kept by which other files name tickets. */
export const ticketKey = (source: string): string => TICKETS + source;

/** The key under which a column is kept that names the people of a field otherwise. */
export const personKey = (field: 'requester' | 'assignee', source: string): string =>
  (field === 'requester' ? REQUESTERS : ASSIGNEES) + source;
/** The field whose people a kept column names otherwise, or null. */
export const fieldOfPersonKey = (key: string): 'requester' | 'assignee' | null =>
  key.startsWith(REQUESTERS) ? 'requester' : key.startsWith(ASSIGNEES) ? 'assignee' : null;

/** The key under which a column is kept that names the ticket into which a row's was merged. */
export const mergedKey = (source: string): string => MERGED + source;
export const isMergedKey = (key: string): boolean => key.startsWith(MERGED);

const isPeopleKey = (key: string): boolean => key.startsWith(PEOPLE);
export const isTicketKey = (key: string): boolean => key.startsWith(TICKETS);
/** Whether a column is kept for what it says of people or ids, and was not asked for. */
export const isKeptKey = (key: string): boolean => key.startsWith('\u0000');

/** The header behind a key. */
export const sourceOfKey = (key: string): string => (isKeptKey(key) ? key.slice(key.indexOf(' ') + 1) : key);

type Columns = ReadonlyMap<string, CodeColumn | ListColumn>;

/** The columns that were asked for, and those that were kept for people. */
export function partPeople(extra: Columns): [extra: Columns, people: (CodeColumn | ListColumn)[]] {
  const all = [...extra];
  if (!all.some(([key]) => isKeptKey(key))) return [extra, []];
  return [
    new Map(all.filter(([key]) => !isKeptKey(key))),
    all.flatMap(([key, column]) => (isPeopleKey(key) ? [column] : [])),
  ];
}
