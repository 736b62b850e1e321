import { recipeOf } from '../recipe.ts';
import type { Session } from '../session.ts';
import { askDiff as differences } from './diff.ts';
import { type InspectOptions, askInspect as inspection } from './inspect.ts';
import { metricList } from './metric-list.ts';
import { askMetrics as figures, type MetricsOptions } from './metrics.ts';
import { type ReportCommandOptions, askReport as report } from './report.ts';
import { type TicketsOptions, ticketRows, askTickets as tickets } from './tickets.ts';

/** Questions whose JSON is more than their rows: with the recipe of a result, or without any data. */

export async function askReport(session: Session, paths: readonly string[], options: ReportCommandOptions) {
  const {
    report: whole,
    asOf,
    head,
    about,
    problems,
  } = await report(session, paths, options, { digests: true });
  const recipe = await recipeOf({ command: 'report', args: paths, session, asOf });
  return { head: { ...head, ...recipe, ...about }, whole, problems };
}

export async function askMetrics(session: Session, paths: readonly string[], options: MetricsOptions) {
  if (options.list)
    return { head: { schema: 'deskstat.metric-list/1' }, rows: () => metricList(), problems: [] };
  const answer = await figures(session, paths, options, { digests: true });
  const recipe = await recipeOf({ command: 'metrics', args: paths, session, asOf: answer.desk.asOf });
  const rows = () => answer.wide?.rows ?? answer.whole.figures.map(answer.named);
  return { head: { ...answer.head, ...recipe }, rows, problems: answer.problems };
}

export async function askTickets(session: Session, paths: readonly string[], options: TicketsOptions) {
  const { head, order, columns, problems } = await tickets(session, paths, options);
  return {
    head,
    rows: () => ticketRows(order, columns),
    columns: columns.map(({ key, type }) => ({ key, type })),
    problems,
  };
}

export async function askDiff({ world }: Session, paths: readonly string[]) {
  return differences(paths, world.cwd);
}

/** @throws what would refuse the files, where they were to be checked */
export async function askInspect(session: Session, paths: readonly string[], options: InspectOptions) {
  const answer = await inspection(session, paths, options);
  const isCheck = options.guess === false || options.strict === true || options.maxRejected !== undefined;
  if (isCheck && answer.refusal) throw answer.refusal;
  if (answer.desk) await session.refuseOld(answer.desk);
  return answer;
}
