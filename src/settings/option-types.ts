import type { Cut } from '../model/coverage.ts';
import type { PerFile, ValuePin } from './file-pins.ts';
import type { PlainValues } from './types.ts';

/** `FORMAT=FILE` or `FILE` of `-o`; the format is null where the ending has to decide. */
export interface OutputPin {
  readonly format: string | null;
  readonly file: string;
}

/** Where and how the export is cut, as stated by `--coverage`. */
export interface CoveragePin {
  readonly cut: Cut | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** The values of the options below; what was not typed is undefined. */
export interface InputOptions {
  readonly map?: readonly (readonly [field: string, column: string])[];
  readonly value?: readonly ValuePin[];
  readonly query?: string;
  readonly preset?: string;
  readonly source?: readonly PerFile[];
  readonly sourceTz?: readonly PerFile[];
  readonly dateOrder?: 'day' | 'month';
  readonly scale?: string;
  readonly cesLowIsEasy?: boolean;
  readonly answers?: 'people' | 'bots';
  readonly survey?: string;
  readonly coverage?: CoveragePin;
  readonly complete?: boolean;
  /** False after `--no-guess`. */
  readonly guess: boolean;
  readonly tickets?: readonly string[];
  readonly surveys?: readonly string[];
  readonly messages?: readonly string[];
  readonly events?: readonly string[];
  readonly customers?: readonly string[];
  readonly activity?: readonly string[];
  /** A share, 0–1. */
  readonly maxRejected?: number;
  readonly strict?: boolean;
  readonly rejects?: string;
}

export interface TimeOptions {
  readonly tz?: string;
  readonly hours?: string;
  readonly asOf?: string;
  readonly maxAge?: string;
}

export interface PeriodOptions {
  readonly period?: string;
  readonly since?: string;
  readonly until?: string;
  readonly every?: 'day' | 'week' | 'month' | 'quarter';
  readonly weekStarts?: PlainValues['weekday'];
  readonly compare?: 'previous' | 'year-ago' | 'none';
}

export interface SegmentOptions {
  readonly by?: readonly string[];
  readonly totals?: boolean;
  readonly top?: number;
  readonly minGroup?: number;
  readonly where?: string;
}

/** Commands that list rows. */
export interface SortOptions {
  readonly sort?: readonly string[];
}

export interface OutputOptions {
  readonly format?: string;
  readonly output?: readonly OutputPin[];
  readonly quiet?: boolean;
  readonly excel?: boolean;
  readonly lang?: string;
  readonly pseudonyms?: boolean;
}

export interface CommonOptions {
  readonly color?: boolean;
  readonly config?: string;
  readonly debug?: boolean;
  /** Every option as it was typed, in order: a result carries those that decide its figures. */
  readonly typed?: readonly TypedOption[];
}

/** An option as it was typed; a flag without a value has none. */
export interface TypedOption {
  readonly flag: string;
  readonly text: string | null;
}

/** What every question about files can be asked with. */
export type SessionOptions = InputOptions &
  TimeOptions &
  Partial<PeriodOptions> &
  CommonOptions & { readonly lang?: string; readonly pseudonyms?: boolean };

/** Options that name files of one kind. */
export const kindOptions = ['tickets', 'surveys', 'messages', 'events', 'customers', 'activity'] as const;
