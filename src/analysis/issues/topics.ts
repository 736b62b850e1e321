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
