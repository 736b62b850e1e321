import type { FindingRule } from './rule.ts';

const LEAST_SHARE = 0.2;
const LEAST_TICKETS = 5;

/** Many tickets of the period without an answer yet: the times of the answered ones flatter the desk. */
export const answersMissing: FindingRule = {
  id: 'answers_missing',
  codes: ['finding.answers_missing'],
  find({ headlines }) {
    const response = headlines.find(({ metric }) => metric === 'first_response_time');
    const open = response?.open ?? 0;
    const all = open + (response?.now.n ?? 0);
    if (open < LEAST_TICKETS || open < LEAST_SHARE * all) return [];
    return [
      {
        code: 'finding.answers_missing',
        severity: 'warning',
        args: {
          open: { type: 'count', value: open },
          tickets: { type: 'count', value: all },
          share: { type: 'share', value: open / all },
        },
      },
    ];
  },
};
