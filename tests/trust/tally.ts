import { findFindings } from '../../src/analysis/findings/index.ts';
import { overviewOf } from '../../src/analysis/overview/overview.ts';
import type { Overview } from '../../src/model/overview.ts';
import { frameOf, readFiles } from '../desk.ts';
import type { ExportWay } from './exports.ts';
import { DAY, type DeskOptions, monday, steadyDesk } from './steady-desk.ts';

export const WEEKS = 12;

/** Findings that say something changed. */
const claims = /^finding\.(worse|better|moved|reversal|mover|unusual|volume_|backlog_|spike_day|quiet_day)/;

/** The default report of files: its figures and findings. */
export async function reportOf(files: Readonly<Record<string, string>>): Promise<{
  readonly overview: Overview;
  readonly codes: readonly string[];
}> {
  const { desk } = await readFiles(files);
  const overview = overviewOf(desk, {
    period: { period: null, since: null, until: null, every: null },
    compare: 'previous',
    frame: frameOf(desk),
    by: [],
    top: null,
    minGroup: null,
    where: null,
  });
  return { overview, codes: findFindings(overview).map(({ code }) => code) };
}

/** The finding that claims nothing: a figure is far from the others, and its days are too few to be sure. */
const UNUSUAL = 'finding.unusual';

/** What the reports of a steady desk, exported in one way, say changed. */
export interface SteadyTally {
  readonly way: string;
  readonly perWeek: number;
  readonly seeds: number;
  /** Figures with a verdict, and those of them that are called `small` or `real`. */
  readonly figures: number;
  readonly moved: number;
  /** Reports that claim a change. */
  readonly claimed: number;
  /** Reports that call a figure unusual, of too few days to be sure. */
  readonly unusual: number;
  readonly what: ReadonlyMap<string, number>;
}

/** Counts what is said of desks that do not change; each seed is a desk of its own. */
export async function tallySteady(
  way: ExportWay,
  { seeds, perWeek }: { readonly seeds: readonly number[]; readonly perWeek: number },
): Promise<SteadyTally> {
  let [figures, moved, claimed, unusual] = [0, 0, 0, 0];
  const what = new Map<string, number>();
  for (const seed of seeds) {
    const tickets = steadyDesk({ seed, perWeek, weeks: WEEKS });
    const { overview, codes } = await reportOf(way.files(tickets, WEEKS));
    const judged = overview.headlines.filter(({ verdict }) => verdict !== null);
    const wrong = judged.filter(({ verdict }) => verdict === 'small' || verdict === 'real');
    const said = codes.filter((code) => claims.test(code));
    figures += judged.length;
    moved += wrong.length;
    if (said.some((code) => code !== UNUSUAL)) claimed++;
    if (said.includes(UNUSUAL)) unusual++;
    for (const each of [...said, ...wrong.map(({ metric, stat }) => `${metric}.${stat}`)])
      what.set(each, (what.get(each) ?? 0) + 1);
  }
  return { way: way.name, perWeek, seeds: seeds.length, figures, moved, claimed, unusual, what };
}

/** How a desk of the power table differs from its last whole week on. */
const changed = {
  'a fifth slower': (from: number) => ({ slower: { from, by: 1.2 } }),
  'half slower': (from: number) => ({ slower: { from, by: 1.5 } }),
  'twice as slow': (from: number) => ({ slower: { from, by: 2 } }),
  'an outage': (from: number) => ({ outage: { from: from + DAY, to: from + 2 * DAY, times: 4 } }),
  'a team more': (from: number) => ({ team: { from, share: 0.5 } }),
} as const satisfies Readonly<Record<string, (from: number) => Partial<DeskOptions>>>;

export type TrueChange = keyof typeof changed;
export const trueChanges = Object.keys(changed) as TrueChange[];
const inArrivals: ReadonlySet<TrueChange> = new Set(['an outage', 'a team more']);

/** Whether an export can tell a change. */
export const canKnow = ({ knows }: ExportWay, change: TrueChange): boolean =>
  inArrivals.has(change) ? knows.arrivals : knows.answers;

/** How often a true change is told. */
export interface PowerTally {
  readonly way: string;
  readonly change: TrueChange;
  readonly perWeek: number;
  readonly seeds: number;
  /** Reports that name it. */
  readonly named: number;
  /** Reports that say that it cannot be known: the figure is not there, at the edge of the export, or of too few weeks. */
  readonly unknown: number;
}

/** Counts how often the reports of a desk that did change say so. */
export async function tallyPower(
  way: ExportWay,
  {
    change,
    perWeek,
    seeds,
  }: { readonly change: TrueChange; readonly perWeek: number; readonly seeds: readonly number[] },
): Promise<PowerTally> {
  const from = monday + (WEEKS - (way.endsWithinWeek ? 2 : 1)) * 7 * DAY;
  let [named, unknown] = [0, 0];
  for (const seed of seeds) {
    const tickets = steadyDesk({ seed, perWeek, weeks: WEEKS, ...changed[change](from) });
    const { overview, codes } = await reportOf(way.files(tickets, WEEKS));
    const said = inArrivals.has(change) ? saidOfArrivals(overview, codes) : saidOfAnswers(overview);
    if (said === 'named') named++;
    if (said === 'unknown') unknown++;
  }
  return { way: way.name, change, perWeek, seeds: seeds.length, named, unknown };
}

type Said = 'named' | 'unknown' | 'nothing';

/** What a report says of answers that take longer. */
function saidOfAnswers({ headlines, unavailable }: Overview): Said {
  if (unavailable.some(({ metric }) => metric === 'first_response_time')) return 'unknown';
  const answers = headlines.filter(({ metric }) => metric === 'first_response_time');
  if (answers.some(({ verdict }) => verdict === 'real' || verdict === 'unusual')) return 'named';
  return answers.every(isUnknown) ? 'unknown' : 'nothing';
}

/** What a report says of more tickets than usual. */
function saidOfArrivals({ headlines }: Overview, codes: readonly string[]): Said {
  if (codes.includes('finding.volume_high') || codes.includes('finding.spike_day')) return 'named';
  const created = headlines.find(({ metric }) => metric === 'created');
  if (created?.verdict === 'real') return 'named';
  return !created || isUnknown(created) ? 'unknown' : 'nothing';
}

const isUnknown = ({ now, before, verdict }: Overview['headlines'][number]): boolean =>
  now.status === 'edge' || before?.status === 'edge' || verdict === 'too_few';
