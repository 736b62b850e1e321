import type { DataKind, FieldId } from '../../model/fields.ts';
import { stampsByValues } from './by-values.ts';
import { type ColumnLook, isInstant, isUnique } from './column-look.ts';
import { assign, type Candidate, candidatesFor, LEAST } from './field-match.ts';
import { foldHeader } from './header.ts';
import { hasRatingQuestion } from './question-score.ts';

/** A kind with the columns that would feed it. */
interface KindGuess {
  readonly kind: DataKind | 'none';
  readonly confidence: number;
  readonly chosen: ReadonlyMap<FieldId, Candidate>;
  readonly candidates: readonly Candidate[];
}

/** How much each field speaks for a table of tickets. */
const ticketWeights: Partial<Record<FieldId, number>> = {
  status: 1.5,
  priority: 1.5,
  solved_at: 2,
  closed_at: 2,
  first_response_at: 2,
  first_solved_at: 1,
  due_at: 0.5,
  subject: 1,
  description: 0.5,
  assignee: 1,
  requester: 0.7,
  group: 0.5,
  channel: 0.7,
  type: 0.3,
  csat: 0.7,
  tags: 0.3,
  replies: 1,
  reopens: 1.5,
  sla_recorded: 1,
  reported_first_response_time_seconds: 2,
  reported_resolution_time_seconds: 2,
  reported_first_response_time_business_seconds: 2,
  reported_resolution_time_business_seconds: 2,
};

const ticketNoun =
  /\b(?:tickets?|cases?|incidents?|issues?|complaints?|conversations?|requests?|service requests?|enquir(?:y|ies)|inquir(?:y|ies)|vorgang|anfragen?|demandes?|chamados?|solicitud(?:es)?|incidencias?|solicitac(?:ao|oes)|casos?)\b|टिकट|शिकायत|টিকেট|টিকিট|অভিযোগ/u;
const customerNoun =
  /\b(?:customers?|clients?|accounts?|subscribers?|subscriptions?|members?|kunden|clientes)\b|ग्राहक|গ্রাহক/u;
const activityNoun =
  /\b(?:orders?|logins?|sessions?|purchases?|payments?|invoices?|renewals?|transactions?|activit(?:y|ies)|visits?|usage|bestellungen|commandes|pedidos|compras)\b/u;
const surveyNoun =
  /\b(?:surveys?|csat|nps|ces|feedback|satisfaction|ratings?|responses|umfragen?|encuestas?|pesquisas?|enquetes?)\b/u;
/** Things a helpdesk or CRM also exports, which have stamps and states yet are nobody's question. */
const otherNoun =
  /\b(?:deals?|opportunit(?:y|ies)|campaigns?|articles?|macros?|sprints?|boards?|leads?|products?|price|quotes?|audit log|automations?|triggers?|views?|schedules?|brands?|forms?|webhooks?|posts?|votes?|topics?|segments?|compan(?:y|ies)|contacts?|marketing|email event|collections?|help centers?|pipelines?|sla|roles?|permissions?|memberships?|attributes?|fields?|dynamic content|skips?|distributions?|mailing list|cmdb|change (?:requests?|tasks?)|problems?|holidays?|engagements?|propert(?:y|ies)|options?|calls?|call legs?|attachments?|metric events?|tags?|links?|versions?|projects?|users?|groups?|organizations?|surveys?|blocks?|questions?|definitions?|definition|queues?|addresses|greetings?|phone numbers?|activities|deleted)\b/;

/** Of these not even the names are of use. */
const uselessNoun =
  /\b(?:articles?|automations?|macros?|posts?|schedules?|sla|holidays?|audit log|campaigns?|sprints?|versions?|collections?|help centers?|surveys?|topics?|views?|triggers?|distributions?|cmdb|memberships?|attributes?|definitions?|choice|side conversations?|segments?|contact lists?|mailing lists?|user groups?|participants?|marketing)\b/;

/** Decides what one row of the table is, as a person would: by what its columns are and whether ids repeat. */
export function guessKind(table: {
  /** The name of the table whose records these rows are part of, for a nested array. */
  readonly parent: string | null;
  readonly looks: readonly ColumnLook[];
  readonly name: string;
  readonly isStream: boolean;
}): KindGuess {
  const { looks } = table;
  const name = foldHeader(table.name);
  const candidates = new Map<DataKind, readonly Candidate[]>();
  const chosen = new Map<DataKind, ReadonlyMap<FieldId, Candidate>>();
  for (const kind of [
    'tickets',
    'messages',
    'events',
    'surveys',
    'customers',
    'activity',
    'reference',
  ] as const) {
    candidates.set(kind, candidatesFor(kind, looks));
    const best = assign(candidates.get(kind)!, LEAST);
    if (kind === 'tickets') stampsByValues(looks, best);
    chosen.set(kind, best);
  }
  const of = (kind: DataKind, confidence: number): KindGuess => ({
    kind,
    confidence,
    chosen: chosen.get(kind)!,
    candidates: candidates.get(kind)!,
  });
  const none: KindGuess = { kind: 'none', confidence: 0.6, chosen: new Map(), candidates: [] };

  const ticketPoints = pointsForTickets(chosen.get('tickets')!, name);
  // A stream's name is the tool's own word for it; a file's may be anybody's.
  const isOther =
    (otherNoun.test(name.replace(ticketNoun, '')) || uselessNoun.test(name)) &&
    (table.isStream || ticketPoints < 5);
  if (table.parent !== null && otherNoun.test(foldHeader(table.parent))) return none;
  if (!(isOther && table.isStream) && isMessages(chosen.get('messages')!, chosen.get('tickets')!))
    return of('messages', 0.8);
  if (!isOther && isDialogue(chosen.get('messages')!, table.isStream)) return of('messages', 0.8);
  if (
    !(isOther && table.isStream && !/\bhistory\b/.test(name)) &&
    isEvents(chosen.get('events')!, chosen.get('tickets')!)
  )
    return of('events', 0.8);
  // Parts of a record are its messages or its changes; anything else in it is detail.
  if (table.parent !== null) return none;
  const survey =
    ticketPoints < 3 && isQuestionnaire(looks, chosen.get('surveys')!)
      ? 0.75
      : surveyConfidence(chosen.get('surveys')!, chosen.get('tickets')!, name);
  if (survey > 0) return of('surveys', survey);
  if (ticketPoints >= (chosen.get('tickets')!.has('created_at') ? 3 : 3.5) && !isOther) {
    return of('tickets', Math.min(0.95, 0.6 + ticketPoints * 0.04));
  }
  const customers = chosen.get('customers')!;
  const started = customers.get('started_at')?.score ?? 0;
  const isNamedCustomers = customerNoun.test(name) && !isOther;
  const who = customers.get('customer')?.score ?? 0;
  if ((who >= 0.75 && started >= 0.75 && !isOther) || (who > 0 && started > 0 && isNamedCustomers)) {
    return of('customers', started >= 0.75 ? 0.8 : 0.6);
  }
  const activity = chosen.get('activity')!;
  const at = activity.get('at')?.score ?? 0;
  if (!isOther && activity.has('customer') && (at >= 0.75 || (at >= 0.45 && activityNoun.test(name))))
    return of('activity', 0.7);
  if (uselessNoun.test(name)) return none;
  const reference = chosen.get('reference')!;
  const id = reference.get('id');
  if (id && reference.has('name') && id.look.distinct >= id.look.filled * 0.5 && id.score >= 0.5)
    return of('reference', 0.7);
  if (id && reference.has('email') && !reference.has('name') && isUnique(id.look))
    return of('reference', 0.6);
  const tickets = chosen.get('tickets')!;
  const isPlainList =
    (tickets.get('created_at')?.score ?? 0) >= 0.9 && (tickets.get('subject') ?? tickets.get('description'));
  if (ticketPoints >= 1 && isPlainList && !isOther && !id) return of('tickets', 0.5);
  if (!table.isStream && !isOther && isBareTicketList(tickets)) return of('tickets', 0.5);
  return textOnly(tickets) && looks.length <= 12 && !isOther ? of('tickets', 0.4) : none;
}

/** Ids, creation dates and statuses that tickets have, and nothing that says it is something else. */
function isBareTicketList(chosen: ReadonlyMap<FieldId, Candidate>): boolean {
  const status = chosen.get('status');
  return (
    (chosen.get('created_at')?.score ?? 0) >= 0.9 &&
    (chosen.get('id')?.score ?? 0) >= 0.5 &&
    (status?.score ?? 0) >= 0.9 &&
    (status?.look.exactStatusShare ?? 0) >= 0.8
  );
}

function pointsForTickets(chosen: ReadonlyMap<FieldId, Candidate>, name: string): number {
  const created = chosen.get('created_at');
  let points = 0;
  for (const [field, candidate] of chosen) {
    points += (ticketWeights[field] ?? 0) * Math.min(1, candidate.score + 0.1);
  }
  const id = chosen.get('id');
  if (id && ticketNoun.test(foldHeader(id.look.name))) points += 2;
  if (ticketNoun.test(name)) points += 2;
  return created ? points : points * 0.6;
}

const rowsPerValue = (look: ColumnLook): number => (look.distinct === 0 ? 0 : look.filled / look.distinct);

const repeats = (look: ColumnLook): boolean => rowsPerValue(look) >= 1.18;

/** Rows a ticket from which on repetition is the rule, not a list with duplicates in it. */
const OFTEN = 1.5;

/** Rows a ticket that two exports of one desk, put one after the other, do not reach, but snapshots of changes do. */
const SNAPSHOTS = 2.25;

/** The same where a row says how its ticket ended, which a log need not say. */
const ENDED_SNAPSHOTS = 3;

/** Rows below which a few duplicates make a large share. */
const A_FEW_ROWS = 50;

/** One row is a message: it belongs to a ticket or answers another one, at a time, and has a text or an author's role. */
function isMessages(
  chosen: ReadonlyMap<FieldId, Candidate>,
  tickets: ReadonlyMap<FieldId, Candidate>,
): boolean {
  const ticket = chosen.get('ticket_id');
  const reply = chosen.get('reply_to');
  const text = chosen.get('text');
  const role = chosen.get('author_role') ?? chosen.get('public');
  if (!chosen.has('sent_at') || !(ticket || reply)) return false;
  if (reply && reply.score >= 0.7 && text) return true;
  if (!ticket || ticket.score < 0.7) return false;
  const isTickets =
    ['solved_at', 'closed_at', 'priority', 'first_response_at'].some((field) =>
      tickets.has(field as FieldId),
    ) || (tickets.get('status')?.look.exactStatusShare ?? 0) >= 0.5;
  if (text && (role || chosen.has('author')))
    return !isTickets || (rowsPerValue(ticket.look) >= OFTEN && !repeats(text.look));
  return Boolean(text && repeats(ticket.look) && text.look.length >= 15 && !isTickets);
}

/**
 * One row is a turn of a conversation that bears no dates: a text and the role of who said it, below a conversation
 * or beside its id.
 */
function isDialogue(chosen: ReadonlyMap<FieldId, Candidate>, isStream: boolean): boolean {
  const text = chosen.get('text');
  const role = chosen.get('author_role');
  const ticket = chosen.get('ticket_id');
  if (chosen.has('sent_at') || !text || !role || text.score < 0.6 || role.score < 0.75) return false;
  if (text.look.length < LEAST_SAID || role.look.roleShare < 0.9 || role.look.distinct < 2) return false;
  return isStream || (ticket !== undefined && ticket.score >= 0.7 && repeats(ticket.look));
}

/** Characters of a usual turn below which a column holds words about it rather than what was said. */
const LEAST_SAID = 15;

/** One row is a change: ticket ids repeat, with different times, and a status, activity or new value. */
function isEvents(
  chosen: ReadonlyMap<FieldId, Candidate>,
  tickets: ReadonlyMap<FieldId, Candidate>,
): boolean {
  const ticket = chosen.get('ticket_id');
  const at = chosen.get('at');
  const value = chosen.get('new_value') ?? chosen.get('status');
  if (!ticket || !at || !value || ticket.score < 0.55 || !isInstant(at.look)) return false;
  if (chosen.has('field') && chosen.has('new_value')) return true;
  return (
    repeats(ticket.look) &&
    rowsPerValue(ticket.look) >= rowsOfLog({ at, value, tickets }) &&
    at.look.distinct > ticket.look.distinct &&
    value.look.distinct <= Math.max(60, value.look.filled * 0.3)
  );
}

const activityHeader =
  /\b(?:activit(?:y|ies)|events?|actions?|transitions?|operations?|steps?|tasks?|concept)\b/;

/**
 * How many rows a ticket make a log of a table, the more the more it looks like a list of tickets in which some come
 * twice: the stamps of a whole ticket in one row, a creation date as the only time, or too few rows to tell.
 */
function rowsOfLog(table: {
  readonly at: Candidate;
  readonly value: Candidate;
  readonly tickets: ReadonlyMap<FieldId, Candidate>;
}): number {
  const { at, value, tickets } = table;
  const isOwnStamp = (field: FieldId): boolean => {
    const stamp = tickets.get(field);
    return stamp !== undefined && stamp.score >= 0.75 && stamp.look !== at.look && stamp.look.filled > 0;
  };
  if (laterStamps.some(isOwnStamp)) return ENDED_SNAPSHOTS;
  if (isOwnStamp('created_at')) return SNAPSHOTS;
  if (activityHeader.test(value.look.header.words)) return 0;
  const created = tickets.get('created_at');
  const isCreation = created?.look === at.look && created.score >= 0.9;
  return isCreation || at.look.filled < A_FEW_ROWS ? OFTEN : 0;
}

const laterStamps: readonly FieldId[] = ['first_response_at', 'solved_at', 'closed_at'];

/** Questions as column names, one of which asks for a rating, and who or when. */
function isQuestionnaire(looks: readonly ColumnLook[], chosen: ReadonlyMap<FieldId, Candidate>): boolean {
  const isBound = ['answered_at', 'ticket_id', 'customer'].some((field) => chosen.has(field as FieldId));
  return isBound && hasRatingQuestion(looks);
}

function surveyConfidence(
  chosen: ReadonlyMap<FieldId, Candidate>,
  tickets: ReadonlyMap<FieldId, Candidate>,
  name: string,
): number {
  const score = chosen.get('score');
  if (!score || score.score < 0.5 || score.look.filled === 0) return 0;
  const isNamed = surveyNoun.test(name);
  if (score.score < 0.75 && !isNamed) return 0;
  if (!['answered_at', 'ticket_id', 'customer'].some((field) => chosen.has(field as FieldId))) return 0;
  const ticketFields = [
    'status',
    'solved_at',
    'closed_at',
    'priority',
    'subject',
    'first_response_at',
    'assignee',
    'channel',
    'group',
  ];
  const strong = ticketFields.filter((field) => (tickets.get(field as FieldId)?.score ?? 0) >= 0.6).length;
  if (strong >= (isNamed ? 4 : 3)) return 0;
  if (
    ['status', 'solved_at', 'closed_at'].some(
      (field) => (tickets.get(field as FieldId)?.score ?? 0) >= 0.75,
    ) &&
    strong >= 2
  )
    return 0;
  return isNamed ? 0.85 : 0.75;
}

/** Nothing but text: enough for recurring issues, and only for them. */
function textOnly(chosen: ReadonlyMap<FieldId, Candidate>): boolean {
  const text = chosen.get('description') ?? chosen.get('subject');
  return (
    text !== undefined &&
    text.score >= 0.6 &&
    text.look.length >= 15 &&
    text.look.distinct > text.look.filled * 0.5
  );
}
