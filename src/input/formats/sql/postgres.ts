import type { Client, FieldDef, QueryResult } from 'pg';
import type Cursor from 'pg-cursor';
import { DeskstatError } from '../../../model/problem.ts';
import type { SqlColumn, SqlDatabase, SqlEngine, SqlPlace, SqlPortion, SqlRows, SqlTable } from './engine.ts';
import { cannotOpen, cannotRun, firstLine, givesNoRows, placeIn, writes } from './failures.ts';
import { loadPackage } from './package.ts';
import { textsOf } from './postgres-values.ts';

const engine = 'PostgreSQL';
const packages = ['pg', 'pg-cursor'];
const portion = 1000;
/** A server that says nothing for so long is not there. */
const patience = 15_000;

/**
 * One state of the database from the first row looked at to the last one read, in which nothing can be written; texts of
 * values in one form whatever the server is set to; rows of a table from its beginning. A server that is left in the
 * middle of a query notices.
 */
const beginning = [
  'begin transaction isolation level repeatable read read only',
  "set local datestyle = 'ISO'",
  "set local timezone = 'UTC'",
  "set local intervalstyle = 'iso_8601'",
  'set local synchronize_seqscans = off',
  "select set_config(name, '2s', true) from pg_settings where name = 'client_connection_check_interval'",
].join('; ');

/** PostgreSQL servers, and what speaks their protocol, https://node-postgres.com/apis/cursor */
export const postgres: SqlEngine = {
  id: 'postgres',
  async open(place: SqlPlace): Promise<SqlDatabase> {
    const { path } = place;
    const from = { packages, engine, file: path };
    const { default: pg } = await loadPackage<{ default: typeof import('pg') }>({ ...from, name: 'pg' });
    const { default: PgCursor } = await loadPackage<{ default: typeof Cursor }>({
      ...from,
      name: 'pg-cursor',
    });
    const client = new pg.Client({
      ...(connectionOf(place) ?? {}),
      application_name: 'deskstat',
      connectionTimeoutMillis: patience,
    });
    // A connection that breaks is told by the query that was under way.
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query(beginning);
    } catch (error) {
      void client.end().catch(() => {});
      throw noConnection(error, { client, place });
    }
    return new Postgres(client, { PgCursor, place });
  },
};

/** What the address says; what it does not say the environment does (PGHOST, PGUSER, PGPASSWORD…). */
function connectionOf({ address, password }: SqlPlace): { readonly connectionString: string } | null {
  const parameters = [
    ...address.parameters,
    ...(password === null ? [] : [`password=${encodeURIComponent(password)}`]),
  ];
  const isBare = /^\w+:\/\/$/.test(address.place);
  if (isBare && parameters.length === 0) return null;
  return { connectionString: [address.place, parameters.join('&')].filter((part) => part !== '').join('?') };
}

interface Opened {
  readonly PgCursor: typeof Cursor;
  readonly place: SqlPlace;
}

class Postgres implements SqlDatabase {
  readonly #client: Client;
  readonly #opened: Opened;

  constructor(client: Client, opened: Opened) {
    this.#client = client;
    this.#opened = opened;
  }

  async tables(): Promise<readonly SqlTable[]> {
    const query = `
      select n.nspname as schema, c.relname as name, c.relkind in ('v', 'm') as "isView",
        pg_table_is_visible(c.oid) as "isVisible"
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition
        and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_(toast|temp)'
        and has_table_privilege(c.oid, 'select')
      order by 1, 2`;
    try {
      const { rows } = await this.#client.query<SqlTable & { isVisible: boolean }>(query);
      return rows.map(({ isVisible, ...table }) => ({ ...table, schema: isVisible ? null : table.schema }));
    } catch (error) {
      throw failureOf(error, { place: this.#opened.place, query });
    }
  }

  async select(query: string): Promise<SqlRows> {
    const { PgCursor, place } = this.#opened;
    // What is copied goes to files and programs too, and a transaction that only reads lets it.
    if (/^(?:\s|--.*\n|\/\*[\s\S]*?\*\/)*copy\b/i.test(query)) throw givesNoRows(place.path);
    const asTexts = { getTypeParser: () => (text: string) => text };
    const cursor = this.#client.query(
      new PgCursor<readonly (string | null)[]>(query, [], { rowMode: 'array', types: asTexts as never }),
    );
    const failed = (error: unknown): DeskstatError => failureOf(error, { place, query });
    const first = await read(cursor).catch((error) => {
      throw failed(error);
    });
    if (first.fields.length === 0) throw givesNoRows(place.path);
    return new PostgresRows(cursor, { first, failed });
  }

  close(): void {
    void this.#client.end().catch(() => {});
  }
}

type Rows = readonly (readonly (string | null)[])[];
type TextCursor = Cursor<readonly (string | null)[]>;
interface Portion {
  readonly rows: Rows;
  readonly fields: readonly FieldDef[];
}

const read = (cursor: TextCursor): Promise<Portion> =>
  new Promise((resolve, reject) => {
    cursor.read(portion, (error: Error | undefined, rows: Rows, result: QueryResult) => {
      if (error) reject(error);
      else resolve({ rows, fields: result?.fields ?? [] });
    });
  });

class PostgresRows implements SqlRows {
  readonly columns: readonly SqlColumn[];
  readonly #cursor: TextCursor;
  readonly #texts: readonly ((text: string) => string)[];
  readonly #failed: (error: unknown) => DeskstatError;
  #waiting: Rows | null;

  constructor(
    cursor: TextCursor,
    { first, failed }: { readonly first: Portion; readonly failed: (error: unknown) => DeskstatError },
  ) {
    this.#cursor = cursor;
    this.#failed = failed;
    this.#waiting = first.rows;
    this.columns = first.fields.map(({ name }) => ({ name, top: name }));
    this.#texts = first.fields.map(({ dataTypeID }) => textsOf(dataTypeID));
  }

  async next(wanted: readonly number[]): Promise<SqlPortion | null> {
    const rows = this.#waiting ?? (await this.#read());
    this.#waiting = null;
    if (rows.length === 0) return null;
    const cells = wanted.map((column) => {
      const textOf = this.#texts[column];
      return rows.map((row) => {
        const value = row[column];
        return value === null ? '' : textOf(value);
      });
    });
    return { rows: rows.length, cells };
  }

  async #read(): Promise<Rows> {
    try {
      return (await read(this.#cursor)).rows;
    } catch (error) {
      throw this.#failed(error);
    }
  }

  async close(): Promise<void> {
    await this.#cursor.close().catch(() => {});
  }
}

interface PgError {
  readonly code?: string;
  readonly position?: string;
}

/** The engine's sentence, without what nobody may read. */
const reasonOf = (error: unknown, { password }: SqlPlace): string => {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const reason = firstLine(first) || String((first as PgError).code ?? 'no answer');
  return password ? reason.replaceAll(password, '…').replaceAll(encodeURIComponent(password), '…') : reason;
};

function noConnection(
  error: unknown,
  { client, place }: { readonly client: Client; readonly place: SqlPlace },
): DeskstatError {
  const { code = '' } = error as PgError;
  const reason = reasonOf(error, place);
  const where = { file: place.path };
  if (/^28/.test(code) || /password must be a string|no pg_hba.conf entry/.test(reason)) {
    const args = { engine, user: client.user ?? '', reason };
    return new DeskstatError({ code: 'database_login_refused', args, where }, 3);
  }
  if (/^[0-9A-Z]{5}$/.test(code) && !/^E[A-Z]/.test(code)) return cannotOpen(place.path, { engine, reason });
  const host = client.host.startsWith('/') ? client.host : `${client.host}:${client.port}`;
  const args = { engine, host, reason };
  return new DeskstatError({ code: 'database_unreachable', args, where }, 3);
}

function failureOf(
  error: unknown,
  { place, query }: { readonly place: SqlPlace; readonly query: string },
): DeskstatError {
  if (error instanceof DeskstatError) return error;
  const { code = '', position } = error as PgError;
  const reason = reasonOf(error, place);
  if (code === '25006') return writes(place.path, { engine, reason });
  // Classes 22 and 42 are about the query: its data, its syntax, its names. Permissions are not.
  if (!/^(?:0A|2[12]|42|4[4-9])/.test(code) || code === '42501')
    return cannotOpen(place.path, { engine, reason });
  const at = position ? placeIn(query, Number(position) - 1) : {};
  return cannotRun(place.path, { engine, reason, ...at });
}
