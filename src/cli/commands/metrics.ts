import type { MachineRow } from '../../model/rows.ts';
import { footnotes, metricListText, withNotes } from '../../output/renderers/metric-notes.ts';
import { changeLegend, metricTableColumns, sheetColumns } from '../../output/renderers/metric-rows.ts';
import { renderRows, type SheetFormat } from '../../output/renderers/row-report.ts';
import { type RowColumn, type RowFormat, writeRows } from '../../output/renderers/rows.ts';
import { sheetHead } from '../../output/renderers/sheet-head.ts';
import {
  askMetrics,
  type FiguresPart,
  type MetricsOptions,
  metricList,
  metrics,
} from '../../questions/answers/metrics.ts';
import type { ObservedDesk } from '../../questions/observed-desk.ts';
import { recipeOf } from '../../questions/recipe.ts';
import { carriesRecipe } from '../carries-recipe.ts';
import { emit } from '../emit.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type Io, widthOf } from '../io.ts';
import { rowOutputs } from '../output-formats.ts';
import { answered, openSession, type Session } from '../session.ts';
import { printProblems } from '../warnings.ts';
import { localeOf } from '../words.ts';

/** `--list` is about no data, so there is nothing to sort or to add up. */
const listFormats = ['table', 'csv', 'json', 'ndjson', 'markdown'] as const;

/** `deskstat metrics [files…]`: tidy figures, one a row. */
export async function run(args: readonly string[], options: MetricsOptions, io: Io): Promise<ExitCode> {
  const session = await openSession({ command: 'metrics', options, io, paths: args });
  if (options.list) return listMetrics(options, session);
  const digests = carriesRecipe(options, rowOutputs);
  const observed = options.observations === undefined ? null : await observedIn(options, session, io);
  const answer = await answered(session, () => askMetrics(session, args, options, { digests, observed }));
  const { zone } = observed?.frame ?? session;
  const { desk, head, whole, named, wide, isCompared, problems } = answer;
  const recipe = digests ? await recipeOf({ command: 'metrics', args, session, asOf: desk.asOf }) : {};
  const locale = await localeOf(session.run);
  const names = Object.fromEntries(metrics.map(({ id }) => [id, locale.message(`metric.${id}`)]));
  await emit({
    options,
    formats: rowOutputs,
    inputs: session.inputs,
    io,
    render: async (format, { stdout }) => {
      const width = stdout ? widthOf(io.stdout) : 80;
      const isPlain = format === 'table' || format === 'markdown';
      const notes = isPlain ? footnotes(answer.parts.map((part) => part.figures)) : null;
      const tableOf = (rows: readonly MachineRow[], columns: readonly RowColumn[]) =>
        renderRows(rows, format as SheetFormat, {
          columns,
          ...sheetHead('rows.metrics', { rows: whole.figures.length, desk, zone, locale }),
          envelope: { ...head, ...recipe },
          excel: options.excel,
          ...(format === 'table' ? { width } : {}),
        });
      const columnsOf = ({ dimensions, hasPeriods }: FiguresPart, rows: readonly MachineRow[]) =>
        metricTableColumns(dimensions, locale, {
          periods: hasPeriods,
          names,
          compared: isCompared,
          notes: rows.some(({ reason }) => reason !== null),
        });
      if (wide) return tableOf(wide.rows, wide.columns);
      if (format === 'html') return tableOf(whole.figures, columnsOf(whole, whole.figures));
      if (!notes) return tableOf(whole.figures.map(named), dataColumns(answer.figureColumns, format));
      const tables: Iterable<string>[] = [];
      for (const [index, rows] of notes.tables.entries())
        if (rows.length > 0)
          tables.push((await tableOf(rows, columnsOf(answer.parts[index], rows))) as Iterable<string>);
      const legend = isCompared ? changeLegend(notes.tables.flat(), locale) : [];
      return withNotes(tables, { notes, legend, names, width, locale });
    },
  });
  await printProblems(problems, { io, locale });
  return exitCodes.done;
}

/** A workbook holds figures as what they are, other formats as numbers in the units of data. */
const dataColumns = (columns: Parameters<typeof sheetColumns>[0], format: string) =>
  format === 'xlsx' ? sheetColumns(columns) : columns;

/** Observations of a folder, in place of files. */
async function observedIn(
  { observations = '', by = [], metric = [] }: MetricsOptions,
  session: Session,
  io: Io,
): Promise<ObservedDesk> {
  const { openObservations } = await import('../observations-folder.ts');
  const { observedDesk } = await import('../../questions/observed-desk.ts');
  return observedDesk(await openObservations(observations, io), { session, by, named: metric });
}

/** `--list`: every metric with its definition, from the registry. */
async function listMetrics(options: MetricsOptions, { run, io }: Session): Promise<ExitCode> {
  const isTable = (options.format ?? 'table') === 'table';
  const locale = await localeOf(run);
  await emit({
    options,
    formats: listFormats,
    inputs: [],
    io,
    render: async (format) => {
      if (isTable && format === 'table')
        return metricListText(metrics, { width: widthOf(io.stdout), locale });
      return writeRows(metricList(), format as RowFormat, {
        columns: ['metric', 'kind', 'name', 'definition', 'period', 'clocks', 'source'],
        envelope: { schema: 'deskstat.metric-list/1' },
      });
    },
  });
  return exitCodes.done;
}
