import { GrowingFloats } from '../../model/columns.ts';
import type { Events, Spells } from '../../model/desk.ts';
import { eventMeanings, openStatuses, removedStatuses, statuses } from '../../model/fields.ts';
import {
  CLOSED,
  FIRST_RESPONSE,
  ON_HOLD,
  OPEN,
  PENDING,
  REOPENED,
  removedCodes,
  SOLVED,
  stateAfter,
} from './event-meanings.ts';
import type { LookBack } from './look-back.ts';
import { codesIn, ensureCodes, ensureNumbers, flagsOf, numbersIn, type Stack } from './stack.ts';

/** The story of one ticket as its events tell it. */
interface Story {
  firstResponseAt: number;
  firstSolvedAt: number;
  solvedAt: number;
  closedAt: number;
  reopens: number;
  reassignments: number;
  /** Meaning of the last state, 0 when no event named one. */
  state: number;
}

export interface StoryOptions {
  readonly events: Events;
  /** The log never says "solved", so its end is the solve. */
  readonly closedIsSolved: boolean;
  /** Activities: whatever happens next ends a pause. Statuses: a pause lasts until another status. */
  readonly anyEventEndsPause: boolean;
  /** Some of the logs tell who handled each step (process mining's resource); only there does another one mean another hand. */
  readonly actorsAreHands: boolean;
  /** Set where the desk is looked at as it stood earlier: what the tickets say of later gives way to their events. */
  readonly lookBack?: LookBack | null;
  /** Nothing says when tickets ended, so that those without an end are not open. */
  readonly endsUnknown: boolean;
}

/** Below this share of the closed tickets, "solved" is a stray word of the log and not its way to end a ticket. */
const SOLVES_LEAST = 0.1;

/** True where a log ends tickets by closing them, without a solve before (GitHub, the Volvo log): closed is its solve. */
export function neverSaysSolved(events: Events): boolean {
  let solved = 0;
  let closed = 0;
  for (let t = 0; t + 1 < events.offsets.length; t++) {
    const meanings = events.meaning.subarray(events.offsets[t], events.offsets[t + 1]);
    if (meanings.includes(SOLVED)) solved++;
    if (meanings.includes(CLOSED)) closed++;
  }
  return solved < SOLVES_LEAST * closed || solved === 0;
}

/** Collects the stretches of time that tickets spent in each state. */
class SpellCollector {
  readonly from = new GrowingFloats();
  readonly to = new GrowingFloats();
  readonly state: number[] = [];

  push(spell: { readonly state: number; readonly from: number; readonly to: number }): void {
    this.state.push(spell.state);
    this.from.push(spell.from);
    this.to.push(spell.to);
  }
}

/** What the ticket export itself says of a ticket; a log that is shorter than the ticket does not undo it. */
interface OwnStory {
  readonly createdAt: number;
  /** The newest of its solve and close; NaN for none that is known by as-of. */
  readonly endedAt: number;
  readonly isClosed: boolean;
  /** Its status: 1 open, 2 ended, 0 unknown. */
  readonly status: number;
  readonly updatedAt: number;
}

/** Follows one ticket from hand to hand. */
class Hands {
  changes = 0;
  #hand = 0;
  #group = 0;

  /** Takes in event `i`; changes of an assignee first, else of the group, else of who handles the step. */
  take(i: number, { events, actorsAreHands }: Pick<StoryOptions, 'events' | 'actorsAreHands'>): void {
    const { hands, group } = events;
    if (hands) this.#give(hands.to.codes[i], hands.from[i]);
    else if (group) {
      const next = group.codes[i];
      if (next !== 0 && this.#group !== 0 && next !== this.#group) this.changes++;
      if (next !== 0) this.#group = next;
    } else if (actorsAreHands && events.meaning[i] !== CLOSED) this.#give(events.actor.codes[i], 0);
  }

  #give(to: number, from: number): void {
    const before = from || this.#hand;
    if (to !== 0 && before !== 0 && to !== before) this.changes++;
    this.#hand = to || before;
  }
}

/** The state that the first change of status left, else new (which is open): so a ticket begins (DEFINITIONS 4). */
function stateAtFirst(events: Events, t: number): number {
  for (let i = events.offsets[t]; i < events.offsets[t + 1]; i++)
    if (stateAfter(events.meaning[i]) !== 0) return stateAfter(events.before?.[i] ?? 0) || OPEN;
  return OPEN;
}

/**
 * Walks the events of ticket `t` (DEFINITIONS 2 and 4): first response, first and last solve, reopens (an open
 * status after an end), changes of hands up to the last solve, and the stretches spent in each state from its creation
 * on. A ticket that is open again at the end of its log has no last solve, unless the ticket itself has a later end.
 */
function tellStory(t: number, options: WalkOptions): Story {
  const { offsets, at } = options.events;
  const walk = new EventWalk(t, options);
  for (let i = offsets[t]; i < offsets[t + 1]; i++) walk.take(i);
  return walk.end(at[offsets[t + 1] - 1]);
}

type WalkOptions = StoryOptions & { readonly spells: SpellCollector; readonly own: OwnStory };

const hasEnded = (state: number): boolean => state === SOLVED || state === CLOSED;

/** Follows one ticket from event to event. */
class EventWalk {
  readonly #options: WalkOptions;
  readonly #hands = new Hands();
  readonly #story: Story = {
    firstResponseAt: Number.NaN,
    firstSolvedAt: Number.NaN,
    solvedAt: Number.NaN,
    closedAt: Number.NaN,
    reopens: 0,
    reassignments: 0,
    state: 0,
  };
  #state: number;
  /** Since when it is in this state. */
  #since: number;
  #hasEndedBefore = false;

  constructor(t: number, options: WalkOptions) {
    const { events, own } = options;
    this.#options = options;
    this.#state = stateAtFirst(events, t);
    const first = events.at[events.offsets[t]];
    this.#since = own.createdAt < first ? own.createdAt : first;
  }

  take(i: number): void {
    const { events } = this.#options;
    const at = events.at[i];
    const meaning = events.meaning[i];
    const story = this.#story;
    this.#hands.take(i, this.#options);
    if (meaning === FIRST_RESPONSE && Number.isNaN(story.firstResponseAt)) story.firstResponseAt = at;
    const next = stateAfter(meaning);
    if (next === 0) {
      if (this.#endsPause(meaning)) this.#enter(OPEN, at);
      return;
    }
    story.state = meaning === REOPENED ? OPEN : meaning;
    if (hasEnded(next)) this.#noteEnd(next, at);
    else if (hasEnded(this.#state)) story.reopens++;
    this.#enter(next, at);
  }

  /** What the events say, and what the ticket itself says of the time behind the last one. */
  end(lastAt: number): Story {
    const { own, spells } = this.#options;
    if (this.#endsByItself()) this.#enter(own.isClosed ? CLOSED : SOLVED, own.endedAt);
    else if (hasEnded(this.#state) && own.status === IS_OPEN && own.updatedAt > lastAt)
      this.#enter(OPEN, own.updatedAt);
    spells.push({ state: this.#state, from: this.#since, to: Number.POSITIVE_INFINITY });
    const story = this.#story;
    if (!hasEnded(this.#state)) {
      story.solvedAt = Number.NaN;
      story.closedAt = Number.NaN;
    }
    if (Number.isNaN(story.solvedAt)) story.reassignments = this.#hands.changes;
    return story;
  }

  /** An answer is no status: it ends a pause, but does not reopen what has ended. */
  #endsPause(meaning: number): boolean {
    const isPaused = this.#state === PENDING || this.#state === ON_HOLD;
    return isPaused && (this.#options.anyEventEndsPause || meaning === FIRST_RESPONSE);
  }

  #noteEnd(end: number, at: number): void {
    const story = this.#story;
    if (end === SOLVED || this.#options.closedIsSolved) {
      if (Number.isNaN(story.firstSolvedAt)) story.firstSolvedAt = at;
      story.solvedAt = at;
      story.reassignments = this.#hands.changes;
    }
    if (end === CLOSED) story.closedAt = at;
  }

  /** Whether the ticket says that it ended after the log, which leaves it open, was over. */
  #endsByItself(): boolean {
    const { own } = this.#options;
    const isOpen = !hasEnded(this.#state) && !removedCodes.has(this.#state);
    return isOpen && own.status !== IS_OPEN && own.endedAt >= this.#since;
  }

  #enter(next: number, at: number): void {
    if (next === this.#state) return;
    // Ends, and what came after them on the same day, are told by their order alone.
    if (at > this.#since || this.#hasEndedBefore)
      this.#options.spells.push({ state: this.#state, from: this.#since, to: at });
    this.#hasEndedBefore ||= hasEnded(next);
    this.#state = next;
    this.#since = at;
  }
}

const IS_OPEN = 1;
const HAS_ENDED = 2;

/** Reads what tickets say of themselves, before events are written into their columns. */
function ownStories(tickets: Stack, asOf: number): (t: number) => OwnStory {
  const column = (field: 'created_at' | 'solved_at' | 'closed_at' | 'updated_at'): Float64Array | null =>
    numbersIn(tickets.columns, field)?.slice() ?? null;
  const createdAt = column('created_at');
  const solvedAt = column('solved_at');
  const closedAt = column('closed_at');
  const updatedAt = column('updated_at');
  const status = codesIn(tickets.columns, 'status');
  const isOpen = status ? flagsOf(status.names, openStatuses) : null;
  const hasEnded = status ? flagsOf(status.names, ['solved', 'closed']) : null;
  const known = (values: Float64Array | null, t: number): number =>
    values && values[t] <= asOf ? values[t] : Number.NaN;
  return (t) => {
    const solved = known(solvedAt, t);
    const closed = known(closedAt, t);
    const code = status?.codes[t] ?? 0;
    return {
      createdAt: known(createdAt, t),
      endedAt: closed > solved || Number.isNaN(solved) ? closed : solved,
      isClosed: !(solved >= closed) && !Number.isNaN(closed),
      status: isOpen?.[code] === 1 ? IS_OPEN : hasEnded?.[code] === 1 ? HAS_ENDED : 0,
      updatedAt: known(updatedAt, t),
    };
  };
}

/** Whether the ends that a ticket has all lie after a moment. */
function endsLater(
  { solvedAt, closedAt }: { readonly solvedAt: Float64Array; readonly closedAt: Float64Array },
  { t, asOf }: { readonly t: number; readonly asOf: number },
): boolean {
  return (solvedAt[t] > asOf && !(closedAt[t] <= asOf)) || (closedAt[t] > asOf && !(solvedAt[t] <= asOf));
}

/** Whether a log says of any step who has the ticket; one of statuses alone knows of no changes of hands. */
function tellsHands({ events, actorsAreHands }: StoryOptions): boolean {
  const { hands, group, actor } = events;
  const { codes } = hands?.to ?? group ?? (actorsAreHands ? actor : { codes: null });
  return codes?.some((code) => code !== 0) ?? false;
}

/** Columns of the tickets by what of a story they hold. */
type StoryColumns = Partial<Record<Exclude<keyof Story, 'state'>, Float64Array>>;

/** Writes a story into the columns, where they are empty or hold what came later than as-of. */
function fillIn(
  columns: StoryColumns,
  story: Story,
  { t, asOf, isOfLater }: { readonly t: number; readonly asOf: number; readonly isOfLater: boolean },
): void {
  for (const [name, column] of Object.entries(columns)) {
    const isCount = name === 'reopens' || name === 'reassignments';
    const isLater = isCount ? isOfLater : column[t] > asOf;
    if (isLater || Number.isNaN(column[t])) column[t] = story[name as keyof StoryColumns];
  }
}

/** Writes what events tell into ticket columns, where the ticket export does not say it itself, and returns the spells. */
export function writeStories(tickets: Stack, options: StoryOptions): Spells {
  const asOf = options.lookBack?.asOf ?? Number.POSITIVE_INFINITY;
  const ownStory = ownStories(tickets, asOf);
  const knewResponses = numbersIn(tickets.columns, 'first_response_at') !== null;
  const knewReopens = numbersIn(tickets.columns, 'reopens') !== null;
  const knewEnds = tellsEnds(tickets);
  const columns = {
    firstResponseAt: ensureNumbers(tickets, 'first_response_at', 'instant'),
    firstSolvedAt: ensureNumbers(tickets, 'first_solved_at', 'instant'),
    solvedAt: ensureNumbers(tickets, 'solved_at', 'instant'),
    closedAt: ensureNumbers(tickets, 'closed_at', 'instant'),
    reopens: ensureNumbers(tickets, 'reopens', 'number'),
    ...(tellsHands(options) ? { reassignments: ensureNumbers(tickets, 'reassignments', 'number') } : {}),
  };
  const status = ensureCodes(tickets, 'status');
  const isOver = flagsOf(status.names, ['solved', 'closed', ...removedStatuses]);
  const spells = new SpellCollector();
  const offsets = new Uint32Array(tickets.rows + 1);
  for (let t = 0; t < tickets.rows; t++) {
    const isOfLater = options.lookBack?.wentOn[t] === 1;
    // Events of other things than its status say nothing of it, while its own stamps say that it ended later.
    if (isOfLater || (isOver[status.codes[t]] === 1 && endsLater(columns, { t, asOf }))) status.codes[t] = 0;
    if (options.events.offsets[t] < options.events.offsets[t + 1]) {
      const story = tellStory(t, { ...options, spells, own: ownStory(t) });
      fillIn(columns, story, { t, asOf, isOfLater });
      if (status.codes[t] === 0 && story.state !== 0) {
        status.codes[t] = status.names.internText(eventMeanings[story.state - 1]);
      }
    }
    offsets[t + 1] = spells.state.length;
  }
  if (options.endsUnknown)
    for (const field of ['status', 'first_solved_at', 'solved_at', 'closed_at', 'reopens'] as const)
      delete tickets.columns[field];
  // A log that knows of no answers says nothing of them: that is no empty column of the export.
  if (!knewResponses && columns.firstResponseAt.every(Number.isNaN)) delete tickets.columns.first_response_at;
  return {
    offsets,
    from: spells.from.done(),
    to: spells.to.done(),
    state: Uint8Array.from(spells.state),
    ...(knewReopens ? {} : { countedReopens: true }),
    ...(knewEnds ? {} : { tellsEndsAlone: true }),
  };
}

const endFields = ['solved_at', 'closed_at', 'first_solved_at', 'reported_resolution_time_seconds'] as const;

/** Whether columns of the tickets say which are open, in stamps, times or words that are understood. */
function tellsEnds({ columns }: Stack): boolean {
  if (endFields.some((field) => numbersIn(columns, field) !== null)) return true;
  const status = codesIn(columns, 'status');
  if (!status) return false;
  const isUnderstood = flagsOf(status.names, statuses);
  return status.codes.some((code) => isUnderstood[code] === 1);
}
