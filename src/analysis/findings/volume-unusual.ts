import type { Verdict } from '../../model/report.ts';
import type { FindingRule } from './rule.ts';

/** More or fewer new tickets than the periods before let expect. */
export const volumeUnusual: FindingRule = {
  id: 'volume_unusual',
  codes: ['finding.volume_high', 'finding.volume_low'],
  find({ headlines, course }) {
    const created = headlines.find(({ metric }) => metric === 'created');
    const { now, limits, verdict } = created ?? {};
    if (!now || now.value === null || !limits || !isTold(now.value, { limits, verdict })) return [];
    const isHigh = now.value > limits.high;
    return [
      {
        code: isHigh ? 'finding.volume_high' : 'finding.volume_low',
        severity: isHigh ? 'warning' : 'info',
        args: {
          now: { type: 'count', value: now.value },
          low: { type: 'count', value: Math.ceil(limits.low) },
          high: { type: 'count', value: Math.floor(limits.high) },
          periods: course.length - 1,
        },
      },
    ];
  },
};

/** Standard errors of a count, beyond which one that stepped no further than chance is told all the same. */
const BEYOND_CHANCE = 3;

/**
 * Limits that a few steady weeks drew too narrow by chance leave out one week in thirty: what is only unusual must lie
 * beyond what chance does to a count, too.
 */
function isTold(
  now: number,
  {
    limits,
    verdict,
  }: { readonly limits: { readonly low: number; readonly high: number }; readonly verdict?: Verdict | null },
): boolean {
  if (verdict === 'real' || verdict === 'small') return true;
  const centre = (limits.low + limits.high) / 2;
  return verdict === 'unusual' && Math.abs(now - centre) > BEYOND_CHANCE * Math.sqrt(centre);
}
