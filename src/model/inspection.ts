import type { SourceSpans } from './coverage.ts';
import type { Desk } from './desk.ts';
import type { Examination } from './examination.ts';
import type { AmbiguousField, Reading, RecognitionReasons } from './mapping.ts';
import type { MessageReceipt } from './message-receipt.ts';
import type { Problem } from './problem.ts';
import type { Sentence } from './sentence.ts';

/** What there is to say of one field: its column, how its cells are read, how many are empty. */
interface InspectedField {
  readonly source: string;
  readonly confidence: number;
  readonly missing: number | null;
  readonly reading: Reading;
}

export interface TableFacts {
  readonly stream: string | null;
  readonly kind: string;
  readonly preset: string | null;
  /** Null where its columns were seen in a real export, or by the vendor's own page or code. */
  readonly presetEvidence: 'third_party' | 'unverified' | null;
  readonly confidence: number;
  readonly reason: Sentence | null;
  readonly rows: number;
  readonly rejected: number;
  /** The stamps by which rows are dated; null where no column has them. */
  readonly creating: Float64Array | null;
  readonly zone: { readonly id: string; readonly origin: string };
  readonly fields: ReadonlyMap<string, InspectedField>;
  readonly reasons: RecognitionReasons | null;
  readonly ambiguous: readonly AmbiguousField[];
  readonly unmapped: readonly string[];
  readonly problems: readonly Problem[];
}

export interface FileFacts {
  readonly path: string;
  readonly format: string;
  readonly encoding: string;
  readonly delimiter: string | null;
  readonly compression: string | null;
  readonly problems: readonly Problem[];
  readonly tables: readonly TableFacts[];
}

/** What came of all files together, or the problem that stands in the way of it. */
export type Together = Pick<Desk, 'asOf' | 'coverage' | 'problems'> & {
  readonly sourceCoverage: SourceSpans;
  readonly tickets: number;
  readonly examined: readonly Examination[];
  readonly surveys: readonly InspectedSurvey[];
  /** By which rules messages were understood. */
  readonly messages: MessageReceipt | null;
};

/** One survey, and what came of its answers. */
export interface InspectedSurvey {
  readonly survey: string;
  readonly kind: string;
  readonly scale: string;
  readonly low: number;
  readonly high: number;
  readonly answers: number;
  readonly joined: number;
}
