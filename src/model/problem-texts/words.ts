import type { ProblemArgs, ProblemText } from '../problem-words.ts';

/** What a code says, of the arguments and how often. */
export type Wording = (args: ProblemArgs, count: number) => ProblemText;

export const list = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : String(value ?? '');

export const tickets = (count: number): string => `${count} ${count === 1 ? 'ticket' : 'tickets'}`;

export const rows = (count: number): string => `${count} ${count === 1 ? 'row' : 'rows'}`;

/** One detail a line, the label at the first. */
export const labelled = (label: string, texts: unknown): readonly (readonly [string, string])[] =>
  Array.isArray(texts) ? texts.map((text, i) => [i === 0 ? label : '', String(text)] as const) : [];

export const tryThis = (text: unknown): readonly (readonly [string, string])[] =>
  text === undefined ? [] : [['try', String(text)] as const];

export const voidReasons: Readonly<Record<string, string>> = {
  far_in_the_future: 'it lies far past every other stamp',
  after_last_update: 'it lies more than a day after the last update of its own row',
  after_export: 'it lies after the export was made',
  before_created: 'it lies before the ticket was created',
  negative: 'it is negative',
  off_scale: 'it is off the rating scale',
  fraction: 'it is a fraction that nobody can answer: an average, or a slip',
};

export const rejectReasons: Readonly<Record<string, string>> = {
  too_many_cells: 'more cells than the header has',
  too_few_cells: 'fewer cells than the header has',
  open_quote: 'a quote is opened and never closed',
  broken_json: 'broken JSON',
  not_an_object: 'not a JSON object',
  created_at_missing: 'no creation date',
  created_at_unreadable: 'the creation date cannot be read',
  needed_field_missing: 'no date, or nothing to tie the row to',
};

/** What another column than the status says of tickets that are left out. */
export const markReasons: Readonly<Record<string, string>> = {
  merged: 'merged into another ticket',
  spam: 'spam',
  deleted: 'deleted',
};

/** Why a row or a value was left out, by the codes that the arguments carry. */
export const reasonTexts: Readonly<Record<string, string>> = {
  ...voidReasons,
  ...rejectReasons,
  ...markReasons,
};
