import { withoutEntities } from '../../model/entities.ts';
import type { DataKind, FieldId } from '../../model/fields.ts';
import type { CellFacts, FieldMapping, RecognitionOverrides, TableMapping } from '../../model/mapping.ts';
import type { Problem } from '../../model/problem.ts';
import { askedKind } from '../../model/rating-questions.ts';
import { foldValue } from '../../model/raw-value.ts';
import { type Sentence, sentence } from '../../model/sentence.ts';
import type { TableSample } from '../../model/source.ts';
import { takeFieldsFromActivities } from './activity-meaning.ts';
import { settleAmbiguities } from './ambiguity.ts';
import type { Choice } from './choice.ts';
import { coarseProblems } from './coarse-dates.ts';
import { type ColumnLook, isInstant, lookAt } from './column-look.ts';
import {
  fieldMappings,
  ownMappings,
  type SettledTable,
  scoreMappings,
  stampMapping,
} from './column-mappings.ts';
import { commonPrefix, withoutPrefix } from './common-prefix.ts';
import { customerMarks } from './customer-marks.ts';
import { type DateDecisions, decideDates } from './dates.ts';
import { doubtsOf } from './doubts.ts';
import { explain } from './explain.ts';
import { exportedAt } from './exported-at.ts';
import { headersInEnglish } from './glossed-headers.ts';
import { foldHeader } from './header.ts';
import { applyPins, type Identity, identify, type TableQuestion, withNamesInSecondRow } from './identify.ts';
import { findJoinedStamps, withJoinedStamps } from './joined-stamps.ts';
import { knownSteps } from './known-steps.ts';
import { likelyCreation } from './likely-creation.ts';
import { mappingProblems } from './mapping-problems.ts';
import { takeChangesFromMessages } from './message-changes.ts';
import { messageMarks } from './message-marks.ts';
import { pinnedColumn, withNamesAbove } from './overrides.ts';
import { tableName } from './preset-match.ts';
import { type RowKey, settleRowKey } from './row-key.ts';
import { calledOffColumn, rowMarks } from './row-marks.ts';
import { sampledRows } from './sampled-rows.ts';
import { withoutScraps } from './scraps.ts';
import { takenAtColumn } from './taken-at.ts';
import { withUnitBelow } from './unit-row.ts';
import { unsentMessages } from './unsent-messages.ts';
import { decideZone } from './zone-of-table.ts';

/** The stamp of an event that is a record of its own: `firstResponse.createdAt`, `conversation.lastDone.at`. */
const eventStamp =
  /^(?:.*\.)?(?:last_?)?((?:first_?)?(?:response|reply|answer|resolution|resolved|solved|done|closed?))\.(?:created_?at|at|date|time|timestamp|ts)$/i;

/** What search engines put around a record, and MongoDB's exports around a value (`"rating": {"$numberInt": "5"}`). */
const wrapping = /^_source\.|(?:\.\$(?:date|oid|uuid|number(?:Int|Long|Double|Decimal)))+$/g;

/** A name without the records around it, which only dots can tell. */
const withoutRecord = (name: string): string =>
  name.includes('.') ? name.replace(wrapping, '').replace(eventStamp, '$1 at') : name;

/** What columns say of their rows, by the kind of table. */
const marksOf: Partial<Record<string, typeof rowMarks>> = {
  tickets: rowMarks,
  messages: messageMarks,
  customers: customerMarks,
};

/** Recognises one table: by a preset if one fits, else by headers and values. */
export function recogniseTable(asked: TableQuestion): TableMapping {
  const { path } = asked;
  const table = withoutScraps(withNamesInSecondRow(asked));
  const overrides = withNamesAbove(asked.overrides, table);
  const question = { ...asked, overrides };
  const { looks, pairOf } = lookAtColumns(table, overrides);
  const where = { file: path, ...(table.stream === null ? {} : { table: table.stream }) };
  const { identity, key } = identifyRows({ question, table, looks, where });
  const rows = table.whole ? null : sampledRows({ identity, looks, overrides });
  const identified: Identified = { question, table, looks, pairOf, where, identity, key, rows };
  return identity.kind === 'none' ? mappingOfNone(identified) : mappingOf(identity.kind, identified);
}

/** Every column as it looks, its header in English and without what all headers begin with. */
function lookAtColumns(
  table: TableSample,
  overrides: RecognitionOverrides,
): Pick<SettledTable, 'looks' | 'pairOf'> {
  const joined = findJoinedStamps(table, overrides);
  const seen = withJoinedStamps(table, joined);
  const pairOf = new Map(joined.map((pair) => [pair.place, pair]));
  const times = new Set(joined.flatMap(({ time, place }) => (time === place ? [] : [time])));
  const names = table.columns.map(withoutEntities);
  const prefix = commonPrefix(names);
  const inEnglish = headersInEnglish(names);
  const looks = names.map((name, index) =>
    lookAt(
      seen,
      index,
      times.has(index)
        ? ''
        : inEnglish(
            withoutRecord(
              withUnitBelow(table, index, withoutPrefix(pairOf.get(index)?.header ?? name, prefix)),
            ),
          ),
    ),
  );
  return { looks, pairOf };
}

/** A table, what it is and which of its rows are one. */
interface Identified
  extends Pick<SettledTable, 'question' | 'table' | 'looks' | 'pairOf' | 'where' | 'identity' | 'key'> {
  /** How rows are told apart behind the sample; null where the sample is all there is. */
  readonly rows: TableMapping['sampledRows'] | null;
}

function mappingOfNone({ table, looks, where, identity, rows }: Identified): TableMapping {
  const { match, reason, confidence } = identity;
  const created = match ? null : likelyCreation(looks);
  const coarse = match || reason ? [] : coarseProblems({ kind: 'none', looks, fields: {}, where });
  return {
    stream: table.stream,
    kind: 'none',
    preset: match?.preset.id ?? null,
    confidence,
    fields: {},
    unmapped: table.columns.map((source, column) => ({ column, source })),
    zone: { id: 'UTC', origin: 'default' },
    reason: match?.table.reason ?? reason ?? whyNone(table, coarse),
    ...(created === null ? {} : { likelyCreatedAt: created }),
    ...(rows ? { sampledRows: rows } : {}),
    problems: coarse,
  };
}

/** The mapping of a table that holds data of a kind, and what is to be said of it. */
function mappingOf(kind: DataKind, identified: Identified): TableMapping {
  const { question, table, looks, where, identity, key } = identified;
  const { overrides, path } = question;
  const { choices, match } = identity;
  const pinned = new Set([...overrides.columns.keys(), ...(key.isProven ? ['id'] : [])]);
  const candidates = match ? [] : identity.candidates;
  const doubts = settleAmbiguities({ kind, choices, candidates, pinned, looks, where });
  const uncertain = doubtsOf({ kind, choices, looks, where, isWhole: table.whole, candidates, pinned });
  const cells = overrides.cells?.get(table.stream) ?? new Map<number, CellFacts>();
  const dates = datesOf({ identity, looks, overrides, cells });
  const zone = decideZone({ table, kind, path, choices, dates, overrides, match });
  const problems: Problem[] = [...key.problems, ...doubts.problems, ...uncertain];
  if (kind === 'events' && !match) takeFieldsFromActivities(choices);
  if (kind === 'messages' && !match) takeChangesFromMessages(choices, looks);
  const shape = eventShapeOf(identity);
  const settled: SettledTable = { ...identified, kind, cells, dates, zone, shape, problems };
  const fields = fieldMappings(settled);
  const own = ownMappings(settled);
  const moreScores = scoreMappings(settled, fields);
  const unitless: Partial<Record<FieldId, FieldMapping>> = {};
  const ages: Partial<Record<FieldId, FieldMapping>> = {};
  problems.push(
    ...mappingProblems({
      ...{ kind, fields, unitless, ages, looks, dates, zone, shape, overrides, identity, cells, where, path },
    }),
  );
  const steps = knownSteps(kind, fields, looks);
  return {
    stream: table.stream,
    kind,
    preset: match?.preset.id ?? null,
    ...(match && match.table.evidence !== 'verified' ? { presetEvidence: match.table.evidence } : {}),
    confidence: identity.confidence,
    fields,
    ...nonEmpty({ own, unitless, ages: table.whole ? {} : ages, steps, moreScores }),
    ...(overrides.why ? { reasons: reasonsOf(kind, identity, overrides) } : {}),
    ...nonEmpty({ ambiguous: doubts.ambiguous }),
    unmapped: table.columns
      .map((source, column) => ({ column, source }))
      .filter(({ column }) => !usedBy(fields).has(column)),
    zone: { id: zone.id, origin: zone.origin },
    ...(shape ? { eventShape: shape } : {}),
    ...(kind === 'reference'
      ? { referenceOf: match?.table.referenceOf ?? referenceOf(table, path, choices) }
      : {}),
    ...(kind === 'tickets' ? exportOf(settled, fields) : {}),
    ...(identified.rows ? { sampledRows: identified.rows } : {}),
    ...nonEmpty({ marks: marksOf[kind]?.(looks, choices) ?? [] }),
    ...dropOf({ table, looks, choices, kind, presetDrop: match?.table.drop }),
    problems,
  };
}

/** Those of some parts that hold anything. */
function nonEmpty<T extends Readonly<Record<string, object>>>(parts: T): Partial<T> {
  const filled = Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0);
  return Object.fromEntries(filled) as Partial<T>;
}

const usedBy = (fields: TableMapping['fields']): ReadonlySet<number | undefined> =>
  new Set(Object.values(fields).flatMap((field) => [field?.column, field?.time?.column]));

/** Why each column was chosen, and the table taken for what it is. */
function reasonsOf(
  kind: DataKind,
  { choices, candidates, standing, match }: Identity,
  overrides: RecognitionOverrides,
): TableMapping['reasons'] {
  const pinned = new Set(overrides.columns.keys());
  return explain({ kind, choices, candidates, standing, preset: match?.preset.id ?? null, pinned });
}

/** Of a ticket list: when it was made, when its rows were taken, and when tickets were called off. */
function exportOf(
  settled: SettledTable,
  fields: TableMapping['fields'],
): Pick<TableMapping, 'exportedAt' | 'calledOff' | 'takenAt'> {
  const { table, looks, identity, zone } = settled;
  const { choices } = identity;
  const used = usedBy(fields);
  const off = calledOffColumn(looks, new Set(choicesTaken(choices)));
  const taken = takenAtColumn(looks, used, {
    created: choices.get('created_at')?.look,
    id: choices.get('id')?.look,
  });
  const madeAt = exportedAt(table, { looks, used, zoneId: zone.id });
  return {
    ...(madeAt === null ? {} : { exportedAt: madeAt }),
    ...(off ? { calledOff: stampMapping(off, settled) } : {}),
    ...(taken ? { takenAt: stampMapping(taken, settled) } : {}),
  };
}

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
  // What was before stands beside what is now: both are states, also where some are not known.
  const isOfStates = choices.has('old_value') && look !== undefined && look.exactStatusShare > 0;
  return look && (isOfStates || look.exactStatusShare >= 0.6) ? 'status' : 'activity';
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

/** Rows that are not the desk's data: those that a preset names, and messages that nobody got. */
function dropOf(facts: {
  readonly table: TableSample;
  readonly looks: readonly ColumnLook[];
  readonly choices: ReadonlyMap<FieldId, Choice>;
  readonly kind: TableMapping['kind'];
  readonly presetDrop: Readonly<Record<string, readonly string[]>> | undefined;
}): Pick<TableMapping, 'drop'> {
  const { table, looks, choices, kind, presetDrop } = facts;
  const drop = [
    ...(presetDrop ? dropped(presetDrop, table) : []),
    ...(kind === 'messages' ? unsentMessages(looks, choices) : []),
  ];
  return drop.length > 0 ? { drop } : {};
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
