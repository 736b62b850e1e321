import { crc32 } from 'node:zlib';
import { type Entry, fromFd, open, type ZipFile } from 'yauzl';
import { DeskstatError } from '../../model/problem.ts';
import { type Sentence, sentence } from '../../model/sentence.ts';
import type { Source } from '../../model/source.ts';

/** The data files of a ZIP archive, read where they lie: nothing is written to disk. */
export interface Archive {
  readonly sources: readonly Source[];
  /** Names of the files that are no data. */
  readonly others: readonly string[];
  close(): void;
}

interface ArchiveFile {
  readonly path: string;
  /** A path, or the descriptor of a file that stays open. */
  readonly file: string | number;
}

/** An archive with more entries than this is no export. */
const mostEntries = 10_000;
/** Text shrinks to a tenth, seldom to a fiftieth: what unpacks to more than this many times its size is a trap. */
const mostGrowth = 200;
/** Below so many bytes nothing is a trap. */
const harmless = 1 << 26;

/**
 * Lists an archive. Its entries become sources named `archive.zip/entry.csv`, in the order of their names.
 *
 * @param isData whether an entry's name is that of a data file
 * @throws DeskstatError exit 3 for an archive that is broken, locked, or unpacks to far more than text does
 */
export async function openArchive(
  { path, file }: ArchiveFile,
  isData: (name: string) => boolean,
): Promise<Archive> {
  const refused = (reason: Sentence | string): DeskstatError =>
    new DeskstatError({ code: 'archive_refused', args: { reason }, where: { file: path } }, 3);
  const zip = await unbroken(opened(file), refused);
  // yauzl would close a descriptor that is not its own.
  const close = (): void => {
    if (typeof file === 'string') zip.close();
  };
  try {
    const entries = await unbroken(entriesOf(zip), refused);
    if (entries === null) throw refused(sentence('why.too_many_entries', { most: String(mostEntries) }));
    const files = entries.filter(({ fileName }) => !isNoise(fileName));
    const data = files.filter(({ fileName }) => isData(fileName));
    for (const entry of data) {
      const reason = refusal(entry);
      if (reason) throw refused(reason);
    }
    const byName = (a: Entry, b: Entry): number => (a.fileName < b.fileName ? -1 : 1);
    return {
      sources: data.sort(byName).map((entry) => new EntrySource(path, { zip, entry, refused })),
      others: files.filter((entry) => !data.includes(entry)).map(({ fileName }) => fileName),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** Folders, and what systems put beside files: never told of. */
const isNoise = (name: string): boolean =>
  name.endsWith('/') || name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');

function refusal(entry: Entry): Sentence | null {
  const { fileName: file, compressedSize, uncompressedSize } = entry;
  if (entry.isEncrypted()) return sentence('why.entry_locked', { file });
  if (!entry.canDecodeFileData())
    return sentence('why.entry_packed_otherwise', { file, method: entry.compressionMethod });
  const isTrap = uncompressedSize > harmless && uncompressedSize > mostGrowth * compressedSize;
  if (!isTrap) return null;
  return sentence('why.entry_grows', { file, times: Math.round(uncompressedSize / compressedSize) });
}

type Refused = (reason: Sentence | string) => DeskstatError;

async function unbroken<T>(step: Promise<T>, refused: Refused): Promise<T> {
  try {
    return await step;
  } catch (error) {
    throw refused(error instanceof Error ? error.message : String(error));
  }
}

/** Lazily: entries are listed one by one, so that a list without end can be left. */
function opened(file: string | number): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false } as const;
  return new Promise((resolve, reject) => {
    const settle = (error: Error | null, zip?: ZipFile): void => (zip ? resolve(zip) : reject(error));
    if (typeof file === 'number') fromFd(file, options, settle);
    else open(file, options, settle);
  });
}

/** All entries; null where there are too many. */
function entriesOf(zip: ZipFile): Promise<Entry[] | null> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      if (entries.push(entry) > mostEntries) resolve(null);
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });
}

/** One file of an archive. */
class EntrySource implements Source {
  readonly path: string;
  /** Bytes once unpacked, which is what `open` counts. */
  readonly size: number;
  readonly #zip: ZipFile;
  readonly #entry: Entry;
  readonly #refused: Refused;

  constructor(
    archive: string,
    { zip, entry, refused }: { readonly zip: ZipFile; readonly entry: Entry; readonly refused: Refused },
  ) {
    this.path = `${archive}/${entry.fileName}`;
    this.size = entry.uncompressedSize;
    this.#zip = zip;
    this.#entry = entry;
    this.#refused = refused;
  }

  async *open(): AsyncGenerator<Uint8Array, void, undefined> {
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
      this.#zip.openReadStream(this.#entry, (error, found) => (found ? resolve(found) : reject(error)));
    }).catch((error: Error) => {
      throw this.#refused(sentence('word.at', { place: this.#entry.fileName, what: error.message }));
    });
    try {
      // yauzl ends with an error where an entry is longer or shorter than it says; the check sum is left to its caller.
      let sum = 0;
      for await (const chunk of stream) {
        sum = crc32(chunk as Buffer, sum);
        yield chunk as Buffer;
      }
      if (sum !== this.#entry.crc32) throw new Error('its check sum is wrong');
    } catch (error) {
      throw this.#refused(
        sentence('word.at', { place: this.#entry.fileName, what: (error as Error).message }),
      );
    } finally {
      (stream as NodeJS.ReadableStream & { destroy?(): void }).destroy?.();
    }
  }
}
