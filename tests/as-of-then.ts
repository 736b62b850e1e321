import { metrics } from '../src/analysis/metrics/index.ts';
import type { AskedCoverage } from '../src/input/tables/cut.ts';
import { assembleDesk } from '../src/input/tables/desk.ts';
import { withChangesOfMessages } from '../src/input/tables/message-changes.ts';
import type { RawTable } from '../src/input/tables/raw-table.ts';
import { settleScales } from '../src/input/tables/settle-scales.ts';
import type { CodeColumn, Column, ListColumn, NumberColumn } from '../src/model/columns.ts';
import type { Desk } from '../src/model/desk.ts';
import { type FieldId, removedStatuses } from '../src/model/fields.ts';
import { readByAllCells } from '../src/questions/read-by-all-cells.ts';
import type { ReadOptions } from '../src/questions/read-options.ts';
import { recogniseFiles } from '../src/questions/recognise-files.ts';
import type { ReadTables } from '../src/questions/tables-read.ts';
import { measure, readOptions } from './desk.ts';

/** Files read as they are; what they hold can be cut at an instant without being recognised anew. */
export interface ReadOnce extends Pick<ReadTables, 'dictionaries' | 'sources'> {
  readonly tables: readonly RawTable[];
}

/** Reads files, with every scale settled by all cells, and what messages tell of changes told apart. */
export async function readOnce(paths: readonly string[]): Promise<ReadOnce> {
  const options: ReadOptions = readOptions(paths);
  const recognised = await recogniseFiles(options);
  try {
    const { read } = await readByAllCells(recognised, options);
    return { ...read, tables: withChangesOfMessages(settleScales(read.tables)).map(withoutFacts) };
  } finally {
    recognised.dispose();
  }
}

/** A scale that is chosen is not chosen again. */
function withoutFacts(table: RawTable): RawTable {
  const strip = <M extends RawTable['mapping']['fields'][FieldId]>(mapping: M): M =>
    mapping?.reading.type === 'score'
      ? ({ ...mapping, reading: { ...mapping.reading, facts: undefined } } as M)
      : mapping;
  const { fields, moreScores } = table.mapping;
  return {
    ...table,
    mapping: {
      ...table.mapping,
      fields: Object.fromEntries(Object.entries(fields).map(([field, mapping]) => [field, strip(mapping)])),
      ...(moreScores ? { moreScores: moreScores.map((mapping) => strip(mapping) as typeof mapping) } : {}),
    },
  };
}

/** The desk of tables as they stood at an instant; null for the newest. */
export function deskAt(
  { tables, dictionaries, sources }: ReadOnce,
  { asOf, coverage }: { readonly asOf: number | null; readonly coverage: AskedCoverage | null },
): Desk {
  return assembleDesk({ tables: tables.map(copied), dictionaries, sources, asOf, coverage });
}

/** Between which instants a table is cut: what lies after `at`, up to the newest stamp that is believed. */
interface Cut {
  readonly at: number;
  readonly newest: number;
  /** Codes of the tickets whose state an event changed later. */
  readonly wentOn: ReadonlySet<number>;
}

/** The same tables as an export of that instant would have held them. */
export function cutAt(read: ReadOnce, { at, newest }: Pick<Cut, 'at' | 'newest'>): ReadOnce {
  const wentOn = new Set(read.tables.flatMap((table) => changedLater(table, at)));
  return { ...read, tables: read.tables.map((table) => cutTable(table, { at, newest, wentOn })) };
}

/** The tickets whose state a log changes after an instant. */
function changedLater(table: RawTable, at: number): number[] {
  const tickets = table.columns.ticket_id;
  const stamps = numbers(table, 'at');
  if (table.kind !== 'events' || tickets?.type !== 'code' || !stamps) return [];
  const field = table.columns.field as CodeColumn | undefined;
  const isState = (row: number): boolean =>
    !field || field.codes[row] === 0 || /stat/i.test(field.names.name(field.codes[row]));
  return Array.from(tickets.codes.entries()).flatMap(([row, code]) =>
    stamps[row] > at && isState(row) ? [code] : [],
  );
}

/** Stamps that make a row. */
const bornBy: Readonly<Partial<Record<RawTable['kind'], FieldId>>> = {
  tickets: 'created_at',
  messages: 'sent_at',
  events: 'at',
  customers: 'started_at',
  activity: 'at',
};

function cutTable(table: RawTable, span: Cut): RawTable {
  const { at } = span;
  const born = numbers(table, bornBy[table.kind]);
  const [sent, answered] = [numbers(table, 'sent_at'), numbers(table, 'answered_at')];
  const isThere = (row: number): boolean => {
    if (table.kind !== 'surveys') return !(born && born[row] > at);
    return !(sent && sent[row] > at) && !(answered && answered[row] > at && !(sent && sent[row] <= at));
  };
  const rows = Array.from({ length: table.rows }, (_, row) => row).filter(isThere);
  const cut = withRows(table, Uint32Array.from(rows));
  blankLater(cut, span);
  return cut;
}

function blankLater(table: RawTable, span: Cut): void {
  const { at, newest } = span;
  if (table.kind === 'tickets') blankMeasured(table, span);
  if (table.kind === 'surveys') {
    const answered = numbers(table, 'answered_at');
    const scores = scoreFields.flatMap((field) => numbers(table, field) ?? []);
    const more = (table.moreScores ?? []).flatMap((column) =>
      column.type === 'number' ? [column.values] : [],
    );
    for (let row = 0; row < table.rows; row++)
      if (answered && answered[row] > at) for (const score of [...scores, ...more]) score[row] = Number.NaN;
  }
  for (const [field, column] of Object.entries(table.columns)) {
    if (column?.type !== 'instant' || field === 'due_at') continue;
    const { values } = column;
    for (let row = 0; row < values.length; row++)
      if (values[row] > at && values[row] <= newest) values[row] = Number.NaN;
  }
}

const scoreFields: readonly FieldId[] = ['score'];
const measured: Readonly<Record<string, readonly FieldId[]>> = {
  first_response_time: ['first_response_at'],
  first_resolution_time: ['first_solved_at', 'solved_at', 'closed_at'],
  resolution_time: ['solved_at', 'closed_at'],
  on_hold_time: ['solved_at', 'closed_at'],
  requester_wait_time: ['solved_at', 'closed_at'],
  agent_wait_time: ['solved_at', 'closed_at'],
};
const finished: ReadonlySet<string> = new Set(['solved', 'closed', ...removedStatuses]);

/** Durations that end later, ratings given after a later end, and the status that came with it. */
function blankMeasured(table: RawTable, { at, newest, wentOn }: Cut): void {
  const created = numbers(table, 'created_at');
  const stampOf = (fields: readonly FieldId[], row: number): number =>
    fields.map((field) => numbers(table, field)?.[row] ?? Number.NaN).find((stamp) => !Number.isNaN(stamp)) ??
    Number.NaN;
  const status = table.columns.status as CodeColumn | undefined;
  for (let row = 0; row < table.rows; row++) {
    const end = stampOf(['solved_at', 'closed_at'], row);
    for (const [name, ends] of Object.entries(measured)) {
      const [calendar, business] = ['', 'business_'].map((clock) =>
        numbers(table, `reported_${name}_${clock}seconds` as FieldId),
      );
      const stamp = stampOf(ends, row);
      const took = (calendar && !Number.isNaN(calendar[row]) ? calendar : business)?.[row] ?? Number.NaN;
      if (!((Number.isNaN(stamp) ? (created?.[row] ?? Number.NaN) + took : stamp) > at)) continue;
      if (calendar) calendar[row] = Number.NaN;
      if (business) business[row] = Number.NaN;
    }
    const isChanged = wentOn.has((table.columns.id as CodeColumn | undefined)?.codes[row] ?? 0);
    if (isChanged) {
      if (status) status.codes[row] = 0;
      for (const count of ['reopens', 'reassignments'] as const) {
        const counts = numbers(table, count);
        if (counts) counts[row] = Number.NaN;
      }
    }
    if (!(end > at && end <= newest)) continue;
    const csat = numbers(table, 'csat');
    if (csat) csat[row] = Number.NaN;
    if (status && finished.has(status.names.name(status.codes[row]))) status.codes[row] = 0;
    const removed = table.columns.removed_as as CodeColumn | undefined;
    if (removed) removed.codes[row] = 0;
  }
}

const numbers = (table: RawTable, field: FieldId | undefined): Float64Array | null => {
  const column = field && table.columns[field];
  return column && 'values' in column ? column.values : null;
};

const copied = (table: RawTable): RawTable =>
  withRows(
    table,
    Uint32Array.from({ length: table.rows }, (_, row) => row),
  );

function withRows(table: RawTable, rows: Uint32Array): RawTable {
  const take = (columns: RawTable['columns']): RawTable['columns'] =>
    Object.fromEntries(
      Object.entries(columns).map(([field, column]) => [field, column && taken(column, rows)]),
    );
  return {
    ...table,
    rows: rows.length,
    columns: take(table.columns),
    extra: new Map([...table.extra].map(([name, column]) => [name, taken(column, rows) as CodeColumn])),
    ...(table.own ? { own: take(table.own) } : {}),
    ...(table.moreScores ? { moreScores: table.moreScores.map((column) => taken(column, rows)) } : {}),
    line: Uint32Array.from(rows, (row) => table.line[row]),
  };
}

function taken(column: Column, rows: Uint32Array): Column {
  if (column.type === 'code') return { ...column, codes: Uint32Array.from(rows, (row) => column.codes[row]) };
  if (column.type === 'list') return takenList(column, rows);
  const { voided, written } = column;
  const flags = (of: Uint8Array): Uint8Array => Uint8Array.from(rows, (row) => of[row]);
  const numbers: NumberColumn = {
    ...column,
    values: Float64Array.from(rows, (row) => column.values[row]),
    ...(voided ? { voided: flags(voided) } : {}),
    ...(written ? { written: { ...written, days: written.days && flags(written.days) } } : {}),
  };
  return numbers;
}

function takenList({ offsets, codes, names }: ListColumn, rows: Uint32Array): ListColumn {
  const parts = Array.from(rows, (row) => codes.subarray(offsets[row], offsets[row + 1]));
  const next = new Uint32Array(rows.length + 1);
  parts.forEach((part, i) => {
    next[i + 1] = next[i] + part.length;
  });
  return { type: 'list', offsets: next, codes: Uint32Array.from(parts.flatMap((part) => [...part])), names };
}

/** Who came later is counted by a look back only. */
const isOfThen = ([reason, n]: readonly [string, number]): boolean =>
  n > 0 && reason !== 'started_after_as_of';

/** Every metric of a desk, whole and by month, as text that can be compared. */
export function everyFigure(desk: Desk): Map<string, string> {
  const figures = new Map<string, string>();
  for (const { id } of metrics)
    for (const every of [undefined, 'month'] as const)
      for (const { figures: found, leftOut } of measure(desk, id, {
        ...(every ? { every } : {}),
        clocks: ['calendar', 'business'],
      })) {
        for (const { metric, stat, clock, segment, period, value, n, open, status } of found) {
          const key = `${metric}.${stat} ${clock ?? ''} ${period?.label ?? ''} ${JSON.stringify(segment)}`;
          figures.set(key, JSON.stringify({ value, n, open, status }));
        }
        if (!every) figures.set(`${id} left out`, JSON.stringify([...leftOut].filter(isOfThen).sort()));
      }
  return figures;
}

export interface Difference {
  readonly figure: string;
  readonly lookingBack: string | undefined;
  readonly asOfThen: string | undefined;
}

/** In which figures a look back at an instant differs from the export of that instant. */
export function differencesAt(read: ReadOnce, at: number): Difference[] {
  const { coverage: whole, asOf: newest } = deskAt(read, { asOf: null, coverage: null });
  const { cut, from } = whole;
  const coverage = { cut, from: Number.isNaN(from) ? null : from, to: null };
  const [back, then] = [read, cutAt(read, { at, newest })].map((tables) =>
    figuresAt(tables, { at, coverage }),
  );
  return [...new Set([...back.keys(), ...then.keys()])]
    .filter((figure) => back.get(figure) !== then.get(figure))
    .map((figure) => ({ figure, lookingBack: back.get(figure), asOfThen: then.get(figure) }));
}

function figuresAt(
  read: ReadOnce,
  { at, coverage }: { readonly at: number; readonly coverage: AskedCoverage },
): Map<string, string> {
  try {
    return everyFigure(deskAt(read, { asOf: at, coverage }));
  } catch (error) {
    return new Map([['error', String((error as { problem?: { code: string } }).problem?.code ?? error)]]);
  }
}
