import type { Headline, Report, Screen, Value } from '../../model/report.ts';
import { changeText, countOf, fullSentence, isMissing, markOf, marksExplained } from './block-values.ts';
import { type Cell, type LaidOut, type LayoutColumn, layOut } from './column-layout.ts';
import { displayWidth, wrap } from './display-width.ts';
import { oneLine } from './neutralise.ts';
import { sparkline } from './sparks.ts';
import type { Page } from './terminal-page.ts';

/** Lines of a screen; what a report says first fits on one. */
export const screenLines = 40;
const indent = 2;

/** What gives way where there is no room for all, the first first; the others never do. */
const sizes = [
  { issues: 2, sparks: true, findings: 3 },
  { issues: 0, sparks: true, findings: 3 },
  { issues: 0, sparks: false, findings: 3 },
  { issues: 0, sparks: false, findings: 2 },
  { issues: 0, sparks: false, findings: 1 },
] as const;
type Size = (typeof sizes)[number];

/** The first screen of a report in at most forty lines. */
export function screenText(report: Report & { readonly screen: Screen }, page: Page): string {
  let lines: readonly string[] = [];
  for (const size of sizes) {
    lines = layOutScreen(report, size, page);
    if (lines.length <= screenLines) break;
  }
  return `${lines.join('\n')}\n`;
}

function layOutScreen(
  { title, screen }: Report & { readonly screen: Screen },
  size: Size,
  page: Page,
): string[] {
  const { chalk } = page;
  const lead = screen.lead.map((phrase) => fullSentence(page.say(phrase))).join(' ');
  const head = [
    ...wrap(page.say(title), page.width).map((line) => chalk.bold(line)),
    ...periodsSaid(screen, page).flatMap((said) => wrap(said, page.width).map((line) => chalk.dim(line))),
    ...screen.cautions.flatMap((phrase) => hanging(chalk.yellow('!'), page.say(phrase), page)),
  ];
  const waiting = screen.waiting ? wrap(fullSentence(page.say(screen.waiting)), page.width) : [];
  const findings = screen.findings
    .slice(0, size.findings)
    .flatMap((phrase) => hanging('•', page.say(phrase), page));
  const issues = screen.issues
    .slice(0, size.issues)
    .flatMap((phrase) => hanging('•', page.say(phrase), page));
  const missing = screen.missing ? wrap(page.say(screen.missing), page.width - indent) : [];
  const parts = [
    head,
    wrap(lead, page.width),
    figureLines(screen.figures, size, page),
    missing.map((line) => `  ${chalk.dim(line)}`),
    findings,
    issues.length > 0 ? [chalk.bold(page.ui('issues_that_matter')), ...issues] : [],
    waiting,
    wrap(page.ui('go_on'), page.width).map((line) => chalk.dim(line)),
  ];
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : ['', ...part]));
}

/** The last of what is said of the period is followed by what to type for more. */
function periodsSaid({ period, goOn }: Screen, page: Page): readonly string[] {
  const said = period.map(page.say);
  return goOn.length === 0 ? said : [...said.slice(0, -1), [said.at(-1), ...goOn.map(page.say)].join(': ')];
}

/** Name, value, change, course, what it was, and n with those still open; n is never left out. */
function figureLines(items: readonly Headline[], { sparks }: Size, page: Page): readonly string[] {
  if (items.length === 0) return [];
  const { chalk } = page;
  // What a figure was gives way before its name does.
  const comfortable = Math.min(
    nameCells,
    Math.max(...items.map(({ label }) => displayWidth(page.say(label)))),
  );
  const columns: LayoutColumn[] = [
    { align: 'left', flexible: true, priority: 1, comfortable },
    { align: 'right', flexible: true, priority: 1 },
    { align: 'left', flexible: false, priority: 2 },
    { align: 'left', flexible: false, priority: 3 },
    { align: 'left', flexible: false, priority: 4 },
    { align: 'left', flexible: true, priority: 1 },
  ];
  const laidOut = (spark: number): LaidOut =>
    layOut({
      ...{ columns, width: page.width, indent },
      rows: items.map((item) => figureRow(item, spark, page)),
    });
  // A course gets shorter before it goes.
  const widths = sparks ? sparkCells : [0];
  const { lines } =
    widths.map((cells) => () => laidOut(cells)).find((each) => !each().dropped.includes(SPARKS))?.() ??
    laidOut(widths[0]);
  const withNotes = lines.flatMap((line, index) => {
    const item = items[index];
    // What open tickets would make of a median is said in the whole; here their number stands beside it.
    const note = item?.withOpen && !item.period ? undefined : item?.note;
    const notes = [
      ...(item && isLong(item.value, page) ? [endsOf(item.value, page)] : []),
      ...(note ? [page.say(note)] : []),
    ];
    return [
      line,
      ...notes.flatMap((text) => wrap(text, page.width - 4).map((part) => `    ${chalk.dim(part)}`)),
    ];
  });
  const said = marksExplained(
    items.map(({ change }) => change),
    page.ui,
  ).join('   ');
  return [
    ...withNotes,
    ...(said === '' ? [] : wrap(said, page.width - indent).map((line) => `  ${chalk.dim(line)}`)),
  ];
}

/** Cells of a course, the first that fits. */
const sparkCells = [13, 11, 9, 7] as const;
/** The column of the courses. */
const SPARKS = 3;

/** Cells of a name up to which other columns are dropped for it. */
const nameCells = 32;

/** Cells of a value beside which the other columns keep their room. */
const valueCells = 12;

/** A figure of few tickets with its ends is too long for a column: it stands below, whole. */
const isLong = (value: Value, page: Page): boolean =>
  'few' in value && value.few !== undefined && displayWidth(page.show(value)) > valueCells;

/** What stands below such a figure: a middle stands in its column already, and its ends follow. */
function endsOf(value: Value, page: Page): string {
  if (!('few' in value) || value.few?.part !== 'middle' || (value.n ?? 0) < 2) return page.show(value);
  const end = (number: number): string => page.show({ ...alone(value), value: number } as Value);
  const { low, high } = value.few;
  return page.locale.message('value.few_range', { n: value.n ?? 0, low: end(low), high: end(high) });
}

const alone = (value: Value): Value =>
  'few' in value ? ({ ...value, few: undefined, status: 'ok' } as Value) : value;

function figureRow(item: Headline, sparks: number, page: Page): Cell[] {
  const { chalk } = page;
  const missing = isMissing(item.value);
  const n = countOf(item.value);
  const { mark, direction } = markOf(item.change);
  const colour = direction > 0 ? chalk.green : direction < 0 ? chalk.red : undefined;
  const counts = [
    n === undefined || missing ? '' : page.ui('n', { n: page.locale.numbers.number(n) }),
    item.open && item.value.type === 'duration'
      ? page.ui('open', { n: page.locale.numbers.number(item.open) })
      : '',
  ];
  return [
    { text: page.say(item.label) },
    {
      text: page.show(isLong(item.value, page) ? alone(item.value) : item.value),
      paint: missing ? chalk.dim : chalk.bold,
    },
    missing
      ? { text: '' }
      : {
          text: oneLine(changeText(item.change, page.locale)),
          paint: colour ?? (mark === '' ? undefined : chalk.dim),
        },
    { text: sparks > 0 && item.spark && !missing ? sparkline(item.spark, sparks) : '', paint: chalk.cyan },
    {
      text:
        item.before && !isMissing(item.before) && !missing
          ? page.ui('was', { value: page.show(item.before) })
          : '',
      paint: chalk.dim,
    },
    { text: counts.filter((text) => text !== '').join(' · '), paint: chalk.dim },
  ];
}

/** A text after a mark, its further lines under its first word. */
function hanging(mark: string, text: string, page: Page): readonly string[] {
  return wrap(text, page.width - 4).map((line, index) => `  ${index === 0 ? mark : ' '} ${line}`);
}
