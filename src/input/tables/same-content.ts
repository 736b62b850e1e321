import type { FieldId } from '../../model/fields.ts';
import type { Problem } from '../../model/problem.ts';
import type { OnceEach } from './overlaps.ts';
import { rowsThatStay } from './overlaps.ts';
import type { RawTable } from './raw-table.ts';
import { newestStamp } from './same-ticket.ts';
import { codesIn, numbersIn, type Stack, takeRows } from './stack.ts';

/** Who a ticket without an id is known by, the first that every file names. */
const people: readonly FieldId[] = ['requester', 'assignee'];
const texts: readonly FieldId[] = ['subject', 'description'];

/** Fields that tell whether a ticket without an id stands in another file too. */
export const ticketContent: readonly FieldId[] = [...people, ...texts];

/** Share of a file's tickets from which on it looks as if another file held them too. */
const ALIKE = 0.1;

/** Rows of one content in one file. */
interface Alike {
  readonly source: number;
  readonly rows: number[];
}

/**
 * Tickets without ids once each where downloads overlap (DEFINITIONS 14): the same creation, person and texts in
 * *another* file are the same ticket, as the file has it that was written to last; of a content that stands several times
 * in one file so many stay as that file has. A bare date and a person alone are too little to know a ticket by, unless
 * nearly all rows of the days that two files share are the same in both. Where no column names a person each row counts,
 * and what looks the same is said.
 */
export function ticketsOnceEach(stack: Stack, tables: readonly RawTable[]): OnceEach {
  const nothing: OnceEach = { stack, problems: [] };
  if (new Set(tables.map(({ source }) => source)).size < 2) return nothing;
  const ids = codesIn(stack.columns, 'id')?.codes;
  if (ids && !ids.includes(0)) return nothing;
  const isIn = (field: FieldId): boolean =>
    tables.every(({ mapping }) => mapping.fields[field] !== undefined);
  const person = people.find(isIn);
  const { contents, thin } = contentOf(stack, { person, texts: texts.filter(isIn) });
  if (sharesItsDays(thin, stack)) for (const [key, rows] of thin) contents.set(`thin ${key}`, rows);
  const left = new Uint8Array(stack.rows);
  const newest = tables.map(newestStamp);
  let repeated = 0;
  for (const rows of contents.values()) {
    const files = byFile(rows, stack);
    if (files.length < 2) continue;
    const better = inOrder(files, { stack, tables, newest });
    repeated += leaveOthers(better, { ids, left });
  }
  if (repeated === 0) return nothing;
  if (person === undefined) return { stack, problems: looksAlike(repeated, tables) };
  return {
    stack: takeRows(stack, rowsThatStay(left)),
    problems: [{ code: 'tickets_without_ids_alike', severity: 'note', args: {}, count: repeated }],
  };
}

/** Said where nobody is named, and enough rows look like those of another file. */
function looksAlike(count: number, tables: readonly RawTable[]): Problem[] {
  const fewest = Math.min(...tables.map(({ rows }) => rows));
  if (count < 2 || count < ALIKE * fewest) return [];
  return [{ code: 'tickets_look_alike', severity: 'warning', args: {}, count }];
}

interface Contents {
  readonly contents: Map<string, number[]>;
  /** Rows of a day and a person alone. */
  readonly thin: ReadonlyMap<string, number[]>;
}

/** Rows of each content that is enough to know a ticket by. */
function contentOf(
  { rows, columns }: Stack,
  fields: { readonly person: FieldId | undefined; readonly texts: readonly FieldId[] },
): Contents {
  const contents = new Map<string, number[]>();
  const thin = new Map<string, number[]>();
  const created = columns.created_at;
  const at = numbersIn(columns, 'created_at');
  if (!at || created?.type !== 'instant') return { contents, thin };
  const days = created.written?.days ?? null;
  const people = fields.person ? codesIn(columns, fields.person)?.codes : undefined;
  const words = fields.texts.flatMap((field) => codesIn(columns, field)?.codes ?? []);
  for (let row = 0; row < rows; row++) {
    if (Number.isNaN(at[row]) || people?.[row] === 0) continue;
    const isBare = days?.[row] === 1 && words.every((codes) => codes[row] === 0);
    if (isBare && people === undefined) continue;
    const key = `${at[row]}/${people?.[row] ?? ''}/${words.map((codes) => codes[row]).join('/')}`;
    const into = isBare ? thin : contents;
    const alike = into.get(key);
    if (alike) alike.push(row);
    else into.set(key, [row]);
  }
  return { contents, thin };
}

/** Fewer rows that stand in two files may do so by chance. */
const FEWEST_SHARED = 3;
/** Share of the rows of common days that stand in both files where these overlap. */
const SHARED = 0.8;

/** Whether rows known by a day and a person alone stand in both files wherever these hold the same days. */
function sharesItsDays(thin: ReadonlyMap<string, number[]>, { columns, source }: Stack): boolean {
  const at = numbersIn(columns, 'created_at');
  if (!at || thin.size === 0) return false;
  const spans = new Map<number, { first: number; last: number }>();
  for (let row = 0; row < at.length; row++) {
    if (Number.isNaN(at[row])) continue;
    const span = spans.get(source[row]);
    if (!span) spans.set(source[row], { first: at[row], last: at[row] });
    else {
      span.first = Math.min(span.first, at[row]);
      span.last = Math.max(span.last, at[row]);
    }
  }
  const others = [...spans];
  const isInOther = (row: number): boolean =>
    others.some(([file, { first, last }]) => file !== source[row] && at[row] >= first && at[row] <= last);
  let inBoth = 0;
  let shared = 0;
  for (const rows of thin.values()) {
    if (new Set(rows.map((row) => source[row])).size > 1) shared += rows.length;
    for (const row of rows) if (isInOther(row)) inBoth++;
  }
  return shared >= 2 * FEWEST_SHARED && shared >= SHARED * inBoth;
}

function byFile(rows: readonly number[], { source }: Stack): Alike[] {
  const files = new Map<number, number[]>();
  for (const row of rows) {
    const there = files.get(source[row]);
    if (there) there.push(row);
    else files.set(source[row], [row]);
  }
  return [...files].map(([source, rows]) => ({ source, rows }));
}

interface Order {
  readonly stack: Stack;
  readonly tables: readonly RawTable[];
  /** The newest stamp of each table. */
  readonly newest: readonly number[];
}

/** The file that has most of them first, then the one with the newest update, the newer export, the later path. */
function inOrder(files: readonly Alike[], { stack, tables, newest }: Order): Alike[] {
  const updated = numbersIn(stack.columns, 'updated_at');
  const updateOf = ({ rows }: Alike): number => Math.max(...rows.map((row) => updated?.[row] || 0));
  const tableOf = ({ rows }: Alike): number => stack.table[rows[0]];
  const pathOf = (file: Alike): string => tables[tableOf(file)].path;
  return [...files].sort(
    (a, b) =>
      b.rows.length - a.rows.length ||
      updateOf(b) - updateOf(a) ||
      newest[tableOf(b)] - newest[tableOf(a)] ||
      (pathOf(a) < pathOf(b) ? 1 : -1),
  );
}

/** Leaves out the rows of all files but the first, and none that has an id: how many. */
function leaveOthers(
  files: readonly Alike[],
  { ids, left }: { readonly ids: Uint32Array | undefined; readonly left: Uint8Array },
): number {
  const hasId = (row: number): boolean => (ids?.[row] ?? 0) !== 0;
  const named = Math.max(...files.map(({ rows }) => rows.filter(hasId).length));
  let repeated = 0;
  for (const [place, { rows }] of files.entries()) {
    const bare = rows.filter((row) => !hasId(row));
    // Rows with an id stand for as many of those that have none.
    for (const row of place === 0 ? bare.slice(0, named) : bare) {
      left[row] = 1;
      repeated++;
    }
  }
  return repeated;
}
