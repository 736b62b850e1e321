import type { TicketMeasure } from '../analysis/metrics/per-ticket.ts';
import type { Column, ListColumn, NumberColumn } from '../model/columns.ts';
import type { FieldType } from '../model/fields.ts';
import type { Clock } from '../model/metric.ts';
import type { CellType } from '../model/rows.ts';
import { sentence } from '../model/sentence.ts';
import { nearest } from '../model/suggest.ts';
import { usageError } from '../settings/option-values.ts';
import { formatInstant, type Zone, zone as zoneOf } from '../time/zone.ts';

/** A column of `deskstat tickets`. */
export interface TicketColumn {
  readonly key: string;
  /** Shown in the table for people. */
  readonly isShort: boolean;
  /** The export has nothing for it: machines get an empty column, people none. */
  readonly isAbsent?: boolean;
  readonly get: (t: number) => unknown;
  /** The cell in epoch milliseconds, where it is an instant: what formats with types and orders go by. */
  readonly at?: (t: number) => number | null;
  /** What it holds, in formats with types, whether the export has it or not. */
  readonly type: CellType;
  /** The duration that it holds. */
  readonly measure?: { readonly metric: string; readonly clock: Clock };
  /** Named by `--columns`: people see it too. */
  readonly isAsked?: boolean;
  /** A duration between dates without a time, told in days. */
  readonly inDays?: boolean;
}

/** What the export has nothing for. */
export const absent = (key: string, type: CellType = 'text'): TicketColumn => ({
  key,
  type,
  isShort: false,
  isAbsent: true,
  get: () => null,
});

const measured: ReadonlySet<FieldType> = new Set(['count', 'score', 'flag']);

/** What the cells of a field are, whether an export has them or not. */
export function typeOfField(type: FieldType): CellType {
  if (type === 'instant' || type === 'duration') return type;
  return measured.has(type) ? 'number' : 'text';
}

/** The cells of a column as they are written: stamps in the zone, dates without a time as dates. */
export function cellsOf(column: Column, zone: Zone): Pick<TicketColumn, 'type' | 'get' | 'at'> {
  if (column.type === 'code') {
    const { codes, names } = column;
    // What stands before the mark tells ids of several desks apart.
    const get = (t: number): string | null =>
      codes[t] === 0 ? null : (names.name(codes[t]).split('\u0000').at(-1) ?? null);
    return { type: 'category', get };
  }
  if (column.type === 'list') return { type: 'list', get: (t) => listed(column, t) };
  if (column.type === 'instant') return instantCells(column, zone);
  const { values } = column;
  const type = column.type === 'duration' ? 'duration' : 'number';
  return { type, get: (t) => (Number.isNaN(values[t]) ? null : values[t]) };
}

function listed({ offsets, codes, names }: ListColumn, t: number): string | null {
  const found: string[] = [];
  for (let i = offsets[t]; i < offsets[t + 1]; i++) found.push(names.name(codes[i]));
  return found.length === 0 ? null : found.join(', ');
}

function instantCells({ values, written }: NumberColumn, zone: Zone): ReturnType<typeof cellsOf> {
  const dates = written?.days ? { days: written.days, where: zoneOf(written.zone) } : null;
  const isDate = (t: number): boolean => dates?.days[t] === 1;
  const get = (t: number): string | null => {
    if (Number.isNaN(values[t])) return null;
    if (dates && isDate(t)) return formatInstant(values[t], dates.where, 'day');
    return formatInstant(values[t], zone, values[t] % 1000 === 0 ? 'second' : 'millisecond');
  };
  // A column without any time of day is one of dates; elsewhere a date is the start of its day.
  const isAllDates = dates !== null && values.every((at, t) => Number.isNaN(at) || isDate(t));
  if (isAllDates) return { type: 'date', get };
  return { type: 'instant', get, at: (t) => (Number.isNaN(values[t]) ? null : values[t]) };
}

/** A column of the export, not one that every list of tickets has. */
export const isOfExport = (name: string): boolean => name.startsWith('column:');

/**
 * The columns of `--columns`, under the names by which they were typed. Columns of the export alone stand behind the
 * usual ones; a list that names usual ones is the whole list, in its order.
 */
export function chosenColumns(
  found: readonly TicketColumn[],
  asked: readonly { readonly name: string; readonly typed: string }[],
): readonly TicketColumn[] {
  const chosen = asked.map(({ name, typed }) => ({
    ...columnCalled(name, found),
    key: typed,
    isShort: true,
    isAsked: true,
  }));
  const names = new Set(asked.map(({ name }) => name));
  if (![...names].every(isOfExport)) return chosen;
  return [...found.filter(({ key }) => !names.has(key)), ...chosen];
}

/** @throws DeskstatError (2) for a column that tickets do not have. */
export function columnCalled(name: string, columns: readonly TicketColumn[]): TicketColumn {
  const found = columns.find(({ key }) => key === name);
  if (found) return found;
  const keys = columns.map(({ key }) => key);
  throw usageError(
    sentence('mistake.no_ticket_column', { column: name }),
    nearest(name, keys) ?? sentence('hint.column_of_export', { name }),
  );
}

/** A measure, named for the seconds that data carry, and how finely it is known: between dates without a time a number of seconds is one of calendar days. */
export function measureColumns({
  id,
  clock,
  measure,
}: {
  readonly id: string;
  readonly clock: Clock;
  readonly measure: TicketMeasure | undefined;
}): TicketColumn[] {
  const key = clock === 'business' ? `${id}_business_seconds` : `${id}_seconds`;
  const fineness = clock === 'calendar' ? [`${id}_precision`] : [];
  const held = { type: 'duration', measure: { metric: id, clock } } as const;
  if (!measure) return [{ ...absent(key), ...held }, ...fineness.map((name) => absent(name))];
  const { values, precision } = measure;
  return [
    {
      key,
      ...held,
      isShort: id === 'first_response_time' || id === 'resolution_time',
      ...(precision === 'day' ? { inDays: true } : {}),
      get: (t) => (Number.isNaN(values[t]) ? null : values[t]),
    },
    ...fineness.map((name) => ({
      key: name,
      type: 'text' as const,
      isShort: false,
      get: (t: number) => (Number.isNaN(values[t]) ? null : precision),
    })),
  ];
}
