import type { TrueTicket } from './desk.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The figures that are asked of every export, with the row of `deskstat metrics` that answers. */
export const figures = [
  { id: 'created', metric: 'created', stat: 'count' },
  { id: 'solved', metric: 'solved', stat: 'count' },
  { id: 'backlog', metric: 'backlog', stat: 'count' },
  { id: 'unanswered', metric: 'unanswered', stat: 'count' },
  { id: 'first_response_p50', metric: 'first_response_time', stat: 'p50' },
  { id: 'first_response_p90', metric: 'first_response_time', stat: 'p90' },
  { id: 'resolution_p50', metric: 'resolution_time', stat: 'p50' },
  { id: 'resolution_p90', metric: 'resolution_time', stat: 'p90' },
  { id: 'csat', metric: 'csat', stat: 'share' },
  { id: 'csat_mean', metric: 'csat_mean', stat: 'mean' },
  { id: 'nps', metric: 'nps', stat: 'score' },
  { id: 'reopen_rate', metric: 'reopen_rate', stat: 'share' },
  { id: 'closed_unanswered', metric: 'closed_unanswered', stat: 'count' },
  { id: 'backlog_age_p50', metric: 'backlog_age', stat: 'p50' },
  { id: 'first_resolution_p50', metric: 'first_resolution_time', stat: 'p50' },
  { id: 'first_response_business_p50', metric: 'first_response_time', stat: 'p50', clock: 'business' },
  { id: 'next_response_p50', metric: 'next_response_time', stat: 'p50' },
  { id: 'replies', metric: 'replies', stat: 'mean' },
  { id: 'one_touch_rate', metric: 'one_touch_rate', stat: 'share' },
  { id: 'reassignments', metric: 'reassignments', stat: 'mean' },
  { id: 'repeat_contact_rate', metric: 'repeat_contact_rate', stat: 'share' },
  { id: 'csat_response_rate', metric: 'csat_response_rate', stat: 'share' },
  { id: 'retention_rate', metric: 'retention_rate', stat: 'share' },
  // No metric: what every answer says of when its data end.
  { id: 'as_of', metric: 'as_of', stat: 'at' },
] as const;
export type FigureId = (typeof figures)[number]['id'];

/** Quantile R-7. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = Float64Array.from(values).sort();
  const at = (sorted.length - 1) * p;
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
}

const dated = (values: readonly (number | null)[]): number[] =>
  values.filter((each): each is number => each !== null);

/** The middle of some values in seconds; null for none. */
export const median = (spans: readonly number[]): number | null =>
  spans.length === 0 ? null : quantile(spans, 0.5) / 1000;

const shareOf = <T>(list: readonly T[], is: (each: T) => boolean): number | null =>
  list.length === 0 ? null : list.filter(is).length / list.length;

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Public answers of people up to the last solve; all of them while a ticket is open. */
export const repliesOf = ({ messages, solvedAt }: TrueTicket): number =>
  messages.filter(
    ({ by, isPublic, at }) => by === 'agent' && isPublic && at <= (solvedAt ?? Number.POSITIVE_INFINITY),
  ).length;

/** How long customers waited for each answer, from the oldest message that nobody had answered. */
export function waitsOf(
  { messages, solvedAt, firstSolvedAt }: TrueTicket,
  knowsFirstSolve: boolean,
): number[] {
  const ends = [knowsFirstSolve ? firstSolvedAt : null, solvedAt].filter((each) => each !== null);
  const waits: number[] = [];
  let since: number | null = null;
  for (const { at, by, isPublic } of messages) {
    const begun = since;
    // A solve ends a wait; whoever writes after it waits anew.
    if (begun !== null && ends.some((end) => end > begun && end < at)) since = null;
    if (by === 'customer') since ??= at;
    else if (by === 'agent' && isPublic && since !== null) {
      waits.push(at - since);
      since = null;
    }
  }
  return waits;
}

/** Office hours of the forged desks: Monday to Friday, 9 to 17 o'clock, less some holidays (days of UTC, as milliseconds). */
export function officeTime(from: number, to: number, holidays: readonly number[] = []): number {
  let sum = 0;
  for (let day = Math.floor(from / DAY) * DAY; day < to; day += DAY) {
    const weekday = new Date(day).getUTCDay();
    if (weekday === 0 || weekday === 6 || holidays.includes(day)) continue;
    sum += Math.max(0, Math.min(to, day + 17 * HOUR) - Math.max(from, day + 9 * HOUR));
  }
  return sum;
}

/** From creation to the last solve, of tickets that are solved. */
export const lastSolves = (tickets: readonly TrueTicket[]): number | null =>
  median(tickets.flatMap(({ solvedAt, createdAt }) => (solvedAt === null ? [] : [solvedAt - createdAt])));

/** The same where a ticket that came back keeps the stamp of the solve before. */
export const solvesThatStay = (tickets: readonly TrueTicket[]): number | null =>
  median(
    tickets.flatMap(({ solvedAt, firstSolvedAt, createdAt }) => {
      const end = solvedAt ?? firstSolvedAt;
      return end === null ? [] : [end - createdAt];
    }),
  );

const WEEK = 7 * DAY;
const isOpen = (each: TrueTicket): boolean => each.status !== 'solved' && each.status !== 'closed';

/** Reopened within seven days of the first solve, of those whose seven days are over. */
export function reopenRate(tickets: readonly TrueTicket[], asOf: number): number | null {
  const told = tickets.filter(({ firstSolvedAt }) => firstSolvedAt !== null && firstSolvedAt + WEEK <= asOf);
  return shareOf(
    told,
    ({ firstSolvedAt, reopenedAt }) => reopenedAt !== null && reopenedAt <= (firstSolvedAt ?? 0) + WEEK,
  );
}

/** Of the first tickets of requesters those followed by another within thirty days, once these are over. */
export function repeatContactRate(tickets: readonly TrueTicket[], asOf: number): number | null {
  const byPerson = new Map<string, number[]>();
  for (const { requester, createdAt } of tickets)
    byPerson.set(requester, [...(byPerson.get(requester) ?? []), createdAt]);
  const firsts = [...byPerson.values()].map((stamps) => stamps.sort((a, b) => a - b));
  return shareOf(
    firsts.filter(([first]) => first + 30 * DAY <= asOf),
    ([first, second]) => second <= first + 30 * DAY,
  );
}

export const backlogAge = (tickets: readonly TrueTicket[], asOf: number): number | null =>
  median(tickets.filter(isOpen).map(({ createdAt }) => asOf - createdAt));

/** What the figures of these tickets are, in the units of `deskstat metrics` (seconds, shares); null for none. */
export function trueFigures(tickets: readonly TrueTicket[], asOf = 0): Map<FigureId, number | null> {
  const waits = dated(
    tickets.map((each) => (each.answeredAt === null ? null : (each.answeredAt - each.createdAt) / 1000)),
  );
  const solved = tickets.filter(({ solvedAt }) => solvedAt !== null);
  const spans = solved.map(({ solvedAt, createdAt }) => ((solvedAt ?? 0) - createdAt) / 1000);
  const scores = dated(tickets.map((each) => each.rating?.score ?? null));
  const firstSpans = tickets.flatMap(({ firstSolvedAt, createdAt }) =>
    firstSolvedAt === null ? [] : [firstSolvedAt - createdAt],
  );
  const at = (values: readonly number[], p: number): number | null =>
    values.length === 0 ? null : quantile(values, p);
  return new Map<FigureId, number | null>([
    ['as_of', asOf === 0 ? null : asOf / 1000],
    ['created', tickets.length],
    ['solved', spans.length],
    ['backlog', tickets.filter(isOpen).length],
    ['unanswered', tickets.filter((each) => isOpen(each) && each.answeredAt === null).length],
    ['closed_unanswered', tickets.filter((each) => !isOpen(each) && each.answeredAt === null).length],
    ['backlog_age_p50', backlogAge(tickets, asOf)],
    ['first_response_p50', at(waits, 0.5)],
    ['first_response_p90', at(waits, 0.9)],
    ['first_resolution_p50', median(firstSpans)],
    ['resolution_p50', at(spans, 0.5)],
    ['resolution_p90', at(spans, 0.9)],
    ['replies', meanOf(solved.map(repliesOf))],
    ['one_touch_rate', shareOf(solved, (each) => repliesOf(each) === 1)],
    ['reassignments', meanOf(solved.map(({ hands }) => hands.length))],
    ['reopen_rate', shareOf(solved, ({ reopens }) => reopens > 0)],
    ['repeat_contact_rate', repeatContactRate(tickets, asOf)],
    ['csat', shareOf(scores, (score) => score >= 4)],
    ['csat_mean', meanOf(scores)],
    ['csat_response_rate', shareOf(solved, ({ rating }) => rating !== null)],
  ]);
}
