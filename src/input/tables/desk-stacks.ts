import type { CodeColumn } from '../../model/columns.ts';
import type { Table } from '../../model/desk.ts';
import type { Problem } from '../../model/problem.ts';
import { isUndated } from './dialogues.ts';
import { isNobody, type NameOptions, namesAsWritten, settleNames } from './names.ts';
import { callAuthors } from './other-authors.ts';
import { type OverlappingKind, onceEach } from './overlaps.ts';
import { partPeople } from './people-keys.ts';
import type { RawTable } from './raw-table.ts';
import { nameReferences, peopleKnown, rolesOf } from './references.ts';
import { unitePeople } from './same-people.ts';
import { codesIn, flagsWhere, type Stack, stackTables } from './stack.ts';
import type { DeskStacks } from './stacks-by-kind.ts';

/** The tables of one kind, in the order in which their stack counts them. */
export const tablesOf = (tables: readonly RawTable[], kind: RawTable['kind']): RawTable[] =>
  tables.filter((table) => table.kind === kind);

/** The tables of messages that say when they were sent, in the order in which their stack counts them. */
export const datedTables = (tables: readonly RawTable[]): RawTable[] =>
  tablesOf(tables, 'messages').filter(({ mapping }) => !isUndated(mapping));

/** Puts the tables of each kind under each other. */
export function stackKinds(tables: readonly RawTable[]): DeskStacks {
  const stackOf = (found: readonly RawTable[]): Stack | null =>
    found.length === 0 ? null : stackTables(found);
  const messages = tablesOf(tables, 'messages');
  return {
    tickets: stackOf(tablesOf(tables, 'tickets')),
    events: stackOf(tablesOf(tables, 'events')),
    messages: stackOf(datedTables(tables)),
    dialogues: stackOf(messages.filter(({ mapping }) => isUndated(mapping))),
    surveys: tablesOf(tables, 'surveys').map((table) => ({ table, stack: stackTables([table]) })),
    customers: stackOf(tablesOf(tables, 'customers')),
    activity: stackOf(tablesOf(tables, 'activity')),
  };
}

/**
 * Calls people, groups and statuses by their names, where lists of them were read too, then by the names that the
 * settings give them; one person goes by one key in all files. Returns the role of each person whose role a list says.
 */
export function nameStacks(
  stacks: DeskStacks,
  { tables, names = namesAsWritten }: { readonly tables: readonly RawTable[]; readonly names?: NameOptions },
): { readonly roles: ReadonlyMap<string, string>; readonly problems: readonly Problem[] } {
  const references = tablesOf(tables, 'reference');
  const { tickets, events, messages, customers, activity, surveys } = stacks;
  const all = [tickets, events, messages, customers, activity, ...surveys.map(({ stack }) => stack)];
  const used = new Set(tables.flatMap(({ kind, path }) => (kind === 'reference' ? [] : [path])));
  const knownAs = references.length > 0 ? peopleKnown(all) : undefined;
  const unnamed = nameReferences(all, references, { used, knownAs });
  const roles = rolesOf(references, knownAs);
  if (tickets && messages) callAuthors(messages, tickets);
  const { pseudonymOf } = names;
  const pathsOf = (found: readonly RawTable[]): string[] => found.map(({ path }) => path);
  const united = unitePeople(stacks, {
    paths: {
      customers: pathsOf(tablesOf(tables, 'customers')),
      activity: pathsOf(tablesOf(tables, 'activity')),
      messages: pathsOf(datedTables(tables)),
    },
    isSecret: pseudonymOf !== null,
  });
  for (const stack of all) settleNames(stack, { names, tables });
  const problems = [...unnamed, ...united];
  if (!pseudonymOf) return { roles, problems };
  return { roles: new Map([...roles].map(([key, role]) => [pseudonymOf(key), role])), problems };
}

/** The same stacks with each row once where downloads overlap, and what was left out. */
export function withoutOverlaps(
  stacks: DeskStacks,
  tables: readonly RawTable[],
): { readonly stacks: DeskStacks; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const once = (kind: OverlappingKind, stack: Stack | null): Stack | null => {
    if (!stack) return null;
    const read = tablesOf(tables, kind).filter(({ mapping }) => !isUndated(mapping));
    const found = onceEach(kind, { stack, tables: read });
    problems.push(...found.problems);
    return found.stack;
  };
  const messages = once('messages', stacks.messages);
  const events = once('events', stacks.events);
  const customers = once('customers', stacks.customers);
  const activity = once('activity', stacks.activity);
  return { stacks: { ...stacks, messages, events, customers, activity }, problems };
}

/** "Unassigned" is nobody. */
export function clearNobody(tickets: Stack): void {
  for (const field of ['assignee', 'group'] as const) {
    const column: CodeColumn | null = codesIn(tickets.columns, field);
    if (!column) continue;
    const { codes, names } = column;
    const isNone = flagsWhere(names, isNobody);
    for (let row = 0; row < tickets.rows; row++) if (isNone[codes[row]] === 1) codes[row] = 0;
  }
}

/** Rows of one kind as the model has them, the columns that name people apart. */
export function asTable<F extends string>(stack: Stack): Table<F> {
  const [extra, people] = partPeople(stack.extra);
  return {
    rows: stack.rows,
    columns: stack.columns as Table<F>['columns'],
    extra,
    ...(people.length > 0 ? { people } : {}),
    source: stack.source,
    line: stack.line,
  };
}
