import {
  type BookChange,
  type BookIssue,
  type BookTopic,
  type IssueBook,
  lastTopicNumber,
  nextId,
  rootOf,
} from './book.ts';
import type { IssueAssignment, KnownGroup } from './describe-issues.ts';
import { type DocumentGroups, groupDocuments } from './group-documents.ts';
import { renumber } from './numbering.ts';
import { certainty, type KnownMatches, makePrototypes, matchPrototypes, textName } from './prototypes.ts';
import type { Settings } from './settings.ts';
import type { Documents } from './token-documents.ts';
import type { KnownTopic } from './topics.ts';

/** Documents matched with a book, and the rest grouped anew. */
interface BookMatch {
  /** Group of every document, −1 = none: first the known issues that have tickets, then new ones. */
  readonly groupOf: Int32Array;
  /** The book's entry of each group, null for new ones. */
  readonly known: readonly (KnownGroup | null)[];
  /** Topic of each group, −1 = none: first those of the book, in its order, then new ones. */
  readonly topicOf: readonly number[];
  readonly knownTopics: ReadonlyMap<number, KnownTopic>;
  readonly lastTopic: number;
  /** 1 for documents of ignored issues. */
  readonly ignored: Uint8Array;
  readonly matches: KnownMatches;
  /** Names in the book, which no new issue gets. */
  readonly taken: ReadonlySet<string>;
}

/**
 * Matches documents with the issues of a book; what matches none, or only weakly, is searched for new issues, and
 * what does not become one of them stays with the issue that it weakly matched.
 */
export function matchBook(
  documents: Documents,
  { book, settings }: { book: IssueBook; settings: Settings },
): BookMatch {
  const entries = book.issues;
  const matches = matchPrototypes(documents, { entries, settings });
  const { coverage, sure } = matches;
  const roots = entries.map((_, index) => rootOf(entries, index));
  const rest = Int32Array.from({ length: documents.count }, (_, d) => d).filter(
    (d) => sure[d] <= certainty.words && coverage[d] < settings.sureCoverage,
  );
  const fresh = newGroups(groupDocuments(documents, { settings, among: rest }), { coverage, settings });
  const topics = bookTopics(book);
  const groupOf = new Int32Array(documents.count).fill(-1);
  const ignored = new Uint8Array(documents.count);
  const groupOfRoot = new Map<number, number>();
  const known: (KnownGroup | null)[] = [];
  const topicOf: number[] = [];
  for (let d = 0; d < documents.count; d++) {
    if (matches.issueOf[d] < 0 || fresh.groupOf[d] >= 0) continue;
    const root = roots[matches.issueOf[d]];
    if (entries[root].ignored === true) {
      ignored[d] = 1;
      continue;
    }
    let group = groupOfRoot.get(root);
    if (group === undefined) {
      group = known.length;
      groupOfRoot.set(root, group);
      known.push({ id: entries[root].id, name: entries[root].name });
      topicOf.push(topics.place.get(entries[root].topic ?? '') ?? -1);
    }
    groupOf[d] = group;
  }
  const before = known.length;
  fresh.groupOf.forEach((group, d) => {
    if (group >= 0) groupOf[d] = before + group;
  });
  fresh.topicOf.forEach((topic) => {
    known.push(null);
    topicOf.push(topics.known.size + topic);
  });
  return {
    groupOf,
    known,
    topicOf,
    knownTopics: topics.known,
    lastTopic: lastTopicNumber(topics.all),
    ignored,
    matches,
    taken: new Set(entries.map(({ name }) => name)),
  };
}

/** The topics of a book by place. One that an entry names and the list does not hold bears its id as its name. */
function bookTopics({ topics = [], issues }: IssueBook): {
  all: BookTopic[];
  known: Map<number, KnownTopic>;
  place: Map<string, number>;
} {
  const names = new Map(topics.map(({ id, name }) => [id, name]));
  for (const { topic } of issues) if (topic !== undefined && !names.has(topic)) names.set(topic, topic);
  const all = [...names].map(([id, name]) => ({ id, name }));
  return { all, known: new Map(all.entries()), place: new Map(all.map(({ id }, at) => [id, at])) };
}

/** Of groups found among what known issues cover badly, those that they really do not cover. */
function newGroups(
  { groupOf, topicOf }: DocumentGroups,
  { coverage, settings }: { coverage: Float32Array; settings: Settings },
): Pick<DocumentGroups, 'groupOf' | 'topicOf'> {
  const sums = new Float64Array(topicOf.length);
  const sizes = new Int32Array(topicOf.length);
  groupOf.forEach((group, d) => {
    if (group < 0) return;
    sums[group] += coverage[d];
    sizes[group]++;
  });
  const isNew = (group: number): boolean => sums[group] / sizes[group] < settings.newCoverage;
  const found = renumber(groupOf, (group) => (isNew(group) ? group : -1));
  const topics = new Int32Array(found.groups);
  found.groupOf.forEach((group, d) => {
    if (group >= 0) topics[group] = topicOf[groupOf[d]];
  });
  return { groupOf: found.groupOf, topicOf: topics };
}

/** The book after a run: as it was, with new issues appended and prototypes given to entries that had none. */
export function updateBook(
  documents: Documents,
  of: { book: IssueBook; matched: BookMatch; found: IssueAssignment; settings: Settings },
): { book: IssueBook; changes: BookChange[]; issues: IssueAssignment['issues'] } {
  const { book, matched, found, settings } = of;
  const entries: BookIssue[] = [...book.issues];
  const issues = found.issues.map((issue) => {
    if (issue.id !== null) return issue;
    const id = nextId(entries);
    const topic = found.topics[issue.topic]?.id;
    entries.push({ id, name: issue.label, ...(topic === undefined ? {} : { topic }) });
    return { ...issue, id };
  });
  const place = new Map(entries.map(({ id }, index) => [id, index]));
  const entryOf = entryOfDocuments(documents, { found, issues, place });
  const prototypes = makePrototypes(documents, { groupOf: entryOf, groups: entries.length });
  let changed = false;
  entries.forEach((entry, index) => {
    if (entry.prototype || prototypes[index].size === 0 || entry.merged_into !== undefined) return;
    entries[index] = { ...entry, prototype: prototypes[index] };
    changed = true;
  });
  const whole = changed
    ? withTexts(documents, { entries, known: book.issues.length, entryOf, settings })
    : entries;
  return {
    book: { ...book, issues: whole, ...topicsAfter(book, { found, entries: whole }) },
    changes: changesOf(documents, { book, matched, issues }),
    issues,
  };
}

/** The list of topics with the new ones appended; none where there were none and none is needed. */
function topicsAfter(
  { topics = [] }: IssueBook,
  { found, entries }: { found: IssueAssignment; entries: readonly BookIssue[] },
): Pick<IssueBook, 'topics'> {
  const known = new Set(topics.map(({ id }) => id));
  const used = new Set(entries.map(({ topic }) => topic));
  const fresh = found.topics.filter(({ id }) => !known.has(id) && used.has(id));
  const all = [...topics, ...fresh.map(({ id, label }) => ({ id, name: label }))];
  return all.length > 0 ? { topics: all } : {};
}

/** The book's entry of every document, −1 = none. */
function entryOfDocuments(
  documents: Documents,
  of: { found: IssueAssignment; issues: IssueAssignment['issues']; place: ReadonlyMap<string, number> },
): Int32Array {
  const { found, issues, place } = of;
  const entryOf = new Int32Array(documents.count).fill(-1);
  documents.ofRow.forEach((d, row) => {
    if (d < 0 || found.issueOf[row] < 0) return;
    entryOf[d] = place.get(issues[found.issueOf[row]].id ?? '') ?? -1;
  });
  return entryOf;
}

/**
 * Notes in the new entries the texts that their words would send elsewhere, so that the same tickets keep their issue
 * in the next run; a few hundred an issue at most.
 */
function withTexts(
  documents: Documents,
  of: { entries: readonly BookIssue[]; known: number; entryOf: Int32Array; settings: Settings },
): BookIssue[] {
  const { entries, known, entryOf, settings } = of;
  const again = matchPrototypes(documents, { entries, settings });
  const texts: string[][] = entries.map(() => []);
  for (let d = 0; d < documents.count; d++) {
    const entry = entryOf[d];
    if (entry < known) continue;
    if (again.issueOf[d] === entry && again.coverage[d] >= settings.newCoverage) continue;
    if (texts[entry].length < settings.textsPerIssue) texts[entry].push(textName(documents, d));
  }
  return entries.map((entry, index) =>
    index < known || !entry.prototype
      ? entry
      : { ...entry, prototype: { ...entry.prototype, texts: texts[index].sort() } },
  );
}

function changesOf(
  documents: Documents,
  of: { book: IssueBook; matched: BookMatch; issues: IssueAssignment['issues'] },
): BookChange[] {
  const { book, matched, issues } = of;
  const sizes = new Int32Array(book.issues.length);
  matched.matches.issueOf.forEach((index, d) => {
    if (index < 0) return;
    if (matched.ignored[d] === 1 || matched.known[matched.groupOf[d]]) sizes[index] += documents.weights[d];
  });
  const old = book.issues.map(({ id, name, merged_into, ignored }, index): BookChange => {
    const size = sizes[index];
    const change =
      merged_into !== undefined ? 'merged' : ignored === true ? 'ignored' : size > 0 ? 'seen' : 'quiet';
    return { id, name, change, size };
  });
  const isOld = new Set(book.issues.map(({ id }) => id));
  const appended = issues
    .filter(({ id }) => id !== null && !isOld.has(id))
    .map(({ id, label, size }): BookChange => ({ id: id ?? '', name: label, change: 'new', size }));
  return [...old, ...appended];
}
