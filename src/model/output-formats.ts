/** What a command writes: rows, a report, one document, or the verdicts of a check. */
export type Content = 'rows' | 'report' | 'document' | 'verdicts';

/** A format that results are written in. */
interface OutputFormat {
  /** Endings of files that stand for it. */
  readonly endings: readonly string[];
  readonly holds: readonly Content[];
  /** Bytes, and no text to look at. */
  readonly isBinary?: true;
  /** Rows as they stand, for programs, in place of a page for people. */
  readonly isData?: true;
  /** A folder takes a file a table. */
  readonly fillsFolder?: true;
  /** It says what it was made from, with the digests of its input. */
  readonly hasRecipe?: true;
}

/** Every format, in the order in which people are told of them. */
export const outputFormats = {
  table: { endings: ['txt'], holds: ['rows', 'report', 'document', 'verdicts'] },
  csv: { endings: ['csv'], holds: ['rows', 'report'], isData: true, fillsFolder: true },
  tsv: { endings: ['tsv', 'tab'], holds: ['rows'], isData: true },
  parquet: { endings: ['parquet'], holds: ['rows'], isData: true, isBinary: true },
  json: {
    endings: ['json'],
    holds: ['rows', 'report', 'document', 'verdicts'],
    isData: true,
    hasRecipe: true,
  },
  ndjson: { endings: ['ndjson', 'jsonl'], holds: ['rows', 'report'], isData: true, fillsFolder: true },
  markdown: { endings: ['md', 'markdown'], holds: ['rows', 'report', 'verdicts'] },
  html: { endings: ['html', 'htm'], holds: ['rows', 'report'], hasRecipe: true },
  xlsx: { endings: ['xlsx'], holds: ['rows', 'report'], isBinary: true },
  junit: { endings: ['xml'], holds: ['verdicts'] },
  github: { endings: [], holds: ['verdicts'] },
  // No format of its own: a page that was printed.
  pdf: { endings: ['pdf'], holds: [] },
} as const satisfies Readonly<Record<string, OutputFormat>>;

export type FormatId = keyof typeof outputFormats;
/** The formats that hold a content. */
export type FormatOf<C extends Content> = {
  [Id in FormatId]: C extends (typeof outputFormats)[Id]['holds'][number] ? Id : never;
}[FormatId];

/** The formats of which a folder takes a file a table. */
export type FolderFormat = {
  [Id in FormatId]: (typeof outputFormats)[Id] extends { readonly fillsFolder: true } ? Id : never;
}[FormatId];

/** What stdout gets unasked, of every command. */
export const defaultFormat = 'table' satisfies FormatId;

const ids = Object.keys(outputFormats) as readonly FormatId[];
const factsOf = (format: string): OutputFormat | undefined =>
  (outputFormats as Readonly<Record<string, OutputFormat>>)[format];

/** What a content can be written in. */
export const formatsOf = <C extends Content>(content: C): readonly FormatOf<C>[] =>
  ids.filter((id): id is FormatOf<C> => factsOf(id)?.holds.includes(content) === true);

/** Whether a format has a trait. */
export const isFormat = (
  format: string,
  trait: 'isBinary' | 'isData' | 'fillsFolder' | 'hasRecipe',
): boolean => factsOf(format)?.[trait] === true;

export const folderFormats = (): readonly FolderFormat[] =>
  ids.filter((id): id is FolderFormat => isFormat(id, 'fillsFolder'));

/** The format that the ending of a file stands for. */
export const formatOfEnding = (ending: string): FormatId | undefined =>
  ids.find((id) => factsOf(id)?.endings.includes(ending));
