import type { FieldId } from '../../model/fields.ts';
import { COMES_BACK, type RecognitionOverrides } from '../../model/mapping.ts';
import type { Problem } from '../../model/problem.ts';
import { isMissing } from '../../model/raw-value.ts';
import { bareNounKey } from './bare-nouns.ts';
import { type ColumnLook, hasLostDigits, isInstant, isUnique, lookAt } from './column-look.ts';
import { readHeader } from './header.ts';
import type { Identity } from './identify.ts';
import { differInOne } from './one-letter.ts';
import { areSaidAgain, settleRounded } from './rounded-ids.ts';
import { agree, agreeWhereFilled, filledIn, groupsOf, mostlyAgree } from './row-groups.ts';
import { namesScope } from './scopes.ts';
import { ticketNouns } from './ticket-words.ts';
import { statusOf } from './vocabularies.ts';

/**
 * Which rows are the same ticket. Found by what hangs on what over the cells: a column that decides when a ticket began
 * and ended is the ticket; one that counts the rows is not.
 */
export interface RowKey {
  /** The column within whose values ids are unique; null for most. */
  readonly within: ColumnLook | null;
  /** Ids repeat with other creations and the same ends: each row is a piece of the ticket's log. */
  readonly isLog: boolean;
  /** The rows themselves show which column the ticket is: headers that fit as well are no rivals. */
  readonly isProven: boolean;
  readonly problems: readonly Problem[];
}

const nothing: RowKey = { within: null, isLog: false, isProven: false, problems: [] };

interface KeyQuestion {
  readonly identity: Identity;
  readonly looks: readonly ColumnLook[];
  readonly overrides: RecognitionOverrides;
  readonly where: NonNullable<Problem['where']>;
}

/** Settles what tells tickets apart; a better column than the one that was chosen by its header is put in its place. */
export function settleRowKey(question: KeyQuestion): RowKey {
  const { identity, overrides, where } = question;
  const { kind, choices } = identity;
  const created = choices.get('created_at')?.look;
  if (kind !== 'tickets' || !created || overrides.columns.has('id')) return nothing;
  const problems: Problem[] = [];
  const say: Say = (code, args) => {
    problems.push({ code, severity: 'note', args, where });
  };
  const chosen = idByName(question, say);
  if (chosen && hasLostDigits(chosen))
    return { ...nothing, ...settleRounded({ identity, id: chosen, created, where }) };
  if (chosen === null || isUnique(chosen)) {
    const key = keyOfTickets(question, chosen);
    if (key) {
      choices.set('id', { look: key, confidence: 0.8, preset: null });
      say('key_found', { column: key.name });
    } else if (chosen === null && areSaidAgain(identity, created))
      problems.push({ code: 'rows_repeat_tickets', severity: 'error', args: {}, where });
    else if (chosen === null) say('no_ids', {});
    return { ...nothing, isProven: key !== null, problems };
  }
  const groups = groupsOf(chosen);
  if (agreeWhereFilled(groups, created)) return { ...nothing, problems };
  const within = scopeOf(question, chosen);
  if (within) {
    say('ids_joined', { column: chosen.name, within: within.name });
    return { within, isLog: false, isProven: true, problems };
  }
  const began = beginningOf(question, groups);
  if (began) {
    choices.set('created_at', { look: began, confidence: 0.75, preset: null });
    return { ...nothing, problems };
  }
  return { ...nothing, isLog: isWorkLog(question, groups), problems };
}

/** The column that is the id by its name, but for one that counts the rows; null for none. */
function idByName(question: KeyQuestion, say: Say): ColumnLook | null {
  const { choices } = question.identity;
  const id = choices.get('id');
  if (id && hasLostDigits(id.look)) return id.look;
  // What a product calls its number is one, also where two of them follow each other.
  if (id && id.preset === null) passOverRowNumbers(question, id.look, say);
  const named = id ? null : (namedKey(question) ?? bareNounKey(question));
  if (named) choices.set('id', { look: named, confidence: 0.75, preset: null });
  return choices.get('id')?.look ?? null;
}

/**
 * When tickets began whose rows stand under the days on which they were taken (`Report date`): the stamp that all rows of
 * a ticket share, none of them later than its row. Null for none, and for two.
 */
function beginningOf(
  { identity, looks }: KeyQuestion,
  groups: readonly (readonly number[])[],
): ColumnLook | null {
  const taken = identity.choices.get('created_at')?.look.instants[0]?.values;
  if (!taken) return null;
  const found = looks.filter(
    (look) =>
      isInstant(look) &&
      look.filled === look.cells.length &&
      look.distinct * 1.5 > groups.length &&
      look.instants[0].values.every((at, row) => at <= taken[row]) &&
      agree(groups, look),
  );
  return found.length === 1 ? found[0] : null;
}

type Say = (code: Problem['code'], args: Problem['args']) => void;

/** Puts another column in the place of one that counts the rows, or none. */
function passOverRowNumbers(question: KeyQuestion, chosen: ColumnLook, say: Say): void {
  const { choices } = question.identity;
  const id = ofTickets(chosen, choices.get('created_at')?.look);
  if (!countsRows(id, 'anywhere')) return;
  const other = otherId(question, chosen);
  if (other) {
    choices.set('id', { look: other, confidence: 0.9, preset: null });
    say('row_numbers', { column: id.name, id: other.name });
  } else if (isLineHeader(id) && countsRows(id, 'from the first')) {
    choices.delete('id');
    say('row_numbers', { column: id.name });
  }
}

const idHeader = /(?:^|[ _.])(?:id|ids|uid|uuid|guid|key)(?:$|[ _.])|\bticket\b/;

/** Headers of columns that only count: empty, `#`, `S.No`, `Index`, `Unnamed: 0`, `Lfd. Nr.` */
const lineHeader =
  /^(?:|#|s ?no|s ?nr|sr ?no|sl ?no|sl|sr|serial(?: (?:no|number))?|index|idx|unnamed(?: \d+)?|row(?: (?:no|nr|number|id))?|line(?: (?:no|number))?|item|pos|position|rank|lfd(?: nr)?|laufende nummer|zeile|ordre|ligne|rang|orden|fila|linha|ordem|क्रमांक|क्रम संख्या|क्र सं|ক্রমিক|ক্রমিক নং|क्रम)$/u;

/** `No`, `Case - No` in a table of such headers: it counts lines where another column is the id, and may be the id where none is. */
const shortNumber = /^(?:no|nr|n|num)$/;

function isShortNumber({ header: { words } }: ColumnLook): boolean {
  const [noun, ...others] = words.split(' ');
  return shortNumber.test(ticketNouns.has(noun) ? others.join(' ') : words);
}

const isLineHeader = (look: ColumnLook): boolean =>
  lineHeader.test(ownWords(look)) || lineHeader.test(look.name.trim().toLowerCase());

/** The words of a header without the section before it: `No` of `Ticket details - No`. */
const ownWords = ({ name, header }: ColumnLook): string => {
  const own = /(?:\s[-–—]\s+|\s*[|:]\s*)(\S[^-–—|:]*)$/u.exec(name)?.[1];
  return own === undefined ? header.words : readHeader(own).words;
};

/** True for a column that counts the rows, 0 or 1 and so on, in any order, and is not called an id. */
function countsRows(look: ColumnLook, from: 'anywhere' | 'from the first'): boolean {
  return isNumbering(look) && countsFrom(look, from) && look.max - look.min === look.cells.length - 1;
}

/** A look at the rows alone that hold a ticket: not at broken lines and sums, which stand in a column of numbers too. */
function ofTickets(look: ColumnLook, created: ColumnLook | undefined): ColumnLook {
  const at = created?.instants[0]?.values;
  if (!at || (look.integerShare === 1 && look.filled === look.cells.length)) return look;
  const cells = look.cells.filter((_, row) => !Number.isNaN(at[row]));
  const others = look.cells.length - cells.length;
  return others === 0 || cells.length === 0 || others > Math.max(FEW_OTHERS, look.cells.length * OTHERS)
    ? look
    : lookAt({ columns: [look.name], values: [cells] }, 0);
}

/** Share of the rows that may hold no ticket; a short list has its sums too. */
const OTHERS = 0.1;
const FEW_OTHERS = 3;

/** Whole numbers without repetitions that are not called an id. */
function isNumbering(look: ColumnLook): boolean {
  const rows = look.cells.length;
  if (rows < 2 || look.filled !== rows || look.integerShare < 1 || !isUnique(look)) return false;
  return !idHeader.test(ownWords(look)) || isLineHeader(look);
}

function countsFrom(look: ColumnLook, from: 'anywhere' | 'from the first'): boolean {
  if (look.min === 0 || look.min === 1) return true;
  // A second download goes on counting where it likes: its header says that it only counts.
  if (from !== 'anywhere') return false;
  return isLineHeader(look) || isShortNumber(look) || shortNumber.test(ownWords(look));
}

/** True for a column that counts no rows of a sample and may count those of the whole table, in an order of its own. */
export const mayCountRows = (look: ColumnLook): boolean =>
  isNumbering(look) && !countsRows(look, 'anywhere') && (isLineHeader(look) || look.min >= 0);

/** Another column that could be the id: without repetitions, filled, and named like an id before all others. */
function otherId({ identity, looks }: KeyQuestion, id: ColumnLook): ColumnLook | null {
  const created = identity.choices.get('created_at')?.look;
  const isFit = (look: ColumnLook): boolean => {
    // The id of somebody inside of a record (`author.id`) is not the record's.
    if (look === id || /\.(?:\w*_)?id$/i.test(look.name)) return false;
    const kept = ofTickets(look, created);
    return (
      kept.filled === kept.cells.length &&
      isUnique(kept) &&
      isKeyShaped(kept) &&
      !countsRows(kept, 'from the first')
    );
  };
  const named = identity.candidates.find(({ field, look }) => field === 'id' && isFit(look));
  if (named) return named.look;
  const used = usedColumns(identity);
  return looks.find((look) => isFit(look) && !used.has(look.index) && isIdLike(look)) ?? null;
}

/**
 * Where no header was known as an id: a column of keys whose name ends in a number or an id, without repetitions but of
 * rows that stand there twice.
 */
function namedKey({ identity, looks }: KeyQuestion): ColumnLook | null {
  const used = usedColumns(identity);
  const found = looks.filter(
    (look) =>
      !used.has(look.index) &&
      !look.name.includes('.') &&
      isNamedKey(look) &&
      look.filled === look.cells.length &&
      look.filled >= 3 &&
      (hasLostDigits(look) || ((isUnique(look) || repeatsWhole(look, looks)) && isKeyShaped(look))),
  );
  return found.length === 1 ? found[0] : null;
}

const idNouns = ['number', 'nummer', 'numero', 'ticket'];

/** `ticke_tid`: a word for a ticket and one for its id, however they are parted. */
const isParted = (words: string): boolean =>
  /^(?:ticket|case|request|incident|issue|vorgangs?|meldings?|richiesta|demande|chamado)(?:id|no|nr|number|nummer|key)$/.test(
    words.replaceAll(' ', ''),
  );

/** `Numérode ticket`, `numerodu dossier`: the number of a ticket with a blank too few, or in another place. */
const numberOfTicket: ReadonlySet<string> = new Set(
  ['number', 'nummer', 'numero', 'id', 'no', 'nr'].flatMap((number) =>
    ['of', 'de', 'du', 'do', 'del', 'della', 'di', 'van'].flatMap((article) =>
      ['ticket', 'demande', 'dossier', 'caso', 'chamado', 'richiesta', 'incidencia', 'solicitud', 'case'].map(
        (noun) => `${number}${article}${noun}`,
      ),
    ),
  ),
);

/** `Case umber`, `Vorgangsnummre`: a word for a number but for a letter, at the end. */
const isMistypedId = ({ header: { words } }: ColumnLook): boolean => {
  if (isParted(words)) return true;
  const last = words.slice(words.lastIndexOf(' ') + 1);
  const isMistyped = (noun: string): boolean =>
    differInOne(last, noun) || differInOne(last.slice(-noun.length), noun);
  return idNouns.some(isMistyped) || numberOfTicket.has(words.replaceAll(' ', ''));
};

const isNamedKey = (look: ColumnLook): boolean =>
  /(?:nummer|numero|number|\bnr|\bno|\bid|\bkey)$/.test(look.header.words) || isMistypedId(look);

/** True where rows with the same key say the same in every column: copies of one row, not two tickets of something. */
function repeatsWhole(look: ColumnLook, looks: readonly ColumnLook[]): boolean {
  if (look.distinct * 2 < look.filled) return false;
  const groups = groupsOf(look);
  return looks.every((other) => agree(groups, other) || agreeInMeaning(groups, other));
}

/** True where the rows of each group are in one state, whatever language says it: `Gesloten` and `Closed`. */
function agreeInMeaning(groups: readonly (readonly number[])[], { cells, statusShare }: ColumnLook): boolean {
  if (statusShare <= 0.5) return false;
  const meant = (row: number): string => statusOf(cells[row]) ?? cells[row];
  return groups.every((rows) => rows.every((row) => meant(row) === meant(rows[0])));
}

const usedColumns = ({ choices }: Identity): Set<number> =>
  new Set([...choices.values()].map(({ look }) => look.index));

const keyShape = /^[#\p{L}\p{N}][\p{L}\p{N}\p{M}_.#/-]{0,39}$/u;

/** The address at which a helpdesk shows a ticket, which ends with its id. */
const ticketAddress = /^https?:\/\/[^\s/]+\/[^\s?#]{0,100}\d[\w-]*\/?$/u;

/** Short, without blanks, and no stamp: what a key looks like. */
const isKeyShaped = (look: ColumnLook): boolean =>
  !isInstant(look) &&
  look.emailShare < 0.1 &&
  look.cells.every(
    (cell) => isMissing(cell) || keyShape.test(cell.trim()) || ticketAddress.test(cell.trim()),
  );

const isIdLike = (look: ColumnLook): boolean =>
  idHeader.test(look.header.words) ||
  isParted(look.header.words) ||
  /\b(?:no|nr|number|num|numero|nummer|ref|reference|case|caso|dossier|vorgang|incident|chamado|protocolo|folio)\b/.test(
    look.header.words,
  );

const ends: readonly FieldId[] = ['solved_at', 'closed_at', 'first_solved_at'];

/**
 * A column whose values come back and decide in every row when the ticket began and ended: rows are then follow-ups,
 * tags, agents of one ticket. Of several the one that parts tickets most finely, then the one that is named like an id.
 * Beside an id without repetitions only a column that is named like an id is believed.
 */
function keyOfTickets({ identity, looks }: KeyQuestion, chosen: ColumnLook | null): ColumnLook | null {
  const [created, ...ended] = stampsOf(identity);
  const people = identity.choices.get('requester')?.look;
  const found = looks.flatMap((look) => {
    if (look.filled < look.distinct * COMES_BACK || !mayBeKey({ identity, look }, chosen)) return [];
    const groups = groupsOf(look);
    if (groups.length < 2 || !mostlyAgree(groups, created)) return [];
    // Of snapshots the earlier ones have no end yet: under a name of an id they need not all tell of it.
    const isNamed = isIdLike(look) || isNamedKey(look);
    const told = (end: ColumnLook): number[][] => (isNamed ? filledIn(groups, end) : groups);
    if (!ended.every((end) => mostlyAgree(told(end), end))) return [];
    if (chosen && people && !mostlyAgree(groups, people)) return [];
    return [look];
  });
  const rank = (look: ColumnLook): number => look.distinct + (isIdLike(look) ? 0.5 : 0);
  return found.sort((a, b) => rank(b) - rank(a) || a.index - b.index)[0] ?? null;
}

const stampsOf = ({ choices }: Identity): ColumnLook[] =>
  ['created_at' as FieldId, ...ends].flatMap((field) => choices.get(field)?.look ?? []);

interface KeyCandidate {
  readonly identity: Identity;
  readonly look: ColumnLook;
}

/** True for a column that could tell tickets apart by its header and its cells, whether or not they come back. */
function mayBeKey({ identity, look }: KeyCandidate, chosen: ColumnLook | null): boolean {
  if (look === chosen || look.filled === 0 || look.filled < look.cells.length) return false;
  if (chosen && (!isIdLike(look) || stampsOf(identity).length < 2)) return false;
  if (usedColumns(identity).has(look.index) || !isKeyShaped(look)) return false;
  return chosen !== null || (look.flagShare < 1 && look.statusShare <= 0.5);
}

/**
 * True for a column that hardly comes back in a sample and would tell tickets apart if it did in the whole table.
 */
export function isSparseKey({ identity, look }: KeyCandidate): boolean {
  const { choices } = identity;
  const chosen = choices.get('id')?.look ?? null;
  if (!choices.has('created_at') || (chosen && !isUnique(chosen))) return false;
  return look.filled < look.distinct * COMES_BACK && mayBeKey({ identity, look }, chosen);
}

/** Ids that repeat this often are numbered anew for each value of another column, whatever that is called. */
const MANY_REPEATED = 10;

/** Hours worked, a price, a duration: an amount parts no tickets. */
const isMeasurement = (look: ColumnLook): boolean =>
  (look.numberShare > 0.9 && look.integerShare < 1) || (look.durationShare > 0.9 && look.numberShare < 0.9);

/** The column with which ids that repeat are unique, or decide when the ticket began. */
function scopeOf({ identity, looks }: KeyQuestion, id: ColumnLook): ColumnLook | null {
  const created = identity.choices.get('created_at')?.look as ColumnLook;
  const used = usedColumns(identity);
  const group = identity.choices.get('group')?.look.index;
  const organization = identity.choices.get('organization')?.look.index;
  const repeated = groupsOf(id).length;
  const found = looks.filter((look) => {
    if (look === id || isInstant(look) || isMeasurement(look) || look.length > 80 || look.distinct < 2)
      return false;
    if (look.filled < look.cells.length * 0.95 || look.distinct > Math.max(2, look.filled / 2)) return false;
    const isNamed = namesScope(look);
    const isFree = !used.has(look.index) || look.index === group || look.index === organization;
    if (!isNamed && (repeated < MANY_REPEATED || !isFree || look.flagShare === 1)) return false;
    return agreeWhereFilled(groupsOf(id, look), created);
  });
  const rank = (look: ColumnLook): number => (namesScope(look) ? 0 : 1e6) + look.distinct;
  return found.sort((a, b) => rank(a) - rank(b) || a.index - b.index)[0] ?? null;
}

/**
 * True where ids come back with other starts and the same end, in at least two tickets and most of those that repeat:
 * rows are pieces of work or snapshots of one ticket.
 */
function isWorkLog({ identity, looks }: KeyQuestion, groups: readonly (readonly number[])[]): boolean {
  const created = identity.choices.get('created_at')?.look as ColumnLook;
  const differing = groups.filter((rows) => !agree([rows], created));
  if (differing.length < 2 || differing.length * 2 < groups.length) return false;
  const own = looks.filter((look) => look !== created && isInstant(look) && look.distinct > 1);
  return own.some((look) => agree(groups, look) && look.distinct * 1.5 > groups.length);
}
