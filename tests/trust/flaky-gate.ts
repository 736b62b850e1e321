import type { Baseline } from '../../src/analysis/expectations/baseline.ts';
import { judgeExpectation } from '../../src/analysis/expectations/judge.ts';
import { periodsOf } from '../../src/analysis/segments/periods.ts';
import type { Figure } from '../../src/model/metric.ts';
import { parseExpectation } from '../../src/query/expectation.ts';
import { measureDesk } from '../../src/questions/figures.ts';
import { metricInfos, parseMetricRequests } from '../../src/questions/metric-requests.ts';
import { utc } from '../../src/time/zone.ts';
import { frameOf, readFiles } from '../desk.ts';
import { DAY, monday, steadyDesk } from './steady-desk.ts';

const WEEK = 7 * DAY;

/** What is expected in each week: a tenth above what the desk does, and a tenth above the week before. */
export const expected = [
  // Answers of the simulated desk are log-normal with a median of 1 h: its p90 is exp(1.2816) h = 3 h 36 min.
  { name: 'p50 < true value + 10 %', text: 'first_response_time.p50 <= 66m' },
  { name: 'p90 < true value + 10 %', text: 'first_response_time.p90 <= 238m' },
  { name: 'p50 < week before + 10 %', text: 'first_response_time.p50 <= baseline + 10%' },
] as const;
export const forms = ['', 'clearly', 'confidently'] as const;

/** How one expectation in one form ended the weeks of many desks. */
export interface GateTally {
  readonly name: string;
  readonly form: (typeof forms)[number];
  /** Weeks that were judged, and those of them that ended red: failed, or undecided. */
  readonly builds: number;
  readonly red: number;
  /** Desks, and weeks until the first red build of each from the first week on; null: none. */
  readonly firstRed: readonly (number | null)[];
}

/** Holds every week of simulated desks against what is expected, one build a week, as `check` does. */
export async function tallyGate(given: {
  readonly seeds: readonly number[];
  readonly perWeek: number;
  readonly weeks: number;
  /** Factor on answers from the first week on; the week before it is as always. */
  readonly slower?: number;
}): Promise<readonly GateTally[]> {
  const { seeds, perWeek, weeks, slower = 1 } = given;
  const expectations = expected.flatMap(({ name, text }) =>
    forms.map((form) => ({
      name,
      form,
      expectation: parseExpectation(`${text} ${form}`, {
        metrics: metricInfos(),
        fields: [],
        dimensions: [],
      }),
      firstRed: [] as (number | null)[],
      red: 0,
    })),
  );
  for (const seed of seeds) {
    const figures = await weeklyFigures({ seed, perWeek, weeks, slower });
    for (const each of expectations) {
      const reds = Array.from({ length: weeks }, (_, i) => isRed(each.expectation, figures, i + 1));
      each.red += reds.filter(Boolean).length;
      const first = reds.indexOf(true);
      each.firstRed.push(first < 0 ? null : first + 1);
    }
  }
  return expectations.map(({ name, form, red, firstRed }) => ({
    ...{ name, form, red, firstRed },
    builds: weeks * seeds.length,
  }));
}

/** The figures of each week of a desk, the week before the first included; statistic → week → figure. */
async function weeklyFigures({
  seed,
  perWeek,
  weeks,
  slower,
}: {
  readonly seed: number;
  readonly perWeek: number;
  readonly weeks: number;
  readonly slower: number;
}): Promise<ReadonlyMap<string, readonly Figure[]>> {
  const made = steadyDesk({ seed, perWeek, weeks: weeks + 1, slower: { from: monday, by: slower } });
  const rows = made
    .filter(({ created }) => created >= monday - WEEK)
    .map(({ id, created, answered }) => `${id},${iso(created)},${iso(answered)},Solved`);
  const text = `Ticket ID,Created at,First response at,Status\n${rows.join('\n')}\n`;
  const { desk } = await readFiles({ 'tickets.csv': text });
  const request = {
    period: null,
    since: null,
    until: null,
    every: 'week',
    zone: utc,
    weekStarts: 1,
  } as const;
  const results = measureDesk(desk, {
    metrics: parseMetricRequests(['first_response_time'], ['p50', 'p90']),
    by: [],
    totals: false,
    top: null,
    where: null,
    periods: periodsOf(request, desk),
    clocks: ['calendar'],
    frame: frameOf(desk),
  });
  const all = results.flatMap(({ figures }) => figures);
  return new Map(['p50', 'p90'].map((stat) => [stat, all.filter((figure) => figure.stat === stat)]));
}

const iso = (at: number): string => new Date(at).toISOString();

function isRed(
  expectation: ReturnType<typeof parseExpectation>,
  figures: ReadonlyMap<string, readonly Figure[]>,
  week: number,
): boolean {
  const ofStat = figures.get(expectation.stat) ?? [];
  const baseline: Baseline = { file: 'last-week.json', find: () => ofStat[week - 1].value };
  const [{ verdict }] = judgeExpectation({
    expectation,
    name: null,
    figures: [ofStat[week]],
    clock: 'calendar',
    period: null,
    by: [],
    expectedSegments: new Map(),
    baseline,
    noData: null,
  });
  return verdict === 'fail' || verdict === 'undecided';
}
