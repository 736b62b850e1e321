import type { Column } from '../../model/columns.ts';
import type { FieldId } from '../../model/fields.ts';
import type { FieldMapping, Reading, TableMapping } from '../../model/mapping.ts';
import { DeskstatError, type Problem, problemBlock, problemLine } from '../../model/problem.ts';
import { type InspectedFile, inspectFiles } from '../../pipeline/read-desk.ts';
import { formatInstant, type Zone } from '../../time/zone.ts';
import { emit } from '../emit.ts';
import { resultHead } from '../envelope.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { OutputOptions } from '../options.ts';
import { openSession, type SessionOptions } from '../session.ts';
import { groupProblems } from '../warnings.ts';

export type InspectOptions = SessionOptions & OutputOptions;

export const inspectFormats = ['table', 'json'] as const;

/** `deskstat inspect [files…]`: what each file is, how its columns are read, and what is wrong with it. */
export async function run(args: readonly string[], options: InspectOptions, io: Io): Promise<ExitCode> {
  const session = await openSession(options, io);
  const result = await inspectFiles(await session.readOptions(args, { fields: 'all', columns: [] }));
  session.progress.clear();
  const { zone } = session;
  const document = {
    ...resultHead('inspect'),
    as_of: result.desk instanceof DeskstatError ? null : stampOrNull(result.desk.asOf, zone),
    timezone: zone.id,
    coverage:
      result.desk instanceof DeskstatError
        ? null
        : {
            from: stampOrNull(result.desk.coverage.from, zone),
            to: stampOrNull(result.desk.coverage.to, zone),
            cut: result.desk.coverage.cut,
            pinned: result.desk.coverage.pinned,
          },
    tickets: result.desk instanceof DeskstatError ? 0 : result.desk.tickets.rows,
    files: result.files.map((file) => fileEntry(file, zone)),
    problems: (result.desk instanceof DeskstatError
      ? [...result.problems, result.desk.problem]
      : [...result.problems, ...result.desk.problems]
    ).map(problemEntry),
  };
  await emit({
    options,
    formats: inspectFormats,
    inputs: session.inputs,
    io,
    render: async (format) =>
      format === 'json' ? [`${JSON.stringify(document, null, 2)}\n`] : inspectText(document, result),
  });
  const isCheck = options.guess === false || options.strict === true || options.maxRejected !== undefined;
  if (isCheck && result.refusal) throw result.refusal;
  if (!(result.desk instanceof DeskstatError)) await session.refuseOld(result.desk);
  return exitCodes.done;
}

type InspectDocument = {
  readonly as_of: string | null;
  readonly timezone: string;
  readonly tickets: number;
  readonly coverage: {
    readonly from: string | null;
    readonly to: string | null;
    readonly cut: string;
  } | null;
  readonly files: readonly FileEntry[];
};

function stampOrNull(instant: number, zone: Zone): string | null {
  return Number.isFinite(instant) ? formatInstant(instant, zone, 'second') : null;
}

interface TableEntry {
  readonly stream: string | null;
  readonly kind: string;
  readonly preset: string | null;
  readonly confidence: number;
  readonly reason: string | null;
  readonly rows: number;
  readonly rejected: number;
  readonly coverage: { readonly from: string | null; readonly to: string | null } | null;
  readonly zone: { readonly id: string; readonly origin: string };
  readonly fields: Readonly<Record<string, FieldEntry>>;
  readonly unmapped: readonly string[];
  readonly problems: readonly ProblemEntry[];
}

interface FieldEntry {
  readonly source: string;
  readonly confidence: number;
  readonly format: string;
  readonly missing: number | null;
}

interface ProblemEntry {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly count: number;
  readonly lines: readonly number[];
}

interface FileEntry {
  readonly path: string;
  readonly format: string;
  readonly encoding: string;
  readonly delimiter: string | null;
  readonly compression: string | null;
  readonly problems: readonly ProblemEntry[];
  readonly tables: readonly TableEntry[];
}

function problemEntry(problem: Problem): ProblemEntry {
  return {
    code: problem.code,
    severity: problem.severity,
    message: problemLine({ ...problem, where: undefined }),
    count: problem.count ?? 1,
    lines: problem.lines ?? (problem.where?.line === undefined ? [] : [problem.where.line]),
  };
}

function fileEntry(file: InspectedFile, zone: Zone): FileEntry {
  const { sample, mappings } = file.recognised;
  const { layout, source } = sample;
  return {
    path: source.path,
    format: layout.format,
    encoding: layout.encoding,
    delimiter: layout.dialect?.delimiter ?? null,
    compression: layout.compression,
    problems: groupProblems(file.problems).map(problemEntry),
    tables: mappings.map((mapping) => tableEntry({ file, mapping, zone })),
  };
}

interface TableInput {
  readonly file: InspectedFile;
  readonly mapping: TableMapping;
  readonly zone: Zone;
}

function tableEntry({ file, mapping, zone }: TableInput): TableEntry {
  const read = file.tables.find((table) => table.mapping === mapping);
  const sample = file.recognised.sample.tables.find(({ stream }) => stream === mapping.stream);
  const creating = creatingStamp(mapping, read?.columns ?? {});
  return {
    stream: mapping.stream,
    kind: mapping.kind,
    preset: mapping.preset,
    confidence: mapping.confidence,
    reason: mapping.reason ?? null,
    rows: read?.rows ?? file.rows.get(mapping.stream) ?? sample?.rows ?? 0,
    rejected: read?.rejected ?? 0,
    coverage: creating && spanOf(creating, zone),
    zone: { id: mapping.zone.id, origin: mapping.zone.origin },
    fields: Object.fromEntries(
      (Object.entries(mapping.fields) as [FieldId, FieldMapping][]).map(
        ([field, { source, confidence, reading }]) => [
          field,
          { source, confidence, format: readingName(reading), missing: missingIn(read?.columns[field]) },
        ],
      ),
    ),
    unmapped: mapping.unmapped.map(({ source }) => source).filter((source) => source !== ''),
    problems: groupProblems(mapping.problems).map(problemEntry),
  };
}

const creatingFields = ['created_at', 'sent_at', 'at', 'answered_at', 'started_at'] as const;

function creatingStamp(
  mapping: TableMapping,
  columns: Partial<Record<FieldId, Column>>,
): Float64Array | null {
  const field = creatingFields.find((name) => mapping.fields[name]);
  const column = field && columns[field];
  return column?.type === 'instant' ? column.values : null;
}

function spanOf(values: Float64Array, zone: Zone): { from: string | null; to: string | null } {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < from) from = value;
    if (value > to) to = value;
  }
  return { from: stampOrNull(from, zone), to: stampOrNull(to, zone) };
}

function missingIn(column: Column | undefined): number | null {
  if (!column) return null;
  let missing = 0;
  if (column.type === 'code') {
    for (const code of column.codes) if (code === 0) missing++;
  } else if (column.type === 'list') {
    for (let row = 0; row + 1 < column.offsets.length; row++)
      if (column.offsets[row] === column.offsets[row + 1]) missing++;
  } else for (const value of column.values) if (Number.isNaN(value)) missing++;
  return missing;
}

/** How a column's cells are read, in one word: `iso8601`, `duration in m`, `rating 1-5`. */
function readingName(reading: Reading): string {
  switch (reading.type) {
    case 'instant':
      return reading.format;
    case 'duration':
      return reading.unit === null ? 'duration' : `duration in ${reading.unit}`;
    case 'score':
      return `rating ${reading.scale.id}`;
    default:
      return reading.type;
  }
}

const formatNames: Readonly<Record<string, string>> = { csv: 'CSV', json: 'JSON', ndjson: 'JSON lines' };
const delimiterNames: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
};

/** The same for people: one paragraph a table, its fields in columns, what was guessed marked with "?". */
function* inspectText(
  document: InspectDocument,
  result: Awaited<ReturnType<typeof inspectFiles>>,
): Iterable<string> {
  for (const file of document.files) {
    const facts = [
      formatNames[file.format],
      file.encoding.toUpperCase(),
      file.delimiter && `${delimiterNames[file.delimiter]} between cells`,
      file.compression,
    ];
    yield `${file.path}\n  ${facts.filter(Boolean).join(', ')}\n`;
    for (const problem of file.problems) yield problemText(problem);
    const useful = file.tables.filter(({ kind }) => kind !== 'none');
    for (const table of useful) yield* tableText(table);
    const useless = file.tables.filter(({ kind }) => kind === 'none');
    if (useless.length > 0) {
      yield '\n';
      for (const { stream, reason, rows } of useless)
        yield `  ${stream ? `${stream}: ` : ''}nothing to measure (${reason ?? 'not recognised'}), ${rows} rows\n`;
    }
    yield '\n';
  }
  if (result.desk instanceof DeskstatError) {
    yield `${problemBlock(result.desk.problem)}\n`;
    return;
  }
  const { coverage } = document;
  const hasTickets = result.desk.tickets.rows > 0;
  yield `together: ${hasTickets ? document.tickets : 'no'} tickets, as of ${document.as_of ?? '–'} (${document.timezone})\n`;
  // Without tickets the span is that of answers, activity or starts of customers, which no cut is known of.
  if (coverage && !hasTickets) yield `  data from ${coverage.from ?? '–'} to ${coverage.to ?? '–'}\n`;
  else if (coverage)
    yield `  created ${coverage.from ?? '–'} to ${coverage.to ?? '–'}; export cut by: ${cutNames[coverage.cut]}\n`;
  for (const problem of groupProblems(result.desk.problems))
    yield `  ${problem.severity}: ${problemLine(problem)}\n`;
}

const cutNames: Readonly<Record<string, string>> = {
  created: 'creation date (all tickets created in a window)',
  touched: 'last update (all tickets touched in a window)',
  solved: 'solve date (solved tickets only)',
};

const CERTAIN = 0.9;

function* tableText(table: TableEntry): Iterable<string> {
  const name = table.stream === null ? '' : `${table.stream}: `;
  const from = table.preset === null ? 'recognised by headers and values' : `preset ${table.preset}`;
  const rejected = table.rejected > 0 ? `, ${table.rejected} left out` : '';
  yield `\n  ${name}${table.kind}, ${from}; ${table.rows} rows${rejected}; zone ${table.zone.id} (${zoneOrigins[table.zone.origin] ?? table.zone.origin})\n`;
  const fields = Object.entries(table.fields);
  const widths = [
    Math.max(0, ...fields.map(([field]) => field.length)),
    Math.min(34, Math.max(0, ...fields.map(([, { source }]) => source.length))),
  ];
  for (const [field, { source, confidence, format, missing }] of fields) {
    const guess = confidence < CERTAIN ? ' ?' : '';
    const gaps = missing ? `, ${missing} missing` : '';
    yield `    ${field.padEnd(widths[0])}  ${source.padEnd(widths[1])}  ${format}${gaps}${guess}\n`;
  }
  if (table.unmapped.length > 0) {
    const shown = table.unmapped.slice(0, 12).join(', ');
    yield `    other columns: ${shown}${table.unmapped.length > 12 ? `, … (${table.unmapped.length})` : ''}\n`;
  }
  for (const problem of table.problems) yield problemText(problem);
}

const zoneOrigins: Readonly<Record<string, string>> = {
  stamps: 'in the stamps',
  flag: 'as pinned',
  header: 'from the header',
  preset: 'as this tool writes it',
  report_zone: 'that of the report',
  default: 'assumed; --source-tz sets it',
};

function problemText({ severity, message, count, lines }: ProblemEntry): string {
  const at = lines.length > 0 ? ` (line ${lines.join(', ')}${count > lines.length ? ', …' : ''})` : '';
  return `    ${severity}: ${message}${at}\n`;
}
