import { DeskstatError } from '../../../model/problem.ts';
import { nearest } from '../../../model/suggest.ts';
import type { DatabaseSource } from './database-source.ts';
import { quoted, type SqlDatabase, type SqlTable } from './engine.ts';

/** One table of a source: a table or view of the database, as SQL names it, or what a query gives. */
export interface Selection {
  readonly stream: string | null;
  readonly table: string | null;
  readonly query: string | null;
}

const shownAtMost = 12;

/**
 * What is to be read of a database: the query, the tables that are named, else every table (views only where there is
 * nothing else: they show again what lies in tables). One is the source's only table; several are told apart by name.
 *
 * @throws DeskstatError (3) for a table that is not there, with the nearest name, and for a database without any
 */
export async function selectionsOf(
  database: SqlDatabase,
  { query, address, path }: Pick<DatabaseSource, 'query' | 'address' | 'path'>,
): Promise<readonly Selection[]> {
  if (query !== null) return [{ stream: null, table: null, query }];
  const all = await database.tables();
  if (all.length === 0)
    throw new DeskstatError({ code: 'database_empty', args: {}, where: { file: path } }, 3);
  const tables = all.filter(({ isView }) => !isView);
  const wanted =
    address.tables.length > 0
      ? address.tables.map((name) => tableNamed(name, { all, path }))
      : tables.length > 0
        ? tables
        : all;
  return wanted.map((table) => ({
    stream: wanted.length > 1 ? nameOf(table) : null,
    table: [...(table.schema === null ? [] : [table.schema]), table.name].map(quoted).join('.'),
    query: null,
  }));
}

const nameOf = ({ schema, name }: SqlTable): string => (schema === null ? name : `${schema}.${name}`);

function tableNamed(
  name: string,
  { all, path }: { readonly all: readonly SqlTable[]; readonly path: string },
): SqlTable {
  const names = all.map(nameOf);
  const folded = name.toLowerCase();
  const found =
    all.find((table) => nameOf(table) === name) ??
    onlyOne(all.filter((table) => nameOf(table).toLowerCase() === folded)) ??
    onlyOne(
      all.filter((table) => `${table.schema ?? ''}.${table.name}`.toLowerCase().endsWith(`.${folded}`)),
    ) ??
    // `main.tickets`, `public.tickets`: the schema that a name alone stands for.
    onlyOne(all.filter((table) => table.schema === null && folded.endsWith(`.${table.name.toLowerCase()}`)));
  if (found) return found;
  const near = nearest(name, names);
  const args = {
    table: name,
    found: [...names.slice(0, shownAtMost), ...(names.length > shownAtMost ? ['…'] : [])],
    ...(near === null ? {} : { try: `${path.replace(/\?.*$/s, '')}?table=${encodeURIComponent(near)}` }),
  };
  throw new DeskstatError({ code: 'table_not_found', args, where: { file: path } }, 3);
}

const onlyOne = (tables: readonly SqlTable[]): SqlTable | undefined =>
  tables.length === 1 ? tables[0] : undefined;
