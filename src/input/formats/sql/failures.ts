import { DeskstatError, type Where } from '../../../model/problem.ts';
import type { Sentence } from '../../../model/sentence.ts';

/** The sentences of an engine's error that say what is wrong: its first line, without the engine's own word for it. */
export const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0].trim();

/** @returns an error (3) for a database that cannot be opened or fails while it is read */
export const cannotOpen = (
  file: string,
  args: { readonly engine: string; readonly reason: Sentence | string },
) => new DeskstatError({ code: 'database_unreadable', args, where: { file } }, 3);

/** A query that the engine refuses. */
export interface RefusedQuery {
  readonly engine: string;
  readonly reason: Sentence | string;
  /** Where in the query, from 1; null where the engine does not say. */
  readonly line?: number | null;
  readonly column?: number | null;
}

/** @returns an error (2) for a query that the engine does not understand */
export const cannotRun = (file: string, { engine, reason, line, column }: RefusedQuery) =>
  new DeskstatError(
    {
      code: 'query_failed',
      args: { engine, reason, ...(line && column ? { line, column } : {}) },
      where: { file },
    },
    2,
  );

/** @returns an error (2) for a query that would write */
export const writes = (file: string, args: { readonly engine: string; readonly reason: Sentence | string }) =>
  new DeskstatError({ code: 'query_writes', args, where: { file } }, 2);

/** @returns an error (2) for a query that reaches for other files or places */
export const reachesOut = (
  file: string,
  args: { readonly engine: string; readonly reason: Sentence | string },
) => new DeskstatError({ code: 'query_reaches_out', args, where: { file } }, 2);

/** @returns an error (2) for what is no query that gives rows */
export const givesNoRows = (file: string) =>
  new DeskstatError({ code: 'query_without_rows', args: {}, where: { file } }, 2);

/** Line and column of a character of a text, from 1. */
export function placeIn(text: string, at: number): Pick<Where, 'line' | 'column'> {
  const before = [...text].slice(0, at).join('').split('\n');
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
}
