/** A line that rules a table: what stands above the first one is its head. */
type Rule = 'crossed' | 'piped' | 'boxed' | 'spaced';

const rules: readonly (readonly [Rule, RegExp])[] = [
  // psql: ---+---; MySQL and grid tables: +---+---+
  ['crossed', /^\s*\+?[-=]{2,}(?:\+[-=]{2,})+\+?\s*$/],
  // Markdown: |---|:--:|
  ['piped', /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?\s*$/],
  // DuckDB, Rich and others: ├───┼───┤
  ['boxed', /^\s*[├╞╠┣└╘╚┗┌╒╔┏╭╰┡┢┠]?[─═━]{2,}(?:[┼╪╬╋┴╧╩┻┬╤╦┳╇╈┿╂][─═━]{2,})*[┤╡╣┫┘╛╝┛┐╕╗┓╮╯┩┪┨]?\s*$/],
  // sqlcmd, SQL*Plus: ---- ------
  ['spaced', /^\s*[-=]{2,}(?:\s+[-=]{2,})+\s*$/],
];
const ruleOf = (line: string): Rule | null => rules.find(([, form]) => form.test(line))?.[0] ?? null;

/** What databases print below a table. */
const counted =
  /^\s*\(?\d+ rows?(?:\)|\s+(?:affected|selected|in set|returned)\b.*)?\s*(?:\([^)]*\))?\.?\)?\s*$/i;
/** Lines above the rule that a heading may take. */
const farthestRule = 20;
const bars = /[|│║┃]/;

/** A text as rows of cells, an empty row for a line that holds none, so that rows are numbered as the lines are. */
type Rows = readonly (readonly string[])[];

/** Whether the first lines of a text are those of columns drawn for the eye. */
export function mayBeColumns(lines: readonly string[], isWhole: boolean): boolean {
  const rule = firstRule(lines);
  if (rule) return lines.slice(rule.at + 1).some((line) => isRowOf(line, rule));
  // The last line of what is only a beginning is cut.
  const whole = isWhole ? lines : lines.slice(0, -1);
  return isSpaced(whole) || gutterStarts(whole) !== null;
}

/** The cells of columns drawn with lines or kept apart by blanks; null where they are not in columns. */
export function gridRows(lines: readonly string[]): Rows | null {
  const rule = firstRule(lines);
  const starts = rule ? null : gutterStarts(lines);
  if (starts) return lines.map((line) => cut(line, starts));
  if (!rule) return null;
  const spans = rule.kind === 'spaced' ? starting(lines[rule.at]) : null;
  return lines.map((line, i) => {
    if (i < rule.head || ruleOf(line) !== null || counted.test(line)) return [];
    // Long results are printed with their head again on every page.
    if (i > rule.at && line === lines[rule.head]) return [];
    return spans ? cut(line, spans) : split(line);
  });
}

interface FoundRule {
  readonly kind: Rule;
  /** Where the rule between head and rows stands, and the head above it. */
  readonly at: number;
  readonly head: number;
}

function firstRule(lines: readonly string[]): FoundRule | null {
  let head = -1;
  for (let at = 0; at < Math.min(lines.length, farthestRule); at++) {
    const kind = ruleOf(lines[at]);
    if (kind === null) {
      if (lines[at].trim() !== '') head = at;
      continue;
    }
    // The upper edge of a box stands above its head.
    if (head < 0 || !isRowOf(lines[head], { kind, at, head })) continue;
    return { kind, at, head: firstOfHead(lines, { kind, at, head }) };
  }
  return null;
}

/** DuckDB has types in a second line of the head. */
function firstOfHead(lines: readonly string[], rule: FoundRule): number {
  let { head } = rule;
  while (rule.kind === 'boxed' && head > 0 && isRowOf(lines[head - 1], rule)) head--;
  return head;
}

function isRowOf(line: string, { kind }: FoundRule): boolean {
  if (kind === 'spaced') return line.trim() !== '' && ruleOf(line) === null && !/[,;|\t]/.test(line);
  return bars.test(line) && ruleOf(line) === null;
}

/** The cells between bars, `\|` no bar. */
function split(line: string): string[] {
  if (!bars.test(line)) return line.trim() === '' ? [] : [line.trim()];
  const inner = line.trim().replace(/^[|│║┃]|(?<!\\)[|│║┃]$/g, '');
  return inner.split(/(?<!\\)[|│║┃]/).map((cell) => cell.replaceAll('\\|', '|').trim());
}

/** Where words begin that are made of anything but blanks, in characters. */
function starting(line: string): number[] {
  return [...line.matchAll(/\S+/g)].map(({ index }) => index);
}

function cut(line: string, starts: readonly number[]): string[] {
  if (line.trim() === '') return [];
  return starts.map((start, i) => line.slice(i === 0 ? 0 : start, starts[i + 1]).trim());
}

const FEWEST_COLUMNS = 3;
const FEWEST_LINES = 3;

/** Names that two or more blanks keep apart, where no other mark separates cells; null where there are none. */
function namesOf(filled: readonly string[]): string[] | null {
  if (filled.length < FEWEST_LINES || /[,;|\t"{}[\]<>]/.test(filled[0])) return null;
  const names = filled[0].trim().split(/ {2,}/);
  return names.length < FEWEST_COLUMNS ? null : names;
}

/** Whether most lines are words kept apart by blanks, in columns or not. */
function isSpaced(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== '');
  if (namesOf(filled) === null) return false;
  return filled.filter((line) => /\S {2,}\S.* {2,}\S/.test(line)).length >= 0.8 * filled.length;
}

/**
 * Where columns begin that two or more blanks keep apart in every line, each with a name in the first; null where there are none, or where
 * other marks separate cells.
 */
function gutterStarts(lines: readonly string[]): number[] | null {
  const filled = lines.filter((line) => line.trim() !== '');
  const names = namesOf(filled);
  if (names === null || filled.some((line) => line.includes('\t'))) return null;
  const width = filled.reduce((most, line) => Math.max(most, line.length), 0);
  const used = new Uint8Array(width);
  for (const line of filled) for (let at = 0; at < line.length; at++) if (line[at] !== ' ') used[at] = 1;
  const starts: number[] = [];
  let blanks = 2;
  for (let at = 0; at < width; at++) {
    if (used[at] === 0) blanks++;
    else {
      if (blanks >= 2) starts.push(at);
      blanks = 0;
    }
  }
  return starts.length === names.length ? starts : null;
}
