import type { Verdict } from './report.ts';
import type { Period } from './segment.ts';

/**
 * What "staying" is measured by. Three different things that are never mixed up: customers with a start and an end,
 * people who do something again and again, and people who merely write to support again.
 */
export const retentionKinds = ['customers', 'activity', 'tickets'] as const;
export type RetentionKind = (typeof retentionKinds)[number];

export type RetentionUnit = 'week' | 'month' | 'quarter' | 'year';

/** Who of those at hand stayed (or came back), with Wilson's interval. */
export interface KeptShare {
  readonly n: number;
  readonly kept: number;
  /** null: n = 0, or not known. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly status: 'ok' | 'too_few';
}

/** One period that has ended: of those at its start (customers) or active in the one before (activity, tickets). */
export interface RetentionPeriod extends KeptShare {
  readonly period: Period;
  /** Customers who began in it; for activity and tickets, people never seen before. */
  readonly joined: number;
}

/** People who began in one period. */
export interface Cohort {
  readonly period: Period;
  readonly size: number;
  /** Cell k: k periods later; only those that have ended. */
  readonly cells: readonly KeptShare[];
}

export interface SurvivalPoint {
  /** Months of 365.25 ÷ 12 days since the start. */
  readonly months: number;
  /** Share still a customer then. */
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Customers who were watched at that age. */
  readonly atRisk: number;
}

/** How long customers stay (Kaplan–Meier with delayed entry). */
export interface SurvivalCourse {
  readonly points: readonly SurvivalPoint[];
  readonly customers: number;
  readonly ended: number;
  /** Milliseconds until half have left; null: not reached. */
  readonly median: {
    readonly value: number | null;
    readonly low: number | null;
    readonly high: number | null;
  };
}

export const experiences = [
  'ticket',
  'answered_in_time',
  'answered_late',
  'late_against_in_time',
  'rated_bad',
  'problem_repeated',
] as const;
export type Experience = (typeof experiences)[number];

/** Customers with an experience against those without, at equal tenure. */
export interface ExperienceEffect {
  readonly experience: Experience;
  readonly exposed: KeptShare;
  readonly others: KeptShare;
  /** Mantel–Haenszel risk difference over tenure bands, exposed − others; null where it cannot be had. */
  readonly difference: {
    readonly value: number;
    readonly low: number | null;
    readonly high: number | null;
    readonly p: number | null;
  } | null;
  readonly verdict: Verdict;
}

/** What customers lived through and whether they were still there later (landmark method). */
export interface ExperienceStudy {
  readonly landmarks: readonly number[];
  /** Days looked back for experiences, and ahead for the outcome. */
  readonly days: number;
  /** Customers at landmarks, one customer at several landmarks counted at each. */
  readonly observations: number;
  readonly customers: number;
  /** What "in time" means: the SLA policies, or within this many milliseconds (three in four were). */
  readonly limit: { readonly by: 'sla' } | { readonly by: 'quarter'; readonly duration: number } | null;
  readonly effects: readonly ExperienceEffect[];
}

export interface RetentionSegment extends KeptShare {
  /** null: no value. */
  readonly name: string | null;
  /** Customers active at as-of. */
  readonly active: number;
}

/** Whether people stay: one kind, its periods, its cohorts. */
export interface Retention {
  readonly kind: RetentionKind;
  readonly asOf: number;
  /** IANA id. */
  readonly zone: string;
  readonly every: RetentionUnit;
  /** People seen at all, and at as-of: active customers; active in the last whole period, null where none is whole. */
  readonly people: number;
  readonly active: number | null;
  readonly periods: readonly RetentionPeriod[];
  readonly cohorts: readonly Cohort[];
  /** People who belong to no cohort, as they were there before the data begins. */
  readonly before: number;
  /** Since when ends are known; −Infinity: from the beginning. Customers only. */
  readonly knownFrom: number;
  /** Until when ends are known; Infinity: up to as-of. Customers only. */
  readonly knownTo: number;
  /** Median time between two activities of the same person; null for customers. */
  readonly medianGap: number | null;
  readonly survival: SurvivalCourse | null;
  readonly experience: ExperienceStudy | null;
  /** Why there is no study of experiences. */
  readonly noExperience: 'no_tickets' | 'not_matched' | 'too_short' | null;
  /** Tickets whose requester is one of the customers. */
  readonly matched: {
    readonly tickets: number;
    readonly of: number;
    readonly by: 'requester' | 'organization';
  } | null;
  /** The share kept a period, over all periods, by the values of a dimension of the customers. */
  readonly segments: readonly { readonly dimension: string; readonly rows: readonly RetentionSegment[] }[];
  readonly leftOut: readonly (readonly [reason: string, count: number])[];
}
