import path from 'node:path';
import { readDocuments } from '../../../src/analysis/issues/documents.ts';
import { groupDocuments } from '../../../src/analysis/issues/group-documents.ts';
import { findIssues, type IssueAssignment, type TextSource } from '../../../src/analysis/issues/index.ts';
import { shuffledOrder } from '../../../src/analysis/issues/random.ts';
import { settings } from '../../../src/analysis/issues/settings.ts';
import { createRandom } from '../../../src/demo/random.ts';
import { writeOneOff, writeTicket } from '../../../src/demo/texts.ts';
import { themes } from '../../../src/demo/themes.ts';
import { banking77, categories, clinc150, type LabelledSet, outOfScope } from './labelled-sets.ts';
import { makeDesk, themeCount } from './made-desk.ts';
import { areaUnderCurve, type Scores, scoreGroups } from './scores.ts';

const folder = path.resolve(process.env.DESKSTAT_SHARED ?? '../shared', 'data');
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name);
const percent = (share: number): string => (100 * share).toFixed(1);

/** CPU seconds of a fixed loop, so that times of other machines and days can be compared. */
function calibrate(): number {
  const start = process.cpuUsage();
  let x = 1;
  for (let i = 0; i < 50_000_000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  const { user } = process.cpuUsage(start);
  if (x < 0) throw new Error('unreachable');
  return user / 1e6;
}

interface Measured<T> {
  readonly value: T;
  readonly seconds: number;
  readonly cpu: number;
}

function measure<T>(work: () => T): Measured<T> {
  const start = performance.now();
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, seconds: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 };
}

const peak = (): string => `${Math.round(process.resourceUsage().maxRSS / 1024)} MiB peak`;

function sourceOf(texts: readonly string[], rows: ArrayLike<number>): TextSource {
  return { rows: rows.length, subject: (row) => texts[rows[row]], description: () => '' };
}

function allRows({ texts }: LabelledSet): Int32Array {
  return Int32Array.from(texts, (_, row) => row);
}

function quality(set: LabelledSet): void {
  const { value, seconds, cpu } = measure(() => findIssues({ texts: sourceOf(set.texts, allRows(set)) }));
  const topicOf = value.issueOf.map((issue) => (issue < 0 ? -1 : value.issues[issue].topic));
  const issues = scoreGroups(set.classOf, value.issueOf);
  const topics = scoreGroups(set.classOf, topicOf);
  const oos = set.classNames.indexOf(outOfScope);
  const classes = issues.classes - (oos < 0 ? 0 : 1);
  console.log(
    `${set.name.padEnd(24)} issues ${scoresOf(issues)}, ${issues.found} of ${classes}  topics ${scoresOf(topics)}, ${topics.found}  ` +
      `left out ${percent(issues.leftOut)} %${oos < 0 ? '' : ofStrangers(set, { value, oos })}` +
      `  ${seconds.toFixed(1)} s (${cpu.toFixed(1)} CPU)  ${peak()}`,
  );
  if (process.argv.includes('--names')) printNames(value, set.texts);
}

/** NMI / ARI / purity of the 20 largest. */
const scoresOf = ({ nmi, ari, purity20 }: Scores): string =>
  `${percent(nmi)}/${percent(ari)}/${percent(purity20)}`;

/** How well rows of no class are told: the share left out, and the AUC of belonging. */
function ofStrangers(set: LabelledSet, { value, oos }: { value: IssueAssignment; oos: number }): string {
  const documents = readDocuments(sourceOf(set.texts, allRows(set)), settings);
  const { coverage } = groupDocuments(documents, { settings });
  const belonging = Float64Array.from(documents.ofRow, (d) => (d < 0 ? 0 : coverage[d]));
  const isStranger = set.classOf.map((label) => (label === oos ? 1 : 0));
  let others = 0;
  let othersOut = 0;
  isStranger.forEach((stranger, row) => {
    others += stranger;
    if (stranger === 1 && value.issueOf[row] < 0) othersOut++;
  });
  return ` (out of scope ${percent(othersOut / others)} %, AUC ${areaUnderCurve(belonging, isStranger).toFixed(3)})`;
}

function printNames({ issues }: IssueAssignment, texts: readonly string[]): void {
  for (const issue of issues.slice(0, 20)) {
    console.log(`  ${String(issue.size).padStart(5)}  ${issue.label}`);
    for (const row of issue.typical) console.log(`           ${texts[row].slice(0, 70)}`);
  }
}

/** The same rows in another order must give the same issues, names and examples. */
function shuffled(set: LabelledSet): void {
  const order = shuffledOrder(set.texts.length, 7);
  const before = findIssues({ texts: sourceOf(set.texts, allRows(set)) });
  const after = findIssues({ texts: sourceOf(set.texts, order) });
  const say = (found: IssueAssignment, rows: ArrayLike<number>): string =>
    JSON.stringify(
      found.issues.map(({ label, terms, size, typical }) => [
        label,
        terms,
        size,
        typical.map((row) => set.texts[rows[row]]),
      ]),
    );
  let moved = 0;
  order.forEach((row, at) => {
    if (after.issueOf[at] !== before.issueOf[row]) moved++;
  });
  const same = say(before, allRows(set)) === say(after, order);
  console.log(
    `${set.name.padEnd(24)} shuffled: ${moved} rows moved, list ${same ? 'the same' : 'DIFFERENT'}`,
  );
}

/** A book made on four fifths of the rows, then run on all of them. */
function book(set: LabelledSet): void {
  const part = allRows(set).filter((row) => row % 5 !== 0);
  const first = findIssues({ texts: sourceOf(set.texts, part), book: { version: 1, issues: [] } });
  const second = findIssues({ texts: sourceOf(set.texts, allRows(set)), book: first.book });
  let had = 0;
  let kept = 0;
  part.forEach((row, at) => {
    if (first.issueOf[at] < 0) return;
    had++;
    const now = second.issueOf[row];
    if (now >= 0 && second.issues[now].id === first.issues[first.issueOf[at]].id) kept++;
  });
  const fresh = second.changes.filter(({ change }) => change === 'new').length;
  console.log(
    `${set.name.padEnd(24)} book: ${percent(kept / had)} % of the old rows keep their issue, ${fresh} new issues, ` +
      `${Math.round(JSON.stringify(first.book).length / 1000)} kB`,
  );
}

interface Written {
  readonly subject: string;
  readonly description: string;
}

function scoreDesk(of: {
  name: string;
  tickets: readonly Written[];
  classOf: Int32Array;
  problems: number;
}): void {
  const { name, tickets, classOf, problems } = of;
  const texts = {
    rows: tickets.length,
    subject: (row: number) => tickets[row].subject,
    description: (row: number) => tickets[row].description,
  };
  const found = findIssues({ texts });
  const { nmi, ari, purity20, leftOut } = scoreGroups(classOf, found.issueOf);
  console.log(
    `${name.padEnd(24)} NMI ${percent(nmi)}  ARI ${percent(ari)}  purity of the 20 largest ${percent(purity20)}  ` +
      `found ${found.issues.length} of ${problems}  left out ${percent(leftOut)} %`,
  );
  for (const { size, label, mixed } of found.issues.slice(0, 20))
    console.log(`  ${String(size).padStart(5)}  ${label}${mixed ? ' (mixed)' : ''}`);
}

function madeDesks(): void {
  const desks = [
    { name: 'shop, English', languages: ['en'] as const, tickets: 2000 },
    { name: 'shop, German', languages: ['de'] as const, tickets: 1000 },
    { name: 'shop, Bengali', languages: ['bn'] as const, tickets: 1000 },
    { name: 'shop, Hindi', languages: ['hi'] as const, tickets: 1000 },
    { name: 'shop, Hindi in Latin', languages: ['hi-latn'] as const, tickets: 500 },
    { name: 'shop, all five', languages: ['en', 'de', 'bn', 'hi', 'hi-latn'] as const, tickets: 5000 },
    {
      name: 'messy shop, all five',
      languages: ['en', 'de', 'bn', 'hi', 'hi-latn'] as const,
      tickets: 3000,
      messy: true,
    },
  ];
  for (const { name, languages, tickets, messy = false } of desks) {
    const desk = makeDesk({ tickets, languages, messy });
    const classOf = Int32Array.from(desk, ({ theme }) => theme);
    scoreDesk({ name, tickets: desk, classOf, problems: themeCount(languages) });
  }
  for (const tickets of [12_000, 300]) scoreDesk(sampleDesk(tickets));
}

/** Tickets as `deskstat demo` writes them, three in a hundred of them one-offs; a problem in another language is another one. */
function sampleDesk(count: number): Parameters<typeof scoreDesk>[0] {
  const random = createRandom(5);
  const spoken = ['en', 'bn', 'hi'] as const;
  const classOf = new Int32Array(count).fill(-1);
  const tickets = Array.from({ length: count }, (_, row): Written => {
    if (random.chance(0.03)) return writeOneOff(random);
    const theme = random.weighted(themes.map(({ weight }) => weight));
    const language = random.weighted([0.6, 0.25, 0.15]);
    classOf[row] = theme * spoken.length + language;
    return writeTicket({ theme: themes[theme], language: spoken[language], name: 'Asha Roy', random });
  });
  const problems = new Set(classOf.filter((label) => label >= 0)).size;
  return { name: `sample desk, ${count}`, tickets, classOf, problems };
}

/** Subjects and descriptions of 160 to 340 signs, made from a set's texts, so that few of them are alike. */
function scaling(tickets: number): void {
  const { texts } = clinc150(folder, { withOutOfScope: true });
  const bank = banking77(folder).texts;
  const at = (row: number, step: number): string => texts[(row * 7919 + step * 104_729) % texts.length];
  const source: TextSource = {
    rows: tickets,
    subject: (row) => bank[(row * 31) % bank.length],
    description: (row) =>
      `${bank[(row * 31 + 1) % bank.length]} Order ${100_000 + row}. ${at(row, 1)}. ${at(row, 2)}.\nRegards, customer ${row}`,
  };
  const { value, seconds, cpu } = measure(() => findIssues({ texts: source }));
  console.log(
    `${tickets.toLocaleString('en')} tickets: ${value.issues.length} issues, ${percent(value.counts.leftOut / tickets)} % left out, ` +
      `${seconds.toFixed(1)} s (${cpu.toFixed(1)} CPU)  ${peak()}`,
  );
}

console.log(`calibration loop ${calibrate().toFixed(2)} CPU s`);
const sets: Readonly<Record<string, () => LabelledSet>> = {
  banking77: () => banking77(folder),
  clinc150: () => clinc150(folder, { withOutOfScope: false }),
  'clinc150-all': () => clinc150(folder, { withOutOfScope: true }),
  hwu64: () => categories(folder, 'hwu64'),
  'dstc11-insurance': () => categories(folder, 'dstc11-insurance'),
  'hinglish-top': () => categories(folder, 'hinglish-top'),
};
for (const [name, read] of Object.entries(sets))
  if (isWanted('quality') || wanted.includes(name)) quality(read());
/** The sets of the parts that are run: `book:hwu64` one, `book` the two large ones. */
for (const [part, check] of [
  ['shuffled', shuffled],
  ['book', book],
] as const) {
  if (isWanted(part)) for (const name of ['banking77', 'clinc150']) check(sets[name]());
  for (const name of Object.keys(sets)) if (wanted.includes(`${part}:${name}`)) check(sets[name]());
}
/** Constants that are moved by a fifth each way; the two cuts make the levels and are told apart in the README. */
const movable = [
  'dimensions',
  'neighbours',
  'firstResolution',
  'secondResolution',
  'wordPrior',
  'wordStrength',
  'wordCap',
  'featurePower',
  'pairWeight',
  'smoothing',
  'sizePower',
  'temperature',
  'joinTemperature',
  'confusionWeight',
  'evidenceWeight',
  'sentenceWeight',
  'sizePenalty',
  'topicSizePenalty',
  'smallGain',
  'smallShare',
  'clearFrom',
  'relativeCoverage',
  'mostCoverage',
  'strangeWords',
  'minSimilarity',
] as const;
const MOVED_ROWS = 1500;

interface PartOfSet {
  readonly set: LabelledSet;
  readonly rows: Int32Array;
}

const partsOfSets = (): PartOfSet[] =>
  ['banking77', 'hwu64', 'dstc11-insurance', 'hinglish-top'].map((name) => {
    const set = sets[name]();
    return { set, rows: shuffledOrder(set.texts.length, 11).subarray(0, MOVED_ROWS) };
  });

/** Mean NMI and ARI of both levels over a part of each set, in percent. */
function meanScores(
  parts: readonly PartOfSet[],
  changed: Partial<typeof settings>,
): Record<'issues' | 'issuesAri' | 'topics' | 'topicsAri', number> {
  const sums = { issues: 0, issuesAri: 0, topics: 0, topicsAri: 0 };
  for (const { set, rows } of parts) {
    const found = findIssues({ texts: sourceOf(set.texts, rows) }, { ...settings, ...changed });
    const classes = Int32Array.from(rows, (row) => set.classOf[row]);
    const fine = scoreGroups(classes, found.issueOf);
    const coarse = scoreGroups(
      classes,
      found.issueOf.map((issue) => (issue < 0 ? -1 : found.issues[issue].topic)),
    );
    const share = 100 / parts.length;
    sums.issues += share * fine.nmi;
    sums.issuesAri += share * fine.ari;
    sums.topics += share * coarse.nmi;
    sums.topicsAri += share * coarse.ari;
  }
  return sums;
}

/** The curve of the two cuts: scores of a level by where the order of joins is cut for it. */
function cuts(): void {
  const parts = partsOfSets();
  for (const issueCut of [1, 1.3, 1.6, 1.9, 2.2]) {
    const { issues, issuesAri } = meanScores(parts, { issueCut });
    console.log(`| issueCut | ${issueCut} | ${issues.toFixed(1)} | ${issuesAri.toFixed(1)} |`);
  }
  for (const topicCut of [0, 0.2, 0.4, 0.6, 0.8]) {
    const { topics, topicsAri } = meanScores(parts, { topicCut });
    console.log(`| topicCut | ${topicCut} | ${topics.toFixed(1)} | ${topicsAri.toFixed(1)} |`);
  }
}

/** Mean NMI of issues over a part of each set, with every constant a fifth smaller and larger. */
function constants(): void {
  const parts = partsOfSets();
  const mean = (changed: Partial<typeof settings>): number => meanScores(parts, changed).issues;
  const asIs = mean({});
  console.log(`as it is: mean NMI ${asIs.toFixed(1)}`);
  for (const name of movable) {
    const moved = [0.8, 1.2].map((factor) => {
      const value = settings[name] * factor;
      return mean({
        [name]: Number.isInteger(settings[name]) && settings[name] > 4 ? Math.round(value) : value,
      });
    });
    console.log(
      `| ${name} | ${settings[name]} | ${moved.map((nmi) => (nmi - asIs).toFixed(1)).join(' | ')} |`,
    );
  }
}

if (wanted.includes('constants')) constants();
if (wanted.includes('cuts')) cuts();
if (isWanted('desks')) madeDesks();
if (isWanted('10k')) scaling(10_000);
if (isWanted('100k')) scaling(100_000);
if (isWanted('1m')) scaling(1_000_000);
