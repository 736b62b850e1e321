import type { CodeColumn } from '../../model/columns.ts';
import type { Messages } from '../../model/desk.ts';
import { codesIn, ensureCodes, ensureNumbers, numbersIn, type Stack } from './stack.ts';

interface RebuildOptions {
  readonly events: Stack | null;
  readonly eventTickets: Uint32Array | null;
  readonly messages: Stack | null;
  readonly messageTickets: Uint32Array | null;
  readonly names: CodeColumn['names'];
}

/** One ticket per id that an event log or message threads name, created at its first event or message. */
export function rebuildTickets({
  events,
  eventTickets,
  messages,
  messageTickets,
  names,
}: RebuildOptions): Stack {
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
  if (events && eventTickets) see(events, eventTickets, numbersIn(events.columns, 'at') as Float64Array);
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
export function fillFromEvents(
  tickets: Stack,
  slice: Slice,
  told: { readonly requester: CodeColumn | null; readonly assignee: CodeColumn | null },
): void {
  const { stack } = slice;
  for (const field of ['group', 'priority', 'channel', 'subject'] as const) {
    const column = codesIn(stack.columns, field);
    if (column) tickets.columns[field] = lastSeen(slice, column);
  }
  const actor = codesIn(stack.columns, 'actor');
  if (told.assignee) tickets.columns.assignee = told.assignee;
  else if (actor) tickets.columns.assignee = lastSeen(slice, actor);
  if (told.requester && !codesIn(tickets.columns, 'requester')) tickets.columns.requester = told.requester;
  fillExtra(tickets, slice);
}

/** Of tickets whose events tell the rest: the first customer who wrote, where nothing says who asked, and whether the desk began. */
export function fillAskersFromMessages(
  tickets: Stack,
  { offsets, role, author, isHumanAnswer }: Messages,
): void {
  const requester = ensureCodes(tickets, 'requester', author.names);
  const openedByAgent = ensureNumbers(tickets, 'opened_by_agent', 'number');
  for (let t = 0; t < tickets.rows; t++) {
    const start = offsets[t];
    const end = offsets[t + 1];
    openedByAgent[t] = start < end && isHumanAnswer[start] === 1 ? 1 : 0;
    const asked = requester.codes[t] === 0 ? role.subarray(start, end).indexOf(1) : -1;
    if (asked >= 0) requester.codes[t] = author.codes[start + asked];
  }
}

/** Columns that were kept as dimensions. */
function fillExtra(tickets: Stack, slice: Slice): void {
  for (const [name, column] of slice.stack.extra)
    if (column.type === 'code') tickets.extra.set(name, lastSeen(slice, column));
}

/** The status that each ticket's rows agree on. */
export function fillStatus(tickets: Stack, slice: Slice): void {
  const column = codesIn(slice.stack.columns, 'status');
  if (column) tickets.columns.status = lastSeen(slice, column);
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
export function fillFromMessages(tickets: Stack, messages: Messages, stack: Stack, order: Uint32Array): void {
  const requester = ensureCodes(tickets, 'requester', messages.author.names);
  const assignee = ensureCodes(tickets, 'assignee', messages.author.names);
  const slice = { stack, order, offsets: messages.offsets };
  const channel = codesIn(stack.columns, 'channel');
  if (channel) tickets.columns.channel = lastSeen(slice, channel);
  const openedByAgent = ensureNumbers(tickets, 'opened_by_agent', 'number');
  const subject: CodeColumn | null = messages.text && {
    type: 'code',
    codes: new Uint32Array(tickets.rows),
    names: messages.text.names,
  };
  const { offsets, role, author, text, isHumanAnswer } = messages;
  for (let t = 0; t < tickets.rows; t++) {
    const start = offsets[t];
    const end = offsets[t + 1];
    openedByAgent[t] = start < end && isHumanAnswer[start] === 1 ? 1 : 0;
    const asked = requester.codes[t] === 0 ? role.subarray(start, end).indexOf(1) : -1;
    if (asked >= 0) {
      requester.codes[t] = author.codes[start + asked];
      if (subject && text) subject.codes[t] = text.codes[start + asked];
    }
    const answered = isHumanAnswer.subarray(start, end).lastIndexOf(1);
    if (answered >= 0) assignee.codes[t] = author.codes[start + answered];
  }
  if (subject) tickets.columns.description = subject;
  fillExtra(tickets, slice);
}
