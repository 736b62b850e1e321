import type { FigureRef, HeadlineFigure, Overview, Reading } from '../src/model/overview.ts';
import type { Verdict } from '../src/model/report.ts';

const DAY = 86_400_000;
const start = Date.UTC(2026, 9, 26);
const week = (back: number) => ({
  start: start - 7 * back * DAY,
  end: start + 7 * (1 - back) * DAY,
  label: `2026-W${44 - back}`,
});

/** A desk in one quiet week: nothing in it is worth a word. Tests change what they are about. */
export const quietOverview: Overview = {
  asOf: start + 7 * DAY + 3_600_000,
  zone: 'UTC',
  period: { ...week(0), complete: true },
  before: week(1),
  filter: null,
  coverage: {
    from: start - 200 * DAY,
    to: start + 7 * DAY,
    cut: 'created',
    pinned: false,
    bulkFrom: start - 200 * DAY,
    bulkTo: Number.POSITIVE_INFINITY,
    arrivals: null,
  },
  tickets: 200,
  held: 5200,
  course: [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map(week),
  headlines: [],
  unavailable: [],
  segments: [],
  reasons: [],
  volume: { every: 'day', periods: [], created: [], solved: null, backlog: null },
  spreads: [],
  arrivals: null,
  waiting: null,
  owed: null,
  signs: {
    quickAnswers: null,
    requesters: null,
    unusualDays: [],
    closedUnanswered: null,
    closedSilently: [],
    solvedSilently: null,
    overdue: null,
  },
  quality: {
    sources: [{ path: 'tickets.csv', rows: 200, rejected: 0, kinds: ['tickets'], preset: null }],
    removed: [],
  },
};

export const reading = (value: number | null, n = 200): Reading => ({
  value,
  n,
  low: null,
  high: null,
  status: 'ok',
});

export const responseTime: FigureRef = {
  metric: 'first_response_time',
  kind: 'duration',
  stat: 'p50',
  clock: 'calendar',
  lowerIsBetter: true,
};
export const csat: FigureRef = {
  metric: 'csat',
  kind: 'share',
  stat: 'share',
  clock: null,
  lowerIsBetter: false,
};
export const countOf = (metric: string): FigureRef => ({
  metric,
  kind: 'count',
  stat: 'count',
  clock: null,
  lowerIsBetter: null,
});

/** A headline figure that went from one value to another. */
export function headline(
  ref: FigureRef,
  values: { readonly before: number | null; readonly now: number | null },
  more: Partial<HeadlineFigure> & { readonly verdict: Verdict | null },
): HeadlineFigure {
  return {
    ...ref,
    period: week(0),
    now: reading(values.now),
    before: values.before === null ? null : reading(values.before),
    limits: null,
    course: [reading(values.before), reading(values.now)],
    open: 0,
    withOpen: null,
    leftOut: [],
    notes: [],
    outOf: null,
    ...more,
  };
}
