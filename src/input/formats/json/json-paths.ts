import type { JsonTree } from './json-tree.ts';

/** Between the elements of a list in one cell. */
export const listSeparator = '\u001f';

/** Keys that name a record, the first that is there being its id for rows nested in it. */
export const idKeys = [
  'id',
  'number',
  'key',
  'ticket_id',
  'sys_id',
  '_id',
  'uuid',
  'response_id',
  'responseId',
] as const;

/** Further ids of a record that rows nested in it may be bound by. */
const bindingKeys = [
  'key',
  'number',
  'iid',
  'reference',
  'display_id',
  'ticket_id',
  'ticket_number',
  'ticketNumber',
  'case_number',
  'caseNumber',
  'conversation_id',
  'conversationId',
  'dialogue_id',
  'dialog_id',
] as const;
/** What a nested row lacks and its parent knows: when it was, who did it. Only taken from parents that are no tickets. */
const circumstanceKeys = [
  'created_at',
  'created',
  'createdAt',
  'timestamp',
  'author_id',
  'author.id',
  'actor.id',
] as const;

/** Keys that only a response to a survey has (Typeform, SurveyMonkey, Google Forms): the lists in it hold its answers. */
const responseKeys = [
  'response_id',
  'responseId',
  'response_status',
  'submitted_at',
  'lastSubmittedTime',
] as const;

const isResponse = (record: ReadonlySet<string>): boolean => responseKeys.some((key) => record.has(key));

/** What a response says of all its answers: when they were given, by whom, of which ticket. */
const ofResponse =
  /^(?:submitted_at|landed_at|date_modified|date_created|lastSubmittedTime|completed_at|email_address|recipient_id|respondentEmail|ticket_id|custom_value|(?:hidden|custom_variables|variables|hidden_fields|ticket|customer|contact)\.[^.]+)$/;

/** Keys of an object in a list that stand for it in its parent's column `path[].name`, best first. */
export const labelKeys = ['name', 'id'] as const;

/** Columns of a nested table that come from its parent begin with this. */
export const parentPrefix = '_parent.';

export const isObject = (tree: JsonTree | undefined): tree is ReadonlyMap<string, JsonTree> =>
  tree instanceof Map;
export const isList = (tree: JsonTree | undefined): tree is readonly JsonTree[] => Array.isArray(tree);

/** The name of the table nested at a path of another one. */
export function nestedStream(parent: string | null, path: string): string {
  return parent === null ? path : `${parent}/${path}`;
}

/** One record taken apart: its cells by dotted path, and the lists of objects in it. */
export interface FlatRecord {
  readonly cells: Map<string, string>;
  readonly lists: Map<string, readonly ReadonlyMap<string, JsonTree>[]>;
}

/**
 * Takes a record apart. Objects become dotted paths; a list of scalars is one cell, its elements joined with U+001F;
 * a list of objects is handed out for a table of its own and leaves its elements' names (else ids) in the cell
 * `path[].name` (`path[].id`). Nulls and lists inside lists leave nothing. A list of scalars at the top is a record
 * whose columns are numbered from 0.
 */
export function flatten(record: JsonTree): FlatRecord {
  const flat: FlatRecord = { cells: new Map(), lists: new Map() };
  if (isList(record)) {
    record.forEach((element, i) => {
      flattenInto(flat, String(i), element);
    });
  } else if (isObject(record)) for (const [key, value] of record) flattenInto(flat, key, value);
  return flat;
}

function flattenInto(flat: FlatRecord, path: string, tree: JsonTree): void {
  if (typeof tree === 'string') {
    flat.cells.set(path, tree);
  } else if (isObject(tree)) {
    for (const [key, value] of tree) flattenInto(flat, `${path}.${key}`, value);
  } else {
    const objects = tree.filter(isObject);
    const scalars = tree.filter(
      (element): element is string => typeof element === 'string' && element !== '',
    );
    if (scalars.length > 0 || objects.length === 0) flat.cells.set(path, scalars.join(listSeparator));
    if (objects.length === 0) return;
    flat.lists.set(path, objects);
    for (const label of labelKeys) {
      const labels = objects.map((object) => object.get(label));
      const present = labels.filter((text): text is string => typeof text === 'string' && text !== '');
      if (present.length > 0) flat.cells.set(`${path}[].${label}`, present.join(listSeparator));
    }
  }
}

/**
 * The columns that a nested table takes from its parent: name in the nested table → path in the parent. Always the
 * parent's id; its other ids; ids that it has from its own parent; when it hangs below a ticket itself, when
 * it was and who did it; and of a response to a survey when it was given and by whom.
 */
export function inheritedColumns(parent: ReadonlySet<string>): Map<string, string> {
  const inherited = new Map<string, string>();
  const id = idKeys.find((key) => parent.has(key)) ?? ownIdOf(parent);
  if (id !== undefined) inherited.set(`${parentPrefix}id`, id);
  for (const key of bindingKeys) if (parent.has(key)) inherited.set(`${parentPrefix}${key}`, key);
  let isBelow = parent.has('ticket_id') || parent.has('conversation_id');
  for (const path of parent) {
    if (!path.startsWith(parentPrefix)) continue;
    isBelow = true;
    inherited.set(`${parentPrefix}${path}`, path);
  }
  for (const key of circumstanceKeys)
    if (isBelow && parent.has(key)) inherited.set(`${parentPrefix}${key}`, key);
  for (const path of parent)
    if ((isBelow && path === 'heading') || (isResponse(parent) && ofResponse.test(path)))
      inherited.set(`${parentPrefix}${path}`, path);
  return inherited;
}

/**
 * The one key of a record that is called somebody's id (`contactId`, `session_id`), else its one number (`case_no`,
 * `ticketNumber`, `vorgangsnummer`), where none is simply `id`; else undefined.
 */
function ownIdOf(parent: ReadonlySet<string>): string | undefined {
  for (const named of [
    /^[a-z]+(?:_id|Id|ID|_key|Key)$/,
    /^[a-z]+(?:_(?:no|nr|num|number|ref)|No|Nr|Number|Ref|nummer)$/,
  ]) {
    const keys = [...parent].filter((key) => named.test(key));
    if (keys.length > 0) return keys.length === 1 ? keys[0] : undefined;
  }
  return undefined;
}
