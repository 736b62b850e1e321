import { sentence } from '../model/sentence.ts';
import { nearest } from '../model/suggest.ts';
import type { OutputPin } from '../settings/option-types.ts';
import { usageError } from '../settings/option-values.ts';

export { rowOutputs } from '../settings/question-options.ts';

/** File endings and the format each stands for. */
const endings: Readonly<Record<string, string>> = {
  csv: 'csv',
  htm: 'html',
  html: 'html',
  json: 'json',
  jsonl: 'ndjson',
  markdown: 'markdown',
  md: 'markdown',
  ndjson: 'ndjson',
  parquet: 'parquet',
  pdf: 'pdf',
  tab: 'tsv',
  tsv: 'tsv',
  txt: 'table',
  xlsx: 'xlsx',
  xml: 'junit',
};

/** Formats that are bytes, and no text to look at. */
export const binaryFormats: ReadonlySet<string> = new Set(['parquet', 'xlsx']);

/** A file to be written, with the format settled. */
export interface OutputTarget {
  readonly format: string;
  readonly file: string;
  /** The name ends in a slash: a folder of files, one a table. */
  readonly isFolder: boolean;
}

/** Formats of which a folder holds one file a table. */
export const folderFormats = ['csv', 'ndjson'] as const;
export type FolderFormat = (typeof folderFormats)[number];

/**
 * The format of each `-o`, named or taken from the file's ending.
 * @throws {DeskstatError} exit 2 for a format that the command cannot write or an ending that says nothing.
 */
export function outputTargets(
  pins: readonly OutputPin[],
  formats: readonly string[],
): readonly OutputTarget[] {
  return pins.map((pin) => {
    const isFolder = /[/\\]$/.test(pin.file);
    return { format: isFolder ? folderFormat(pin) : formatOf(pin, formats), file: pin.file, isFolder };
  });
}

function folderFormat({ format, file }: OutputPin): FolderFormat {
  const found = folderFormats.find((each) => each === (format ?? 'csv'));
  if (found) return found;
  throw usageError(
    sentence('mistake.format_of_folder', {
      folder: file,
      formats: folderFormats.join(' or '),
      format: String(format),
    }),
    `-o ${file}`,
  );
}

function formatOf({ format, file }: OutputPin, own: readonly string[]): string {
  // A page can be printed: whatever writes HTML into a file writes PDF.
  const formats = own.includes('html') ? [...own, 'pdf'] : own;
  const able = sentence('word.formats_of_command', { formats: formats.join(', ') });
  if (format !== null) {
    if (formats.includes(format)) return format;
    const meant = nearest(format, formats) ?? formats[0];
    throw usageError(sentence('mistake.unknown_format', { format, able }), `-o ${meant}=${file}`);
  }
  const ending = /\.([^./\\]+)$/.exec(file)?.[1].toLowerCase();
  const found = ending === undefined ? undefined : endings[ending];
  if (found !== undefined && formats.includes(found)) return found;
  if (found !== undefined)
    throw usageError(sentence('mistake.unknown_ending', { format: found, file, able }));
  throw usageError(sentence('mistake.no_ending', { file, able }), `-o ${formats[0]}=${file}`);
}
