import { type CheckOutcome, outcomeOf, worstFirst } from '../../analysis/expectations/outcome.ts';
import { metricOf } from '../../analysis/metrics/index.ts';
import { dimensionNames } from '../../analysis/segments/dimensions.ts';
import {
  defaultPeriod,
  rangeOf,
  type WholePeriod,
  withCompleteness,
} from '../../analysis/segments/periods.ts';
import { listAtRisk, listBreaches } from '../../analysis/sla/breaches.ts';
import type { CheckResult } from '../../model/check.ts';
import type { Desk } from '../../model/desk.ts';
import { fieldsOf } from '../../model/fields.ts';
import type { Metric } from '../../model/metric.ts';
import { type SlaTargetId, type SlaTargets, slaTargetIds } from '../../model/sla.ts';
import { type Locale, loadLocale } from '../../output/locales/index.ts';
import { checkLines, checkMarkdown } from '../../output/renderers/check-text.ts';
import { githubLines } from '../../output/renderers/github.ts';
import { junitXml } from '../../output/renderers/junit.ts';
import { checkDesk, type ExpectationRequest, filterOf, metricInfos, needsOf } from '../../pipeline.ts';
import { type Expectation, parseExpectation, parseTriedTarget } from '../../query/expectation.ts';
import type { FilterNode } from '../../query/filter.ts';
import { parseDurationLiteral } from '../../time/duration.ts';
import { formatInstant } from '../../time/zone.ts';
import { baselineOf } from '../baseline.ts';
import { checkRow, maskPeople } from '../check-rows.ts';
import { usesColor } from '../color.ts';
import { emit } from '../emit.ts';
import { dataEnvelope } from '../envelope.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { atSetting, dimensionOfKey, withDimensions } from '../filters.ts';
import type { Io } from '../io.ts';
import { languageOf } from '../language.ts';
import { usageError } from '../option-values.ts';
import type { OutputOptions, PeriodOptions } from '../options.ts';
import { openSession, type Session, type SessionOptions } from '../session.ts';
import { policiesOf, slaOf } from '../sla.ts';
import { appendSummary } from '../step-summary.ts';
import { type TargetList, targetLines, targetRow } from '../target-lists.ts';
import { type TriedOutcome, type TriedRequest, triedLines, triedRow, tryTarget } from '../tried-target.ts';
import { printProblems } from '../warnings.ts';
import { periodRequest } from './metrics.ts';

export interface CheckOptions extends SessionOptions, PeriodOptions, OutputOptions {
  readonly expect?: readonly string[];
  readonly baseline?: string;
  readonly failOnTooFew?: boolean;
  readonly allowNoData?: boolean;
  readonly try?: readonly string[];
  readonly soon?: string;
  readonly showAgents?: boolean;
  readonly where?: string;
}

export const checkFormats = ['table', 'json', 'junit', 'github', 'markdown'] as const;

const codes: Readonly<Record<CheckOutcome, ExitCode>> = {
  passed: exitCodes.done,
  failed: exitCodes.expectationFailed,
  no_data: exitCodes.noData,
  unavailable: exitCodes.unusableInput,
};

/** `deskstat check [files…]`: expectations → verdicts → an exit code. */
export async function run(args: readonly string[], options: CheckOptions, io: Io): Promise<ExitCode> {
  const session = await openSession(options, io);
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
  const read = await session.read(args, needsOfCheck({ asked, tried, where, session, soon }));
  const { desk } = read;
  const isAboutSla = soon !== null || asked.some(({ expectation }) => targetOf(expectation) !== null);
  const sla = isAboutSla ? await slaOf(session, desk) : null;
  const expectations = asked.map((each) => requestOf(each, { where, desk, session, options }));
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
    problems: [...desk.problems, ...(sla?.problems ?? [])],
  };
  const outcome = outcomeOf(results, {
    failOnTooFew: options.failOnTooFew === true,
    allowNoData: options.allowNoData === true,
  });
  const locale = await loadLocale(languageOf(options, session.config));
  await emit({
    options,
    formats: checkFormats,
    inputs: args,
    io,
    render: async (format, { stdout }) =>
      renderCheck(format, { document, outcome, session, locale, options, stdout }),
  });
  if (options.format === 'github')
    await appendSummary(checkMarkdown(worstFirst(document.results), locale), io);
  await printProblems(document.problems, io);
  return codes[outcome];
}

interface AskedExpectation {
  readonly expectation: Expectation;
  readonly name: string | null;
}

/** What `--expect` asks for; the checks of the settings where none is typed. */
function expectationsOf(options: CheckOptions, { config, loaded }: Session): readonly AskedExpectation[] {
  const grammar = { metrics: metricInfos(), ...namesOf(config) };
  if (options.expect !== undefined) {
    return options.expect.map((text) => ({ expectation: parseExpectation(text, grammar), name: null }));
  }
  if (options.try !== undefined) return [];
  return config.checks.map(({ expect, name }, index) => ({
    expectation: atSetting(loaded, ['checks', index], () => parseExpectation(expect, grammar)),
    name: name ?? null,
  }));
}

function triedOf(options: CheckOptions, { config }: Session): readonly TriedRequest[] {
  const grammar = { targets: slaTargetIds, ...namesOf(config) };
  return (options.try ?? []).map((text) => {
    const target = parseTriedTarget(text, grammar);
    const where = target.where && withDimensions(target.where, config);
    return { target, where, by: target.by.map((key) => dimensionOfKey(key, config)) };
  });
}

/** The names that filters and dimensions may have. */
function namesOf({ dimensions }: Session['config']): {
  readonly fields: readonly string[];
  readonly dimensions: readonly string[];
} {
  const own = [...dimensions.keys()];
  return {
    fields: [...Object.keys(fieldsOf.tickets), 'agent', 'hour', 'weekday', ...own],
    dimensions: [...dimensionNames().filter((name) => name !== 'issue'), ...own],
  };
}

interface Needs {
  readonly asked: readonly AskedExpectation[];
  readonly tried: readonly TriedRequest[];
  readonly where: FilterNode | null;
  readonly session: Session;
  readonly soon: number | null;
}

function needsOfCheck({ asked, tried, where, session, soon }: Needs): ReturnType<typeof needsOf> {
  const targets = [
    ...asked.flatMap(({ expectation }) => targetOf(expectation) ?? []),
    ...tried.map(({ target }) => target.target as SlaTargetId),
    ...(soon === null ? [] : slaTargetIds),
  ];
  const ids = [
    ...asked.map(({ expectation }) => expectation.metric),
    ...targets.map((target) => `sla_${target}`),
  ];
  const policies = targets.length > 0 ? policiesOf(session) : [];
  const needs = needsOf({
    metrics: ids.map((id) => metricOf(id) as Metric),
    by: [
      ...asked.flatMap(({ expectation }) => expectation.by.map((key) => dimensionOfKey(key, session.config))),
      ...tried.flatMap(({ by }) => by),
    ],
    where,
    filters: [
      ...asked.map(
        ({ expectation }) => expectation.where && withDimensions(expectation.where, session.config),
      ),
      ...tried.map((each) => each.where),
      ...policies.map(({ when }) => when),
    ],
  });
  if (targets.length > 0)
    for (const field of ['assignee', 'group', 'priority'] as const) needs.fields.add(field);
  return needs;
}

/** The target that an expectation on attainment is about; null for any other. */
function targetOf({ metric }: Pick<Expectation, 'metric'>): SlaTargetId | null {
  return slaTargetIds.find((id) => metric === `sla_${id}`) ?? null;
}

interface Surroundings {
  readonly desk: Desk;
  readonly session: Session;
  readonly options: CheckOptions;
}

function requestOf(
  { expectation, name }: AskedExpectation,
  given: Surroundings & { readonly where: FilterNode | null },
): ExpectationRequest {
  const { session, desk, where } = given;
  const { config } = session;
  const own = expectation.where && withDimensions(expectation.where, config);
  return {
    expectation,
    name,
    by: expectation.by.map((key) => dimensionOfKey(key, config)),
    where: both(where, own),
    period: expectation.over
      ? periodOver(expectation.over.text, given)
      : (typedPeriod(given) ?? defaultOf(given, desk)),
  };
}

const both = (a: FilterNode | null, b: FilterNode | null): FilterNode | null =>
  a && b ? { kind: 'and', nodes: [a, b], column: 1 } : (a ?? b);

function periodOver(
  period: string,
  { desk, session }: Pick<Surroundings, 'desk' | 'session'>,
): WholePeriod | null {
  const range = rangeOf(
    { period, since: null, until: null, every: null, zone: session.zone, weekStarts: session.weekStarts },
    desk,
  );
  return range && withCompleteness(range, desk);
}

/** The period of `--period`, `--since` and `--until`, else that of the settings; null for none or for everything. */
function typedPeriod({ desk, session, options }: Surroundings): WholePeriod | null {
  const request = {
    ...periodRequest(options, session),
    every: null,
    zone: session.zone,
    weekStarts: session.weekStarts,
  };
  const range = rangeOf(request, desk);
  return range && withCompleteness(range, desk);
}

/** The last whole week, unless a period was asked for that is everything. */
function defaultOf({ options, session }: Surroundings, desk: Desk): WholePeriod | null {
  const isAll = (options.period ?? session.config.period) !== undefined;
  return isAll ? null : defaultPeriod(desk, session);
}

function expectedSegmentsOf({ config }: Session): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...config.expectSegments].map(([name, values]) => {
      const column = config.dimensions.get(name);
      return [column === undefined ? name : `column:${column}`, values] as const;
    }),
  );
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
  const { results, trials, lists, desk, problems } = document;
  const showAgents = options.showAgents === true;
  const { zone, io } = session;
  switch (format) {
    case 'json': {
      const whole = {
        ...dataEnvelope('check', { desk: { ...desk, problems }, zone }),
        passed: outcome === 'passed',
        checks: results.map((result) => checkRow(result, zone)),
        breaches: lists.breaches.map((entry) => targetRow(entry, { zone, showAgents })),
        ...(lists.atRisk === null
          ? {}
          : { at_risk: lists.atRisk.map((entry) => targetRow(entry, { zone, showAgents })) }),
        ...(trials.length === 0 ? {} : { tried: trials.map((trial) => triedRow(trial, zone)) }),
      };
      return [`${JSON.stringify(whole, null, 2)}\n`];
    }
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
        ...targetLines(lists, { zone, locale, showAgents, isMarkdown: true }),
      ];
    default: {
      const color = stdout && usesColor({ color: options.color, env: io.env, output: io.stdout });
      return [
        ...(results.length > 0 ? checkLines(results, { locale, color }) : []),
        ...(trials.length > 0
          ? [...(results.length > 0 ? ['\n'] : []), ...triedLines(trials, { locale, isMarkdown: false })]
          : []),
        ...targetLines(lists, { zone, locale, showAgents, isMarkdown: false }),
      ];
    }
  }
}
