import path from 'node:path';
import { compareSavedRuns, type FigureDifference } from '../../analysis/saved/compare-saved.ts';
import type { SavedFigure, SavedRun } from '../../analysis/saved/saved-figure.ts';
import { readSavedRun } from '../../analysis/saved/saved-run.ts';
import type { MachineRow, TypedColumn } from '../../model/rows.ts';
import { buildDiffReport } from '../../output/report/build-diff-report.ts';
import type { CommonOptions, OutputOptions } from '../../settings/option-types.ts';
import { readTextFile } from '../../settings/text-file.ts';
import { resultHead } from '../envelope.ts';
import type { ReportAnswer } from './answer.ts';

export type DiffOptions = CommonOptions & OutputOptions;

/** What is new, and what of the past has another figure now. */
export async function askDiff([oldFile, newFile]: readonly string[], cwd: string): Promise<ReportAnswer> {
  const read = async (file: string): Promise<SavedRun> =>
    readSavedRun(await readTextFile(path.resolve(cwd, file)), file);
  const [before, after] = [await read(oldFile), await read(newFile)];
  const comparison = compareSavedRuns(before, after, { old: oldFile, new: newFile });
  const head = headOf({ file: oldFile, run: before }, { file: newFile, run: after });
  return {
    head: {
      ...resultHead('diff'),
      of: head.of,
      timezone: head.timezone,
      old: head.old,
      new: head.new,
      same: comparison.same,
      counts: comparison.counts,
      causes: comparison.causes,
    },
    columns: flatColumns(comparison.differences),
    rows: () => comparison.differences.map(rowOf),
    report: () => buildDiffReport({ ...comparison, ...head }),
    problems: [],
  };
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

function flatColumns(differences: readonly FigureDifference[]): readonly (TypedColumn | string)[] {
  const dimensions = [...new Set(differences.flatMap(({ figure }) => Object.keys(figure.segment)))];
  const period = (key: 'label' | 'start' | 'end'): TypedColumn => ({
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
