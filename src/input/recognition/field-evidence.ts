import type { FieldId, FieldType } from '../../model/fields.ts';
import { type ColumnLook, isInstant, isUnique } from './column-look.ts';
import { isDoneWord, isNoteWord, saysTargets } from './flag-words.ts';
import { asksWhetherPleased } from './header-stems.ts';
import { numbersRecords } from './other-records.ts';
import { isRatedInSigns } from './question-score.ts';

/**
 * What the cells of a column say about the fields it could feed. A column's score for a field is what its header says
 * (`field-words`, 0–1) times what its cells say (here, 0–1), so that neither alone makes a field, less what speaks for
 * another column of the same table (`rivalEvidence`).
 */
export interface CellEvidence {
  /** What is seen, in a sentence that `inspect --why` prints. */
  readonly says: string;
  /** 0 rules the column out, 1 is what cells of this field look like. */
  readonly worth: number;
  readonly holds: (look: ColumnLook) => boolean;
}

/** Of one list the first that holds counts; the last of each always does. */
type Cells = readonly CellEvidence[];

const always = (): boolean => true;
const otherwise = (worth: number, says: string): CellEvidence => ({ says, worth, holds: always });
const stamps: CellEvidence = { says: 'its cells are stamps', worth: 0, holds: isInstant };
const longerThan = (length: number): CellEvidence => ({
  says: `its cells are longer than ${length} characters`,
  worth: 0,
  holds: (look) => look.length > length,
});

/** Few different values, for a column of so many filled cells. */
const few = (look: ColumnLook, limit: number): boolean => look.distinct <= Math.max(limit, look.filled * 0.4);

/** `State` and `Estado` of an address look like codes or places, never like a status. */
const placeWords = /^(?:state|estado|etat|stand)$/;

/** Headers that name a person, and in some tools what part that person has (Zammad's `sender`: Customer, Agent, System). */
const personHeader =
  /^(?:author|sender|from|by|sent by|created by|written by|posted by|absender|verfasser|von|auteur|expediteur|envoye par|autor|remitente|enviado por|remetente|mittente|inviato da|afzender|verzonden door|发送人|发送者|送信者|प्रेषक|প্রেরক)$/u;

/** Headers of a kind of message, which tells the notes that no customer sees from the rest (Drift's `private_note`). */
export const sortsMessages =
  /^(?:(?:message|msg|thread|part|note|comment|article|reply|entry|activity) )?(?:type|kind|sort)$|^(?:typ|art|nachrichtentyp|nachrichtenart|tipo|tipo de mensaje|tipo de mensagem|tipo messaggio|tipo di messaggio|type de message|soort|berichttype|类型|消息类型|種別)$/u;

/** Measures with fractions, which name nothing. */
const isMeasure = (look: ColumnLook): boolean =>
  look.numberShare >= 0.95 && look.integerShare < 0.5 && look.distinct > 8;

/** Of the cells that are numbers, those between two ends. */
function shareWithin(look: ColumnLook, low: number, high: number): number {
  if (look.min >= low && look.max <= high) return 1;
  let numbers = 0;
  let within = 0;
  for (const cell of look.cells) {
    const value = cell === '' ? Number.NaN : Number(cell.replace(',', '.'));
    if (Number.isNaN(value)) continue;
    numbers++;
    if (value >= low && value <= high) within++;
  }
  return numbers === 0 ? 0 : within / numbers;
}

/** What the cells of each type of field look like. */
export const cellsOfType: Readonly<Record<FieldType, Cells>> = {
  instant: [
    {
      says: 'its cells read as stamps, if as a spreadsheet counts days',
      worth: 0.9,
      holds: (look) => isInstant(look) && look.instants[0].format === 'excel_serial',
    },
    { says: 'its cells read as stamps', worth: 1, holds: isInstant },
    otherwise(0, 'its cells are no stamps'),
  ],
  duration: [
    {
      says: 'its cells are stamps, not times that passed',
      worth: 0,
      holds: (look) => isInstant(look) && look.durationShare < 0.8,
    },
    {
      says: 'its cells are numbers or durations, none below zero',
      worth: 1,
      holds: (look) => Math.max(look.numberShare, look.durationShare) >= 0.8 && !(look.min < 0),
    },
    otherwise(0, 'its cells are no durations'),
  ],
  count: [
    { says: 'its cells are whole numbers', worth: 1, holds: (look) => look.integerShare >= 0.9 },
    otherwise(0, 'its cells are no counts'),
  ],
  flag: [
    { says: 'its cells say yes or no', worth: 1, holds: (look) => look.flagShare >= 0.9 },
    { says: 'its cells are a few words', worth: 0.7, holds: (look) => look.distinct <= 6 },
    otherwise(0, 'its cells are too many different ones for a flag'),
  ],
  score: [
    {
      says: 'its cells say yes or no, below a word for a note as well as for a mark',
      worth: 0,
      holds: (look) => look.flagShare === 1 && look.numberShare < 1 && look.header.words === 'note',
    },
    {
      says: 'one in five of its cells or more is above what NPS asks for',
      worth: 0,
      holds: (look) =>
        /\bnps\b/.test(look.header.words) && look.max > 10 && shareWithin(look, -103, 10) < 0.8,
    },
    {
      says: 'it asks whether somebody was satisfied, and its cells count who was',
      worth: 0,
      holds: (look) =>
        look.numberShare >= 0.7 && look.flagShare < 0.9 && asksWhetherPleased(look.header.words),
    },
    {
      says: 'its cells are numbers on a rating scale',
      worth: 1,
      holds: (look) => look.numberShare >= 0.7 && look.distinct <= 101 && shareWithin(look, -103, 103) >= 0.8,
    },
    { says: 'its cells are numbers that no rating has', worth: 0, holds: (look) => look.numberShare >= 0.7 },
    {
      says: 'its cells are a few short words',
      worth: 0.9,
      holds: (look) => look.distinct <= 20 && !isInstant(look) && look.length <= 30,
    },
    otherwise(0, 'its cells are no ratings'),
  ],
  id: [
    longerThan(60),
    {
      says: 'it is the stamp by which a thread goes',
      worth: 1,
      holds: (look) => look.header.words === 'thread ts',
    },
    stamps,
    {
      says: 'its cells are words for channels',
      worth: 0,
      holds: (look) => look.channelShare === 1 && look.distinct >= 2,
    },
    otherwise(1, 'its cells can be ids'),
  ],
  person: [
    stamps,
    longerThan(80),
    { says: 'its cells are e-mail addresses', worth: 1, holds: (look) => look.emailShare > 0.5 },
    { says: 'its cells say yes or no', worth: 0.2, holds: (look) => look.flagShare === 1 },
    otherwise(0.97, 'its cells can be people'),
  ],
  text: [
    stamps,
    { says: 'its cells are numbers', worth: 0, holds: (look) => look.numberShare > 0.9 },
    { says: 'its cells say yes or no', worth: 0, holds: (look) => look.flagShare > 0.9 },
    { says: 'its cells are texts', worth: 1, holds: (look) => look.length > 8 },
    otherwise(0.6, 'its cells are short'),
  ],
  list: [stamps, otherwise(1, 'its cells can be lists of words')],
  category: [
    stamps,
    longerThan(80),
    { says: 'its cells are measures with fractions', worth: 0, holds: isMeasure },
    { says: 'its cells are e-mail addresses', worth: 0.4, holds: (look) => look.emailShare > 0.5 },
    { says: 'its cells are a few values that repeat', worth: 1, holds: (look) => few(look, 60) },
    otherwise(0.6, 'its cells hardly repeat'),
  ],
};

const vocabulary = (
  what: string,
  share: 'statusShare' | 'priorityShare' | 'channelShare' | 'roleShare',
): CellEvidence => ({
  says: `half of its cells or more are words for ${what}`,
  worth: 1,
  holds: (look) => look[share] >= 0.5,
});

/** Where a field asks for more than its type does. */
export const cellsOfField: Partial<Record<FieldId, Cells>> = {
  id: [
    {
      says: 'none of the rows has one',
      worth: 0,
      holds: (look) => look.filled === 0 && look.cells.length > 0,
    },
    longerThan(60),
    stamps,
    { says: 'no value repeats', worth: 1, holds: isUnique },
    {
      says: 'most values are different',
      worth: 0.8,
      holds: (look) => look.distinct >= look.filled * 0.5,
    },
    otherwise(0.5, 'its values repeat'),
  ],
  subject: [
    stamps,
    { says: 'its cells are numbers', worth: 0, holds: (look) => look.numberShare > 0.9 },
    { says: 'its cells say yes or no', worth: 0, holds: (look) => look.flagShare > 0.9 },
    otherwise(1, 'its cells are texts'),
  ],
  status: [
    stamps,
    longerThan(80),
    vocabulary('states', 'statusShare'),
    {
      says: 'it is named like a place, and none of its cells is a state',
      worth: 0.2,
      holds: (look) => placeWords.test(look.header.words) && look.statusShare === 0 && look.numberShare < 0.9,
    },
    {
      says: 'its cells say yes or no',
      worth: 0.3,
      holds: (look) => few(look, 40) && look.flagShare === 1,
    },
    {
      says: 'its cells are a few values, none known as a state',
      worth: 0.62,
      holds: (look) => few(look, 40),
    },
    otherwise(0.2, 'its cells are too many different ones for states'),
  ],
  priority: [
    stamps,
    longerThan(80),
    vocabulary('priorities', 'priorityShare'),
    { says: 'its cells are a few values', worth: 0.85, holds: (look) => few(look, 12) },
    otherwise(0.2, 'its cells are too many different ones for priorities'),
  ],
  channel: [
    stamps,
    longerThan(80),
    vocabulary('channels', 'channelShare'),
    { says: 'its cells are a few values', worth: 0.85, holds: (look) => few(look, 30) },
    otherwise(0.2, 'its cells are too many different ones for channels'),
  ],
  reopens: [
    { says: 'its cells are whole numbers', worth: 1, holds: (look) => look.integerShare >= 0.9 },
    { says: 'its cells say yes or no', worth: 0.95, holds: (look) => look.flagShare >= 0.9 },
    otherwise(0, 'its cells are no counts'),
  ],
  author_role: [
    stamps,
    longerThan(80),
    vocabulary('roles', 'roleShare'),
    {
      says: 'it is named like a person, and its cells are no roles',
      worth: 0,
      holds: (look) => personHeader.test(look.header.words),
    },
    { says: 'its cells are a few values', worth: 0.85, holds: (look) => look.distinct <= 12 },
    otherwise(0, 'its cells are too many different ones for roles'),
  ],
  author: [
    stamps,
    longerThan(80),
    {
      says: 'nine in ten of its cells are words for roles',
      worth: 0.2,
      holds: (look) => look.roleShare >= 0.9 && look.distinct >= 2 && look.distinct <= 8,
    },
    { says: 'its cells say yes or no', worth: 0.2, holds: (look) => look.flagShare === 1 },
    otherwise(0.97, 'its cells can be people'),
  ],
  public: [
    {
      says: 'it sorts messages, and some of them are notes or no messages',
      worth: 1,
      holds: (look) =>
        sortsMessages.test(look.header.words) &&
        look.distinct <= 12 &&
        look.cells.some((cell) => isNoteWord(cell) || isDoneWord(cell)),
    },
    {
      says: 'it sorts messages, none of which is a note',
      worth: 0,
      holds: (look) => sortsMessages.test(look.header.words),
    },
    { says: 'its cells say yes or no', worth: 1, holds: (look) => look.flagShare >= 0.9 },
    { says: 'its cells are a few words', worth: 0.7, holds: (look) => look.distinct <= 6 },
    otherwise(0, 'its cells are too many different ones for a flag'),
  ],
  role: [stamps, longerThan(80), vocabulary('roles', 'roleShare'), otherwise(0, 'its cells are no roles')],
};

/** An empty column fits half: it may be what its header says, and tells nothing. */
const empty: CellEvidence = otherwise(0.65, 'it has no cells that are filled');

/** Below a header without rows its words are all that there is. */
const noRows: CellEvidence = otherwise(0.8, 'the table has no rows');

/** What a column's cells say about a field. */
export function cellsFor(type: FieldType, field: FieldId, look: ColumnLook): CellEvidence {
  const list = cellsOfField[field] ?? cellsOfType[type];
  if (look.cells.length === 0) return noRows;
  if (look.filled === 0) return field === 'id' && look.cells.length > 0 ? list[0] : empty;
  return list.find(({ holds }) => holds(look))!;
}

/** What cells say of a ticket's field whatever their header is. Never certain, and only in words nobody mistakes. */
export const cellsAlone: Partial<Record<FieldId, CellEvidence>> = {
  status: {
    says: 'nineteen in twenty of its cells are exactly states',
    worth: 0.52,
    holds: (look) => look.exactStatusShare >= 0.95 && look.distinct >= 2,
  },
  priority: {
    says: 'all of its cells are priorities, and not states, and it numbers nothing',
    worth: 0.5,
    holds: (look) =>
      look.priorityShare === 1 &&
      look.distinct >= 2 &&
      look.statusShare < 0.5 &&
      !numbersRecords(look.header.words),
  },
  sla_recorded: {
    says: 'it is named for a promise, and its cells say that it was met or missed',
    worth: 0.52,
    holds: (look) => saysTargets(look.header.words, look.cells) && look.distinct <= 6,
  },
  csat: {
    says: 'it asks for a rating, and its cells are faces, thumbs or stars',
    worth: 0.52,
    holds: (look) => isRatedInSigns(look) && look.distinct <= 12,
  },
  requester: {
    says: 'nine in ten of its cells are e-mail addresses of many people',
    worth: 0.5,
    holds: (look) => look.emailShare >= 0.9 && look.distinct > look.filled * 0.3,
  },
  channel: {
    says: 'all of its cells are channels',
    worth: 0.5,
    holds: (look) => look.channelShare === 1 && look.distinct >= 2 && look.flagShare < 0.5,
  },
};

/** The most that cells alone are worth. */
export const MOST_BY_CELLS = 0.52;
