export const languages = ['en', 'bn', 'hi'] as const;
export type Language = (typeof languages)[number];

/** Ways to say the same thing; `{order}`, `{item}`, `{amount}`, `{city}`, `{day}` and `{count}` are filled in. */
export interface Phrasings {
  readonly subjects: readonly string[];
  readonly bodies: readonly string[];
}

export type GroupName = 'Deliveries' | 'Billing' | 'Accounts and app' | 'Product quality';

/** One problem that customers of the sample desk keep having. */
export interface Theme {
  readonly id: string;
  readonly group: GroupName;
  /** What the desk tags it with, when it remembers to. */
  readonly tag: string;
  /** Share of all tickets, relative to the others. */
  readonly weight: number;
  /** Median working hours from first answer to solve. */
  readonly solveHours: number;
  /** How often one answer is enough. */
  readonly oneTouch: number;
  /** How often the solve does not hold. */
  readonly reopen: number;
  /** How the matter itself colours the rating, in points. */
  readonly mood: number;
  /** How often it is urgent or high. */
  readonly pressing: number;
  readonly texts: Readonly<Record<Language, Phrasings>>;
}
