/** Version of the tables that `observe` writes; raised when a column changes its name, type or meaning. */
export const observationsSchema = 'deskstat.observations/2';

export type ObservationType = 'text' | 'integer' | 'double';

export interface ObservationColumn {
  readonly name: string;
  readonly type: ObservationType;
  readonly about: string;
}

/**
 * The columns of every partition, in their order; dimensions follow as `by_<name>`, as text. Instants are whole epoch
 * milliseconds in UTC and durations milliseconds, so that every engine computes with the same numbers.
 */
export const observationColumns = [
  { name: 'clock', type: 'text', about: 'calendar or business; null for what has no clock' },
  { name: 'survey', type: 'text', about: 'The survey that an answer belongs to; null for other figures' },
  { name: 'source', type: 'text', about: 'The file, or the desk that --source names' },
  { name: 'ticket', type: 'text', about: 'Id of the ticket; null for an answer that belongs to none' },
  { name: 'at', type: 'integer', about: 'The instant that decides the period; of a stretch, its beginning' },
  {
    name: 'value',
    type: 'double',
    about: 'Milliseconds of durations, 0 or 1 of shares, the score, 1 of counts; null where there is none',
  },
  { name: 'state', type: 'text', about: 'used, open, left_out; interval of stretches (stocks, customers)' },
  { name: 'reason', type: 'text', about: 'Why an entry is left out' },
  { name: 'known_at', type: 'integer', about: 'From when on the value is known; null: from the start' },
  { name: 'until', type: 'integer', about: 'End of a stretch, itself left out; null while it lasts' },
  {
    name: 'born_at',
    type: 'integer',
    about:
      'Since when a stretch has been of its age; when the ticket came of what is dated by something later',
  },
  {
    name: 'person',
    type: 'integer',
    about: 'Which person: of entries that count once a person and period, and of customers',
  },
  {
    name: 'person_order',
    type: 'integer',
    about: 'The order of the entries of one person; of customers the number of the list that a row stands in',
  },
  { name: 'entry', type: 'integer', about: 'Names the entry within its metric' },
  { name: 'part', type: 'integer', about: '0, and 1, 2 … where a list of values repeats the entry' },
] as const satisfies readonly ObservationColumn[];

export type ObservationField = (typeof observationColumns)[number]['name'];

/** The column of a dimension. */
export const dimensionColumn = (name: string): string => `by_${name}`;

/** Tickets, and answers that belong to none, a row each: what segments are made from. */
export const TICKETS = 'tickets';

/**
 * Stretches of time as a customer, a row each as the lists have them: what retention and churn are made of. Only
 * `metrics --observations` reads these.
 */
export const CUSTOMERS = 'customers';

/**
 * Of stocks, when any ticket was open, those that the filter left out too, without their names: whether a stock is a
 * lower bound all of them decide. Only `metrics --observations` reads these.
 */
export const STRETCHES = 'stretches';

/** Who counts in the statistics of tickets still open: only `metrics --observations` reads these. */
export const cohortPartition = (metric: string): string => `${metric}.cohort`;

/** The folder of a partition, as every engine that knows Hive's folders reads it. */
export const partitionFolder = (metric: string): string => `metric=${metric}`;

/** A whole that is divided among processes, and which part of it this one takes, counted from 0. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

export const WHOLE: Shard = { index: 0, of: 1 };

/** The name that every file of a process has in its folder. */
export function partName(shard: Shard | null): string {
  const { index, of } = shard ?? WHOLE;
  return `part-${String(index).padStart(5, '0')}-of-${String(of).padStart(5, '0')}`;
}
