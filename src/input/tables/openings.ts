import type { CodeColumn } from '../../model/columns.ts';
import type { MessageReading, Messages, QuestionPlace } from '../../model/desk.ts';
import { authorRoles } from '../../model/fields.ts';
import { clockApart } from './message-clock.ts';
import { type MessageDays, messageDays } from './message-days.ts';
import { codesIn, numbersIn, type Stack } from './stack.ts';

const CUSTOMER = authorRoles.indexOf('customer') + 1;

/** A customer message so near to creation is the opening message, where most conversations have one. */
const NEAR = 15 * 60_000;
/** Where only some have one, it must be as near as this. */
const VERY_NEAR = 60_000;
const MOSTLY = 0.9;
const HARDLY = 0.1;
/** Share of tickets without messages that may be left out where nobody can tell whether anybody wrote. */
const FEW_UNDECIDED = 0.01;

export const IN_THREAD = 1;
export const AT_CREATION = 2;

export const RECORDED = 1;
export const NOBODY_WROTE = 2;

export interface OpeningOptions {
  readonly tickets: Stack;
  readonly offsets: Uint32Array;
  readonly sent: Float64Array;
  readonly dates: Messages['dates'];
  readonly role: Uint8Array;
  readonly isPublic: Uint8Array;
  readonly isHumanAnswer: Uint8Array;
  /** Tickets were made from the messages: the first message is their creation. */
  readonly isRebuilt: boolean;
  /** Index of a desk (by its preset) for each ticket table. */
  readonly deskOfTable: readonly string[];
  /** Sources that hold tickets and messages inside of each other: there no messages means that there are none. */
  readonly nestedSources: ReadonlySet<number>;
  /** `--complete`: what is not in the files is not there. */
  readonly isComplete: boolean;
}

export interface Openings {
  /** 1 where the question of a ticket is its first customer message (if before the answer), 2 where it is its creation. */
  readonly question: Uint8Array;
  /** 1 where the conversation begins with an answer at creation: the desk wrote first. */
  readonly begunByAgent: Uint8Array;
  /** 1 with messages, 2 where nobody wrote, 0 where it is not recorded whether anybody did. */
  readonly recorded: Uint8Array;
  readonly reading: Pick<
    MessageReading,
    'clockApart' | 'questions' | 'notRecorded' | 'nobodyWrote' | 'isUndecided' | 'isRebuilt'
  >;
}

interface Group {
  readonly desk: string;
  readonly channel: string;
  threads: number;
  opened: number;
  place: QuestionPlace;
}

/**
 * Where the question of each conversation stands (DEFINITIONS 4), decided for every desk and channel: in the thread
 * where at least 90 % of the threads hold a customer message before any answer and within 15 minutes of creation;
 * at creation where at most 10 % do (Freshdesk’s conversations, Intercom’s parts, comments of issue trackers leave
 * out the opening text); else for each ticket by itself, within a minute. And what a ticket without messages means
 * (DEFINITIONS 14).
 */
export function findOpenings(options: OpeningOptions): Openings {
  const { tickets, offsets, isRebuilt } = options;
  const { rows } = tickets;
  const created = numbersIn(tickets.columns, 'created_at') ?? new Float64Array(rows).fill(Number.NaN);
  const lag = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  const firstAnswer = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  const days = messageDays(tickets, options.dates);
  for (let t = 0; t < rows; t++) lookAtThread(t, { ...options, created, days, lag, firstAnswer });
  const groups = new Groups(options);
  const flagged = numbersIn(tickets.columns, 'opened_by_agent');
  for (let t = 0; t < rows; t++) {
    if (offsets[t] === offsets[t + 1] || flagged?.[t] === 1) continue;
    groups.add(t, Math.abs(lag[t]) <= NEAR);
  }
  groups.decide(isRebuilt);
  const apart = isRebuilt ? 0 : clockApart(lag, groups.threads);
  const question = new Uint8Array(rows);
  const begunByAgent = new Uint8Array(rows);
  for (let t = 0; t < rows; t++) {
    const place = groups.placeOf(t);
    const isInThread = place === 'thread' || (place === 'each' && Math.abs(lag[t]) <= VERY_NEAR) || isRebuilt;
    question[t] = isInThread ? IN_THREAD : AT_CREATION;
    const isAtOnce = firstAnswer[t] - created[t] <= VERY_NEAR && !(Math.abs(lag[t]) <= NEAR);
    if (place !== 'creation' && isAtOnce) begunByAgent[t] = 1;
  }
  const { recorded, reading } = recordedTickets(options, { created, groups });
  return {
    question,
    begunByAgent,
    recorded,
    reading: apart === 0 ? reading : { ...reading, clockApart: apart },
  };
}

/** How far from creation a thread's first customer message lies, if it is before any answer; and its first answer. */
function lookAtThread(
  t: number,
  {
    offsets,
    sent,
    role,
    isPublic,
    isHumanAnswer,
    created,
    days,
    lag,
    firstAnswer,
  }: OpeningOptions & {
    readonly days: MessageDays | null;
    readonly created: Float64Array;
    readonly lag: Float64Array;
    readonly firstAnswer: Float64Array;
  },
): void {
  for (let i = offsets[t]; i < offsets[t + 1]; i++) {
    const isDay = days?.isDay(t, i) === true;
    if (isHumanAnswer[i] === 1) {
      firstAnswer[t] = days && isDay ? days.endOfDay(sent[i]) : sent[i];
      return;
    }
    if (role[i] !== CUSTOMER || isPublic[i] === 0) continue;
    lag[t] = isDay && days?.areOneDay(sent[i], created[t]) ? 0 : sent[i] - created[t];
    return;
  }
}

class Groups {
  readonly #groups = new Map<string, Group>();
  readonly #ofTicket: Group[] = [];
  readonly #tickets: Stack;
  readonly #channel: CodeColumn | null;
  readonly #desks: readonly string[];
  #all: QuestionPlace = 'thread';

  constructor({ tickets, deskOfTable }: OpeningOptions) {
    this.#tickets = tickets;
    this.#channel = codesIn(tickets.columns, 'channel');
    this.#desks = deskOfTable;
  }

  add(t: number, isOpened: boolean): void {
    const group = this.#groupOf(t);
    group.threads++;
    if (isOpened) group.opened++;
  }

  decide(isRebuilt: boolean): void {
    let threads = 0;
    let opened = 0;
    for (const group of this.#groups.values()) {
      group.place = isRebuilt ? 'thread' : placeOf(group.opened, group.threads);
      threads += group.threads;
      opened += group.opened;
    }
    this.#all = isRebuilt ? 'thread' : placeOf(opened, threads);
  }

  get threads(): number {
    return [...this.#groups.values()].reduce((sum, group) => sum + group.threads, 0);
  }

  /** The place that the conversations of a ticket's desk and channel have; of all where they have none. */
  placeOf(t: number): QuestionPlace {
    const group = this.#groupOf(t);
    return group.threads === 0 ? this.#all : group.place;
  }

  list(): MessageReading['questions'] {
    return [...this.#groups.values()]
      .filter(({ threads }) => threads > 0)
      .sort((a, b) => b.threads - a.threads || (a.channel < b.channel ? -1 : 1))
      .map(({ desk, channel, threads, opened, place }) => ({ desk, channel, threads, opened, place }));
  }

  #groupOf(t: number): Group {
    const known = this.#ofTicket[t];
    if (known) return known;
    const desk = this.#desks[this.#tickets.table[t]] ?? '';
    const code = this.#channel?.codes[t] ?? 0;
    const channel = code === 0 ? '' : (this.#channel?.names.name(code) ?? '');
    const key = `${desk}\n${channel}`;
    let group = this.#groups.get(key);
    if (!group) {
      group = { desk, channel, threads: 0, opened: 0, place: 'thread' };
      this.#groups.set(key, group);
    }
    this.#ofTicket[t] = group;
    return group;
  }
}

function placeOf(opened: number, threads: number): QuestionPlace {
  if (threads === 0 || opened >= MOSTLY * threads) return 'thread';
  return opened <= HARDLY * threads ? 'creation' : 'each';
}

interface Span {
  from: number;
  to: number;
  lowestId: number;
  highestId: number;
}

/** The stamps and ids that tickets with messages lie between. */
function spanOf(
  { tickets, offsets, sent }: OpeningOptions,
  { created, idOf }: { readonly created: Float64Array; readonly idOf: (t: number) => number },
): Span {
  const span: Span = {
    from: Number.POSITIVE_INFINITY,
    to: Number.NEGATIVE_INFINITY,
    lowestId: Number.POSITIVE_INFINITY,
    highestId: Number.NEGATIVE_INFINITY,
  };
  for (let t = 0; t < tickets.rows; t++) {
    if (offsets[t] === offsets[t + 1]) continue;
    const id = idOf(t);
    if (created[t] < span.from) span.from = created[t];
    if (sent[offsets[t + 1] - 1] > span.to) span.to = sent[offsets[t + 1] - 1];
    if (id < span.lowestId) span.lowestId = id;
    if (id > span.highestId) span.highestId = id;
  }
  return span;
}

function recordedTickets(
  options: OpeningOptions,
  { created, groups }: { readonly created: Float64Array; readonly groups: Groups },
): Pick<Openings, 'recorded' | 'reading'> {
  const { tickets, offsets, nestedSources, isComplete, isRebuilt } = options;
  const { rows } = tickets;
  const idOf = numberOfId(codesIn(tickets.columns, 'id'));
  const span = spanOf(options, { created, idOf });
  const recorded = new Uint8Array(rows);
  let notRecorded = 0;
  let nobodyWrote = 0;
  let undecided = 0;
  for (let t = 0; t < rows; t++) {
    if (offsets[t] < offsets[t + 1]) {
      recorded[t] = RECORDED;
      continue;
    }
    const place = groups.placeOf(t);
    const id = idOf(t);
    const isOutside =
      !nestedSources.has(tickets.source[t]) &&
      (created[t] < span.from || created[t] > span.to || id < span.lowestId || id > span.highestId);
    if (isComplete || isRebuilt || (!isOutside && place === 'creation')) {
      recorded[t] = NOBODY_WROTE;
      nobodyWrote++;
      continue;
    }
    notRecorded++;
    if (!isOutside && place === 'each') undecided++;
  }
  return {
    recorded,
    reading: {
      questions: groups.list(),
      notRecorded,
      nobodyWrote,
      isRebuilt,
      isUndecided: undecided > FEW_UNDECIDED * rows,
    },
  };
}

/** The number at the end of an id (`INC0012`, `HD-7`), by which ids lie in a span; NaN for none. */
function numberOfId(ids: CodeColumn | null): (t: number) => number {
  return (t) => {
    if (!ids || ids.codes[t] === 0) return Number.NaN;
    const digits = /(\d{1,15})$/.exec(ids.names.name(ids.codes[t]));
    return digits ? Number(digits[1]) : Number.NaN;
  };
}
