import type { Stats } from 'node:fs';
import { accessSync, constants, createReadStream, realpathSync, statSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Passwords } from '../../model/database-address.ts';
import { DeskstatError, type Problem } from '../../model/problem.ts';
import { type Sentence, sentence } from '../../model/sentence.ts';
import { settingsNames } from '../../model/settings-names.ts';
import type { NamedSource, Source } from '../../model/source.ts';
import { nearest } from '../../model/suggest.ts';
import type { Archive } from '../readers/archive.ts';
import { isWorkbook, isZip } from '../readers/file-kind.ts';
import { FileSource } from '../readers/file-source.ts';
import { type Spool, spool } from '../readers/spool.ts';
import { formats } from './index.ts';
import { ownResults } from './own-results.ts';

/** What `openSources` may be given beside the paths. */
export interface OpenOptions {
  /** Standard input, for the path `-`. */
  readonly stdin?: AsyncIterable<Uint8Array | string>;
  /** Where input that can be read only once is spooled; the system's temporary folder by default. */
  readonly spoolFolder?: string;
  /** What is to be read of a source that is no file, in its own language; left out: what there is. */
  readonly queryFor?: (path: string) => string | null;
  readonly passwords?: Passwords;
}

/** The sources found, and what was passed over on the way. `dispose` removes spooled input. */
export interface OpenedSources {
  readonly sources: Source[];
  readonly problems: Problem[];
  dispose(): void;
}

type FileOptions = ConstructorParameters<typeof FileSource>[0];

/** Endings of the files that a folder stands for, the most common format first. */
const endings = formats.toReversed().flatMap((format) => format.endings);
const deepest = 8;
const shownAtMost = 8;

/**
 * The sources that paths name: files as they are; folders stand for their data files, by ending (`.gz` allowed
 * behind it), in subfolders too, hidden ones and results of deskstat never, sorted by path; a ZIP archive for those in it; `-` is standard input. A pipe is spooled like
 * standard input. A file that is named twice is read once. The name of a database is no path, and is opened when it is
 * looked into.
 *
 * @throws DeskstatError exit 3 for a path that does not exist, cannot be read, or is a folder without data files;
 *   exit 2 when `-` is named twice.
 */
export async function openSources(
  paths: readonly string[],
  options: OpenOptions = {},
): Promise<OpenedSources> {
  const sources: Source[] = [];
  const problems: Problem[] = [];
  const spools: Spool[] = [];
  const archives: Archive[] = [];
  const named: NamedSource[] = [];
  const seen = new Set<string>();
  const dispose = () => {
    for (const opened of [...archives.splice(0), ...named.splice(0)]) opened.close();
    for (const spooled of spools.splice(0)) spooled.dispose();
  };
  const addStream = async (name: string, stream: AsyncIterable<Uint8Array | string>) => {
    const spooled = await spool(stream, options.spoolFolder);
    spools.push(spooled);
    await addData({ path: name, file: spooled.descriptor, size: spooled.size });
  };
  /** A file as it is, or the data files of an archive. */
  const addData = async (file: FileOptions) => {
    const source = new FileSource(file);
    const [head] = await source.sections([{ at: 0, length: 4096 }]);
    if (!isZip(head) || isWorkbook(head)) {
      sources.push(source);
      return;
    }
    const { openArchive } = await import('../readers/archive.ts');
    const archive = await openArchive(file, isData);
    archives.push(archive);
    if (archive.sources.length === 0) throw noData(file.path, archive.others);
    sources.push(...archive.sources);
    if (archive.others.length > 0) problems.push(leftOut('files_passed_over', file.path, archive.others));
  };
  const addFile = async (file: string, size: number) => {
    const real = realpathSync.native(file);
    if (seen.has(real)) {
      problems.push(sameTwice(file));
      return;
    }
    seen.add(real);
    checkReadable(file);
    await addData({ path: file, file, size });
  };
  const addFolder = async (folder: string) => {
    const { data: found, others } = await dataFilesIn(folder);
    const own = await ownResults(found);
    const data = found.filter((file) => !own.has(file));
    if (data.length === 0) throw noData(folder, others);
    if (own.size > 0) {
      const names = [...own].map((file) => path.relative(folder, file));
      problems.push(leftOut('own_results_left_out', folder, names));
    }
    for (const file of data) await addFile(file, (await look(file)).size);
    if (others.length > 0) problems.push(leftOut('files_passed_over', folder, others));
  };
  const addStdin = async () => {
    if (seen.has('-') || !options.stdin) throw onlyOnce(seen.has('-'));
    seen.add('-');
    await addStream('-', options.stdin);
  };
  const addNamed = async (source: NamedSource) => {
    if (seen.has(source.path)) {
      problems.push(sameTwice(source.path));
      return;
    }
    seen.add(source.path);
    if (source.file !== null) {
      await look(source.file);
      checkReadable(source.file);
    }
    named.push(source);
    sources.push(source);
  };
  const addPath = async (name: string) => {
    const known = namedSource(name, options);
    if (known) return addNamed(known);
    const found = await look(name);
    if (found.isDirectory()) return addFolder(name);
    if (found.isFile()) return addFile(name, found.size);
    checkReadable(name);
    await addStream(name, createReadStream(name));
  };

  try {
    for (const name of paths) await (name === '-' ? addStdin() : addPath(name));
  } catch (error) {
    dispose();
    throw error;
  }
  return { sources, problems, dispose };
}

function namedSource(name: string, { queryFor, passwords = new Map() }: OpenOptions): NamedSource | null {
  for (const format of formats) {
    const source = format.sourceAt?.(name, { query: queryFor?.(name) ?? null, passwords });
    if (source) return source;
  }
  return null;
}

const sameTwice = (file: string): Problem => ({
  code: 'same_file_twice',
  severity: 'note',
  args: {},
  where: { file },
});

function onlyOnce(twice: boolean): DeskstatError {
  const message = twice ? sentence('mistake.stdin_twice') : sentence('mistake.no_stdin');
  return new DeskstatError({ code: 'usage', args: { message } }, 2);
}

function noData(name: string, others: readonly string[]): DeskstatError {
  const args = { endings: [...endings, '.zip', '.gz'], found: others.slice(0, shownAtMost) };
  return new DeskstatError({ code: 'no_data_files', args, where: { file: name } }, 3);
}

type LeftOut = 'files_passed_over' | 'own_results_left_out';

/** Files of a folder or an archive that are not read: a few by name, all counted. */
function leftOut(code: LeftOut, place: string, names: readonly string[]): Problem {
  const files = names.slice(0, shownAtMost);
  if (names.length > shownAtMost) files.push('…');
  return { code, severity: 'note', args: { files }, where: { file: place }, count: names.length };
}

async function look(name: string): Promise<Stats> {
  try {
    return statSync(name);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw await notFound(name);
    throw unreadable(name, code);
  }
}

function checkReadable(file: string): void {
  try {
    accessSync(file, constants.R_OK);
  } catch (error) {
    throw unreadable(file, codeOf(error));
  }
}

const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException).code ?? error);

const reasons: Readonly<Record<string, Sentence>> = {
  EACCES: sentence('why.permission_denied'),
  EPERM: sentence('why.permission_denied'),
  ELOOP: sentence('why.links_go_round_circle'),
  ENAMETOOLONG: sentence('why.the_name_is_too_long'),
  EMFILE: sentence('why.too_many_files_open'),
};

function unreadable(file: string, code: string): DeskstatError {
  return new DeskstatError(
    { code: 'file_unreadable', args: { reason: reasons[code] ?? code }, where: { file } },
    3,
  );
}

/** "no such file", with the nearest name that does exist in the same folder. */
async function notFound(name: string): Promise<DeskstatError> {
  const folder = path.dirname(name);
  let names: string[] = [];
  try {
    names = (await readdir(folder)).filter((entry) => !entry.startsWith('.')).sort();
  } catch {
    // The folder is missing too: there is nothing near to offer.
  }
  const wanted = path.basename(name);
  const near =
    nearest(wanted, names) ?? nearest(stem(wanted), names.map(stem)) ?? names.find((n) => stem(n) === wanted);
  const meant =
    near === undefined ? undefined : names.find((entry) => entry === near || stem(entry) === near);
  const shown =
    meant === undefined
      ? undefined
      : folder === '.' && !name.startsWith('.')
        ? meant
        : path.join(folder, meant);
  return new DeskstatError({ code: 'file_not_found', args: { try: shown }, where: { file: name } }, 3);
}

const stem = (name: string): string => name.replace(/(\.[a-z0-9]+){1,2}$/i, '');

/** Every data file below a folder, and every other file, sorted by path, so that no file system's order shows. */
async function dataFilesIn(top: string): Promise<{ data: string[]; others: string[] }> {
  const data: string[] = [];
  const others: string[] = [];
  const visited = new Set<string>();
  const visit = async (folder: string, depth: number): Promise<void> => {
    const real = realpathSync.native(folder);
    if (visited.has(real)) return;
    visited.add(real);
    const names = await readdir(folder).catch((error) => {
      throw unreadable(folder, codeOf(error));
    });
    for (const name of names.filter(isShown)) {
      const file = path.join(folder, name);
      const found = await stat(file).catch(() => null);
      if (found?.isDirectory()) {
        if (depth < deepest) await visit(file, depth + 1);
      } else if (found?.isFile() && (isData(name) || name.toLowerCase().endsWith('.zip'))) data.push(file);
      else if (!settingsNames.includes(name)) others.push(path.relative(top, file));
    }
  };
  await visit(top, 0);
  return { data: data.sort(), others: others.sort() };
}

const isShown = (name: string): boolean => !name.startsWith('.') && name !== 'node_modules';

function isData(name: string): boolean {
  const plain = name.toLowerCase().replace(/\.gz$/, '');
  return endings.some((ending) => plain.endsWith(ending));
}
