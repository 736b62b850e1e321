import type { CodeColumn, Column } from '../../model/columns.ts';
import type { FieldId } from '../../model/fields.ts';
import { rowsOf } from './message-changes.ts';
import type { RawTable } from './raw-table.ts';

/**
 * Messages that stand among the changes of a log (Zendesk's audits: events of the type `Comment`) are messages of their own;
 * the log keeps its other rows. A message is a row that says whether customers see it and has words: a notification has
 * words only, a comment that was made private later has the flag only.
 */
export function withMessagesOfEvents(tables: readonly RawTable[]): readonly RawTable[] {
  return tables.flatMap((table) => (table.kind === 'events' ? partedTables(table) : [table]));
}

function partedTables(table: RawTable): RawTable[] {
  const { public: seen, text, ticket_id, at } = table.columns;
  if (seen?.type !== 'number' || !ticket_id || !at) return [table];
  const words = text?.type === 'code' ? text.codes : null;
  const written: number[] = [];
  const changed: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    const isMessage = !Number.isNaN(seen.values[row]) && (words === null || words[row] !== 0);
    (isMessage ? written : changed).push(row);
  }
  return written.length === 0 ? [table] : [takeRows(table, changed), messagesOf(table, written)];
}

function messagesOf(table: RawTable, rows: readonly number[]): RawTable {
  const { mapping, columns } = table;
  const of = mapping.fields;
  const author = writerOf(table);
  const taken: Partial<Record<FieldId, Column | undefined>> = {
    id: columns.id,
    ticket_id: columns.ticket_id,
    sent_at: columns.at,
    author,
    public: columns.public,
    text: columns.text,
  };
  const fields = {
    ticket_id: of.ticket_id,
    sent_at: of.at,
    author: of.author ?? of.actor,
    public: of.public,
  };
  return {
    ...takeRows(table, rows),
    mapping: {
      stream: mapping.stream,
      kind: 'messages',
      preset: mapping.preset,
      confidence: mapping.confidence,
      fields: { ...fields, ...(of.text ? { text: of.text } : {}), ...(of.id ? { id: of.id } : {}) },
      unmapped: [],
      zone: mapping.zone,
      problems: [],
    },
    kind: 'messages',
    columns: Object.fromEntries(
      Object.entries(taken).flatMap(([field, column]) => (column ? [[field, rowsOf(column, rows)]] : [])),
    ),
    rejected: 0,
    rejects: [],
    problems: [],
  };
}

/** Who wrote: who the row names, else who made the change that it stands in. */
function writerOf({ columns, rows }: RawTable): CodeColumn | undefined {
  const { author, actor } = columns;
  if (author?.type !== 'code') return actor?.type === 'code' ? actor : undefined;
  if (actor?.type !== 'code') return author;
  return {
    ...author,
    codes: Uint32Array.from({ length: rows }, (_, row) => author.codes[row] || actor.codes[row]),
  };
}

function takeRows(table: RawTable, rows: readonly number[]): RawTable {
  const some = (columns: RawTable['columns']): RawTable['columns'] =>
    Object.fromEntries(
      Object.entries(columns).map(([field, column]) => [field, rowsOf(column as Column, rows)]),
    );
  return {
    ...table,
    rows: rows.length,
    columns: some(table.columns),
    extra: new Map([...table.extra].map(([name, column]) => [name, rowsOf(column, rows) as CodeColumn])),
    ...(table.own ? { own: some(table.own) } : {}),
    line: Uint32Array.from(rows, (row) => table.line[row]),
  };
}
