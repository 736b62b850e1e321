/** By which rules messages were understood, for the receipt of a figure that rests on them. */
export interface MessageReceipt {
  /** Where the question of the conversations of each channel stands, and how many of them hold their opening. */
  readonly questions: readonly {
    readonly channel: string | null;
    readonly threads: number;
    readonly opened: number;
    readonly place: 'thread' | 'creation' | 'each';
  }[];
  /** How many messages were told apart by which rule. */
  readonly roles: Readonly<Record<string, number>>;
  readonly automatic: number;
  /** Answers of bots that end waits: `answers: bots`. */
  readonly by_bots: number;
}
