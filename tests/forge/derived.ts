import { asDays } from './as-of.ts';
import type { TrueTicket } from './desk.ts';
import {
  type Draft,
  firstResponseFigures,
  type Knowledge,
  makeOptional,
  resolutionFigures,
  setKnown,
} from './draft.ts';
import {
  backlogAge,
  type FigureId,
  lastSolves,
  median,
  reopenRate,
  repeatContactRate,
  solvesThatStay,
  trueFigures,
  waitsOf,
} from './figures.ts';
import { settleWhatIsMissing } from './traits/ends.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;
/** An end in the newest two months: a list without an older one may hold survivors only (DEFINITIONS 10). */
const RECENT = 62 * DAY;

/** What can be known of figures that follow from others, once every trait has said what it tells. */
export function deriveKnowledge(draft: Draft): void {
  settleWhatIsMissing(draft);
  followsFrom(draft, 'backlog_age_p50', 'backlog');
  untilEndOfData(draft, 'backlog_age_p50', backlogAge);
  if (draft.rows.length > 0) setKnown(draft, ['repeat_contact_rate'], ofAll(draft));
  untilEndOfData(draft, 'repeat_contact_rate', repeatContactRate);
  alsoUntilLastTicket(draft);
  setKnown(draft, ['as_of'], { is: 'known', tolerance: draft.precision === 'second' ? 1 : 60 });
  untilEndOfData(draft, 'as_of', (_, asOf) => asOf / 1000);
  repeatContactsAsTold(draft);
  waits(draft);
  officeAnswers(draft);
  if (draft.further.some(({ name }) => name === 'history')) {
    const told = asTold(draft, draft.tickets.filter(draft.historyTells));
    untilEndOfData(draft, 'reopen_rate', (_, asOf) => reopenRate(told, asOf));
    alsoUntilLastChange(draft, told);
    // A column that counts reopens tells of all, without a window.
    const known = draft.knowledge.get('reopen_rate');
    if (
      known?.is === 'known' &&
      draft.historyOf < 1 &&
      draft.columns.some(({ header }) => /reopen/i.test(header))
    )
      draft.knowledge.set('reopen_rate', {
        ...known,
        also: [trueFigures(draft.tickets).get('reopen_rate') ?? 0],
      });
  }
  if (draft.customers.length > 0) setKnown(draft, ['retention_rate'], retention(draft));
  firstSolves(draft);
  const isSolveKnown = draft.columns.some(({ key }) => key === 'solved');
  // They belong to solves: without stamps of these nobody need say them.
  if (!isSolveKnown)
    makeOptional(draft, ['replies', 'one_touch_rate', 'reassignments', 'csat_response_rate', 'reopen_rate']);
  if (!isSolveKnown) ofThoseWithHistory(draft);
  // Which of an hour that the clock showed twice is meant nobody can tell, nor what came first in it.
  if (draft.tickets.some(({ messages }) => messages.some(({ at }) => draft.zone?.isTwofold(at)))) {
    for (const id of ['replies', 'one_touch_rate'] as const) loosen(draft, id, 0.03);
    for (const id of ['next_response_p50', ...firstResponseFigures, ...resolutionFigures] as const)
      loosen(draft, id, HOUR / 1000);
  }
  // Nor, to the minute, whether a message or a solve came first: another wait is in the middle then.
  if (draft.precision === 'minute') loosen(draft, 'next_response_p50', besideTheMiddle(draft));
  if (draft.dialect.truncated) loosen(draft, 'backlog_age_p50', DAY / 1000);
  if (draft.precision !== 'day') return;
  // Which of two instants of a day came first is not known, nor whether seven days are over.
  for (const id of [
    'reopen_rate',
    'repeat_contact_rate',
    'replies',
    'one_touch_rate',
    'reassignments',
  ] as const)
    loosen(draft, id, 0.08);
  for (const id of ['backlog_age_p50', 'first_resolution_p50', 'next_response_p50'] as const)
    loosen(draft, id, DAY / 1000);
}

/** Bare dates begin with their day, and stamps to the minute with it: so do the thirty days. */
function repeatContactsAsTold(draft: Draft): void {
  const known = draft.knowledge.get('repeat_contact_rate');
  if (known?.is !== 'known' || draft.precision === 'second') return;
  const told = createdAsTold(draft);
  draft.knowledge.set('repeat_contact_rate', {
    ...known,
    more: () => [...(known.more?.() ?? []), ...draft.ends.map((at) => repeatContactRate(told, at))],
  });
}

function createdAsTold({ tickets, precision }: Draft): readonly TrueTicket[] {
  const unit = precision === 'day' ? DAY : precision === 'minute' ? MINUTE : 1;
  return tickets.map((each) => ({ ...each, createdAt: Math.floor(each.createdAt / unit) * unit }));
}

/** How far the waits beside the middle one lie from it, in seconds. */
function besideTheMiddle(draft: Draft): number {
  const waits = draft.tickets
    .filter(draft.threadTells)
    .flatMap((each) => waitsOf(each, draft.historyTells(each)))
    .sort((a, b) => a - b);
  const at = Math.floor(waits.length / 2);
  const beside = waits.slice(Math.max(0, at - 2), at + 3);
  return beside.length === 0 ? MINUTE / 1000 : (beside[beside.length - 1] - beside[0] + MINUTE) / 1000;
}

/** A history of some tickets tells of reopenings up to its last change; that it goes on without one may be believed too. */
function alsoUntilLastChange(draft: Draft, told: readonly TrueTicket[]): void {
  const known = draft.knowledge.get('reopen_rate');
  const { historyTo, precision } = draft;
  if (known?.is !== 'known' || !Number.isFinite(historyTo)) return;
  const ends = precision === 'day' ? asDays([historyTo]) : [historyTo];
  draft.knowledge.set('reopen_rate', {
    ...known,
    more: () => [...(known.more?.() ?? []), ...ends.map((at) => reopenRate(told, at))],
  });
}

/** Three of the thirty days: a list that holds no ticket for so long need not tell who wrote again in them. */
const SILENCE = 3 * DAY;
const STRAGGLERS = 2;

/** Who wrote again may be said to be known as long as tickets come. */
function alsoUntilLastTicket(draft: Draft): void {
  const known = draft.knowledge.get('repeat_contact_rate');
  const newest = draft.tickets.map(({ createdAt }) => createdAt).sort((a, b) => b - a);
  // A straggler or two behind a silence are no bulk.
  const lasts = newest
    .slice(0, STRAGGLERS + 1)
    .filter((last) => draft.ends.some((end) => end - last >= SILENCE));
  if (known?.is !== 'known' || lasts.length === 0) return;
  const told = createdAsTold(draft);
  draft.knowledge.set('repeat_contact_rate', {
    ...known,
    more: () => [
      ...(known.more?.() ?? []),
      ...lasts.flatMap((last) => [draft.tickets, told].map((tickets) => repeatContactRate(tickets, last))),
    ],
  });
}

/** Where a history of some tickets alone tells of solves, what belongs to solves is told of these. */
function ofThoseWithHistory(draft: Draft): void {
  if (draft.historyOf === 1) return;
  const told = trueFigures(draft.tickets.filter(draft.historyTells));
  for (const id of ['replies', 'one_touch_rate', 'reassignments', 'csat_response_rate'] as const) {
    const known = draft.knowledge.get(id);
    if (known?.is === 'known')
      draft.knowledge.set(id, { ...known, also: [...(known.also ?? []), told.get(id) ?? 0] });
  }
}

/** Tickets whose stamps are as the export writes them: bare dates begin with their day. */
const asTold = ({ precision }: Draft, tickets: readonly TrueTicket[]): readonly TrueTicket[] => {
  if (precision !== 'day') return tickets;
  const dayOf = (at: number | null): number | null => (at === null ? null : Math.floor(at / DAY) * DAY);
  return tickets.map((each) => ({
    ...each,
    firstSolvedAt: dayOf(each.firstSolvedAt),
    reopenedAt: dayOf(each.reopenedAt),
  }));
};

function loosen(draft: Draft, id: FigureId, tolerance: number): void {
  const known = draft.knowledge.get(id);
  if (known?.is === 'known')
    draft.knowledge.set(id, { ...known, optional: true, tolerance: Math.max(tolerance, known.tolerance) });
}

function ofAll(draft: Draft): Knowledge {
  // Tickets that are not in the export may have been the first ones, or the next.
  const isOptional =
    draft.knowledge.get('created')?.is === 'known' && draft.tickets.length < draft.desk.tickets.length;
  return { is: 'known', tolerance: 1e-9, optional: isOptional };
}

function followsFrom(draft: Draft, id: FigureId, from: FigureId): void {
  const known = draft.knowledge.get(from);
  if (known === undefined) return;
  if (known.is === 'withheld') setKnown(draft, [id], known);
  else
    setKnown(draft, [id], {
      is: 'known',
      tolerance: draft.precision === 'second' ? 1 : 60,
      optional: known.optional,
    });
}

/** A figure that depends on when the data end is right for each instant of which that may be said. */
function untilEndOfData(
  draft: Draft,
  id: FigureId,
  of: (tickets: readonly TrueTicket[], asOf: number) => number | null,
): void {
  const known = draft.knowledge.get(id);
  if (known?.is !== 'known') return;
  draft.knowledge.set(id, {
    ...known,
    value: (tickets) => of(tickets, draft.ends[0]),
    more: () => [...(known.more?.() ?? []), ...draft.ends.map((at) => of(draft.tickets, at))],
  });
}

/** The last time that somebody left, where four more would have by the mean of those before; Infinity else. */
function silentSince(customers: Draft['customers'], asOf: number): number {
  const ends = customers.flatMap(({ to }) => (to === null || to > asOf ? [] : [to]));
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  return (asOf - last) * (ends.length - 1) > 4 * (last - first) ? last : Number.POSITIVE_INFINITY;
}

/** Of the customers a year before the data end those who are still there then; of those since ends are known, where these are all new. */
function retention({ customers, ends }: Draft): Knowledge {
  // A list that ends before the tickets tells until then, or as far behind it as nobody would have to have left.
  const newest = Math.min(
    Math.max(...customers.map(({ from, to }) => to ?? from)),
    silentSince(customers, ends[0]),
  );
  const days = Math.max(0, Math.ceil((Math.max(...ends) - newest) / DAY));
  const quiet = Array.from({ length: days }, (_, day) => DAY * Math.ceil(newest / DAY + day));
  const hasOldEnd = customers.some(({ to }) => to !== null && to < ends[0] - RECENT);
  const since = (asOf: number): number[] =>
    [365 * DAY, ...(hasOldEnd ? [] : [RECENT])].map((days) => asOf - days);
  const keptSince = (from: number, asOf: number): number | null => {
    const active = customers.filter((each) => each.from < from && (each.to === null || each.to >= from));
    return active.length === 0
      ? null
      : active.filter(({ to }) => to === null || to >= asOf).length / active.length;
  };
  const values = [...ends, newest, ...quiet].flatMap((asOf) =>
    since(asOf).map((from) => keptSince(from, asOf)),
  );
  return {
    ...{ is: 'known', tolerance: 1e-9, value: values[0], optional: !hasOldEnd },
    also: values.filter((each) => each !== null),
  };
}

/** What is waited for ends with a solve: with the first where a history tells of it, else with the last. */
function waits(draft: Draft): void {
  const known = draft.knowledge.get('next_response_p50');
  if (known?.is !== 'known') return;
  const middleWait = (tickets: readonly TrueTicket[]): number | null =>
    median(tickets.flatMap((each) => waitsOf(each, draft.historyTells(each))));
  draft.knowledge.set('next_response_p50', {
    ...known,
    tolerance: Math.max(known.tolerance, draft.historyOf < 1 ? 1e9 : draft.precision === 'second' ? 1 : 60),
    value: (tickets) => middleWait(tickets.filter(draft.threadTells)),
  });
}

/** Threads alone tell of answers within working hours as well. */
function officeAnswers(draft: Draft): void {
  const own = draft.knowledge.get('first_response_business_p50');
  const answers = draft.knowledge.get('first_response_p50');
  if (own?.is !== 'withheld' || draft.settings === null || answers?.is !== 'known') return;
  // How long answers are in these hours is judged where a column tells of them.
  setKnown(draft, ['first_response_business_p50'], { is: 'known', tolerance: 1e9, optional: true, value: 0 });
}

/** A ticket as it stood at its first solve. */
const firstAlone = (ticket: TrueTicket): TrueTicket => ({ ...ticket, solvedAt: ticket.firstSolvedAt });

/** Where an export tells of one solve alone, it is taken for the first as well. */
function firstSolves(draft: Draft): void {
  const known = draft.knowledge.get('resolution_p50');
  if (known === undefined) return;
  if (draft.further.some(({ name }) => name === 'history')) {
    // Of those without a history the last solve is all that is told.
    const told = draft.knowledge.get('first_resolution_p50');
    if (draft.historyOf < 1 && told?.is === 'known')
      draft.knowledge.set('first_resolution_p50', {
        ...{ ...told, optional: true },
        also: [
          trueFigures(draft.tickets.filter(draft.historyTells)).get('first_resolution_p50') ?? 0,
          // So does a stamp that stays where a ticket came back, which is its first one.
          solvesThatStay(draft.tickets.map((each) => (draft.historyTells(each) ? firstAlone(each) : each))) ??
            0,
        ],
        value: (tickets) =>
          median(
            tickets.flatMap((each) => {
              const end = draft.historyTells(each) ? each.firstSolvedAt : each.solvedAt;
              return end === null ? [] : [end - each.createdAt];
            }),
          ),
      });
    return;
  }
  if (known.is === 'withheld') setKnown(draft, ['first_resolution_p50'], known);
  else
    setKnown(draft, ['first_resolution_p50'], {
      ...{ ...known, optional: true, value: known.value ?? lastSolves },
      // A stamp that stays where a ticket came back tells of its first solve.
      more: () => [...(known.more?.() ?? []), solvesThatStay(draft.tickets)],
    });
}
