import type { FindingRule } from './rule.ts';

/** More or fewer new tickets than the periods before let expect. */
export const volumeUnusual: FindingRule = {
  id: 'volume_unusual',
  codes: ['finding.volume_high', 'finding.volume_low'],
  find({ headlines, course }) {
    const created = headlines.find(({ metric }) => metric === 'created');
    const { now, limits, verdict } = created ?? {};
    if (
      !now ||
      now.value === null ||
      !limits ||
      (verdict !== 'real' && verdict !== 'small' && verdict !== 'unusual')
    )
      return [];
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
