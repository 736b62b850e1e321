/** One problem that keeps coming back. */
export interface Issue {
  /** Its place in `issues`, and what `issueOf` holds. 0 is the largest. */
  readonly index: number;
  /** Its id in the issue book; null without a book. */
  readonly id: string | null;
  /** Readable, masked, unlike every other label of the run. */
  readonly label: string;
  /** Most telling words, as customers write them. */
  readonly terms: readonly string[];
  /** Its topic: a place in `topics`, −1 where the book knows none for it. */
  readonly topic: number;
  /** Its tickets have much less in common than those of other issues: likely several problems. */
  readonly mixed: boolean;
  /** Tickets. */
  readonly size: number;
  /** Rows of up to three most typical tickets, the most typical first. Mask their texts before showing them. */
  readonly typical: readonly number[];
}

/** What several issues have in common: a heading over them. */
export interface Topic {
  readonly id: string;
  /** Found when it is first asked for. */
  readonly label: string;
  /** Tickets of its issues. */
  readonly size: number;
}
