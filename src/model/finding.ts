import type { PhraseArg } from './report.ts';

/** Something worth saying, found by a rule: a code that locales word, with figures as arguments. */
export interface Finding {
  readonly code: string;
  readonly args: Readonly<Record<string, PhraseArg>>;
  readonly severity: 'info' | 'good' | 'warning' | 'critical';
}
