import type { Issue, Topic } from './issue.ts';

/** A topic before its issues are described. */
export interface KnownTopic {
  readonly id: string;
  readonly name: string;
}

/** Issues of each topic, as places in the list of issues; topics by tickets, of equal ones the one whose largest issue comes first. */
export function gatherTopics(sizes: readonly number[], topicOf: readonly number[]): number[][] {
  const members = new Map<number, number[]>();
  topicOf.forEach((topic, issue) => {
    if (topic < 0) return;
    const list = members.get(topic);
    if (list) list.push(issue);
    else members.set(topic, [issue]);
  });
  const sizeOf = (issues: readonly number[]): number => issues.reduce((sum, i) => sum + sizes[i], 0);
  return [...members.values()].sort((a, b) => sizeOf(b) - sizeOf(a) || a[0] - b[0]);
}

/** Fewer issues than this are read as they are. */
const FEWEST_ISSUES = 8;

/** Whether topics say more than the list of issues does: not where there are few issues, nor where each is by itself. */
export function showsTopics(issues: readonly Pick<Issue, 'topic'>[], topics: readonly Topic[]): boolean {
  return issues.length >= FEWEST_ISSUES && topics.length > 1 && topics.length < issues.length;
}

/**
 * A topic of one issue bears its name; others are named from all their texts, and by their two largest issues where no
 * one phrase fits a third of them.
 */
export function nameTopics(
  gathered: readonly (readonly number[])[],
  of: {
    labels: readonly string[];
    toName: readonly (readonly number[])[];
    /** Names groups of documents, unlike the names of the topics that are one issue. */
    name(
      list: readonly (readonly number[])[],
      alone: ReadonlySet<string>,
    ): readonly { readonly label: string; readonly isManifold: boolean }[];
  },
): string[] {
  const several = gathered.map((_, at) => at).filter((at) => gathered[at].length > 1);
  const alone = gathered.filter(({ length }) => length === 1).map(([issue]) => of.labels[issue]);
  const found = of.name(
    several.map((at) => of.toName[at]),
    new Set(alone),
  );
  const names = gathered.map(([issue]) => of.labels[issue]);
  several.forEach((at, i) => {
    const { label, isManifold } = found[i];
    const [first, second] = gathered[at].map((issue) => firstPhrase(of.labels[issue]));
    names[at] = isManifold && first.length + second.length <= LONGEST_PAIR ? `${first} / ${second}` : label;
  });
  return names;
}

const LONGEST_PAIR = 60;
const firstPhrase = (label: string): string => label.split(' / ')[0];
