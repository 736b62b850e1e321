import { type Desk, numbersOf } from '../../model/desk.ts';
import type { MeasureContext, Observations, Unavailable } from '../../model/metric.ts';
import { emptyColumn } from './empty-columns.ts';
import { elapsed, everyTicket, ObservationList, OPEN } from './observing.ts';
import { areWholeDays, daySpans, KNOWN_TO_THE_DAY, precisionOf, settlePrecision } from './precision.ts';
import { factsOf, type TicketFacts } from './ticket-facts.ts';
import { notRecorded, unavailable } from './unavailable.ts';
import { END_UNKNOWN } from './unknown-ends.ts';

interface ResolutionOptions {
  readonly context: MeasureContext;
  readonly which: 'first' | 'last';
  readonly reported: { readonly calendar: string; readonly business: string };
}

const onCalendar = new WeakMap<Desk, Map<string, Observations | Unavailable>>();

/**
 * Creation → a solve, from stamps, else as the helpdesk reports it (then dated by its own duration after creation).
 * Tickets finished without ever being solved have none. On the calendar clock they are found once a desk: besides the
 * metrics, the edge of an export asks for them.
 */
export function observeResolution(desk: Desk, options: ResolutionOptions): Observations | Unavailable {
  if (options.context.clock === 'business') return findResolution(desk, options);
  const kept = onCalendar.get(desk) ?? new Map<string, Observations | Unavailable>();
  onCalendar.set(desk, kept);
  const key = `${options.which} ${options.reported.calendar}`;
  const observations = kept.get(key) ?? findResolution(desk, options);
  kept.set(key, observations);
  return observations;
}

function findResolution(desk: Desk, options: ResolutionOptions): Observations | Unavailable {
  const { context, which } = options;
  const facts = factsOf(desk);
  const isBusiness = context.clock === 'business';
  const canCompute = !isBusiness || context.businessTime !== null;
  const reported = numbersOf(
    desk.tickets,
    isBusiness ? options.reported.business : options.reported.calendar,
  );
  const calendar = numbersOf(desk.tickets, options.reported.calendar);
  // Where the export has one solve stamp, the last, the helpdesk's own first resolution is nearer to the truth.
  const ownFirst = numbersOf(desk.tickets, 'first_solved_at');
  const stamps = which === 'last' ? facts.solvedAt : calendar && !ownFirst ? null : facts.firstSolvedAt;
  if (!stamps && !reported && !calendar) return noSolve(desk);
  if (!reported && !canCompute) return unavailable('no_calendar');
  const ends = which === 'last' ? (['solved_at'] as const) : (['first_solved_at', 'solved_at'] as const);
  const spans = stamps ? daySpans(desk, ends) : null;
  const precision = stamps ? precisionOf(desk, ['created_at', ...ends]) : 'second';
  if (stamps && !isBusiness && !calendar && !spans) return { ...fromStamps(facts, stamps), precision };
  // What the helpdesk measured to the minute goes before a difference of days.
  const finer = spans && reported && !areWholeDays(reported) ? reported : null;
  const marks = new Uint8Array(spans ? facts.rows : 0);
  const isRounded = calendar !== null && areWholeDays(calendar);
  const list = new ObservationList(facts.rows);
  let own = 0;
  for (let t = 0; t < facts.rows; t++) {
    const created = facts.createdAt[t];
    let end = stamps ? stamps[t] : Number.NaN;
    const isOpenAgain = which === 'last' && facts.isFinished[t] === 0;
    if (Number.isNaN(end) && calendar && !isOpenAgain) end = created + calendar[t];
    // An end that is made of rounded days may lie up to a day after the newest stamp; it has happened all the same.
    const at = isRounded && end > desk.asOf && end - desk.asOf < DAY ? desk.asOf : end;
    const isDay = spans?.isDay(t) === true && stamps !== null && !Number.isNaN(stamps[t]);
    const hasFiner = isDay && finer !== null && !Number.isNaN(finer[t]);
    if (isDay && isBusiness && !hasFiner) list.leaveOut(t, at, KNOWN_TO_THE_DAY);
    else if (!Number.isNaN(at) && canCompute && !hasFiner) {
      if (isDay) marks[t] = 1;
      list.use(t, at, elapsed(context, t)(created, end), at);
      if (isBusiness || (stamps && !Number.isNaN(stamps[t]))) own++;
    } else if (reported && !Number.isNaN(reported[t]) && !isOpenAgain) {
      list.use(t, Number.isNaN(at) ? created + reported[t] : at, reported[t], at);
    } else if (facts.isFinished[t] === 0) list.open(t, Number.NaN);
    else if (facts.isFinished[t] === END_UNKNOWN) list.leaveOut(t, Number.NaN, 'not_recorded');
    else list.leaveOut(t, Number.NaN, 'finished_without_solve_stamp');
  }
  const observations = list.done({ clockSource: own > 0 ? 'own' : 'helpdesk' });
  return settlePrecision(observations, { spans, marks, start: facts.createdAt, precision });
}

const DAY = 86_400_000;

/** Why there are no solves: no column for them, or one that must have held something and is empty. */
export function noSolve(desk: Desk): Unavailable {
  const empty = emptyColumn(desk, 'solved_at');
  return empty ? notRecorded('solved_at', empty) : unavailable('no_solve');
}

/** The state of an entry without a stamp, by what is known of the end of its ticket. */
const stateOf = Uint8Array.of(OPEN, 2, 3);

/** The plain case, stamps alone on the calendar clock: nothing is copied but the durations. */
function fromStamps({ rows, createdAt, isFinished }: TicketFacts, stamps: Float64Array): Observations {
  const value = new Float64Array(rows);
  const state = new Uint8Array(rows);
  let own = 0;
  for (let t = 0; t < rows; t++) {
    value[t] = stamps[t] - createdAt[t];
    if (!Number.isNaN(stamps[t])) own++;
    else state[t] = stateOf[isFinished[t]];
  }
  return {
    ticket: everyTicket(rows),
    at: stamps,
    value,
    state,
    reasons: ['used', 'open', 'finished_without_solve_stamp', 'not_recorded'],
    knownAt: stamps,
    clockSource: own > 0 ? 'own' : 'helpdesk',
  };
}
