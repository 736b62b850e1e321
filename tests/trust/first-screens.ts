import { findFindings } from '../../src/analysis/findings/index.ts';
import { metrics } from '../../src/analysis/metrics/index.ts';
import { overviewOf } from '../../src/analysis/overview/overview.ts';
import { generateDesk } from '../../src/demo/generate.ts';
import type { Desk } from '../../src/model/desk.ts';
import type { Overview } from '../../src/model/overview.ts';
import type { Screen } from '../../src/model/report.ts';
import { englishLocale } from '../../src/output/locales/index.ts';
import { buildReport } from '../../src/output/report/build-report.ts';
import { utc, type Zone, zone as zoneNamed } from '../../src/time/zone.ts';
import { frameOf, readFiles } from '../desk.ts';
import { exportWays } from './exports.ts';
import { DAY, type DeskOptions, monday, steadyDesk } from './steady-desk.ts';

const locale = englishLocale({
  english: Object.fromEntries(metrics.map(({ id, name }) => [`metric.${id}`, name])),
});

interface Read {
  readonly overview: Overview;
  readonly screen: Screen;
}

/** The first screen of one period of a desk; null for the default one. */
function screenOf(
  desk: Desk,
  { period, zone }: { readonly period: string | null; readonly zone: Zone },
): Read {
  const overview = overviewOf(desk, {
    period: { period, since: null, until: null, every: null },
    ...{ compare: 'previous', by: [], top: null, minGroup: null, where: null },
    frame: frameOf(desk, { zone }),
  });
  const report = buildReport({ overview, findings: findFindings(overview), problems: [] });
  return { overview, screen: report.screen as Screen };
}

const isNormal = ({ lead }: Screen): boolean => 'code' in lead[0] && lead[0].code.startsWith('screen.normal');
const isChange = (verdict: string | null): boolean =>
  verdict === 'real' || verdict === 'small' || verdict === 'unusual';

/** The first sentences of a year of weeks of the sample desk. */
export interface YearOfSentences {
  readonly weeks: number;
  /** Weeks that are called normal ones, or of too few weeks before them to tell. */
  readonly normal: number;
  /** How often the sentence stands that stands most often among the others, digits folded. */
  readonly most: number;
  /** What is said first of the week of the outage. */
  readonly outage: string;
}

/** 2 November 2026, midnight in Dhaka, as `deskstat demo` has it; the outage is in the 38th week. */
const until = Date.UTC(2026, 10, 1, 18);
const OUTAGE = '2026-W38';

/** Reads the first sentence of each week. */
export async function sentencesOfYear(labels: readonly string[]): Promise<YearOfSentences> {
  const files = Object.fromEntries(
    generateDesk({ seed: 1, tickets: 12_000, until })
      .filter(({ name }) => name === 'tickets.csv' || name === 'surveys.csv')
      .map(({ name, chunks }) => [name, [...chunks()].join('')]),
  );
  const { desk } = await readFiles(files, { sourceZone: 'Asia/Dhaka' });
  const zone = zoneNamed('Asia/Dhaka');
  const said = labels.map((period) => {
    const { screen } = screenOf(desk, { period, zone });
    const isOpen = 'code' in screen.lead[0] && screen.lead[0].code === 'summary.too_few';
    return { period, text: locale.phrase(screen.lead[0]), isPlain: isNormal(screen) || isOpen };
  });
  const times = new Map<string, number>();
  for (const { text, isPlain } of said) {
    const folded = text.replace(/\d[\d.,]*/g, '#');
    if (!isPlain) times.set(folded, (times.get(folded) ?? 0) + 1);
  }
  return {
    weeks: said.length,
    normal: said.filter(({ isPlain }) => isPlain).length,
    most: Math.max(0, ...times.values()),
    outage: said.find(({ period }) => period === OUTAGE)?.text ?? '',
  };
}

/** The labels of the sample desk's 52 weeks. */
export const weeksOfYear: readonly string[] = [
  ...Array.from({ length: 8 }, (_, i) => `2025-W${i + 45}`),
  ...Array.from({ length: 44 }, (_, i) => `2026-W${String(i + 1).padStart(2, '0')}`),
];

const WEEKS = 12;

/** First screens of steady desks. */
export interface ScreensTally {
  readonly desks: number;
  /** First screens that carry a verdict or a headline other than a normal week. */
  readonly alarmed: number;
  /** Figures of whole reports, groups included, with a verdict, and those of them that are called `small` or `real`. */
  readonly figures: number;
  readonly moved: number;
}

/** Reads the first screens of desks that do not change. */
export async function tallyScreens(seeds: readonly number[], perWeek: number): Promise<ScreensTally> {
  let [alarmed, figures, moved] = [0, 0, 0];
  for (const seed of seeds) {
    const { overview, screen } = await screenOfDesk({ seed, perWeek, weeks: WEEKS });
    const told = overview.headlines.map(({ verdict }) => verdict ?? null);
    const groups = overview.segments.flatMap(({ rows }) =>
      rows.flatMap(({ changes }) => changes.map((change) => change?.verdict ?? null)),
    );
    const judged = [...told, ...groups].filter((verdict) => verdict !== null);
    const shown = screen.figures.map(({ change }) =>
      change?.type === 'change' ? (change.verdict ?? null) : null,
    );
    if (!isNormal(screen) || screen.findings.length > 0 || shown.some(isChange)) alarmed++;
    figures += judged.length;
    moved += judged.filter((verdict) => verdict === 'real' || verdict === 'small').length;
  }
  return { desks: seeds.length, alarmed, figures, moved };
}

async function screenOfDesk(options: DeskOptions): Promise<Read> {
  const { desk } = await readFiles(exportWays[0].files(steadyDesk(options), options.weeks));
  return screenOf(desk, { period: null, zone: utc });
}

/** How many of the desks whose answers and solves take longer say so on their first screen within two weeks. */
export async function tallyNamed(
  seeds: readonly number[],
  { perWeek, by }: { readonly perWeek: number; readonly by: number },
): Promise<{ readonly first: number; readonly second: number }> {
  const slower = { from: monday + (WEEKS - 1) * 7 * DAY, by };
  let [first, second] = [0, 0];
  for (const seed of seeds) {
    const given = { seed, perWeek, slower };
    const isFirst = names(await screenOfDesk({ ...given, weeks: WEEKS }));
    if (isFirst) first++;
    if (isFirst || names(await screenOfDesk({ ...given, weeks: WEEKS + 1 }))) second++;
  }
  return { first, second };
}

/** Whether a first screen calls its answers or solves slower. */
const names = ({ screen }: Read): boolean =>
  screen.figures.some(
    ({ metric, change }) =>
      /_time\./.test(metric) &&
      change?.type === 'change' &&
      isChange(change.verdict ?? null) &&
      (change.now ?? 0) > (change.before ?? 0),
  ) ||
  [screen.lead[0], ...screen.findings].some(
    (phrase) => /response|resolution/i.test(locale.phrase(phrase)) && !isNormal(screen),
  );
