import type { Passwords } from '../../model/database-address.ts';
import type { Problem } from '../../model/problem.ts';
import type {
  NamedSource,
  OnProgress,
  ReadResult,
  Source,
  SourceLayout,
  SourceSample,
  TableRequest,
  TableSample,
} from '../../model/source.ts';
import type { Head } from '../readers/text-stream.ts';

/** The beginning of a source; `text` is null where its bytes are those of something that is no text. */
export type SourceHead = Omit<Head, 'text'> & { readonly text: Uint8Array | null };

export interface ReadOptions {
  readonly onProgress?: OnProgress;
  /**
   * How rows of CSV and strings of JSON are found: by vector instructions where the machine has them, byte by byte,
   * or without any index. Results never differ. Left out: by vector instructions where there is more to read than
   * compiling them takes time.
   */
  readonly index?: 'simd' | 'plain' | 'none';
}

/** What goes with the name of a source that is no file. */
export interface NamedOptions {
  /** What is to be read of it, in its own language; null: what there is. */
  readonly query: string | null;
  readonly passwords: Passwords;
}

export interface SampleRequest<Found> {
  readonly source: Source;
  readonly head: SourceHead;
  /** What `sniff` found. */
  readonly found: Found;
  /** Rows or records of a table that are enough; the format's own number where nobody says. */
  readonly rows?: number;
}

/** What a format says of a source. */
export interface FormatSample {
  /** How it is written, which `read` is handed again. */
  readonly layout: Omit<SourceLayout, 'encoding' | 'compression'>;
  readonly tables: readonly TableSample[];
  readonly problems: readonly Problem[];
}

export interface ReadRequest {
  readonly sample: SourceSample;
  readonly requests: readonly TableRequest[];
  readonly options: ReadOptions;
}

/**
 * One format of exports: a folder with its readers, and a line in `index.ts`. What is heavy is loaded inside `sample`
 * and `read`, as most runs need one format. (Methods, not functions: the registry holds formats of any `Found`.)
 */
export interface InputFormat<Found = unknown> {
  /** What `inspect` calls it: one name, or one for each way of writing that it tells apart. */
  readonly ids: readonly string[];
  /** Endings of the files that folders are searched for, `.csv`. */
  readonly endings: readonly string[];
  /** The source that a name means which is no file; null for any other name. Absent where sources are files. */
  sourceAt?(name: string, given: NamedOptions): NamedSource | null;
  /** Whether a source is of this format, by its first bytes alone; null where it is not. Never by its name. */
  sniff(head: SourceHead): Found | null;
  /** The first rows of every table in it, read exactly as `read` will read them. */
  sample(request: SampleRequest<Found>): Promise<FormatSample>;
  /** Pushes the wanted cells of the requested tables, row by row, into their sinks; nothing is pushed twice. */
  read(request: ReadRequest): Promise<ReadResult>;
}
