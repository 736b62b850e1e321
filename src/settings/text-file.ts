import { open } from 'node:fs/promises';
import { DeskstatError } from '../model/problem.ts';
import { type Sentence, sentence } from '../model/sentence.ts';

/** Settings, books, calendars and baselines are small; anything larger is the wrong file. */
const largest = 256 * 1024 * 1024;

const reasons: Readonly<Record<string, Sentence>> = {
  EACCES: sentence('why.no_permission'),
  EPERM: sentence('why.no_permission'),
  EISDIR: sentence('why.is_a_folder'),
  ENOTDIR: sentence('why.path_holds_a_file'),
  ELOOP: sentence('why.links_go_round_circle'),
};

/**
 * The whole text of a file that belongs to the settings: `deskstat.yaml`, an issue book, an `.ics` calendar, a
 * baseline. UTF-8 or UTF-16 with a byte order mark, which is taken off.
 * @throws {DeskstatError} exit 2 when the file is missing, cannot be read, is larger than 256 MiB or is no text.
 */
export async function readTextFile(file: string): Promise<string> {
  const bytes = await readBytes(file);
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(file, sentence('why.not_text', { encoding: encoding === 'utf-8' ? 'UTF-8' : 'UTF-16' }));
  }
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const handle = await open(file, 'r');
    try {
      if ((await handle.stat()).size > largest) throw unreadable(file, sentence('why.larger_than_256_mib'));
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof DeskstatError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') {
      throw new DeskstatError({ code: 'file_not_found', args: {}, where: { file } }, 2);
    }
    throw unreadable(file, reasons[code ?? ''] ?? message);
  }
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

const unreadable = (file: string, reason: Sentence | string): DeskstatError =>
  new DeskstatError({ code: 'file_unreadable', args: { reason }, where: { file } }, 2);
