import type { FindingRule } from './rule.ts';

/** Tickets that wait for a first answer longer than nine of ten answered ones had to. */
export const overdueAnswers: FindingRule = {
  id: 'overdue_answers',
  codes: ['finding.overdue'],
  find({ signs }) {
    const { overdue } = signs;
    if (!overdue || overdue.tickets === 0) return [];
    return [
      {
        code: 'finding.overdue',
        severity: 'warning',
        args: {
          tickets: { type: 'count', value: overdue.tickets },
          limit: { type: 'duration', value: overdue.limit },
          oldest: { type: 'duration', value: overdue.oldest },
        },
      },
    ];
  },
};
