import { assignDocuments } from './assign-documents.ts';
import { type Documents, readDocuments, type TextSource } from './documents.ts';
import { learnGroups } from './learn-groups.ts';
import { renumber } from './merge-groups.ts';
import { type IssueToName, nameIssues } from './name-issues.ts';
import { type Settings, settings as defaults } from './settings.ts';
import { stemFrequencies, typicalDocuments, wordsOfIssue } from './typical.ts';

/** One problem that keeps coming back. */
export interface Issue {
  /** Its place in `issues`, and what `issueOf` holds. 0 is the largest. */
  readonly index: number;
  /** Readable, masked, unlike every other label of the run. */
  readonly label: string;
  /** Most telling words, as customers write them. */
  readonly terms: readonly string[];
  /** Tickets. */
  readonly size: number;
  /** Rows of up to three most typical tickets, texts unmasked: mask before showing. */
  readonly typical: readonly number[];
}

export interface IssueAssignment {
  /** Issue of every row, −1 = in none. */
  readonly issueOf: Int32Array;
  readonly issues: readonly Issue[];
  readonly counts: {
    readonly tickets: number;
    readonly clustered: number;
    /** In no issue: unlike the others, or too few of a kind. */
    readonly leftOut: number;
    /** Of those, tickets without a word. */
    readonly empty: number;
  };
  readonly documents: Documents;
}

const TYPICAL = 3;
const NAMED_FROM = 300;

/**
 * Groups tickets that are about the same problem, from subject and description, in any language, without a model from
 * outside. The number of issues follows from the texts; tickets unlike all others are left out and counted. The same
 * tickets give the same result in any order of rows.
 *
 * With a book, tickets are matched with its issues first; only what is left is searched for new ones, which are
 * appended to the book that comes back.
 *
 * @param input.ids ids of the rows: of tickets with equal texts the one with the smallest id is shown.
 */
export function findIssues(
  input: { texts: TextSource; ids?: readonly string[]; book?: IssueBook },
  settings: Settings = defaults,
): IssueAssignment {
  const { texts, ids, book } = input;
  const documents = readDocuments(texts, settings);
  if (!book) {
    const groupOf = groupDocuments(documents, { settings });
    return describeIssues({ texts, ids, documents, groupOf });
  }
  const matched = matchBook(documents, { book, settings });
  const found = describeIssues({ texts, ids, documents, ...matched });
  return { ...found, ...updateBook(documents, { book, matched, found, settings }) };
}

/** Group of every document, −1 = none; groups in no particular order. `among` leaves the other documents out. */
export function groupDocuments(
  documents: Documents,
  { settings, among }: { settings: Settings; among?: Int32Array },
): Int32Array {
  const chosen = among ?? Int32Array.from({ length: documents.count }, (_, d) => d);
  const none = new Int32Array(documents.count).fill(-1);
  if (chosen.length === 0) return none;
  const learnt = chooseLearningDocuments(documents, { chosen, settings });
  const model = learnGroups(documents, learnt, settings);
  const { groupOf, coverage } = assignDocuments(documents, { learnt, chosen, model });
  const sizes = new Int32Array(model.groups);
  for (const d of chosen) {
    if (coverage[d] < settings.minCoverage) groupOf[d] = -1;
    else sizes[groupOf[d]] += documents.weights[d];
  }
  const least = smallestIssue(documents, settings);
  return renumber(groupOf, (group) => (sizes[group] >= least ? group : -1)).groupOf;
}

/** Tickets that make an issue: five, three on a desk under 200 tickets, one in 20,000 on a large one. */
function smallestIssue({ weights }: Documents, { minSize }: Settings): number {
  let tickets = 0;
  for (const weight of weights) tickets += weight;
  return tickets < 200 ? Math.min(3, minSize) : Math.max(minSize, Math.round(tickets / 20_000));
}

/** Documents in the order of their hashes are a random sample; texts that come again and again are always in it. */
function chooseLearningDocuments(
  { weights }: Documents,
  { chosen, settings: { sampleSize } }: { chosen: Int32Array; settings: Settings },
): Int32Array {
  if (chosen.length <= sampleSize) return chosen;
  const heavy = chosen.filter((d) => weights[d] > 2).sort((a, b) => weights[b] - weights[a] || a - b);
  const sample = new Set<number>(heavy.subarray(0, Math.floor(sampleSize / 2)));
  for (let i = 0; i < chosen.length && sample.size < sampleSize; i++) sample.add(chosen[i]);
  return Int32Array.from(sample).sort();
}

/** Sizes, names, words and typical tickets of groups; the largest group becomes issue 0. */
export function describeIssues(of: {
  texts: TextSource;
  documents: Documents;
  groupOf: Int32Array;
}): IssueAssignment {
  const { texts, documents, groupOf } = of;
  const groups = groupOf.reduce((most, group) => Math.max(most, group + 1), 0);
  const sizes = new Int32Array(groups);
  const members: number[][] = Array.from({ length: groups }, () => []);
  groupOf.forEach((group, d) => {
    if (group < 0) return;
    sizes[group] += documents.weights[d];
    members[group].push(d);
  });
  const order = Array.from({ length: groups }, (_, group) => group);
  order.sort((a, b) => sizes[b] - sizes[a] || members[a][0] - members[b][0]);
  const place = new Int32Array(groups);
  order.forEach((group, at) => {
    place[group] = at;
  });
  const frequencies = stemFrequencies(documents);
  const rowOf = spokesRows(texts, documents);
  const toName: IssueToName[] = order.map((group) => {
    const some = Int32Array.from(members[group].slice(0, NAMED_FROM * 4));
    const words = wordsOfIssue(documents, { members: some, frequencies });
    const typical = typicalDocuments(documents, { members: some, words, count: TYPICAL }).map((d) => rowOf[d]);
    return { rows: members[group].slice(0, NAMED_FROM).map((d) => rowOf[d]), typical, words };
  });
  const names = nameIssues(toName, { texts, documents });
  const issues = order.map(
    (group, index): Issue => ({
      index,
      label: names[index].label,
      terms: names[index].terms,
      size: sizes[group],
      typical: toName[index].typical,
    }),
  );
  const issueOf = documents.ofRow.map((d) => (d < 0 || groupOf[d] < 0 ? -1 : place[groupOf[d]]));
  let clustered = 0;
  let empty = 0;
  documents.ofRow.forEach((d, row) => {
    if (d < 0) empty++;
    else if (issueOf[row] >= 0) clustered++;
  });
  const tickets = texts.rows;
  return { issueOf, issues, counts: { tickets, clustered, leftOut: tickets - clustered, empty }, documents };
}

/** A row for every document: of those with the same stems the one whose text comes first, so that order is irrelevant. */
function spokesRows(texts: TextSource, { ofRow, count, weights }: Documents): Int32Array {
  const spokes = new Int32Array(count).fill(-1);
  ofRow.forEach((d, row) => {
    if (d < 0) return;
    const other = spokes[d];
    if (other < 0) spokes[d] = row;
    else if (weights[d] <= 1000 && isBefore(texts, row, other)) spokes[d] = row;
  });
  return spokes;
}

function isBefore(texts: TextSource, row: number, other: number): boolean {
  const mine = texts.subject(row);
  const theirs = texts.subject(other);
  if (mine !== theirs) return mine < theirs;
  return texts.description(row) < texts.description(other);
}
