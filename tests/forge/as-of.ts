import { DAY } from './desk.ts';
import type { Column, ColumnKey, Draft } from './draft.ts';

const ofTickets: ReadonlySet<ColumnKey | null> = new Set<ColumnKey>([
  ...(['created', 'first_response', 'solved', 'closed', 'updated'] as const),
]);
/** What is due is no stamp of something that happened; what tells when an answer to a survey came moves nothing. */
const neverHappened = /^due/i;
const happened: ReadonlySet<string> = new Set(['messages', 'history']);

const newest = (columns: readonly Column[], keep: (row: number) => boolean = () => true): number =>
  columns
    .filter(({ type }) => type === 'instant')
    .flatMap(({ cells }) => cells.filter((_, row) => keep(row)))
    .reduce<number>((most, cell) => (typeof cell === 'number' ? Math.max(most, cell) : most), 0);

/**
 * Where the data of an export may be said to end, while its stamps are numbers yet: by what happened to its tickets; by
 * further columns as well; by the tickets alone that are some; without a last row that breaks off; by customers who left.
 */
export function newestStamps(draft: Draft): number[] {
  const told = draft.columns.filter(({ key }) => ofTickets.has(key));
  const more = draft.columns.filter(({ header }) => !neverHappened.test(header));
  const beside = newest(
    draft.further.filter(({ name }) => happened.has(name)).flatMap(({ columns }) => columns),
  );
  const left = newest(
    draft.further.filter(({ name }) => name === 'customers').flatMap(({ columns }) => columns),
  );
  const kept = new Set(draft.tickets);
  const stamps = [
    newest(told),
    newest(more),
    ...more.map((each) => Math.max(newest(told), newest([each]))),
    newest(told, (row) => kept.has(draft.rows[row])),
    ...(draft.dialect.truncated ? [newest(told, (row) => row < draft.rows.length - 1)] : []),
  ].map((at) => Math.max(at, beside));
  return [...new Set([...stamps, ...stamps.map((at) => Math.max(at, left))])];
}

/** The same, as far as bare dates tell: the beginning or the end of the day. */
export const asDays = (stamps: readonly number[]): number[] =>
  stamps.flatMap((at) => [Math.floor(at / DAY) * DAY, (Math.floor(at / DAY) + 1) * DAY]);
