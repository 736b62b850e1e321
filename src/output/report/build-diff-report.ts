import { innerNumber } from '../../model/machine-number.ts';
import type { Block, Phrase, PhraseArg, Report, TableColumn, Value } from '../../model/report.ts';
import { count, heading, periodName, text } from './words.ts';

/** Rows of one heading shown to people; the machine formats hold them all. */
const MOST = 40;

/** A figure of a saved result. */
interface DiffFigure {
  readonly metric: string;
  readonly stat: string | null;
  readonly clock: string | null;
  readonly unit: string;
  readonly segment: Readonly<Record<string, string | null>>;
  readonly period: { readonly label: string } | null;
  readonly value: number | null;
  readonly n: number | null;
}

/** A figure that differs between two saved results. */
export interface Difference {
  readonly change: 'new' | 'restated' | 'gone' | 'only_new' | 'only_old';
  readonly because: string;
  readonly figure: DiffFigure;
  readonly old: DiffFigure | null;
  readonly new: DiffFigure | null;
}

/** In what two runs differ: a code with the paths, or the old and the new setting. */
export interface DiffCause {
  readonly code: string;
  readonly path?: string;
  readonly old?: string | null | readonly string[];
  readonly new?: string | null | readonly string[];
}

export interface DiffSide {
  readonly path: string;
  /** ISO 8601 with offset. */
  readonly as_of: string | null;
}

/** Two saved results held against each other. */
export interface DiffInput {
  readonly old: DiffSide;
  readonly new: DiffSide;
  readonly timezone: string;
  readonly same: number;
  readonly counts: Readonly<Record<Difference['change'], number>>;
  readonly causes: readonly DiffCause[];
  readonly differences: readonly Difference[];
}

/** What two saved results differ in: restated history first, as that is what nobody expects, then new data. */
export function buildDiffReport(input: DiffInput): Report {
  return {
    title: { code: 'diff.title' },
    subtitle: {
      code: 'diff.subtitle',
      args: { old: sidePhrase(input.old, input), new: sidePhrase(input.new, input), zone: input.timezone },
    },
    blocks:
      input.differences.length === 0
        ? [note({ code: 'diff.nothing', args: { same: input.same } })]
        : [
            note(summaryPhrase(input)),
            ...causeBlocks(input),
            ...differenceBlocks('restated', input),
            ...differenceBlocks('gone', input),
            ...newsBlocks(input),
            ...idleBlocks(input),
          ],
  };
}

const note = (words: Phrase): Block => ({ kind: 'note', severity: 'info', text: words });

function sidePhrase({ path, as_of }: DiffSide, { timezone }: Pick<DiffInput, 'timezone'>): Phrase {
  if (as_of === null) return { data: path };
  return { code: 'diff.side', args: { file: { data: path }, as_of: instantOf(as_of, timezone) } };
}

const instantOf = (stamp: string, zone: string): Value => ({
  type: 'instant',
  value: Date.parse(stamp),
  zone,
  precision: 'minute',
});

function summaryPhrase({ counts, same }: DiffInput): Phrase {
  const { restated, gone } = counts;
  return {
    code: 'diff.summary',
    args: {
      ...(restated + gone === 0 ? {} : { restated }),
      ...(gone > 0 ? { gone } : {}),
      ...(counts.new > 0 ? { new: counts.new } : {}),
      same,
    },
  };
}

/** What differs between the runs explains restated history; new data needs no reason. */
function causeBlocks(input: DiffInput): Block[] {
  const { counts, causes } = input;
  if (counts.restated + counts.gone === 0) return [];
  if (causes.length === 0) return [note({ code: 'diff.no_cause' })];
  const items = causes.map((cause) => causePhrase(cause, input));
  return [heading('diff.causes', 3), { kind: 'list', items }];
}

function causePhrase(cause: DiffCause, { timezone }: Pick<DiffInput, 'timezone'>): Phrase {
  const worded = (value: DiffCause['old']): PhraseArg => {
    if (value == null) return { code: `diff.without.${cause.code}` };
    if (typeof value !== 'string') return optionsPhrase(value);
    return cause.code === 'as_of' ? instantOf(value, timezone) : { data: shortDigest(value) };
  };
  return {
    code: `diff.cause.${cause.code}`,
    args: {
      ...(cause.path === undefined ? {} : { path: { data: cause.path } }),
      ...('old' in cause ? { old: worded(cause.old), new: worded(cause.new) } : {}),
    },
  };
}

const shortDigest = (value: string): string => (/^[0-9a-f]{64}$/.test(value) ? value.slice(0, 12) : value);

/** The command line without its command, as it would be typed. */
function optionsPhrase(words: readonly string[]): Phrase {
  const typed = words.slice(1).map((word) => (/^[\w./:=,-]+$/.test(word) ? word : `'${word}'`));
  return typed.length === 0 ? { code: 'diff.without.arguments' } : { data: typed.join(' ') };
}

function differenceBlocks(change: 'restated' | 'gone', { differences }: DiffInput): Block[] {
  const rows = differences.filter((each) => each.change === change);
  if (rows.length === 0) return [];
  const hasSegments = rows.some(({ figure }) => namesOf(figure).length > 0);
  const period = rows[0].figure.period?.label;
  const hasPeriods = rows.some(({ figure }) => figure.period?.label !== period);
  const columns: TableColumn[] = [
    ...(hasPeriods ? [{ key: 'period', label: { code: 'ui.period' }, type: 'text' } as const] : []),
    ...(hasSegments ? [{ key: 'segment', label: { code: 'diff.segment' }, type: 'text' } as const] : []),
    { key: 'figure', label: { code: 'ui.figure' }, type: 'text', comfortable: 36 },
    { key: 'old', label: { code: 'diff.was' }, type: 'number' },
    { key: 'new', label: { code: 'diff.is' }, type: 'number' },
    { key: 'change', label: { code: 'ui.change' }, type: 'change', priority: 2 },
    { key: 'n', label: { code: 'diff.n' }, type: 'text', align: 'right', priority: 3 },
  ];
  const table: Block = {
    kind: 'table',
    id: change,
    ...(hasPeriods ? {} : { caption: periodPhrase(rows[0].figure) }),
    columns,
    rows: rows
      .slice(0, MOST)
      .map((row): Value[] => [
        ...(hasPeriods ? [text(periodPhrase(row.figure))] : []),
        ...(hasSegments ? [text(segmentPhrase(row.figure))] : []),
        text(figurePhrase(row.figure)),
        figureValueOf(row.figure, row.old),
        figureValueOf(row.figure, row.new),
        changeOf(row),
        text(countsPhrase(row)),
      ]),
  };
  const more = rows.length - MOST;
  return [
    heading(`diff.${change}`),
    table,
    ...(more > 0 ? [note({ code: 'diff.more', args: { more } })] : []),
  ];
}

const periodPhrase = ({ period }: DiffFigure): Phrase =>
  period === null ? { code: 'period.all' } : periodName(period);

/** Names of the segment; which chart a point stands in is none. */
const namesOf = ({ segment }: DiffFigure): [string, string | null][] =>
  Object.entries(segment).filter(([name]) => name !== 'chart');

function segmentPhrase(figure: DiffFigure): Phrase {
  const names = namesOf(figure);
  if (names.length === 0) return { code: 'diff.whole' };
  return { data: names.map(([, value]) => value ?? '–').join(', ') };
}

const parts = /^(?:issues\.|spread-)?(.+?)(?:[._](p50|p75|p90|p95|p99|min|max))?(?:@(?:business|calendar))?$/;
/** Names of figures in a saved report that are no metrics. */
const otherNames: Readonly<Record<string, string>> = {
  tickets: 'ui.tickets',
  share: 'column.share',
  active: 'retention.active.customers',
  tenure: 'retention.median_tenure',
};

/** A figure by the name of its metric, its statistic and its clock, where these are known. */
function figurePhrase({ metric, stat, clock }: DiffFigure): Phrase {
  const [, id = metric, suffix] = parts.exec(metric) ?? [];
  const statistic = suffix ?? (stat !== null && !plainStats.has(stat) ? stat : undefined);
  const hasShort = statistic !== undefined && shortNames.has(id);
  const code = hasShort ? `short.${id}` : `metric.${id}`;
  const name: Phrase = { code: otherNames[id] ?? code, english: metric };
  if (statistic === undefined) return name;
  const short = shortStats.has(statistic) ? 'short' : 'stat';
  const args = { metric: name, stat: { code: `${short}.${statistic}`, english: statistic } };
  return clock === 'business'
    ? { code: 'figure.business', args: { ...args, clock: { code: 'short.business' } } }
    : { code: 'figure.stat', args };
}

/** What has a shorter name, as in the headlines of a report. */
const shortNames: ReadonlySet<string> = new Set(['first_response_time', 'resolution_time']);
const shortStats: ReadonlySet<string> = new Set(
  ['p50', 'p75', 'p90', 'p95', 'p99'].flatMap((stat) => [stat, `km_${stat}`]),
);

/** Statistics that a metric has only one of. */
const plainStats = new Set(['count', 'share', 'score']);

function figureValueOf({ unit, clock }: DiffFigure, figure: DiffFigure | null): Value {
  const value = figure?.value ?? null;
  switch (unit) {
    case 'seconds':
      return {
        type: 'duration',
        value: innerNumber(value, 'duration'),
        clock: clock === 'business' ? 'business' : 'calendar',
      };
    case 'share':
      return { type: 'share', value };
    case 'tickets':
      return count(value);
    case 'points':
      return { type: 'points', value };
    default:
      return { type: 'number', value, digits: 2 };
  }
}

function changeOf({ figure, old, new: now }: Difference): Value {
  const { type } = figureValueOf(figure, old);
  const of =
    type === 'duration' || type === 'share' || type === 'count' || type === 'points' ? type : 'number';
  return { type: 'change', of, before: old?.value ?? null, now: now?.value ?? null, lowerIsBetter: null };
}

function countsPhrase({ old, new: now }: Difference): Phrase | null {
  const [was, is] = [old?.n ?? null, now?.n ?? null];
  if (was === null && is === null) return null;
  if (was === is) return { code: 'diff.one_count', args: { n: count(is) } };
  return { code: 'diff.counts', args: { old: count(was), new: count(is) } };
}

/** New data, one line a period: its figures are those of the report itself. */
function newsBlocks({ differences }: DiffInput): Block[] {
  const periods = new Map<string | null, { figures: number; wasRunning: boolean }>();
  for (const { change, because, figure } of differences) {
    if (change !== 'new') continue;
    const label = figure.period?.label ?? null;
    const known = periods.get(label) ?? { figures: 0, wasRunning: false };
    known.figures++;
    known.wasRunning ||= because === 'was_running' || because === 'window_was_open';
    periods.set(label, known);
  }
  if (periods.size === 0) return [];
  const items = [...periods].map(([label, { figures, wasRunning }]): Phrase => {
    if (label === null) return { code: 'diff.news.everything', args: { figures } };
    return {
      code: wasRunning ? 'diff.news.was_running' : 'diff.news.period',
      args: { period: periodName({ label }), figures },
    };
  });
  const more = items.length - MOST;
  return [
    heading('diff.new'),
    {
      kind: 'list',
      items: [...items.slice(0, MOST), ...(more > 0 ? [{ code: 'diff.more_periods', args: { more } }] : [])],
    },
  ];
}

function idleBlocks({ counts, old, new: now }: DiffInput): Block[] {
  const { only_old, only_new } = counts;
  if (only_old + only_new === 0) return [];
  const args = {
    only_old,
    only_new,
    old: { data: old.path },
    new: { data: now.path },
  };
  return [note({ code: 'diff.idle', args })];
}
