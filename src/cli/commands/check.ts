import { type CheckOutcome, outcomeOf, worstFirst } from '../../analysis/expectations/outcome.ts';
import { listAtRisk, listBreaches } from '../../analysis/sla/breaches.ts';
import type { CheckResult, TargetList, TriedOutcome } from '../../model/check.ts';
import type { Desk } from '../../model/desk.ts';
import { DeskstatError, type Problem } from '../../model/problem.ts';
import type { SlaTargets } from '../../model/sla.ts';
import type { Locale } from '../../output/locales/index.ts';
import { targetLines, triedLines } from '../../output/renderers/check-lists.ts';
import { checkRow } from '../../output/renderers/check-row.ts';
import { checkLines, checkMarkdown } from '../../output/renderers/check-text.ts';
import { githubLines } from '../../output/renderers/github.ts';
import { junitXml } from '../../output/renderers/junit.ts';
import type { FilterNode } from '../../query/filter.ts';
import { baselineOf } from '../../questions/baseline.ts';
import { checkDesk } from '../../questions/check.ts';
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
} from '../../questions/check-requests.ts';
import { emptyPeriodNote } from '../../questions/empty-period.ts';
import { dataEnvelope } from '../../questions/envelope.ts';
import { filterOf } from '../../questions/figures.ts';
import { tryFilter, withDimensions } from '../../questions/filters.ts';
import { maskPeople } from '../../questions/mask-people.ts';
import { ownNames, segmentByOwnNames } from '../../questions/own-names.ts';
import { slaOf } from '../../questions/policies.ts';
import { targetRow } from '../../questions/target-lists.ts';
import { triedRow, tryTarget } from '../../questions/tried-target.ts';
import { usageError } from '../../settings/option-values.ts';
import { parseDurationLiteral } from '../../time/duration.ts';
import { formatInstant } from '../../time/zone.ts';
import { usesColor } from '../color.ts';
import { emit } from '../emit.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { openSession, type Session } from '../session.ts';
import { appendSummary } from '../step-summary.ts';
import { printProblems } from '../warnings.ts';
import { localeOf } from '../words.ts';

export const checkFormats = ['table', 'json', 'junit', 'github', 'markdown'] as const;

const codes: Readonly<Record<CheckOutcome, ExitCode>> = {
  passed: exitCodes.done,
  failed: exitCodes.expectationFailed,
  no_data: exitCodes.noData,
  unavailable: exitCodes.unusableInput,
};

/** `deskstat check [files…]`: expectations → verdicts → an exit code. */
export async function run(args: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const session = await openSession({ command: 'check', options, io, paths: args });
  const where =
    options.where === undefined
      ? null
      : withDimensions(filterOf(options.where) as FilterNode, session.config);
  const asked = expectationsOf(options, session);
  const tried = triedOf(options, session);
  const soon = options.soon === undefined ? null : parseDurationLiteral(options.soon);
  if (asked.length === 0 && tried.length === 0 && soon === null) {
    throw usageError(
      'nothing is expected: no --expect, and no "checks:" in deskstat.yaml',
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
  const sla = isAboutSla ? await slaOf(session, desk) : null;
  const expectations = asked.map((each) => requestOf(each, { where, desk, session, options }));
  for (const [index, { keys = [] }] of asked.entries()) {
    const own = expectations[index].where;
    if (own && keys.length > 0) tryFilter(own, { loaded: session.loaded, keys, desk, zone: session.zone });
  }
  const results = checkDesk(desk, {
    expectations,
    zone: session.zone,
    businessTime: await session.businessTime(desk),
    sla,
    expectedSegments: expectedSegmentsOf(session),
    baseline,
  });
  const trials: TriedOutcome[] = [];
  for (const request of tried) {
    const period = request.target.over
      ? periodOver(request.target.over.text, { desk, session })
      : typedPeriod({ desk, session, options });
    trials.push(
      ...(await tryTarget({ ...request, where: both(where, request.where) }, { desk, session, period })),
    );
  }
  const document: CheckDocument = {
    desk,
    results: options.showAgents ? results : maskPeople(results),
    trials,
    lists: targetLists({ desk, sla, results, soon }),
    problems: [
      ...desk.problems,
      ...(sla?.problems ?? []),
      ...emptyPeriodNote(desk, session),
      ...ageNote(desk, session),
    ],
  };
  const outcome = outcomeOf(results, {
    failOnTooFew: options.failOnTooFew === true,
    allowNoData: options.allowNoData === true,
  });
  const locale = await localeOf(session.run);
  await emit({
    options: quietly(options, { isGreen: outcome === 'passed' }),
    formats: checkFormats,
    inputs: args,
    io,
    render: async (format, { stdout }) =>
      renderCheck(format, { document, outcome, session, locale, options, stdout }),
  });
  if (options.format === 'github')
    await appendSummary(checkMarkdown(worstFirst(document.results), locale), { io, locale });
  await printProblems(document.problems, { io, locale });
  return codes[outcome];
}

/** `-q` is silent when everything passed; what did not pass is worth its lines. */
function quietly(options: CheckOptions, { isGreen }: { readonly isGreen: boolean }): CheckOptions {
  return { ...options, quiet: options.quiet === true && isGreen };
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
  if (!sla) return { breaches: [], atRisk: soon === null ? null : [] };
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

interface CheckDocument {
  readonly desk: Desk;
  readonly results: readonly CheckResult[];
  readonly trials: readonly TriedOutcome[];
  readonly lists: TargetList;
  readonly problems: Desk['problems'];
}

interface RenderInput {
  readonly document: CheckDocument;
  readonly outcome: CheckOutcome;
  readonly session: Session;
  readonly locale: Locale;
  readonly options: CheckOptions;
  readonly stdout: boolean;
}

function renderCheck(
  format: string,
  { document, outcome, session, locale, options, stdout }: RenderInput,
): Iterable<string> {
  const { trials, lists, desk } = document;
  // A document is whole or not at all.
  const isShort = stdout && options.quiet === true && format !== 'json' && format !== 'junit';
  const results = isShort ? document.results.filter(({ verdict }) => verdict !== 'pass') : document.results;
  const showAgents = options.showAgents === true;
  const { zone, io } = session;
  switch (format) {
    case 'json':
      return [`${JSON.stringify(wholeCheck(document, { outcome, session, showAgents }), null, 2)}\n`];
    case 'junit': {
      const timestamp = Number.isFinite(desk.asOf)
        ? formatInstant(desk.asOf, zone, 'second').slice(0, 19)
        : '1970-01-01T00:00:00';
      return [junitXml(results, { suite: { name: 'deskstat check', timestamp }, locale })];
    }
    case 'github':
      return githubLines(worstFirst(results), locale);
    case 'markdown':
      return [
        ...(results.length > 0 ? [checkMarkdown(results, locale)] : []),
        ...(trials.length > 0 ? ['\n', ...triedLines(trials, { locale, isMarkdown: true })] : []),
        ...targetLines(lists, { zone: zone.id, locale, showAgents, isMarkdown: true }),
      ];
    default: {
      const color = stdout && usesColor({ color: options.color, env: io.env, output: io.stdout });
      return [
        ...(results.length > 0 ? checkLines(results, { locale, color }) : []),
        ...(trials.length > 0
          ? [...(results.length > 0 ? ['\n'] : []), ...triedLines(trials, { locale, isMarkdown: false })]
          : []),
        ...targetLines(lists, { zone: zone.id, locale, showAgents, isMarkdown: false }),
      ];
    }
  }
}

/** Everything that a check found, for programs. */
function wholeCheck(
  { results, trials, lists, desk, problems }: RenderInput['document'],
  {
    outcome,
    session,
    showAgents,
  }: Pick<RenderInput, 'outcome' | 'session'> & { readonly showAgents: boolean },
) {
  const { zone } = session;
  const own = ownNames(session.config);
  const target = (entry: (typeof lists.breaches)[number]) => targetRow(entry, { zone, showAgents });
  return {
    ...dataEnvelope('check', { desk: { ...desk, problems }, zone }),
    passed: outcome === 'passed',
    checks: results.map((result) =>
      checkRow({ ...result, segment: segmentByOwnNames(result.segment, own) }, (at) =>
        formatInstant(at, zone, 'second'),
      ),
    ),
    breaches: lists.breaches.map(target),
    ...(lists.atRisk === null ? {} : { at_risk: lists.atRisk.map(target) }),
    ...(trials.length === 0 ? {} : { tried: trials.map((trial) => triedRow(trial, zone)) }),
  };
}
