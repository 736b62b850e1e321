import type { Column } from '../../model/columns.ts';
import { type FieldId, openStatuses } from '../../model/fields.ts';
import type { TableMapping } from '../../model/mapping.ts';
import type { Problem } from '../../model/problem.ts';
import type { RawTable } from './raw-table.ts';
import { listsOf, type Part } from './same-header.ts';
import { codesIn, flagsOf, numberColumnIn, numbersIn } from './stack.ts';

type Columns = Partial<Record<FieldId, Column>>;

/** What a helpdesk measured, and the stamps of what it measured; the first column that the export has counts. */
const measured: readonly (readonly [metric: string, stamps: readonly FieldId[]])[] = [
  ['first_response_time', ['first_response_at']],
  ['first_resolution_time', ['first_solved_at', 'solved_at', 'closed_at']],
  ['resolution_time', ['solved_at', 'closed_at']],
];

/**
 * A zero in a helpdesk's own duration is "not yet" where the export has a stamp column for that event and its cell is
 * empty (Freshdesk writes 00:00:00 there) or, without such a column, where no reply was sent. Where one was, it is a zero. A stamp column that is empty
 * beside most of the other durations does not record the event, and says nothing. With neither nobody knows: a zero of a
 * ticket that is open by its status took no time to be resolved because it is not; any other is unknown, and counted.
 * Within working hours a zero is what came outside of them, where cells are left empty for what has not happened, and where
 * it took its time by the calendar.
 * Files of the same columns are one list: what one of them says of its cells holds for all. The tables that were read stay
 * as they are.
 */
export function clearEmptyZeros(tables: readonly RawTable[]): RawTable[] {
  const measuring = new Map(
    tables.flatMap((table) => (isMeasured(table) ? [[table, copyOf(table)] as const] : [])),
  );
  for (const list of listsOf([...measuring.values()]))
    for (const [metric, stamps] of measured)
      for (const clock of ['seconds', 'business_seconds'] as const)
        clearZeros(list, { metric, stamps, clock });
  return tables.map((table) => {
    const part = measuring.get(table);
    return part
      ? { ...table, columns: part.columns, problems: [...table.problems, ...part.problems] }
      : table;
  });
}

/** A table with the columns that it is to have, and what is to be said of it. */
interface Measuring extends Part {
  readonly problems: Problem[];
}

const measuredFields = measured.flatMap(([metric]) =>
  (['seconds', 'business_seconds'] as const).map((clock) => `reported_${metric}_${clock}` as FieldId),
);

const isMeasured = ({ kind, columns }: RawTable): boolean =>
  kind === 'tickets' && measuredFields.some((field) => columns[field]);

function copyOf(table: RawTable): Measuring {
  const columns: Columns = { ...table.columns };
  for (const field of measuredFields) {
    const column = numberColumnIn(columns, field);
    if (column) columns[field] = { ...column, values: column.values.slice() };
  }
  return { table, columns, problems: [] };
}

/** A log of calls says of each how it went: nobody waited for one that was answered at once. */
const tellsItself = ({ table }: Part, metric: string): boolean =>
  metric === 'first_response_time' && table.mapping.marks?.some(({ ofCalls }) => ofCalls) === true;

function clearZeros(
  list: readonly Measuring[],
  {
    metric,
    stamps,
    clock,
  }: {
    readonly metric: string;
    readonly stamps: readonly FieldId[];
    readonly clock: 'seconds' | 'business_seconds';
  },
): void {
  const field = `reported_${metric}_${clock}` as FieldId;
  const parts = list.filter((part) => numbersIn(part.columns, field) && !tellsItself(part, metric));
  const teller = tellerOf(parts, { stamps, metric, field });
  if (!teller && clock === 'business_seconds' && leaveBlanks(parts, field)) return;
  for (const { table, columns, problems } of parts) {
    const { path: file, mapping } = table;
    const where = { file, ...(mapping.stream === null ? {} : { table: mapping.stream }) };
    const values = numbersIn(columns, field) as Float64Array;
    const took = clock === 'seconds' ? null : numbersIn(columns, `reported_${metric}_seconds` as FieldId);
    const happened = teller && numbersIn(columns, teller);
    if (!happened) {
      const isEnd = metric !== 'first_response_time';
      problems.push(...clearUnknown(columns, { field, values, took, isEnd, where }));
      continue;
    }
    const count = clear(values, { happened, took, replies: repliesTo(columns, metric) });
    if (count > 0) problems.push({ code: 'zeros_not_yet', severity: 'note', args: { field }, where, count });
  }
}

/** Whether empty cells say "not yet": some are, and no ticket that nobody has touched has a number. */
function leaveBlanks(parts: readonly Part[], field: FieldId): boolean {
  let blank = 0;
  for (const { columns } of parts) {
    const values = numbersIn(columns, field) as Float64Array;
    const status = codesIn(columns, 'status');
    const isNew = status ? flagsOf(status.names, ['new']) : null;
    for (let row = 0; row < values.length; row++) {
      if (Number.isNaN(values[row])) blank++;
      else if (isNew?.[status?.codes[row] ?? 0] === 1) return false;
    }
  }
  return blank > 0;
}

/** Zeros of which nothing says whether it happened at once or has not happened yet. */
function clearUnknown(
  columns: Columns,
  of: {
    readonly field: FieldId;
    readonly values: Float64Array;
    /** How long it took by the calendar. */
    readonly took: Float64Array | null;
    readonly isEnd: boolean;
    readonly where: Problem['where'];
  },
): Problem[] {
  const { field, values, took, isEnd, where } = of;
  const status = codesIn(columns, 'status');
  const isOpen = isEnd && status ? flagsOf(status.names, openStatuses) : null;
  const unknown = new Uint8Array(values.length);
  let notYet = 0;
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    if (values[row] !== 0 || (took !== null && took[row] > 0)) continue;
    values[row] = Number.NaN;
    if (isOpen?.[status?.codes[row] ?? 0] === 1) notYet++;
    else {
      unknown[row] = 1;
      count++;
    }
  }
  const column = numberColumnIn(columns, field);
  if (count > 0 && column) columns[field] = { ...column, voided: unknown };
  const say = (
    code: 'zeros_not_yet' | 'zeros_unknown',
    severity: Problem['severity'],
    n: number,
  ): Problem[] => (n > 0 ? [{ code, severity, args: { field }, where, count: n }] : []);
  return [...say('zeros_not_yet', 'note', notYet), ...say('zeros_unknown', 'warning', count)];
}

/** True where the number of replies may tell whether a measured zero is an answer. */
export function repliesDecide({ fields }: TableMapping): boolean {
  const isMeasured =
    fields.reported_first_response_time_seconds ?? fields.reported_first_response_time_business_seconds;
  return isMeasured !== undefined;
}

/** True where nothing but how long they took tells when tickets ended: whether the export holds open ones hangs on it. */
export const tookDecides = ({ fields }: TableMapping): boolean =>
  (fields.solved_at ?? fields.closed_at ?? fields.first_solved_at) === undefined;

/** The stamps or counts of replies that tell whether it happened; null where the list cannot tell. */
function tellerOf(
  parts: readonly Part[],
  of: { readonly stamps: readonly FieldId[]; readonly metric: string; readonly field: FieldId },
): FieldId | null {
  for (const stamp of of.stamps) if (areRecorded(parts, stamp, of.field)) return stamp;
  const countsReplies = parts.some(({ columns }) => columns.replies);
  return of.metric === 'first_response_time' && countsReplies ? 'replies' : null;
}

/** Whether a stamp stands beside at least half of the durations above nought. */
function areRecorded(parts: readonly Part[], stamp: FieldId, field: FieldId): boolean {
  let lasted = 0;
  let stamped = 0;
  let isThere = false;
  for (const { columns } of parts) {
    const values = numbersIn(columns, field) as Float64Array;
    const stamps = numbersIn(columns, stamp);
    if (stamps) isThere = true;
    for (let row = 0; row < values.length; row++) {
      if (!(values[row] > 0)) continue;
      lasted++;
      if (stamps && !Number.isNaN(stamps[row])) stamped++;
    }
  }
  return isThere && stamped * 2 >= lasted;
}

/** Replies show that a first answer came, whatever its stamp says. */
const repliesTo = (columns: Columns, metric: string): Float64Array | null =>
  metric === 'first_response_time' ? numbersIn(columns, 'replies') : null;

function clear(
  values: Float64Array,
  {
    happened,
    took,
    replies,
  }: {
    readonly happened: Float64Array;
    readonly took: Float64Array | null;
    readonly replies: Float64Array | null;
  },
): number {
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    if (values[row] !== 0 || happened[row] > 0 || (took !== null && took[row] > 0)) continue;
    if (replies !== null && replies[row] >= 1) continue;
    values[row] = Number.NaN;
    count++;
  }
  return count;
}
