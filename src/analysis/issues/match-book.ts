import { type BookChange, type BookIssue, type IssueBook, nextId, rootOf } from './book.ts';
import type { IssueAssignment, KnownGroup } from './describe-issues.ts';
import type { Documents } from './documents.ts';
import { groupDocuments } from './group-documents.ts';
import { renumber } from './merge-groups.ts';
import { certainty, type KnownMatches, makePrototypes, matchPrototypes, textName } from './prototypes.ts';
import type { Settings } from './settings.ts';

/** Documents matched with a book, and the rest grouped anew. */
interface BookMatch {
  /** Group of every document, −1 = none: first the known issues that have tickets, then new ones. */
  readonly groupOf: Int32Array;
  /** The book's entry of each group, null for new ones. */
  readonly known: readonly (KnownGroup | null)[];
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
  const { minCoverage } = settings;
  const matches = matchPrototypes(documents, { entries, minCoverage });
  const { coverage, sure } = matches;
  const roots = entries.map((_, index) => rootOf(entries, index));
  const rest = Int32Array.from({ length: documents.count }, (_, d) => d).filter(
    (d) => sure[d] <= certainty.words && coverage[d] < settings.sureCoverage,
  );
  const fresh = newGroups(groupDocuments(documents, { settings, among: rest }), { coverage, settings });
  const groupOf = new Int32Array(documents.count).fill(-1);
  const ignored = new Uint8Array(documents.count);
  const groupOfRoot = new Map<number, number>();
  const known: (KnownGroup | null)[] = [];
  for (let d = 0; d < documents.count; d++) {
    if (matches.issueOf[d] < 0 || fresh[d] >= 0) continue;
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
    }
    groupOf[d] = group;
  }
  const before = known.length;
  fresh.forEach((group, d) => {
    if (group < 0) return;
    groupOf[d] = before + group;
    while (known.length <= before + group) known.push(null);
  });
  return { groupOf, known, ignored, matches, taken: new Set(entries.map(({ name }) => name)) };
}

/** Of groups found among what known issues cover badly, those that they really do not cover. */
function newGroups(
  groupOf: Int32Array,
  { coverage, settings }: { coverage: Float32Array; settings: Settings },
): Int32Array {
  const groups = groupOf.reduce((most, group) => Math.max(most, group + 1), 0);
  const sums = new Float64Array(groups);
  const sizes = new Int32Array(groups);
  groupOf.forEach((group, d) => {
    if (group < 0) return;
    sums[group] += coverage[d];
    sizes[group]++;
  });
  const isNew = (group: number): boolean => sums[group] / sizes[group] < settings.newCoverage;
  return renumber(groupOf, (group) => (isNew(group) ? group : -1)).groupOf;
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
    entries.push({ id, name: issue.label });
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
    book: { ...book, issues: whole },
    changes: changesOf(documents, { book, matched, issues }),
    issues,
  };
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
  const again = matchPrototypes(documents, { entries, minCoverage: settings.minCoverage });
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
