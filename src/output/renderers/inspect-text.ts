import type { Coverage, SourceSpans } from '../../model/coverage.ts';
import { groupProblems } from '../../model/group-problems.ts';
import type { FileFacts, TableFacts, Together } from '../../model/inspection.ts';
import type { Reading } from '../../model/mapping.ts';
import type { Problem } from '../../model/problem.ts';
import type { Phrase, Value } from '../../model/report.ts';
import type { Locale } from '../locales/index.ts';
import { problemPhrase } from '../locales/problem-phrase.ts';
import { displayWidth, fitTo, pad, wrap } from './display-width.ts';
import { blockIn, headIn, lineNumbers } from './problem-words.ts';

const formatNames: Readonly<Record<string, Phrase>> = {
  csv: { data: 'CSV' },
  json: { data: 'JSON' },
  ndjson: { code: 'inspect.json_lines' },
  xlsx: { data: 'XLSX' },
  html: { data: 'HTML' },
  excel_xml: { data: 'Excel XML' },
  columns: { code: 'inspect.text_in_columns' },
  parquet: { data: 'Parquet' },
  duckdb: { data: 'DuckDB' },
  sqlite: { data: 'SQLite' },
  postgres: { data: 'PostgreSQL' },
};
/** Formats that are no text: their encoding says nothing. */
const binary: ReadonlySet<string> = new Set(['xlsx', 'parquet', 'duckdb', 'sqlite', 'postgres']);
const delimiterNames: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
};
/** Fields that are less certain than this are marked with "?". */
const CERTAIN = 0.9;

/** An inspection for people: one paragraph a table, its fields in columns, what was guessed marked with "?". */
export function* inspectText(
  files: readonly FileFacts[],
  {
    together,
    zone,
    settings,
    ...words
  }: { together: Together | Problem; zone: string; settings: string | null } & Words,
): Iterable<string> {
  if (settings !== null) yield `${words.locale.message('inspect.settings', { file: settings })}\n\n`;
  const { locale } = words;
  for (const file of files) {
    const delimiter = file.delimiter && delimiterNames[file.delimiter];
    const facts = [
      locale.phrase(formatNames[file.format] ?? { data: file.format }),
      binary.has(file.format) ? null : file.encoding.toUpperCase(),
      delimiter && locale.message('inspect.between_cells', { name: { code: `inspect.${delimiter}` } }),
      file.compression,
    ];
    yield `${file.path}\n  ${facts.filter(Boolean).join(', ')}\n`;
    for (const problem of file.problems) yield problemText(problem, words);
    const useful = file.tables.filter(({ kind }) => kind !== 'none');
    for (const table of useful) yield* tableText(table, words);
    const useless = file.tables.filter(({ kind }) => kind === 'none');
    if (useless.length > 0) {
      yield '\n';
      for (const table of useless) yield folded(2, `${named(table)}${uselessWords(table, locale)}`, words);
    }
    yield '\n';
  }
  yield* 'severity' in together
    ? [`${blockIn(locale, together, fitTo(words.width))}\n`]
    : togetherText(together, { zone, ...words }, files);
}

/** What the text is written in: a language, and how wide. */
interface Words {
  readonly locale: Locale;
  readonly width: number;
}

/** A sentence in lines that fit, those behind the first set in. */
function folded(indent: number, text: string, { width }: Words): string {
  const [first = '', ...others] = wrap(text, Math.max(20, width - indent - 2));
  const lines = [
    `${' '.repeat(indent)}${first}`,
    ...others.map((line) => `${' '.repeat(indent + 2)}${line}`),
  ];
  return `${lines.join('\n')}\n`;
}

const named = ({ stream }: TableFacts): string => (stream === null ? '' : `${stream}: `);

function uselessWords({ reason, rows }: TableFacts, locale: Locale): string {
  const why: Phrase = reason === null ? { code: 'inspect.not_recognised' } : { data: locale.say(reason) };
  return locale.message('inspect.useless', { reason: why, rows });
}

function* togetherText(
  { tickets, asOf, coverage, sourceCoverage, problems, examined, surveys, messages }: Together,
  { zone, ...words }: { readonly zone: string } & Words,
  files: readonly FileFacts[],
): Iterable<string> {
  const { locale } = words;
  const stamp = (instant: number): Value => ({
    type: 'instant',
    value: Number.isFinite(instant) ? instant : null,
    zone,
    precision: 'minute',
  });
  const code = tickets > 0 ? 'inspect.together' : 'inspect.together_none';
  yield folded(
    0,
    locale.message(code, { tickets, as_of: { ...stamp(asOf), isEnd: true } as Value, zone }),
    words,
  );
  const span = { from: stamp(coverage.from), to: stamp(coverage.to) };
  // Without tickets the span is that of answers, activity or starts of customers, which no cut is known of.
  const created =
    tickets > 0
      ? locale.message('inspect.created', { ...span, cut: { code: `inspect.cut.${coverage.cut}` } })
      : locale.message('inspect.span', span);
  yield folded(2, created, words);
  yield* coverageBars(files, { zone, coverage, sourceCoverage, ...words });
  for (const { channel, threads, opened, place } of messages?.questions ?? []) {
    const where = locale.message(`explain.question.${place}`, { threads, opened });
    const head = locale.message('explain.question');
    yield folded(2, `${channel === null ? head : `${head} (${channel})`}: ${where}`, words);
  }
  for (const { survey, kind, scale, low, high, answers, joined } of surveys) {
    const args = { survey, low, high, answers, joined };
    yield kind === 'other'
      ? folded(
          2,
          locale.message('inspect.survey_apart', { ...args, why: { code: `inspect.apart.${scale}` } }),
          words,
        )
      : folded(2, locale.message('inspect.survey', { ...args, kind: { code: `metric.${kind}` } }), words);
  }
  if (examined.length > 0) yield folded(2, locale.message('inspect.said_twice'), words);
  for (const { left, right, agreed, compared } of examined)
    yield folded(4, locale.message('inspect.pair', { left, right, agreed, compared }), words);
  for (const problem of groupProblems(problems)) yield folded(2, headIn(locale, problem), words);
}

/** Characters of a bar. */
const BAR = 30;

/**
 * When each source has rows, as bars over the time that all of them span: full where every ticket that came is known,
 * light where stragglers lie.
 */
function* coverageBars(
  files: readonly FileFacts[],
  {
    zone,
    coverage,
    sourceCoverage,
    locale,
    width,
  }: {
    readonly zone: string;
    readonly coverage: Coverage;
    readonly sourceCoverage: SourceSpans;
  } & Words,
): Iterable<string> {
  const spans = files.flatMap(({ path, tables }) =>
    tables.flatMap(({ stream, kind, creating }) => {
      const span = creating && kind !== 'none' ? extremesOf(creating) : null;
      const file = path.split(/[\\/]/).pop() ?? path;
      return span ? [{ name: stream === null ? file : `${file} (${stream})`, kind, ...span }] : [];
    }),
  );
  const from = Math.min(...spans.map((each) => each.from));
  const to = Math.max(...spans.map((each) => each.to));
  if (!(to > from)) return;
  yield folded(2, locale.message('inspect.covers'), { locale, width });
  const at = (instant: number): number => Math.floor((BAR * (instant - from)) / (to - from));
  const day = (value: number): string =>
    locale.formatValue({ type: 'instant', value, zone, precision: 'day' });
  const widest = Math.max(...spans.map(({ name }) => displayWidth(name)));
  const room = Math.max(12, Math.min(widest, width - BAR - 32));
  for (const { name, kind, ...span } of spans) {
    const first = at(span.from);
    const last = Math.min(BAR - 1, at(span.to));
    const known = coverageOfKind(kind, { coverage, sourceCoverage });
    const isThin = (cell: number): boolean => {
      const middle = from + ((cell + 0.5) * (to - from)) / BAR;
      return known !== undefined && (middle < known.bulkFrom || middle > known.bulkTo) && cell !== last;
    };
    const bar = Array.from({ length: BAR }, (_, cell) =>
      cell < first || cell > last ? '·' : isThin(cell) ? '░' : '█',
    );
    const shown = displayWidth(name) > room ? `…${[...name].slice(1 - room).join('')}` : name;
    yield `    ${pad(shown, room)}  ${bar.join('')}  ${day(span.from)} – ${day(span.to)}\n`;
  }
}

/** What is known of a table's kind; of surveys, where the desk has those of one kind. */
function coverageOfKind(
  kind: TableFacts['kind'],
  { coverage, sourceCoverage }: { readonly coverage: Coverage; readonly sourceCoverage: SourceSpans },
): Coverage | undefined {
  switch (kind) {
    case 'tickets':
      return coverage;
    case 'messages':
    case 'events':
    case 'customers':
      return sourceCoverage[kind];
    case 'surveys': {
      const { csat, nps, ces } = sourceCoverage;
      const told = [csat, nps, ces].filter((each) => each !== undefined);
      return told.length === 1 ? told[0] : undefined;
    }
    default:
      return undefined;
  }
}

function extremesOf(values: Float64Array): { readonly from: number; readonly to: number } | null {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < from) from = value;
    if (value > to) to = value;
  }
  return from <= to ? { from, to } : null;
}

function* tableText(table: TableFacts, words: Words): Iterable<string> {
  const { locale } = words;
  const { kind, preset, presetEvidence, rows, rejected, zone } = table;
  const facts = {
    kind: { code: `kind.${kind}` },
    ...(preset === null ? {} : { preset }),
    ...(presetEvidence ? { evidence: { code: `inspect.preset.${presetEvidence}` } } : {}),
    rows,
    ...(rejected === 0 ? {} : { rejected }),
    zone: zone.id,
    origin: { code: `inspect.zone.${zone.origin}` },
  };
  yield `\n${folded(2, `${named(table)}${locale.message('inspect.table', facts)}`, words)}`;
  const { reasons } = table;
  if (reasons) yield* whyText(reasons, { indent: 4, next: reasons.runner_up?.kind ?? null, ...words });
  const fields = [...table.fields];
  const widths = [
    Math.max(0, ...fields.map(([field]) => field.length)),
    Math.min(34, Math.max(0, ...fields.map(([, { source }]) => displayWidth(source)))),
  ];
  for (const [field, { source, confidence, reading, missing }] of fields) {
    const guess = confidence < CERTAIN ? ' ?' : '';
    const gaps = missing ? `, ${locale.message('inspect.missing', { missing })}` : '';
    yield `    ${field.padEnd(widths[0])}  ${pad(source, widths[1])}  ${readingWords(reading, locale)}${gaps}${guess}\n`;
    const why = reasons?.fields[field];
    if (why) yield* whyText(why, { indent: 6, next: why.runner_up?.source ?? null, ...words });
  }
  if (table.unmapped.length > 0) {
    const more = table.unmapped.length > 12 ? `, … (${locale.numbers.number(table.unmapped.length)})` : '';
    const names = `${table.unmapped.slice(0, 12).join(', ')}${more}`;
    yield folded(4, locale.message('inspect.other_columns', { names }), words);
  }
  for (const problem of table.problems) yield problemText(problem, words);
}

/** What spoke for a kind or a field, in the words of the evidence, and what came second. */
function* whyText(
  { evidence }: { readonly evidence: readonly string[] },
  { indent, next, ...words }: Words & { readonly indent: number; readonly next: string | null },
): Iterable<string> {
  const { locale } = words;
  yield folded(indent, locale.message('inspect.because', { evidence: evidence.join('; ') }), words);
  if (next !== null) yield folded(indent, locale.message('inspect.runner_up', { next }), words);
}

/** How a column's cells are read; the forms of dates by their own names, as JSON has them. */
function readingWords(reading: Reading, locale: Locale): string {
  switch (reading.type) {
    case 'instant':
      return reading.format;
    case 'duration':
      return reading.unit === null
        ? locale.message('reading.duration')
        : locale.message('reading.duration_in', { unit: reading.unit });
    case 'score':
      return locale.message('reading.rating', { scale: reading.scale.id });
    default:
      return locale.message(`reading.${reading.type}`);
  }
}

/** A problem below its file or table, which need not be named again. */
function problemText(problem: Problem, words: Words): string {
  const { locale } = words;
  const { severity, where, count = 1 } = problem;
  const lines = problem.lines ?? (where?.line === undefined ? [] : [where.line]);
  const shown = `${lineNumbers(locale, lines)}${count > lines.length ? ', …' : ''}`;
  const at = lines.length > 0 ? ` (${locale.message('inspect.lines', { lines: shown })})` : '';
  const what = locale.phrase(problemPhrase({ ...problem, where: undefined }));
  return folded(4, `${locale.message(`said.${severity}`)}: ${what}${at}`, words);
}
