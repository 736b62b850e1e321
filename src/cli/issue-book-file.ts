import { existsSync } from 'node:fs';
import path from 'node:path';
import type { OpenBook } from '../settings/issue-book.ts';
import { readTextFile } from '../settings/text-file.ts';
import type { Session } from './session.ts';

/** The issue book in a file; an empty one where there is no such file yet. `name` is how messages call it. */
export async function readBook(file: string, name: string): Promise<OpenBook> {
  // Here and not above: it brings the YAML parser, which a run without a book has no use for.
  const { newBook, parseBook } = await import('../settings/issue-book.ts');
  return existsSync(file) ? parseBook(await readTextFile(file), name) : newBook();
}

/** The book that the settings name, found from where they lie; null where they name none. */
export async function readBookOfSettings({
  config,
  loaded,
  io,
}: Pick<Session, 'config' | 'loaded' | 'io'>): Promise<OpenBook['book'] | null> {
  if (config.book === undefined) return null;
  const folder = loaded ? path.dirname(loaded.file) : io.cwd;
  return (await readBook(path.resolve(folder, config.book), config.book)).book;
}
