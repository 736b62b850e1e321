import { figureLabel, figureValue } from '../../model/figure-value.ts';
import type { Finding } from '../../model/finding.ts';
import type { ChangeReason } from '../../model/overview.ts';
import type { PhraseArg } from '../../model/report.ts';

/** From this part of a change on it is said to be a matter of mix. */
const MOSTLY = 0.5;

/** What an explanation may say. */
export const explanationCodes = ['finding.reversal', 'finding.by_mix', 'finding.by_segments'] as const;

/**
 * Why a headline figure changed (DEFINITIONS 8): a reversal, the segments that themselves changed, or a change of mix.
 * Only segments whose own change is real are named; null where nothing is to be said.
 */
export function explanationOf(reason: ChangeReason): Finding | null {
  const { figure, change, mix, rate, movers, isReversal } = reason;
  const common: Record<string, PhraseArg> = {
    figure: figureLabel(figure),
    dimension: { code: `dimension.${reason.dimension}` },
  };
  if (isReversal) return { code: 'finding.reversal', severity: 'warning', args: common };
  if (movers.length > 0 && Math.sign(rate) === Math.sign(change)) {
    const named = movers.slice(0, 2).map(({ label, before, now }) => ({
      code: 'finding.mover',
      args: { segment: label, before: figureValue(figure, before), now: figureValue(figure, now) },
    }));
    return { code: 'finding.by_segments', severity: 'info', args: { ...common, movers: named } };
  }
  if (Math.sign(mix) === Math.sign(change) && Math.abs(mix) >= MOSTLY * Math.abs(change)) {
    return {
      code: 'finding.by_mix',
      severity: 'info',
      args: { ...common, share: { type: 'share', value: Math.min(1, mix / change) } },
    };
  }
  return null;
}
