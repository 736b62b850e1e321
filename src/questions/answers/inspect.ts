import path from 'node:path';
import { sourceSpans } from '../../analysis/metrics/source-spans.ts';
import type { Column } from '../../model/columns.ts';
import { type Desk, numbersOf, type SurveyTable } from '../../model/desk.ts';
import type { FieldId } from '../../model/fields.ts';
import { groupProblems } from '../../model/group-problems.ts';
import type { FileFacts, TableFacts, Together } from '../../model/inspection.ts';
import { machineNumber } from '../../model/machine-number.ts';
import type { FieldMapping, Reading, TableMapping } from '../../model/mapping.ts';
import { DeskstatError, type Problem, problemLine } from '../../model/problem.ts';
import type { OutputOptions, SessionOptions } from '../../settings/option-types.ts';
import { formatInstant, type Zone } from '../../time/zone.ts';
import { resultHead } from '../envelope.ts';
import { markedFields } from '../inspect-marks.ts';
import { messageReading } from '../message-receipt.ts';
import { type InspectedFile, inspectFiles } from '../read-desk.ts';
import type { Session } from '../session.ts';
import type { DocumentAnswer } from './answer.ts';

export type InspectOptions = SessionOptions & OutputOptions & { readonly why?: boolean };

/** What each file is and how it is read, as facts and as a document. */
export interface InspectAnswer extends DocumentAnswer {
  readonly document: Readonly<Record<string, unknown>> & { readonly settings: string | null };
  readonly files: readonly FileFacts[];
  readonly together: Together | Problem;
  /** Why the files would be refused, where they were to be checked. */
  readonly refusal: DeskstatError | null;
  /** The desk that they make; null where they make none. */
  readonly desk: Desk | null;
}

/** What each file is, how its columns are read, and what is wrong with it. */
export async function askInspect(
  session: Session,
  args: readonly string[],
  options: InspectOptions,
): Promise<InspectAnswer> {
  const reading = await session.readOptions(args, { fields: 'all', columns: [] });
  const result = await inspectFiles(
    options.why
      ? { ...reading, overridesFor: (file) => ({ ...reading.overridesFor(file), why: true }) }
      : reading,
  );
  const { zone } = session;
  const surveys = result.desk instanceof DeskstatError ? [] : result.desk.surveys;
  const files = result.files.map((file) => fileFacts(file, surveys));
  const document = {
    ...resultHead('inspect'),
    settings: settingsOf(session),
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
            sources: sourcesOf(result.desk, zone),
          },
    tickets: result.desk instanceof DeskstatError ? 0 : result.desk.tickets.rows,
    files: files.map((file) => fileEntry(file, zone)),
    messages: result.desk instanceof DeskstatError ? null : messageReading(result.desk),
    surveys: surveys.map(surveyEntry),
    examined: result.examined.map(({ source, tolerance, ...pair }) => ({
      file: result.files[source]?.recognised.sample.source.path ?? null,
      ...pair,
      tolerance_seconds: machineNumber(tolerance, 'duration'),
    })),
    problems: (result.desk instanceof DeskstatError
      ? [...result.problems, result.desk.problem, ...session.settingsProblems]
      : [...result.problems, ...result.desk.problems, ...session.settingsProblems]
    ).map(problemEntry),
  };
  const together =
    result.desk instanceof DeskstatError
      ? result.desk.problem
      : {
          ...result.desk,
          sourceCoverage: sourceSpans(result.desk),
          tickets: result.desk.tickets.rows,
          examined: result.examined,
          messages: messageReading(result.desk),
          surveys: surveys.map(surveyEntry),
        };
  return {
    head: resultHead('inspect'),
    document,
    files,
    together,
    refusal: result.refusal ?? null,
    desk: result.desk instanceof DeskstatError ? null : result.desk,
    problems: [...result.problems, ...session.settingsProblems],
  };
}

/** The settings file, as it is reached from here. */
function settingsOf({ loaded, world }: Session): string | null {
  return loaded && (path.relative(world.cwd, loaded.file) || loaded.file);
}

/** What each source beside the tickets covers: when its rows lie, and where they lie so densely that none is missing. */
function sourcesOf(desk: Desk, zone: Zone) {
  return Object.entries(sourceSpans(desk)).map(([kind, { from, to, bulkFrom, bulkTo }]) => ({
    kind,
    from: stampOrNull(from, zone),
    to: stampOrNull(to, zone),
    known: {
      from: stampOrNull(Math.max(from, bulkFrom), zone),
      to: stampOrNull(Math.min(bulkTo, desk.asOf), zone),
    },
  }));
}

function stampOrNull(instant: number, zone: Zone): string | null {
  return Number.isFinite(instant) ? formatInstant(instant, zone, 'second') : null;
}

/** A problem as JSON has it: in English, as every machine format is. */
function problemEntry(problem: Problem) {
  return {
    code: problem.code,
    severity: problem.severity,
    message: problemLine({ ...problem, where: undefined }),
    count: problem.count ?? 1,
    lines: problem.lines ?? (problem.where?.line === undefined ? [] : [problem.where.line]),
  };
}

function fileFacts(file: InspectedFile, surveys: readonly SurveyTable[]): FileFacts {
  const { sample, mappings } = file.recognised;
  const { layout, source } = sample;
  return {
    path: source.path,
    format: layout.format,
    encoding: layout.encoding,
    delimiter: layout.dialect?.delimiter ?? null,
    compression: layout.compression,
    problems: groupProblems(file.problems),
    tables: mappings.map((mapping) => tableFacts(file, mapping, surveys)),
  };
}

function tableFacts(file: InspectedFile, mapping: TableMapping, surveys: readonly SurveyTable[]): TableFacts {
  const { path } = file.recognised.sample.source;
  const asked = new Set(mapping.moreScores?.map(({ source }) => source));
  const read = file.tables.find((table) => table.mapping.stream === mapping.stream);
  const sample = file.recognised.sample.tables.find(({ stream }) => stream === mapping.stream);
  const marked = markedFields(mapping, sample);
  const shown = new Set([...marked.values()].map(({ source }) => source));
  return {
    stream: mapping.stream,
    kind: mapping.kind,
    preset: mapping.preset,
    presetEvidence: mapping.presetEvidence ?? null,
    confidence: mapping.confidence,
    reason: mapping.reason ?? null,
    rows: read?.rows ?? file.rows.get(mapping.stream) ?? sample?.rows ?? 0,
    rejected: read?.rejected ?? 0,
    creating: creatingStamp(mapping, read?.columns ?? {}),
    zone: { id: mapping.zone.id, origin: mapping.zone.origin },
    fields: new Map(
      [...(Object.entries(mapping.fields) as [FieldId, FieldMapping][]), ...marked].map(
        ([field, { source, confidence, reading }]) => [
          field,
          {
            source,
            confidence,
            reading: settledReading(
              reading,
              surveys.find((each) => each.name === path && each.question === source),
            ),
            missing: missingIn(read?.columns[field as FieldId]),
          },
        ],
      ),
    ),
    reasons: mapping.reasons ?? null,
    ambiguous: mapping.ambiguous ?? [],
    unmapped: mapping.unmapped
      .map(({ source }) => source)
      .filter((source) => source !== '' && !asked.has(source) && !shown.has(source)),
    problems: groupProblems(mapping.problems),
  };
}

/** A scale as it was settled over all cells, where the sample said another one. */
function settledReading(reading: Reading, survey: SurveyTable | undefined): Reading {
  return reading.type === 'score' && survey ? { ...reading, scale: survey.scale } : reading;
}

/** What was found of each survey: of what kind, on which scale, how many answers, how many with a ticket. */
function surveyEntry({ name, survey, question, scale, table, ticket, isMain }: SurveyTable) {
  const scores = numbersOf(table, 'score');
  let answers = 0;
  let joined = 0;
  for (let row = 0; row < table.rows; row++) {
    if (!scores || Number.isNaN(scores[row])) continue;
    answers++;
    if (ticket[row] >= 0) joined++;
  }
  return {
    file: name,
    survey,
    question,
    kind: scale.kind,
    scale: scale.id,
    low: scale.min,
    high: scale.max,
    answers,
    joined,
    main: scale.kind !== 'other' && isMain,
  };
}

function fileEntry({ problems, tables, ...file }: FileFacts, zone: Zone) {
  return {
    ...file,
    problems: problems.map(problemEntry),
    tables: tables.map((table) => tableEntry(table, zone)),
  };
}

function tableEntry({ creating, ...table }: TableFacts, zone: Zone) {
  const { stream, kind, preset, presetEvidence, confidence, reason, rows, rejected } = table;
  return {
    ...{ stream, kind, preset },
    ...(presetEvidence ? { preset_evidence: presetEvidence } : {}),
    ...{ confidence, reason, rows, rejected },
    coverage: creating && spanOf(creating, zone),
    zone: table.zone,
    fields: Object.fromEntries<object>([
      ...[...table.fields].map(
        ([field, { source, confidence, reading, missing }]) =>
          [field, { source, confidence, format: readingName(reading), missing }] as const,
      ),
      ...table.ambiguous.map(
        ({ field, candidates, margin }) => [field, { source: null, candidates, margin }] as const,
      ),
    ]),
    ...(table.reasons === null ? {} : { why: table.reasons }),
    unmapped: table.unmapped,
    problems: table.problems.map(problemEntry),
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

/** How a column's cells are read, as JSON has it: `iso8601`, `duration in m`, `rating 1-5`. */
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
