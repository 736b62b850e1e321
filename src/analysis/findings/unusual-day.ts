import type { FindingRule } from './rule.ts';

/** Days on which far more tickets came than on that weekday in the weeks before. */
export const unusualDay: FindingRule = {
  id: 'unusual_day',
  codes: ['finding.spike_day'],
  find: ({ signs }) =>
    signs.unusualDays.map(({ day, created, high }) => ({
      code: 'finding.spike_day',
      severity: 'warning',
      args: {
        day: { type: 'instant', value: Date.parse(day), zone: 'UTC', precision: 'day' },
        created: { type: 'count', value: created },
        high: { type: 'count', value: Math.floor(high) },
      },
    })),
};
