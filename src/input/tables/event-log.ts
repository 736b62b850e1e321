import type { CodeColumn } from '../../model/columns.ts';
import type { Events } from '../../model/desk.ts';
import { Dictionary } from '../../model/dictionary.ts';
import { type FieldChange, fieldChange } from '../../model/field-change.ts';
import { eventMeanings } from '../../model/fields.ts';
import type { TableMapping } from '../../model/mapping.ts';
import { foldValue } from '../../model/raw-value.ts';
import { ASSIGNED, CLOSED, codeOf, meaningNamed, SOLVED, stateAfter } from './event-meanings.ts';
import { type Handovers, handoversOf } from './handovers.ts';
import type { RawTable } from './raw-table.ts';
import { type Changes, chainChanges } from './same-instant.ts';
import { inOrder, sliceByOwner } from './slices.ts';
import { codesIn, numbersIn, type Stack } from './stack.ts';

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
  rank[codeOf(meaning)] = index + 1;
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
  const reader = new MeaningReader(stack);
  for (let row = 0; row < stack.rows; row++) {
    const shape = tables[stack.table[row]].mapping.eventShape;
    if (shape === 'field_change') reader.takeChange(row);
    else reader.takeState(row, shape);
  }
  const { meaning, before, unknownStatuses } = reader;
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
    isUnknown: reader.hasUnknown ? reader.isUnknown : null,
    unknownStatuses,
    namesNoEnd:
      !reader.namesAnEnd() &&
      // A log of changed fields without a change of the status is one of tickets that nobody has moved yet; of many, one
      // that does not record it.
      (reader.hasUnnamedStep ||
        ((hasSteps || hasManyTickets(stack)) && !meaning.some((means) => stateAfter(means) !== 0))),
    group: codesIn(stack.columns, 'group'),
    hands: handoversOf(stack, tables),
    priority: readPriorities(stack, tables),
  };
}

/** Tickets from which on none was moved only where nobody wrote it down. */
const MANY = 20;

function hasManyTickets({ columns }: Stack): boolean {
  const seen = new Set<number>();
  for (const code of codesIn(columns, 'ticket_id')?.codes ?? []) {
    if (code !== 0) seen.add(code);
    if (seen.size >= MANY) return true;
  }
  return false;
}

/** Reads the rows of a log one by one; each distinct value is looked up once. */
class MeaningReader {
  readonly meaning: Uint8Array;
  readonly before: Uint8Array;
  readonly isUnknown: Uint8Array;
  readonly unknownStatuses = new Map<string, number>();
  hasUnknown = false;
  /** Whether some step of a process means nothing that is known. */
  hasUnnamedStep = false;
  readonly #status: CodeColumn | null;
  readonly #newValue: CodeColumn | null;
  readonly #oldValue: CodeColumn | null;
  readonly #field: CodeColumn | null;
  readonly #names: Dictionary;
  readonly #known: number[] = [];
  readonly #changes: FieldChange[] = [];
  readonly #oldMeaning: (value: number) => number;

  constructor({ columns, rows }: Stack) {
    this.meaning = new Uint8Array(rows);
    this.before = new Uint8Array(rows);
    this.isUnknown = new Uint8Array(rows);
    this.#status = codesIn(columns, 'status');
    this.#newValue = codesIn(columns, 'new_value');
    this.#oldValue = codesIn(columns, 'old_value');
    this.#field = codesIn(columns, 'field');
    this.#names = (this.#status ?? this.#newValue)?.names ?? new Dictionary();
    this.#oldMeaning = meaningsOf(this.#oldValue);
  }

  /** A row that names a state, or a step of a process. */
  takeState(row: number, shape: TableMapping['eventShape']): void {
    const value = this.#status?.codes[row] || this.#newValue?.codes[row] || 0;
    this.#take(row, value);
    // An activity may say nothing of a state; a status always does.
    if (shape === 'status' && this.#isNotUnderstood(row, value)) this.#markUnknown(row);
    if (shape === 'activity' && this.meaning[row] === 0) this.hasUnnamedStep = true;
  }

  /** A row that names a field of its ticket, and its value before and after. */
  takeChange(row: number): void {
    const change = this.#changeOf(this.#field?.codes[row] ?? 0);
    if (change !== 'status') {
      if (change !== 'other') this.meaning[row] = ASSIGNED;
      return;
    }
    const value = this.#newValue?.codes[row] || this.#status?.codes[row] || 0;
    this.#take(row, value);
    if (!this.#isNotUnderstood(row, value)) return;
    this.#markUnknown(row);
    const name = this.#names.name(value);
    this.unknownStatuses.set(name, (this.unknownStatuses.get(name) ?? 0) + 1);
  }

  /** Whether any value of the whole file means an end: a look into the past reads a step by what the others are called too. */
  namesAnEnd(): boolean {
    for (let value = 1; value <= this.#names.size; value++) {
      const meaning = this.#meaningOf(value);
      if (meaning === SOLVED || meaning === CLOSED) return true;
    }
    return false;
  }

  #take(row: number, value: number): void {
    this.meaning[row] = this.#meaningOf(value);
    this.before[row] = this.#oldMeaning(this.#oldValue?.codes[row] ?? 0);
  }

  #isNotUnderstood(row: number, value: number): boolean {
    return value !== 0 && this.meaning[row] === 0;
  }

  #markUnknown(row: number): void {
    this.isUnknown[row] = 1;
    this.hasUnknown = true;
  }

  #meaningOf(value: number): number {
    this.#known[value] ??= meaningNamed(this.#names.name(value));
    return this.#known[value];
  }

  #changeOf(value: number): FieldChange {
    this.#changes[value] ??= fieldChange(this.#field?.names.name(value) ?? '');
    return this.#changes[value];
  }
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

/** The same events, none of which changed a status. */
export function withoutStatuses(sliced: ReturnType<typeof sliceEvents>): ReturnType<typeof sliceEvents> {
  return { ...sliced, events: { ...sliced.events, meaning: new Uint8Array(sliced.order.length) } };
}
