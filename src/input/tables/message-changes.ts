import type { CodeColumn, Column, NumberColumn } from '../../model/columns.ts';
import type { FieldId } from '../../model/fields.ts';
import { CLOSED, meaningNamed, OPEN, SOLVED, stateAfter } from './event-meanings.ts';
import type { RawTable } from './raw-table.ts';
import { codesIn, numbersIn } from './stack.ts';
import { thanksIn } from './thanks.ts';

/**
 * Changes of conversations that stand among their messages (a row "close", "open", "snoozed") are a log of their own, where
 * no file is one and no ticket list says when tickets ended: what a row of it means then comes from its messages.
 * Rows that only put off or end a conversation are nobody's answers in any case.
 */
export function withChangesOfMessages(tables: readonly RawTable[]): readonly RawTable[] {
  const telling = tables.filter(
    ({ kind, columns }) => kind === 'messages' && columns.status?.type === 'code',
  );
  if (telling.length === 0) return tables;
  const quiet = tables.map((table) => (telling.includes(table) ? withoutChanges(table) : table));
  const isTold = tables.some(
    ({ kind, columns }) => kind === 'events' || (kind === 'tickets' && tellsEnds(columns)),
  );
  return isTold ? quiet : [...quiet, ...telling.flatMap(changesOf)];
}

const endFields: readonly FieldId[] = ['solved_at', 'first_solved_at', 'closed_at'];

const tellsEnds = (columns: RawTable['columns']): boolean =>
  endFields.some((field) => {
    const column = columns[field];
    return column?.type === 'instant' && column.values.some((at) => !Number.isNaN(at));
  });

/** What each value of a column means. */
function meaningsOf({ names }: CodeColumn): (value: number) => number {
  const known: number[] = [];
  return (value) => {
    known[value] ??= value === 0 ? 0 : meaningNamed(names.name(value));
    return known[value];
  };
}

/** The same messages, of which customers saw no row that says what was done, but for what reopens: that is written as a rule. */
function withoutChanges(table: RawTable): RawTable {
  const status = table.columns.status as CodeColumn;
  const meaningOf = meaningsOf(status);
  const before = table.columns.public;
  const values = before?.type === 'number' ? before.values.slice() : new Float64Array(table.rows).fill(1);
  for (let row = 0; row < table.rows; row++) {
    const meaning = meaningOf(status.codes[row]);
    if (meaning !== 0 && stateAfter(meaning) !== OPEN) values[row] = 0;
  }
  return { ...table, columns: { ...table.columns, public: { type: 'number', values } } };
}

/** The rows of a table of messages that changed how a conversation stands, as a log of it. */
function changesOf(table: RawTable): RawTable[] {
  const { mapping, columns } = table;
  const status = columns.status as CodeColumn;
  const { rows, reopening, ends } = changesIn(table, status);
  const { ticket_id, sent_at, author } = columns;
  if (ends === 0 || !ticket_id || !sent_at) return [];
  const of = mapping.fields;
  const openCode = status.names.internText('open');
  return [
    {
      mapping: {
        stream: mapping.stream,
        kind: 'events',
        preset: mapping.preset,
        confidence: mapping.confidence,
        fields: { ticket_id: of.ticket_id, at: of.sent_at, status: of.status, actor: of.author },
        unmapped: [],
        zone: mapping.zone,
        eventShape: 'status',
        ...(mapping.steps ? { steps: mapping.steps } : {}),
        problems: [],
      },
      kind: 'events',
      source: table.source,
      path: table.path,
      rows: rows.length,
      columns: {
        ticket_id: rowsOf(ticket_id, rows),
        at: rowsOf(sent_at, rows),
        status: {
          ...status,
          codes: Uint32Array.from(rows, (row) => (reopening.has(row) ? openCode : status.codes[row])),
        },
        ...(author ? { actor: rowsOf(author, rows) } : {}),
      },
      extra: new Map(),
      facts: new Map(),
      ownersInDoubt: null,
      line: Uint32Array.from(rows, (row) => table.line[row]),
      rejected: 0,
      rejects: [],
      problems: [],
    },
  ];
}

interface ChangesInMessages {
  /** Rows that change how a conversation stands, those of `reopening` among them. */
  readonly rows: readonly number[];
  /** Messages that open a conversation again which had ended. */
  readonly reopening: ReadonlySet<number>;
  readonly ends: number;
}

/** The rows that say what was done, and what customers wrote after an end: that opens a conversation again, unless it is no more than thanks. */
function changesIn(table: RawTable, status: CodeColumn): ChangesInMessages {
  const meaningOf = meaningsOf(status);
  const asks = asksMore(table);
  const reopening = new Set<number>();
  const rows: number[] = [];
  let ends = 0;
  let ticket = 0;
  let hasEnded = false;
  const states = status.codes.map((code) => stateAfter(meaningOf(code)));
  for (const row of inTurn(table, states)) {
    const of = codesIn(table.columns, 'ticket_id')?.codes[row] ?? 0;
    if (of !== ticket) hasEnded = false;
    ticket = of;
    const state = states[row];
    const isAgain = state === 0 && hasEnded && of !== 0 && asks(row);
    if (isAgain) reopening.add(row);
    if (state === 0 && !isAgain) continue;
    rows.push(row);
    hasEnded = state === SOLVED || state === CLOSED;
    if (hasEnded) ends++;
  }
  return { rows: rows.sort((a, b) => a - b), reopening, ends };
}

/** Rows by conversation and time; of the same instant messages first and ends last, whatever their order in the file. */
function inTurn({ columns, rows }: RawTable, states: Uint32Array): Uint32Array {
  const tickets = codesIn(columns, 'ticket_id')?.codes;
  const at = numbersIn(columns, 'sent_at');
  const order = Uint32Array.from({ length: rows }, (_, row) => row);
  if (!tickets || !at) return order;
  const rank = (row: number): number =>
    states[row] === 0 ? 0 : states[row] === SOLVED || states[row] === CLOSED ? 2 : 1;
  return order.sort((a, b) => tickets[a] - tickets[b] || at[a] - at[b] || rank(a) - rank(b));
}

/** Whether a row is what a customer wrote, and more than thanks. */
function asksMore({ columns }: RawTable): (row: number) => boolean {
  const roles = codesIn(columns, 'author_role');
  const seen = numbersIn(columns, 'public');
  const texts = codesIn(columns, 'text');
  if (!roles) return () => false;
  const customer = roles.names.find('customer');
  const isThanks = texts && thanksIn(texts);
  return (row) =>
    roles.codes[row] === customer && customer !== 0 && seen?.[row] !== 0 && isThanks?.[row] !== 1;
}

export function rowsOf(column: Column, rows: readonly number[]): Column {
  if (column.type === 'list') return column;
  if (column.type === 'code') return { ...column, codes: Uint32Array.from(rows, (row) => column.codes[row]) };
  const { written, voided } = column;
  const some: NumberColumn = {
    type: column.type,
    values: Float64Array.from(rows, (row) => column.values[row]),
    ...(voided ? { voided: Uint8Array.from(rows, (row) => voided[row]) } : {}),
    ...(written
      ? { written: { ...written, days: written.days && Uint8Array.from(rows, (row) => written.days![row]) } }
      : {}),
  };
  return some;
}
