import type { Value } from '../../model/report.ts';
import type { NumberWords } from './numbers.ts';

export type Change = Extract<Value, { type: 'change' }>;

/**
 * How far a figure moved, in the unit its kind is compared in: relative for counts, durations and plain numbers
 * (`+12%`; from ten times on `×12`; of a handful, in tickets: `+2`), percentage points for shares, own points for NPS, own scale for scores.
 * A duration that grew from 0, by how much. null where there is nothing to compare with: a side is missing.
 */
export function wordChange(
  change: Change,
  words: NumberWords,
  {
    points,
    longer,
  }: { readonly points: (signed: string) => string; readonly longer: (by: number) => string },
): string | null {
  const { before, now, of } = change;
  if (before === null || now === null) return null;
  const difference = now - before;
  if (of === 'share') return points(words.signed(difference * 100, 1));
  if (of === 'points') return points(words.signed(difference));
  if (of === 'score') return words.signed(difference, 2);
  if (of === 'count' && isOfFew(before, now)) return words.signed(Math.round(difference));
  if (difference === 0) return `${words.number(0)}%`;
  if (before === 0) return of === 'duration' ? longer(difference) : words.signed(difference);
  const relative = difference / Math.abs(before);
  if (relative >= 9) return `×${words.number(now / before)}`;
  return `${words.signed(relative * 100, Math.abs(relative) < 0.0995 ? 1 : 0)}%`;
}

/** Counts of which a share says more than there is: from 1 to 3 is two more, not `+200%`. */
const isOfFew = (before: number, now: number): boolean => before < 10 || Math.max(before, now) < 20;

/** Whether a change is to the good (1), to the bad (−1), or neither (0). */
export function directionOf(change: Change): -1 | 0 | 1 {
  const { before, now, lowerIsBetter, verdict } = change;
  if (before === null || now === null || before === now || lowerIsBetter === null) return 0;
  if (verdict === 'noise' || verdict === 'too_few' || verdict === 'unusual') return 0;
  return now < before === lowerIsBetter ? 1 : -1;
}
