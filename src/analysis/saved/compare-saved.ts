import { DeskstatError } from '../../model/problem.ts';
import { type Sentence, sentence } from '../../model/sentence.ts';
import { type Cause, causesOf } from './causes.ts';
import { lastDayOf } from './period-label.ts';
import type { SavedFigure, SavedPeriod, SavedRun } from './saved-figure.ts';

/** What became of a figure between two runs. */
export type FigureChange =
  /** Of a time that the old run could not know, or not yet in full. */
  | 'new'
  /** Of a time that was complete, and yet it is another figure now. */
  | 'restated'
  /** Of a complete time, and no longer there. */
  | 'gone'
  /** Only one of the runs was asked for it. */
  | 'only_new'
  | 'only_old';

/** Why a figure counts as what it does. */
export type ChangeCause =
  | 'after_as_of'
  | 'was_running'
  | 'window_was_open'
  | 'everything_so_far'
  | 'value_changed'
  | 'count_changed'
  | 'appeared'
  | 'disappeared'
  | 'not_asked';

/** A figure that differs. */
export interface FigureDifference {
  readonly change: FigureChange;
  readonly because: ChangeCause;
  /** The figure's name, segment and period: the new one's where there is one. */
  readonly figure: SavedFigure;
  readonly old: SavedFigure | null;
  readonly new: SavedFigure | null;
}

/** Two saved runs held against each other. */
export interface SavedComparison {
  readonly causes: readonly Cause[];
  readonly same: number;
  readonly counts: Readonly<Record<FigureChange, number>>;
  /** In the order of the new run; what only the old one has comes last. */
  readonly differences: readonly FigureDifference[];
}

/**
 * Holds two saved runs against each other: data that the old one could not have apart from history that was
 * restated. A period that had ended by the old run's as-of, or that it called complete, is history.
 *
 * @throws DeskstatError (2) for runs of different kinds, zones or definitions
 */
export function compareSavedRuns(
  before: SavedRun,
  after: SavedRun,
  files: { readonly old: string; readonly new: string },
): SavedComparison {
  refuseOthers(before, after, files);
  const [olds, news] = [indexOf(before), indexOf(after)];
  const differences: FigureDifference[] = [];
  let same = 0;
  for (const [key, figure] of news.figures) {
    const old = olds.figures.get(key) ?? null;
    if (!old && isEmpty(figure)) continue;
    const found = old
      ? changeOf(old, figure, before.asOf !== after.asOf)
      : arrivalOf(figure, { before, after, olds });
    if (!found) same++;
    else differences.push({ ...found, figure, old, new: figure });
  }
  for (const [key, old] of olds.figures) {
    if (news.figures.has(key) || isEmpty(old)) continue;
    differences.push({ ...departureOf(old, { before, after, news }), figure: old, old, new: null });
  }
  const counts = { new: 0, restated: 0, gone: 0, only_new: 0, only_old: 0 };
  for (const { change } of differences) counts[change]++;
  return { causes: causesOf(before, after), same, counts, differences };
}

function refuseOthers(
  before: SavedRun,
  after: SavedRun,
  files: { readonly old: string; readonly new: string },
): void {
  const refuse = (reason: Sentence): never => {
    throw new DeskstatError({ code: 'saved_mismatch', args: { reason }, where: { file: files.new } }, 2);
  };
  if (before.kind !== after.kind)
    refuse(sentence('why.other_command', { command: after.kind, file: files.old, other: before.kind }));
  if (before.timezone !== after.timezone)
    refuse(
      sentence('why.days_cut_otherwise', { zone: after.timezone, file: files.old, other: before.timezone }),
    );
  if (before.definitions !== null && after.definitions !== null && before.definitions !== after.definitions)
    refuse(
      sentence('why.other_definitions', {
        version: String(after.definitions),
        file: files.old,
        other: String(before.definitions),
      }),
    );
  if (before.answers !== after.answers)
    refuse(sentence('why.other_answers', { answers: after.answers, file: files.old, other: before.answers }));
}

/** A figure of no tickets: whether it is listed at all says nothing. */
const isEmpty = ({ value, n }: SavedFigure): boolean => !value && !n;

interface Index {
  readonly figures: ReadonlyMap<string, SavedFigure>;
  /** Metric, statistic, clock and dimensions: what a run was asked for. */
  readonly questions: ReadonlySet<string>;
  /** The same with the period. */
  readonly answered: ReadonlySet<string>;
}

function indexOf({ figures }: SavedRun): Index {
  const byKey = new Map<string, SavedFigure>();
  const questions = new Set<string>();
  const answered = new Set<string>();
  for (const figure of figures) {
    byKey.set(JSON.stringify([questionOf(figure), periodKey(figure), segmentOf(figure)]), figure);
    questions.add(questionOf(figure));
    answered.add(answerOf(figure));
  }
  return { figures: byKey, questions, answered };
}

const segmentOf = ({ segment }: SavedFigure) =>
  Object.entries(segment).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
const periodKey = ({ period }: SavedFigure) => period && [period.label, period.start];
/** A chart's lines each are a question, bins of a distribution are not: a bin may stay empty. */
const questionOf = (figure: SavedFigure): string =>
  JSON.stringify([figure.metric, figure.stat, figure.clock, segmentOf(figure).map(([name]) => name)]);
const answerOf = (figure: SavedFigure): string => JSON.stringify([questionOf(figure), periodKey(figure)]);

type Verdict = Pick<FigureDifference, 'change' | 'because'>;

/** Figures that had not settled when they were written. */
const unsettled = new Set(['window_open', 'edge']);

function changeOf(old: SavedFigure, now: SavedFigure, hasMovedOn: boolean): Verdict | null {
  const isSame = isEqual(old.value, now.value) && isEqual(old.n, now.n);
  if (isSame) return null;
  if (old.period === null && hasMovedOn) return { change: 'new', because: 'everything_so_far' };
  if (old.period?.complete === false) return { change: 'new', because: 'was_running' };
  if (unsettled.has(old.status)) return { change: 'new', because: 'window_was_open' };
  const because = isEqual(old.value, now.value) ? 'count_changed' : 'value_changed';
  return { change: 'restated', because };
}

/** Equal up to the last bits, which a change of arithmetic may move. */
function isEqual(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

function arrivalOf(
  figure: SavedFigure,
  { before, after, olds }: { readonly before: SavedRun; readonly after: SavedRun; readonly olds: Index },
): Verdict {
  if (!olds.questions.has(questionOf(figure))) return { change: 'only_new', because: 'not_asked' };
  const { period } = figure;
  if (period === null && before.asOf !== after.asOf) return { change: 'new', because: 'everything_so_far' };
  if (period && !hadEnded(period, before.asOf)) return { change: 'new', because: 'after_as_of' };
  if (olds.answered.has(answerOf(figure))) return { change: 'restated', because: 'appeared' };
  return { change: 'only_new', because: 'not_asked' };
}

/** Whether a period lay wholly before an as-of. */
function hadEnded({ end, label }: SavedPeriod, asOf: string | null): boolean {
  if (asOf === null) return false;
  if (end !== null) return Date.parse(end) <= Date.parse(asOf);
  const last = lastDayOf(label);
  return last !== null && last < asOf.slice(0, 10);
}

function departureOf(
  figure: SavedFigure,
  { before, after, news }: { readonly before: SavedRun; readonly after: SavedRun; readonly news: Index },
): Verdict {
  if (!news.questions.has(questionOf(figure))) return { change: 'only_old', because: 'not_asked' };
  if (news.answered.has(answerOf(figure))) return { change: 'gone', because: 'disappeared' };
  // A run over everything covers every period there is: one that it lacks has lost its data.
  const isOverEverything = (run: SavedRun): boolean =>
    run.kind === 'metrics' &&
    run.arguments !== null &&
    !run.arguments.some((each) => each === '--period' || each === '--since' || each === '--until');
  if (isOverEverything(before) && isOverEverything(after)) return { change: 'gone', because: 'disappeared' };
  return { change: 'only_old', because: 'not_asked' };
}
