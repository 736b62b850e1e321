import type { DataKind, FieldId, TableKind } from './fields.ts';
import type { Problem } from './problem.ts';
import type { RatingScale } from './rating-scale.ts';
import type { ScaleFacts } from './rating-scales.ts';
import type { Sentence } from './sentence.ts';

/** Shapes of an instant that a column can be written in; decided once for the whole column. */
export const instantFormats = [
  /** `2024-05-01`, `2024-05-01 12:30[:15[.123]]`, with `T`, with `Z` or an offset; also `2024/05/01 …`. */
  'iso8601',
  /** The same with the day before the month: `2024-13-05`. */
  'year_day_month',
  /** Numeric, day first: `01/05/2024 12:30`, `1-5-24`, `01.05.2024 03:04:05 PM`. */
  'day_first',
  /** Numeric, month first. */
  'month_first',
  /** A month by name: RFC 2822, Twitter's, `05/Jan/24 3:04 PM`, `1 mai 2024 14:05`, in the supported languages. */
  'month_name',
  'epoch_s',
  'epoch_ms',
  'epoch_us',
  /** Days since 1899-12-30, as spreadsheets store dates. */
  'excel_serial',
] as const;
export type InstantFormat = (typeof instantFormats)[number];

export type DateOrder = 'day_first' | 'month_first';

/** How the dates of a column are read that holds both orders of day and month; those of one order only are certain. */
export interface MixedOrders {
  /** Of cells that could be either, the order of all others that are written so. */
  readonly forms: Readonly<Record<string, DateOrder>>;
  /** The order of all others, where somebody said it. */
  readonly otherwise: DateOrder | null;
}

export const durationUnits = ['ms', 's', 'm', 'h', 'd'] as const;
export type DurationUnit = (typeof durationUnits)[number];

/** How the cells of one column become values. */
export type Reading =
  | {
      readonly type: 'instant';
      readonly format: InstantFormat;
      /** IANA zone for stamps that carry none; null when every stamp carries its own. */
      readonly zone: string | null;
      /** True when the order of day and month could not be decided by the values. */
      readonly ambiguous?: boolean;
      /** Further formats, in which cells are written that the first does not read. */
      readonly also?: readonly InstantFormat[];
      readonly orders?: MixedOrders;
    }
  /** `unit` for bare numbers; shapes that name their unit (`2h 5m`, `HH:MM:SS`, `PT2H`) are read as such. */
  | {
      readonly type: 'duration';
      readonly unit: DurationUnit | null;
      /** `05:30` is minutes and seconds; hours and minutes where this is not said. */
      readonly clock?: 'minutes';
      /** `1,250` has a fraction unless other cells part thousands so: in a file that parts its cells by semicolons. */
      readonly commas?: 'decimal';
    }
  /** `values`: folded raw value → canonical one. Values that are not in it stay as they are written. */
  | {
      readonly type: 'category';
      readonly values: ReadonlyMap<string, string> | null;
      /** What a value means that is not in `values`, whichever row it first stands in; null: nobody knows. */
      readonly understand?: (raw: string) => string | null;
    }
  | { readonly type: 'person' }
  | { readonly type: 'id' }
  | { readonly type: 'text' }
  | { readonly type: 'list'; readonly separator: string }
  | { readonly type: 'count' }
  | { readonly type: 'flag'; readonly truths: ReadonlySet<string>; readonly falsehoods: ReadonlySet<string> }
  /** `words`: folded word → score ("good" → 1); null for plain numbers. */
  | {
      readonly type: 'score';
      readonly scale: RatingScale;
      readonly words: ReadonlyMap<string, number> | null;
      /** What was known beside the cells of the sample: all cells are asked again once they are read. */
      readonly facts?: ScaleFacts;
    };

/** Which column feeds a field, how sure that is, and how its cells are read. */
export interface FieldMapping {
  /** Index into the sample's columns. */
  readonly column: number;
  /** The column's name as written. */
  readonly source: string;
  /** 1 = pinned by a flag or a preset's own column; less = guessed. */
  readonly confidence: number;
  readonly reading: Reading;
  /** The column within whose values ids are unique (a repository, a project, a brand). */
  readonly within?: { readonly column: number; readonly source: string };
  /** The column with the time of day, where `column` holds the dates only; `source` is then `Date+Time`. */
  readonly time?: {
    readonly column: number;
    readonly source: string;
    readonly dateSource: string;
    /** Another stamp has the same date: without this time nothing happened. */
    readonly isShared?: boolean;
  };
}

/**
 * What a column can say of a ticket beside its fields; of a message, that a machine wrote it; of a customer, that they
 * left or are still there.
 */
export const rowMarkMeanings = [
  'merged',
  'spam',
  'deleted',
  'pull_request',
  'begun_by_desk',
  'by_bot',
  'call_answered',
  'call_missed',
  'left',
  'stays',
] as const;
export type RowMarkMeaning = (typeof rowMarkMeanings)[number];

/** What folded cells say of their rows; undefined where nothing. */
export interface MarkWords {
  get(cell: string): RowMarkMeaning | undefined;
  /** All of them, where they can be listed. */
  keys?(): Iterable<string>;
}

/** A column that says of some rows what they are: merged, spam, deleted, a pull request, begun by the desk, written by a machine. */
export interface RowMark {
  readonly column: number;
  readonly source: string;
  readonly words: MarkWords;
  /** For cells that hold several values: what parts them, or null for the usual marks. */
  readonly separator?: string | null;
  /** It says how calls went. */
  readonly ofCalls?: true;
}

/** A field that two columns fit equally well: it stays empty until a flag says which is meant. */
export interface AmbiguousField {
  readonly field: FieldId;
  /** Columns as written, the likeliest first. */
  readonly candidates: readonly string[];
  /** How far the second is behind the first, 0–1. */
  readonly margin: number;
}

/** What spoke for a table's kind and fields, and what came second; asked for by `inspect --why`. In English, as codes are. */
export interface RecognitionReasons {
  readonly evidence: readonly string[];
  /** Points above what the kind needs at least; null where no points were counted (a preset, a flag). */
  readonly points: number | null;
  readonly runner_up: { readonly kind: TableKind; readonly points: number } | null;
  readonly fields: Readonly<
    Record<
      string,
      {
        readonly evidence: readonly string[];
        /** The next column for this field, how well it fits, and the field that it feeds instead, if any. */
        readonly runner_up: {
          readonly source: string;
          readonly score: number;
          readonly used_for: string | null;
        } | null;
      }
    >
  >;
}

/** Where a zone came from, so that a guess can be said and pinned. */
export type ZoneOrigin = 'stamps' | 'flag' | 'header' | 'preset' | 'report_zone' | 'default';

/** What all cells of a column say of how it is to be read, where a sample of them was not enough. */
export interface CellFacts {
  /** The order of day and month of most dates that show it. */
  readonly order?: DateOrder;
  /** The column holds both orders: what the dates that allow one only say of those written alike. */
  readonly orders?: MixedOrders['forms'];
  /** Further formats of cells that the first does not read. */
  readonly also?: readonly InstantFormat[];
  /** The format of most cells, where it is not that of the sample. */
  readonly format?: InstantFormat;
  /** Stamps without a zone stand in a column whose sample had zones only. */
  readonly hasLocal?: boolean;
  /** The unit in which measured times equal those between stamps; null where none does. */
  readonly unit?: DurationUnit | null;
  /** Whether measured times count to one instant in nearly all rows: an age that runs on. */
  readonly runsOn?: boolean;
  /** Ratings that the sample did not hold. */
  readonly ratings?: readonly string[];
}

/** Mean rows a value from which on values come back as a rule, and not in a few rows that stand there twice. */
export const COMES_BACK = 1.18;

/** What the first rows of a table that goes on behind them say of whose rows they are: held against all rows later. */
export interface SampledRows {
  /** The column that says whose row each is; null where none was found. */
  readonly owner: { readonly field: FieldId; readonly column: number } | null;
  /** Mean rows an owner. */
  readonly perOwner: number;
  /** Ends of the numbers in the owner's column, where it would be no id if it counted the rows and does not in these. */
  readonly numbers: { readonly min: number; readonly max: number } | null;
  /** Columns that would be the owner if their values came back, and do not in these. */
  readonly watched: readonly number[];
}

/** What a step of a log can do to its ticket that a receipt names. */
export const knownStepMeanings = ['first_response', 'solved', 'closed', 'reopened'] as const;

/** A step of a log, as it is written, and what it is read as. */
export interface KnownStep {
  readonly step: string;
  readonly means: (typeof knownStepMeanings)[number];
}

/** What one table is, and which of its columns feed which fields. */
export interface TableMapping {
  readonly stream: string | null;
  readonly kind: TableKind;
  /** Preset id, or null for the generic recogniser. */
  readonly preset: string | null;
  /** How badly the preset's columns are known, where nobody has seen them in a real export; left out: they are. */
  readonly presetEvidence?: 'third_party' | 'unverified';
  readonly confidence: number;
  readonly fields: Partial<Record<FieldId, FieldMapping>>;
  /** Measured times whose unit only the stamps can tell, in days: over all rows they are compared with them. */
  readonly unitless?: Partial<Record<FieldId, FieldMapping>>;
  /** Measured times that may be ages that run on: over all rows it is looked whether they are. */
  readonly ages?: Partial<Record<FieldId, FieldMapping>>;
  /** Of an event log: columns that may be the ticket's own in each of its rows, by ticket field. */
  readonly own?: Partial<Record<FieldId, FieldMapping>>;
  /** Of an event log: the steps that answer, end or reopen a ticket. */
  readonly steps?: readonly KnownStep[];
  /** For surveys: further rating questions of the same form, each a survey of its own. */
  readonly moreScores?: readonly FieldMapping[];
  /** Only where it was asked for. */
  readonly reasons?: RecognitionReasons;
  /** Fields that are left empty because two columns fit them. */
  readonly ambiguous?: readonly AmbiguousField[];
  /** Columns that feed no field; each is a dimension by its own name. */
  readonly unmapped: readonly { readonly column: number; readonly source: string }[];
  readonly zone: { readonly id: string; readonly origin: ZoneOrigin };
  /** For events: one row is an activity (its name in `status`) or a snapshot of one field (`field`, `new_value`). */
  readonly eventShape?: 'status' | 'field_change' | 'activity';
  /** For reference tables: whose names these are. */
  readonly referenceOf?: 'person' | 'group' | 'organization' | 'status' | 'other';
  /** For tables of kind `none`: what it is instead, in words (`Chatwoot agent report: aggregates only`). */
  readonly reason?: Sentence;
  /** For tables of kind `none`: the one column of stamps that may say when its rows began. */
  readonly likelyCreatedAt?: string;
  /** Rows that are not data of the desk (previews, drafts): column index → folded values that drop the row. */
  readonly drop?: readonly { readonly column: number; readonly values: Pick<ReadonlySet<string>, 'has'> }[];
  /** When the export was made, as a column or a line above its header says; epoch milliseconds. */
  readonly exportedAt?: number;
  /** Columns that say of some rows that they are no tickets to count, or that the desk began them. */
  readonly marks?: readonly RowMark[];
  /** A second column of stamps of `closed_at`, for rows that lack the first: when tickets were called off. */
  readonly calledOff?: FieldMapping;
  /** When each row was taken of its ticket, where a ticket stands there as it was on several days. */
  readonly takenAt?: FieldMapping;
  /** Absent where the sample is the whole table. */
  readonly sampledRows?: SampledRows;
  /** How the fields that bind tables together were found to hang together (`_parent.id` of a nested table). */
  readonly problems: readonly Problem[];
}

/** What the user pinned by flags or config for one table; each overrules recognition. */
export interface StreamPins {
  /** `--map field=Column`. */
  readonly columns: ReadonlyMap<string, string>;
  /** `--value field:Raw value=canonical`, keyed by field, then by folded raw value. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly preset: string | null;
  /** `--source-tz ZONE`, or per file. */
  readonly zones: { readonly all: string | null; readonly byFile: ReadonlyMap<string, string> };
  /** `--tickets F`, `--surveys F` …: file path → kind. */
  readonly kinds: ReadonlyMap<string, DataKind>;
  /** `--scale 1-5`. */
  readonly scale: string | null;
  readonly lowEffortIsGood: boolean | null;
  /** `--date-order day|month` through `--map`-like pin; null when not given. */
  readonly dateOrder: 'day_first' | 'month_first' | null;
}

/** What the user pinned for a file, with what is known beside it. */
export interface RecognitionOverrides extends StreamPins {
  /** The report's zone, the default for stamps without one; null when not given. */
  readonly reportZone: string | null;
  /** Pins of single tables of the file by their stream, in the place of those of the file. */
  readonly streams?: ReadonlyMap<string, StreamPins>;
  /** The order that another file with the same header has, where this one decides none itself. */
  readonly siblingOrder?: 'day_first' | 'month_first' | null;
  /** What all cells said when the source was read before, by stream and column. */
  readonly cells?: ReadonlyMap<string | null, ReadonlyMap<number, CellFacts>>;
  /** True where the evidence is to be told with the mapping (`inspect --why`). */
  readonly why?: boolean;
}
