import type { Desk } from './desk.ts';
import type { MachineRow, MetricRow, TypedColumn } from './rows.ts';

/** Tidy figures, as rows for programs and with what a table for people has to know. */
export interface FigureTables {
  readonly desk: Desk;
  /** All figures, in the order that was asked for. */
  readonly whole: FiguresPart;
  readonly figureColumns: readonly TypedColumn[];
  /** A row under the names that the settings give to columns. */
  readonly named: (row: MachineRow) => MetricRow;
  /** A row a period and segment; null unless that was asked for. */
  readonly wide: { readonly rows: readonly MachineRow[]; readonly columns: readonly TypedColumn[] } | null;
  /** A part each split; where rows are sorted over all splits the whole is the only one. */
  readonly parts: readonly FiguresPart[];
  readonly isCompared: boolean;
}

/** Figures that make a table. */
export interface FiguresPart {
  /** One row a figure, segments under the columns' own heads. */
  readonly figures: readonly MachineRow[];
  readonly dimensions: readonly string[];
  readonly hasPeriods: boolean;
}
