import type { FindingRule } from './rule.ts';

const LEAST_SHARE = 0.05;
const LEAST_TICKETS = 20;
/** In the first minute there are this many times the answers of the second: people do not answer like that. */
const PEAK = 2;

/**
 * First answers within a minute where only stamps are known: a peak there is an automatic answer that cannot be told
 * from a human one. Quick people make no peak, for they answer in the second minute as well.
 */
export const quickAnswers: FindingRule = {
  id: 'quick_answers',
  codes: ['finding.quick_answers'],
  find({ signs }) {
    if (!signs.quickAnswers) return [];
    const { answered, quick, nextMinute } = signs.quickAnswers;
    if (quick < LEAST_TICKETS || quick < LEAST_SHARE * answered || quick <= PEAK * nextMinute) return [];
    return [
      {
        code: 'finding.quick_answers',
        severity: 'warning',
        args: {
          quick: { type: 'count', value: quick },
          answered: { type: 'count', value: answered },
          share: { type: 'share', value: quick / answered },
        },
      },
    ];
  },
};
