import path from 'node:path';
import { compareSavedRuns, type FigureDifference } from '../../analysis/saved/compare-saved.ts';
import type { SavedFigure, SavedRun } from '../../analysis/saved/saved-figure.ts';
import { readSavedRun } from '../../analysis/saved/saved-run.ts';
import { type ReportFormat, renderReport } from '../../output/renderers/index.ts';
import { type MachineRow, type RowColumn, type RowFormat, writeRows } from '../../output/renderers/rows.ts';
import { buildDiffReport } from '../../output/report/build-diff-report.ts';
import { resultHead } from '../../questions/envelope.ts';
import type { CommonOptions, OutputOptions } from '../../settings/option-types.ts';
import { readTextFile } from '../../settings/text-file.ts';
import { usesColor } from '../color.ts';
import { emit } from '../emit.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type Io, widthOf } from '../io.ts';
import { openSession } from '../session.ts';
import { wordsOf } from '../words.ts';

export type DiffOptions = CommonOptions & OutputOptions;

export const diffFormats = ['table', 'json', 'ndjson', 'csv', 'markdown', 'html', 'xlsx'] as const;

const peopleFormats: readonly string[] = ['table', 'markdown', 'html', 'xlsx'];

/** `deskstat diff OLD NEW`: what is new, and what of the past has another figure now. */
export async function run(args: readonly string[], options: DiffOptions, io: Io): Promise<ExitCode> {
  const [oldFile, newFile] = args;
  const read = async (file: string): Promise<SavedRun> =>
    readSavedRun(await readTextFile(path.resolve(io.cwd, file)), file);
  const [before, after] = [await read(oldFile), await read(newFile)];
  const comparison = compareSavedRuns(before, after, { old: oldFile, new: newFile });
  const { run: settled } = await openSession({
    command: 'diff',
    options: { ...options, guess: true },
    io,
    paths: [],
  });
  const words = await wordsOf(settled);
  const head = headOf({ file: oldFile, run: before }, { file: newFile, run: after });
  await emit({
    options,
    formats: diffFormats,
    inputs: [oldFile, newFile],
    io,
    render: async (format, { stdout }) => {
      if (peopleFormats.includes(format)) {
        const report = buildDiffReport({ ...comparison, ...head });
        return [
          await renderReport(report, format as ReportFormat, {
            ...words,
            width: stdout ? widthOf(io.stdout) : 80,
            color: stdout && usesColor({ color: options.color, env: io.env, output: io.stdout }),
          }),
        ];
      }
      return writeRows(comparison.differences.map(rowOf), format as RowFormat, {
        columns: flatColumns(comparison.differences),
        envelope: {
          ...resultHead('diff'),
          of: head.of,
          timezone: head.timezone,
          old: head.old,
          new: head.new,
          same: comparison.same,
          counts: comparison.counts,
          causes: comparison.causes,
        },
        excel: options.excel,
      });
    },
  });
  return exitCodes.done;
}

interface Side {
  readonly path: string;
  readonly version: string | null;
  readonly as_of: string | null;
  readonly figures: number;
}

interface Head {
  readonly of: string;
  readonly timezone: string;
  readonly old: Side;
  readonly new: Side;
}

interface Opened {
  readonly file: string;
  readonly run: SavedRun;
}

function headOf(before: Opened, after: Opened): Head {
  const side = ({ file, run: { version, asOf, figures } }: Opened): Side => ({
    path: file,
    version,
    as_of: asOf,
    figures: figures.length,
  });
  return { of: after.run.kind, timezone: after.run.timezone, old: side(before), new: side(after) };
}

/** One difference in the units of data. */
function rowOf({ change, because, figure, old, new: now }: FigureDifference): MachineRow {
  const [was, is] = [old?.value ?? null, now?.value ?? null];
  const difference = was === null || is === null ? null : is - was;
  return {
    change,
    because,
    period: figure.period,
    segment: figure.segment,
    metric: figure.metric,
    stat: figure.stat,
    clock: figure.clock,
    unit: figure.unit,
    old: was,
    new: is,
    difference,
    relative: difference === null || was === null || was === 0 ? null : difference / Math.abs(was),
    old_n: old?.n ?? null,
    new_n: now?.n ?? null,
  };
}

function flatColumns(differences: readonly FigureDifference[]): readonly (RowColumn | string)[] {
  const dimensions = [...new Set(differences.flatMap(({ figure }) => Object.keys(figure.segment)))];
  const period = (key: 'label' | 'start' | 'end'): RowColumn => ({
    key: key === 'label' ? 'period' : `period_${key}`,
    get: (row) => (row.period as SavedFigure['period'])?.[key] ?? null,
  });
  return [
    'change',
    'because',
    period('label'),
    period('start'),
    period('end'),
    ...dimensions.map((name) => ({
      key: `by_${name}`,
      get: (row: MachineRow) => (row.segment as SavedFigure['segment'])[name] ?? null,
    })),
    ...['metric', 'stat', 'clock', 'unit', 'old', 'new', 'difference', 'relative', 'old_n', 'new_n'],
  ];
}
