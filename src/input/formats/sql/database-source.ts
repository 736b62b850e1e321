import type { DatabaseAddress } from '../../../model/database-address.ts';
import type { NamedSource } from '../../../model/source.ts';
import { FileSource } from '../../readers/file-source.ts';
import type { SqlDatabase, SqlEngine } from './engine.ts';

/** Each engine, loaded when a source of it is looked into. */
const engines: Readonly<Record<DatabaseAddress['engine'], () => Promise<SqlEngine>>> = {
  duckdb: async () => (await import('./duckdb.ts')).duckdb,
  sqlite: async () => (await import('./sqlite.ts')).sqlite,
  postgres: async () => (await import('./postgres.ts')).postgres,
};

interface Named {
  /** As it was typed, without a password. */
  readonly path: string;
  readonly address: DatabaseAddress;
  readonly query: string | null;
  readonly password: string | null;
}

/** A database as a source: opened when it is first looked into, and open until all of it has been read. */
export class DatabaseSource implements NamedSource {
  readonly path: string;
  readonly size = Number.NaN;
  readonly format: string;
  readonly file: string | null;
  readonly query: string | null;
  readonly address: DatabaseAddress;
  readonly #named: Named;
  #database: Promise<SqlDatabase> | null = null;

  constructor(named: Named) {
    this.path = named.path;
    this.format = named.address.engine;
    this.file = named.address.engine === 'postgres' ? null : named.address.place;
    this.query = named.query;
    this.address = named.address;
    this.#named = named;
  }

  /** The bytes of a database that is a file: what its digest is made of. A server has none. */
  async *open(): AsyncGenerator<Uint8Array, void, undefined> {
    const { path, file } = this;
    if (file !== null) yield* new FileSource({ path, file, size: Number.NaN }).open();
  }

  /** @throws DeskstatError (3) where it cannot be opened */
  async database(): Promise<SqlDatabase> {
    const { path, address, password } = this.#named;
    this.#database ??= engines[address.engine]().then((engine) => engine.open({ address, path, password }));
    return this.#database;
  }

  close(): void {
    const opened = this.#database;
    this.#database = null;
    void opened?.then(
      (database) => database.close(),
      () => {},
    );
  }
}
