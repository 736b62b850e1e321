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
