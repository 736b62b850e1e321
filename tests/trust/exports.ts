import { DAY, type DeskTicket, monday } from './steady-desk.ts';

const iso = (at: number): string => new Date(at).toISOString();
const HOUR = DAY / 24;

/** A ticket as an export of a day writes it: nothing that came later, its update the last thing that happened. */
function rowOf(ticket: DeskTicket, at: number): string {
  const known = (stamp: number): string => (stamp <= at ? iso(stamp) : '');
  const updated = [ticket.solved, ticket.answered, ticket.created].find((stamp) => stamp <= at) as number;
  const { id, group, channel, priority, requester, rating } = ticket;
  return [
    ...[id, iso(ticket.created), known(ticket.answered), known(ticket.solved), iso(updated)],
    ...[ticket.solved <= at ? 'solved' : 'open', group, channel, priority, `c${requester}`],
    ticket.solved <= at ? (rating ?? '') : '',
  ].join();
}

const header =
  'Ticket ID,Created at,First response at,Solved at,Updated at,Status,Group,Channel,Priority,Requester,Satisfaction rating';

type Files = Readonly<Record<string, string>>;

function ticketsCsv(tickets: readonly DeskTicket[], at: number): string {
  return `${header}\n${tickets.map((ticket) => rowOf(ticket, at)).join('\n')}\n`;
}

/** The first customer message and the first answer of tickets. */
function messagesCsv(tickets: readonly DeskTicket[], at: number): string {
  const rows = tickets.flatMap(({ id, created, answered, requester }) => [
    `${id}-1,${id},${iso(created)},customer,c${requester},true`,
    ...(answered <= at ? [`${id}-2,${id},${iso(answered)},agent,Kim,true`] : []),
  ]);
  return `id,ticket_id,created_at,author_role,author,public\n${rows.join('\n')}\n`;
}

/** One way to export a desk: the files of what the helpdesk held at the end of its weeks. */
export interface ExportWay {
  readonly name: string;
  /** Whether the export can tell that answers became slower, and whether that more tickets came, in its last whole week. */
  readonly knows: { readonly answers: boolean; readonly arrivals: boolean };
  /** It ends within a week: the week before is the last whole one. */
  readonly endsWithinWeek?: true;
  files(tickets: readonly DeskTicket[], weeks: number): Files;
}

const endOf = (weeks: number): number => monday + weeks * 7 * DAY;
const came = (tickets: readonly DeskTicket[], from: number, to: number): DeskTicket[] =>
  tickets.filter(({ created }) => created >= from && created < to);
const touched = (tickets: readonly DeskTicket[], from: number, at: number): DeskTicket[] =>
  tickets.filter(({ created, answered, solved }) =>
    [solved, answered, created].some((stamp) => stamp <= at && stamp >= from),
  );
const created = (
  tickets: readonly DeskTicket[],
  { from = monday, at }: { from?: number; at: number },
): Files => ({
  'tickets.csv': ticketsCsv(came(tickets, from, at), at),
});

const both = { answers: true, arrivals: true };
/** Three weeks are too few to know how many tickets are usual. */
const answersOnly = { answers: true, arrivals: false };
const neither = { answers: false, arrivals: false };

/** The twelve ways in which desks are exported. */
export const exportWays: readonly ExportWay[] = [
  { name: 'created', knows: both, files: (tickets, weeks) => created(tickets, { at: endOf(weeks) }) },
  {
    name: 'touched',
    knows: both,
    files: (tickets, weeks) => ({
      'tickets.csv': ticketsCsv(touched(tickets, monday, endOf(weeks)), endOf(weeks)),
    }),
  },
  {
    name: 'solved',
    knows: neither,
    files(tickets, weeks) {
      const at = endOf(weeks);
      return {
        'tickets.csv': ticketsCsv(
          tickets.filter(({ solved }) => solved >= monday && solved <= at),
          at,
        ),
      };
    },
  },
  {
    name: 'view of open tickets',
    knows: neither,
    files(tickets, weeks) {
      const at = endOf(weeks);
      return {
        'tickets.csv': ticketsCsv(
          tickets.filter((ticket) => ticket.created <= at && ticket.solved > at),
          at,
        ),
      };
    },
  },
  {
    name: 'on a Friday',
    knows: both,
    endsWithinWeek: true,
    files: (tickets, weeks) => created(tickets, { at: endOf(weeks) - 2 * DAY - 8 * HOUR }),
  },
  {
    name: 'in the middle of a month',
    knows: both,
    endsWithinWeek: true,
    files: (tickets, weeks) => created(tickets, { from: monday + 9 * DAY, at: endOf(weeks) - 4 * DAY }),
  },
  {
    name: 'two that overlap',
    knows: both,
    files(tickets, weeks) {
      const [middle, at] = [monday + Math.floor(weeks / 2) * 7 * DAY, endOf(weeks)];
      return {
        'one.csv': ticketsCsv(came(tickets, monday, middle + 9 * DAY), middle + 9 * DAY),
        'two.csv': ticketsCsv(came(tickets, middle, at), at),
      };
    },
  },
  {
    name: 'with messages',
    knows: both,
    files(tickets, weeks) {
      const at = endOf(weeks);
      const rows = came(tickets, monday, at);
      return { 'tickets.csv': ticketsCsv(rows, at), 'messages.csv': messagesCsv(rows, at) };
    },
  },
  {
    name: 'with messages of half of them',
    knows: both,
    files(tickets, weeks) {
      const at = endOf(weeks);
      const rows = came(tickets, monday, at);
      return {
        'tickets.csv': ticketsCsv(rows, at),
        'messages.csv': messagesCsv(rows.slice(Math.floor(rows.length / 2)), at),
      };
    },
  },
  {
    name: 'with one stray ticket',
    knows: both,
    files(tickets, weeks) {
      const at = endOf(weeks);
      const old = {
        ...tickets[0],
        created: monday - 170 * DAY,
        answered: monday - 169 * DAY,
        solved: at - DAY,
      };
      return { 'tickets.csv': ticketsCsv([old, ...came(tickets, monday, at)], at) };
    },
  },
  {
    name: 'half a year',
    knows: both,
    files: (tickets, weeks) => created(tickets, { from: monday - 26 * 7 * DAY, at: endOf(weeks) }),
  },
  {
    name: '25 days',
    knows: answersOnly,
    files: (tickets, weeks) => created(tickets, { from: endOf(weeks) - 25 * DAY, at: endOf(weeks) }),
  },
];
