import { type CheckOutcome, outcomeOf, worstFirst } from '../../analysis/expectations/outcome.ts';
import { listAtRisk, listBreaches } from '../../analysis/sla/breaches.ts';
import type { CheckResult, TargetList, TriedOutcome, Verdicts } from '../../model/check.ts';
import type { Desk } from '../../model/desk.ts';
import { DeskstatError, type Problem } from '../../model/problem.ts';
import { sentence } from '../../model/sentence.ts';
import type { SlaTargets } from '../../model/sla.ts';
import { checkRow } from '../../output/report/check-row.ts';
import type { FilterNode } from '../../query/filter.ts';
import { usageError } from '../../settings/option-values.ts';
import { parseDurationLiteral } from '../../time/duration.ts';
import { formatInstant } from '../../time/zone.ts';
import { baselineOf } from '../baseline.ts';
import { checkDesk } from '../check.ts';
import {
  both,
  type CheckOptions,
  expectationsOf,
  expectedSegmentsOf,
  needsOfCheck,
  periodOver,
  requestOf,
  targetOf,
  triedOf,
  typedPeriod,
} from '../check-requests.ts';
import { dataEnvelope } from '../envelope.ts';
import { filterOf } from '../figures.ts';
import { tryFilter, withDimensions } from '../filters.ts';
import { frameOf } from '../frame.ts';
import { maskPeople } from '../mask-people.ts';
import { emptyPeriodNote, noTargetsNote } from '../nothing-found.ts';
import { ownNames, segmentByOwnNames } from '../own-names.ts';
import type { Session } from '../session.ts';
import { targetRow } from '../target-lists.ts';
import { triedRow, tryTarget } from '../tried-target.ts';
import type { DocumentAnswer } from './answer.ts';

export type { CheckOutcome } from '../../analysis/expectations/outcome.ts';

/** What became of each expectation, and the targets behind them. */
export interface CheckAnswer extends DocumentAnswer, Verdicts {
  readonly verdict: CheckOutcome;
}

/** Expectations → verdicts. */
export async function askCheck(
  session: Session,
  args: readonly string[],
  options: CheckOptions,
): Promise<CheckAnswer> {
  const where =
    options.where === undefined
      ? null
      : withDimensions(filterOf(options.where) as FilterNode, session.config);
  const asked = expectationsOf(options, session);
  const tried = triedOf(options, session);
  const soon = options.soon === undefined ? null : parseDurationLiteral(options.soon);
  if (asked.length === 0 && tried.length === 0 && soon === null) {
    throw usageError(
      sentence('mistake.nothing_expected'),
      "deskstat check tickets.csv --expect 'first_response_time.p90 < 4h'",
    );
  }
  const baseline = await baselineOf(options.baseline, session);
  const read = await session.read(args, {
    ...needsOfCheck({ asked, tried, where, session, soon }),
    mayBeEmpty: true,
  });
  const { desk } = read;
  if (options.allowTruncated !== true) refuseTruncated(desk);
  const isAboutSla = soon !== null || asked.some(({ expectation }) => targetOf(expectation) !== null);
  const frame = await frameOf(session, desk, { withTargets: isAboutSla });
  const { sla } = frame;
  const expectations = asked.map((each) => requestOf(each, { where, desk, session }));
  for (const [index, { keys = [] }] of asked.entries()) {
    const own = expectations[index].where;
    if (own && keys.length > 0) tryFilter(own, { loaded: session.loaded, keys, desk, zone: session.zone });
  }
  const results = checkDesk(desk, {
    expectations,
    frame,
    expectedSegments: expectedSegmentsOf(session),
    baseline,
  });
  const trials: TriedOutcome[] = [];
  for (const request of tried) {
    const period = request.target.over
      ? periodOver(request.target.over.text, { desk, session })
      : typedPeriod({ desk, session });
    trials.push(
      ...(await tryTarget({ ...request, where: both(where, request.where) }, { desk, session, period })),
    );
  }
  const found: Found = {
    desk,
    results: options.showAgents ? results : maskPeople(results),
    trials,
    lists: targetLists({ desk, sla, results, soon }),
    problems: [
      ...desk.problems,
      ...(sla?.problems ?? []),
      ...emptyPeriodNote(desk, session),
      ...noTargetsNote(options.soon, session),
      ...ageNote(desk, session),
    ],
  };
  const verdict = outcomeOf(results, {
    failOnTooFew: options.failOnTooFew === true,
    allowNoData: options.allowNoData === true,
  });
  const { zone } = session;
  const head = dataEnvelope('check', { desk: { ...desk, problems: found.problems }, zone });
  return {
    head,
    document: { ...head, ...wholeCheck(found, { verdict, session, options }) },
    verdict,
    results: found.results,
    worstFirst: worstFirst(found.results),
    trials,
    lists: found.lists,
    timestamp: Number.isFinite(desk.asOf)
      ? formatInstant(desk.asOf, zone, 'second').slice(0, 19)
      : '1970-01-01T00:00:00',
    problems: found.problems,
  };
}

const CUT = new Set(['file_cut', 'gzip_cut', 'json_cut']);

/** @throws DeskstatError (3) for a file that is cut short: what is missing may be what would fail. */
function refuseTruncated({ problems }: Desk): void {
  const cut = problems.find(({ code }) => CUT.has(code));
  if (cut) throw new DeskstatError({ code: 'truncated_refused', args: {}, where: cut.where }, 3);
}

/** Files give the same verdict tomorrow: whether they are of today is for the clock to say, where it is asked. */
function ageNote({ asOf }: Desk, { run, zone }: Session): Problem[] {
  if (run.maxAge !== null || !Number.isFinite(asOf)) return [];
  return [{ code: 'age_not_checked', severity: 'note', args: { asOf: formatInstant(asOf, zone, 'minute') } }];
}

interface ListInput {
  readonly desk: Desk;
  readonly sla: SlaTargets | null;
  readonly results: readonly CheckResult[];
  readonly soon: number | null;
}

/** Breaches behind the attainment that was checked, in its period, and what falls due soon. */
function targetLists({ desk, sla, results, soon }: ListInput): TargetList {
  if (!sla) return { breaches: [], atRisk: null };
  const seen = new Set<string>();
  const breaches = results.flatMap(({ metric, period }) => {
    const target = targetOf({ metric });
    const key = `${metric} ${period?.label}`;
    if (target === null || seen.has(key)) return [];
    seen.add(key);
    return listBreaches({ desk, sla, targets: [target], from: period?.start, to: period?.end });
  });
  return { breaches, atRisk: soon === null ? null : listAtRisk({ desk, sla, soon }) };
}

interface Found {
  readonly desk: Desk;
  readonly results: readonly CheckResult[];
  readonly trials: readonly TriedOutcome[];
  readonly lists: TargetList;
  readonly problems: Desk['problems'];
}

/** Everything that a check found, for programs. */
function wholeCheck(
  { results, trials, lists }: Found,
  {
    verdict,
    session: { zone, config },
    options,
  }: { readonly verdict: CheckOutcome; readonly session: Session; readonly options: CheckOptions },
): Record<string, unknown> {
  const own = ownNames(config);
  const instant = (at: number): string => formatInstant(at, zone, 'second');
  const showAgents = options.showAgents === true;
  const target = (entry: (typeof lists.breaches)[number]) => targetRow(entry, { zone, showAgents });
  return {
    passed: verdict === 'passed',
    checks: results.map((result) =>
      checkRow({ ...result, segment: segmentByOwnNames(result.segment, own) }, instant),
    ),
    breaches: lists.breaches.map(target),
    ...(lists.atRisk === null ? {} : { at_risk: lists.atRisk.map(target) }),
    ...(trials.length === 0 ? {} : { tried: trials.map((trial) => triedRow(trial, zone)) }),
  };
}
