import { type DataKind, type FieldId, type FieldType, fieldsOf } from '../../model/fields.ts';
import type { DurationUnit, Reading, RecognitionOverrides } from '../../model/mapping.ts';
import type { Problem } from '../../model/problem.ts';
import { foldValue, isMissing } from '../../model/raw-value.ts';
import type { TableSample } from '../../model/source.ts';
import { Commas, Points } from '../../time/decimal-commas.ts';
import { durationReader, unitMilliseconds } from '../../time/duration.ts';
import type { PresetField } from '../presets/preset.ts';
import { activityMeaning } from './activity-meaning.ts';
import { saysHowCallsWent, statusOfCall } from './call-log.ts';
import type { ColumnLook } from './column-look.ts';
import type { DateReading } from './dates.ts';
import { sortsMessages } from './field-evidence.ts';
import {
  falsehoods,
  isDoneWord,
  isMissFlag,
  isNoteWord,
  met,
  missed,
  seen,
  truths,
  unseen,
} from './flag-words.ts';
import { foldHeader } from './header.ts';
import { changeOf } from './message-changes.ts';
import { scoreReading } from './score-reading.ts';
import { stateFlag, statesOfFlag } from './state-flags.ts';
import {
  channelVocabulary,
  lookUp,
  priorityVocabulary,
  roleVocabulary,
  statusOf,
  statusVocabulary,
} from './vocabularies.ts';

/** What is known when a column's cells are to be read for a field. */
export interface ReadingContext {
  readonly kind: DataKind;
  readonly field: FieldId;
  readonly look: ColumnLook;
  readonly sample: TableSample;
  readonly preset: PresetField | null;
  readonly overrides: RecognitionOverrides;
  readonly date: DateReading | null;
  /** The table's usual way to write stamps, for columns that are empty in the sample. */
  readonly usualDate: DateReading | null;
  readonly zone: string | null;
  /** Events whose `status` holds activities: only status words count, alone or beside a ticket's noun; others keep their names. */
  readonly isActivity: boolean;
  /** Rows are calls: the words of a status say how each went. */
  readonly isCallLog: boolean;
  /** Semicolons part the cells of the file, as spreadsheets write it whose numbers have decimal commas. */
  readonly hasSemicolons: boolean;
  readonly where: Problem['where'];
}

/** How the cells of a column become values of a field; null where the column cannot feed it after all. */
export function readingFor(context: ReadingContext, problems: Problem[]): Reading | null {
  const type = (fieldsOf[context.kind] as Record<string, FieldType>)[context.field];
  switch (type) {
    case 'instant': {
      const date = context.date ?? context.usualDate;
      const isGuess = date !== null && ['clock', 'default', 'preset'].includes(date.decidedBy);
      return {
        type: 'instant',
        format: date?.format ?? 'iso8601',
        zone: context.date?.isZoned ? null : context.zone,
        ...(isGuess ? { ambiguous: true } : {}),
        ...(date?.also ? { also: date.also } : {}),
        ...(date?.orders ? { orders: date.orders } : {}),
      };
    }
    case 'duration': {
      const unit = unitOf(context);
      return {
        ...{ type: 'duration', unit },
        ...(countsMinutes(context) ? { clock: 'minutes' } : {}),
        ...(context.hasSemicolons ? { commas: 'decimal' } : {}),
      };
    }
    case 'category':
      return categoryReading(context);
    case 'score':
      return scoreReading(context, problems);
    case 'flag':
      return flagReading(context);
    case 'list':
      return { type: 'list', separator: context.preset?.separator ?? separatorIn(context.look) };
    case 'id':
    case 'person':
    case 'text':
      return { type };
    case 'count':
      // `reopened: yes` says of a count whether it is more than nothing.
      return context.look.flagShare >= 0.9 && context.look.integerShare < 0.9
        ? flagReading(context)
        : { type };
    default:
      return type satisfies never;
  }
}

const units: readonly DurationUnit[] = ['ms', 's', 'm', 'h', 'd'];

function unitOf({ overrides, field, preset, look }: ReadingContext): DurationUnit | null {
  const pinned = overrides.values.get(field)?.get('unit');
  if (pinned && (units as readonly string[]).includes(pinned)) return pinned as DurationUnit;
  if (look.durationShare >= 0.5 && look.numberShare < 0.5) return null;
  return look.header.unit ?? preset?.unit ?? null;
}

/** Whether `05:30` is minutes and seconds: by the header's form or its unit, or by the unit that a flag names. */
function countsMinutes({ overrides, field, preset, look: { header } }: ReadingContext): boolean {
  const pinned = overrides.values.get(field)?.get('unit');
  if (pinned !== undefined) return pinned === 'm' || pinned === 's';
  if (header.clock !== null) return header.clock === 'm';
  const unit = header.unit ?? preset?.unit;
  return unit === 'm' || unit === 's';
}

const encoder = new TextEncoder();

/** The numbers of a column of measured times as they are written; NaN where there is none. `presumed`: commas are decimal. */
export function numbersOf(look: ColumnLook, presumed = false): Float64Array {
  const reader = durationReader({ unit: 'd' });
  const commas = new Commas();
  const points = new Points();
  const either: number[] = [];
  const pointed: number[] = [];
  const numbers = Float64Array.from(look.cells, (cell, row) => {
    const bytes = encoder.encode(cell);
    const value = reader.read(bytes, 0, bytes.length);
    if (reader.comma === 'either') either.push(row);
    if (!Number.isNaN(value)) commas.note(reader.comma);
    if (reader.point === 'either') pointed.push(row);
    else points.note(reader.point);
    return value / unitMilliseconds.d;
  });
  if (commas.areDecimal(presumed)) for (const row of either) numbers[row] /= 1000;
  if (points.areGrouping()) for (const row of pointed) numbers[row] *= 1000;
  return numbers;
}

function separatorIn(look: ColumnLook): string {
  const counts = (separator: string): number => look.cells.filter((cell) => cell.includes(separator)).length;
  const found = ['\u001f', '|', ';', ','].map((separator) => [separator, counts(separator)] as const);
  const best = found.reduce((a, b) => (b[1] > a[1] ? b : a));
  if (best[1] > 0) return best[0];
  return look.cells.some((cell) => /\S\s\S/.test(cell)) && look.cells.every((cell) => !/[A-Z]/.test(cell))
    ? ' '
    : ',';
}

const findPriority = (raw: string): string | null => lookUp(priorityVocabulary, raw);
const findChannel = (raw: string): string | null => lookUp(channelVocabulary, raw);
const findRole = (raw: string): string | null => lookUp(roleVocabulary, raw);

/**
 * The vocabulary of a category field: common words, the sample's own values, the preset's, the user's, in this order.
 * Values that stand behind the sample are understood as those in it are.
 */
function categoryReading(context: ReadingContext): Extract<Reading, { type: 'category' }> {
  const { field, look, preset, overrides, isActivity } = context;
  const distinct = [...new Set(look.cells.map((cell) => cell.trim()))].filter((cell) => !isMissing(cell));
  const { values, understand } = vocabularyFor(context, distinct);
  for (const [raw, canonical] of Object.entries(preset?.values ?? {})) values.add(raw, canonical);
  const pins = (field === 'new_value' ? ['status', 'new_value'] : [field]).flatMap((name) => [
    ...(overrides.values.get(name) ?? []),
  ]);
  const pinned = new Set(isActivity ? pins.map(([, canonical]) => canonical) : []);
  // Who says which activity is the solve has also said that the others are not, whatever they are called.
  if (pinned.size > 0) values.forget(pinned);
  for (const [raw, canonical] of pins) values.add(raw, canonical);
  if (values.words.size === 0) return { type: 'category', values: null };
  return {
    type: 'category',
    values: values.words,
    ...(understand && pinned.size === 0 ? { understand } : {}),
  };
}

/** Words and what they mean: those that all columns share, copied once a column has others. */
class Meanings {
  words: ReadonlyMap<string, string>;
  #own: Map<string, string> | null = null;

  constructor(shared: ReadonlyMap<string, string> = new Map()) {
    this.words = shared;
  }

  add(raw: string, canonical: string): void {
    const word = foldValue(raw);
    if (this.words.get(word) !== canonical) this.#copy().set(word, canonical);
  }

  /** Leaves out the words for some meanings. */
  forget(meanings: ReadonlySet<string>): void {
    for (const [word, canonical] of this.words) if (meanings.has(canonical)) this.#copy().delete(word);
  }

  #copy(): Map<string, string> {
    this.#own ??= new Map(this.words);
    this.words = this.#own;
    return this.#own;
  }
}

interface Vocabulary {
  readonly values: Meanings;
  /** What a value means that is not among them. */
  readonly understand?: (raw: string) => string | null;
}

/** The words that a field's values are known by, those of the column itself among them. */
function vocabularyFor(context: ReadingContext, distinct: readonly string[]): Vocabulary {
  const { field, kind, look } = context;
  const isState =
    field === 'status' || (kind === 'events' && (field === 'new_value' || field === 'old_value'));
  if (isState) return statesFor(context, distinct);
  if (field === 'priority') return vocabularyOf(priorityVocabulary(), findPriority, distinct);
  if (field === 'channel') return vocabularyOf(channelVocabulary(), findChannel, distinct);
  if (field !== 'author_role' && field !== 'role') return { values: new Meanings() };
  const roles = vocabularyOf(roleVocabulary(), findRole, distinct);
  for (const [word, role] of roleFlags(look.readAs)) roles.values.add(word, role);
  for (const [word, role] of usersOfTheTool(distinct)) roles.values.add(word, role);
  return roles;
}

/** Words of states: as tickets and changes have them, as messages tell what was done, as a flag or a call says. */
function statesFor(
  { kind, look, isActivity, isCallLog }: ReadingContext,
  distinct: readonly string[],
): Vocabulary {
  if (kind === 'messages') return vocabularyOf(new Map(), changeOf, distinct);
  const flag = kind === 'tickets' ? stateFlag(look) : null;
  if (flag) return { values: new Meanings(statesOfFlag(flag)) };
  const known = vocabularyOf(statusVocabulary(), isActivity ? activityMeaning : statusOf, distinct);
  if (!isCallLog || !saysHowCallsWent(look)) return known;
  return vocabularyOf(known.values.words, (raw) => statusOfCall(raw) ?? statusOf(raw), distinct);
}

/** Common words, and those of a column's own values that are understood. */
function vocabularyOf(
  words: ReadonlyMap<string, string>,
  understand: (raw: string) => string | null,
  distinct: readonly string[],
): Vocabulary {
  const values = new Meanings(words);
  for (const raw of distinct) {
    const canonical = understand(raw);
    if (canonical) values.add(raw, canonical);
  }
  return { values, understand };
}

/** Who uses: customers use the product, and agents the helpdesk. */
const users: ReadonlySet<string> = new Set(
  'user|users|usuario|usuaria|usuário|usuária|utilisateur|utilisatrice|benutzer|nutzer|utente|gebruiker|用户|ユーザー|उपयोगकर्ता|ব্যবহারকারী'
    .split('|')
    .map(foldValue),
);

/**
 * What the words for "user" mean where they are no customers. Beside a word for the customer (`contact`, `customer`,
 * `lead`) and none for the desk they are the helpdesk's (Drift's `contact` and `user`, Help Scout's `customer` and
 * `user`); beside an agent or an admin they are the customers (Intercom). Where every person is a user, and nothing else
 * but machines is named (GitHub's `User` and `Bot`), the word tells nobody apart; whom an assistant answers asked.
 */
function usersOfTheTool(cells: readonly string[]): [word: string, role: string][] {
  const words = cells.map(foldValue);
  const found = words.filter((word) => users.has(word));
  const others = words.filter((word) => !users.has(word)).map(findRole);
  if (others.includes('agent')) return [];
  const role = others.includes('customer')
    ? 'agent'
    : others.every((other) => other === 'bot') && !words.some((word) => assistants.has(word))
      ? PERSON
      : null;
  return role === null ? [] : found.map((word) => [word, role]);
}

/** Machines that talk with customers. */
const assistants: ReadonlySet<string> = new Set(
  ['assistant', 'ai', 'ai assistant', 'chatbot', 'virtual agent'].map(foldValue),
);

/** A role that says no more than that somebody is no machine. */
const PERSON = 'person';

/** `inbound: TRUE` is the customer's, `is_agent: TRUE` the desk's. */
function roleFlags(name: string): [string, string][] {
  const words = foldHeader(name);
  if (/\bdir(?:ection)?$/.test(words))
    return [
      ['i', 'customer'],
      ['o', 'agent'],
    ];
  const yes = /\b(?:inbound|incoming|customer|user|client)\b/.test(words)
    ? 'customer'
    : /\b(?:outbound|outgoing|agent|staff|admin|team|operator)\b/.test(words)
      ? 'agent'
      : null;
  if (yes === null) return [];
  const no = yes === 'customer' ? 'agent' : 'customer';
  return [
    ...[...truths].map((word) => [word, yes] as [string, string]),
    ...[...falsehoods].map((word) => [word, no] as [string, string]),
  ];
}

/** Headers of a flag whose yes says that no customer sees a message, folded: `isprivate`, `Interne Notiz`, `Внутренняя`. */
const hidesMessages =
  /\b(?:is ?)?(?:private|internal|intern|interne[rs]?|intern[oa]|privad[oa]|privat|privee?|privat[oa]|hidden|note|notes|nota|notiz|notitie|confidential|wewnetrzn[aey]|prywatn[aey]|notatka|dahili|ozel|gizli|ic not)\b|внутренн|приватн|скрыт|заметка|内部|社内|非公開|メモ|आंतरिक|निजी|नोट|অভ্যন্তরীণ|ব্যক্তিগত|গোপন|নোট/u;

/** As the header and the common words say it, but for a flag that would hide all that customers wrote: they write no notes. */
function flagReading(context: ReadingContext): Reading {
  const reading = plainFlagReading(context);
  if (context.field !== 'public' || context.preset?.truths || reading.type !== 'flag') return reading;
  const { truths: yes, falsehoods: no } = reading;
  return hidesCustomers(context, no) ? { ...reading, truths: no, falsehoods: yes } : reading;
}

/** Whether some words of a column stand beside everything that customers wrote, and others beside what the desk did. */
function hidesCustomers({ look, sample }: ReadingContext, hides: ReadonlySet<string>): boolean {
  const isHidden = look.cells.map((cell) => hides.has(foldValue(cell)));
  return sample.values.some((cells, column) => {
    if (column === look.index) return false;
    const roles = cells.map(findRole);
    if (roles.filter((role) => role !== null).length < cells.length * 0.9) return false;
    const asked = roles.flatMap((role, row) => (role === 'customer' ? [row] : []));
    return (
      asked.length > 1 &&
      asked.every((row) => isHidden[row]) &&
      roles.some((role, row) => role === 'agent' && !isHidden[row] && !isMissing(look.cells[row]))
    );
  });
}

function plainFlagReading({ field, look, preset }: ReadingContext): Reading {
  const own = (words: readonly string[] | undefined): Set<string> => new Set((words ?? []).map(foldValue));
  if (preset?.truths || preset?.falsehoods) {
    return { type: 'flag', truths: own(preset.truths), falsehoods: own(preset.falsehoods) };
  }
  const words = foldHeader(look.readAs);
  const isInverted =
    (field === 'sla_recorded' && isMissFlag(words)) || (field === 'public' && hidesMessages.test(words));
  if (field === 'public' && sortsMessages.test(look.header.words)) {
    const kinds = [...new Set(look.cells.filter((cell) => !isMissing(cell)))];
    const isUnseen = (cell: string): boolean => isNoteWord(cell) || isDoneWord(cell);
    const [notes, others] = [kinds.filter(isUnseen), kinds.filter((cell) => !isUnseen(cell))];
    return { type: 'flag', truths: own(others), falsehoods: own(notes) };
  }
  const yes = isInverted ? falsehoods : truths;
  const no = isInverted ? truths : falsehoods;
  const [more, less] = field === 'public' ? [seen, unseen] : [met, missed];
  return {
    type: 'flag',
    truths: new Set([...yes, ...more]),
    falsehoods: new Set([...no, ...less]),
  };
}
