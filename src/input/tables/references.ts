import type { FieldId } from '../../model/fields.ts';
import type { Problem } from '../../model/problem.ts';
import { renamed } from './names.ts';
import type { RawTable } from './raw-table.ts';
import { codesIn, type Stack } from './stack.ts';

/** Which fields a reference table names. */
const fieldsNamed: Readonly<Record<string, readonly FieldId[]>> = {
  person: ['requester', 'assignee', 'author', 'actor', 'agent', 'customer'],
  group: ['group'],
  organization: ['organization'],
  status: ['status', 'new_value', 'old_value'],
  other: [],
};

interface NamingOptions {
  /** Files that are not only lists of names. */
  readonly used?: ReadonlySet<string>;
  /** Whether other files call somebody so. */
  readonly knownAs?: (name: string) => boolean;
}

/** Whether some column of people holds this name or address, before any id is named. */
export function peopleKnown(stacks: readonly (Stack | null)[]): (name: string) => boolean {
  const known = new Set<string>();
  for (const stack of stacks)
    for (const field of fieldsNamed.person) {
      const column = stack && codesIn(stack.columns, field);
      for (const code of new Set(column?.codes))
        if (column && code !== 0) known.add(column.names.name(code).toLowerCase());
    }
  return (name) => known.has(name.toLowerCase());
}

/**
 * Puts names in the place of ids, where a table of users, groups or organizations was read too. Returns a note on every
 * file that is only such a list and of which no id or name stands anywhere.
 */
export function nameReferences(
  stacks: readonly (Stack | null)[],
  references: readonly RawTable[],
  { used = new Set(), knownAs }: NamingOptions = {},
): readonly Problem[] {
  const unknown = references.filter((table) => !used.has(table.path) && !isNamed(table, stacks));
  for (const kind of ['person', 'group', 'organization', 'status'] as const) {
    const listed = references.filter((table) => table.mapping.referenceOf === kind);
    const names = namesOf(listed, kind === 'person' ? knownAs : undefined);
    if (names.size === 0) continue;
    for (const stack of stacks) {
      if (!stack) continue;
      for (const field of fieldsNamed[kind]) {
        const column = codesIn(stack.columns, field);
        if (column) stack.columns[field] = renamed(column, (id) => names.get(id) ?? id);
      }
    }
  }
  return unknown.map(({ path }) => ({
    code: 'list_names_nobody',
    severity: 'note',
    args: {},
    where: { file: path },
  }));
}

/** Whether an id, name or address of a list stands in a column that such a list names. */
function isNamed(table: RawTable, stacks: readonly (Stack | null)[]): boolean {
  const own = new Set<string>();
  for (const field of ['id', 'name', 'email'] as const) {
    const column = codesIn(table.columns, field);
    for (const code of new Set(column?.codes)) if (column && code !== 0) own.add(column.names.name(code));
  }
  return (fieldsNamed[table.mapping.referenceOf ?? 'other'] ?? []).some((field) =>
    stacks.some((stack) => {
      const column = stack && codesIn(stack.columns, field);
      if (!column) return false;
      for (const code of new Set(column.codes))
        if (code !== 0 && own.has(column.names.name(code))) return true;
      return false;
    }),
  );
}

/** Id → name, with the id behind a name that two have. */
function namesOf(tables: readonly RawTable[], knownAs?: (name: string) => boolean): Map<string, string> {
  const names = new Map<string, string>();
  const uses = new Map<string, Set<string>>();
  for (const table of tables) {
    const id = codesIn(table.columns, 'id');
    const nameAt = textsIn(table, 'name');
    const emailAt = textsIn(table, 'email');
    if (!id) continue;
    for (let row = 0; row < table.rows; row++) {
      const key = id.names.name(id.codes[row]);
      const text = calledBy({ name: nameAt(row), email: emailAt(row) }, knownAs);
      if (key === '' || text === '') continue;
      names.set(key, text);
      uses.set(text, (uses.get(text) ?? new Set()).add(key));
    }
  }
  for (const [key, text] of names) if ((uses.get(text)?.size ?? 0) > 1) names.set(key, `${text} (${key})`);
  return names;
}

function textsIn(table: RawTable, field: 'name' | 'email'): (row: number) => string {
  const column = codesIn(table.columns, field);
  return (row) => column?.names.name(column.codes[row]) ?? '';
}

/** By the name; by the address where that is what other files call somebody, or all that there is. */
function calledBy(
  { name, email }: { readonly name: string; readonly email: string },
  knownAs: (name: string) => boolean = () => false,
): string {
  if (name === '' || email === '') return name || email;
  return knownAs(email) && !knownAs(name) ? email : name;
}

/** Role by name (customer, agent, bot, system), where a list of users says it; names as `nameReferences` leaves them. */
export function rolesOf(
  references: readonly RawTable[],
  knownAs?: (name: string) => boolean,
): ReadonlyMap<string, string> {
  const people = references.filter((table) => table.mapping.referenceOf === 'person');
  const names = namesOf(people, knownAs);
  const roles = new Map<string, string>();
  for (const table of people) {
    const id = codesIn(table.columns, 'id');
    const role = codesIn(table.columns, 'role');
    if (!id || !role) continue;
    for (let row = 0; row < table.rows; row++) {
      const key = id.names.name(id.codes[row]);
      if (role.codes[row] !== 0) roles.set(names.get(key) ?? key, role.names.name(role.codes[row]));
    }
  }
  return roles;
}
