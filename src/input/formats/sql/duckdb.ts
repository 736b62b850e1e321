import type { DuckDBConnection, DuckDBResult } from '@duckdb/node-api';
import { DeskstatError } from '../../../model/problem.ts';
import { sentence } from '../../../model/sentence.ts';
import { isDuckdb } from '../../readers/file-kind.ts';
import { FileSource } from '../../readers/file-source.ts';
import { type Leaf, leavesOf } from './duckdb-values.ts';
import type { SqlDatabase, SqlEngine, SqlPlace, SqlPortion, SqlRows, SqlTable } from './engine.ts';
import { cannotOpen, cannotRun, firstLine, givesNoRows, reachesOut, writes } from './failures.ts';
import { loadPackage } from './package.ts';

const engine = 'DuckDB';
const name = '@duckdb/node-api';
type Api = typeof import('@duckdb/node-api');

/**
 * Nothing is written, and no query reaches past the file: not to other files, not over the network, not to extensions
 * that would have to be fetched.
 */
const settings = {
  access_mode: 'READ_ONLY',
  enable_external_access: 'false',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  lock_configuration: 'true',
};

/** DuckDB files, https://duckdb.org/docs/stable/clients/node_neo/overview */
export const duckdb: SqlEngine = {
  id: 'duckdb',
  async open({ address, path }: SqlPlace): Promise<SqlDatabase> {
    const api = await loadPackage<Api>({ name, packages: [name], engine, file: path });
    await requireDuckdb(address.place, path);
    try {
      const instance = await api.DuckDBInstance.create(address.place, settings);
      const connection = await instance.connect();
      const close = (): void => {
        connection.closeSync();
        instance.closeSync();
      };
      return new Duckdb(api, { connection, file: path, close });
    } catch (error) {
      throw cannotOpen(path, { engine, reason: reasonOf(error) });
    }
  },
};

/** The engine would take other files for exports of its own, or fetch what reads them. */
async function requireDuckdb(place: string, file: string): Promise<void> {
  const source = new FileSource({ path: file, file: place, size: Number.NaN });
  const [head] = await source.sections([{ at: 0, length: 16 }]).catch((error) => {
    throw cannotOpen(file, { engine, reason: firstLine(error) });
  });
  if (!isDuckdb(head)) throw cannotOpen(file, { engine, reason: sentence('why.file_is_no_database') });
}

interface Opened {
  readonly connection: DuckDBConnection;
  readonly file: string;
  readonly close: () => void;
}

class Duckdb implements SqlDatabase {
  readonly #api: Api;
  readonly #opened: Opened;

  constructor(api: Api, opened: Opened) {
    this.#api = api;
    this.#opened = opened;
  }

  async tables(): Promise<readonly SqlTable[]> {
    const found = await this.#opened.connection.runAndReadAll(`
      select table_schema, table_name, table_type, current_schema() from information_schema.tables
      where table_catalog = current_database() order by 1, 2`);
    return found.getRowsJson().map(([schema, name, type, current]) => ({
      name: String(name),
      schema: schema === current ? null : String(schema),
      isView: type === 'VIEW',
    }));
  }

  async select(query: string): Promise<SqlRows> {
    const { connection, file } = this.#opened;
    const { StatementType } = this.#api;
    try {
      const statements = await connection.extractStatements(query);
      if (statements.count !== 1) throw givesNoRows(file);
      const prepared = await statements.prepare(0);
      if (prepared.statementType !== StatementType.SELECT) {
        // What it is not allowed to do the engine says best.
        await prepared.run();
        throw givesNoRows(file);
      }
      const result = await prepared.stream();
      const types = result.columnTypes();
      const columns = result
        .columnNames()
        .flatMap((name, column) => leavesOf({ api: this.#api, type: types[column], name, column }));
      return new DuckdbRows(result, { file, columns });
    } catch (error) {
      throw failureOf(file, error);
    }
  }

  close(): void {
    this.#opened.close();
  }
}

class DuckdbRows implements SqlRows {
  readonly #result: DuckDBResult;
  readonly #file: string;
  readonly columns: readonly Leaf[];

  constructor(result: DuckDBResult, { file, columns }: { file: string; columns: readonly Leaf[] }) {
    this.#result = result;
    this.#file = file;
    this.columns = columns;
  }

  async next(wanted: readonly number[]): Promise<SqlPortion | null> {
    try {
      const chunk = await this.#result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return null;
      const cells = wanted.map((number) => {
        const { column, textOf } = this.columns[number];
        return chunk.getColumnValues(column).map(textOf);
      });
      return { rows: chunk.rowCount, cells };
    } catch (error) {
      throw failureOf(this.#file, error);
    }
  }

  async close(): Promise<void> {
    // A stream that is not read to its end ends when the next query begins.
  }
}

/** "Parser Error: syntax error…" is about the query; the word before the colon is the engine's. */
const reasonOf = (error: unknown): string =>
  firstLine(error)
    .replace(/^Failed to extract statements: /, '')
    .replace(/^[\w ]+ Error: /, '');

function failureOf(file: string, error: unknown): DeskstatError {
  if (error instanceof DeskstatError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const reason = reasonOf(error);
  if (/read-only mode/i.test(message)) return writes(file, { engine, reason });
  if (/^Permission Error|disabled (?:by|through) configuration/i.test(message))
    return reachesOut(file, { engine, reason });
  if (/^(?:IO|Fatal|Out of Memory|INTERNAL|Interrupt) Error/i.test(message))
    return cannotOpen(file, { engine, reason });
  // The line of the query is shown with a caret below the place, cut where it is long.
  const [, line, shown, blanks] = /^LINE (\d+): (.*)\n( *)\^/m.exec(message) ?? [];
  const isCut = shown === undefined || shown.startsWith('...');
  const column = isCut ? null : blanks.length - `LINE ${line}: `.length + 1;
  return cannotRun(file, { engine, reason, line: isCut ? null : Number(line), column });
}
