import { databaseAddress, isDatabase } from '../model/database-address.ts';
import { DeskstatError } from '../model/problem.ts';
import { sentence } from '../model/sentence.ts';
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
      databases.length === 0
        ? sentence('mistake.query_of_none')
        : sentence('mistake.query_of_several', { count: databases.length }),
      databases.length === 0 ? "duckdb:desk.duckdb --query 'select …'" : sentence('hint.query_of_sources'),
    );
  if (typed?.trim() === '')
    throw usageError(sentence('mistake.query_empty'), "--query 'select * from tickets'");
  for (const path of paths) {
    if (queryFor(path) === null) continue;
    if (typed === undefined && !isDatabase(path)) {
      const args = { path: 'query', reason: sentence('mistake.no_database'), found: path };
      throw new DeskstatError({ code: 'config_invalid', args }, 2);
    }
    if (isDatabase(path) && (databaseAddress(path)?.tables.length ?? 0) > 0)
      throw usageError(
        sentence('mistake.query_and_table', { address: path }),
        sentence('hint.query_alone', { address: path.replace(/\?.*$/s, '') }),
      );
  }
  return (path) => (isDatabase(path) ? queryFor(path) : null);
}
