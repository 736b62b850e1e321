import type { TrueDesk, TrueTicket } from './desk.ts';
import { type FigureId, figures } from './figures.ts';
import type { Random } from './random.ts';

export type ColumnKey =
  | 'id'
  | 'created'
  | 'first_response'
  | 'first_response_duration'
  | 'solved'
  | 'closed'
  | 'resolution_duration'
  | 'updated'
  | 'status'
  | 'priority'
  | 'channel'
  | 'group'
  | 'assignee'
  | 'requester'
  | 'subject'
  | 'rating'
  | 'replies';

export const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl'] as const;
export type Language = (typeof languages)[number];

/** A column of an export while it is being made: what it tells, its header, a cell a row. */
export interface Column {
  readonly key: ColumnKey | null;
  header: string;
  /** Instants and durations are milliseconds until a trait writes them; the rest is text. */
  readonly type: 'instant' | 'duration' | 'text';
  cells: (number | string | null)[];
  /** A date or a time of day that make one stamp. */
  readonly isHalf?: boolean;
  /** Told of tickets that were answered alone. */
  readonly isOfAnswer?: boolean;
}

/**
 * What can be known of a figure from the export: `value` within `tolerance`, or nothing (`withheld`). `optional`: it may be
 * withheld too, without that counting against the tool.
 */
export type Knowledge =
  | { readonly is: 'withheld' }
  | {
      readonly is: 'known';
      readonly tolerance: number;
      readonly optional?: boolean;
      /** Where the export tells of other tickets than it holds: the figure, or that over those of the tickets it counts. */
      readonly value?: number | null | ((tickets: readonly TrueTicket[]) => number | null);
      /** Other readings that a careful analyst might give as well. */
      readonly also?: readonly number[];
      /** Further ones, looked up where none of those is said. */
      readonly more?: () => readonly (number | null)[];
    };

/** A file as it is written out. */
export interface ForgedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A further table of an export, a file of its own. */
export interface FurtherTable {
  readonly name: string;
  readonly columns: Column[];
}

/** An export in the making. */
export interface Draft {
  readonly desk: TrueDesk;
  readonly random: Random;
  /** The tickets that the export holds. */
  tickets: readonly TrueTicket[];
  /** The tickets behind each row. */
  rows: readonly TrueTicket[];
  columns: Column[];
  further: readonly FurtherTable[];
  readonly knowledge: Map<FigureId, Knowledge>;
  language: Language;
  /** Who sends the receipts that a machine writes, where one does. */
  receipts: 'bot' | 'agent' | null;
  /** Numbers that stand for states, alone or before the words. */
  statusCodes: 'codes' | 'numbered' | null;
  /** How messages tell who wrote them. */
  roles: 'column' | 'words' | 'flag' | 'none';
  /** Whether messages hold notes that customers do not see, with a column that says so. */
  notes: boolean;
  /** Arguments that whoever has this export gives as well, and a file of settings that lies beside it. */
  flags: readonly string[];
  settings: string | null;
  /** When the data may be said to end, the likeliest first: see `newestStamps`. Set when stamps are written. */
  ends: readonly number[];
  /** The same by the tickets alone and by each other file alone, where nothing of these can be joined to them. */
  endsApart: readonly number[];
  /** Since when and until when somebody is a customer, where a list tells. */
  customers: readonly { readonly from: number; readonly to: number | null }[];
  precision: 'second' | 'minute' | 'day';
  /** The zone that headers of stamps name, and its clock where stamps are written by it. */
  zone: {
    readonly name: string;
    readonly clock: ((at: number) => number) | null;
    readonly isTwofold: (at: number) => boolean;
  } | null;
  /** Of which share of the tickets a history and surveys tell. */
  historyOf: number;
  historyTells: (ticket: TrueTicket) => boolean;
  /** The last change that a history of some tickets alone tells of: what came later need not be in it. */
  historyTo: number;
  /** Of which tickets messages tell. */
  threadTells: (ticket: TrueTicket) => boolean;
  surveysOf: number;
  /** Traits that leave more than one reading of the export. */
  ambiguous: readonly string[];
  /** Lines before the header, rows of rubbish and the like are put in by the writer. */
  dialect: Dialect;
  files: readonly ForgedFile[];
}

export interface Dialect {
  format: 'csv' | 'json' | 'ndjson';
  delimiter: ',' | ';' | '\t' | '|';
  quoteAll: boolean;
  encoding: 'utf8' | 'bom' | 'utf16' | 'cp1252';
  gzip: boolean;
  lineEnd: '\n' | '\r\n';
  before: readonly string[];
  /** Rows of the table of tickets alone that are none: above and below its header, behind its last one. */
  around: {
    readonly above?: readonly string[];
    readonly below?: readonly string[];
    readonly sums?: readonly string[];
  };
  /** Every so many rows a line that is no row; 0 for none. */
  rubbishEvery: number;
  /** Lines after the last row. */
  after: readonly string[];
  /** Every so many rows the header again, or an empty line; 0 for none. */
  headerEvery: number;
  blankEvery: number;
  /** Rows cut into two files that share some; also of the further tables. */
  overlap: boolean;
  overlapFurther: boolean;
  /** Into how many files tickets are cut that share none. */
  parts: number;
  /** The last row of the tickets breaks off in the middle. */
  truncated: boolean;
  /** JSON records stand in a field of an object. */
  wrapped: boolean;
}

export function setKnown(draft: Draft, ids: readonly FigureId[], knowledge: Knowledge): void {
  for (const id of ids) draft.knowledge.set(id, knowledge);
}

/** Widens what may pass as right, where something is known. */
export function blur(draft: Draft, ids: readonly FigureId[], tolerance: number): void {
  for (const id of ids) {
    const known = draft.knowledge.get(id);
    if (known?.is === 'known')
      draft.knowledge.set(id, { ...known, tolerance: Math.max(known.tolerance, tolerance) });
  }
}

/** Where the tool may as well withhold it. */
export function makeOptional(draft: Draft, ids: readonly FigureId[]): void {
  for (const id of ids) {
    const known = draft.knowledge.get(id);
    if (known?.is === 'known') draft.knowledge.set(id, { ...known, optional: true });
  }
}

export const firstResponseFigures: readonly FigureId[] = ['first_response_p50', 'first_response_p90'];
export const resolutionFigures: readonly FigureId[] = ['resolution_p50', 'resolution_p90'];
export const allFigures: readonly FigureId[] = figures.map(({ id }) => id);

export function column(draft: Draft, key: ColumnKey): Column | undefined {
  return draft.columns.find((each) => each.key === key);
}

/** Every column of the export, those of its further tables as well. */
export const everyColumn = ({ columns, further }: Draft): Column[] => [
  ...columns,
  ...further.flatMap((table) => table.columns),
];

/** Writes the cells of some columns otherwise; what is missing stays so. */
export function rewrite(columns: readonly Column[], write: (cell: string, row: number) => string): void {
  for (const each of columns)
    each.cells = each.cells.map((cell, row) => (cell === null ? null : write(String(cell), row)));
}

export function dropColumn(draft: Draft, key: ColumnKey): void {
  draft.columns = draft.columns.filter((each) => each.key !== key);
}

export function addColumn(
  draft: Draft,
  added: Omit<Column, 'header'> & { readonly header?: string },
  at?: number,
): void {
  draft.columns.splice(at ?? draft.columns.length, 0, { header: added.key ?? '', ...added });
}

/** Puts the rows in another order, or some of them twice. */
export function takeRows(draft: Draft, rows: readonly number[]): void {
  draft.rows = rows.map((row) => draft.rows[row]);
  for (const each of draft.columns) each.cells = rows.map((row) => each.cells[row]);
}

/** The plain export of a desk: a row a ticket, every stamp, words for states, nothing reported. */
export function plainDraft(desk: TrueDesk, random: Random): Draft {
  const { tickets } = desk;
  const text = (key: ColumnKey, of: (ticket: TrueTicket) => string | null): Column => ({
    ...{ key, header: key, type: 'text' as const },
    cells: tickets.map(of),
  });
  const stamp = (key: ColumnKey, of: (ticket: TrueTicket) => number | null): Column => ({
    ...{ key, header: key, type: 'instant' as const },
    cells: tickets.map(of),
  });
  return {
    desk,
    random,
    tickets,
    rows: tickets,
    columns: [
      text('id', ({ number }) => String(number)),
      text('subject', ({ subject }) => subject),
      text('status', ({ status }) => status),
      text('priority', ({ priority }) => priority),
      text('channel', ({ channel }) => channel),
      text('group', ({ group }) => group),
      text('assignee', ({ assignee }) => assignee),
      text('requester', ({ requester }) => requester),
      stamp('created', ({ createdAt }) => createdAt),
      stamp('first_response', ({ answeredAt }) => answeredAt),
      stamp('solved', ({ solvedAt }) => solvedAt),
    ],
    further: [],
    knowledge: new Map(allFigures.map((id) => [id, { is: 'known', tolerance: 1e-6 }])),
    language: 'en',
    receipts: null,
    statusCodes: null,
    ...{ roles: 'column', notes: false, flags: [], settings: null },
    ...{ ends: [desk.exportedAt], endsApart: [], customers: [], precision: 'second', ambiguous: [] },
    ...{
      zone: null,
      historyOf: 1,
      historyTells: () => false,
      historyTo: Number.POSITIVE_INFINITY,
      threadTells: () => false,
      surveysOf: 1,
    },
    dialect: {
      ...{ format: 'csv', delimiter: ',', quoteAll: false, encoding: 'utf8', gzip: false, lineEnd: '\n' },
      ...{ before: [], around: {}, after: [], rubbishEvery: 0, headerEvery: 0, blankEvery: 0 },
      ...{ overlap: false, overlapFurther: false, parts: 1, truncated: false, wrapped: false },
    },
    files: [],
  };
}
