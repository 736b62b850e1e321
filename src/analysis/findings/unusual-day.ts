import type { FindingRule } from './rule.ts';

/** Days on which far more, or far fewer, tickets came than on that weekday in the weeks before. */
export const unusualDay: FindingRule = {
  id: 'unusual_day',
  codes: ['finding.spike_day', 'finding.quiet_day'],
  find: ({ signs }) =>
    signs.unusualDays.map(({ day, created, low, high }) => {
      const isSpike = created > high;
      const common = {
        day: { type: 'instant', value: Date.parse(day), zone: 'UTC', precision: 'day' },
        created: { type: 'count', value: created },
      } as const;
      return isSpike
        ? {
            code: 'finding.spike_day',
            severity: 'warning',
            args: { ...common, high: { type: 'count', value: Math.floor(high) } },
          }
        : {
            code: 'finding.quiet_day',
            severity: 'info',
            args: { ...common, low: { type: 'count', value: Math.ceil(low) } },
          };
    }),
};
