import type { FindingRule } from './rule.ts';

const LEAST_SHARE = 0.1;
const LEAST_SURVEYS = 50;

/** A satisfaction score that rests on the few who answered. */
export const fewRatings: FindingRule = {
  id: 'few_ratings',
  codes: ['finding.few_ratings'],
  find({ headlines }) {
    const rate = headlines.find(({ metric }) => metric === 'csat_response_rate')?.now;
    if (!rate || rate.value === null || rate.n < LEAST_SURVEYS || rate.value >= LEAST_SHARE) return [];
    return [
      {
        code: 'finding.few_ratings',
        severity: 'info',
        args: { share: { type: 'share', value: rate.value } },
      },
    ];
  },
};
