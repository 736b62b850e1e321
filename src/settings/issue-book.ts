import { type Document, isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { DeskstatError } from '../model/problem.ts';
import { type Sentence, sentence } from '../model/sentence.ts';
import { yamlMistake } from './yaml-tree.ts';

/** One entry of an issue book, as far as this version knows its keys. */
export interface BookEntry {
  readonly id: string;
  readonly name: string;
  readonly topic?: string;
  readonly merged_into?: string;
  readonly ignored?: boolean;
  readonly pinned?: readonly string[];
  readonly prototype?: {
    readonly size: number;
    readonly words: Readonly<Record<string, number>>;
    readonly texts: readonly string[];
  };
}

/** An issue book and the document it was read from, so that writing it back loses nothing that a person wrote. */
export interface OpenBook {
  readonly book: {
    readonly version: 1;
    readonly issues: readonly BookEntry[];
    readonly topics?: readonly { readonly id: string; readonly name: string }[];
  };
  readonly document: Document;
}

const HEAD = ` Recurring issues, kept from week to week by "deskstat issues --book".
 Yours to edit: name; topic: an id of the list of topics; merged_into: another id; ignored: true; pinned: [words or phrases].
 prototype is how deskstat recognises the issue; leave it alone. Everything else you add stays.`;

/** A new, empty book. */
export function newBook(): OpenBook {
  const document = parseDocument('version: 1\nissues: []\n');
  document.commentBefore = HEAD;
  return { book: { version: 1, issues: [] }, document };
}

/**
 * Reads an issue book.
 *
 * @throws DeskstatError (2), at line and column, for what is no book
 */
export function parseBook(text: string, file: string): OpenBook {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) {
    const [place] = error.linePos ?? [{ line: 1, col: 1 }];
    throw badBook({ file, line: place.line, column: place.col }, yamlMistake(error));
  }
  if (document.contents === null) return newBook();
  const list = document.get('issues');
  if (!isMap(document.contents) || (list !== undefined && list !== null && !isSeq(list))) {
    throw badBook({ file, line: 1, column: 1 }, sentence('mistake.book_without_issues'));
  }
  const entries = (document.toJS() as { issues?: unknown[] | null }).issues ?? [];
  const seen = new Set<string>();
  const issues = entries.map((entry, index): BookEntry => {
    const place = whereOf({ document, text, file, index });
    const { id, name } = (entry ?? {}) as Partial<BookEntry>;
    if (typeof id !== 'string' || id === '') throw badBook(place, sentence('mistake.issue_without_id'));
    if (seen.has(id)) throw badBook(place, sentence('mistake.id_twice', { id }));
    seen.add(id);
    return checkedEntry(entry as BookEntry, {
      name: typeof name === 'string' ? name : String(name ?? id),
      place,
    });
  });
  for (const { id, merged_into: target } of issues) {
    if (target !== undefined && !seen.has(target)) {
      const index = issues.findIndex((issue) => issue.id === id);
      throw badBook(
        whereOf({ document, text, file, index }),
        sentence('mistake.merged_into_unknown', { id, target }),
      );
    }
  }
  const topics = topicsOf(document, file);
  return { book: { version: 1, issues, ...(topics.length > 0 ? { topics } : {}) }, document };
}

/** Headings over issues: an id and a name each. */
function topicsOf(document: Document, file: string): { id: string; name: string }[] {
  const { topics } = document.toJS() as { topics?: unknown };
  if (topics === undefined || topics === null) return [];
  const list: unknown[] = Array.isArray(topics) ? topics : [topics];
  return list.map((topic) => {
    const { id, name } = (topic ?? {}) as { id?: unknown; name?: unknown };
    if (typeof id !== 'string' || id === '')
      throw badBook({ file, line: 1, column: 1 }, sentence('hint.topics'));
    return { id, name: typeof name === 'string' ? name : String(name ?? id) };
  });
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

function checkedEntry(
  entry: BookEntry,
  { name, place }: { readonly name: string; readonly place: Place },
): BookEntry {
  const pinned: unknown = entry.pinned;
  if (pinned !== undefined && pinned !== null && !Array.isArray(pinned) && typeof pinned !== 'string') {
    throw badBook(place, sentence('mistake.pinned_no_list', { id: entry.id }));
  }
  if (entry.ignored !== undefined && typeof entry.ignored !== 'boolean')
    throw badBook(place, sentence('mistake.ignored_no_flag', { id: entry.id }));
  const phrases =
    typeof pinned === 'string' ? [pinned] : ((pinned as string[] | undefined) ?? []).map(String);
  return {
    id: entry.id,
    name,
    ...(entry.topic ? { topic: String(entry.topic) } : {}),
    ...(entry.merged_into ? { merged_into: String(entry.merged_into) } : {}),
    ...(entry.ignored ? { ignored: true } : {}),
    ...(phrases.length > 0 ? { pinned: phrases } : {}),
    ...(entry.prototype ? { prototype: entry.prototype } : {}),
  };
}

interface EntryPlace {
  readonly document: Document;
  readonly text: string;
  readonly file: string;
  readonly index: number;
}

function whereOf({ document, text, file, index }: EntryPlace): Place {
  const node = document.getIn(['issues', index], true) as { range?: [number, number, number] } | undefined;
  const offset = node?.range?.[0] ?? 0;
  const before = text.slice(0, offset);
  return { file, line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

function badBook(where: Place, message: Sentence): DeskstatError {
  return new DeskstatError({ code: 'bad_book', args: { message }, where }, 2);
}

/**
 * The text of a book after a run: prototypes brought up to date, new issues appended; names, comments, order and keys
 * that a person wrote stay as they are.
 */
export function bookText({ document }: OpenBook, book: OpenBook['book']): string {
  if (!document.has('issues') || document.get('issues') === null)
    document.set('issues', document.createNode([]));
  const list = document.get('issues');
  if (!isSeq(list)) throw new Error('an issue book without a list');
  list.flow = false;
  const byId = new Map(list.items.filter(isMap).map((item) => [String(item.get('id')), item as YAMLMap]));
  for (const issue of book.issues) {
    const item = byId.get(issue.id);
    if (!item) list.add(document.createNode(entryOf(issue)));
    else if (issue.prototype) item.set('prototype', flowNode(document, issue.prototype));
  }
  addTopics(document, book.topics ?? []);
  for (const item of list.items) {
    if (!isMap(item)) continue;
    const prototype = item.get('prototype');
    if (isMap(prototype)) prototype.flow = true;
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function addTopics(document: Document, topics: NonNullable<OpenBook['book']['topics']>): void {
  if (topics.length === 0) return;
  if (!isSeq(document.get('topics'))) document.set('topics', document.createNode([]));
  const list = document.get('topics');
  if (!isSeq(list)) return;
  list.flow = false;
  const known = new Set(list.items.filter(isMap).map((item) => String(item.get('id'))));
  for (const topic of topics) if (!known.has(topic.id)) list.add(document.createNode(topic));
}

function entryOf({ id, name, topic, prototype }: BookEntry): Record<string, unknown> {
  return { id, name, ...(topic ? { topic } : {}), ...(prototype ? { prototype } : {}) };
}

function flowNode(document: Document, value: unknown): YAMLMap {
  const node = document.createNode(value) as YAMLMap;
  node.flow = true;
  return node;
}
