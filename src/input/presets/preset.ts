import type { FieldId, TableKind } from '../../model/fields.ts';
import type { DurationUnit, InstantFormat, TableMapping } from '../../model/mapping.ts';
import type { Sentence } from '../../model/sentence.ts';

/**
 * What is known of one tool's exports, as data: recognition reads it, nothing else does. A column that nobody has seen
 * in a real file, or only in somebody's code, is marked so; it is a hint for names and never counts as certain.
 */
export interface Preset {
  /** What users type after `--preset` and read in JSON. */
  readonly id: string;
  /** The tool's own name. */
  readonly name: string;
  readonly tables: readonly PresetTable[];
}

/**
 * - `verified`: seen in a real export, or on the vendor's own page or code.
 * - `third_party`: seen in somebody else's code that reads the export.
 * - `unverified`: from general knowledge only.
 */
export type Evidence = 'verified' | 'third_party' | 'unverified';

/** One shape of export: its columns and what they mean. */
export interface PresetTable {
  /** What the table is, in words, for messages: `ticket export`. */
  readonly what: string;
  readonly kind: TableKind;
  /** Columns that tell this shape from every other; most of them must be there, see `share`. */
  readonly signature: readonly string[];
  /** Share of the signature that must be present; 1 unless stated. */
  readonly share?: number;
  /** Names of the stream, nested array or file that hold this table, without folders and endings. */
  readonly streams?: readonly string[];
  /** True where columns alone say too little: the table must also go by one of its `streams`. */
  readonly byStream?: boolean;
  /** A column in which no value may repeat, where the same columns hold one row a ticket or one row a message. */
  readonly unique?: string;
  /** Columns of which none may be there. */
  readonly without?: readonly string[];
  readonly fields?: PresetFields;
  /** How well the columns are known, except those listed below. */
  readonly evidence: Evidence;
  readonly thirdParty?: readonly string[];
  readonly unverified?: readonly string[];
  /** How stamps are written, where values alone may leave day and month undecided. */
  readonly dates?: InstantFormat;
  /** Zone of stamps that carry none: `UTC`, or `account` for a zone the export does not name. */
  readonly zone?: 'UTC' | 'account';
  /** Qualtrics' old export has codes in its first row and names in the second. */
  readonly namesInRow?: 2;
  readonly eventShape?: TableMapping['eventShape'];
  readonly referenceOf?: TableMapping['referenceOf'];
  /** For `kind: 'none'`: why nothing can be measured here, and which export to take. */
  readonly reason?: Sentence;
  /** Rows that are not the desk's data, by column. */
  readonly drop?: Readonly<Record<string, readonly string[]>>;
}

/** A field's columns, preferred first, or those with what is known of their cells. */
export type PresetFields = Partial<Record<FieldId, string | readonly string[] | PresetField>>;

export interface PresetField {
  /** Column names, preferred first; case and blanks do not matter, everything else does. */
  readonly from: readonly string[];
  /** Its column feeds another field too. */
  readonly isShared?: true;
  /** Unit of bare numbers in a duration column. */
  readonly unit?: DurationUnit;
  /** The zone in which the product writes this column, whatever that of the others is. */
  readonly zone?: string;
  /** Raw value → canonical value. Added to the common vocabulary, and wins over it. */
  readonly values?: Readonly<Record<string, string>>;
  /** For flags. */
  readonly truths?: readonly string[];
  readonly falsehoods?: readonly string[];
  /** Raw values that say that the desk began the conversation: it has no first response. */
  readonly begunByDesk?: readonly string[];
  /** For lists. */
  readonly separator?: string;
  /** For ratings: the id of a scale (`1-5`, `good_bad`), and what words are worth on it. */
  readonly scale?: string;
  readonly words?: Readonly<Record<string, number>>;
}
