import type { Precision } from './columns.ts';
import type { Coverage } from './coverage.ts';
import type { SourceNote } from './desk.ts';
import type { Finding } from './finding.ts';
import type { Clock, FigureStatus, MetricKind, Stat } from './metric.ts';
import type { Problem } from './problem.ts';
import type { Phrase, Verdict } from './report.ts';
import type { Retention } from './retention.ts';
import type { Period } from './segment.ts';
import type { Sentence } from './sentence.ts';

/**
 * The whole picture of a desk in one period, as figures: what findings judge and a report lays out. Durations are
 * milliseconds, shares 0–1; nothing in it names a person.
 */
export interface Overview {
  readonly asOf: number;
  /** IANA id. */
  readonly zone: string;
  /** What is looked at; null = all the data. */
  readonly period: (Period & { readonly complete: boolean }) | null;
  /** What it is compared with. */
  readonly before: Period | null;
  /** True where not all lists of tickets reach back to the period before; left out where they do. */
  readonly isBeforeApart?: boolean;
  /** Days of the period on which the desk was off, by the holidays of the settings; left out: none. */
  readonly daysOff?: number;
  /** The filter as it was typed. */
  readonly filter: string | null;
  readonly coverage: Coverage;
  /** Tickets created in the period, after the filter. */
  readonly tickets: number;
  /** Tickets of the files, after the filter. */
  readonly held: number;
  /** Where no ticket was created in the period: the nearest one of its kind with tickets, as `--period` takes it. */
  readonly nearest?: string | null;
  /** The periods of every `course`, oldest first. */
  readonly course: readonly Period[];
  readonly headlines: readonly HeadlineFigure[];
  readonly unavailable: readonly UnavailableMetric[];
  readonly segments: readonly SegmentTable[];
  /** Why headline figures changed, those that really did. */
  readonly reasons: readonly ChangeReason[];
  readonly volume: VolumeCourse;
  readonly spreads: readonly Spread[];
  readonly arrivals: Arrivals | null;
  readonly waiting: Waiting | null;
  readonly owed: Owed | null;
  readonly signs: Signs;
  readonly quality: DataQuality;
}

/** One value with what is known of it. */
export interface Reading {
  readonly value: number | null;
  readonly n: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly status: FigureStatus;
  /** How finely a duration is known; left out: to the second. */
  readonly precision?: Precision;
  /** There are at least so many: the export lacks some. */
  readonly isLowerBound?: true;
  /** Of few values, where nobody can be told from them: the smallest and the largest. */
  readonly few?: { readonly low: number; readonly high: number };
}

/** Which figure of which metric. */
export interface FigureRef {
  readonly metric: string;
  readonly kind: MetricKind;
  readonly stat: Stat;
  readonly clock: Clock | null;
  readonly lowerIsBetter: boolean | null;
  /** Which survey it is about, where there are several of its kind. */
  readonly survey?: string;
}

export interface HeadlineFigure extends FigureRef {
  /**
   * The period of `now`: the report's, an earlier one where the windows of the report's are still open, or a longer one up to
   * the same end where the report's holds nothing of it.
   */
  readonly period: Period | null;
  readonly now: Reading;
  readonly before: Reading | null;
  /**
   * For counts of a period that differs from the one before in length or weekdays: what that one lets expect of as many
   * days of each weekday. Left out where they are alike.
   */
  readonly expected?: number | null;
  /** Null without a figure to compare with. */
  readonly verdict: Verdict | null;
  /** For counts: the limits within which the periods before let it be expected. */
  readonly limits: { readonly low: number; readonly high: number } | null;
  readonly course: readonly Reading[];
  /** Tickets without that end yet. */
  readonly open: number | null;
  /** Beside a median of those that ended: that of all tickets created in the period, the open ones counted in. */
  readonly withOpen: WithOpen | null;
  readonly leftOut: readonly (readonly [reason: string, count: number])[];
  /** What else the receipt says, as codes. */
  readonly notes: readonly string[];
  /** Upper end of a rating scale. */
  readonly outOf: number | null;
}

/** A median with tickets still open counted in; `value` null where it is not reached by as-of. */
export interface WithOpen extends Reading {
  readonly open: number;
}

export interface UnavailableMetric {
  readonly metric: string;
  /** Which export would have it is the business of `explain`: without that hint. */
  readonly reason: Sentence;
}

/** Figures by the values of one dimension. */
export interface SegmentTable {
  readonly dimension: string;
  /** A ticket can be in several segments (tags). */
  readonly overlaps: boolean;
  readonly columns: readonly FigureRef[];
  /** Most tickets first; the rest together, then missing values, at the end. */
  readonly rows: readonly SegmentRow[];
  /** How many segments `others` stands for. */
  readonly others: number;
}

export interface SegmentRow {
  readonly label: Phrase;
  readonly kind: 'value' | 'missing' | 'others';
  /** Tickets created in the period. */
  readonly tickets: number;
  readonly readings: readonly Reading[];
  /** Against all other tickets of the period; null where there is nothing to hold it against. */
  readonly contrasts: readonly (Contrast | null)[];
  /** Against the same segment in the period before. */
  readonly changes: readonly (Contrast | null)[];
}

/** A figure held against another one. */
export interface Contrast {
  readonly with: Reading;
  readonly verdict: Verdict;
  /**
   * Of a real difference of those who do the work: whether their values are larger (1) or smaller (−1) than others'
   * with the same priority, channel and kind of work, or neither (0). Left out where it was not asked.
   */
  readonly sameWork?: -1 | 0 | 1;
}

/** Why a figure changed: what a change of mix did, and what the segments themselves did. */
export interface ChangeReason {
  readonly figure: FigureRef;
  readonly dimension: string;
  readonly change: number;
  readonly mix: number;
  readonly rate: number;
  /** The whole went one way, the segments at equal mix the other, both beyond chance. */
  readonly isReversal: boolean;
  /** Segments whose own change is real, the largest contribution first. */
  readonly movers: readonly {
    readonly label: Phrase;
    readonly before: Reading;
    readonly now: Reading;
  }[];
}

/** Tickets and backlog over time. */
export interface VolumeCourse {
  readonly every: 'day' | 'week' | 'month';
  readonly periods: readonly Period[];
  readonly created: readonly (number | null)[];
  readonly solved: readonly (number | null)[] | null;
  readonly backlog: readonly (number | null)[] | null;
}

/** How values are spread over bins. */
export interface Spread extends FigureRef {
  /** One more than counts; the last may be Infinity. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

/** Tickets by local weekday (Monday first) and hour. */
export interface Arrivals {
  readonly from: number;
  readonly to: number;
  readonly counts: readonly (readonly number[])[];
}

/** Tickets without a human answer at as-of, longest wait first. */
export interface Waiting {
  readonly total: number;
  /** How long each of them waits, longest first. */
  readonly waits: Float64Array;
  readonly oldest: readonly {
    readonly id: string;
    readonly since: number;
    readonly waited: number;
    readonly group: Phrase | null;
    readonly priority: Phrase | null;
    readonly channel: Phrase | null;
  }[];
}

/** All tickets in which the desk owes something at as-of; the parts add up to the total. */
export interface Owed {
  readonly total: number;
  readonly unanswered: number;
  readonly answered: number;
  /** Nobody knows whether they were answered. */
  readonly untold: number;
  /** The longest wait among all of them. */
  readonly longest: number;
}

/** Facts that only findings look at. */
export interface Signs {
  /** Answers within a minute among those of ticket-level data, where automatic answers cannot be told apart. */
  readonly quickAnswers: {
    readonly answered: number;
    readonly quick: number;
    /** Answers in the second minute. */
    readonly nextMinute: number;
  } | null;
  /** Tickets of the period by those who asked. */
  readonly requesters: {
    readonly tickets: number;
    readonly requesters: number;
    readonly most: number;
  } | null;
  /** Days of the period on which more (or fewer) tickets came than earlier days of that weekday let expect. */
  readonly unusualDays: readonly {
    readonly day: string;
    readonly created: number;
    readonly low: number;
    readonly high: number;
    /** What most of it came from; null where no segment is by itself as unusual. */
    readonly cause: UnusualDayCause | null;
  }[];
  /** Tickets of the period that were finished without any human answer. */
  readonly closedUnanswered: { readonly tickets: number; readonly closed: number } | null;
  /** Figures that fell, for more than a half of it in tickets that were closed without an answer. */
  readonly closedSilently: readonly (Pick<FigureRef, 'metric' | 'stat' | 'clock'> & {
    readonly tickets: number;
  })[];
  /** Tickets solved in the period, and those of them that nobody had answered; null where that is not known. */
  readonly solvedSilently: { readonly tickets: number; readonly solved: number } | null;
  /** Waiting tickets that wait longer than nine of ten answered ones had to. */
  readonly overdue: { readonly tickets: number; readonly limit: number; readonly oldest: number } | null;
}

/** The segment that most of a day's excess, or lack, of tickets came from. */
export interface UnusualDayCause {
  readonly dimension: string;
  readonly label: Phrase;
  /** Its tickets of that day. */
  readonly created: number;
  /** Their mean on that weekday in the weeks before. */
  readonly usual: number;
}

export interface DataQuality {
  readonly sources: readonly SourceNote[];
  /** Tickets taken out of every figure, by status. */
  readonly removed: readonly (readonly [status: string, count: number])[];
}

/** What a report is made from: the overview, what rules found in it, and the parts that only some reports have. */
export interface ReportInput {
  /** What the report is called; null or left out: by what it is. */
  readonly title?: string | null;
  /** The address of a ticket by its number; null or left out where nobody named one. */
  readonly ticketLink?: ((id: string) => string | null) | null;
  readonly overview: Overview;
  readonly findings: readonly Finding[];
  /** What is wrong with the data, equal problems together. */
  readonly problems: readonly Problem[];
  /** Recurring issues; null where they were left out, and why. */
  readonly issues?: ReportIssues | null;
  /** Whether customers stay; null without customers or their activity. */
  readonly retention?: Retention | null;
  /** Words that bad survey answers have more often than good ones, and the comments they stand in. */
  readonly tellingWords?: readonly { readonly word: string; readonly bad: number; readonly good: number }[];
}

/** Recurring issues as a report shows them. */
export interface ReportIssues {
  readonly tickets: number;
  readonly clustered: number;
  /** Whole weeks that trends look at. */
  readonly weeks: number;
  readonly issues: readonly {
    readonly id: string;
    /** Free of names and addresses. */
    readonly label: string;
    /** The number of a ticket of the period that is typical of it; null where tickets have none. */
    readonly example: string | null;
    /** Likely several problems: what is said of it may hold for several. Left out: no. */
    readonly mixed?: boolean;
    readonly size: number;
    readonly share: number;
    readonly trend: 'new' | 'rising' | 'falling' | 'steady' | 'spike' | null;
    /** Of a new one: when the first week began that had a ticket of it. */
    readonly since?: number;
    /** Tickets that one of the periods before usually brought; null without such, or where the report is of everything. */
    readonly usual: number | null;
    /** Tickets in each period of `Overview.course`. */
    readonly course: readonly number[];
    readonly response: Reading | null;
    readonly resolution: Reading | null;
    readonly csat: Reading | null;
  }[];
}
