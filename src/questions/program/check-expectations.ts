import type { Desk } from '../../model/desk.ts';
import { checkRow, type CheckRow as Row } from '../../output/report/check-row.ts';
import type { FilterNode } from '../../query/filter.ts';
import { checkDesk } from '../check.ts';
import { expectationsOf, expectedSegmentsOf, requestOf } from '../check-requests.ts';
import { filterOf } from '../figures.ts';
import { withDimensions } from '../filters.ts';
import { ownNames, segmentByOwnNames } from '../own-names.ts';
import { settleCall, type TimeOptions } from './settled-call.ts';

/** A verdict in the units of data, with its reason in English. */
export type CheckRow = Row<string>;

/** What expectations are held against; everything left out is as on the command line. */
export interface CheckExpectationsOptions extends TimeOptions {
  /** Only these tickets, besides the filter that an expectation brings. */
  readonly where?: string;
}

/**
 * Holds expectations against a desk, as `deskstat check --format json`: one row an expectation and segment. The period
 * is that of the expectation, else the one given, else that of the settings, else the last whole week where the data
 * spans two. Without expectations the checks of the settings are held. Baselines are files: `ask('check', desk, …)` reads
 * them, here they are refused.
 *
 * @throws DeskstatError (2) that points at the column of a mistake
 * @example checkExpectations(desk, ['first_response_time.p90 < 4h', 'csat >= 90% by group min 20'])
 */
export function checkExpectations(
  desk: Desk,
  expectations: readonly string[] | null = null,
  options: CheckExpectationsOptions = {},
): CheckRow[] {
  const { session, frame, instant } = settleCall(desk, 'check', {
    ...options,
    ...(expectations === null ? {} : { expect: expectations }),
  });
  const { config } = session;
  const filter = filterOf(options.where);
  const where: FilterNode | null = filter && withDimensions(filter, config);
  const results = checkDesk(desk, {
    expectations: expectationsOf({ guess: true }, session).map((each) =>
      requestOf(each, { where, desk, session }),
    ),
    expectedSegments: expectedSegmentsOf(session),
    baseline: null,
    frame,
  });
  const own = ownNames(config);
  return results.map((result) => {
    const row = checkRow({ ...result, segment: segmentByOwnNames(result.segment, own) }, instant);
    return { ...row, reason: row.reason?.english ?? null };
  });
}
