import { databaseAddress, isDatabase } from '../model/database-address.ts';
import { DeskstatError } from '../model/problem.ts';
import { usageError } from '../settings/option-values.ts';
import type { Run } from '../settings/settle.ts';

/**
 * The query of each source that is one: typed it is that of the one database that is named, in `files:` that of every
 * one that the entry is about.
 *
 * @throws DeskstatError (2) where it is not plain which source it is for, or where there is no database
 */
export function databaseQueries(
  { queryFor }: Pick<Run, 'queryFor'>,
  { typed, paths }: { readonly typed: string | undefined; readonly paths: readonly string[] },
): (path: string) => string | null {
  const databases = paths.filter(isDatabase);
  if (typed !== undefined && databases.length !== 1)
    throw usageError(
      `--query is for one database, and ${databases.length === 0 ? 'none is' : `${databases.length} are`} named`,
      databases.length === 0
        ? "duckdb:desk.duckdb --query 'select …'"
        : '"query" of these sources in deskstat.yaml',
    );
  if (typed?.trim() === '') throw usageError('--query is empty', "--query 'select * from tickets'");
  for (const path of paths) {
    if (queryFor(path) === null) continue;
    if (typed === undefined && !isDatabase(path)) {
      const args = { path: 'query', reason: 'is for databases, and this file is none', found: path };
      throw new DeskstatError({ code: 'config_invalid', args }, 2);
    }
    if (isDatabase(path) && (databaseAddress(path)?.tables.length ?? 0) > 0)
      throw usageError(
        `${path} has a query, and names a table as well`,
        `${path.replace(/\?.*$/s, '')} for the query alone`,
      );
  }
  return (path) => (isDatabase(path) ? queryFor(path) : null);
}
