import { removedStatuses } from '../../model/fields.ts';
import { DeskstatError, type Problem } from '../../model/problem.ts';
import { codesIn, ensureNumbers, flagsOf, type Stack } from './stack.ts';

/** Which tickets stay, and how many left for which reason. */
export interface KeptTickets {
  /** Rows of the tickets that stay; null for all. */
  readonly rows: Uint32Array | null;
  readonly removed: Map<string, number>;
  readonly problems: Problem[];
}

/** The tickets that stay: not merged, spam or deleted, created by as-of. */
export function keepTickets(tickets: Stack, options: KeepOptions): KeptTickets {
  const reasonOf = reasonsToLeave(tickets, options);
  const removed = new Map<string, number>();
  // Mostly all stay: the list begins with the first that does not.
  let rows: Uint32Array | null = null;
  let n = 0;
  let undated = 0;
  for (let row = 0; row < tickets.rows; row++) {
    const reason = reasonOf(row);
    if (reason === null) {
      if (rows !== null) rows[n] = row;
      n++;
      continue;
    }
    if (reason === UNDATED) undated++;
    else removed.set(reason, (removed.get(reason) ?? 0) + 1);
    rows ??= new Uint32Array(tickets.rows).map((_, i) => i);
  }
  if (n === 0 && tickets.rows > 0 && removed.size === 0) {
    throw new DeskstatError({ code: 'no_tickets', args: {} }, 3);
  }
  const problems: Problem[] =
    undated === 0 ? [] : [{ code: 'tickets_undated', severity: 'warning', args: {}, count: undated }];
  return { rows: rows?.subarray(0, n) ?? null, removed, problems };
}

interface KeepOptions {
  readonly asOf: number | null;
  readonly datesOptional?: boolean;
}

/** A ticket without a creation is no ticket that was removed: it is told of apart. */
const UNDATED = 'undated';

/** Why a ticket leaves; null where it stays. */
function reasonsToLeave(
  tickets: Stack,
  { asOf, datesOptional }: KeepOptions,
): (row: number) => string | null {
  const columns = [codesIn(tickets.columns, 'status'), codesIn(tickets.columns, 'removed_as')];
  const marks = columns.flatMap((column) => {
    const isRemoved = column ? flagsOf(column.names, [...removedStatuses, 'pull_request']) : null;
    return column && isRemoved?.includes(1) ? [{ ...column, isRemoved }] : [];
  });
  const created = ensureNumbers(tickets, 'created_at', 'instant');
  return (row) => {
    for (let i = 0; i < marks.length; i++) {
      const { codes, names, isRemoved } = marks[i];
      if (isRemoved[codes[row]] === 1) return names.name(codes[row]);
    }
    if (Number.isNaN(created[row]) && !datesOptional) return UNDATED;
    return asOf !== null && created[row] > asOf ? 'created_after_as_of' : null;
  };
}
