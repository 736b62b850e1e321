import type { Finding } from '../../model/finding.ts';
import type { HeadlineFigure, Overview } from '../../model/overview.ts';

/** Something that may be worth saying of a desk: one rule a file. It judges figures, and computes none. */
export interface FindingRule {
  readonly id: string;
  /** Every code it may say, each worded by the locales. */
  readonly codes: readonly string[];
  /** What it found, the most important first. */
  find(overview: Overview): readonly Finding[];
}

/**
 * Headlines on the report's own clock, which comes first: beside working hours a change on the calendar is that of
 * nights and days off too, and would be told with other numbers than those beside it.
 */
export function onOwnClock(headlines: readonly HeadlineFigure[]): readonly HeadlineFigure[] {
  const own = new Map<string, HeadlineFigure['clock']>();
  return headlines.filter(({ metric, clock }) => {
    const first = own.get(metric);
    if (first === undefined) own.set(metric, clock);
    return first === undefined || first === clock;
  });
}
