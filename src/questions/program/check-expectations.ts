import { dimensionNames } from '../../analysis/segments/dimensions.ts';
import { defaultPeriod, rangeOf, withCompleteness } from '../../analysis/segments/periods.ts';
import type { Desk } from '../../model/desk.ts';
import { fieldsOf } from '../../model/fields.ts';
import { type CheckRow, checkRow } from '../../output/report/check-row.ts';
import { parseExpectation } from '../../query/expectation.ts';
import { checkDesk } from '../check.ts';
import { filterOf } from '../figures.ts';
import { metricInfos } from '../metric-requests.ts';
import { type TimeOptions, timeFrame } from './time-frame.ts';

export type { CheckRow };

/** What expectations are held against; everything left out is as on the command line. */
export interface CheckExpectationsOptions extends TimeOptions {
  /** Only these tickets, besides the filter that an expectation brings. */
  readonly where?: string;
}

/**
 * Holds expectations against a desk, as `deskstat check --format json`: one row an expectation and segment. The period
 * is that of the expectation, else the one given, else the last whole week where the data spans two. SLA metrics and
 * baselines need the settings file: the first are `unavailable`, the second are refused.
 *
 * @throws DeskstatError (2) that points at the column of a mistake
 * @example checkExpectations(desk, ['first_response_time.p90 < 4h', 'csat >= 90% by group min 20'])
 */
export function checkExpectations(
  desk: Desk,
  expectations: readonly string[],
  options: CheckExpectationsOptions = {},
): CheckRow[] {
  const { zone, weekStarts, request, businessTime, instant } = timeFrame(desk, options);
  const dimensions = dimensionNames().filter((name) => name !== 'issue' && name !== 'topic');
  const fields = [...Object.keys(fieldsOf.tickets), 'agent', 'hour', 'weekday'];
  const where = filterOf(options.where);
  const asked = rangeOf(request, desk);
  const usual = options.period === undefined ? defaultPeriod(desk, { zone, weekStarts }) : null;
  const results = checkDesk(desk, {
    expectations: expectations.map((text) => {
      const expectation = parseExpectation(text, { metrics: metricInfos(), fields, dimensions });
      const { over, where: own } = expectation;
      const range = over
        ? rangeOf({ ...request, period: over.text, since: null, until: null }, desk)
        : (asked ?? usual);
      return {
        expectation,
        name: null,
        by: expectation.by.map(({ kind, name }) => (kind === 'column' ? `column:${name}` : name)),
        where: own && where ? { kind: 'and', nodes: [where, own], column: 1 } : (own ?? where),
        period: range && withCompleteness(range, desk),
      };
    }),
    expectedSegments: new Map(),
    baseline: null,
    zone,
    businessTime,
  });
  return results.map((result) => checkRow(result, instant));
}
