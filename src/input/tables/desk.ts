import type { CodeColumn } from '../../model/columns.ts';
import type { Desk, Events, Messages, SourceNote, Spells, Table } from '../../model/desk.ts';
import type { FieldOf } from '../../model/fields.ts';
import { removedStatuses } from '../../model/fields.ts';
import type { RatingScale } from '../../model/mapping.ts';
import { DeskstatError, type Problem } from '../../model/problem.ts';
import { type AskedCoverage, coverageOf, newestBelievable, newestOf, stampsOf } from './coverage.ts';
import { describeByDialogues, isUndated, ticketsFromDialogues } from './dialogues.ts';
import { neverSaysSolved, readMeanings, sliceEvents, ticketsThatWentOn, writeStories } from './event-log.ts';
import { voidImpossible } from './impossible.ts';
import { type LookBack, settleStatuses } from './look-back.ts';
import { isNobody, type NameOptions, namesAsWritten, settleNames } from './names.ts';
import { nameReferences, rolesOf } from './references.ts';
import { uniteTickets } from './same-ticket.ts';
import {
  codesIn,
  ensureCodes,
  ensureNumbers,
  flagsOf,
  numbersIn,
  type Stack,
  stackTables,
  takeRows,
} from './stack.ts';
import { joinSurveys, rateTickets, withTopBox } from './surveys.ts';
import type { RawTable, SharedDictionaries } from './table-sink.ts';
import { sliceMessages, threadsByReply } from './threads.ts';

export interface AssembleOptions {
  readonly tables: readonly RawTable[];
  readonly dictionaries: SharedDictionaries;
  readonly sources: readonly SourceNote[];
  /** `--as-of`; null takes it from the data. */
  readonly asOf: number | null;
  /** Tickets without a date stay. */
  readonly datesOptional?: boolean;
  /** `--coverage`, `--complete`; null takes it from the data. */
  readonly coverage: AskedCoverage | null;
  /** How people and groups are called; left out: as the files call them. */
  readonly names?: NameOptions;
  /** Lowest satisfied score by id of a rating scale, where it is not the usual one. */
  readonly topBoxes?: ReadonlyMap<string, number>;
}

/**
 * Joins everything that was read into one desk: tickets once each, names for ids, messages and events sorted by
 * ticket, tickets rebuilt from them where there is no ticket table, impossible values void, tickets that left the
 * desk (merged, spam, deleted) taken out, as-of and coverage found.
 */
export function assembleDesk(options: AssembleOptions): Desk {
  const { tables, dictionaries } = options;
  const of = (kind: RawTable['kind']): RawTable[] => tables.filter((table) => table.kind === kind);
  const problems: Problem[] = tables.flatMap((table) => table.problems);
  const stackOf = (kind: RawTable['kind']): Stack | null => {
    const found = of(kind);
    return found.length === 0 ? null : stackTables(found);
  };
  const events = stackOf('events');
  const turns = of('messages').filter(({ mapping }) => isUndated(mapping));
  const threads = of('messages').filter(({ mapping }) => !isUndated(mapping));
  const messages = threads.length === 0 ? null : stackTables(threads);
  const dialogues = turns.length === 0 ? null : stackTables(turns);
  const surveys = of('surveys').map((table) => ({ table, stack: stackTables([table]) }));
  const customers = stackOf('customers');
  const activity = stackOf('activity');
  let tickets = stackOf('tickets');
  const stacks = [tickets, events, messages, customers, activity, ...surveys.map(({ stack }) => stack)];
  nameReferences(stacks, of('reference'));
  const roles = rolesOf(of('reference'));
  const names = options.names ?? namesAsWritten;
  const roleOf = names.pseudonymOf ? renamedKeys(roles, names.pseudonymOf) : roles;
  for (const stack of stacks) settleNames(stack, { names, tables });
  if (tickets) {
    const united = uniteTickets(tickets, of('tickets'));
    tickets = united.tickets;
    problems.push(...united.problems);
  }
  const ticketIds = dictionaries.of('id', 'id', 'tickets');
  const eventRows = events ? readMeanings(events, of('events')) : null;
  const eventTickets = events ? codesIn(events.columns, 'ticket_id') : null;
  const messageTickets = messages ? messageTicketCodes(messages, dictionaries) : null;
  const isRebuilt = tickets === null;
  const isToldByTurns = dialogues !== null && isRebuilt && !events && !messages;
  if (isToldByTurns) tickets = ticketsFromDialogues(dialogues, ticketIds);
  tickets ??= rebuildTickets({ events, eventTickets, messages, messageTickets, names: ticketIds });
  clearNobody(tickets);

  const owners = ownersByCode(events || messages || dialogues ? tickets : null, ticketIds.size);
  const lookBack: LookBack | null =
    options.asOf === null ? null : { asOf: options.asOf, wentOn: new Uint8Array(tickets.rows) };
  let deskEvents: Events | null = null;
  let spells: Spells | null = null;
  if (events && eventRows && eventTickets) {
    const everyOwner = ownerRows(eventTickets.codes, owners);
    if (lookBack)
      lookBack.wentOn.set(
        ticketsThatWentOn(eventRows, { owner: everyOwner, owners: tickets.rows, asOf: lookBack.asOf }),
      );
    const owner = knownBy(options.asOf, { owner: everyOwner, at: eventRows.at });
    const sliced = sliceEvents(eventRows, owner, tickets.rows);
    deskEvents = sliced.events;
    if (sliced.orphans > 0)
      problems.push({ code: 'events_without_ticket', severity: 'warning', args: {}, count: sliced.orphans });
    const anyEventEndsPause = of('events').every((table) => table.mapping.eventShape === 'activity');
    spells = writeStories(tickets, {
      events: deskEvents,
      closedIsSolved: neverSaysSolved(deskEvents),
      anyEventEndsPause,
      lookBack,
    });
    if (isRebuilt)
      fillFromEvents(tickets, { stack: events, order: sliced.order, offsets: sliced.events.offsets });
  }
  if (dialogues && !isToldByTurns) {
    const orphans = describeByDialogues(tickets, dialogues, owners);
    if (orphans > 0)
      problems.push({ code: 'messages_without_ticket', severity: 'warning', args: {}, count: orphans });
  }
  let deskMessages: Messages | null = null;
  if (messages && messageTickets) {
    const sliced = sliceMessages({
      stack: messages,
      owner: knownBy(options.asOf, {
        owner: ownerRows(messageTickets, owners),
        at: numbersIn(messages.columns, 'sent_at') as Float64Array,
      }),
      owners: tickets.rows,
      requester: codesIn(tickets.columns, 'requester'),
      roles: roleOf,
    });
    deskMessages = sliced.messages;
    if (sliced.orphans > 0)
      problems.push({
        code: 'messages_without_ticket',
        severity: 'warning',
        args: {},
        count: sliced.orphans,
      });
    if (sliced.automatic > 0)
      problems.push({ code: 'automatic_answers', severity: 'note', args: {}, count: sliced.automatic });
    if (isRebuilt && !events) fillFromMessages(tickets, deskMessages, messages, sliced.order);
  }

  if (lookBack) problems.push(...settleStatuses(tickets, lookBack));
  const stamps = stampsOf(tickets, deskEvents, deskMessages);
  const latest = newestBelievable(stamps);
  const newest = newestOf(stamps, Number.POSITIVE_INFINITY);
  const csatScale = withTopBox(scaleOf(of('tickets')), options.topBoxes);
  const mostBelieved = newest > latest ? latest : null;
  const voided = voidImpossible(tickets, { latest: mostBelieved, csatScale, tables: of('tickets') });
  problems.push(...voided);
  const kept = keepTickets(tickets, options);
  problems.push(...kept.problems);
  const regroup = kept.rows;
  const desk = regroup === null ? tickets : takeRows(tickets, regroup);
  if (regroup) {
    deskEvents = deskEvents && takeEvents(deskEvents, regroup);
    deskMessages = deskMessages && takeMessages(deskMessages, regroup);
    spells = spells && takeSpells(spells, regroup);
  }
  // Surveys, activity and starts of customers date a desk only where there are no tickets.
  const answers =
    tickets.rows === 0
      ? otherStamps({ surveys: surveys.map(({ stack }) => stack), activity, customers })
      : null;
  const asOf =
    options.asOf ??
    (answers
      ? newestOf([answers], newestBelievable([answers]))
      : voided.length === 0 && regroup === null
        ? newest
        : newestOf(stampsOf(tickets, deskEvents, deskMessages), latest));
  const byCode = ownersByCode(surveys.length > 0 ? desk : null, ticketIds.size);
  const { topBoxes } = options;
  const joined = joinSurveys({ surveys, tickets: desk, byCode, asOf: options.asOf, topBoxes });
  problems.push(...joined.problems);
  const lastRating = rateTickets(desk, joined.surveys);
  return {
    tickets: asTable<FieldOf<'tickets'>>(desk),
    csatScale: csatScale ?? lastRating,
    messages: deskMessages,
    events: deskEvents,
    spells,
    surveys: joined.surveys,
    customers: customers && asTable<FieldOf<'customers'>>(customers),
    activity: activity && asTable<FieldOf<'activity'>>(activity),
    asOf,
    coverage: coverageOf(desk, { deskEvents, deskMessages, answers, asked: options.coverage }),
    removed: kept.removed,
    sources: options.sources,
    problems,
  };
}

function asTable<F extends string>(stack: Stack): Table<F> {
  return {
    rows: stack.rows,
    columns: stack.columns as Table<F>['columns'],
    extra: stack.extra,
    source: stack.source,
    line: stack.line,
  };
}

/** Ticket row by code of its id, −1 where no ticket has it; nothing where there is nothing to join. */
function ownersByCode(tickets: Stack | null, size: number): Int32Array {
  if (!tickets) return new Int32Array(0);
  const owners = new Int32Array(size + 1).fill(-1);
  const ids = codesIn(tickets.columns, 'id');
  if (ids)
    for (let row = 0; row < tickets.rows; row++) if (ids.codes[row] !== 0) owners[ids.codes[row]] = row;
  return owners;
}

function ownerRows(codes: Uint32Array, owners: Int32Array): Int32Array {
  const rows = new Int32Array(codes.length).fill(-1);
  for (let row = 0; row < codes.length; row++) if (codes[row] !== 0) rows[row] = owners[codes[row]] ?? -1;
  return rows;
}

/** Without what happened after `--as-of`: a look back must not know how stories went on. */
function knownBy(
  asOf: number | null,
  { owner, at }: { readonly owner: Int32Array; readonly at: Float64Array },
): Int32Array {
  return asOf === null ? owner : owner.map((ticket, row) => (at[row] > asOf ? -2 : ticket));
}

function messageTicketCodes(messages: Stack, dictionaries: SharedDictionaries): Uint32Array {
  const named = codesIn(messages.columns, 'ticket_id');
  if (named) return named.codes;
  return threadsByReply(messages, dictionaries.of('id', 'id', 'tickets'));
}

interface RebuildOptions {
  readonly events: Stack | null;
  readonly eventTickets: CodeColumn | null;
  readonly messages: Stack | null;
  readonly messageTickets: Uint32Array | null;
  readonly names: CodeColumn['names'];
}

/** One ticket per id that an event log or message threads name, created at its first event or message. */
function rebuildTickets({ events, eventTickets, messages, messageTickets, names }: RebuildOptions): Stack {
  const rowOf = new Int32Array(names.size + 1).fill(-1);
  const codes: number[] = [];
  const created: number[] = [];
  const updated: number[] = [];
  const sources: number[] = [];
  const lines: number[] = [];
  const see = (stack: Stack, ticketCodes: Uint32Array, at: Float64Array): void => {
    for (let row = 0; row < stack.rows; row++) {
      const code = ticketCodes[row];
      if (code === 0) continue;
      let ticket = rowOf[code];
      if (ticket < 0) {
        ticket = codes.length;
        rowOf[code] = ticket;
        codes.push(code);
        created.push(at[row]);
        updated.push(at[row]);
        sources.push(stack.source[row]);
        lines.push(stack.line[row]);
      }
      if (at[row] < created[ticket]) created[ticket] = at[row];
      if (at[row] > updated[ticket]) updated[ticket] = at[row];
    }
  };
  if (events && eventTickets)
    see(events, eventTickets.codes, numbersIn(events.columns, 'at') as Float64Array);
  if (messages && messageTickets)
    see(messages, messageTickets, numbersIn(messages.columns, 'sent_at') as Float64Array);
  return {
    rows: codes.length,
    columns: {
      id: { type: 'code', codes: Uint32Array.from(codes), names },
      created_at: { type: 'instant', values: Float64Array.from(created) },
      updated_at: { type: 'instant', values: Float64Array.from(updated) },
    },
    extra: new Map(),
    source: Uint16Array.from(sources),
    line: Uint32Array.from(lines),
    table: new Uint16Array(codes.length),
  };
}

interface Slice {
  readonly stack: Stack;
  readonly order: Uint32Array;
  readonly offsets: Uint32Array;
}

/** Takes what tickets were last seen with from their events: group, priority, channel, assignee and other columns. */
function fillFromEvents(tickets: Stack, slice: Slice): void {
  const { stack } = slice;
  for (const field of ['group', 'priority', 'channel', 'subject'] as const) {
    const column = codesIn(stack.columns, field);
    if (column) tickets.columns[field] = lastSeen(slice, column);
  }
  const actor = codesIn(stack.columns, 'actor');
  if (actor) tickets.columns.assignee = lastSeen(slice, actor);
  for (const [name, column] of stack.extra) tickets.extra.set(name, lastSeen(slice, column));
}

function lastSeen({ order, offsets }: Slice, column: CodeColumn): CodeColumn {
  const codes = new Uint32Array(offsets.length - 1);
  for (let t = 0; t + 1 < offsets.length; t++) {
    for (let i = offsets[t + 1] - 1; i >= offsets[t] && codes[t] === 0; i--)
      codes[t] = column.codes[order[i]];
  }
  return { type: 'code', codes, names: column.names };
}

/** Takes requester (first customer), assignee (last human who answered), channel and subject from a ticket's messages. */
function fillFromMessages(tickets: Stack, messages: Messages, stack: Stack, order: Uint32Array): void {
  const requester = ensureCodes(tickets, 'requester', messages.author.names);
  const assignee = ensureCodes(tickets, 'assignee', messages.author.names);
  const channel = codesIn(stack.columns, 'channel');
  if (channel) tickets.columns.channel = lastSeen({ stack, order, offsets: messages.offsets }, channel);
  const openedByAgent = ensureNumbers(tickets, 'opened_by_agent', 'number');
  const subject: CodeColumn | null = messages.text && {
    type: 'code',
    codes: new Uint32Array(tickets.rows),
    names: messages.text.names,
  };
  for (let t = 0; t < tickets.rows; t++) {
    const start = messages.offsets[t];
    for (let i = start; i < messages.offsets[t + 1]; i++) {
      if (messages.role[i] === 1 && requester.codes[t] === 0) {
        requester.codes[t] = messages.author.codes[i];
        if (subject && messages.text) subject.codes[t] = messages.text.codes[i];
      }
      if (messages.isHumanAnswer[i] === 1) assignee.codes[t] = messages.author.codes[i];
    }
    openedByAgent[t] = start < messages.offsets[t + 1] && messages.isHumanAnswer[start] === 1 ? 1 : 0;
  }
  if (subject) tickets.columns.description = subject;
  for (const [name, column] of stack.extra)
    tickets.extra.set(name, lastSeen({ stack, order, offsets: messages.offsets }, column));
}

/** "Unassigned" is nobody. */
function clearNobody(tickets: Stack): void {
  for (const field of ['assignee', 'group'] as const) {
    const column = codesIn(tickets.columns, field);
    if (!column) continue;
    const { codes, names } = column;
    const isNone = new Uint8Array(names.size + 1);
    for (let code = 1; code <= names.size; code++) isNone[code] = isNobody(names.name(code)) ? 1 : 0;
    for (let row = 0; row < tickets.rows; row++) if (isNone[codes[row]] === 1) codes[row] = 0;
  }
}

interface OtherStacks {
  readonly surveys: readonly Stack[];
  readonly activity: Stack | null;
  readonly customers: Stack | null;
}

/**
 * When surveys were answered (else sent), when something was done, when customers began. Their ends are no measure of
 * "now": contracts end in the future.
 */
function otherStamps({ surveys, activity, customers }: OtherStacks): Float64Array {
  const columns = [
    ...surveys.map(({ columns }) => numbersIn(columns, 'answered_at') ?? numbersIn(columns, 'sent_at')),
    activity && numbersIn(activity.columns, 'at'),
    customers && numbersIn(customers.columns, 'started_at'),
  ];
  return Float64Array.from(
    columns.flatMap((stamps) => (stamps ? [...stamps].filter((stamp) => !Number.isNaN(stamp)) : [])),
  );
}

function scaleOf(tables: readonly RawTable[]): RatingScale | null {
  for (const table of tables) {
    const reading = table.mapping.fields.csat?.reading;
    if (reading?.type === 'score') return reading.scale;
  }
  return null;
}

function renamedKeys(map: ReadonlyMap<string, string>, nameOf: (key: string) => string): Map<string, string> {
  return new Map([...map].map(([key, value]) => [nameOf(key), value]));
}

/** The tickets that stay: not merged, spam or deleted, created by as-of. */
function keepTickets(
  tickets: Stack,
  { asOf, datesOptional }: Pick<AssembleOptions, 'asOf' | 'datesOptional'>,
): { rows: Uint32Array | null; removed: Map<string, number>; problems: Problem[] } {
  const status = codesIn(tickets.columns, 'status');
  const created = ensureNumbers(tickets, 'created_at', 'instant');
  const removed = new Map<string, number>();
  const isRemoved = status ? flagsOf(status.names, removedStatuses) : new Uint8Array(1);
  // Mostly all stay: the list begins with the first that does not.
  let rows: Uint32Array | null = null;
  let n = 0;
  let undated = 0;
  for (let row = 0; row < tickets.rows; row++) {
    let reason: string | null = null;
    if (status && isRemoved[status.codes[row]] === 1) reason = status.names.name(status.codes[row]);
    else if (Number.isNaN(created[row]) && !datesOptional) undated++;
    else if (asOf !== null && created[row] > asOf) reason = 'created_after_as_of';
    else {
      if (rows !== null) rows[n] = row;
      n++;
      continue;
    }
    if (reason !== null) removed.set(reason, (removed.get(reason) ?? 0) + 1);
    rows ??= new Uint32Array(tickets.rows).map((_, i) => i);
  }
  if (n === 0 && tickets.rows > 0 && removed.size === 0) {
    throw new DeskstatError({ code: 'no_tickets', args: {} }, 3);
  }
  const problems: Problem[] =
    undated === 0 ? [] : [{ code: 'tickets_undated', severity: 'warning', args: {}, count: undated }];
  return { rows: rows?.subarray(0, n) ?? null, removed, problems };
}

function regroupOffsets(
  offsets: Uint32Array,
  tickets: Uint32Array,
): { offsets: Uint32Array; rows: Uint32Array } {
  const next = new Uint32Array(tickets.length + 1);
  for (let t = 0; t < tickets.length; t++)
    next[t + 1] = next[t] + offsets[tickets[t] + 1] - offsets[tickets[t]];
  const rows = new Uint32Array(next[tickets.length]);
  for (let t = 0; t < tickets.length; t++) {
    for (let i = offsets[tickets[t]], to = next[t]; i < offsets[tickets[t] + 1]; i++, to++) rows[to] = i;
  }
  return { offsets: next, rows };
}

function pick<T extends Float64Array | Uint8Array | Uint32Array>(values: T, rows: Uint32Array): T {
  const out = new (values.constructor as new (length: number) => T)(rows.length);
  for (let i = 0; i < rows.length; i++) out[i] = values[rows[i]];
  return out;
}

function pickCodes(column: CodeColumn, rows: Uint32Array): CodeColumn {
  return { type: 'code', codes: pick(column.codes, rows), names: column.names };
}

function takeEvents(events: Events, tickets: Uint32Array): Events {
  const { offsets, rows } = regroupOffsets(events.offsets, tickets);
  return {
    offsets,
    at: pick(events.at, rows),
    meaning: pick(events.meaning, rows),
    actor: pickCodes(events.actor, rows),
    group: events.group && pickCodes(events.group, rows),
    priority: events.priority && {
      after: pickCodes(events.priority.after, rows),
      before: pickCodes(events.priority.before, rows),
    },
  };
}

function takeMessages(messages: Messages, tickets: Uint32Array): Messages {
  const { offsets, rows } = regroupOffsets(messages.offsets, tickets);
  return {
    offsets,
    sentAt: pick(messages.sentAt, rows),
    role: pick(messages.role, rows),
    isPublic: pick(messages.isPublic, rows),
    author: pickCodes(messages.author, rows),
    isHumanAnswer: pick(messages.isHumanAnswer, rows),
    text: messages.text && pickCodes(messages.text, rows),
  };
}

function takeSpells(spells: Spells, tickets: Uint32Array): Spells {
  const { offsets, rows } = regroupOffsets(spells.offsets, tickets);
  return {
    offsets,
    from: pick(spells.from, rows),
    to: pick(spells.to, rows),
    state: pick(spells.state, rows),
  };
}
