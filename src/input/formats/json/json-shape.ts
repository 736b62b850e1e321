import type { JsonShape } from '../../../model/source.ts';
import { isList, isObject } from './json-paths.ts';
import type { JsonTree } from './json-tree.ts';

/** Keys that say that an object is a record rather than a wrapper around records. */
const recordKeys = [
  'id',
  'key',
  'number',
  'ticket_id',
  'ticketId',
  'ticketNumber',
  'conversation_id',
  'sys_id',
  '_id',
  'uuid',
  'subject',
  'title',
  'created_at',
  'createdAt',
  'created',
  'created_datetime',
  'createdTime',
  'opened_at',
  'CreatedDate',
] as const;

/** Keys that answers of APIs carry beside the records. */
const pageKeys =
  /^(@odata\..*|_.*|count|total.*|size|next.*|prev.*|first.*|last.*|page.*|per_page|limit|offset|start(_?at)?|max_?results|expand|has_?more|more|cursor|.*_cursor|.*_url|url|href|end_(time|of_stream)|done|object|type|status|success|ok|code|message|error|version|api_version|exported_at|generated_at|took|timed_out|request_id)$/i;

const deepestPage = 3;

/** A record's stream and where its data lie, in the forms that tools write around records. */
export interface Envelope {
  readonly stream: string;
  readonly data: ReadonlyMap<string, JsonTree>;
}

/** The record inside an Airbyte or Singer message, or null when the value is none. */
export function envelopeOf(tree: JsonTree): Envelope | null {
  if (!isObject(tree)) return null;
  const type = tree.get('type');
  if (type !== undefined && type !== 'RECORD' && type !== 'record') return null;
  const inner = tree.get('record');
  const holder = isObject(inner) && typeof inner.get('stream') === 'string' ? inner : tree;
  const stream = holder.get('stream') ?? tree.get('stream');
  if (typeof stream !== 'string' || stream === '') return null;
  const data = holder.get('data') ?? (isObject(inner) ? (inner.get('data') ?? inner) : undefined);
  return isObject(data) ? { stream, data } : null;
}

/** True for messages that stand between records in an Airbyte or Singer log: SCHEMA, STATE, LOG … */
export function isMessage(tree: JsonTree): boolean {
  if (!isObject(tree)) return false;
  const type = tree.get('type');
  return (
    typeof type === 'string' && /^(SCHEMA|STATE|LOG|TRACE|SPEC|CATALOG|CONTROL|CONNECTION_STATUS)$/.test(type)
  );
}

export function isPair(tree: JsonTree): boolean {
  return isList(tree) && tree.length === 2 && typeof tree[0] === 'string' && isObject(tree[1]);
}

/**
 * How records lie in a source, by its first values. `values` are the elements of a top-level array, or the top-level
 * values themselves; `isSingle` says that there is one value and it is no array, which makes an object with lists of
 * objects in it a wrapper unless it is plainly a record.
 */
export function shapeOf(values: readonly JsonTree[], isSingle: boolean): JsonShape {
  if (values.some((value) => envelopeOf(value) !== null)) return { unit: 'envelopes', singles: [] };
  if (values.length > 0 && values.every(isPair)) return { unit: 'pairs', singles: [] };
  const singles = new Set<string>();
  const arePages =
    values.length > 0 && values.every((value) => isObject(value) && isPage({ value, isSingle, singles }));
  return arePages ? { unit: 'pages', singles: [...singles] } : { unit: 'records', singles: [] };
}

function isPage(options: {
  value: ReadonlyMap<string, JsonTree>;
  isSingle: boolean;
  singles: Set<string>;
}): boolean {
  const { value, isSingle, singles } = options;
  if (recordKeys.some((key) => typeof value.get(key) === 'string')) return false;
  const scalars = [...value].filter(([, tree]) => typeof tree === 'string').map(([key]) => key);
  if (!isSingle && !scalars.every((key) => pageKeys.test(key))) return false;
  if ([...value.values()].some(isConversation)) return false;
  return findTables({ value, path: '', depth: 0, mayHoldOne: scalars.length === 0, singles });
}

const speakerKeys = ['role', 'speaker', 'author', 'from', 'sender'] as const;
const speechKeys = ['content', 'text', 'utterance', 'value', 'message', 'body'] as const;

/** A list of what was said in turn, by whom: the turns of one conversation, which its object is the record of. */
function isConversation(tree: JsonTree): boolean {
  const isSaid = (keys: readonly string[], turn: ReadonlyMap<string, JsonTree>): boolean =>
    keys.some((key) => typeof turn.get(key) === 'string');
  return (
    isList(tree) &&
    tree.length > 0 &&
    tree.every(
      (turn) =>
        isObject(turn) && isSaid(speakerKeys, turn) && isSaid(speechKeys, turn) && !isSaid(recordKeys, turn),
    )
  );
}

interface Wrapper {
  readonly value: ReadonlyMap<string, JsonTree>;
  readonly path: string;
  readonly depth: number;
  readonly mayHoldOne: boolean;
  readonly singles: Set<string>;
}

/** Looks for lists of records, and for lone records, in a wrapper; true when there is at least one. */
function findTables(wrapper: Wrapper): boolean {
  let found = false;
  for (const [key, tree] of wrapper.value) {
    const path = wrapper.path === '' ? key : `${wrapper.path}.${key}`;
    const isTable = isList(tree) ? isListOfRecords(tree) : isObject(tree) && findIn(wrapper, tree, path);
    if (isTable) found = true;
  }
  return found;
}

const isListOfRecords = (list: readonly JsonTree[]): boolean =>
  list.some((element) => isObject(element) || isList(element));

/** Looks into an object of a wrapper: a lone record, or a wrapper itself. */
function findIn(wrapper: Wrapper, value: ReadonlyMap<string, JsonTree>, path: string): boolean {
  const { mayHoldOne, singles } = wrapper;
  if (isPlainlyRecord(value)) {
    if (mayHoldOne) singles.add(path);
    return mayHoldOne;
  }
  const depth = wrapper.depth + 1;
  return depth < deepestPage && findTables({ value, path, depth, mayHoldOne, singles });
}

/** An object with an id of its own, or with two keys that only records have: `page.number` alone does not make one. */
function isPlainlyRecord(tree: ReadonlyMap<string, JsonTree>): boolean {
  const keys = recordKeys.filter((key) => typeof tree.get(key) === 'string');
  return keys.length > 1 || keys.some((key) => key !== 'number' && key !== 'key' && key !== 'title');
}
