import type { DatabaseAddress } from '../../../model/database-address.ts';

/** A table or view of a database. */
export interface SqlTable {
  readonly name: string;
  /** Null where its name alone says which one is meant. */
  readonly schema: string | null;
  readonly isView: boolean;
}

/** A column of what a query gives; a column of structures is several. */
export interface SqlColumn {
  /** `requester.email` for a part of a structure. */
  readonly name: string;
  /** The column that it is, or is a part of. */
  readonly top: string;
}

/** What a query gives, a portion of rows at a time. */
export interface SqlRows {
  readonly columns: readonly SqlColumn[];
  /**
   * The next rows as texts, column by column for the wanted ones, '' for what is missing; null at the end. Texts of
   * stamps are ISO: a day for a date, `…T10:00:00` for one without a zone, `…T10:00:00Z` for an instant.
   */
  next(wanted: readonly number[]): Promise<SqlPortion | null>;
  close(): Promise<void>;
}

export interface SqlPortion {
  readonly rows: number;
  /** `cells[i]` is column `wanted[i]`. */
  readonly cells: readonly (readonly string[])[];
}

/** A database that is open for reading alone. */
export interface SqlDatabase {
  tables(): Promise<readonly SqlTable[]>;
  /**
   * Runs a query; one set of rows is read at a time.
   *
   * @throws DeskstatError for a query that fails, that writes, or that gives no rows
   */
  select(query: string): Promise<SqlRows>;
  close(): void;
}

/** What has to be known to open a database. */
export interface SqlPlace {
  readonly address: DatabaseAddress;
  /** As it is named in messages. */
  readonly path: string;
  readonly password: string | null;
}

/** A database that people have, read through the package that they have for it. */
export interface SqlEngine {
  readonly id: DatabaseAddress['engine'];
  /** @throws DeskstatError (3) where the package is not installed, or the database cannot be opened */
  open(place: SqlPlace): Promise<SqlDatabase>;
}

/** A name as SQL has it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** What stands between the entries of a list. */
export const listSeparator = '\u001f';

const DAY = 86_400_000;
const two = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));
/** Days that were written before: a desk has few, and writing one takes as long as all the rest of a stamp. */
const days = new Map<number, string>();

/** A stamp of so many milliseconds, with a Z where it is an instant. */
export function stampText(ms: number, isInstant: boolean): string {
  const day = Math.floor(ms / DAY);
  const date = dayText(day);
  if (date === '') return '';
  const rest = ms - day * DAY;
  const second = Math.floor(rest / 1000);
  const minute = Math.floor(second / 60);
  const time = `${two[Math.floor(minute / 60)]}:${two[minute % 60]}:${two[second % 60]}`;
  const part = rest % 1000 === 0 ? '' : `.${String(rest % 1000).padStart(3, '0')}`;
  return `${date}T${time}${part}${isInstant ? 'Z' : ''}`;
}

/** A day by its number since 1970; '' for one that no calendar has. */
export function dayText(day: number): string {
  const known = days.get(day);
  if (known !== undefined) return known;
  if (!(Math.abs(day) <= 1e8)) return '';
  const text = new Date(day * DAY).toISOString().slice(0, -14);
  if (days.size < 40_000) days.set(day, text);
  return text;
}
