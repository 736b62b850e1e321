/**
 * The canonical fields of every kind of table: the one vocabulary between input and analysis. Ids are what users
 * type after `--map` and read in JSON; a field's type fixes how its cells are decoded and stored.
 */

/**
 * - `id`: an identifier, compared byte by byte, dictionary-coded.
 * - `instant`: a point in time, epoch milliseconds.
 * - `duration`: milliseconds.
 * - `count`: a whole number.
 * - `category`: one of few values, dictionary-coded.
 * - `person`: a customer or an agent, dictionary-coded, masked wherever output is meant to be forwarded.
 * - `text`: free text, kept only where somebody asked for it.
 * - `list`: several values in one cell (tags), dictionary-coded.
 * - `score`: a rating on its own scale.
 * - `flag`: true or false, stored as 1 and 0.
 */
export type FieldType =
  | 'id'
  | 'instant'
  | 'duration'
  | 'count'
  | 'category'
  | 'person'
  | 'text'
  | 'list'
  | 'score'
  | 'flag';

/** What the helpdesk itself measured, per metric, on the calendar clock and on its business clock. */
const reported = {
  reported_first_response_time_seconds: 'duration',
  reported_first_response_time_business_seconds: 'duration',
  reported_first_resolution_time_seconds: 'duration',
  reported_first_resolution_time_business_seconds: 'duration',
  reported_resolution_time_seconds: 'duration',
  reported_resolution_time_business_seconds: 'duration',
  reported_on_hold_time_seconds: 'duration',
  reported_on_hold_time_business_seconds: 'duration',
  reported_requester_wait_time_seconds: 'duration',
  reported_requester_wait_time_business_seconds: 'duration',
  reported_agent_wait_time_seconds: 'duration',
  reported_agent_wait_time_business_seconds: 'duration',
} as const;

export const fieldsOf = {
  tickets: {
    id: 'id',
    created_at: 'instant',
    subject: 'text',
    description: 'text',
    first_response_at: 'instant',
    first_solved_at: 'instant',
    solved_at: 'instant',
    closed_at: 'instant',
    updated_at: 'instant',
    due_at: 'instant',
    status: 'category',
    priority: 'category',
    channel: 'category',
    type: 'category',
    tags: 'list',
    language: 'category',
    requester: 'person',
    organization: 'category',
    assignee: 'person',
    group: 'category',
    csat: 'score',
    csat_comment: 'text',
    replies: 'count',
    reopens: 'count',
    reassignments: 'count',
    sla_recorded: 'flag',
    /** True where an agent, not the customer, opened the ticket (outbound): such a ticket has no first response. */
    opened_by_agent: 'flag',
    /** Merged, spam or deleted, where another column than the status says so: such a ticket leaves every figure. */
    removed_as: 'category',
    ...reported,
  },
  surveys: {
    id: 'id',
    ticket_id: 'id',
    customer: 'person',
    score: 'score',
    scale: 'category',
    /** What kind of question a row answers (nps, rating), beside the question itself. */
    asks: 'category',
    comment: 'text',
    answered_at: 'instant',
    sent_at: 'instant',
    agent: 'person',
    channel: 'category',
  },
  messages: {
    id: 'id',
    ticket_id: 'id',
    reply_to: 'id',
    sent_at: 'instant',
    author: 'person',
    author_role: 'category',
    public: 'flag',
    /** What a row that is no message did to its conversation: closed it, opened it again, put it off. */
    status: 'category',
    channel: 'category',
    text: 'text',
  },
  events: {
    id: 'id',
    ticket_id: 'id',
    at: 'instant',
    status: 'category',
    new_value: 'category',
    field: 'category',
    old_value: 'category',
    actor: 'person',
    group: 'category',
    priority: 'category',
    channel: 'category',
    subject: 'text',
    /** Of a log that holds what was written beside what was changed: who wrote a message, whether customers see it, its words. */
    author: 'person',
    public: 'flag',
    text: 'text',
  },
  /** `standing` is left or stays, where a state or a flag of the list says it. */
  customers: { customer: 'person', started_at: 'instant', ended_at: 'instant', standing: 'category' },
  activity: { customer: 'person', at: 'instant', kind: 'category' },
  /** `role` is customer, agent, bot or system, where a list of users says it. */
  reference: { id: 'id', name: 'person', email: 'person', role: 'category' },
} as const satisfies Record<string, Record<string, FieldType>>;

/** What one row of a table is. `reference` names users and groups; `none` holds nothing we measure. */
export type TableKind = keyof typeof fieldsOf | 'none';
export type DataKind = Exclude<TableKind, 'none'>;

export type FieldOf<K extends DataKind> = Extract<keyof (typeof fieldsOf)[K], string>;
export type TicketField = FieldOf<'tickets'>;
export type FieldId = { [K in DataKind]: FieldOf<K> }[DataKind];

/** The fields without which a table of this kind cannot be used: each inner list is satisfied by any of its fields. */
export const neededFields: { readonly [K in DataKind]: readonly (readonly FieldOf<K>[])[] } = {
  tickets: [['created_at']],
  surveys: [['score']],
  messages: [['sent_at'], ['ticket_id', 'reply_to']],
  events: [['ticket_id'], ['at'], ['status', 'new_value']],
  customers: [['customer'], ['started_at']],
  activity: [['customer'], ['at']],
  reference: [['id'], ['name']],
};

/** Statuses of DEFINITIONS section 2; the first four are open. */
export const statuses = [
  'new',
  'open',
  'pending',
  'on_hold',
  'solved',
  'closed',
  'merged',
  'spam',
  'deleted',
] as const;
export type Status = (typeof statuses)[number];
export const openStatuses: readonly Status[] = ['new', 'open', 'pending', 'on_hold'];
/** Tickets in these states leave every figure, counted by reason. */
export const removedStatuses: readonly Status[] = ['merged', 'spam', 'deleted'];

/** What a value of an event log can stand for: a status, or something that happened. */
export const eventMeanings = [
  ...statuses,
  'first_response',
  'reopened',
  'created',
  'assigned',
  'ignored',
] as const;
export type EventMeaning = (typeof eventMeanings)[number];

const meanings: ReadonlySet<string> = new Set(eventMeanings);

/** True where a value of an event log names what happened, as it is folded: `first response`. */
export const isEventMeaning = (folded: string): boolean => meanings.has(folded.replaceAll(' ', '_'));

/** `other` is somebody who neither asked nor answers for the desk: a passer-by, another customer. */
export const authorRoles = ['customer', 'agent', 'bot', 'system', 'other'] as const;
export type AuthorRole = (typeof authorRoles)[number];

/** How it was found out who wrote a message, the surest first. */
export const roleRules = [
  'declared',
  'requester',
  'bot_name',
  'assignee',
  'listed',
  'domain',
  'on_time',
  'several',
  'asks_elsewhere',
  'first',
  'not_requester',
] as const;
export type RoleRule = (typeof roleRules)[number];

export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
/** Days as the dimension `weekday` names them, in the order of ISO 8601. */
export const weekdayNames = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
export const channels = ['email', 'phone', 'chat', 'web', 'social', 'messaging', 'api', 'in_person'] as const;
