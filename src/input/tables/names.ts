import type { CodeColumn } from '../../model/columns.ts';
import { type FieldId, fieldsOf } from '../../model/fields.ts';
import { isKeptKey } from './people-keys.ts';
import type { RawTable } from './raw-table.ts';
import { codesIn, type Stack } from './stack.ts';

/** How people and groups are called, whatever the files call them. */
export interface NameOptions {
  /** Other names, addresses and ids of an agent → the name. */
  readonly agents: ReadonlyMap<string, string>;
  /** Other names of a group → the name. */
  readonly groups: ReadonlyMap<string, string>;
  /** What stands for a person from here on; null leaves people as they are. Different people need different answers. */
  readonly pseudonymOf: ((name: string) => string) | null;
}

export const namesAsWritten: NameOptions = { agents: new Map(), groups: new Map(), pseudonymOf: null };

/** Names that say nobody has the ticket. */
const nobody = new Set([
  'unassigned',
  'nobody',
  'no agent',
  'no assignee',
  'not assigned',
  'no one',
  'unowned',
  'none',
  'n/a',
]);

/** True for names that say nobody has the ticket; a group may be nobody too. */
export const isNobody = (name: string): boolean => nobody.has(name.toLowerCase());

/**
 * Names that say that a machine writes: `dependabot[bot]`, `Answer Bot`, `no-reply@…`. A person may be called Bot, so a
 * first name before it is no mark.
 */
const botName =
  /\[bot\]$|^(?:[\w.]*[-_.])?bot$|(?:^|[\s_.-])(?:chat|answer|auto|support|help|welcome|stale|triage|service|virtual|ai|reply|info|github|slack)[\s_.-]?bot\b|^(?:github-actions|dependabot|renovate|stale|mergify|codecov)\b|^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|auto-?(?:reply|responder|mailer))(?:@|$|[\s_.-])|^(?:auto(?:matic)?[\s_-]?(?:reply|responder|answer)|chatbot|virtual (?:agent|assistant))\b/i;

/** `HelperBot`, `acmeBot`: written as one word with a capital in it, as no person's name is. */
const joinedBotName = /\p{Ll}Bot$/u;

/** True for a name that says that a machine writes under it. */
export const isBotName = (name: string): boolean => botName.test(name) || joinedBotName.test(name);

const agentFields = ['assignee', 'author', 'actor', 'agent'] as const;

const personFields = [
  ...new Set(
    Object.values(fieldsOf).flatMap((fields) =>
      Object.entries(fields).flatMap(([field, type]) => (type === 'person' ? [field as FieldId] : [])),
    ),
  ),
];

/**
 * Settles the names of a kind of table, once for every command: aliases of agents and groups become one name, then
 * pseudonyms take the place of people, also in columns that are kept by their own name.
 */
export function settleNames(
  stack: Stack | null,
  { names, tables }: { readonly names: NameOptions; readonly tables: readonly RawTable[] },
): void {
  if (!stack) return;
  const rename = (field: FieldId, nameOf: (name: string) => string): void => {
    const column = codesIn(stack.columns, field);
    if (column) stack.columns[field] = renamed(column, nameOf);
  };
  const { agents, groups, pseudonymOf } = names;
  if (agents.size > 0) for (const field of agentFields) rename(field, (name) => agents.get(name) ?? name);
  if (groups.size > 0) rename('group', (name) => groups.get(name) ?? name);
  if (!pseudonymOf) return;
  const standIn = (name: string): string => (isNobody(name) ? name : pseudonymOf(name));
  for (const field of personFields) rename(field, standIn);
  for (const [name, column] of stack.extra) {
    // What is kept to find names in texts is never shown.
    if (column.type !== 'code' || isKeptKey(name)) continue;
    const holdsPeople = tables.some((table) => feedsPerson(table, name));
    stack.extra.set(
      name,
      renamed(column, (text) => (holdsPeople || isAddress(text) ? standIn(text) : text)),
    );
  }
}

function feedsPerson({ mapping }: RawTable, source: string): boolean {
  return personFields.some((field) => mapping.fields[field]?.source === source);
}

const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/** A column under other names; each distinct one is asked for once. */
export function renamed(column: CodeColumn, nameOf: (name: string) => string): CodeColumn {
  const { names } = column;
  const known: number[] = [];
  const codes = new Uint32Array(column.codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = column.codes[row];
    known[code] ??= code === 0 ? 0 : names.internText(nameOf(names.name(code)));
    codes[row] = known[code];
  }
  return { type: 'code', codes, names };
}
