import { DAY } from './desk.ts';
import type { Column, ColumnKey, Draft } from './draft.ts';

const ofTickets: ReadonlySet<ColumnKey | null> = new Set<ColumnKey>([
  ...(['created', 'first_response', 'solved', 'closed', 'updated'] as const),
]);
/** What is due is no stamp of something that happened; what tells when an answer to a survey came moves nothing. */
const neverHappened = /^due/i;
const happened: ReadonlySet<string> = new Set(['messages', 'history']);

/** The newest instant of a column, of some rows alone where that is asked for. */
function newestIn({ cells, type }: Column, keep?: (row: number) => boolean): number {
  let most = 0;
  if (type !== 'instant') return most;
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row];
    if (typeof cell === 'number' && cell > most && (keep === undefined || keep(row))) most = cell;
  }
  return most;
}

const newest = (columns: readonly Column[], keep?: (row: number) => boolean): number =>
  columns.reduce((most, each) => Math.max(most, newestIn(each, keep)), 0);

/** The newest stamp of messages and changes of other tickets than one. */
function ofFurtherBut({ further }: Draft, number: number | undefined): number {
  const tables = further.filter(({ name }) => happened.has(name));
  return Math.max(
    0,
    ...tables.map(({ columns }) => newest(columns, (row) => columns[0].cells[row] !== String(number))),
  );
}

/**
 * Where the data of an export may be said to end, while its stamps are numbers yet: by what happened to its tickets; by
 * further columns as well; by the tickets alone that are some; without a last row that breaks off; by customers who left.
 */
export function newestStamps(draft: Draft): number[] {
  const isTold = ({ key }: Column): boolean => ofTickets.has(key);
  const told = draft.columns.filter(isTold);
  const others = draft.columns.filter((each) => !isTold(each) && !neverHappened.test(each.header));
  const isWhole = (row: number): boolean => !draft.dialect.truncated || row < draft.rows.length - 1;
  const more = [...others, ...others].map((each, i) =>
    newestIn(each, i < others.length ? undefined : isWhole),
  );
  const ofFurther = (is: (name: string) => boolean): number =>
    newest(draft.further.filter(({ name }) => is(name)).flatMap(({ columns }) => columns));
  const beside = ofFurther((name) => happened.has(name));
  // What belongs to a ticket whose row breaks off belongs to none of the list.
  const besideWhole = draft.dialect.truncated ? ofFurtherBut(draft, draft.rows.at(-1)?.number) : beside;
  const left = ofFurther((name) => name === 'customers');
  const kept = new Set(draft.tickets);
  const first = newest(told);
  const stamps = [
    ...[first, ...more].map((at) => Math.max(first, at)),
    newest(told, (row) => kept.has(draft.rows[row])),
    ...[0, ...more].map((at) => Math.max(newest(told, isWhole), at)),
  ].flatMap((at) => [Math.max(at, beside), Math.max(at, besideWhole)]);
  if (beside > 0) stamps.push(Math.max(0, ...draft.tickets.map(({ updatedAt }) => updatedAt)));
  return [...new Set([...stamps, ...stamps.map((at) => Math.max(at, left))])];
}

/** The newest stamp of each file beside the tickets. */
export const endsOfFiles = ({ further }: Draft): number[] =>
  further.map(({ columns }) => newest(columns)).filter((at) => at > 0);

/** The same, as far as bare dates tell: the beginning or the end of the day. */
export const asDays = (stamps: readonly number[]): number[] => [
  ...new Set(stamps.flatMap((at) => [Math.floor(at / DAY) * DAY, (Math.floor(at / DAY) + 1) * DAY])),
];
