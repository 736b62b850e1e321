import type { TicketMeasure } from '../analysis/metrics/per-ticket.ts';
import type { Clock } from '../model/metric.ts';
import { nearest } from '../model/suggest.ts';
import { usageError } from './option-values.ts';

/** A column of `deskstat tickets`. */
export interface TicketColumn {
  readonly key: string;
  /** Shown in the table for people. */
  readonly isShort: boolean;
  /** The export has nothing for it: machines get an empty column, people none. */
  readonly isAbsent?: boolean;
  readonly get: (t: number) => unknown;
  /** Named by `--columns`: people see it too. */
  readonly isAsked?: boolean;
  /** A duration between dates without a time, told in days. */
  readonly inDays?: boolean;
}

/** What the export has nothing for. */
export const absent = (key: string): TicketColumn => ({
  key,
  isShort: false,
  isAbsent: true,
  get: () => null,
});

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
    `tickets have no column "${name}"`,
    nearest(name, keys) ?? `column:'${name}' if it is a column of the export`,
  );
}

/** A measure in seconds, and how finely it is known: between dates without a time a number of seconds is one of calendar days. */
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
  if (!measure) return [key, ...fineness].map(absent);
  const { values, precision } = measure;
  return [
    {
      key,
      isShort: id === 'first_response_time' || id === 'resolution_time',
      ...(precision === 'day' ? { inDays: true } : {}),
      get: (t) => (Number.isNaN(values[t]) ? null : values[t] / 1000),
    },
    ...fineness.map((name) => ({
      key: name,
      isShort: false,
      get: (t: number) => (Number.isNaN(values[t]) ? null : precision),
    })),
  ];
}
