import type { FindingRule } from './rule.ts';

/** A period that is not over: it is held against the same part of the one before. */
export const runningPeriod: FindingRule = {
  id: 'running_period',
  codes: ['finding.running_period'],
  find({ period, asOf, zone }) {
    // A file without rows has no as-of.
    if (!period || period.complete || !(asOf >= period.start)) return [];
    return [
      {
        code: 'finding.running_period',
        severity: 'info',
        args: { as_of: { type: 'instant', value: asOf, zone, precision: 'minute', isEnd: true } },
      },
    ];
  },
};
