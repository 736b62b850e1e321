import type { Boilerplate } from './clean-text.ts';
import type { PeopleWords } from './people.ts';

/**
 * The tickets as word stems. Tickets with the same set of stems are one document; documents, and stems, stand in an
 * order that depends on their content alone, so that nothing computed from them depends on the order of rows.
 */
export interface Documents {
  readonly count: number;
  /** Document of every row, −1 where a row has no word. */
  readonly ofRow: Int32Array;
  /** Rows of every document. */
  readonly weights: Int32Array;
  /** Stems of document d, in order of speech: `stems[offsets[d]] … stems[offsets[d + 1] − 1]`. */
  readonly offsets: Int32Array;
  readonly stems: Int32Array;
  /** 1 where a sentence begins, beside `stems`. */
  readonly starts: Uint8Array;
  /** Hash of each document's set of stems: 52 bits, the same in every run. */
  readonly keys: Float64Array;
  /** Every stem as text, in code unit order. */
  readonly stemNames: readonly string[];
  /** Language of every row, see `languageOf`. */
  readonly languages: Uint8Array;
  readonly boilerplate: Boilerplate;
  /** Words that are names of the desk's people; no stem holds one. */
  readonly people: PeopleWords;
}
