import type { Signs } from '../../model/overview.ts';
import type { PhraseArg } from '../../model/report.ts';
import type { FindingRule } from './rule.ts';

/** Days on which far more, or far fewer, tickets came than on that weekday in the weeks before, and from where. */
export const unusualDay: FindingRule = {
  id: 'unusual_day',
  codes: ['finding.spike_day', 'finding.quiet_day'],
  find: ({ signs, tickets }) =>
    // Where nothing came at all, its days are no news of their own.
    (tickets === 0 ? [] : signs.unusualDays).map(({ day, created, low, high, cause }) => {
      const isSpike = created > high;
      const common = {
        day: { type: 'instant', value: Date.parse(day), zone: 'UTC', precision: 'day' },
        created: { type: 'count', value: created },
        ...(cause ? { cause: causePhrase(cause) } : {}),
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

function causePhrase({
  dimension,
  label,
  created,
  usual,
}: NonNullable<Signs['unusualDays'][number]['cause']>): PhraseArg {
  return {
    code: 'finding.day_cause',
    args: {
      dimension: { code: `dimension.${dimension}` },
      segment: label,
      created: { type: 'count', value: created },
      usual: { type: 'count', value: Math.round(usual) },
    },
  };
}
