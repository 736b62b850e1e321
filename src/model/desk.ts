import type { CodeColumn, Column, ListColumn, NumberColumn } from './columns.ts';
import type { Coverage, SourceCoverage, TicketList } from './coverage.ts';
import type { FieldOf, RoleRule } from './fields.ts';
import type { KnownStep } from './mapping.ts';
import type { Problem } from './problem.ts';
import type { RatingScale, ScaleDecision } from './rating-scale.ts';

/** A typed table: a struct of arrays, one entry a row in each. */
export interface Table<F extends string> {
  readonly rows: number;
  readonly columns: { readonly [K in F]?: Column };
  /** Columns that feed no field, by their own name, where somebody asked for them. */
  readonly extra: ReadonlyMap<string, CodeColumn | ListColumn>;
  /** Further columns that name people, as they stand in the files, where recurring issues are looked for. */
  readonly people?: readonly (CodeColumn | ListColumn)[];
  /** Index into `Desk.sources` of the file each row came from. */
  readonly source: Uint16Array;
  /** 1-based line of each row in its file. */
  readonly line: Uint32Array;
}

/** Tickets, one row each, after de-duplication, rebuilding and joining. */
export type TicketTable = Table<FieldOf<'tickets'>>;

/**
 * Messages sorted by ticket row, time and source order: those of ticket t are rows
 * `offsets[t] … offsets[t + 1] − 1`.
 */
export interface Messages {
  readonly offsets: Uint32Array;
  readonly sentAt: Float64Array;
  /** Where messages carry dates without a time: 1 at those, which stand at the beginning of their day in `zone`. */
  readonly dates?: { readonly isDate: Uint8Array; readonly zone: string } | null;
  /** 1 customer, 2 agent, 3 bot, 4 system; 0 unknown. Indexes into `authorRoles` plus one. */
  readonly role: Uint8Array;
  /** 1 public, 0 internal note. */
  readonly isPublic: Uint8Array;
  readonly author: CodeColumn;
  /** 1 where a human agent answered the customer in public; automatic answers are 0. */
  readonly isHumanAnswer: Uint8Array;
  /** 1 where an answer ends a wait: a person's, and a bot's. Left out: only those of people do. */
  readonly endsWait?: Uint8Array;
  readonly text: CodeColumn | null;
  /** 1 where a message says no more than thanks; left out where texts were not read. */
  readonly isThanks?: Uint8Array | null;
  /** Of each ticket: 1 where its first customer message is the question (if before the answer), 2 where its creation is. */
  readonly question?: Uint8Array;
  /** Of each ticket: 1 where its conversation begins with an answer: the desk wrote first. */
  readonly begunByAgent?: Uint8Array;
  /** Of each ticket: 1 with messages, 2 where nobody wrote, 0 where it is not recorded whether anybody did. */
  readonly recorded?: Uint8Array;
  /** How the messages were understood; left out where they were not read from files. */
  readonly reading?: MessageReading;
}

/** Where the question of conversations stands: in the thread, at creation, or for each ticket by itself. */
export type QuestionPlace = 'thread' | 'creation' | 'each';

/** By which rules the messages of a desk were understood. */
export interface MessageReading {
  /** For every desk (by its preset) and channel: how many threads hold their opening, and what follows. */
  readonly questions: readonly {
    readonly desk: string;
    readonly channel: string;
    readonly threads: number;
    readonly opened: number;
    readonly place: QuestionPlace;
  }[];
  /** How many messages were told apart by which rule. */
  readonly roles: ReadonlyMap<RoleRule, number>;
  /** Public messages that nobody is known to have written. */
  readonly unknownAuthors: number;
  /** The conversations are the tickets, made from them: one that nobody answered is one that waits. */
  readonly isRebuilt: boolean;
  /** False where not one message is known to be a person's answer or a customer's: nobody knows who answered. */
  readonly knowsAuthors: boolean;
  /** How far their clock is behind that of the tickets, in milliseconds, where they do not agree: nothing is known between the two. */
  readonly clockApart?: number;
  /** Answers that are automatic by their text. */
  readonly automatic: number;
  /** Answers of bots that end waits, because the settings say so. */
  readonly byBots: number;
  /** The list of messages holds no rows. */
  readonly isEmpty?: true;
  /** Tickets without messages: how many are not recorded, and of how many nobody wrote. */
  readonly notRecorded: number;
  readonly nobodyWrote: number;
  /** Whether somebody wrote cannot be told of tickets without messages. */
  readonly isUndecided: boolean;
}

/** 1 at the messages that end a wait. */
export const waitEnds = ({ endsWait, isHumanAnswer }: Messages): Uint8Array => endsWait ?? isHumanAnswer;

/** Status changes sorted by ticket row, time and source order, meanings as indexes into `eventMeanings` plus one. */
export interface Events {
  readonly offsets: Uint32Array;
  readonly at: Float64Array;
  readonly meaning: Uint8Array;
  readonly actor: CodeColumn;
  readonly group: CodeColumn | null;
  /** The meaning of the status that a change left, by its old value; 0 where it names none. Left out: none does. */
  readonly before?: Uint8Array;
  /** 1 where an event names a status that nobody understood. Left out or null: none does. */
  readonly isUnknown?: Uint8Array | null;
  /** Set where no event is known to end a ticket and nothing else tells of ends. */
  readonly endsUnknown?: boolean;
  /** To whom an event gave its ticket, and from whom (codes of `to.names`); null where the log does not say it. */
  readonly hands?: { readonly to: CodeColumn; readonly from: Uint32Array } | null;
  /** The priority from each event on, and before it, where the log says so; 0 = it says nothing. Null without any. */
  readonly priority?: { readonly after: CodeColumn; readonly before: CodeColumn } | null;
}

/**
 * Stretches of time that tickets with events spent in one state; those of ticket t are
 * `offsets[t] … offsets[t + 1] − 1`, in order, without gaps; `to` is Infinity for the last one.
 */
export interface Spells {
  readonly offsets: Uint32Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Index into `eventMeanings` plus one: open, pending, on_hold, solved, closed or a removed status. */
  readonly state: Uint8Array;
  /** The tickets came without a count of reopens: theirs was counted from the events. */
  readonly countedReopens?: boolean;
  /** Nothing but the events says which tickets are open: no status that is understood, and no stamp or time of an end. */
  readonly tellsEndsAlone?: boolean;
}

/**
 * Beside the ratings of tickets and surveys: 1 where a survey was sent, 0 where none was. There only where cells
 * without a rating say so; no field of its own.
 */
export const SURVEY_SENT = 'survey sent';

export interface SurveyTable {
  readonly table: Table<FieldOf<'surveys'>>;
  readonly scale: RatingScale;
  /** What decided the scale. */
  readonly decided?: ScaleDecision;
  /** Ticket row of each answer, −1 where it could not be joined. */
  readonly ticket: Int32Array;
  readonly name: string;
  /** The header of its question, or its type, as the file has it. */
  readonly question: string;
  /** What the survey is called, in whichever files its answers stand. */
  readonly survey: string;
  /** The form that it is part of: questions of one form were asked together. */
  readonly form: number;
  /** Each row of the form asks one question: this survey has its own rows, not its own column. */
  readonly isRowByRow: boolean;
  /** False for a further survey of the same kind: measured by itself, never part of another one's figure. */
  readonly isMain: boolean;
}

/** What is known of one input file, for `sources` in every JSON output. */
export interface SourceNote {
  readonly path: string;
  readonly rows: number;
  readonly rejected: number;
  readonly kinds: readonly string[];
  readonly preset: string | null;
  /** Of its bytes, in hex, where a result is to be made again from the same input. */
  readonly sha256?: string;
}

/** Recurring issues of a desk's tickets, where somebody asked for them. */
export interface DeskIssues {
  /** Issue of each ticket, counted from 1; 0 = in none. */
  readonly codes: Uint32Array;
  /** Id and name of issue i + 1. */
  readonly ids: readonly string[];
  readonly labels: readonly string[];
  readonly topics: DeskTopics;
}

/** Topics, headings over issues. */
export interface DeskTopics {
  /** Topic of issue i + 1 at place i, counted from 1; 0 = in none. */
  readonly codes: Uint32Array;
  /** Id and name of topic i + 1. */
  readonly ids: readonly string[];
  readonly labels: readonly string[];
}

/** Everything that was read, joined: what analysis computes from. */
export interface Desk {
  readonly tickets: TicketTable;
  /** The rating scale of the tickets' own column; null when tickets carry no rating. */
  readonly csatScale: RatingScale | null;
  /** What decided it, where the tickets carry ratings of their own. */
  readonly csatDecided?: ScaleDecision;
  readonly messages: Messages | null;
  readonly events: Events | null;
  readonly spells: Spells | null;
  /** Left out or null where they were not asked for: finding them takes seconds. */
  readonly issues?: DeskIssues | null;
  readonly surveys: readonly SurveyTable[];
  /** Steps of logs that answer, end or reopen a ticket, as they are written. */
  readonly steps?: readonly KnownStep[];
  readonly customers: Table<FieldOf<'customers'>> | null;
  /** Sources whose list of customers has a column for ends; left out: all, where the table has the field. */
  readonly endsToldBy?: ReadonlySet<number>;
  /** Of these, sources whose ends were agreed on and may have been put off: a contract's end, a plain "end date". */
  readonly endsAgreedBy?: ReadonlySet<number>;
  readonly activity: Table<FieldOf<'activity'>> | null;
  /** Newest stamp of ticket data, or `--as-of`; epoch milliseconds, NaN without tickets. */
  readonly asOf: number;
  readonly coverage: Coverage;
  /** What messages, events and surveys cover, where there are tickets that they tell of. */
  readonly sourceCoverage?: SourceCoverage;
  /** Lists of tickets that do not cover the same stretch of time; left out where there is one, or all do. */
  readonly ticketLists?: readonly TicketList[];
  /** Tickets taken out of every figure, by status. */
  readonly removed: ReadonlyMap<string, number>;
  readonly sources: readonly SourceNote[];
  /** The fields of tickets that each source has columns for, by its index; left out: all sources have the same. */
  readonly ticketFields?: ReadonlyMap<number, ReadonlySet<string>>;
  /** Whether the desk has a day off, by the holidays of the settings (days from 1970-01-01); left out without any. */
  readonly isDayOff?: (day: number) => boolean;
  readonly problems: readonly Problem[];
}

/** 1 at the sources whose tickets have one of the fields; null where those of every source do. */
export function tellingSources(
  { sources, ticketFields }: Pick<Desk, 'sources' | 'ticketFields'>,
  fields: readonly FieldOf<'tickets'>[],
): Uint8Array | null {
  if (!ticketFields) return null;
  const telling = new Uint8Array(sources.length).fill(1);
  for (const [source, has] of ticketFields) if (!fields.some((field) => has.has(field))) telling[source] = 0;
  return telling.includes(0) ? telling : null;
}

/** The values of a number field, or null where the desk lacks it. */
export function numbersOf(table: Table<string>, field: string): Float64Array | null {
  const column = (table.columns as Record<string, Column | undefined>)[field];
  return column && (column as NumberColumn).values ? (column as NumberColumn).values : null;
}

/** The code column of a field, or null where the desk lacks it. */
export function codesOf(table: Table<string>, field: string): CodeColumn | null {
  const column = (table.columns as Record<string, Column | undefined>)[field];
  return column?.type === 'code' ? column : null;
}
