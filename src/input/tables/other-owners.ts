import type { CodeColumn } from '../../model/columns.ts';
import { type LooseMatch, matchLoosely } from '../../model/loose-keys.ts';
import type { Problem } from '../../model/problem.ts';
import { isTicketKey, sourceOfKey } from './people-keys.ts';
import type { RawTable } from './raw-table.ts';
import { codesIn, type Stack } from './stack.ts';
import type { DeskStacks } from './stacks-by-kind.ts';

export interface TicketSide {
  readonly tickets: Stack;
  /** Ticket row by code of its id, −1 where no ticket has it. */
  readonly byCode: Int32Array;
}

/** A way in which another file names tickets, and how many of them. */
export interface OtherWriting {
  readonly count: number;
  /** One id as it stands here and there. */
  readonly example: readonly [here: string, there: string];
  /** The column of the tickets that holds it, or how the two differ. */
  readonly by: { readonly column: string } | Pick<LooseMatch, 'ways'>;
}

interface OtherOwners {
  /** Ticket row by code, of the ids that are no ticket's as they stand. */
  readonly owners: ReadonlyMap<number, number>;
  readonly found: readonly OtherWriting[];
}

/**
 * The tickets of ids that no ticket has as they stand: as the last number of a link, as what another column of the
 * tickets holds, and as ids that differ in how they are written. An id that could mean two tickets means none.
 */
export function otherOwners(ids: CodeColumn, { tickets, byCode }: TicketSide): OtherOwners {
  const owners = new Map<number, number>();
  const left = new Set<number>();
  const taken = new Set<number>();
  let before = 0;
  for (const code of ids.codes) {
    // Rows of one ticket mostly stand together.
    if (code === 0 || code === before) continue;
    before = code;
    const owner = byCode[code] ?? -1;
    if (owner >= 0) taken.add(owner);
    else left.add(code);
  }
  const found: OtherWriting[] = [];
  for (const code of left) {
    const owner = ownerByReference(ids, { code, byCode });
    if (owner < 0) continue;
    owners.set(code, owner);
    taken.add(owner);
    left.delete(code);
  }
  for (const name of tickets.extra.keys())
    if (isTicketKey(name) && left.size > 0) found.push(...byColumn(name, { ids, tickets, left, owners }));
  for (const owner of owners.values()) taken.add(owner);
  found.push(...looselyWritten({ ids, byCode, left, taken, owners }));
  return { owners, found };
}

const ownId = (name: string): string => name.slice(name.lastIndexOf('\u0000') + 1);

/** Ids that another column of the tickets holds, each of one ticket. */
function byColumn(
  name: string,
  {
    ids,
    tickets,
    left,
    owners,
  }: {
    readonly ids: CodeColumn;
    readonly tickets: Stack;
    readonly left: Set<number>;
    readonly owners: Map<number, number>;
  },
): OtherWriting[] {
  const column = tickets.extra.get(name);
  if (column?.type !== 'code') return [];
  const rowOf = new Map<string, number>();
  column.codes.forEach((code, row) => {
    if (code === 0) return;
    const key = column.names.name(code);
    rowOf.set(key, rowOf.has(key) ? -1 : row);
  });
  const own = codesIn(tickets.columns, 'id');
  let count = 0;
  let example: readonly [string, string] | null = null;
  for (const code of left) {
    const here = ownId(ids.names.name(code));
    const row = rowOf.get(here) ?? -1;
    if (row < 0) continue;
    owners.set(code, row);
    left.delete(code);
    count++;
    if (example === null || here < example[0])
      example = [here, own ? ownId(own.names.name(own.codes[row])) : ''];
  }
  return example ? [{ count, example, by: { column: sourceOfKey(name) } }] : [];
}

function looselyWritten({
  ids,
  byCode,
  left,
  taken,
  owners,
}: {
  readonly ids: CodeColumn;
  readonly byCode: Int32Array;
  readonly left: ReadonlySet<number>;
  readonly taken: ReadonlySet<number>;
  readonly owners: Map<number, number>;
}): OtherWriting[] {
  if (left.size === 0) return [];
  const codeOf = new Map([...left].map((code) => [ownId(ids.names.name(code)), code]));
  const rowOf = new Map<string, number>();
  const takenNames = new Set<string>();
  for (let code = 1; code < byCode.length; code++) {
    if (byCode[code] < 0) continue;
    const name = ids.names.name(code);
    // Two desks may have the same id: with both there, it pairs with neither.
    const key = rowOf.has(ownId(name)) ? name : ownId(name);
    rowOf.set(key, byCode[code]);
    if (taken.has(byCode[code])) takenNames.add(key);
  }
  const found = matchLoosely(codeOf.keys(), rowOf.keys(), takenNames);
  if (!found) return [];
  for (const [mine, theirs] of found.pairs) owners.set(codeOf.get(mine) ?? 0, rowOf.get(theirs) ?? -1);
  const [example] = [...found.pairs].sort(([a], [b]) => (a < b ? -1 : 1));
  return [{ count: found.pairs.size, example, by: { ways: found.ways } }];
}

/** `https://…/conversations/301`, `#301`, `Ticket 301`: the ticket whose id is the last number in it. */
function ownerByReference(ids: CodeColumn, { code, byCode }: { code: number; byCode: Int32Array }): number {
  const text = ids.names.name(code);
  const own = text.slice(text.lastIndexOf('\u0000') + 1);
  const prefix = text.slice(0, text.length - own.length);
  const number = /^[a-z]+:\/\//i.test(own)
    ? /(\d+)(?!.*\d)/.exec(own.replace(/[?#].*$/, ''))?.[1]
    : /^(?:#|ticket|case|conversation)\s*#?\s*(\d+)$/i.exec(own)?.[1];
  return number === undefined ? -1 : (byCode[ids.names.find(prefix + number)] ?? -1);
}

/** What is said of ids that are written otherwise than in the tickets. */
export const writtenOtherwise = (found: readonly OtherWriting[], where: Problem['where']): Problem[] =>
  found.map(({ by, example: [here, there], count }) => ({
    code: 'column' in by ? 'ids_in_other_column' : 'ids_written_otherwise',
    severity: 'note',
    args: { ...by, here, there },
    where,
    count,
  }));

/** Finds the tickets of events and messages whose ids are written otherwise, or stand in another column there. */
export function joinOtherIds(
  tables: readonly RawTable[],
  { stacks, side }: { readonly stacks: DeskStacks; readonly side: TicketSide },
): Problem[] {
  const { events, messages, dialogues } = stacks;
  return [events, messages, dialogues].flatMap((stack) => {
    const ids = stack && codesIn(stack.columns, 'ticket_id');
    if (!ids) return [];
    const { owners, found } = otherOwners(ids, side);
    for (const [code, row] of owners) side.byCode[code] = row;
    const kind = stack === events ? 'events' : 'messages';
    const files = new Set(tables.flatMap((table) => (table.kind === kind ? [table.path] : [])));
    const [file] = files;
    return writtenOtherwise(found, files.size === 1 ? { file } : undefined);
  });
}
