import type { FieldId } from '../../model/fields.ts';
import { COMES_BACK } from '../../model/mapping.ts';
import { foldValue, isMissing } from '../../model/raw-value.ts';
import type { Assigned } from './assignment.ts';
import { callLogOf } from './call-log.ts';
import { type ColumnLook, isInstant, isUnique } from './column-look.ts';
import { isPlumbing } from './field-match.ts';
import { seen, unseen } from './flag-words.ts';
import { lookUp, roleVocabulary } from './vocabularies.ts';

/**
 * Messages whose headers say little (`conv,when,who,side,text`, or words of a language nobody listed): in which column the
 * customer and the desk take turns is told by the cells, and so is the conversation. Its id stands beside both sides, while
 * the name of who wrote stands beside one.
 */

/** How sure a field is that is told by cells alone: enough for messages, and said to be a guess. */
const BY_CELLS = 0.72;
/** A header from which on it names the conversation for certain. */
const SURELY_NAMED = 0.7;
/** Share of the cells that must be of the words asked for. */
const NEARLY_ALL = 0.9;
/** The same of words for who wrote, beside which one may be nobody's: `Robô`. */
const MOST_ROLES = 0.6;
/** Different words for who wrote. */
const FEW = 8;
/** Share of the values with several rows that must stand beside both sides. */
const MOSTLY = 0.6;
/** Rows of a conversation beyond which a column rather sorts rows than names what they belong to. */
const LONGEST = 40;
/** Characters of a text. */
const TEXT = 15;

/** Who somebody is or how to reach them: what is written with one person need not be one conversation. */
const personHeader =
  /\b(?:customers?|clients?|contacts?|people|person|phones?|mobile|msisdn|whats ?app|e ?mail|names?|users?|visitors?|members?|recipients?|to|from|sender|author|kunde|kunden|kontakt|telefon|rufnummer|handy|absender|clients?|telephone|portable|correo|cliente|contacto|telefono|movil|contato|telefone|celular|cellulare|contatto|klant|telefoon|numer telefonu|musteri|telefon)\b|ग्राहक|संपर्क|फ़ोन|फोन|मोबाइल|গ্রাহক|ফোন|মোবাইল|যোগাযোগ|客户|手机|电话|顧客|電話/u;
const phone = /^\+?\d[\d ().-]{7,}$/;

type Chosen = Map<FieldId, Assigned>;

/** What a table of turns without a conversation is to be told by. */
export interface UnboundTurns {
  /** The column of whom the desk writes with, where there is one. */
  readonly contact: ColumnLook | null;
}

/**
 * Fills what the headers of a table of messages left open by what its cells say. Returns what is known of turns that no
 * column binds to conversations; null for messages that are bound, and for tables of anything else.
 */
export function messagesByCells(
  looks: readonly ColumnLook[],
  chosen: Chosen,
  tickets: ReadonlyMap<FieldId, Assigned>,
): UnboundTurns | null {
  const free = looks.filter((look) => look.filled > 0 && !isPlumbing(look.name));
  takeSubjectsOfMail(free, chosen, tickets);
  const turns = turnsIn(free, chosen);
  if (!turns || isOfTickets(tickets, turns) || callLogOf(looks) !== null) return null;
  const { role, text, at } = turns;
  const known = new Set([text, at, ...(role ? [role] : [])]);
  const isNamed = (chosen.get('ticket_id')?.score ?? 0) >= SURELY_NAMED || chosen.has('reply_to');
  const keys = role && !isNamed ? keysOf(free, { role, known }) : [];
  const key = keys.find((look) => !isPerson(look)) ?? (isNamed || role ? null : numbersIn(free, known));
  const id = tickets.get('id');
  const isNumbered = id !== undefined && id.score >= 0.75 && isUnique(id.look);
  if (!isNamed && key === null && isNumbered) return null;
  if (role !== null || key !== null)
    fillByCells(chosen, { ticket_id: key, ...(role ? { author_role: role } : {}), text, sent_at: at });
  return isNamed || key !== null ? null : { contact: keys[0] ?? null };
}

/** Puts columns that are told by cells into fields for which no header was found, and out of fields that hardly fit. */
function fillByCells(chosen: Chosen, found: Partial<Record<FieldId, ColumnLook | null>>): void {
  const looks = new Set(Object.values(found));
  // "Who" may be a name as well as a side; beside a column of sides it is the name.
  const who = chosen.get('author_role');
  if (who && found.author_role && who.look !== found.author_role) {
    chosen.delete('author_role');
    if (!chosen.has('author')) chosen.set('author', { ...who, field: 'author', runnerUp: null });
  }
  for (const [field, { look, score }] of [...chosen])
    if (score < BY_CELLS && looks.has(look)) chosen.delete(field);
  for (const [field, look] of Object.entries(found) as [FieldId, ColumnLook | null][])
    if (look && !chosen.has(field)) chosen.set(field, { field, look, score: BY_CELLS, runnerUp: null });
}

const recipient =
  /^(?:to|to address|to email|recipients?|an|empfanger|a|para|destinataires?|destinatarios?|destinatari[oa]?|aan|ontvanger)$/;

/** Mail of which the export left out the text: who wrote to whom in a conversation that comes back. */
function takeSubjectsOfMail(
  looks: readonly ColumnLook[],
  chosen: Chosen,
  tickets: ReadonlyMap<FieldId, Assigned>,
): void {
  const [ticket, author, subject] = [chosen.get('ticket_id'), chosen.get('author'), tickets.get('subject')];
  if (chosen.has('text') || !chosen.has('sent_at') || !subject || !author || !ticket) return;
  if (ticket.score < SURELY_NAMED || !comesBack(ticket.look) || author.look.emailShare <= 0.5) return;
  if (looks.some(({ header, emailShare }) => recipient.test(header.words) && emailShare > 0.5))
    chosen.set('text', { ...subject, field: 'text', score: BY_CELLS, runnerUp: null });
}

const comesBack = ({ filled, distinct }: ColumnLook): boolean => filled >= distinct * COMES_BACK;

const numbered = /(?:^|[ _])(?:id|no|nr|num|number|key|ref|code|#)$|(?:nr|nummer|id|numero|号|番号|编号)$/u;

/** The column that numbers what several rows belong to, where no words say who wrote. */
function numbersIn(looks: readonly ColumnLook[], known: ReadonlySet<ColumnLook>): ColumnLook | null {
  const found = looks.filter(
    (look) =>
      !known.has(look) &&
      !isInstant(look) &&
      !isPerson(look) &&
      numbered.test(look.header.words) &&
      look.distinct > 1 &&
      comesBack(look) &&
      look.cells.every((cell) => isMissing(cell) || /\p{Nd}/u.test(cell)),
  );
  return found.length === 1 ? found[0] : null;
}

/** The column that says who sees each message, told by its words where its header is not known. */
export function visibilityByCells(looks: readonly ColumnLook[], chosen: Chosen): void {
  if (
    chosen.has('public') ||
    !['ticket_id', 'sent_at', 'text'].every((field) => chosen.has(field as FieldId))
  )
    return;
  const taken = new Set([...chosen.values()].map(({ look }) => look));
  const look = looks.find((one) => !taken.has(one) && one.filled > 0 && isVisibility(one));
  if (look) chosen.set('public', { field: 'public', look, score: BY_CELLS, runnerUp: null });
}

interface Turns {
  /** Null where only names tell who wrote. */
  readonly role: ColumnLook | null;
  readonly text: ColumnLook;
  readonly at: ColumnLook;
}

/** The columns of turns of talk: who wrote by side or by name, what, and when. */
function turnsIn(looks: readonly ColumnLook[], chosen: Chosen): Turns | null {
  const named = chosen.get('author_role')?.look;
  // How people stand to a project, in words of its own, is told by no other column.
  if (named && named.roleShare >= NEARLY_ALL && !isTwoSided(named)) return null;
  const role = named && isTwoSided(named) ? named : (looks.find(isTwoSided) ?? null);
  const text = textOf(looks, chosen, role);
  const stamps = looks.filter((look) => isInstant(look) && look.filled >= look.cells.length * NEARLY_ALL);
  const at = chosen.get('sent_at')?.look ?? (stamps.length === 1 ? stamps[0] : undefined);
  if (!text || !at || text === at) return null;
  if (role === null && !isChatOfFew(chosen.get('author'))) return null;
  return { role, text, at };
}

function textOf(
  looks: readonly ColumnLook[],
  chosen: Chosen,
  role: ColumnLook | null,
): ColumnLook | undefined {
  const named = chosen.get('text');
  if (named && named.score >= 0.6 && named.look.length >= TEXT / 2) return named.look;
  return looks
    .filter(
      (look) =>
        look !== role &&
        look.length >= TEXT &&
        look.distinct > look.filled / 2 &&
        !isInstant(look) &&
        look.numberShare < 0.5,
    )
    .sort((a, b) => b.length - a.length)[0];
}

/** Whether a column says by its words that customers and the desk write in turns. */
function isTwoSided(look: ColumnLook): boolean {
  if (look.distinct < 2 || look.distinct > FEW || look.roleShare < MOST_ROLES) return false;
  const roles = new Set(look.cells.map((cell) => lookUp(roleVocabulary, cell)));
  return roles.has('customer') && (roles.has('agent') || roles.has('bot'));
}

/** Two or a few people whose names come back and back: one chat, of which nothing names more than who wrote. */
function isChatOfFew(author: Assigned | undefined): boolean {
  if (!author || author.score < 0.75) return false;
  const { distinct, filled } = author.look;
  return distinct >= 2 && distinct <= FEW && filled >= 3 * distinct;
}

const ownFields: readonly FieldId[] = [
  'status',
  'priority',
  'subject',
  'assignee',
  'group',
  'solved_at',
  'closed_at',
  'first_response_at',
  'due_at',
  'csat',
  'replies',
  'reopens',
  'reported_first_response_time_seconds',
  'reported_resolution_time_seconds',
];

/** Whether a table has what only tickets have, in columns other than those of the turns. */
function isOfTickets(tickets: ReadonlyMap<FieldId, Assigned>, { role, text, at }: Turns): boolean {
  return ownFields.some((field) => {
    const found = tickets.get(field);
    return found !== undefined && found.score >= 0.6 && ![role, text, at].includes(found.look);
  });
}

/** The columns whose values stand beside both sides, the one of the most conversations first. */
function keysOf(
  looks: readonly ColumnLook[],
  { role, known }: { readonly role: ColumnLook; readonly known: ReadonlySet<ColumnLook> },
): ColumnLook[] {
  const isDesk = role.cells.map((cell) =>
    isMissing(cell) ? null : lookUp(roleVocabulary, cell) !== 'customer',
  );
  return looks
    .filter((look) => !known.has(look) && !isInstant(look) && look.length <= 60 && joinsSides(look, isDesk))
    .sort((a, b) => b.distinct - a.distinct || a.index - b.index);
}

function joinsSides(look: ColumnLook, isDesk: readonly (boolean | null)[]): boolean {
  if (look.distinct < 2 || look.distinct === look.filled || look.filled > look.distinct * LONGEST)
    return false;
  const sides = new Map<string, { rows: number; desk: number; customer: number }>();
  let withDigits = 0;
  for (const [row, cell] of look.cells.entries()) {
    if (isMissing(cell)) continue;
    if (/\p{Nd}/u.test(cell)) withDigits++;
    const key = cell.trim();
    const found = sides.get(key) ?? { rows: 0, desk: 0, customer: 0 };
    found.rows++;
    if (isDesk[row] === true) found.desk++;
    if (isDesk[row] === false) found.customer++;
    sides.set(key, found);
  }
  // Words sort rows (channels, languages); what numbers them has digits, and so has an address or a number of somebody.
  if (withDigits < look.filled * NEARLY_ALL && !isPerson(look)) return false;
  const several = [...sides.values()].filter(({ rows }) => rows > 1);
  const both = several.filter(({ desk, customer }) => desk > 0 && customer > 0);
  return several.length > 0 && both.length >= several.length * MOSTLY;
}

function isPerson(look: ColumnLook): boolean {
  if (personHeader.test(look.header.words) || look.emailShare > 0.5) return true;
  const present = look.cells.filter((cell) => !isMissing(cell)).map((cell) => cell.trim());
  return present.every((cell) => phone.test(cell)) && present.some((cell) => cell.startsWith('+'));
}

/** Whether a column says of each message whether customers see it, whatever it is called. */
function isVisibility(look: ColumnLook): boolean {
  if (look.distinct > 4) return false;
  const words = look.cells.filter((cell) => !isMissing(cell)).map(foldValue);
  return words.some((word) => unseen.has(word)) && words.every((word) => unseen.has(word) || seen.has(word));
}
