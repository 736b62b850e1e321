import path from 'node:path';
import { sentence } from '../../model/sentence.ts';
import { problemsOf } from '../../questions/observed-figures.ts';
import { askSql, type SqlOptions } from '../../questions/sql.ts';
import { usageError } from '../../settings/option-values.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { CRITICAL, openObservations } from '../observations-folder.ts';
import { openSession } from '../session.ts';
import { printProblems } from '../warnings.ts';
import { localeOf } from '../words.ts';

/** `deskstat sql`: the query that makes the rows of `metrics` from observations, on an engine. */
export async function run(_args: readonly string[], options: SqlOptions, io: Io): Promise<ExitCode> {
  if (options.observations === undefined)
    throw usageError(sentence('mistake.sql_without_observations'), '--observations out/');
  const session = await openSession({ command: 'sql', options, io, paths: [] });
  const observed = await openObservations(options.observations, io);
  const observations = path.resolve(io.cwd, observed.folder);
  const files = { observations, critical: path.join(observations, CRITICAL) };
  await io.stdout.write(askSql(session, observed, { options, files }));
  await printProblems(problemsOf(observed.manifest), { io, locale: await localeOf(session.run) });
  return exitCodes.done;
}
