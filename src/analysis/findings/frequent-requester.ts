import type { FindingRule } from './rule.ts';

const LEAST_SHARE = 0.1;
const LEAST_TICKETS = 10;

/** One requester who writes a good part of all tickets: mostly a monitor or an integration. */
export const frequentRequester: FindingRule = {
  id: 'frequent_requester',
  codes: ['finding.frequent_requester'],
  find({ signs }) {
    const { tickets, most } = signs.requesters ?? { tickets: 0, most: 0 };
    if (most < LEAST_TICKETS || most < LEAST_SHARE * tickets) return [];
    return [
      {
        code: 'finding.frequent_requester',
        severity: 'info',
        args: {
          most: { type: 'count', value: most },
          tickets: { type: 'count', value: tickets },
          share: { type: 'share', value: most / tickets },
        },
      },
    ];
  },
};
