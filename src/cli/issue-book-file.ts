import { existsSync } from 'node:fs';
import { newBook, type OpenBook, parseBook } from '../config/issue-book.ts';
import { readTextFile } from '../config/text-file.ts';

/** The issue book in a file; an empty one where there is no such file yet. `name` is how messages call it. */
export async function readBook(file: string, name: string): Promise<OpenBook> {
  return existsSync(file) ? parseBook(await readTextFile(file), name) : newBook();
}
