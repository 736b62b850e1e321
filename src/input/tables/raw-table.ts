import type { CodeColumn, Column } from '../../model/columns.ts';
import type { DataKind, FieldId } from '../../model/fields.ts';
import type { CellFacts, TableMapping } from '../../model/mapping.ts';
import type { Problem } from '../../model/problem.ts';
import type { RejectReason } from '../../model/source.ts';

/** One table as it was read: typed columns, nothing joined yet. */
export interface RawTable {
  readonly mapping: TableMapping;
  readonly kind: DataKind;
  /** Index of the source among the files that were read. */
  readonly source: number;
  readonly path: string;
  readonly rows: number;
  readonly columns: Readonly<Partial<Record<FieldId, Column>>>;
  readonly extra: ReadonlyMap<string, CodeColumn>;
  /** Of an event log: what each row says of its ticket, by ticket field. */
  readonly own?: Readonly<Partial<Record<FieldId, Column>>>;
  /** When each row was taken of its ticket. */
  readonly takenAt?: Float64Array;
  /** Scores of the further questions of a form, as `mapping.moreScores` lists them. */
  readonly moreScores?: readonly Column[];
  /** What all cells say of how columns are to be read, by column. */
  readonly facts: ReadonlyMap<number, CellFacts>;
  /** The column in which all rows say otherwise than the first ones whose rows they are; null where none does. */
  readonly ownersInDoubt: number | null;
  readonly line: Uint32Array;
  /** Rows that could not be used. */
  readonly rejected: number;
  /** The same by reason, the most frequent reason first. */
  readonly rejects: readonly RejectTally[];
  readonly problems: readonly Problem[];
}

/** Rows of a table that cannot be used for the same reason. */
export interface RejectTally {
  readonly reason: RejectReason;
  readonly count: number;
  /** The first lines it was seen at, at most five. */
  readonly lines: readonly number[];
}
