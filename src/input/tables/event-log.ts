import { type CodeColumn, GrowingFloats } from '../../model/columns.ts';
import type { Events, Spells } from '../../model/desk.ts';
import { Dictionary } from '../../model/dictionary.ts';
import { type FieldChange, fieldChange } from '../../model/field-change.ts';
import { eventMeanings, openStatuses, removedStatuses } from '../../model/fields.ts';
import { foldValue } from '../../model/raw-value.ts';
import { type Handovers, handoversOf } from './handovers.ts';
import type { LookBack } from './look-back.ts';
import type { RawTable } from './raw-table.ts';
import { type Changes, chainChanges } from './same-instant.ts';
import { inOrder, sliceByOwner } from './slices.ts';
import { codesIn, ensureCodes, ensureNumbers, flagsOf, numbersIn, type Stack } from './stack.ts';

const meaningCode = new Map<string, number>(eventMeanings.map((meaning, index) => [meaning, index + 1]));
const code = (meaning: (typeof eventMeanings)[number]): number => meaningCode.get(meaning) as number;
const openCodes = new Set<number>(openStatuses.map((status) => code(status)));
const removedCodes = new Set<number>(removedStatuses.map((status) => code(status)));
const OPEN = code('open');
const SOLVED = code('solved');
const CLOSED = code('closed');
const PENDING = code('pending');
const ON_HOLD = code('on_hold');
const FIRST_RESPONSE = code('first_response');
const REOPENED = code('reopened');
const ASSIGNED = code('assigned');

/** Where events of the same instant belong: beginnings first, ends last, whatever their order in the file. */
const rank = new Float64Array(eventMeanings.length + 1);
(
  [
    'created',
    'new',
    'reopened',
    'assigned',
    'open',
    'first_response',
    'pending',
    'on_hold',
    'solved',
    'closed',
  ] as const
).forEach((meaning, index) => {
  rank[code(meaning)] = index + 1;
});

/** What the rows of an event log mean, before they are sorted. */
export interface EventRows {
  readonly stack: Stack;
  readonly at: Float64Array;
  readonly meaning: Uint8Array;
  /** The state that a change of status left, as its old value names it; 0 where it names none. */
  readonly before: Uint8Array;
  /** 1 where a row names a status that nobody understood; null where all are understood. */
  readonly isUnknown: Uint8Array | null;
  /** Such statuses in logs of field changes, with how often each stands there. */
  readonly unknownStatuses: ReadonlyMap<string, number>;
  /** No row means an end, while the steps of some are not understood, or no row tells a state: nobody knows the ends. */
  readonly namesNoEnd: boolean;
  readonly actor: CodeColumn;
  readonly group: CodeColumn | null;
  readonly hands: Handovers | null;
  readonly priority: Events['priority'];
}

/** Reads a meaning off every event row: from its status or activity, or from the field that changed. */
export function readMeanings(stack: Stack, tables: readonly RawTable[]): EventRows {
  const status = codesIn(stack.columns, 'status');
  const newValue = codesIn(stack.columns, 'new_value');
  const field = codesIn(stack.columns, 'field');
  const oldValue = codesIn(stack.columns, 'old_value');
  const meaning = new Uint8Array(stack.rows);
  const before = new Uint8Array(stack.rows);
  const oldMeanings = meaningsOf(oldValue);
  const names = (status ?? newValue)?.names ?? new Dictionary();
  const known: number[] = [];
  const meaningOf = (value: number): number => {
    known[value] ??= meaningNamed(names.name(value));
    return known[value];
  };
  const changed: FieldChange[] = [];
  const changeOf = (value: number): FieldChange => {
    changed[value] ??= fieldChange(field?.names.name(value) ?? '');
    return changed[value];
  };
  const isUnknown = new Uint8Array(stack.rows);
  let unknown = 0;
  let isUnnamed = false;
  const unknownStatuses = new Map<string, number>();
  for (let row = 0; row < stack.rows; row++) {
    const shape = tables[stack.table[row]].mapping.eventShape;
    if (shape !== 'field_change') {
      const value = status?.codes[row] || newValue?.codes[row] || 0;
      meaning[row] = meaningOf(value);
      // An activity may say nothing of a state; a status always does.
      if (shape === 'status' && value !== 0 && meaning[row] === 0) unknown += isUnknown[row] = 1;
      if (shape === 'activity' && meaning[row] === 0) isUnnamed = true;
      before[row] = oldMeanings(oldValue?.codes[row] ?? 0);
      continue;
    }
    const change = changeOf(field?.codes[row] ?? 0);
    if (change === 'status') {
      const value = newValue?.codes[row] || status?.codes[row] || 0;
      meaning[row] = meaningOf(value);
      if (value !== 0 && meaning[row] === 0) {
        unknown += isUnknown[row] = 1;
        const name = names.name(value);
        unknownStatuses.set(name, (unknownStatuses.get(name) ?? 0) + 1);
      }
      before[row] = oldMeanings(oldValue?.codes[row] ?? 0);
    } else if (change !== 'other') meaning[row] = ASSIGNED;
  }
  const hasSteps = tables.some(
    (table, t) => table.mapping.eventShape === 'activity' && stack.table.includes(t),
  );
  return {
    stack,
    at: numbersIn(stack.columns, 'at') ?? new Float64Array(stack.rows).fill(Number.NaN),
    meaning,
    actor: codesIn(stack.columns, 'actor') ?? {
      type: 'code',
      codes: new Uint32Array(stack.rows),
      names: new Dictionary(),
    },
    before,
    isUnknown: unknown > 0 ? isUnknown : null,
    unknownStatuses,
    namesNoEnd:
      !namesAnEnd(names.size, meaningOf) &&
      // A log of changed fields without a change of the status is one of tickets that nobody has moved yet.
      (isUnnamed || (hasSteps && !meaning.some((means) => stateAfter(means) !== 0))),
    group: codesIn(stack.columns, 'group'),
    hands: handoversOf(stack, tables),
    priority: readPriorities(stack, tables),
  };
}

/** Whether any value of the whole file means an end: a look into the past reads a step by what the others are called too. */
function namesAnEnd(size: number, meaningOf: (value: number) => number): boolean {
  for (let value = 1; value <= size; value++) {
    const meaning = meaningOf(value);
    if (meaning === SOLVED || meaning === CLOSED) return true;
  }
  return false;
}

/** The priority that rows tell: of snapshots their own, of field changes the value before and after; null for none. */
function readPriorities(stack: Stack, tables: readonly RawTable[]): Events['priority'] {
  const own = codesIn(stack.columns, 'priority');
  const field = codesIn(stack.columns, 'field');
  const newValue = codesIn(stack.columns, 'new_value');
  const oldValue = codesIn(stack.columns, 'old_value');
  const names = own?.names ?? new Dictionary();
  const after = new Uint32Array(stack.rows);
  const before = new Uint32Array(stack.rows);
  const canonicalCode = (column: CodeColumn | null, row: number): number =>
    column && column.codes[row] !== 0 ? names.internText(foldValue(column.names.name(column.codes[row]))) : 0;
  let isKnown = false;
  for (let row = 0; row < stack.rows; row++) {
    if (tables[stack.table[row]].mapping.eventShape !== 'field_change') after[row] = own?.codes[row] ?? 0;
    else if (field && /\b(?:priority|urgency)\b/i.test(field.names.name(field.codes[row]))) {
      after[row] = canonicalCode(newValue, row);
      before[row] = canonicalCode(oldValue, row);
    }
    if (after[row] !== 0) isKnown = true;
  }
  if (!isKnown) return null;
  return { after: { type: 'code', codes: after, names }, before: { type: 'code', codes: before, names } };
}

const meaningNamed = (name: string): number => meaningCode.get(foldValue(name).replaceAll(' ', '_')) ?? 0;

/** The meaning of each distinct value of a column, looked up once; 0 for none. */
function meaningsOf(column: CodeColumn | null): (value: number) => number {
  const known: number[] = [];
  return (value) => {
    if (!column || value === 0) return 0;
    known[value] ??= meaningNamed(column.names.name(value));
    return known[value];
  };
}

/** True where the log names no end, and the tickets beside it tell none either. */
export function areEndsUnknown({ namesNoEnd }: EventRows, { columns }: Stack): boolean {
  return namesNoEnd && !(columns.status || columns.solved_at || columns.first_solved_at || columns.closed_at);
}

/** Sorts event rows by ticket and time. */
export function sliceEvents(
  rows: EventRows,
  owner: Int32Array,
  owners: number,
): { events: Events; order: Uint32Array; orphans: number } {
  const slices = sliceByOwner({
    owner,
    owners,
    at: rows.at,
    tie: (a, b) =>
      rank[rows.meaning[a]] - rank[rows.meaning[b]] ||
      byName(rows.actor, a, b) ||
      (rows.group ? byName(rows.group, a, b) : 0) ||
      (rows.hands ? byName(rows.hands.to, a, b) : 0),
  });
  for (const changes of changesOf(rows)) chainChanges(slices, changes);
  const { offsets, order, orphans } = slices;
  return {
    events: {
      offsets,
      at: inOrder(rows.at, order),
      meaning: inOrder(rows.meaning, order),
      actor: { type: 'code', codes: inOrder(rows.actor.codes, order), names: rows.actor.names },
      group: rows.group
        ? { type: 'code', codes: inOrder(rows.group.codes, order), names: rows.group.names }
        : null,
      before: inOrder(rows.before, order),
      isUnknown: rows.isUnknown && inOrder(rows.isUnknown, order),
      hands: rows.hands && {
        to: { ...rows.hands.to, codes: inOrder(rows.hands.to.codes, order) },
        from: inOrder(rows.hands.from, order),
      },
      priority: rows.priority && {
        after: { ...rows.priority.after, codes: inOrder(rows.priority.after.codes, order) },
        before: { ...rows.priority.before, codes: inOrder(rows.priority.before.codes, order) },
      },
    },
    order,
    orphans,
  };
}

/** What the rows of a log change: states, hands, priorities. */
function changesOf({ at, meaning, before, hands, priority }: EventRows): Changes[] {
  const found: Changes[] = [
    { at, from: (row) => stateAfter(before[row]), to: (row) => stateAfter(meaning[row]) },
  ];
  if (hands) found.push({ at, from: (row) => hands.from[row], to: (row) => hands.to.codes[row] });
  if (priority)
    found.push({
      at,
      from: (row) => priority.before.codes[row],
      to: (row) => priority.after.codes[row],
    });
  return found;
}

function byName({ codes, names }: CodeColumn, a: number, b: number): number {
  if (codes[a] === codes[b]) return 0;
  return names.name(codes[a]) < names.name(codes[b]) ? -1 : 1;
}

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

/** 1 at tickets whose state changes in an event after as-of. */
export function ticketsThatWentOn(
  { at, meaning }: EventRows,
  { owner, owners, asOf }: { readonly owner: Int32Array; readonly owners: number; readonly asOf: number },
): Uint8Array {
  const wentOn = new Uint8Array(owners);
  for (let row = 0; row < owner.length; row++)
    if (owner[row] >= 0 && at[row] > asOf && stateAfter(meaning[row]) !== 0) wentOn[owner[row]] = 1;
  return wentOn;
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

/** The state a ticket is in after an event: open, pending, on hold, solved, closed, removed; 0 where it says nothing. */
function stateAfter(meaning: number): number {
  if (meaning === PENDING || meaning === ON_HOLD || meaning === SOLVED || meaning === CLOSED) return meaning;
  if (openCodes.has(meaning) || meaning === REOPENED) return OPEN;
  return removedCodes.has(meaning) ? meaning : 0;
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
function tellStory(
  t: number,
  options: StoryOptions & { readonly spells: SpellCollector; readonly own: OwnStory },
): Story {
  const { events, closedIsSolved, anyEventEndsPause, spells, own } = options;
  const nan = Number.NaN;
  const story: Story = {
    firstResponseAt: nan,
    firstSolvedAt: nan,
    solvedAt: nan,
    closedAt: nan,
    reopens: 0,
    reassignments: 0,
    state: 0,
  };
  let state = stateAtFirst(events, t);
  let since = events.at[events.offsets[t]];
  if (own.createdAt < since) since = own.createdAt;
  const hands = new Hands();
  let hasEndedBefore = false;
  const enter = (next: number, at: number): void => {
    if (next === state) return;
    // Ends, and what came after them on the same day, are told by their order alone.
    if (at > since || hasEndedBefore) spells.push({ state, from: since, to: at });
    hasEndedBefore ||= next === SOLVED || next === CLOSED;
    state = next;
    since = at;
  };
  for (let i = events.offsets[t]; i < events.offsets[t + 1]; i++) {
    const at = events.at[i];
    const meaning = events.meaning[i];
    hands.take(i, options);
    if (meaning === FIRST_RESPONSE && Number.isNaN(story.firstResponseAt)) story.firstResponseAt = at;
    const next = stateAfter(meaning);
    if (next === 0) {
      // An answer is no status: it ends a pause, but does not reopen what has ended.
      const isPaused = state === PENDING || state === ON_HOLD;
      if (isPaused && (anyEventEndsPause || meaning === FIRST_RESPONSE)) enter(OPEN, at);
      continue;
    }
    story.state = meaning === REOPENED ? OPEN : meaning;
    const isEnd = next === SOLVED || next === CLOSED;
    if (!isEnd && (state === SOLVED || state === CLOSED)) story.reopens++;
    if (next === SOLVED || (next === CLOSED && closedIsSolved)) {
      if (Number.isNaN(story.firstSolvedAt)) story.firstSolvedAt = at;
      story.solvedAt = at;
      story.reassignments = hands.changes;
    }
    if (next === CLOSED) story.closedAt = at;
    enter(next, at);
  }
  const hasEnded = state === SOLVED || state === CLOSED;
  const lastAt = events.at[events.offsets[t + 1] - 1];
  if (!hasEnded && !removedCodes.has(state) && own.status !== IS_OPEN && own.endedAt >= since)
    enter(own.isClosed ? CLOSED : SOLVED, own.endedAt);
  else if (hasEnded && own.status === IS_OPEN && own.updatedAt > lastAt) enter(OPEN, own.updatedAt);
  spells.push({ state, from: since, to: Number.POSITIVE_INFINITY });
  if (state !== SOLVED && state !== CLOSED) {
    story.solvedAt = nan;
    story.closedAt = nan;
  }
  if (Number.isNaN(story.solvedAt)) story.reassignments = hands.changes;
  return story;
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

/** Writes what events tell into ticket columns, where the ticket export does not say it itself, and returns the spells. */
export function writeStories(tickets: Stack, options: StoryOptions): Spells {
  const asOf = options.lookBack?.asOf ?? Number.POSITIVE_INFINITY;
  const ownStory = ownStories(tickets, asOf);
  const knewResponses = numbersIn(tickets.columns, 'first_response_at') !== null;
  const knewReopens = numbersIn(tickets.columns, 'reopens') !== null;
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
      for (const [name, column] of Object.entries(columns)) {
        const isCount = name === 'reopens' || name === 'reassignments';
        if (Number.isNaN(column[t]) || (isCount ? isOfLater : column[t] > asOf))
          column[t] = story[name as keyof typeof columns];
      }
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
  };
}
