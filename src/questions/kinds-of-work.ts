import type { TableMapping } from '../model/mapping.ts';
import type { TableSample } from '../model/source.ts';

/** A column with so many values tells kinds of tickets apart; with more it names them. */
const MOST_VALUES = 12;
const FEWEST_ROWS = 20;
/** Tickets of the sample a value has on average, and the part of the rows that has one. */
const ROWS_PER_VALUE = 5;
const FILLED = 0.8;
const MOST_COLUMNS = 3;
/** What came of a ticket is no kind of work. */
const outcomes =
  /sla|breach|overdue|escalat|reopen|rating|satisf|csat|nps|solved|resol|clos|status|state|deleted|spam/i;

/**
 * Columns that feed no field, yet tell kinds of tickets apart (Product area, Complexity): a few values that come back,
 * no numbers or dates. Groups and people are held against others within them, else who has the hard ones looks slow.
 */
export function kindsOfWork(table: TableSample | undefined, { kind, unmapped }: TableMapping): string[] {
  if (!table || kind !== 'tickets' || (table.values[0]?.length ?? 0) < FEWEST_ROWS) return [];
  const found = unmapped.flatMap(({ column, source }) => {
    if (source === '' || outcomes.test(source)) return [];
    const values = (table.values[column] ?? []).map((value) => value.trim()).filter((value) => value !== '');
    if (
      values.length < FILLED * (table.values[column]?.length ?? 0) ||
      values.every((value) => !/\p{L}/u.test(value))
    )
      return [];
    const distinct = new Set(values).size;
    const isFew = distinct >= 2 && distinct <= MOST_VALUES && values.length >= ROWS_PER_VALUE * distinct;
    return isFew ? [{ source, distinct }] : [];
  });
  return found
    .sort((a, b) => a.distinct - b.distinct || (a.source < b.source ? -1 : 1))
    .slice(0, MOST_COLUMNS)
    .map(({ source }) => source);
}
