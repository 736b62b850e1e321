import type { AgentFigure, AgentMeasure, AgentRow, AgentsOverview } from '../../model/agents.ts';
import { figureCell, figureLabel, figureValue } from '../../model/figure-value.ts';
import { figureKey } from '../../model/metric.ts';
import type { Block, Phrase, PhraseArg, Report, TableColumn, Value } from '../../model/report.ts';
import { count, dimensionPhrase, subtitlePhrase, text } from './words.ts';

/** Fewest compared agents among whom anybody is named. */
const FEWEST = 5;

/** Agents as a report: who stands out beyond chance, then everybody, most tickets first, without a rank. */
export function buildAgentsReport(overview: AgentsOverview): Report {
  const used = overview.measures
    .map((measure, index) => ({ measure, index }))
    .filter(({ index }) => overview.agents.some(({ figures }) => figures[index].n > 0));
  return {
    title: { code: 'agents.title' },
    subtitle: subtitleOf(overview),
    blocks: [
      { kind: 'list', items: sentencesOf(overview, used) },
      tableOf(overview, used),
      ...notesOf(overview, used),
    ],
  };
}

interface UsedMeasure {
  readonly measure: AgentMeasure;
  readonly index: number;
}

function subtitleOf(overview: AgentsOverview): Phrase {
  const isOnHours = overview.measures.some(({ clock }) => clock === 'business');
  return subtitlePhrase(overview, {
    tickets: overview.agents.reduce((sum, agent) => sum + agent.tickets, 0),
    clock: isOnHours ? { code: 'report.clock', args: { clock: { code: 'clock.business' } } } : null,
  });
}

function sentencesOf({ agents, measures }: AgentsOverview, used: readonly UsedMeasure[]): Phrase[] {
  const named = agents.flatMap((agent) =>
    used.flatMap(({ measure, index }): Phrase[] => {
      const figure = agent.figures[index];
      if (!figure.against?.standsOut) return [];
      return [
        {
          code: `agents.stands_out.${measure.kind}`,
          args: {
            agent: { data: agent.name },
            contrast: contrastPhrase(measure, figure),
            figure: figureLabel(measure),
            value: figureValue(measure, figure),
            against: againstValue(measure, figure),
            n: count(figure.n),
          },
        },
      ];
    }),
  );
  if (named.length > 0) return named;
  const compared = Math.max(0, ...measures.map((measure) => measure.compared));
  return [
    { code: compared < FEWEST ? 'agents.too_few_agents' : 'agents.nobody_stands_out', args: { compared } },
  ];
}

function tableOf({ agents }: AgentsOverview, used: readonly UsedMeasure[]): Block {
  const hasMarks = agents.some(({ figures }) => figures.some(({ against }) => against?.standsOut));
  const columns: TableColumn[] = [
    { key: 'agent', label: { code: 'dimension.agent' }, type: 'text' },
    { key: 'tickets', label: { code: 'ui.tickets' }, type: 'count' },
    ...used.flatMap(({ measure }, i): TableColumn[] => [
      {
        key: figureKey(measure),
        label: { code: `column.${measure.metric}.${measure.stat}` },
        type: measure.kind,
        priority: 1 + i,
      },
      {
        key: `${measure.metric}_against_mix`,
        label: { code: `column.against.${measure.kind}` },
        type: measure.kind === 'duration' ? 'number' : 'change',
        priority: 1 + i,
      },
    ]),
    ...(hasMarks
      ? [{ key: 'stands_out', label: { code: 'column.beyond_chance' }, type: 'text', priority: 1 } as const]
      : []),
  ];
  return {
    kind: 'table',
    id: 'agents',
    columns,
    rows: agents.map((agent): Value[] => [
      text({ data: agent.name }),
      count(agent.tickets),
      ...used.flatMap(({ measure, index }): Value[] => {
        const figure = agent.figures[index];
        return [figureCell(measure, figure), againstValue(measure, figure)];
      }),
      ...(hasMarks ? [text(marksOf(agent, used))] : []),
    ]),
  };
}

/** The mean percentile, or how many points a share lies above what others have with the same mix. */
function againstValue(measure: AgentMeasure, { against }: AgentFigure): Value {
  if (measure.kind === 'duration') return { type: 'number', value: against?.value ?? null, digits: 0 };
  return {
    type: 'change',
    of: 'share',
    before: against ? 0 : null,
    now: against?.value ?? null,
    lowerIsBetter: measure.lowerIsBetter,
    verdict: against?.standsOut ? 'real' : 'noise',
  };
}

function contrastPhrase(measure: AgentMeasure, { against }: AgentFigure): Phrase {
  const isLow = (against?.value ?? 0) < (measure.kind === 'duration' ? 50 : 0);
  return { code: `contrast.${measure.metric}.${isLow === measure.lowerIsBetter ? 'better' : 'worse'}` };
}

function marksOf({ figures }: AgentRow, used: readonly UsedMeasure[]): Phrase {
  const marks = used
    .filter(({ index }) => figures[index].against?.standsOut)
    .map(({ measure, index }) => contrastPhrase(measure, figures[index]));
  return marks.length === 0 ? { data: '' } : { code: 'contrast.list', args: { marks } };
}

function notesOf(overview: AgentsOverview, used: readonly UsedMeasure[]): Block[] {
  const { mix, credit, nobody, changedHands } = overview;
  const note = (code: string, args: Record<string, PhraseArg> = {}): Block => ({
    kind: 'note',
    severity: 'info',
    text: { code, args },
  });
  const without = used.filter(({ measure }) => measure.withoutOthers > 0);
  return [
    mix.length > 0
      ? note('agents.method', { mix: mix.map(dimensionPhrase) })
      : note('agents.method_without_mix'),
    note(`agents.credit.${credit}`),
    ...(nobody > 0 ? [note('agents.nobody', { nobody })] : []),
    ...(changedHands > 0 ? [note('agents.changed_hands', { changed: changedHands })] : []),
    ...(without.length > 0
      ? [
          note('agents.without_others', {
            figures: without.map(({ measure }) => ({
              code: 'agents.figure_tickets',
              args: { figure: { code: `metric.${measure.metric}` }, tickets: measure.withoutOthers },
            })),
          }),
        ]
      : []),
  ];
}
