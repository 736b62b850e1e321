import { existsSync } from 'node:fs';
import path from 'node:path';
import type { LoadedConfig } from './config.ts';
import type { OpenBook } from './issue-book.ts';
import type { Run } from './settle.ts';
import { readTextFile } from './text-file.ts';

/** The issue book in a file; an empty one where there is no such file yet. `name` is how messages call it. */
export async function readBook(file: string, name: string): Promise<OpenBook> {
  // Here and not above: it brings the YAML parser, which a run without a book has no use for.
  const { newBook, parseBook } = await import('./issue-book.ts');
  return existsSync(file) ? parseBook(await readTextFile(file), name) : newBook();
}

/** Who names a book: a run, and where its settings lie. */
interface BookOwner {
  readonly run: Pick<Run, 'book'>;
  readonly loaded: LoadedConfig | null;
}

/** Where a run's issue book lies. */
export interface BookFile {
  readonly path: string;
  /** As it was typed, or stands in the settings: how messages call it. */
  readonly name: string;
}

/** The book that was typed, from the working folder; else the one of the settings, from where they lie; null where there is none. */
export function bookFileOf({ run, loaded }: BookOwner, cwd: string): BookFile | null {
  if (run.book === null) return null;
  const { name, isTyped } = run.book;
  const folder = loaded && !isTyped ? path.dirname(loaded.file) : cwd;
  return { path: path.resolve(folder, name), name };
}

/** The issue book of a run; null where it has none. */
export async function bookOf(session: BookOwner, cwd: string): Promise<OpenBook['book'] | null> {
  const file = bookFileOf(session, cwd);
  return file && (await readBook(file.path, file.name)).book;
}
