import type { Precision } from './columns.ts';
import type { FigureStatus } from './metric.ts';

/**
 * A report as typed blocks. Renderers switch on the kind of a block, never on a metric; every sentence is a code
 * with arguments, worded by a locale; every figure is a typed value in inner units, formatted by a locale.
 */

/** Words for people: a locale's message with arguments, or text from the data that is shown as it is. */
export type Phrase =
  | {
      readonly code: string;
      readonly args?: Readonly<Record<string, PhraseArg>>;
      /** What is said where the language has no words for the code: English that lives elsewhere. */
      readonly english?: string;
    }
  | { readonly data: string };
export type PhraseArg = string | number | Value | Phrase | readonly (Value | Phrase)[];

/** How a figure of few values is shown: a median with its ends, a high percentile as the largest of them. */
export interface Few {
  readonly low: number;
  readonly high: number;
  readonly part: 'middle' | 'top';
}

/** A figure with its unit. Durations in milliseconds, instants in epoch milliseconds, shares 0–1. */
export type Value =
  | {
      readonly type: 'count';
      readonly value: number | null;
      /** There are at least so many. */
      readonly isLowerBound?: true;
      readonly status?: FigureStatus;
      /** Of too few values, and shown with what they come to. */
      readonly isShy?: true;
      readonly n?: number;
    }
  | {
      readonly type: 'share';
      readonly value: number | null;
      readonly status?: FigureStatus;
      readonly isShy?: true;
      readonly n?: number;
      /** n stands beside it for people, where no column of its own says it: a rating is nothing without it. */
      readonly showsN?: boolean;
      readonly few?: Few;
    }
  | {
      readonly type: 'duration';
      readonly value: number | null;
      readonly clock?: 'calendar' | 'business';
      /** `day`: a difference of calendar days, printed so. */
      readonly precision?: Precision;
      readonly status?: FigureStatus;
      readonly isShy?: true;
      readonly n?: number;
      readonly few?: Few;
    }
  | {
      readonly type: 'score';
      readonly value: number | null;
      /** Upper end of the scale, printed as `4.3 / 5`. */
      readonly outOf?: number;
      readonly status?: FigureStatus;
      readonly isShy?: true;
      readonly n?: number;
      readonly showsN?: boolean;
      readonly few?: Few;
    }
  | {
      readonly type: 'points';
      readonly value: number | null;
      readonly status?: FigureStatus;
      readonly isShy?: true;
      readonly n?: number;
      readonly showsN?: boolean;
    }
  | {
      readonly type: 'number';
      readonly value: number | null;
      readonly digits?: number;
      readonly status?: FigureStatus;
      readonly isShy?: true;
      readonly n?: number;
    }
  | {
      readonly type: 'instant';
      readonly value: number | null;
      readonly zone: string;
      readonly precision: 'day' | 'minute';
      /** Things count up to it: for people midnight is the end of the day before, not the beginning of the next. */
      readonly isEnd?: boolean;
    }
  /** `link` is an address that the text leads to, in formats that know links. */
  | { readonly type: 'text'; readonly value: Phrase | null; readonly link?: string }
  /** A course in a table cell, oldest first, drawn without a scale. */
  | { readonly type: 'spark'; readonly values: readonly (number | null)[] }
  | {
      readonly type: 'change';
      /** What changed, so that it is printed in its unit: relative for counts and durations, points for shares. */
      readonly of: 'count' | 'share' | 'duration' | 'score' | 'points' | 'number';
      readonly before: number | null;
      readonly now: number | null;
      readonly lowerIsBetter: boolean | null;
      readonly verdict?: Verdict;
    };

export const verdicts = ['too_few', 'noise', 'unusual', 'small', 'real'] as const;
export type Verdict = (typeof verdicts)[number];

/** A figure at the top of a report. */
export interface Headline {
  readonly metric: string;
  readonly label: Phrase;
  /** Which survey it is about, where there are several of its kind. */
  readonly survey?: string;
  readonly value: Value;
  readonly before?: Value;
  readonly change?: Value;
  readonly low?: number | null;
  readonly high?: number | null;
  /** Values of the periods before, oldest first, null = no data. */
  readonly spark?: readonly (number | null)[];
  readonly note?: Phrase;
  /** Of the tickets that it is about, how many are still open. */
  readonly open?: number;
  /** The period of the figure where it is not the report's: its label. */
  readonly period?: string;
  /** The same figure with tickets still open counted in, under its own name; said in words by `note`. */
  readonly withOpen?: {
    readonly metric: string;
    readonly label: Phrase;
    readonly value: Value;
    readonly low: number | null;
    readonly high: number | null;
    readonly open: number;
  };
  /** The receipt that opens in place: definition, n, left out. */
  readonly receipt?: readonly Phrase[];
}

export interface TableColumn {
  readonly key: string;
  readonly label: Phrase;
  readonly type: Value['type'];
  readonly align?: 'left' | 'right';
  /** 1 = always shown; higher numbers are dropped first where the terminal is narrow. */
  readonly priority?: number;
  /** Characters below which other columns are dropped rather than this text shortened; left out: 16. */
  readonly comfortable?: number;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: Phrase }
  | { readonly kind: 'figures'; readonly items: readonly Headline[] }
  | {
      readonly kind: 'table';
      readonly id: string;
      readonly caption?: Phrase;
      readonly columns: readonly TableColumn[];
      readonly rows: readonly (readonly Value[])[];
      readonly totals?: readonly (readonly Value[])[];
    }
  | {
      /** One or more lines or bars over ordered x labels (periods, bins). */
      readonly kind: 'series';
      readonly id: string;
      readonly caption: Phrase;
      readonly style: 'lines' | 'bars' | 'stacked' | 'histogram';
      readonly x: readonly string[];
      readonly unit: 'count' | 'share' | 'duration' | 'score' | 'points';
      readonly lines: readonly {
        readonly label: Phrase;
        readonly values: readonly (number | null)[];
        readonly low?: readonly (number | null)[];
        readonly high?: readonly (number | null)[];
      }[];
      /** A target marked across the chart; for a histogram with `edges` it lies on their scale. */
      readonly target?: number;
      /** What the target mark says; without it `target` and the value. */
      readonly targetLabel?: Phrase;
      /** Edges of a histogram's bins in milliseconds, one more than `x`; the last may be Infinity. */
      readonly edges?: readonly number[];
      /** The clock of `edges`: in business hours nothing is named in days. */
      readonly clock?: 'calendar' | 'business';
    }
  | {
      /** Heat map or cohort table. */
      readonly kind: 'matrix';
      readonly id: string;
      readonly caption: Phrase;
      readonly rowLabels: readonly Phrase[];
      readonly columnLabels: readonly Phrase[];
      readonly values: readonly (readonly (number | null)[])[];
      readonly unit: 'count' | 'share' | 'duration';
    }
  | { readonly kind: 'list'; readonly items: readonly Phrase[] }
  | { readonly kind: 'note'; readonly severity: 'info' | 'warning'; readonly text: Phrase };

/** What a director reads: one screen, one printed page. Nothing in it is said that the blocks below do not hold. */
export interface Screen {
  /** The period in words, what it is compared with, and what else the files hold. */
  readonly period: readonly Phrase[];
  /** What to type for what else they hold: for who sits at the terminal, not for who reads a page. */
  readonly goOn: readonly Phrase[];
  /** What must be known before the figures are read: never left out. */
  readonly cautions: readonly Phrase[];
  /** One plain paragraph: how the period was. */
  readonly lead: readonly Phrase[];
  /** At most five. */
  readonly figures: readonly Headline[];
  /** Which of the five cannot be told, and why. */
  readonly missing: Phrase | null;
  /** What else is news, at most three, the weightiest first. */
  readonly findings: readonly Phrase[];
  /** Who waits, with its moment; null where nobody does or the period is long past. */
  readonly waiting: Phrase | null;
  /** The recurring issues that matter, at most two. */
  readonly issues: readonly Phrase[];
}

/** A whole report: what every renderer gets. */
export interface Report {
  readonly title: Phrase;
  readonly subtitle: Phrase;
  /** Left out by reports that are short themselves. */
  readonly screen?: Screen;
  readonly blocks: readonly Block[];
}
