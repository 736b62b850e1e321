import { constants, rmSync } from 'node:fs';
import { access, type FileHandle, mkdir, open, realpath, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { DeskstatError } from '../model/problem.ts';
import { type Sentence, sentence } from '../model/sentence.ts';
import type { Io } from './io.ts';

/** Takes the content of a file piece by piece. */
export interface FileSink {
  write(chunk: string | Uint8Array): Promise<void>;
}

interface OutputFile {
  /** As the user typed it. */
  readonly file: string;
  /** Files that are being read; none of them may be written over. */
  readonly inputs?: readonly string[];
  readonly io: Pick<Io, 'cwd' | 'cleanups'>;
}

let temporaries = 0;

/**
 * Writes a file whole or not at all: into a temporary file beside it, flushed to disk, then renamed. What was there
 * keeps its permissions; a link stays a link; a device or a pipe (`/dev/null`) is written to directly.
 * @throws {DeskstatError} exit 2 when the file is one of the inputs or its folder cannot be written to.
 */
export async function writeFileWhole(
  target: OutputFile,
  fill: (sink: FileSink) => Promise<void>,
): Promise<void> {
  const { file, io } = target;
  const wanted = path.resolve(io.cwd, file);
  const existing = await requireWritable(target);
  if (existing && !existing.isRegular) {
    const handle = await open(existing.real, 'w').catch((error) => fail(file, error));
    await fillAndClose(handle, fill).catch((error) => {
      throw outputError(file, error);
    });
    return;
  }
  const final = existing?.real ?? wanted;
  const temporary = path.join(
    path.dirname(final),
    `.${path.basename(final)}.${process.pid}-${++temporaries}.tmp`,
  );
  // Registered before the file is there: an interruption must find no gap.
  const forget = io.cleanups.add(() => rmSync(temporary, { force: true }));
  try {
    const handle = await open(temporary, 'wx', existing?.mode ?? 0o666);
    if (existing) await handle.chmod(existing.mode);
    await fillAndClose(handle, fill);
    await rename(temporary, final);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw outputError(file, error);
  } finally {
    forget();
  }
}

/**
 * Looks whether a file can be written, and writes nothing: all of a run's files are asked before the first of them is there.
 * @throws {DeskstatError} exit 2 as `writeFileWhole`
 */
export async function requireWritable(target: OutputFile): Promise<Existing | null> {
  const { file, io } = target;
  const wanted = path.resolve(io.cwd, file);
  const existing = await existingFile(wanted, file);
  await refuseInputs(target, existing);
  if (existing?.isRegular) await access(existing.real, constants.W_OK).catch((error) => fail(file, error));
  if (!existing) await access(path.dirname(wanted), constants.W_OK).catch((error) => fail(file, error));
  return existing;
}

/** Makes a folder and its parents. */
export async function makeFolder(folder: string, io: Pick<Io, 'cwd'>): Promise<void> {
  await makeWithParents(path.resolve(io.cwd, folder)).catch((error) => fail(folder, error));
}

/** One after the other: where nothing can be made (`/proc`), Node tries for ever to make them all at once. */
async function makeWithParents(folder: string): Promise<void> {
  const parent = path.dirname(folder);
  const isParentThere = parent === folder || (await stat(parent).catch(() => null)) !== null;
  if (!isParentThere) await makeWithParents(parent);
  await mkdir(folder).catch(async (error: NodeJS.ErrnoException) => {
    const isFolder = error.code === 'EEXIST' && (await stat(folder)).isDirectory();
    if (!isFolder) throw error;
  });
}

/** True when something lies at this path. */
export async function pathExists(file: string, io: Pick<Io, 'cwd'>): Promise<boolean> {
  return (await stat(path.resolve(io.cwd, file)).catch(() => null)) !== null;
}

async function fillAndClose(handle: FileHandle, fill: (sink: FileSink) => Promise<void>): Promise<void> {
  try {
    await fill({
      async write(chunk) {
        await handle.appendFile(chunk);
      },
    });
    await handle.sync().catch(ignoreUnsyncable);
  } finally {
    await handle.close();
  }
}

// Pipes and devices cannot be flushed to disk.
function ignoreUnsyncable(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EINVAL' && error.code !== 'ENOTSUP' && error.code !== 'EROFS') throw error;
}

interface Existing {
  readonly real: string;
  readonly mode: number;
  readonly isRegular: boolean;
  readonly id: string;
}

async function existingFile(wanted: string, file: string): Promise<Existing | null> {
  const found = await stat(wanted, { bigint: true }).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? null : fail(file, error),
  );
  if (!found) return null;
  if (found.isDirectory()) fail(file, Object.assign(new Error('is a folder'), { code: 'EISDIR' }));
  return {
    real: await realpath(wanted),
    mode: Number(found.mode & 0o777n),
    isRegular: found.isFile(),
    id: `${found.dev}:${found.ino}`,
  };
}

async function refuseInputs({ file, inputs = [], io }: OutputFile, existing: Existing | null): Promise<void> {
  if (!existing?.isRegular) return;
  for (const input of inputs) {
    const found = await fileBehind(path.resolve(io.cwd, input));
    if (found && `${found.dev}:${found.ino}` === existing.id) {
      throw new DeskstatError({ code: 'output_is_input', args: {}, where: { file } }, 2);
    }
  }
}

/** A file that was read, by its name; the archive of one that lies in an archive (`tickets.zip/tickets.csv`). */
async function fileBehind(file: string): Promise<{ readonly dev: bigint; readonly ino: bigint } | null> {
  try {
    return await stat(file, { bigint: true });
  } catch (error) {
    return isSystemError(error) && error.code === 'ENOTDIR' ? fileBehind(path.dirname(file)) : null;
  }
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && 'errno' in error;

const reasons: Readonly<Record<string, Sentence>> = {
  EACCES: sentence('why.no_permission'),
  EPERM: sentence('why.no_permission'),
  EROFS: sentence('why.disk_read_only'),
  ENOENT: sentence('why.no_such_folder'),
  ENOTDIR: sentence('why.path_holds_a_file'),
  EISDIR: sentence('why.is_a_folder'),
  ENOSPC: sentence('why.disk_full'),
  EDQUOT: sentence('why.disk_quota_used_up'),
  ENAMETOOLONG: sentence('why.its_name_is_too_long'),
  ETXTBSY: sentence('why.in_use'),
  EBUSY: sentence('why.in_use'),
  EMFILE: sentence('why.too_many_files_open'),
};

function problemOf(file: string, error: NodeJS.ErrnoException): DeskstatError {
  const reason = reasons[error.code ?? ''] ?? error.message;
  return new DeskstatError({ code: 'output_unwritable', args: { reason }, where: { file } }, 2);
}

/** What the system said of an output that was being written, as a problem of that output; other errors as they are. */
export function outputError(file: string, error: unknown): unknown {
  return isSystemError(error) ? problemOf(file, error) : error;
}

function fail(file: string, error: NodeJS.ErrnoException): never {
  throw problemOf(file, error);
}
