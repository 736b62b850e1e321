import { setImmediate } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { DeskstatError } from '../../../model/problem.ts';
import { sentence } from '../../../model/sentence.ts';
import type { SqlColumn, SqlDatabase, SqlEngine, SqlPlace, SqlPortion, SqlRows, SqlTable } from './engine.ts';
import { cannotOpen, cannotRun, firstLine, givesNoRows, writes } from './failures.ts';
import { loadPackage } from './package.ts';

const engine = 'SQLite';
const name = 'better-sqlite3';
const portion = 1000;

/** SQLite files, https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md */
export const sqlite: SqlEngine = {
  id: 'sqlite',
  async open({ address, path }: SqlPlace): Promise<SqlDatabase> {
    const { default: Sqlite } = await loadPackage<{ default: typeof Database }>({
      name,
      packages: [name],
      engine,
      file: path,
    });
    try {
      const database = new Sqlite(address.place, { readonly: true, fileMustExist: true });
      // One state of the file from the first row looked at to the last one read.
      database.exec('begin');
      return new SqliteDatabase(database, path);
    } catch (error) {
      throw cannotOpen(path, { engine, reason: firstLine(error) });
    }
  },
};

class SqliteDatabase implements SqlDatabase {
  readonly #database: Database.Database;
  readonly #file: string;

  constructor(database: Database.Database, file: string) {
    this.#database = database;
    this.#file = file;
  }

  async tables(): Promise<readonly SqlTable[]> {
    const query = `select name, type from sqlite_master
      where type in ('table', 'view') and name not like 'sqlite\\_%' escape '\\' order by name`;
    try {
      const found = this.#database.prepare<[], { name: string; type: string }>(query).all();
      return found.map(({ name, type }) => ({ name, schema: null, isView: type === 'view' }));
    } catch (error) {
      throw failureOf(this.#file, error);
    }
  }

  async select(query: string): Promise<SqlRows> {
    try {
      const statement = this.#database.prepare<[], readonly unknown[]>(query);
      if (!statement.readonly)
        throw writes(this.#file, { engine, reason: sentence('why.opened_for_reading') });
      if (!statement.reader) throw givesNoRows(this.#file);
      return new SqliteRows(statement.raw(true).safeIntegers(true), this.#file);
    } catch (error) {
      throw failureOf(this.#file, error);
    }
  }

  close(): void {
    this.#database.close();
  }
}

class SqliteRows implements SqlRows {
  readonly columns: readonly SqlColumn[];
  readonly #rows: IterableIterator<readonly unknown[]>;
  readonly #file: string;

  constructor(statement: Database.Statement<[], readonly unknown[]>, file: string) {
    this.columns = statement.columns().map(({ name }) => ({ name, top: name }));
    this.#rows = statement.iterate();
    this.#file = file;
  }

  async next(wanted: readonly number[]): Promise<SqlPortion | null> {
    // The package works without giving way: signals are heard between portions.
    await setImmediate();
    const cells = wanted.map((): string[] => []);
    let rows = 0;
    try {
      for (; rows < portion; rows++) {
        const { value, done } = this.#rows.next();
        if (done) break;
        for (const [i, column] of wanted.entries()) cells[i].push(textOf(value[column]));
      }
    } catch (error) {
      throw failureOf(this.#file, error);
    }
    return rows === 0 ? null : { rows, cells };
  }

  async close(): Promise<void> {
    this.#rows.return?.();
  }
}

/** A cell as SQLite has it: it knows no dates, only texts and numbers that are read as those of any export. */
function textOf(value: unknown): string {
  if (value === null || value === undefined || Buffer.isBuffer(value)) return '';
  return typeof value === 'number' && !Number.isFinite(value) ? '' : String(value);
}

function failureOf(file: string, error: unknown): DeskstatError {
  if (error instanceof DeskstatError) return error;
  const { code } = error as { readonly code?: unknown };
  const reason = firstLine(error);
  if (/^SQLITE_(?:READONLY|AUTH)/.test(String(code))) return writes(file, { engine, reason });
  if (/^SQLITE_(?!ERROR\b)/.test(String(code))) return cannotOpen(file, { engine, reason });
  if (/more than one statement|no statements/.test(reason)) return givesNoRows(file);
  return cannotRun(file, { engine, reason });
}
