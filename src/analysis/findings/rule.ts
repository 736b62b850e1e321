import type { Finding } from '../../model/finding.ts';
import type { Overview } from '../../model/overview.ts';

/** Something that may be worth saying of a desk: one rule a file. It judges figures, and computes none. */
export interface FindingRule {
  readonly id: string;
  /** Every code it may say, each worded by the locales. */
  readonly codes: readonly string[];
  /** What it found, the most important first. */
  find(overview: Overview): readonly Finding[];
}
