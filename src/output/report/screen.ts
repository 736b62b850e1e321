import { figureValue } from '../../model/figure-value.ts';
import type { Finding } from '../../model/finding.ts';
import type { HeadlineFigure, Overview, ReportInput, ReportIssues } from '../../model/overview.ts';
import type { Headline, Phrase, PhraseArg, Screen, Value } from '../../model/report.ts';
import { newsOf } from './news.ts';
import { headlineOf, mainHeadlines, mainMetrics } from './sections/headlines.ts';
import { unavailablePhrase } from './sections/quality.ts';
import { waitingPhrase } from './waiting-sentence.ts';
import { count, periodPhrase } from './words.ts';

const ISSUES = 2;
const FINDINGS = 3;

/** What must be known before the figures are read. */
const cautionCodes: ReadonlySet<string> = new Set([
  'finding.running_period',
  'finding.edge',
  'finding.answers_missing',
]);

/** The first screen: how the period was in one paragraph, five figures, what is news, who waits. */
export function screenOf(input: ReportInput, subtitle: Phrase): Screen {
  const { overview, findings } = input;
  const held = heldPhrase(overview);
  const news = newsOf(findings);
  const [first, ...others] = news;
  const state = stateOf(overview);
  const opening = first ? first.map(plain) : state === 'screen.alone' ? [] : [openingOf(overview)];
  const isOpenOnly = isLeftOver(overview);
  const course = overview.tickets === 0 || isOpenOnly ? [] : courseOf(overview, first?.[0] ?? null);
  const open = isOpenOnly ? [{ code: 'screen.open_only.lead', args: openArgs(overview) }] : [];
  const alone =
    !first && state === 'screen.alone' && !isOpenOnly
      ? [{ code: overview.isBeforeApart ? 'screen.alone.lists' : state }]
      : [];
  return {
    period: [subtitle, ...held.map(({ said }) => said)],
    goOn: held.map(({ typed }) => typed),
    cautions: [
      ...coverageCaution(overview),
      ...messagesCaution(input),
      ...(isOpenOnly ? [] : findings.filter(({ code }) => cautionCodes.has(code)).map(plain)),
    ],
    lead: [...opening, ...open, ...course, ...alone],
    figures: figuresOf(overview),
    missing: missingOf(overview),
    findings: others.slice(0, FINDINGS).map(([finding]) => plain(finding)),
    waiting: waitingPhrase(overview),
    issues: issuesOf(input),
  };
}

const plain = ({ code, args }: Finding): Phrase => ({ code, args });

/** What else the files hold, where the report is of a part of it, and what to type for it. */
function heldPhrase({
  period,
  held,
  tickets,
  nearest,
  coverage,
  asOf,
  zone,
}: Overview): { readonly said: Phrase; readonly typed: Phrase }[] {
  if (!period || held <= tickets || !Number.isFinite(coverage.from)) return [];
  const to = Math.max(coverage.from, Math.min(coverage.to, asOf));
  const range = periodPhrase({ start: coverage.from, end: to + 1 }, zone);
  const args = { held: count(held), range };
  if (!nearest) return [{ said: { code: 'screen.held', args }, typed: { code: 'screen.held.all' } }];
  const there = { nearest: { data: nearest } };
  return [
    {
      said: { code: 'screen.held.nearest', args: { ...args, ...there } },
      typed: { code: 'screen.held.all.nearest', args: there },
    },
  ];
}

/** What the files cannot say of the period, for they do not hold all of its tickets. */
function coverageCaution(overview: Overview): Phrase[] {
  const { headlines, coverage, asOf, held } = overview;
  if (isLeftOver({ coverage, asOf })) return [{ code: 'screen.open_only', args: { tickets: count(held) } }];
  const created = headlines.find(({ metric }) => metric === 'created');
  if (created?.now.status !== 'edge') return [];
  if (created.notes.includes('edge_solved')) return [{ code: 'screen.solved_only' }];
  if (created.now.value !== null) return [{ code: 'screen.not_covered' }];
  // Of a period without anything it is the opening.
  return stateOf(overview) === 'screen.none_covered' ? [] : [{ code: 'screen.none_covered' }];
}

/** Tickets whose answers the files do not hold: said before figures that leave them out. */
function messagesCaution({ problems, overview: { held } }: ReportInput): Phrase[] {
  const out = problems
    .filter(({ code }) => code === 'messages_not_recorded')
    .reduce((sum, problem) => sum + (problem.count ?? 0), 0);
  return out < Math.max(FEWEST_OUT, LEAST_OUT * held)
    ? []
    : [{ code: 'screen.part_messages', args: { out: count(out), held: count(held) } }];
}

/** Fewer tickets, or a smaller part of all, left out of the answers change nothing that a reader would see. */
const FEWEST_OUT = 5;
const LEAST_OUT = 0.02;

const openArgs = ({ headlines, held, asOf, zone }: Overview): Record<string, PhraseArg> => ({
  open: count(headlines.find(({ metric }) => metric === 'backlog')?.now.value ?? held),
  as_of: { type: 'instant', value: asOf, zone, precision: 'minute', isEnd: true },
});

/** A view of open tickets tells what waits, and not how many came, were solved or answered how fast. */
const isLeftOver = ({ coverage, asOf }: Pick<Overview, 'coverage' | 'asOf'>): boolean =>
  coverage.cut === 'open' && Number.isFinite(asOf);

/** How a period was in which nothing is news: normal is said only where something could have been. */
function openingOf(overview: Overview): Phrase {
  const code = stateOf(overview);
  const unit = { code: unitOf(overview.period) };
  if (code !== 'screen.normal') return code.startsWith('screen.normal') ? { code, args: { unit } } : { code };
  const args = flowArgs(overview);
  const of = args.solved === undefined ? '.created' : '';
  // A week in which the desk was closed for days is normal in its own way alone.
  if (overview.daysOff !== undefined)
    return { code: `screen.days_off${of}`, args: { unit, days: count(overview.daysOff), ...args } };
  return { code: `${code}${of}`, args: { unit, ...args } };
}

/** Whether nothing of a period is in the files: that none came then is not known. */
export const isUncovered = ({ now, notes }: HeadlineFigure): boolean =>
  now.status === 'edge' && now.value === null && !notes.includes('edge_solved');

const isNormal = (overview: Overview): boolean => stateOf(overview) === 'screen.normal';

function stateOf({ tickets, headlines, before }: Overview): string {
  const isStock = ({ metric }: HeadlineFigure): boolean => metric.startsWith('backlog');
  const created = headlines.find(({ metric }) => metric === 'created');
  if (tickets === 0 && headlines.every((figure) => isStock(figure) || !figure.now.value))
    return created && isUncovered(created) ? 'screen.none_covered' : 'summary.no_tickets';
  if (!before) return 'screen.alone';
  const compared = headlines.filter(({ verdict }) => verdict !== null);
  if (compared.length === 0 || compared.every(({ verdict }) => verdict === 'too_few'))
    return 'summary.too_few';
  // What came in is the first half of a week: where it cannot be judged, the whole is not called normal.
  if (created?.now.status === 'edge') return 'screen.normal.partly';
  return created?.verdict === 'too_few' ? 'screen.normal.young' : 'screen.normal';
}

/** The word for a period of its kind, by its label. */
function unitOf(period: Overview['period']): string {
  const label = period?.label ?? '';
  if (/^\d{4}-W\d+$/.test(label)) return 'screen.unit.week';
  if (/^\d{4}-\d{2}$/.test(label)) return 'screen.unit.month';
  if (/^\d{4}-Q\d$/.test(label)) return 'screen.unit.quarter';
  return /^\d{4}-\d{2}-\d{2}$/.test(label) ? 'screen.unit.day' : 'screen.unit.period';
}

function flowArgs(overview: Overview): Record<string, PhraseArg> {
  const [created, solved] = ['created', 'solved'].map((metric) => shown(overview, metric, 'count'));
  return {
    created: created ?? count(overview.tickets),
    ...(solved ? { solved } : {}),
  };
}

/** News that says itself what came in. */
const saysFlow: ReadonlySet<string> = new Set([
  'finding.volume_high',
  'finding.volume_low',
  'finding.solved_high',
  'finding.solved_low',
  'finding.backlog_grew',
  'finding.backlog_shrank',
]);

/** What came in and went out, where the opening does not say it, and how long that took. */
function courseOf(overview: Overview, news: Finding | null): Phrase[] {
  const args = flowArgs(overview);
  const isSaid = news === null ? isNormal(overview) : saysFlow.has(news.code);
  const flow = [
    ...(isSaid ? [] : [flowPhrase(overview, args)]),
    ...silentPhrase(overview, news?.args.silent !== undefined),
  ];
  const response = inWords('response', shown(overview, 'first_response_time', 'p50'));
  const resolution = inWords('resolution', shown(overview, 'resolution_time', 'p50'));
  if (response && resolution) return [...flow, { code: 'screen.speed', args: { response, resolution } }];
  if (response) return [...flow, { code: 'screen.speed.response', args: { response } }];
  return resolution ? [...flow, { code: 'screen.speed.resolution', args: { resolution } }] : flow;
}

const DAY = 86_400_000;

/**
 * What half of the first answers, or of the solved tickets, did: within so long; of dates without a time on which day.
 * "Within 0s" is nothing that anybody says.
 */
function inWords(of: 'response' | 'resolution', value: Value | null): Phrase | null {
  if (value?.type !== 'duration' || value.value === null) return null;
  if (value.precision === 'day') {
    const days = value.value / DAY;
    const which = days === 0 || days === 1 ? `${days}` : 'n';
    return { code: `screen.${of}.day.${which}`, args: { days: { type: 'number', value: days } } };
  }
  const within: PhraseArg = value.value === 0 ? { code: 'screen.a_minute' } : value;
  return { code: `screen.${of}.within`, args: { within } };
}

/** What came in and what was solved; of an export of solved tickets only the latter, for it lacks some that came. */
function flowPhrase(overview: Overview, args: Record<string, PhraseArg>): Phrase {
  const isOnlySolved = overview.coverage.cut === 'solved' && args.solved !== undefined;
  return { code: isOnlySolved ? 'screen.flow.solved' : flowCode(args.solved), args };
}

/** From this part of the solved tickets on it is said that nobody had answered them. */
const SILENT = 0.2;
const FEWEST_SILENT = 5;

/** Solves that were no work on a customer's question: they make the solved many, and solving fast. */
function silentPhrase({ signs: { solvedSilently } }: Overview, isSaid: boolean): Phrase[] {
  const { tickets, solved } = solvedSilently ?? { tickets: 0, solved: 0 };
  const isTold = tickets >= FEWEST_SILENT && tickets >= SILENT * solved;
  if (!isTold || isSaid) return [];
  return [{ code: 'screen.silent', args: { silent: count(tickets), solved: count(solved) } }];
}

function flowCode(solved: PhraseArg | undefined): string {
  if (solved === undefined) return 'screen.flow.created';
  const isNone = typeof solved === 'object' && 'type' in solved && 'value' in solved && solved.value === 0;
  return isNone ? 'screen.flow.unsolved' : 'screen.flow';
}

function shown(overview: Overview, metric: string, stat: string): Value | null {
  const figure = overview.headlines.find((each) => each.metric === metric && each.stat === stat);
  if (!figure || figure.now.value === null || figure.now.status === 'too_few') return null;
  if (figure.period && figure.period.start !== overview.period?.start && overview.period) return null;
  return figureValue(figure, figure.now);
}

function figuresOf(overview: Overview): Headline[] {
  // Of a view of open tickets nothing is shown that it cannot tell.
  const shownOf = mainHeadlines(overview).filter(
    ({ now }) => !(isLeftOver(overview) && now.status === 'edge'),
  );
  return shownOf.map((figure): Headline => {
    const made = headlineOf(figure, overview);
    if (figure.metric !== 'csat') return made;
    // Where the rating itself is of a longer period, its name stands before how many of those asked gave one.
    const note = ratingNote(overview, made.period !== undefined);
    return {
      ...made,
      note:
        made.period && made.note ? { code: 'screen.both', args: { first: made.note, second: note } } : note,
    };
  });
}

/** A rating says little without how many of those asked gave one. */
function ratingNote(overview: Overview, isOfLonger: boolean): Phrase {
  const rate = overview.headlines.find(({ metric }) => metric === 'csat_response_rate');
  if (!rate || rate.now.value === null) return { code: 'screen.response_rate.unknown' };
  const args = { rate: figureValue(rate, rate.now) };
  const isElsewhere = rate.period && rate.period.start !== overview.period?.start;
  const named = isElsewhere || isOfLonger ? rate.period : null;
  return named
    ? { code: 'screen.response_rate.of', args: { ...args, period: periodPhrase(named, overview.zone) } }
    : { code: 'screen.response_rate', args };
}

/** Which of the five cannot be told, and why; and of which there is nothing in this period, and what became of its tickets. */
function missingOf(overview: Overview): Phrase | null {
  const unavailable = unavailablePhrase(overview.unavailable.filter(({ metric }) => mainMetrics.has(metric)));
  const phrases = [...(unavailable ? [unavailable] : []), ...nothingOf(overview)];
  const [last] = phrases.splice(-1);
  return phrases.reduceRight<Phrase | null>(
    (second, first) => (second ? { code: 'screen.sentences', args: { first, second } } : first),
    last ?? null,
  );
}

function nothingOf(overview: Overview): Phrase[] {
  const { headlines, tickets } = overview;
  if (tickets === 0 || isLeftOver(overview)) return [];
  return [...mainMetrics].flatMap((metric): Phrase[] => {
    const there = headlines.filter((figure) => figure.metric === metric);
    const [figure] = there;
    if (!figure || figure.kind === 'count' || there.some(({ now }) => now.value !== null)) return [];
    const reasons = [
      ...(figure.open ? [['still_open', figure.open] as const] : []),
      ...figure.leftOut.filter(([reason]) => reason !== 'not_in_period'),
    ].map(([reason, n]) => ({
      code: 'receipt.reason',
      args: { count: n, reason: { code: `reason.${reason}` } },
    }));
    const args = { metric: { code: `metric.${metric}` } };
    return reasons.length === 0
      ? [{ code: 'screen.nothing', args }]
      : [{ code: 'screen.nothing.because', args: { ...args, reasons } }];
  });
}

const TELLING: readonly (string | null)[] = ['new', 'spike', 'rising'];

/** Issues that are new or grow first, then the largest. */
function issuesOf({ issues, overview }: ReportInput): Phrase[] {
  if (!issues) return [];
  const grows = (issue: Issue): number => (growsBeyondUsual(issue) ? 0 : 1);
  return issues.issues
    .filter(({ size }) => size > 0)
    .toSorted((a, b) => grows(a) - grows(b) || b.size - a.size)
    .slice(0, ISSUES)
    .map((issue) => issuePhrase(issue, { overview, weeks: issues.weeks }));
}

type Issue = ReportIssues['issues'][number];

/** Whether it grows, and is larger than usual in this period too: else it would be said to rise from more to less. */
const growsBeyondUsual = ({ trend, size, usual }: Issue): boolean =>
  TELLING.includes(trend) && (usual === null || size > usual);

/** An issue with its size, and if it grows, from what. */
function issuePhrase(
  issue: Issue,
  { overview: { period, zone }, weeks }: { readonly overview: Overview; readonly weeks: number },
): Phrase {
  const { label, size, share, trend, usual, since } = issue;
  const args = {
    label: { data: label },
    size: count(size),
    share: { type: 'share', value: share } as const,
  };
  const isFromSomewhere = usual !== null || period === null;
  if (!growsBeyondUsual(issue) || !isFromSomewhere) return { code: 'screen.issue', args };
  if (since !== undefined) {
    const day = { type: 'instant', value: since, zone, precision: 'day' } as const;
    return { code: 'screen.issue.new', args: { ...args, since: day } };
  }
  const more = { ...args, trend: { code: `trend.${trend}` } };
  if (usual === null) return { code: 'screen.issue.weeks', args: { ...more, weeks: count(weeks) } };
  const rounded = Math.round(usual);
  const unit = { code: unitOf(period) };
  return rounded === 0
    ? { code: 'screen.issue.none', args: { ...more, unit } }
    : { code: 'screen.issue.trend', args: { ...more, unit, usual: count(rounded) } };
}
