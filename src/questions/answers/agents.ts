import {
  defaultPeriod,
  rangeOf,
  type WholePeriod,
  withCompleteness,
} from '../../analysis/segments/periods.ts';
import type { AgentMeasure, AgentRow, AgentsOverview } from '../../model/agents.ts';
import type { Desk } from '../../model/desk.ts';
import { figureKey } from '../../model/metric.ts';
import { type MachineRow, type TypedColumn, typedColumns } from '../../model/rows.ts';
import type {
  OutputOptions,
  PeriodOptions,
  SessionOptions,
  SortOptions,
} from '../../settings/option-types.ts';
import { formatInstant } from '../../time/zone.ts';
import { agentsNeeds, agentsOfDesk } from '../agents.ts';
import { dataEnvelope } from '../envelope.ts';
import { filterOf } from '../figures.ts';
import { withDimensions } from '../filters.ts';
import { frameOf } from '../frame.ts';
import { emptyFilterNote, emptyPeriodNote } from '../nothing-found.ts';
import type { Session } from '../session.ts';
import { sorted, sortKeys } from '../sorting.ts';
import type { ReportAnswer } from './answer.ts';

export interface AgentsCommandOptions extends SessionOptions, PeriodOptions, SortOptions, OutputOptions {
  readonly where?: string;
}

const keys = [
  'agent',
  'tickets',
  'metric',
  'stat',
  'clock',
  'unit',
  'value',
  'n',
  'status',
  'against',
  'against_unit',
  'against_n',
  'low',
  'high',
  'shrunk',
  'z',
  'stands_out',
  'key',
] as const;
const columns: readonly TypedColumn[] = typedColumns(keys, {
  person: ['agent'],
  number: ['tickets', 'n', 'against', 'against_n', 'low', 'high', 'shrunk', 'z'],
  boolean: ['stands_out'],
}).map((column) =>
  column.key === 'value'
    ? { ...column, type: ({ unit }) => (unit === 'seconds' ? 'duration' : 'share') }
    : column,
);

/** Each agent against what the same mix of tickets takes others. */
export async function askAgents(
  session: Session,
  paths: readonly string[],
  options: AgentsCommandOptions,
): Promise<ReportAnswer> {
  const { zone, config } = session;
  const filter = filterOf(options.where);
  const where = filter && { text: options.where as string, node: withDimensions(filter, config) };
  const { desk } = await session.read(paths, await agentsNeeds(where?.node ?? null));
  const { overview, report } = await agentsOfDesk(desk, {
    period: periodOf(desk, session),
    where,
    frame: await frameOf(session, desk, { withTargets: false }),
    order: (agents, measures) => inOrder(agents, measures, options.sort ?? []),
  });
  const { period } = overview;
  const problems = [
    ...desk.problems,
    ...emptyPeriodNote(desk, session),
    ...emptyFilterNote(desk, { where: where?.node ?? null, text: where?.text, zone }),
  ];
  const head = {
    ...dataEnvelope('agents', { desk, zone }),
    period: period && {
      start: formatInstant(period.start, zone, 'second'),
      end: formatInstant(period.end, zone, 'second'),
      label: period.label,
      complete: period.complete,
    },
    where: overview.filter,
    credit: overview.credit,
    mix: overview.mix,
    without_agent: overview.nobody,
    changed_hands: overview.changedHands,
  };
  return { head, columns, rows: () => rowsOf(overview), report: () => report, problems };
}

/**
 * Agents by their name, tickets, a figure (`csat`, `first_response_time.p50@business`) or how they stand against the mix
 * (`csat_against_mix`).
 */
function inOrder(
  agents: readonly AgentRow[],
  measures: readonly AgentMeasure[],
  sort: readonly string[],
): readonly AgentRow[] {
  const cells = new Map<string, (agent: AgentRow) => unknown>([
    ['agent', ({ name }) => name],
    ['tickets', ({ tickets }) => tickets],
  ]);
  for (const [i, measure] of measures.entries()) {
    const { metric, stat } = measure;
    const figure = ({ figures }: AgentRow): unknown => figures[i].value;
    cells.set(figureKey(measure), figure);
    // The clock is the one there is, so its name may be left out.
    cells.set(figureKey({ ...measure, clock: null, stat }), figure);
    cells.set(`${metric}_against_mix`, ({ figures }) => figures[i].against?.value);
  }
  return sorted(agents, sortKeys(sort, [...cells.keys()]), (agent, key) => cells.get(key)?.(agent));
}

/** What was asked for, else the last whole week when the data spans two, else everything. */
function periodOf(desk: Desk, { run, zone, weekStarts }: Session): WholePeriod | null {
  const request = { ...run.asked, zone, weekStarts };
  if (request.period === null && request.since === null && request.until === null) {
    return defaultPeriod(desk, { zone, weekStarts });
  }
  const range = rangeOf(request, desk);
  return range && withCompleteness(range, desk);
}

/** One row an agent and measure, agents by volume. */
function* rowsOf({ agents, measures }: AgentsOverview): Iterable<MachineRow> {
  for (const { name, tickets, figures } of agents) {
    for (const [i, { metric, kind, stat, clock }] of measures.entries()) {
      const { value, n, status, against } = figures[i];
      const isDuration = kind === 'duration';
      yield {
        agent: name,
        tickets,
        metric,
        stat,
        clock,
        unit: isDuration ? 'seconds' : 'share',
        value,
        n,
        status,
        against: against?.value ?? null,
        against_unit: isDuration ? 'percentile' : 'share',
        against_n: against?.n ?? 0,
        low: against?.low ?? null,
        high: against?.high ?? null,
        shrunk: against?.shrunk ?? null,
        z: against?.z ?? null,
        stands_out: against?.standsOut ?? false,
        key: figureKey(measures[i]),
      };
    }
  }
}
