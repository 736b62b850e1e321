import type { Problem } from '../../model/problem.ts';
import type { Phrase, Report } from '../../model/report.ts';
import { type MachineRow, machineRows, type TypedColumn } from '../../model/rows.ts';

/** What every question comes to; how it looks is for renderers. */
export interface Answer {
  /** What stands before everything else in JSON: question, version, as-of, zone, sources, problems. */
  readonly head: Readonly<Record<string, unknown>>;
  /** What is to be known about the data. */
  readonly problems: readonly Problem[];
  /** What is no matter of the data: what was left out, and how to have it. */
  readonly remarks?: readonly Phrase[];
}

/** An answer as rows. */
export interface TableAnswer extends Answer {
  readonly columns: readonly (TypedColumn | string)[];
  /** The rows, each time anew; durations of typed columns in milliseconds. */
  rows(): Iterable<MachineRow>;
  /** The whole of JSON, where it is more than head and rows. */
  readonly document?: Readonly<Record<string, unknown>>;
}

/** An answer as rows for programs and as blocks for people. */
export interface ReportAnswer extends TableAnswer {
  report(): Report;
}

/** An answer as one document. */
export interface DocumentAnswer extends Answer {
  readonly document: Readonly<Record<string, unknown>>;
}

/** The JSON of an answer as a value. */
export function documentOf(answer: Answer & Partial<TableAnswer>): Readonly<Record<string, unknown>> {
  if (answer.document) return answer.document;
  const columns = (answer.columns ?? []).filter((column) => typeof column !== 'string');
  return { ...answer.head, ...(answer.rows ? { rows: [...machineRows(answer.rows(), columns)] } : {}) };
}
