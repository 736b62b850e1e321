import { metricOf } from '../analysis/metrics/index.ts';
import type { WholePeriod } from '../analysis/segments/periods.ts';
import type { TriedOutcome } from '../model/check.ts';
import type { Desk } from '../model/desk.ts';
import { machineNumber } from '../model/machine-number.ts';
import type { Metric } from '../model/metric.ts';
import type { SlaTargetId } from '../model/sla.ts';
import type { TriedTarget } from '../query/expectation.ts';
import type { FilterNode } from '../query/filter.ts';
import { formatInstant, type Zone } from '../time/zone.ts';
import { measureDesk } from './figures.ts';
import { policyClocks } from './policies.ts';
import type { Session } from './session.ts';
import { slaTargets } from './sla-targets.ts';

/** A target that somebody thinks of promising. */
export interface TriedRequest {
  readonly target: TriedTarget;
  readonly where: FilterNode | null;
  readonly by: readonly string[];
}

/** Holds a target against past data: attainment as if it had been the policy of every ticket that the filter lets through. */
export async function tryTarget(
  { target, where, by }: TriedRequest,
  {
    desk,
    session,
    period,
  }: { readonly desk: Desk; readonly session: Session; readonly period: WholePeriod | null },
): Promise<TriedOutcome[]> {
  const id = target.target as SlaTargetId;
  const clock = target.clock ?? 'calendar';
  const targets = new Map([[id, target.limit]]);
  const withClock = await policyClocks(session, desk);
  const policy = withClock({
    settings: { name: target.text, targets: new Map(), clocks: new Map(), pauseOn: [] },
    when: null,
    clock,
    clocks: new Map(),
    targets,
  });
  const [{ figures }] = measureDesk(desk, {
    metrics: [{ metric: metricOf(`sla_${id}`) as Metric, stats: ['share'], clock: null }],
    by,
    totals: false,
    top: null,
    where,
    periods: period && [period],
    clocks: ['calendar'],
    frame: {
      ...{ zone: session.zone, weekStarts: session.weekStarts, asOf: desk.asOf, businessTime: null },
      sla: slaTargets(desk, { policies: [policy], zone: session.zone }),
    },
  });
  const known = figures.filter(({ n, status }) => n > 0 || status === 'unavailable');
  return (known.length > 0 ? known : figures.slice(0, 1)).map((figure) => ({ target, period, figure }));
}

export function triedRow({ target, period, figure }: TriedOutcome, zone: Zone): Record<string, unknown> {
  const stamp = (instant: number): string => formatInstant(instant, zone, 'second');
  return {
    target: target.target,
    limit: machineNumber(target.limit, 'duration'),
    clock: target.clock ?? 'calendar',
    period: period && {
      start: stamp(period.start),
      end: stamp(period.end),
      label: period.label,
      complete: period.complete,
    },
    segment: figure.segment,
    met: figure.value,
    n: figure.n,
    low: figure.low,
    high: figure.high,
    reason: figure.reason,
  };
}
