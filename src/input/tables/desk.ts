import type { Desk, Events, Messages, SourceNote, Spells } from '../../model/desk.ts';
import type { FieldOf } from '../../model/fields.ts';
import type { Problem } from '../../model/problem.ts';
import { asOfStandsAlone, newestStamp, stampsWithoutTickets } from './as-of.ts';
import { endsOf } from './customer-ends.ts';
import { type AskedCoverage, coverageOf } from './cut.ts';
import {
  asTable,
  clearNobody,
  datedTables,
  nameStacks,
  stackKinds,
  tablesOf,
  withoutOverlaps,
} from './desk-stacks.ts';
import { describeByDialogues, ticketsFromDialogues } from './dialogues.ts';
import { markEventDays } from './event-days.ts';
import {
  areEndsUnknown,
  type EventRows,
  readMeanings,
  sliceEvents,
  ticketsThatWentOn,
  withoutStatuses,
} from './event-log.ts';
import { voidImpossible } from './impossible.ts';
import { type KeptTickets, keepTickets } from './kept-tickets.ts';
import { forgetLater } from './known-then.ts';
import { type LookBack, settleStatuses } from './look-back.ts';
import { startWithMerged } from './merged-into.ts';
import { withChangesOfMessages } from './message-changes.ts';
import { messageNotes, withoutBots } from './message-notes.ts';
import { withMessagesOfEvents } from './messages-of-events.ts';
import { ratingColumns } from './named-survey.ts';
import type { NameOptions } from './names.ts';
import { chanceOfNoneOpen } from './none-open.ts';
import { orphaned } from './orphans.ts';
import { joinOtherIds } from './other-owners.ts';
import { leaveFinalStatuses, takeOwnColumns } from './own-columns.ts';
import { knownBy, ownerRows, ownersByCode } from './owners.ts';
import { peopleOfEvents } from './people-of-events.ts';
import type { RawTable } from './raw-table.ts';
import {
  fillAskersFromMessages,
  fillFromEvents,
  fillFromMessages,
  fillStatus,
  rebuildTickets,
} from './rebuild-tickets.ts';
import { takeEvents, takeMessages, takeSpells } from './regroup.ts';
import { ticketsOnceEach } from './same-content.ts';
import { uniteTickets } from './same-ticket.ts';
import { settleScales } from './settle-scales.ts';
import type { SharedDictionaries } from './shared-dictionaries.ts';
import { sourceCoverage } from './source-coverage.ts';
import { codesIn, namesIn, type Stack, takeRows } from './stack.ts';
import type { DeskStacks } from './stacks-by-kind.ts';
import { dateNotes, endByAsOf, placeDates } from './stamp-days.ts';
import { stepsOf } from './steps.ts';
import { joinSurveys, rateTickets, withTopBox } from './surveys.ts';
import { sliceMessages, threadsByReply } from './threads.ts';
import { listProblems, ticketLists } from './ticket-lists.ts';
import { ticketScale } from './ticket-scale.ts';
import { neverSaysSolved, writeStories } from './ticket-stories.ts';
import { ticketFieldsOf, untoldProblems } from './told-fields.ts';
import { unknownStatusProblems } from './unknown-statuses.ts';
import { untimedAnswers } from './untimed-answers.ts';
import { newestBelievable, newestUpTo } from './void-stamps.ts';

export interface AssembleOptions {
  readonly tables: readonly RawTable[];
  readonly dictionaries: SharedDictionaries;
  readonly sources: readonly SourceNote[];
  /** `--as-of`; null takes it from the data. */
  readonly asOf: number | null;
  /** Tickets without a date stay. */
  readonly datesOptional?: boolean;
  /** `--coverage`, `--complete`; null takes it from the data. */
  readonly coverage: AskedCoverage | null;
  /** How people and groups are called; left out: as the files call them. */
  readonly names?: NameOptions;
  /** Lowest satisfied score by id of a rating scale, where it is not the usual one. */
  readonly topBoxes?: ReadonlyMap<string, number>;
  /** Whose answers end a wait; left out: people's. */
  readonly answers?: 'people' | 'bots';
  /** `--survey`: of several surveys or rating questions, the one that counts. */
  readonly survey?: string | null;
}

/** A desk while it is put together: each step takes what it needs and adds what it found. */
interface Assembly {
  readonly options: AssembleOptions;
  readonly stacks: DeskStacks;
  /** Role of each person by name, where a list of users says it. */
  readonly roles: ReadonlyMap<string, string>;
  readonly problems: Problem[];
  tickets: Stack;
  /** No file holds tickets: they are made from events, messages or conversations. */
  readonly isRebuilt: boolean;
  /** Their log says of rebuilt tickets when they began or ended. */
  saysOwn: boolean;
  /** The conversations without dates are the tickets. */
  readonly isToldByTurns: boolean;
  /** What the rows of the event log mean, and the ticket of each as a code. */
  readonly eventRows: EventRows | null;
  readonly eventTickets: Uint32Array | null;
  /** The ticket of each message as a code. */
  readonly messageTickets: Uint32Array | null;
  /** Ticket row by code of its id. */
  readonly owners: Int32Array;
  readonly lookBack: LookBack | null;
  events: Events | null;
  messages: Messages | null;
  spells: Spells | null;
}

/**
 * Joins everything that was read into one desk: tickets once each, names for ids, messages and events sorted by
 * ticket, tickets rebuilt from them where there is no ticket table, impossible values void, tickets that left the
 * desk (merged, spam, deleted) taken out, as-of and coverage found.
 */
export function assembleDesk(asked: AssembleOptions): Desk {
  const options = {
    ...asked,
    tables: withChangesOfMessages(withMessagesOfEvents(settleScales(asked.tables))),
  };
  const assembly = beginAssembly(options);
  addEvents(assembly);
  addDialogues(assembly);
  addMessages(assembly);
  if (options.answers === 'bots') assembly.problems.push(...withoutBots(assembly.messages));
  const { csatScale, csatDecided } = voidValues(assembly);
  const kept = leaveOutTickets(assembly);
  if (!assembly.messages) assembly.problems.push(...untimedAnswers(assembly.tickets));
  const asOf = asOfOf(assembly, kept);
  const { tickets, stacks, problems } = assembly;
  if (options.asOf !== null) forgetLater(tickets, options.asOf);
  const joined = addSurveys(assembly);
  const lastRating = rateTickets(tickets, joined.surveys);
  const { customers, activity } = stacks;
  const noneOpen = chanceOfNoneOpen(tickets, asOf.at);
  const coverage = coverageOf(tickets, {
    deskEvents: assembly.events,
    deskMessages: assembly.messages,
    answers: asOf.answers,
    asOf: asOf.at,
    asked: options.coverage,
    noneOpen: noneOpen.chance,
  });
  if (noneOpen.isDoubtful && coverage.cut === 'created' && !coverage.pinned)
    problems.push({ code: 'none_open', severity: 'warning', args: {}, count: tickets.rows });
  const lists = coverage.pinned ? undefined : ticketLists(tickets, options.tables, asOf.at);
  problems.push(...listProblems(lists));
  const ticketFields = ticketFieldsOf(options.tables);
  problems.push(...untoldProblems(ticketFields, { tables: options.tables, source: tickets.source }));
  return {
    tickets: asTable<FieldOf<'tickets'>>(tickets),
    csatScale: csatScale ?? lastRating,
    ...(csatScale && csatDecided ? { csatDecided } : {}),
    messages: assembly.messages,
    events: assembly.events,
    spells: assembly.spells,
    ...stepsOf(tablesOf(options.tables, 'events')),
    surveys: joined.surveys,
    customers: customers && asTable<FieldOf<'customers'>>(customers),
    ...(customers ? endsOf(tablesOf(options.tables, 'customers')) : {}),
    activity: activity && asTable<FieldOf<'activity'>>(activity),
    asOf: asOf.at,
    coverage,
    ...(options.coverage
      ? {}
      : {
          sourceCoverage: sourceCoverage({ ...assembly, surveys: joined.surveys, asOf: asOf.at }),
        }),
    ...(lists ? { ticketLists: lists } : {}),
    removed: kept.removed,
    sources: options.sources,
    ...(ticketFields ? { ticketFields } : {}),
    problems,
  };
}

/** Stacks, names, and the tickets: each once, or rebuilt from what tells of them. */
function beginAssembly(options: AssembleOptions): Assembly {
  const { tables, dictionaries } = options;
  const problems: Problem[] = [...tables.flatMap((table) => table.problems), ...dateNotes(tables)];
  const stacked = stackKinds(tables);
  const named = nameStacks(stacked, options);
  problems.push(...named.problems);
  const once = withoutOverlaps(stacked, tables);
  const { stacks } = once;
  problems.push(...once.problems);
  const { events, messages, dialogues } = stacks;
  let { tickets } = stacks;
  if (tickets) {
    const read = tablesOf(tables, 'tickets');
    const once = ticketsOnceEach(tickets, read);
    const united = uniteTickets(once.stack, read);
    tickets = united.tickets;
    problems.push(...once.problems, ...united.problems);
  }
  const ticketIds = dictionaries.of('id', 'id', 'tickets');
  const eventRows = events ? readMeanings(events, tablesOf(tables, 'events')) : null;
  if (eventRows) problems.push(...unknownStatusProblems(eventRows.unknownStatuses, 'new_value'));
  const eventTickets = (events && codesIn(events.columns, 'ticket_id')?.codes) ?? null;
  const messageTickets = messages ? messageTicketCodes(messages, dictionaries) : null;
  const isRebuilt = tickets === null;
  const isToldByTurns = dialogues !== null && isRebuilt && !events && !messages;
  if (isToldByTurns) tickets = ticketsFromDialogues(dialogues, ticketIds);
  tickets ??= rebuildTickets({ events, eventTickets, messages, messageTickets, names: ticketIds });
  clearNobody(tickets);
  placeDates(tickets);
  const owners = ownersByCode(events || messages || dialogues ? tickets : null, ticketIds.size);
  if (!isRebuilt) problems.push(...joinOtherIds(tables, { stacks, side: { tickets, byCode: owners } }));
  const { asOf } = options;
  return {
    options,
    stacks,
    roles: named.roles,
    problems,
    tickets,
    isRebuilt,
    saysOwn: false,
    isToldByTurns,
    eventRows,
    eventTickets,
    messageTickets,
    owners,
    lookBack: asOf === null ? null : { asOf, wentOn: new Uint8Array(tickets.rows) },
    events: null,
    messages: null,
    spells: null,
  };
}

function messageTicketCodes(messages: Stack, dictionaries: SharedDictionaries): Uint32Array {
  const named = codesIn(messages.columns, 'ticket_id');
  if (named) return named.codes;
  return threadsByReply(messages, dictionaries.of('id', 'id', 'tickets'));
}

/** Sorts events by ticket and writes what they tell into the tickets. */
function addEvents(assembly: Assembly): void {
  const { options, stacks, eventRows, eventTickets, tickets, lookBack, problems } = assembly;
  if (!stacks.events || !eventRows || !eventTickets) return;
  const everyOwner = ownerRows(eventTickets, assembly.owners);
  if (lookBack)
    lookBack.wentOn.set(
      ticketsThatWentOn(eventRows, { owner: everyOwner, owners: tickets.rows, asOf: lookBack.asOf }),
    );
  const owner = knownBy(options.asOf, { owner: everyOwner, at: eventRows.at });
  const logs = tablesOf(options.tables, 'events');
  const first = sliceEvents(eventRows, owner, tickets.rows);
  const log = { stack: stacks.events, order: first.order, offsets: first.events.offsets };
  const workLogs = leaveFinalStatuses(eventRows, log, logs);
  const sliced = workLogs === 0 ? first : withoutStatuses(first);
  const endsUnknown = workLogs === 0 && areEndsUnknown(eventRows, tickets);
  assembly.events = endsUnknown ? { ...sliced.events, endsUnknown } : sliced.events;
  if (workLogs > 0) {
    const args = { column: logs[0].mapping.fields.status?.source ?? 'status' };
    problems.push({ code: 'status_never_changes', severity: 'note', args, where: { file: logs[0].path } });
  }
  if (assembly.isRebuilt) {
    if (workLogs > 0) fillStatus(tickets, log);
    const own = takeOwnColumns(tickets, log, logs);
    assembly.saysOwn = own.length > 0;
    placeDates(tickets);
    problems.push(...own);
  }
  if (sliced.orphans > 0) problems.push(orphaned('events_without_ticket', sliced.orphans, logs));
  const anyEventEndsPause = logs.every((table) => table.mapping.eventShape === 'activity');
  const spells = writeStories(tickets, {
    events: sliced.events,
    closedIsSolved: neverSaysSolved(sliced.events),
    anyEventEndsPause,
    actorsAreHands: anyEventEndsPause,
    lookBack,
    endsUnknown,
  });
  assembly.spells = endsUnknown ? null : spells;
  markEventDays(tickets, log, assembly);
  if (assembly.isRebuilt)
    fillFromEvents(
      tickets,
      log,
      peopleOfEvents(log, { tables: logs, people: options.dictionaries.named('person') }),
    );
}

/** Says what tickets are about by the conversations without dates that belong to them. */
function addDialogues({ options, stacks, isToldByTurns, tickets, owners, problems }: Assembly): void {
  if (!stacks.dialogues || isToldByTurns) return;
  const orphans = describeByDialogues(tickets, stacks.dialogues, owners);
  if (orphans > 0)
    problems.push(orphaned('messages_without_ticket', orphans, tablesOf(options.tables, 'messages')));
}

/** Sorts messages by ticket and settles who wrote them. */
function addMessages(assembly: Assembly): void {
  const { options, stacks, messageTickets, tickets, problems } = assembly;
  if (!stacks.messages || !messageTickets) return;
  const messageTables = datedTables(options.tables);
  const ticketTables = tablesOf(options.tables, 'tickets');
  const { hands } = assembly.eventRows ?? { hands: null };
  const sliced = sliceMessages({
    stack: stacks.messages,
    owner: ownerRows(messageTickets, assembly.owners),
    tickets,
    asOf: options.asOf,
    botsAnswer: options.answers === 'bots',
    roles: {
      listed: assembly.roles,
      assignedOnce: hands ? namesIn(hands.to) : [],
      isAssociation: Uint8Array.from(messageTables, ({ mapping }) =>
        /association/i.test(mapping.fields.author_role?.source ?? '') ? 1 : 0,
      ),
    },
    openings: {
      isRebuilt: assembly.isRebuilt,
      deskOfTable: ticketTables.map(({ mapping }) => mapping.preset ?? ''),
      nestedSources: new Set(messageTables.map(({ source }) => source)),
      isComplete: options.coverage?.cut === 'created',
    },
  });
  assembly.messages = sliced.messages;
  if (sliced.orphans > 0) problems.push(orphaned('messages_without_ticket', sliced.orphans, messageTables));
  problems.push(...messageNotes(sliced.messages.reading));
  if (!assembly.isRebuilt) return;
  if (stacks.events) fillAskersFromMessages(tickets, sliced.messages);
  else fillFromMessages(tickets, sliced.messages, stacks.messages, sliced.order);
}

/** Voids values that cannot be, after statuses that cannot have been so at `--as-of`; the scale of the ratings. */
function voidValues({
  options,
  tickets,
  lookBack,
  problems,
}: Assembly): Pick<Desk, 'csatScale' | 'csatDecided'> {
  if (lookBack) problems.push(...settleStatuses(tickets, lookBack));
  const tables = tablesOf(options.tables, 'tickets');
  const { scale, decided, problems: doubts } = ticketScale(tables);
  const csatScale = withTopBox(scale, options.topBoxes);
  problems.push(...doubts, ...voidImpossible(tickets, { csatScale, tables }));
  return { csatScale, ...(decided ? { csatDecided: decided } : {}) };
}

/** Takes out the tickets that left the desk, with their events and messages. */
function leaveOutTickets(assembly: Assembly): KeptTickets & Everything {
  const everyTicket = assembly.tickets;
  const every = { events: assembly.events, messages: assembly.messages };
  assembly.problems.push(...startWithMerged(everyTicket));
  const kept = keepTickets(everyTicket, assembly.options);
  assembly.problems.push(...kept.problems);
  const { rows } = kept;
  if (rows) {
    const { events, messages, spells } = assembly;
    assembly.tickets = takeRows(everyTicket, rows);
    assembly.events = events && takeEvents(events, rows);
    assembly.messages = messages && takeMessages(messages, rows);
    assembly.spells = spells && takeSpells(spells, rows);
  }
  return { ...kept, everyTicket, every };
}

/** What was read, that of tickets that left included: it tells how far the data go. */
interface Everything {
  readonly everyTicket: Stack;
  readonly every: Pick<Assembly, 'events' | 'messages'>;
}

/** When the desk is looked at; and the stamps of other data, which date a desk only where there are no tickets. */
function asOfOf(
  { options, stacks, tickets, isRebuilt, saysOwn, problems }: Assembly,
  { everyTicket, every }: Everything,
): { readonly at: number; readonly answers: Float64Array | null } {
  const answers = everyTicket.rows === 0 ? stampsWithoutTickets(stacks, options.tables) : null;
  if (options.asOf !== null) return { at: options.asOf, answers };
  if (answers) return { at: newestUpTo([answers], newestBelievable([answers])), answers };
  const { at, isDay } = newestStamp(everyTicket, { ...every, isRebuilt: isRebuilt && !saysOwn });
  if (!isDay) endByAsOf(tickets, at);
  if (!every.events && !every.messages) problems.push(...asOfStandsAlone(everyTicket, options.tables));
  return { at, answers };
}

/** Joins the answers of surveys to their tickets. */
function addSurveys({ options, stacks, tickets, problems }: Assembly): ReturnType<typeof joinSurveys> {
  const { surveys } = stacks;
  const ticketIds = options.dictionaries.of('id', 'id', 'tickets');
  const byCode = ownersByCode(surveys.length > 0 ? tickets : null, ticketIds.size);
  const { asOf, topBoxes, survey } = options;
  const ticketRatings = ratingColumns(options.tables);
  const joined = joinSurveys({ surveys, tickets, byCode, asOf, topBoxes, survey, ticketRatings });
  problems.push(...joined.problems);
  return joined;
}
