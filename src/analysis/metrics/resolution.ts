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
  const isBusiness = context.clock === 'business';
  const canCompute = !isBusiness || context.businessTime !== null;
  const { stamps, reported, calendar } = sourcesOf(desk, options);
  if (!stamps && !reported && !calendar) return noSolve(desk);
  if (!reported && !canCompute) return unavailable('no_calendar');
  const ends = which === 'last' ? (['solved_at'] as const) : (['first_solved_at', 'solved_at'] as const);
  const spans = stamps ? daySpans(desk, ends) : null;
  const precision = stamps ? precisionOf(desk, ['created_at', ...ends]) : 'second';
  const facts = factsOf(desk);
  if (stamps && !isBusiness && !calendar && !spans) return { ...fromStamps(facts, stamps), precision };
  const list = new ResolutionList(desk, options, { stamps, reported, calendar, spans, canCompute });
  for (let t = 0; t < facts.rows; t++) list.add(t);
  return settlePrecision(list.done(), { spans, marks: list.marks, start: facts.createdAt, precision });
}

/** What an export tells of resolutions: stamps, and what the helpdesk measured on the clock that is asked for and on the calendar. */
interface Sources {
  readonly stamps: Float64Array | null;
  readonly reported: Float64Array | null;
  readonly calendar: Float64Array | null;
}

function sourcesOf(desk: Desk, { context, which, reported }: ResolutionOptions): Sources {
  const { solvedAt, firstSolvedAt } = factsOf(desk);
  const calendar = numbersOf(desk.tickets, reported.calendar);
  const onClock = context.clock === 'business' ? numbersOf(desk.tickets, reported.business) : calendar;
  if (which === 'last') return { stamps: solvedAt, reported: onClock, calendar };
  // Where the export has one solve stamp, the last, the helpdesk's own first resolution is nearer to the truth.
  const isNearer = calendar !== null && numbersOf(desk.tickets, 'first_solved_at') === null;
  return { stamps: isNearer ? null : firstSolvedAt, reported: onClock, calendar };
}

/** Resolutions as they are found, ticket by ticket. */
class ResolutionList {
  /** 1 at tickets whose time is made of dates without a time. */
  readonly marks: Uint8Array;
  readonly #facts: TicketFacts;
  readonly #context: ResolutionOptions['context'];
  readonly #sources: Sources;
  readonly #list: ObservationList;
  readonly #asOf: number;
  readonly #isBusiness: boolean;
  readonly #isLast: boolean;
  readonly #canCompute: boolean;
  /** The helpdesk measured in whole days. */
  readonly #isRounded: boolean;
  readonly #spans: ReturnType<typeof daySpans>;
  /** What the helpdesk measured to the minute goes before a difference of days. */
  readonly #finer: Float64Array | null;
  #own = 0;

  constructor(
    desk: Desk,
    { context, which }: ResolutionOptions,
    {
      spans,
      canCompute,
      ...sources
    }: Sources & { readonly spans: ReturnType<typeof daySpans>; readonly canCompute: boolean },
  ) {
    const { reported, calendar } = sources;
    this.#facts = factsOf(desk);
    this.#context = context;
    this.#sources = sources;
    this.#list = new ObservationList(this.#facts.rows);
    this.#asOf = desk.asOf;
    this.#isBusiness = context.clock === 'business';
    this.#isLast = which === 'last';
    this.#canCompute = canCompute;
    this.#isRounded = calendar !== null && areWholeDays(calendar);
    this.#spans = spans;
    this.#finer = spans && reported && !areWholeDays(reported) ? reported : null;
    this.marks = new Uint8Array(spans ? this.#facts.rows : 0);
  }

  add(t: number): void {
    const { stamps } = this.#sources;
    const hasStamp = stamps !== null && !Number.isNaN(stamps[t]);
    const end = this.#endOf(t);
    // An end that is made of rounded days may lie up to a day after the newest stamp; it has happened all the same.
    const at = this.#isRounded && end > this.#asOf && end - this.#asOf < DAY ? this.#asOf : end;
    const isDay = hasStamp && this.#spans?.isDay(t) === true;
    const hasFiner = isDay && this.#finer !== null && !Number.isNaN(this.#finer[t]);
    if (isDay && this.#isBusiness && !hasFiner) this.#list.leaveOut(t, at, KNOWN_TO_THE_DAY);
    else if (!this.#canCompute || hasFiner || Number.isNaN(at)) this.#addMeasured(t, at);
    else {
      if (isDay) this.marks[t] = 1;
      this.#list.use(t, at, elapsed(this.#context, t)(this.#facts.createdAt[t], end), at);
      if (this.#isBusiness || hasStamp) this.#own++;
    }
  }

  /** When it was solved, by its stamp or by the minutes that the helpdesk measured. */
  #endOf(t: number): number {
    const { stamps, calendar } = this.#sources;
    const stamp = stamps ? stamps[t] : Number.NaN;
    if (!Number.isNaN(stamp) || calendar === null || this.#isOpenAgain(t)) return stamp;
    return this.#facts.createdAt[t] + calendar[t];
  }

  /** The last solve of a ticket that is open again is no solve of it. */
  #isOpenAgain(t: number): boolean {
    return this.#isLast && this.#facts.isFinished[t] === 0;
  }

  /** What the helpdesk measured, or why there is nothing. */
  #addMeasured(t: number, at: number): void {
    const { reported } = this.#sources;
    const { createdAt, isFinished } = this.#facts;
    if (reported && !Number.isNaN(reported[t]) && !this.#isOpenAgain(t))
      this.#list.use(t, Number.isNaN(at) ? createdAt[t] + reported[t] : at, reported[t], at);
    else if (isFinished[t] === 0) this.#list.open(t, Number.NaN);
    else if (isFinished[t] === END_UNKNOWN) this.#list.leaveOut(t, Number.NaN, 'not_recorded');
    else this.#list.leaveOut(t, Number.NaN, 'finished_without_solve_stamp');
  }

  done(): Observations {
    return this.#list.done({ clockSource: this.#own > 0 ? 'own' : 'helpdesk' });
  }
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
