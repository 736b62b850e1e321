import type { AgentFigure, AgentMeasure, AgentRow, AgentsOverview } from '../../model/agents.ts';
import type { Desk } from '../../model/desk.ts';
import type { Clock, Metric, Observations, Stat } from '../../model/metric.ts';
import type { Period } from '../../model/segment.ts';
import { z95 } from '../../stats/distributions.ts';
import { type Funnel, judgeFunnel } from '../../stats/funnel.ts';
import { sumValues } from '../../stats/sums.ts';
import { isTooFew } from '../../stats/too-few.ts';
import { contextOn, type Frame } from '../../time/frame.ts';
import { metricOf } from '../metrics/index.ts';
import { NO_TICKET } from '../metrics/ratings.ts';
import { statisticOf } from '../metrics/statistics.ts';
import { factsOf } from '../metrics/ticket-facts.ts';
import { isUnavailable } from '../metrics/unavailable.ts';
import type { DimensionContext } from '../segments/dimensions.ts';
import type { WholePeriod } from '../segments/periods.ts';
import { type Credit, creditOf } from './credit.ts';
import { againstMix, type Entries, type Mix, mixOf } from './mix.ts';

/** Speed, then quality. */
const measures: readonly (readonly [metric: string, stat: Stat])[] = [
  ['first_response_time', 'p50'],
  ['resolution_time', 'p50'],
  ['csat', 'share'],
  ['reopen_rate', 'share'],
];

export interface AgentOptions {
  readonly period: WholePeriod | null;
  readonly context: DimensionContext;
  /** 1 for tickets that pass the filter; null when all do. */
  readonly mask: Uint8Array | null;
  readonly filter: string | null;
  readonly frame: Frame;
}

/** The metrics and dimensions that agents need, so that nothing else is decoded. */
export function agentNeeds(): { readonly metrics: Metric[]; readonly by: readonly string[] } {
  return {
    metrics: measures.map(([id]) => metricOf(id) as Metric),
    by: ['agent', 'reassignments', 'group', 'priority', 'channel'],
  };
}

/**
 * Volume, speed and quality of each agent against what the same mix of tickets takes others (DEFINITIONS 12).
 *
 * @throws DeskstatError (3) where the data does not say who answered or whose a ticket is
 */
export function agentsOverview(desk: Desk, options: AgentOptions): AgentsOverview {
  const { period, context, mask } = options;
  const credit = creditOf(desk, context);
  const mix = mixOf(desk, context);
  const volume = volumeOf(desk, { credit, period, mask });
  const results = measures.flatMap(([id, stat]) => measureOf(id, stat, { desk, credit, mix, options }) ?? []);
  const agents = credit.names
    .map(
      (name, agent): AgentRow => ({
        name,
        tickets: volume.tickets[agent],
        figures: results.map(({ figures }) => figures[agent]),
      }),
    )
    .filter(({ tickets, figures }) => tickets > 0 || figures.some(({ n }) => n > 0))
    .sort((a, b) => b.tickets - a.tickets || (a.name < b.name ? -1 : 1));
  return {
    asOf: desk.asOf,
    zone: context.zone.id,
    period,
    coverage: desk.coverage,
    filter: options.filter,
    credit: credit.by,
    mix: mix.dimensions,
    measures: results.map(({ measure }) => measure),
    agents,
    nobody: volume.nobody,
    changedHands: volume.changedHands,
  };
}

interface VolumeOptions {
  readonly credit: Credit;
  readonly period: Period | null;
  readonly mask: Uint8Array | null;
}

function volumeOf(desk: Desk, { credit, period, mask }: VolumeOptions) {
  const { createdAt, rows } = factsOf(desk);
  const tickets = new Uint32Array(credit.names.length);
  let nobody = 0;
  let changedHands = 0;
  for (let t = 0; t < rows; t++) {
    if (!isIn(createdAt[t], period) || mask?.[t] === 0) continue;
    if (credit.agentOf[t] < 0) nobody++;
    else if (credit.changedHands[t] === 1) changedHands++;
    else tickets[credit.agentOf[t]]++;
  }
  return { tickets, nobody, changedHands };
}

const isIn = (at: number, period: Period | null): boolean =>
  period === null || (at >= period.start && at < period.end);

interface MeasureOptions {
  readonly desk: Desk;
  readonly credit: Credit;
  readonly mix: Mix;
  readonly options: AgentOptions;
}

/** One measure of all agents; null where the desk cannot be measured so. */
function measureOf(
  id: string,
  stat: Stat,
  { desk, credit, mix, options }: MeasureOptions,
): { readonly measure: AgentMeasure; readonly figures: readonly AgentFigure[] } | null {
  const metric = metricOf(id) as Metric;
  if (metric.shape !== 'flow' || (metric.kind !== 'duration' && metric.kind !== 'share')) return null;
  const { kind } = metric;
  const wanted: Clock = options.frame.businessTime ? 'business' : 'calendar';
  for (const clock of new Set<Clock>(kind === 'duration' ? [wanted, 'calendar'] : ['calendar'])) {
    const observations = metric.observe(desk, contextOn(clock, options.frame));
    if (isUnavailable(observations)) continue;
    const entries = entriesOf(observations, { credit, options });
    const { against, expected } = againstMix(entries, { mix, kind });
    const places = placesOf({ entries, against, expected, kind, agents: credit.names.length });
    const measure = {
      metric: id,
      kind,
      stat,
      clock: kind === 'duration' ? clock : null,
      lowerIsBetter: metric.lowerIsBetter,
      withoutOthers: against.reduce((sum, value) => sum + (Number.isNaN(value) ? 1 : 0), 0),
      dispersion: places.funnel.dispersion,
      compared: places.funnel.places.length,
    };
    const sorted = sortedByAgent(entries, credit.names.length);
    const figures = sorted.map((values, agent): AgentFigure => {
      const { value, status } = statisticOf({ kind, stat, sorted: values, scale: { min: 0, max: 1 } });
      return { value, n: values.length, status, against: places.against[agent] };
    });
    return { measure, figures };
  }
  return null;
}

function entriesOf(
  { ticket, at, value, state }: Observations,
  { credit, options }: { readonly credit: Credit; readonly options: AgentOptions },
): Entries {
  const rows: number[] = [];
  for (let i = 0; i < ticket.length; i++) {
    const t = ticket[i];
    if (state[i] !== 0 || t >= NO_TICKET || !isIn(at[i], options.period) || options.mask?.[t] === 0) continue;
    if (credit.agentOf[t] >= 0 && credit.changedHands[t] === 0) rows.push(i);
  }
  return {
    values: Float64Array.from(rows, (i) => value[i]),
    tickets: Uint32Array.from(rows, (i) => ticket[i]),
    agents: Uint32Array.from(rows, (i) => credit.agentOf[ticket[i]]),
  };
}

function sortedByAgent({ values, agents }: Entries, count: number): Float64Array[] {
  const lists: number[][] = Array.from({ length: count }, () => []);
  for (let i = 0; i < values.length; i++) lists[agents[i]].push(values[i]);
  return lists.map((list) => Float64Array.from(list).sort());
}

interface PlaceOptions {
  readonly entries: Entries;
  readonly against: Float64Array;
  readonly expected: Float64Array;
  readonly kind: 'duration' | 'share';
  readonly agents: number;
}

interface Places {
  readonly funnel: Funnel;
  readonly against: readonly AgentFigure['against'][];
}

/**
 * Each agent's mean against the mix in a funnel. The standard error of a mean percentile comes from the variance of
 * all tickets about their agents' means, pooled, as an agent's own few tickets would tell it badly; that of a share
 * from the variance Σ p (1 − p) that chance would give the others' shares.
 */
function placesOf({ entries, against, expected, kind, agents }: PlaceOptions): Places {
  const lists: number[][] = Array.from({ length: agents }, () => []);
  const chances: number[][] = Array.from({ length: agents }, () => []);
  for (let i = 0; i < against.length; i++) {
    if (Number.isNaN(against[i])) continue;
    lists[entries.agents[i]].push(against[i]);
    if (kind === 'share') chances[entries.agents[i]].push(expected[i] * (1 - expected[i]));
  }
  const means = lists.map((list) => sumValues(Float64Array.from(list)) / list.length);
  const pooled = pooledVariance(lists, means);
  const units = lists.flatMap((list, agent) => {
    const n = list.length;
    if (isTooFew('mean', n)) return [];
    const variance = kind === 'share' ? sumValues(Float64Array.from(chances[agent])) / n : pooled;
    const standardError = Math.sqrt(variance / n);
    return standardError > 0 ? [{ agent, n, value: means[agent], standardError }] : [];
  });
  const par = kind === 'duration' ? 50 : 0;
  const funnel = judgeFunnel({ units, par });
  const found: AgentFigure['against'][] = new Array(agents).fill(null);
  units.forEach(({ agent, n, value, standardError }, i) => {
    const { z, outside, shrunk } = funnel.places[i];
    const half = z95 * standardError * Math.sqrt(funnel.dispersion);
    const [least, most] = kind === 'duration' ? [0, 100] : [-1, 1];
    found[agent] = {
      value,
      n,
      low: Math.max(least, value - half),
      high: Math.min(most, value + half),
      shrunk,
      z,
      standsOut: outside,
    };
  });
  return { funnel, against: found };
}

function pooledVariance(lists: readonly (readonly number[])[], means: readonly number[]): number {
  const squares = lists.flatMap((list, agent) => list.map((value) => (value - means[agent]) ** 2));
  const df = squares.length - lists.filter((list) => list.length > 0).length;
  return df > 0 ? sumValues(Float64Array.from(squares)) / df : 0;
}
