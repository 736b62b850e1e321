import { once } from '../../model/once.ts';
import type { Issue, Topic } from './issue.ts';
import { CHOSEN, kindsOfIssues } from './kinds.ts';
import { mixedGroups } from './mixed-groups.ts';
import { type IssueToName, nameIssues } from './name-issues.ts';
import type { PeopleWords } from './people.ts';
import type { TextSource } from './text-source.ts';
import type { Documents } from './token-documents.ts';
import { gatherTopics, type KnownTopic, nameTopics } from './topics.ts';
import { stemFrequencies, typicalDocuments, wordsOfIssue } from './typical.ts';

export interface IssueAssignment {
  /** Issue of every row, −1 = in none. */
  readonly issueOf: Int32Array;
  readonly issues: readonly Issue[];
  /** The largest first; every issue is in one, many are alone in theirs. */
  readonly topics: readonly Topic[];
  /** Words that are names of the desk's people, see `maskPeople`. */
  readonly people: PeopleWords;
  readonly counts: {
    readonly tickets: number;
    readonly clustered: number;
    /** In no issue: unlike the others, too few of a kind, or without a word. */
    readonly leftOut: number;
    /** Of those left out, tickets without a word. */
    readonly empty: number;
    /** Tickets of issues that the book ignores; in no issue, and not among those left out. */
    readonly ignored: number;
  };
}

/** What is known of a group before it is described. */
export interface KnownGroup {
  readonly id: string;
  readonly name: string;
}

const TYPICAL = 3;
const LOOKED_AT = 1200;
const NAMED_FROM = 300;

/** What is described: groups of documents, and what a book knows of them. */
interface ToDescribe {
  readonly texts: TextSource;
  readonly ids?: readonly string[];
  readonly documents: Documents;
  /** Group of every document, −1 = none. */
  readonly groupOf: Int32Array;
  /** Topic of every group, −1 = none. */
  readonly topicOf: ArrayLike<number>;
  /** Id and name by group, for groups that a book knows. */
  readonly known?: readonly (KnownGroup | null)[];
  /** Id and name by topic, for topics that a book knows; ids of new ones follow the last one. */
  readonly knownTopics?: ReadonlyMap<number, KnownTopic>;
  readonly lastTopic?: number;
  /** Documents of ignored issues. */
  readonly ignored?: Uint8Array;
  /** Names that are not to be given again. */
  readonly taken?: ReadonlySet<string>;
}

/** Sizes, names, words and typical tickets of groups of documents; the largest group becomes issue 0. */
export function describeIssues(of: ToDescribe): IssueAssignment {
  const { texts, documents, groupOf, topicOf, known = [], taken } = of;
  const { sizes, members } = collectMembers(documents, groupOf);
  const order = sizes.map((_, group) => group).filter((group) => members[group].length > 0);
  order.sort((a, b) => sizes[b] - sizes[a] || members[a][0] - members[b][0]);
  const frequencies = stemFrequencies(documents);
  const rowOf = spokesRows({ ...of, wanted: order.flatMap((group) => members[group].slice(0, LOOKED_AT)) });
  const issueToName = (all: readonly number[]): IssueToName => {
    const some = Int32Array.from(all.slice(0, LOOKED_AT));
    const times = timesOf(some, documents);
    const words = wordsOfIssue(documents, { members: some, times, frequencies });
    const typical = typicalDocuments(documents, { members: some, words, count: TYPICAL }).map(
      (d) => rowOf[d],
    );
    return { rows: rowsToName(some, { times, rowOf }), typical, words };
  };
  const place = new Int32Array(sizes.length).fill(-1);
  order.forEach((group, at) => {
    place[group] = at;
  });
  const assigned = countTickets({ ...of, place });
  const kinds = kindsOfIssues(texts, {
    issueOf: assigned.issueOf,
    texts: order.map((group) => members[group].length),
  });
  const toName = order.map((group, at) => ({ ...issueToName(members[group]), kind: kinds[at] }));
  const isMixed = mixedGroups(documents, {
    groups: order.map((group) => members[group].slice(0, LOOKED_AT)),
    frequencies,
  });
  const names = nameIssues(toName, { texts, documents, taken });
  const labels = order.map((group, index) => known[group]?.name ?? names[index].label);
  const gathered = gatherTopics(
    order.map((group) => sizes[group]),
    order.map((group) => topicOf[group]),
  );
  // Most reports show no topics.
  const topicNames = once(() =>
    nameTopics(gathered, {
      labels,
      toName: gathered.map((issues) =>
        issues.flatMap((i) => members[order[i]].slice(0, LOOKED_AT)).sort((a, b) => a - b),
      ),
      name: (list, alone) => nameIssues(list.map(issueToName), { texts, documents, taken: alone }),
    }),
  );
  let lastTopic = of.lastTopic ?? 0;
  const topics = gathered.map((issues, at): Topic => {
    const entry = of.knownTopics?.get(topicOf[order[issues[0]]]);
    return {
      id: entry?.id ?? `T${++lastTopic}`,
      get label() {
        return entry?.name ?? topicNames()[at];
      },
      size: issues.reduce((sum, i) => sum + sizes[order[i]], 0),
    };
  });
  const topicOfIssue = new Int32Array(order.length).fill(-1);
  gathered.forEach((list, topic) => {
    for (const i of list) topicOfIssue[i] = topic;
  });
  const issues = order.map((group, index): Issue => {
    return {
      index,
      id: known[group]?.id ?? null,
      label: labels[index],
      terms: names[index].terms,
      topic: topicOfIssue[index],
      mixed: isMixed[index],
      size: sizes[group],
      typical: toName[index].typical,
    };
  });
  return { ...assigned, issues, topics, people: documents.people };
}

/** How often each text counts: once where people write for themselves, as often as it was chosen where they choose. */
function timesOf(members: Int32Array, { weights }: Documents): Int32Array {
  const tickets = members.reduce((sum, d) => sum + weights[d], 0);
  return members.length <= CHOSEN * tickets
    ? members.map((d) => weights[d])
    : new Int32Array(members.length).fill(1);
}

/** A row of each text, or several, at most about `NAMED_FROM`. */
function rowsToName(
  members: Int32Array,
  { times, rowOf }: { times: Int32Array; rowOf: Int32Array },
): number[] {
  const part = Math.min(1, NAMED_FROM / times.reduce((sum, each) => sum + each, 0));
  return Array.from(members.subarray(0, NAMED_FROM)).flatMap((d, i) =>
    new Array<number>(Math.max(1, Math.round(times[i] * part))).fill(rowOf[d]),
  );
}

function collectMembers(
  { weights }: Documents,
  groupOf: Int32Array,
): { sizes: number[]; members: number[][] } {
  const groups = groupOf.reduce((most, group) => Math.max(most, group + 1), 0);
  const sizes = new Array<number>(groups).fill(0);
  const members: number[][] = Array.from({ length: groups }, () => []);
  groupOf.forEach((group, d) => {
    if (group < 0) return;
    sizes[group] += weights[d];
    members[group].push(d);
  });
  return { sizes, members };
}

function countTickets(of: {
  documents: Documents;
  groupOf: Int32Array;
  ignored?: Uint8Array;
  place: Int32Array;
}): Pick<IssueAssignment, 'issueOf' | 'counts'> {
  const { documents, groupOf, ignored, place } = of;
  const issueOf = new Int32Array(documents.ofRow.length).fill(-1);
  const counts = { tickets: issueOf.length, clustered: 0, leftOut: 0, empty: 0, ignored: 0 };
  documents.ofRow.forEach((d, row) => {
    if (d >= 0 && groupOf[d] >= 0) {
      issueOf[row] = place[groupOf[d]];
      counts.clustered++;
    } else if (d >= 0 && ignored?.[d] === 1) counts.ignored++;
    else {
      counts.leftOut++;
      if (d < 0) counts.empty++;
    }
  });
  return { issueOf, counts };
}

/** A row for each wanted document: of those with the same stems the one whose text, then id, comes first. */
function spokesRows(of: {
  texts: TextSource;
  ids?: readonly string[];
  documents: Documents;
  wanted: readonly number[];
}): Int32Array {
  const { texts, ids, documents, wanted } = of;
  const spokes = new Int32Array(documents.count).fill(-2);
  for (const d of wanted) spokes[d] = -1;
  documents.ofRow.forEach((d, row) => {
    if (d < 0 || spokes[d] === -2) return;
    const other = spokes[d];
    if (other < 0 || isBefore({ texts, ids, row, other })) spokes[d] = row;
  });
  return spokes;
}

function isBefore(of: { texts: TextSource; ids?: readonly string[]; row: number; other: number }): boolean {
  const { texts, ids, row, other } = of;
  const mine = texts.subject(row);
  const theirs = texts.subject(other);
  if (mine !== theirs) return mine < theirs;
  const myBody = texts.description(row);
  const theirBody = texts.description(other);
  if (myBody !== theirBody) return myBody < theirBody;
  return ids !== undefined && ids[row] < ids[other];
}
