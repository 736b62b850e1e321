import { metricOf } from '../analysis/metrics/index.ts';
import { derivedDimensions, dimensionNames } from '../analysis/segments/dimensions.ts';
import { defaultPeriod, rangeOf, type WholePeriod, withCompleteness } from '../analysis/segments/periods.ts';
import type { Desk } from '../model/desk.ts';
import { fieldsOf } from '../model/fields.ts';
import type { Metric } from '../model/metric.ts';
import { type SlaTargetId, slaTargetIds } from '../model/sla.ts';
import { type Expectation, parseExpectation, parseTriedTarget } from '../query/expectation.ts';
import type { FilterNode } from '../query/filter.ts';
import type { OutputOptions, PeriodOptions, SessionOptions } from '../settings/option-types.ts';
import type { ExpectationRequest } from './check.ts';
import { atSetting, dimensionOfKey, withDimensions } from './filters.ts';
import { metricInfos, needsOf } from './metric-requests.ts';
import { policiesOf } from './policies.ts';
import type { Session } from './session.ts';
import type { TriedRequest } from './tried-target.ts';

export interface CheckOptions extends SessionOptions, PeriodOptions, OutputOptions {
  readonly expect?: readonly string[];
  readonly baseline?: string;
  readonly failOnTooFew?: boolean;
  readonly allowNoData?: boolean;
  readonly try?: readonly string[];
  readonly soon?: string;
  readonly allowTruncated?: boolean;
  readonly showAgents?: boolean;
  readonly where?: string;
}

export interface AskedExpectation {
  readonly expectation: Expectation;
  readonly name: string | null;
  /** Where it stands in the settings. */
  readonly keys?: readonly (string | number)[];
}

/** What `--expect` asks for; the checks of the settings where none is typed. */
export function expectationsOf(
  options: CheckOptions,
  { config, loaded, run }: Session,
): readonly AskedExpectation[] {
  const grammar = { metrics: metricInfos(), ...namesOf(config) };
  return run.checks.flatMap(({ expect, name, place }): readonly AskedExpectation[] => {
    if (place === null) return [{ expectation: parseExpectation(expect, grammar), name }];
    // Targets that are tried out take the place of what the file expects.
    if (options.try !== undefined) return [];
    const expectation = atSetting(loaded, place, () => parseExpectation(expect, grammar));
    return [{ expectation, name, keys: place }];
  });
}

export function triedOf(options: CheckOptions, { config }: Session): readonly TriedRequest[] {
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
    fields: [...Object.keys(fieldsOf.tickets), ...derivedDimensions, ...own],
    dimensions: [...dimensionNames(), ...own],
  };
}

interface Needs {
  readonly asked: readonly AskedExpectation[];
  readonly tried: readonly TriedRequest[];
  readonly where: FilterNode | null;
  readonly session: Session;
  readonly soon: number | null;
}

export function needsOfCheck({ asked, tried, where, session, soon }: Needs): ReturnType<typeof needsOf> {
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
export function targetOf({ metric }: Pick<Expectation, 'metric'>): SlaTargetId | null {
  return slaTargetIds.find((id) => metric === `sla_${id}`) ?? null;
}

interface Surroundings {
  readonly desk: Desk;
  readonly session: Session;
}

export function requestOf(
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

export const both = (a: FilterNode | null, b: FilterNode | null): FilterNode | null =>
  a && b ? { kind: 'and', nodes: [a, b], column: 1 } : (a ?? b);

export function periodOver(
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
export function typedPeriod({ desk, session }: Surroundings): WholePeriod | null {
  const request = {
    ...session.run.asked,
    every: null,
    zone: session.zone,
    weekStarts: session.weekStarts,
  };
  const range = rangeOf(request, desk);
  return range && withCompleteness(range, desk);
}

/** The last whole week, unless a period was asked for that is everything. */
function defaultOf({ session }: Surroundings, desk: Desk): WholePeriod | null {
  const isAll = session.run.asked.period !== null;
  return isAll ? null : defaultPeriod(desk, session);
}

export function expectedSegmentsOf({ config }: Session): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...config.expectSegments].map(([name, values]) => {
      const column = config.dimensions.get(name);
      return [column === undefined ? name : `column:${column}`, values] as const;
    }),
  );
}
