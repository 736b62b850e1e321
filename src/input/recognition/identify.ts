import { type DataKind, type FieldId, fieldsOf } from '../../model/fields.ts';
import type { RecognitionOverrides } from '../../model/mapping.ts';
import { foldValue } from '../../model/raw-value.ts';
import type { Sentence } from '../../model/sentence.ts';
import type { TableSample } from '../../model/source.ts';
import type { Preset } from '../presets/preset.ts';
import { callLogOf } from './call-log.ts';
import type { Choice } from './choice.ts';
import { type ColumnLook, isUnique } from './column-look.ts';
import { type Candidate, candidatesFor, LEAST } from './field-match.ts';
import { guessKind, type KindPoints } from './kind.ts';
import { NO_COLUMN, pinnedColumn } from './overrides.ts';
import { choosePresetColumns } from './preset-columns.ts';
import { isTelling, isWhole, matchPresets, type PresetMatch, tableName } from './preset-match.ts';
import { chooseQuestions } from './question-score.ts';
import { stateFlag } from './state-flags.ts';

export interface TableQuestion {
  readonly table: TableSample;
  readonly path: string;
  readonly format: string;
  /** Semicolons part the cells of the file. */
  readonly hasSemicolons?: boolean;
  readonly overrides: RecognitionOverrides;
  readonly presets: readonly Preset[];
}

/** What is settled about a table before its cells' readings are made. */
export interface Identity {
  readonly kind: DataKind | 'none';
  readonly confidence: number;
  readonly choices: Map<FieldId, Choice>;
  readonly candidates: readonly Candidate[];
  readonly match: PresetMatch | null;
  /** Further rating questions of a survey. */
  readonly moreScores?: readonly ColumnLook[];
  /** Why it is none, where recognition knows. */
  readonly reason?: Sentence;
  /** How the kinds stood; empty where a preset or a flag says it. */
  readonly standing: readonly KindPoints[];
}

/** Qualtrics' old export has codes in its first row; its names are in the second. */
export function withNamesInSecondRow({ table, presets }: TableQuestion): TableSample {
  const names = table.headerNotes[0];
  if (!names) return table;
  const isNamed = presets.some(({ tables }) =>
    tables.some(
      (shape) => shape.namesInRow === 2 && shape.signature.every((column) => names.includes(column)),
    ),
  );
  return isNamed ? { ...table, columns: names.map((name, column) => name || table.columns[column]) } : table;
}

/** Says what a table is and which columns feed its fields: by a preset, else by headers and values. */
export function identify(
  question: TableQuestion,
  table: TableSample,
  looks: readonly ColumnLook[],
): Identity {
  const { path, overrides } = question;
  const forced = overrides.kinds.get(path) ?? null;
  const unidentified = {
    question,
    table,
    looks,
    forced,
    pinnedTickets: names(question, table, 'created_at'),
  };
  return identifyByPreset(unidentified) ?? identifyByHeaders(unidentified);
}

/** Whether a flag names a column of this table for a field. */
function names({ overrides }: TableQuestion, table: TableSample, field: FieldId): boolean {
  const name = overrides.columns.get(field);
  return name !== undefined && pinnedColumn(table.columns, name) !== null;
}

interface Unidentified {
  readonly question: TableQuestion;
  readonly table: TableSample;
  readonly looks: readonly ColumnLook[];
  /** The kind that the user says it is. */
  readonly forced: DataKind | null;
  /** The user says which column tells when tickets were created, and it is here. */
  readonly pinnedTickets: boolean;
}

/** What the best of the presets that fit says; null where none does. */
function identifyByPreset(unidentified: Unidentified): Identity | null {
  const { question, table, looks } = unidentified;
  const matches = matchPresets({
    columns: table.columns,
    name: tableName(table.stream, question.path),
    isStream: isTelling(table.stream),
    presets: question.presets,
    only: question.overrides.preset,
    isUnique: (column) => {
      const index = pinnedColumn(table.columns, column);
      return index !== null && isUnique(looks[index]);
    },
  });
  for (const match of matches) {
    const identity = identityBy(match, unidentified);
    if (identity) return identity;
  }
  return null;
}

/** The table as a preset has it; null where something speaks against that. */
function identityBy(
  match: PresetMatch,
  { question, table, looks, forced, pinnedTickets }: Unidentified,
): Identity | null {
  const { kind } = match.table;
  const confidence = Math.min(1, match.score);
  if (kind === 'none') {
    if (forced !== null || pinnedTickets) return null;
    return { kind, confidence, choices: new Map(), candidates: [], match, standing: [] };
  }
  if (forced !== null && kind !== forced) return null;
  if (kind === 'reference' && tellsOfStays(looks)) return null;
  const least = leastBeside(match, question);
  const candidates = least === null ? [] : candidatesFor(kind, looks, least);
  const choices = choosePresetColumns(match.table, looks);
  const moreScores = kind === 'surveys' ? chooseQuestions(table, looks, choices) : [];
  // A shape that nobody has seen, without the one thing that makes it a survey, may be any list.
  if (kind === 'surveys' && match.table.evidence === 'unverified' && !choices.has('score')) return null;
  if (kind === 'tickets') leaveTheSolve(choices, candidates);
  fillFromHeaders(choices, candidates);
  if (kind === 'tickets' && choices.get('closed_at')?.preset === null) oneEndIsTheSolve(choices);
  return { kind, confidence, choices, candidates, match, moreScores, standing: [] };
}

/** A list of names that says when each began and ended is more than one of names. */
function tellsOfStays(looks: readonly ColumnLook[]): boolean {
  const clear = new Set(candidatesFor('customers', looks, SURE).map(({ field }) => field));
  return clear.has('started_at') && clear.has('ended_at');
}

/** What headers and values say, unless the user says it. */
function identifyByHeaders({ question, table, looks, forced, pinnedTickets }: Unidentified): Identity {
  const guess = guessKind({
    looks,
    name: tableName(table.stream, question.path),
    parent: parentName(table),
    isStream: isTelling(table.stream),
  });
  const mayBeTickets = guess.kind !== 'events' && guess.kind !== 'messages';
  const isBoundByFlag = guess.isUnbound && names(question, table, 'ticket_id');
  const asked = forced ?? (isBoundByFlag ? 'messages' : pinnedTickets && mayBeTickets ? 'tickets' : null);
  const kind = asked ?? guess.kind;
  const isOverruled = asked !== null && asked !== guess.kind;
  const candidates = isOverruled ? candidatesFor(asked, looks) : guess.candidates;
  const choices = new Map<FieldId, Choice>();
  for (const [field, { look, score }] of isOverruled ? guess.chosenOf(asked) : guess.chosen)
    choices.set(field, { look, confidence: Math.min(1, score), preset: null });
  completeChoices(kind, choices, looks);
  const moreScores = kind === 'surveys' ? chooseQuestions(table, looks, choices) : [];
  return {
    kind,
    confidence: asked === null ? guess.confidence : 1,
    choices,
    candidates,
    match: null,
    moreScores,
    standing: guess.standing,
    ...(guess.reason !== undefined && kind === 'none' ? { reason: guess.reason } : {}),
  };
}

/** Settles what the columns say together: which end is the solve, and what a person without a name is called by. */
function completeChoices(
  kind: DataKind | 'none',
  choices: Map<FieldId, Choice>,
  looks: readonly ColumnLook[],
): void {
  if (kind === 'tickets') {
    if (!choices.has('status')) fillFromFlag(choices, looks);
    if (callLogOf(looks) === null) oneEndIsTheSolve(choices);
    else hangingUpIsNoSolve(choices);
  }
  const email = choices.get('email');
  if (kind === 'reference' && email && !choices.has('name')) choices.set('name', email);
}

/** The table that holds the array these rows come from, '' where nothing names it; null for rows of their own. */
function parentName({ stream, columns }: TableSample): string | null {
  if (stream === null || !columns.some((column) => column.startsWith('_parent.'))) return null;
  const parent = stream.split('/').slice(0, -1).join('/');
  return isTelling(parent) && parent !== '' ? tableName(parent, stream) : '';
}

/**
 * What a preset takes for the solve because its product has one end is when tickets were closed, where another column says
 * when they were solved, no later: the table is not quite the preset's.
 */
function leaveTheSolve(choices: Map<FieldId, Choice>, candidates: readonly Candidate[]): void {
  const taken = choices.get('solved_at');
  if (!taken || choices.has('closed_at')) return;
  const worth = (field: FieldId, look: ColumnLook): number =>
    candidates.find((each) => each.field === field && each.look === look)?.score ?? 0;
  const isClosing = worth('closed_at', taken.look) > worth('solved_at', taken.look);
  const used = new Set([...choices.values()].map(({ look }) => look.index));
  const solved = candidates.find(
    ({ field, look, score }) => field === 'solved_at' && score >= NAMED_SOLVE && !used.has(look.index),
  )?.look;
  if (!isClosing || !solved || solved.filled < taken.look.filled) return;
  const [before, after] = [solved, taken.look].map((look) => look.instants[0]?.values);
  if (!before || !after || !before.every((at, row) => !(at > after[row]))) return;
  choices.set('closed_at', taken);
  choices.set('solved_at', { look: solved, confidence: 0.9, preset: null });
}

/** How sure a header must be where the preset's signature is there as a whole: it knows what the other columns are. */
const SURE = 0.95;

/**
 * How sure headers must be of what the preset leaves empty; null where they are not asked. Where the signature is only
 * partly there, this table is not quite the preset's (other spellings, a tool of its own making): then headers count
 * as they do without a preset.
 */
function leastBeside(match: PresetMatch, { table, format }: TableQuestion): number | null {
  if (!isWhole(match, table.columns)) return LEAST;
  // An API's records have the same fields everywhere, and what the preset leaves out of them is left out on purpose.
  return format === 'csv' ? SURE : null;
}

const identifying: ReadonlySet<FieldId> = new Set<FieldId>(['id', 'ticket_id', 'customer', 'requester']);

/**
 * What the preset has no column for, or one that holds nothing beside another that does: `Status`, which somebody left
 * empty, beside `Case status`.
 */
function fillFromHeaders(choices: Map<FieldId, Choice>, candidates: readonly Candidate[]): void {
  const taken = new Set([...choices.values()].map(({ look }) => look.index));
  for (const { field, look, score } of candidates) {
    if (taken.has(look.index)) continue;
    const chosen = choices.get(field);
    // A name is no key: who has no address under `Email` is not found by `Name`.
    if (chosen && (chosen.look.filled > 0 || look.filled === 0 || identifying.has(field))) continue;
    choices.set(field, { look, confidence: score >= SURE ? 0.9 : Math.min(0.85, score), preset: null });
    taken.add(look.index);
  }
}

/** Where no column names states, one that says by yes and no whether a ticket is finished is the status. */
function fillFromFlag(choices: Map<FieldId, Choice>, looks: readonly ColumnLook[]): void {
  const taken = new Set([...choices.values()].map(({ look }) => look.index));
  const look = looks.find((one) => !taken.has(one.index) && stateFlag(one) !== null);
  if (look) choices.set('status', { look, confidence: 0.9, preset: null });
}

/** A desk with one end stamp calls it "closed" as often as "solved"; either way it is when the problem ended. */
function oneEndIsTheSolve(choices: Map<FieldId, Choice>): void {
  const closed = choices.get('closed_at');
  if (!closed || choices.has('solved_at')) return;
  choices.delete('closed_at');
  choices.set('solved_at', closed);
}

/** Of a column that only says "end". */
const NAMED_SOLVE = 0.7;

/** A call that is over is closed; whether it solved anything is another question. */
function hangingUpIsNoSolve(choices: Map<FieldId, Choice>): void {
  const ended = choices.get('solved_at');
  if (!ended || ended.confidence >= NAMED_SOLVE || choices.has('closed_at')) return;
  choices.delete('solved_at');
  choices.set('closed_at', ended);
}

/** Puts the columns that the user named in their fields, and takes them out of others. */
export function applyPins(
  identity: Identity,
  looks: readonly ColumnLook[],
  overrides: RecognitionOverrides,
): void {
  const { kind, choices } = identity;
  if (kind === 'none') return;
  for (const [field, name] of overrides.columns) {
    if (!(field in fieldsOf[kind])) continue;
    if (name === NO_COLUMN) {
      choices.delete(field as FieldId);
      continue;
    }
    const column = pinnedColumn(
      looks.map((look) => look.name),
      name,
      overrides.columns.values(),
    );
    if (column === null) continue;
    // What is called the id of tickets is where messages, changes and answers name their ticket.
    if (field === 'id' && choices.get('ticket_id')?.look.index === column) continue;
    const before = choices.get(field as FieldId)?.preset ?? null;
    const pinned = new Set([...overrides.columns.values()].map(foldValue));
    for (const [other, choice] of choices) {
      if (other !== field && choice.look.index === column && !pinned.has(foldValue(other)))
        choices.delete(other);
    }
    choices.set(field as FieldId, { look: looks[column], confidence: 1, preset: before });
  }
}
