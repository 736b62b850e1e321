/**
 * The issue book as plain data: what `issues.yaml` holds. A person may rename, merge, ignore and pin; whatever is
 * written there is kept, entries and keys unknown to this version included.
 */
export interface IssueBook {
  readonly version: 1;
  readonly issues: readonly BookIssue[];
  /** Headings over issues; missing in books written before there were any. */
  readonly topics?: readonly BookTopic[];
}

/** A heading: `T1`, `T2`, … never used again; its name is free to edit. */
export interface BookTopic {
  readonly id: string;
  readonly name: string;
}

export interface BookIssue {
  /** Stable, never used again: `I1`, `I2`, … */
  readonly id: string;
  /** Free to edit. */
  readonly name: string;
  /** Id of its topic; free to edit. */
  readonly topic?: string;
  /** Its tickets count for this other issue. */
  readonly merged_into?: string;
  /** Its tickets are recognised and left out of the list. */
  readonly ignored?: boolean;
  /** Keywords or phrases: a ticket that says one of them belongs here, whatever else it says. */
  readonly pinned?: readonly string[];
  /** How its tickets are recognised; written by deskstat, not meant for editing. */
  readonly prototype?: Prototype;
}

/** What the tickets of an issue look like. */
export interface Prototype {
  /** Different texts it was learnt from. */
  readonly size: number;
  /** Stems, and pairs of stems joined by a space, with the percentage of those texts that hold them. */
  readonly words: Readonly<Record<string, number>>;
  /** Hashes of texts that belong here although their words alone would not say so. */
  readonly texts: readonly string[];
}

/** What a run found about one entry of the book. */
export interface BookChange {
  readonly id: string;
  readonly name: string;
  /**
   * `new`: appended by this run. `seen`: known, with tickets. `quiet`: known, no ticket this time. `merged`,
   * `ignored`: as the book says.
   */
  readonly change: 'new' | 'seen' | 'quiet' | 'merged' | 'ignored';
  /** Tickets recognised as this entry (before merging). */
  readonly size: number;
}

/** The entry that an entry's tickets count for: merges followed to their end, a ring of merges cut. */
export function rootOf(issues: readonly BookIssue[], index: number): number {
  const byId = new Map(issues.map(({ id }, i) => [id, i]));
  const visited = new Set<number>();
  let at = index;
  for (;;) {
    visited.add(at);
    const target = issues[at].merged_into;
    const next = target === undefined ? undefined : byId.get(target);
    if (next === undefined || visited.has(next)) return at;
    at = next;
  }
}

/** The number of the last topic. Ids that do not look like ours are left alone. */
export function lastTopicNumber(topics: readonly BookTopic[]): number {
  return topics.reduce((last, { id }) => Math.max(last, Number(/^T(\d{1,9})$/.exec(id)?.[1] ?? 0)), 0);
}

/** The next free id. Ids that do not look like ours are left alone. */
export function nextId(issues: readonly BookIssue[]): string {
  let last = 0;
  for (const { id } of issues) {
    const found = /^I(\d{1,9})$/.exec(id);
    if (found) last = Math.max(last, Number(found[1]));
  }
  return `I${last + 1}`;
}
