import type { FigurePeriod } from '../analysis/metrics/figure-request.ts';
import type { DimensionContext } from '../analysis/segments/dimensions.ts';
import { compileFilter } from '../analysis/segments/filter.ts';
import type { AgentMeasure, AgentRow, AgentsOverview } from '../model/agents.ts';
import type { Desk } from '../model/desk.ts';
import type { Report } from '../model/report.ts';
import type { FilterNode } from '../query/filter.ts';
import type { FigureOptions } from './figures.ts';
import { needsOf } from './metric-requests.ts';

/** The agents of a desk are asked about: one period, one filter. */
export interface AgentsRequest extends Pick<FigureOptions, 'frame'> {
  readonly period: FigurePeriod | null;
  readonly where: { readonly text: string; readonly node: FilterNode } | null;
  /** Another order than by volume. */
  readonly order?: (agents: readonly AgentRow[], measures: readonly AgentMeasure[]) => readonly AgentRow[];
}

/** The fields and columns that agents need. */
export async function agentsNeeds(where: FilterNode | null): Promise<ReturnType<typeof needsOf>> {
  const { agentNeeds } = await import('../analysis/agents/agents.ts');
  return needsOf({ ...agentNeeds(), where });
}

/** desk → agents against their mix → report. */
export async function agentsOfDesk(
  desk: Desk,
  { period, where, frame, order }: AgentsRequest,
): Promise<{ readonly overview: AgentsOverview; readonly report: Report }> {
  const { agentsOverview } = await import('../analysis/agents/agents.ts');
  const { buildAgentsReport } = await import('../output/report/build-agents-report.ts');
  const context: DimensionContext = { desk, zone: frame.zone };
  const mask = where && compileFilter(where.node, context);
  const byVolume = agentsOverview(desk, { period, context, mask, filter: where?.text ?? null, frame });
  const overview = order ? { ...byVolume, agents: order(byVolume.agents, byVolume.measures) } : byVolume;
  return { overview, report: buildAgentsReport(overview) };
}
