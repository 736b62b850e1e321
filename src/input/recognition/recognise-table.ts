import { type DataKind, type FieldId, fieldsOf } from '../../model/fields.ts';
import type { FieldMapping, RecognitionOverrides, TableMapping } from '../../model/mapping.ts';
import type { Problem } from '../../model/problem.ts';
import { foldValue } from '../../model/raw-value.ts';
import type { SourceFormat, TableSample } from '../../model/source.ts';
import type { Preset, PresetTable } from '../presets/preset.ts';
import type { Choice } from './choice.ts';
import { type ColumnLook, isInstant, isUnique, lookAt } from './column-look.ts';
import { type DateDecisions, decideDates } from './dates.ts';
import { assign, type Candidate, candidatesFor } from './field-match.ts';
import { foldHeader } from './header.ts';
import { guessKind } from './kind.ts';
import { mappingProblems } from './mapping-problems.ts';
import { pinnedColumn } from './overrides.ts';
import { choosePresetColumns } from './preset-columns.ts';
import { isTelling, matchPresets, type PresetMatch, tableName } from './preset-match.ts';
import { chooseQuestions } from './question-score.ts';
import { readingFor } from './readings.ts';
import { statusVocabulary } from './vocabularies.ts';
import { decideZone } from './zone-of-table.ts';

export interface TableQuestion {
  readonly table: TableSample;
  readonly path: string;
  readonly format: SourceFormat;
  readonly overrides: RecognitionOverrides;
  readonly presets: readonly Preset[];
}

/** What is settled about a table before its cells' readings are made. */
interface Identity {
  readonly kind: DataKind | 'none';
  readonly confidence: number;
  readonly choices: Map<FieldId, Choice>;
  readonly candidates: readonly Candidate[];
  readonly match: PresetMatch | null;
}

/** Recognises one table: by a preset if one fits, else by headers and values. */
export function recogniseTable(question: TableQuestion): TableMapping {
  const { overrides, path } = question;
  const table = withNamesInSecondRow(question);
  const looks = table.columns.map((_, index) => lookAt(table, index));
  const identity = identify(question, table, looks);
  applyPins(identity, looks, overrides);
  const { kind, choices, match } = identity;
  const where = { file: path, ...(table.stream === null ? {} : { table: table.stream }) };
  if (kind === 'none') {
    return {
      stream: table.stream,
      kind,
      preset: match?.preset.id ?? null,
      confidence: identity.confidence,
      fields: {},
      unmapped: table.columns.map((source, column) => ({ column, source })),
      zone: { id: 'UTC', origin: 'default' },
      reason: match?.table.reason ?? whyNone(table),
      problems: [],
    };
  }
  const dates = datesOf(identity, looks, overrides);
  const zone = decideZone({ table, path, choices, dates, overrides, match });
  const problems: Problem[] = [];
  const shape = eventShapeOf(identity);
  const usual =
    [...dates.columns.values()].sort((a, b) => (b.look?.read ?? 0) - (a.look?.read ?? 0))[0] ?? null;
  const fields: Partial<Record<FieldId, FieldMapping>> = {};
  for (const [field, choice] of choices) {
    const reading = readingFor(
      {
        kind,
        field,
        look: choice.look,
        sample: table,
        preset: choice.preset,
        overrides,
        date: dates.columns.get(choice.look.index) ?? null,
        usualDate: usual,
        zone: zone.ofColumn.get(choice.look.index) ?? zone.id,
        isActivity: shape === 'activity',
        where,
      },
      problems,
    );
    if (reading === null) continue;
    const isStatusName = kind === 'reference' && field === 'name' && match?.table.referenceOf === 'status';
    fields[field] = {
      column: choice.look.index,
      source: choice.look.name,
      confidence: choice.confidence,
      reading: isStatusName ? { type: 'category', values: statusVocabulary } : reading,
    };
  }
  problems.push(
    ...mappingProblems({ kind, fields, looks, dates, zone, shape, overrides, identity, where, path }),
  );
  const used = new Set(Object.values(fields).map((field) => field?.column));
  return {
    stream: table.stream,
    kind,
    preset: match?.preset.id ?? null,
    confidence: identity.confidence,
    fields,
    unmapped: table.columns
      .map((source, column) => ({ column, source }))
      .filter(({ column }) => !used.has(column)),
    zone: { id: zone.id, origin: zone.origin },
    ...(shape ? { eventShape: shape } : {}),
    ...(kind === 'reference'
      ? { referenceOf: match?.table.referenceOf ?? referenceOf(table, path, choices) }
      : {}),
    ...(match?.table.drop ? { drop: dropped(match.table.drop, table) } : {}),
    problems,
  };
}

/** Qualtrics' old export has codes in its first row; its names are in the second. */
function withNamesInSecondRow({ table, presets }: TableQuestion): TableSample {
  const names = table.headerNotes[0];
  if (!names) return table;
  const isNamed = presets.some(({ tables }) =>
    tables.some(
      (shape) => shape.namesInRow === 2 && shape.signature.every((column) => names.includes(column)),
    ),
  );
  return isNamed ? { ...table, columns: names.map((name, column) => name || table.columns[column]) } : table;
}

function identify(question: TableQuestion, table: TableSample, looks: readonly ColumnLook[]): Identity {
  const { path, overrides, presets } = question;
  const forced = overrides.kinds.get(path) ?? null;
  const name = tableName(table.stream, path);
  const pinnedTickets =
    overrides.columns.has('created_at') &&
    pinnedColumn(table.columns, overrides.columns.get('created_at')!) !== null;
  const matches = matchPresets({
    columns: table.columns,
    name,
    isStream: isTelling(table.stream, name),
    presets,
    only: overrides.preset,
    isUnique: (column) => {
      const index = pinnedColumn(table.columns, column);
      return index !== null && isUnique(looks[index]);
    },
  });
  for (const match of matches) {
    const { kind } = match.table;
    if (kind === 'none') {
      if (forced !== null || pinnedTickets) continue;
      return { kind, confidence: Math.min(1, match.score), choices: new Map(), candidates: [], match };
    }
    if (forced !== null && kind !== forced) continue;
    const candidates = candidatesFor(kind, looks);
    const choices = choosePresetColumns(match.table, looks);
    if (kind === 'surveys') chooseQuestions(table, looks, choices);
    // A shape that nobody has seen, without the one thing that makes it a survey, may be any list.
    if (kind === 'surveys' && match.table.evidence === 'unverified' && !choices.has('score')) continue;
    if (question.format === 'csv') addSure(choices, candidates, match.table);
    return { kind, confidence: Math.min(1, match.score), choices, candidates, match };
  }
  let kind: DataKind | 'none';
  let confidence = 1;
  let candidates: readonly Candidate[];
  let chosen: ReadonlyMap<FieldId, Candidate>;
  const guess = guessKind({
    looks,
    name,
    parent: parentName(table),
    isStream: isTelling(table.stream, name),
  });
  kind = guess.kind;
  confidence = guess.confidence;
  candidates = guess.candidates;
  chosen = guess.chosen;
  const asked = forced ?? (pinnedTickets && kind !== 'events' && kind !== 'messages' ? 'tickets' : null);
  if (asked !== null && asked !== kind) {
    kind = asked;
    candidates = candidatesFor(asked, looks);
    chosen = assign(candidates, 0.45);
  }
  if (asked !== null) confidence = 1;
  const choices = new Map<FieldId, Choice>();
  for (const [field, { look, score }] of chosen)
    choices.set(field, { look, confidence: Math.min(1, score), preset: null });
  if (kind === 'tickets') oneEndIsTheSolve(choices);
  if (kind === 'surveys') chooseQuestions(table, looks, choices);
  const email = choices.get('email');
  if (kind === 'reference' && email && !choices.has('name')) choices.set('name', email);
  return { kind, confidence, choices, candidates, match: null };
}

/** The table that holds the array these rows come from, or null. */
function parentName({ stream, columns }: TableSample): string | null {
  if (stream === null || !columns.some((column) => column.startsWith('_parent.'))) return null;
  return tableName(stream.split('/').slice(0, -1).join('/') || stream, stream);
}

/** Columns beside the preset's own whose headers leave no doubt. */
function addSure(choices: Map<FieldId, Choice>, candidates: readonly Candidate[], shape: PresetTable): void {
  const taken = new Set([...choices.values()].map(({ look }) => look.index));
  for (const { field, look, score } of candidates) {
    if (score < 0.95 || choices.has(field) || taken.has(look.index)) continue;
    // Where the preset has one end, it has said which stamp that is.
    if (
      (field === 'closed_at' || field === 'solved_at') &&
      (shape.fields?.solved_at || shape.fields?.closed_at)
    )
      continue;
    choices.set(field, { look, confidence: 0.9, preset: null });
    taken.add(look.index);
  }
}

/** A desk with one end stamp calls it "closed" as often as "solved"; either way it is when the problem ended. */
function oneEndIsTheSolve(choices: Map<FieldId, Choice>): void {
  const closed = choices.get('closed_at');
  if (!closed || choices.has('solved_at')) return;
  choices.delete('closed_at');
  choices.set('solved_at', closed);
}

function applyPins(identity: Identity, looks: readonly ColumnLook[], overrides: RecognitionOverrides): void {
  const { kind, choices } = identity;
  if (kind === 'none') return;
  for (const [field, name] of overrides.columns) {
    if (!(field in fieldsOf[kind])) continue;
    const column = pinnedColumn(
      looks.map((look) => look.name),
      name,
    );
    if (column === null) continue;
    const before = choices.get(field as FieldId)?.preset ?? null;
    const pinned = new Set([...overrides.columns.values()].map(foldValue));
    for (const [other, choice] of choices) {
      if (other !== field && choice.look.index === column && !pinned.has(foldValue(other)))
        choices.delete(other);
    }
    choices.set(field as FieldId, { look: looks[column], confidence: 1, preset: before });
  }
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

function datesOf(
  identity: Identity,
  looks: readonly ColumnLook[],
  overrides: RecognitionOverrides,
): DateDecisions {
  const { choices, match } = identity;
  const start = choices.get('created_at') ?? choices.get('sent_at') ?? choices.get('started_at');
  return decideDates(looks, {
    pinned: overrides.dateOrder,
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

function whyNone(table: TableSample): string {
  const ids = table.columns.filter((column) => /(?:^|_)id$/i.test(column));
  if (ids.length >= 2 && table.columns.length <= 8)
    return `links ${ids.slice(0, 2).join(' with ')}; nothing of it is measured`;
  return 'no tickets, messages, events, answers, customers or names were found in it';
}
