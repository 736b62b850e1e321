import type { CodeColumn, Column, ListColumn } from '../../model/columns.ts';
import { codesOf, type Desk, type TicketTable } from '../../model/desk.ts';
import { firstMatches, type PolicyAssignment, type PolicyStretch } from './policies.ts';

/**
 * Which policy holds for each ticket: the first whose filter lets it through. Where events tell how its priority
 * changed, filters are asked anew for each priority that it had.
 *
 * @param masksOf the policies' filters, compiled for a desk: 1 where a ticket passes, null where all do
 */
export function assignPolicies(
  desk: Desk,
  masksOf: (desk: Desk) => readonly (Uint8Array | null)[],
): PolicyAssignment {
  const policy = firstMatches(masksOf(desk), desk.tickets.rows);
  const versions = versionsOf(desk);
  const changed = new Map<number, PolicyStretch[]>();
  if (versions.length === 0) return { policy, changed };
  const earlier = firstMatches(masksOf(deskOfVersions(desk, versions)), versions.length);
  for (const [index, { ticket, from }] of versions.entries()) {
    const stretches = changed.get(ticket) ?? [];
    stretches.push({ from, policy: earlier[index] });
    changed.set(ticket, stretches);
  }
  return { policy, changed };
}

/** A ticket with the priority that it had from an instant on. */
interface Version {
  readonly ticket: number;
  readonly from: number;
  /** Code among the events' priorities. */
  readonly priority: number;
}

/** Every priority that tickets had one after the other; only tickets that had more than one. */
function versionsOf({ events, tickets, asOf }: Desk): Version[] {
  if (!events?.priority) return [];
  const { after, before } = events.priority;
  const found: Version[] = [];
  for (let ticket = 0; ticket < tickets.rows; ticket++) {
    const own: Version[] = [];
    const add = (from: number, priority: number): void => {
      if (priority !== 0 && own.at(-1)?.priority !== priority) own.push({ ticket, from, priority });
    };
    for (let i = events.offsets[ticket]; i < events.offsets[ticket + 1] && events.at[i] <= asOf; i++) {
      // The first one known was there from the start: nothing tells of another.
      if (own.length === 0) add(Number.NEGATIVE_INFINITY, before.codes[i] || after.codes[i]);
      add(events.at[i], after.codes[i]);
    }
    if (own.length > 1) found.push(...own);
  }
  return found;
}

/** A desk whose tickets are versions of tickets, for filters to look at. */
function deskOfVersions(desk: Desk, versions: readonly Version[]): Desk {
  const rows = Uint32Array.from(versions, ({ ticket }) => ticket);
  const columns: Record<string, Column> = {};
  for (const [field, column] of Object.entries(desk.tickets.columns)) columns[field] = pick(column, rows);
  const names = desk.events?.priority?.after.names ?? codesOf(desk.tickets, 'priority')?.names;
  const priority = names && {
    type: 'code' as const,
    codes: Uint32Array.from(versions, (version) => version.priority),
    names,
  };
  const tickets: TicketTable = {
    rows: rows.length,
    columns: { ...columns, ...(priority ? { priority } : {}) },
    extra: new Map([...desk.tickets.extra].map(([name, column]) => [name, pick(column, rows) as CodeColumn])),
    source: new Uint16Array(rows.length),
    line: new Uint32Array(rows.length),
  };
  return { ...desk, tickets, messages: null, events: null, spells: null };
}

function pick(column: Column, rows: Uint32Array): Column {
  switch (column.type) {
    case 'code':
      return { ...column, codes: rows.map((row) => column.codes[row]) };
    case 'list':
      return pickLists(column, rows);
    default:
      return { ...column, values: Float64Array.from(rows, (row) => column.values[row]) };
  }
}

function pickLists({ offsets, codes, names }: ListColumn, rows: Uint32Array): ListColumn {
  const next = new Uint32Array(rows.length + 1);
  const kept: number[] = [];
  rows.forEach((row, index) => {
    for (let i = offsets[row]; i < offsets[row + 1]; i++) kept.push(codes[i]);
    next[index + 1] = kept.length;
  });
  return { type: 'list', offsets: next, codes: Uint32Array.from(kept), names };
}
