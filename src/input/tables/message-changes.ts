import type { CodeColumn, Column, NumberColumn } from '../../model/columns.ts';
import type { FieldId } from '../../model/fields.ts';
import { CLOSED, meaningNamed, OPEN, SOLVED, stateAfter } from './event-meanings.ts';
import type { RawTable } from './raw-table.ts';

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
  const meaningOf = meaningsOf(status);
  const rows: number[] = [];
  let ends = 0;
  for (let row = 0; row < table.rows; row++) {
    const state = stateAfter(meaningOf(status.codes[row]));
    if (state !== 0) rows.push(row);
    if (state === SOLVED || state === CLOSED) ends++;
  }
  const { ticket_id, sent_at, author } = columns;
  if (ends === 0 || !ticket_id || !sent_at) return [];
  const of = mapping.fields;
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
        status: rowsOf(status, rows),
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
