import { type Desk, numbersOf } from '../../model/desk.ts';
import { type FieldId, openStatuses } from '../../model/fields.ts';
import { borrowNumbers } from '../../model/spare-numbers.ts';
import { type DaySpans, datesIn, daySpans, markedDays } from '../metrics/precision.ts';
import { factsOf, stateCode, timeInStates } from '../metrics/ticket-facts.ts';

/** One telling: a value a ticket, NaN where the export does not say it. */
export type Side = Float64Array;

/** Two tellings of one thing. */
export interface Pair {
  readonly left: string;
  readonly right: string;
  /** Durations agree within the coarser grain of the two; other values only when they are equal. */
  readonly isDuration: boolean;
  /** The two sides, or null where the desk lacks one of them; `isDay`: 1 where the left one is a difference of days. */
  readonly sides: (desk: Desk) => readonly [left: Side, right: Side, isDay?: Uint8Array] | null;
}

/** Durations between stamps; where one of them is a date without a time, the difference of calendar days. */
function between(
  from: Float64Array,
  to: Float64Array,
  spans: DaySpans | null,
): { readonly durations: Side; readonly isDay: Uint8Array } {
  const durations = borrowNumbers(to.length).fill(Number.NaN);
  const isDay = new Uint8Array(to.length);
  for (let t = 0; t < to.length; t++) {
    if (Number.isNaN(to[t]) || Number.isNaN(from[t])) continue;
    if (spans?.isDay(t)) isDay[t] = 1;
    durations[t] = spans && isDay[t] === 1 ? spans.between(from[t], to[t]) : to[t] - from[t];
  }
  return { durations, isDay };
}

/** Durations between two stamps of the tickets against one that the helpdesk measured itself. */
function againstReported(
  stamp: 'first_response_at' | 'first_solved_at' | 'solved_at' | 'closed_at',
  reported: FieldId,
): Pair {
  return {
    left: stamp,
    right: reported,
    isDuration: true,
    sides: (desk) => {
      const { tickets } = desk;
      const created = numbersOf(tickets, 'created_at');
      const end = numbersOf(tickets, stamp);
      const own = numbersOf(tickets, reported);
      if (!created || !end || !own) return null;
      const { durations, isDay } = between(created, end, daySpans(desk, [stamp]));
      return [durations, own, isDay];
    },
  };
}

/** The first answer of a person among the messages against the stamp or the duration that the tickets carry. */
const firstAnswers: readonly Pair[] = [
  {
    left: 'messages',
    right: 'first_response_at',
    isDuration: true,
    sides: (desk) => {
      const created = numbersOf(desk.tickets, 'created_at');
      const stamps = numbersOf(desk.tickets, 'first_response_at');
      const answers = answersInMessages(desk);
      if (!created || !stamps || !answers) return null;
      const own = between(created, stamps, daySpans(desk, ['first_response_at']));
      const told = between(created, answers, answerDays(desk));
      return [told.durations, own.durations, own.isDay.map((day, t) => day | told.isDay[t])];
    },
  },
  {
    left: 'messages',
    right: 'reported_first_response_time_seconds',
    isDuration: true,
    sides: (desk) => {
      const reported = numbersOf(desk.tickets, 'reported_first_response_time_seconds');
      const answers = answersInMessages(desk);
      if (!reported || !answers) return null;
      const { durations, isDay } = between(factsOf(desk).askedAt, answers, answerDays(desk));
      return [durations, reported, isDay];
    },
  },
];

function answerDays(desk: Desk): DaySpans | null {
  const { answeredByDay } = factsOf(desk);
  return answeredByDay && markedDays(answeredByDay);
}

/** First answers of tickets that have messages; NaN for those that have none. */
function answersInMessages(desk: Desk): Float64Array | null {
  const { messages } = desk;
  if (!messages) return null;
  const { firstAnswerAt } = factsOf(desk);
  return (
    firstAnswerAt?.map((at, t) => (messages.offsets[t] < messages.offsets[t + 1] ? at : Number.NaN)) ?? null
  );
}

const flag = (is: boolean): number => (is ? 1 : 0);

/** A finished status goes with an end stamp, an open one with none. */
const statusAgainstEnd: Pair = {
  left: 'status',
  right: 'solved_at|closed_at',
  isDuration: false,
  sides: ({ tickets }) => {
    const status = tickets.columns.status;
    const solved = numbersOf(tickets, 'solved_at');
    const closed = numbersOf(tickets, 'closed_at');
    if (status?.type !== 'code' || (!solved && !closed)) return null;
    const { codes } = status;
    const says = new Float64Array(status.names.size + 1).fill(Number.NaN);
    for (const name of openStatuses) says[status.names.find(name) ?? 0] = 0;
    for (const name of ['solved', 'closed']) says[status.names.find(name) ?? 0] = 1;
    says[0] = Number.NaN;
    const left = borrowNumbers(tickets.rows);
    const right = borrowNumbers(tickets.rows);
    for (let t = 0; t < tickets.rows; t++) {
      left[t] = says[codes[t]];
      const isSolved = solved !== null && !Number.isNaN(solved[t]);
      right[t] = isSolved || (closed !== null && !Number.isNaN(closed[t])) ? 1 : 0;
    }
    return [left, right];
  },
};

/** The export's own verdict against its due date: a finished ticket met its target where it ended in time. */
const dueAgainstFlag: Pair = {
  left: 'due_at',
  right: 'sla_recorded',
  isDuration: false,
  sides: (desk) => {
    const due = numbersOf(desk.tickets, 'due_at');
    const recorded = numbersOf(desk.tickets, 'sla_recorded');
    if (!due || !recorded) return null;
    const { endedAt, solvedAt } = factsOf(desk);
    // A due date without a time is kept until its day is over, and an end without one may lie at its beginning.
    const dues = datesIn(desk, 'due_at');
    const solves = datesIn(desk, 'solved_at');
    const closes = datesIn(desk, 'closed_at');
    const left = due.map((target, t) => {
      const ends = solvedAt && !Number.isNaN(solvedAt[t]) ? solves : closes;
      const end = ends?.isDate(t) ? ends.dayOf(endedAt[t]).from : endedAt[t];
      const last = dues?.isDate(t) ? dues.dayOf(target).to - 1 : target;
      return Number.isNaN(last) || Number.isNaN(end) ? Number.NaN : flag(end <= last);
    });
    return [left, recorded];
  },
};

/** The helpdesk's count of replies against the messages that count as answers of a person. */
const repliesAgainstMessages: Pair = {
  left: 'messages',
  right: 'replies',
  isDuration: false,
  sides: ({ messages, tickets }) => {
    const replies = numbersOf(tickets, 'replies');
    if (!messages || !replies) return null;
    const counted = new Float64Array(tickets.rows).fill(Number.NaN);
    for (let t = 0; t < tickets.rows; t++) {
      const end = messages.offsets[t + 1];
      if (messages.offsets[t] === end) continue;
      counted[t] = 0;
      for (let i = messages.offsets[t]; i < end; i++) counted[t] += messages.isHumanAnswer[i];
    }
    return [counted, replies];
  },
};

/** The helpdesk's count of reopens against the times that its events leave a finished state for an open one. */
const reopensAgainstEvents: Pair = {
  left: 'events',
  right: 'reopens',
  isDuration: false,
  sides: ({ spells, tickets }) => {
    const reopens = numbersOf(tickets, 'reopens');
    if (!spells || !reopens || spells.countedReopens) return null;
    const ended = new Set([stateCode('solved'), stateCode('closed')]);
    const open = new Set((['new', 'open', 'pending', 'on_hold'] as const).map(stateCode));
    const counted = new Float64Array(tickets.rows).fill(Number.NaN);
    for (let t = 0; t < tickets.rows; t++) {
      const end = spells.offsets[t + 1];
      if (spells.offsets[t] === end) continue;
      counted[t] = 0;
      for (let i = spells.offsets[t] + 1; i < end; i++)
        if (ended.has(spells.state[i - 1]) && open.has(spells.state[i])) counted[t]++;
    }
    return [counted, reopens];
  },
};

/** Time on hold from the events against the helpdesk's own. */
const onHoldAgainstEvents: Pair = {
  left: 'events',
  right: 'reported_on_hold_time_seconds',
  isDuration: true,
  sides: (desk) => {
    const reported = numbersOf(desk.tickets, 'reported_on_hold_time_seconds');
    if (!desk.spells || !reported) return null;
    const { endedAt } = factsOf(desk);
    const time = (from: number, to: number): number => to - from;
    const states = [stateCode('on_hold')];
    const told = endedAt.map((until, t) =>
      Number.isNaN(until) ? until : timeInStates(desk, t, { states, until, time }),
    );
    return [told, reported];
  },
};

/** Everything that an export may say twice. */
export const pairs: readonly Pair[] = [
  againstReported('first_response_at', 'reported_first_response_time_seconds'),
  againstReported('first_solved_at', 'reported_first_resolution_time_seconds'),
  againstReported('solved_at', 'reported_resolution_time_seconds'),
  ...firstAnswers,
  statusAgainstEnd,
  dueAgainstFlag,
  repliesAgainstMessages,
  reopensAgainstEvents,
  onHoldAgainstEvents,
];
