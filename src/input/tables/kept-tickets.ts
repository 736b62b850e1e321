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
export function keepTickets(
  tickets: Stack,
  { asOf, datesOptional }: { readonly asOf: number | null; readonly datesOptional?: boolean },
): KeptTickets {
  const status = codesIn(tickets.columns, 'status');
  const removedAs = codesIn(tickets.columns, 'removed_as');
  const created = ensureNumbers(tickets, 'created_at', 'instant');
  const removed = new Map<string, number>();
  const isRemoved = status ? flagsOf(status.names, removedStatuses) : new Uint8Array(1);
  const isMarked = removedAs ? flagsOf(removedAs.names, removedStatuses) : new Uint8Array(1);
  // Mostly all stay: the list begins with the first that does not.
  let rows: Uint32Array | null = null;
  let n = 0;
  let undated = 0;
  for (let row = 0; row < tickets.rows; row++) {
    let reason: string | null = null;
    if (status && isRemoved[status.codes[row]] === 1) reason = status.names.name(status.codes[row]);
    else if (removedAs && isMarked[removedAs.codes[row]] === 1)
      reason = removedAs.names.name(removedAs.codes[row]);
    else if (Number.isNaN(created[row]) && !datesOptional) undated++;
    else if (asOf !== null && created[row] > asOf) reason = 'created_after_as_of';
    else {
      if (rows !== null) rows[n] = row;
      n++;
      continue;
    }
    if (reason !== null) removed.set(reason, (removed.get(reason) ?? 0) + 1);
    rows ??= new Uint32Array(tickets.rows).map((_, i) => i);
  }
  if (n === 0 && tickets.rows > 0 && removed.size === 0) {
    throw new DeskstatError({ code: 'no_tickets', args: {} }, 3);
  }
  const problems: Problem[] =
    undated === 0 ? [] : [{ code: 'tickets_undated', severity: 'warning', args: {}, count: undated }];
  return { rows: rows?.subarray(0, n) ?? null, removed, problems };
}
