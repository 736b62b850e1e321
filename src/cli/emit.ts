import path from 'node:path';
import {
  type Content,
  defaultFormat,
  type FolderFormat,
  formatsOf,
  isFormat,
} from '../model/output-formats.ts';
import { sentence } from '../model/sentence.ts';
import type { OutputOptions } from '../settings/option-types.ts';
import { usageError } from '../settings/option-values.ts';
import { makeFolder, outputError, requireWritable, writeFileWhole } from './files.ts';
import type { Io } from './io.ts';
import { type OutputTarget, outputTargets } from './output-formats.ts';

/** A result in a format, piece by piece. */
export type Rendering = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

export interface EmitOptions {
  readonly options: OutputOptions;
  /** What the command writes, which decides the formats that it can be written in. */
  readonly content: Content;
  /** Files that were read; none of them is written over. */
  readonly inputs: readonly string[];
  readonly io: Io;
  /** Further files that the command writes when this is done: none is refused once others are there. */
  readonly besides?: readonly string[];
  /** What a person reads goes through their pager where it is longer than their terminal. */
  readonly pages?: boolean;
  /** `stdout` tells renderings for a terminal from those for a file. */
  readonly render: (format: string, target: { readonly stdout: boolean }) => Promise<Rendering>;
  /** The files of a folder (`-o folder/`), one a table; left out where a command has a single table. */
  readonly bundle?: (
    format: FolderFormat,
  ) => Promise<readonly { readonly name: string; readonly text: string }[]>;
}

/**
 * Writes a command's result to stdout, unless `-q`, and to each `-o` file, whole or not at all; no file where one of
 * them cannot be written.
 */
export async function emit(given: EmitOptions): Promise<void> {
  const { options, content, io, bundle } = given;
  const format = options.format ?? defaultFormat;
  if (io.stdout.isTTY && !options.quiet && isFormat(format, 'isBinary'))
    throw usageError(sentence('mistake.bytes_in_terminal', { format }), `--quiet --output=result.${format}`);
  const targets = outputTargets(options.output ?? [], content);
  const folder = targets.find(({ isFolder }) => isFolder);
  if (folder && !bundle) {
    const name = folder.file.replace(/[/\\]+$/, '');
    throw usageError(
      sentence('mistake.folder_of_one_table', { folder: folder.file }),
      `-o ${name}.${formatsOf(content).some((each) => each === 'csv') ? 'csv' : 'json'}`,
    );
  }
  await requireAllWritable(targets, given);
  for (const target of targets) await writeTarget(target, given);
  if (options.quiet) return;
  const pieces = await given.render(format, { stdout: true });
  if (given.pages && format === 'table' && io.page && (await io.page(await joined(pieces)))) return;
  for await (const piece of pieces) {
    if (io.stdout.closed) return;
    await io.stdout.write(piece).catch((error) => {
      throw outputError('standard output', error);
    });
  }
}

/** @throws DeskstatError (2) for the first file that cannot be written, before any is. */
async function requireAllWritable(
  targets: readonly OutputTarget[],
  { inputs, io, besides = [] }: EmitOptions,
): Promise<void> {
  const files = targets.filter(({ isFolder }) => !isFolder).map(({ file }) => file);
  for (const file of [...files, ...besides]) await requireWritable({ file, inputs, io });
  if (targets.some(({ format }) => format === 'pdf')) (await import('./pdf.ts')).requireBrowser(io.env);
}

/** The page of a command, printed. */
async function printed(render: EmitOptions['render'], io: Io): Promise<Rendering> {
  const { printPage } = await import('./pdf.ts');
  return [await printPage(await joined(await render('html', { stdout: false })), io.env)];
}

/** A rendering for people as one text. It is made of pieces that can be gone through again. */
async function joined(pieces: Rendering): Promise<string> {
  const texts: string[] = [];
  for await (const piece of pieces) texts.push(typeof piece === 'string' ? piece : '');
  return texts.join('');
}

/** Writes a file, or a folder with a file a table. */
async function writeTarget({ format, file, isFolder }: OutputTarget, given: EmitOptions): Promise<void> {
  const { inputs, io, render, bundle } = given;
  if (isFolder) {
    await makeFolder(file, io);
    for (const { name, text } of (await bundle?.(format as FolderFormat)) ?? [])
      await writeFileWhole({ file: path.join(file, name), inputs, io }, (sink) => sink.write(text));
    return;
  }
  const pieces = format === 'pdf' ? await printed(render, io) : await render(format, { stdout: false });
  await writeFileWhole({ file, inputs, io }, async (sink) => {
    for await (const piece of pieces) await sink.write(piece);
  });
}
