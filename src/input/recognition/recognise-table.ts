import type { DataKind, FieldId } from '../../model/fields.ts';
import type {
  CellFacts,
  FieldMapping,
  Reading,
  RecognitionOverrides,
  TableMapping,
} from '../../model/mapping.ts';
import type { Problem } from '../../model/problem.ts';
import { askedKind } from '../../model/rating-questions.ts';
import { foldValue } from '../../model/raw-value.ts';
import { type Sentence, sentence } from '../../model/sentence.ts';
import type { TableSample } from '../../model/source.ts';
import { takeFieldsFromActivities } from './activity-meaning.ts';
import { settleAmbiguities } from './ambiguity.ts';
import { callLogOf } from './call-log.ts';
import type { Choice } from './choice.ts';
import { coarseProblems } from './coarse-dates.ts';
import { type ColumnLook, isInstant, lookAt } from './column-look.ts';
import { commonPrefix, withoutPrefix } from './common-prefix.ts';
import { customerMarks } from './customer-marks.ts';
import { type DateDecisions, type DateReading, decideDates } from './dates.ts';
import { doubtsOf } from './doubts.ts';
import { explain } from './explain.ts';
import { exportedAt } from './exported-at.ts';
import { headersInEnglish } from './glossed-headers.ts';
import { foldHeader } from './header.ts';
import { applyPins, type Identity, identify, type TableQuestion, withNamesInSecondRow } from './identify.ts';
import { findJoinedStamps, joinedMapping, withJoinedStamps } from './joined-stamps.ts';
import { knownSteps } from './known-steps.ts';
import { likelyCreation } from './likely-creation.ts';
import { mappingProblems } from './mapping-problems.ts';
import { messageMarks } from './message-marks.ts';
import { pinnedColumn } from './overrides.ts';
import { ownColumnsOf } from './own-columns.ts';
import { tableName } from './preset-match.ts';
import { readingFor } from './readings.ts';
import { type RowKey, settleRowKey } from './row-key.ts';
import { calledOffColumn, rowMarks } from './row-marks.ts';
import { sampledRows } from './sampled-rows.ts';
import { scoreReading } from './score-reading.ts';
import { withoutScraps } from './scraps.ts';
import { takenAtColumn } from './taken-at.ts';
import { statusVocabulary } from './vocabularies.ts';
import { decideZone } from './zone-of-table.ts';

/** What search engines put around a record, and MongoDB's exports around a value (`"rating": {"$numberInt": "5"}`). */
const wrapping = /^_source\.|(?:\.\$(?:date|oid|uuid|number(?:Int|Long|Double|Decimal)))+$/g;

/** What columns say of their rows, by the kind of table. */
const marksOf: Partial<Record<string, typeof rowMarks>> = {
  tickets: rowMarks,
  messages: messageMarks,
  customers: customerMarks,
};

/** Recognises one table: by a preset if one fits, else by headers and values. */
export function recogniseTable(question: TableQuestion): TableMapping {
  const { overrides, path } = question;
  const table = withoutScraps(withNamesInSecondRow(question));
  const joined = findJoinedStamps(table, overrides);
  const seen = withJoinedStamps(table, joined);
  const pairOf = new Map(joined.map((pair) => [pair.date, pair]));
  const times = new Set(joined.map(({ time }) => time));
  const prefix = commonPrefix(table.columns);
  const inEnglish = headersInEnglish(table.columns);
  const looks = table.columns.map((name, index) =>
    lookAt(
      seen,
      index,
      times.has(index)
        ? ''
        : inEnglish(withoutPrefix(pairOf.get(index)?.header ?? name, prefix).replace(wrapping, '')),
    ),
  );
  const where = { file: path, ...(table.stream === null ? {} : { table: table.stream }) };
  const { identity, key } = identifyRows({ question, table, looks, where });
  const { kind, choices, match } = identity;
  const rows = table.whole ? null : sampledRows({ identity, looks, overrides });
  if (kind === 'none') {
    const created = match ? null : likelyCreation(looks);
    const coarse = match || identity.reason ? [] : coarseProblems({ kind, looks, fields: {}, where });
    return {
      stream: table.stream,
      kind,
      preset: match?.preset.id ?? null,
      confidence: identity.confidence,
      fields: {},
      unmapped: table.columns.map((source, column) => ({ column, source })),
      zone: { id: 'UTC', origin: 'default' },
      reason: match?.table.reason ?? identity.reason ?? whyNone(table, coarse),
      ...(created === null ? {} : { likelyCreatedAt: created }),
      ...(rows ? { sampledRows: rows } : {}),
      problems: coarse,
    };
  }
  const sure = new Set([...overrides.columns.keys(), ...(key.isProven ? ['id'] : [])]);
  const candidates = match ? [] : identity.candidates;
  const doubts = settleAmbiguities({ kind, choices, candidates, pinned: sure, looks, where });
  const uncertain = doubtsOf({
    ...{ kind, choices, looks, where, isWhole: table.whole, candidates, pinned: sure },
  });
  const cells = overrides.cells?.get(table.stream) ?? new Map<number, CellFacts>();
  const dates = datesOf({ identity, looks, overrides, cells });
  const zone = decideZone({ table, kind, path, choices, dates, overrides, match });
  const problems: Problem[] = [...key.problems, ...doubts.problems, ...uncertain];
  if (kind === 'events' && !match) takeFieldsFromActivities(choices);
  const shape = eventShapeOf(identity);
  const usual =
    [...dates.columns.values()].sort((a, b) => (b.look?.read ?? 0) - (a.look?.read ?? 0))[0] ?? null;
  const read = (of: DataKind, field: FieldId, choice: Choice): Reading | null =>
    readingFor(
      {
        kind: of,
        field,
        look: withRatings(choice.look, cells),
        sample: table,
        preset: choice.preset,
        overrides,
        date: dates.columns.get(choice.look.index) ?? null,
        usualDate: usual,
        zone: zone.ofColumn.get(choice.look.index) ?? zone.id,
        isActivity: shape === 'activity',
        isCallLog: of === 'tickets' && callLogOf(looks) !== null,
        where,
      },
      problems,
    );
  const fields: Partial<Record<FieldId, FieldMapping>> = {};
  for (const [field, choice] of choices) {
    const reading = read(kind, field, choice);
    if (reading === null) continue;
    const pair = pairOf.get(choice.look.index);
    const isStatusName = kind === 'reference' && field === 'name' && match?.table.referenceOf === 'status';
    fields[field] = {
      column: choice.look.index,
      source: choice.look.name,
      confidence: choice.confidence,
      reading: isStatusName ? { type: 'category', values: statusVocabulary } : reading,
      ...(pair && reading.type === 'instant' ? joinedMapping(table, pair) : {}),
      ...(field === 'id' && key.within ? { within: columnOf(key.within) } : {}),
    };
  }
  const own: Partial<Record<FieldId, FieldMapping>> = {};
  for (const [field, choice] of ownColumnsOf(identity, looks)) {
    const reading = read('tickets', field, choice);
    const { look, confidence } = choice;
    if (reading && !pairOf.has(look.index))
      own[field] = { column: look.index, source: look.name, confidence, reading };
  }
  const moreScores = (identity.moreScores ?? [])
    .filter((look) => !Object.values(fields).some((field) => field?.column === look.index))
    .map(
      (look): FieldMapping => ({
        column: look.index,
        source: look.name,
        confidence: 0.9,
        reading: scoreReading(
          { kind, look: withRatings(look, cells), sample: table, preset: null, overrides, where },
          problems,
        ),
      }),
    );
  const unitless: Partial<Record<FieldId, FieldMapping>> = {};
  problems.push(
    ...mappingProblems({
      ...{ kind, fields, unitless, looks, dates, zone, shape, overrides, identity, cells, where, path },
    }),
  );
  const used = new Set(Object.values(fields).flatMap((field) => [field?.column, field?.time?.column]));
  const off = kind === 'tickets' ? calledOffColumn(looks, new Set(choicesTaken(choices))) : null;
  const taken = kind === 'tickets' ? takenAtColumn(looks, used, choices.get('created_at')?.look) : null;
  const marks = marksOf[kind]?.(looks, choices) ?? [];
  const steps = knownSteps(kind, fields, looks);
  const madeAt = kind === 'tickets' ? exportedAt(table, { looks, used, zoneId: zone.id }) : null;
  return {
    stream: table.stream,
    kind,
    preset: match?.preset.id ?? null,
    ...(match && match.table.evidence !== 'verified' ? { presetEvidence: match.table.evidence } : {}),
    confidence: identity.confidence,
    fields,
    ...(Object.keys(own).length > 0 ? { own } : {}),
    ...(Object.keys(unitless).length > 0 ? { unitless } : {}),
    ...(steps.length > 0 ? { steps } : {}),
    ...(moreScores.length > 0 ? { moreScores } : {}),
    ...(overrides.why
      ? {
          reasons: explain({
            ...{ kind, choices, candidates: identity.candidates, standing: identity.standing },
            preset: match?.preset.id ?? null,
            pinned: new Set(overrides.columns.keys()),
          }),
        }
      : {}),
    ...(doubts.ambiguous.length > 0 ? { ambiguous: doubts.ambiguous } : {}),
    unmapped: table.columns
      .map((source, column) => ({ column, source }))
      .filter(({ column }) => !used.has(column)),
    zone: { id: zone.id, origin: zone.origin },
    ...(shape ? { eventShape: shape } : {}),
    ...(kind === 'reference'
      ? { referenceOf: match?.table.referenceOf ?? referenceOf(table, path, choices) }
      : {}),
    ...(madeAt === null ? {} : { exportedAt: madeAt }),
    ...(rows ? { sampledRows: rows } : {}),
    ...(marks.length > 0 ? { marks } : {}),
    ...(off ? { calledOff: stampMapping(off, dates, usual, zone) } : {}),
    ...(taken ? { takenAt: stampMapping(taken, dates, usual, zone) } : {}),
    ...(match?.table.drop ? { drop: dropped(match.table.drop, table) } : {}),
    problems,
  };
}

/** A column of ratings with those that stand behind the sample. */
function withRatings(look: ColumnLook, cells: ReadonlyMap<number, CellFacts>): ColumnLook {
  const more = cells.get(look.index)?.ratings;
  return more ? { ...look, cells: [...look.cells, ...more] } : look;
}

const columnOf = ({ index, name }: ColumnLook): { readonly column: number; readonly source: string } => ({
  column: index,
  source: name,
});

interface RowQuestion {
  readonly question: TableQuestion;
  readonly table: TableSample;
  readonly looks: readonly ColumnLook[];
  readonly where: NonNullable<Problem['where']>;
}

/** What the table is, and which of its rows are one ticket; a list whose ids come back as those of a log is one. */
function identifyRows({ question, table, looks, where }: RowQuestion): {
  readonly identity: Identity;
  readonly key: RowKey;
} {
  const { overrides, path } = question;
  const identity = identify(question, table, looks);
  applyPins(identity, looks, overrides);
  const key = settleRowKey({ identity, looks, overrides, where });
  if (!key.isLog || overrides.kinds.has(path)) return { identity, key };
  const asLog = { ...overrides, kinds: new Map([...overrides.kinds, [path, 'events' as const]]) };
  const log = identify({ ...question, overrides: asLog }, table, looks);
  applyPins(log, looks, overrides);
  const isLog = (['ticket_id', 'at', 'status'] as const).every((field) => log.choices.has(field));
  return isLog ? { identity: { ...log, confidence: 0.7 }, key } : { identity, key };
}

const choicesTaken = (choices: ReadonlyMap<FieldId, Choice>): number[] =>
  [...choices.values()].map(({ look }) => look.index);

/** A column of stamps that feeds no field. */
function stampMapping(
  look: ColumnLook,
  dates: DateDecisions,
  usual: DateReading | null,
  zone: ReturnType<typeof decideZone>,
): FieldMapping {
  const own = dates.columns.get(look.index) ?? null;
  const reading: FieldMapping['reading'] = {
    type: 'instant',
    format: (own ?? usual)?.format ?? 'iso8601',
    zone: own?.isZoned ? null : (zone.ofColumn.get(look.index) ?? zone.id),
  };
  return { column: look.index, source: look.name, confidence: 0.9, reading };
}

const laterFields: readonly FieldId[] = [
  'solved_at',
  'closed_at',
  'first_response_at',
  'first_solved_at',
  'updated_at',
  'answered_at',
  'ended_at',
];

function datesOf({
  identity,
  looks,
  overrides,
  cells,
}: {
  readonly identity: Identity;
  readonly looks: readonly ColumnLook[];
  readonly overrides: RecognitionOverrides;
  readonly cells: ReadonlyMap<number, CellFacts>;
}): DateDecisions {
  const { choices, match } = identity;
  const start = choices.get('created_at') ?? choices.get('sent_at') ?? choices.get('started_at');
  return decideDates(looks, {
    pinned: overrides.dateOrder,
    id: choices.get('id')?.look ?? null,
    sibling: overrides.siblingOrder ?? null,
    cells,
    preset: match?.table.dates ?? null,
    created: start && isInstant(start.look) ? start.look.index : null,
    later: laterFields.flatMap((field) => {
      const look = choices.get(field)?.look;
      return look && look !== start?.look && isInstant(look) ? [look.index] : [];
    }),
  });
}

function eventShapeOf({ kind, choices, match }: Identity): TableMapping['eventShape'] | null {
  if (kind !== 'events') return null;
  if (match?.table.eventShape) return match.table.eventShape;
  if (choices.has('field') && choices.has('new_value')) return 'field_change';
  const look = (choices.get('status') ?? choices.get('new_value'))?.look;
  return look && look.exactStatusShare >= 0.6 ? 'status' : 'activity';
}

function referenceOf(
  table: TableSample,
  path: string,
  choices: ReadonlyMap<FieldId, Choice>,
): NonNullable<TableMapping['referenceOf']> {
  const words = foldHeader(`${tableName(table.stream, path)} ${choices.get('id')?.look.name ?? ''}`);
  if (/\broles?\b/.test(words)) return 'other';
  if (/\b(?:groups?|teams?|departments?|queues?|inbox(?:es)?)\b/.test(words)) return 'group';
  if (/\b(?:organi[sz]ations?|compan(?:y|ies)|accounts?)\b/.test(words)) return 'organization';
  if (/\b(?:status(?:es)?|stages?)\b/.test(words)) return 'status';
  if (
    /\b(?:users?|agents?|admins?|owners?|contacts?|people|persons?|employees?|teammates?|customers?|members?|leads?|staff)\b/.test(
      words,
    )
  )
    return 'person';
  return choices.has('email') ? 'person' : 'other';
}

function dropped(
  drop: Readonly<Record<string, readonly string[]>>,
  table: TableSample,
): NonNullable<TableMapping['drop']> {
  return Object.entries(drop).flatMap(([name, values]) => {
    const column = pinnedColumn(table.columns, name);
    return column === null ? [] : [{ column, values: new Set(values.map(foldValue)) }];
  });
}

function whyNone(table: TableSample, [coarse]: readonly Problem[]): Sentence {
  if (coarse)
    return sentence('why.names_no_days', {
      column: String(coarse.args.column),
      example: String(coarse.args.example),
    });
  const results = table.columns.find(
    (name, column) =>
      askedKind(name) !== null && table.values[column].filter((cell) => Number(cell) < 0).length > 1,
  );
  if (results !== undefined) return sentence('why.results_of_surveys', { column: results });
  const apart = table.columns.find((name) => askedKind(name) === 'other');
  if (apart !== undefined) return sentence('why.survey_set_apart', { column: apart });
  const ids = table.columns.filter((column) => /(?:^|_)id$/i.test(column));
  if (ids.length >= 2 && table.columns.length <= 8)
    return sentence('why.links_ids', { first: ids[0], second: ids[1] });
  return sentence('why.nothing_found');
}
