import {
  type Content,
  defaultFormat,
  type FolderFormat,
  type FormatId,
  folderFormats,
  formatOfEnding,
  formatsOf,
  isFormat,
} from '../model/output-formats.ts';
import { sentence } from '../model/sentence.ts';
import { nearest } from '../model/suggest.ts';
import type { OutputOptions, OutputPin } from '../settings/option-types.ts';
import { usageError } from '../settings/option-values.ts';

/** A file to be written, with the format settled. */
export interface OutputTarget {
  readonly format: string;
  readonly file: string;
  /** The name ends in a slash: a folder of files, one a table. */
  readonly isFolder: boolean;
}

/**
 * The format of each `-o`, named or taken from the file's ending.
 * @throws {DeskstatError} exit 2 for a format that the command cannot write or an ending that says nothing.
 */
export function outputTargets(pins: readonly OutputPin[], content: Content): readonly OutputTarget[] {
  return pins.map((pin) => {
    const isFolder = /[/\\]$/.test(pin.file);
    return { format: isFolder ? folderFormat(pin) : formatOf(pin, content), file: pin.file, isFolder };
  });
}

/** Whether a run writes a format that says what it was made from, with the digests of its input. */
export function writesRecipe({ format, output = [] }: OutputOptions, content: Content): boolean {
  const written = [format ?? defaultFormat, ...outputTargets(output, content).map((each) => each.format)];
  return written.some((each) => isFormat(each, 'hasRecipe'));
}

function folderFormat({ format, file }: OutputPin): FolderFormat {
  const able = folderFormats();
  const found = able.find((each) => each === (format ?? 'csv'));
  if (found) return found;
  throw usageError(
    sentence('mistake.format_of_folder', {
      folder: file,
      formats: able.join(' or '),
      format: String(format),
    }),
    `-o ${file}`,
  );
}

function formatOf({ format, file }: OutputPin, content: Content): string {
  const own: readonly FormatId[] = formatsOf(content);
  // A page can be printed: whatever writes HTML into a file writes PDF.
  const formats: readonly string[] = own.includes('html') ? [...own, 'pdf'] : own;
  const able = sentence('word.formats_of_command', { formats: formats.join(', ') });
  if (format !== null) {
    if (formats.includes(format)) return format;
    const meant = nearest(format, formats) ?? formats[0];
    throw usageError(sentence('mistake.unknown_format', { format, able }), `-o ${meant}=${file}`);
  }
  const ending = /\.([^./\\]+)$/.exec(file)?.[1].toLowerCase();
  const found = ending === undefined ? undefined : formatOfEnding(ending);
  if (found !== undefined && formats.includes(found)) return found;
  if (found !== undefined)
    throw usageError(sentence('mistake.unknown_ending', { format: found, file, able }));
  throw usageError(sentence('mistake.no_ending', { file, able }), `-o ${formats[0]}=${file}`);
}
