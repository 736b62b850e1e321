import type { AskedCoverage } from '../input/tables/cut.ts';
import type { NameOptions } from '../input/tables/names.ts';
import type { TakenShard } from '../input/tables/shard-sink.ts';
import type { Passwords } from '../model/database-address.ts';
import type { DataKind, FieldId } from '../model/fields.ts';
import type { RecognitionOverrides } from '../model/mapping.ts';
import type { Problem } from '../model/problem.ts';
import type { Sentence } from '../model/sentence.ts';
import type { OnProgress } from '../model/source.ts';

/** What is to be read, and how, as far as the user pinned it. */
export interface ReadOptions {
  readonly paths: readonly string[];
  readonly stdin?: AsyncIterable<Uint8Array | string>;
  /** What is read of a database instead of its tables. */
  readonly queryFor?: (path: string) => string | null;
  /** What servers ask for, by their addresses. */
  readonly passwords?: Passwords;
  readonly overridesFor: (path: string) => RecognitionOverrides;
  /** Name of the desk that a file comes from; ids are unique within it. null: by preset. */
  readonly sourceNameFor: (path: string) => string | null;
  /** Fields to be decoded; ids, statuses and stamps always are. */
  readonly fields: ReadonlySet<FieldId> | 'all';
  /** Columns kept as dimensions by their own names. */
  readonly columns: readonly string[];
  /** Columns that tell kinds of tickets apart are kept too. */
  readonly kindsOfWork?: boolean;
  /** Columns that name people are kept too, so that nothing that is said of texts names one. */
  readonly people?: boolean;
  /** Kinds of files beside tickets, messages and events that the question asks; left out: those whose fields it reads. */
  readonly asks?: readonly DataKind[];
  /** Tickets without a date are kept: recurring issues work on text alone. */
  readonly datesOptional?: boolean;
  /** False: every guess that is neither certain nor pinned is an error. */
  readonly allowGuesses: boolean;
  /** Share of a file's rows that may be unusable. */
  readonly maxRejected: number;
  readonly strict: boolean;
  /** The rows that this process takes; left out: all. */
  readonly shard?: TakenShard;
  /** A header without rows is an export that holds nothing, not one that cannot be used. */
  readonly mayBeEmpty?: boolean;
  /** Each source's SHA-256 is computed too, in a second pass over its bytes. */
  readonly digests?: boolean;
  readonly asOf: number | null;
  /** How the files that hold tickets were cut, as somebody says; absent: as the data say. */
  readonly coverageFor?: (paths: readonly string[]) => {
    readonly asked: AskedCoverage | null;
    readonly problems: readonly Problem[];
  };
  /** How people and groups are called: aliases, pseudonyms. */
  readonly names?: NameOptions;
  /** Lowest satisfied score by id of a rating scale. */
  readonly topBoxes?: ReadonlyMap<string, number>;
  /** Whose answers end a wait; left out: people's. */
  readonly answers?: 'people' | 'bots';
  /** `--survey`: of several surveys or rating questions, the one that counts; null: all. */
  readonly survey?: string | null;
  /** Told of every row that cannot be used, as it is read. */
  readonly onReject?: (row: RejectedRow) => void;
  /** Told of a file that is read a second time: the rows that were told of before do not count. */
  readonly onReadAgain?: (path: string) => void;
  /** Told of the files when all have been read, before too many unusable rows are refused, so that they can be looked at. */
  readonly onRead?: (paths: readonly string[]) => Promise<void>;
  readonly onStage?: (stage: { readonly label: Sentence | string; readonly bytes?: number }) => void;
  readonly onProgress?: OnProgress;
}

/** A row that cannot be used, as it stands in its file. */
export interface RejectedRow {
  readonly path: string;
  readonly line: number;
  readonly reason: string;
  readonly raw: string;
}
