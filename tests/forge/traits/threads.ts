import type { TrueMessage, TrueTicket } from '../desk.ts';
import {
  blur,
  type Column,
  column,
  type Draft,
  firstResponseFigures,
  makeOptional,
  setKnown,
} from '../draft.ts';
import { trueFigures } from '../figures.ts';
import type { Trait } from '../trait.ts';

/** A file of messages beside the tickets: with the customers' openings, with the answers alone, or of some tickets. */
export const threads: Trait = {
  id: 'threads',
  options: { none: 8, whole: 2, answers_alone: 1, part: 1 },
  apply: (draft, option) => {
    const tickets = [...new Set(draft.rows)];
    const told = option === 'part' ? tickets.slice(0, Math.ceil(tickets.length / 2)) : tickets;
    draft.further = [
      ...draft.further,
      { name: 'messages', columns: columnsOf(draft, told, option !== 'answers_alone') },
    ];
    if (column(draft, 'first_response') || column(draft, 'first_response_duration')) {
      // Two tellings, one of them in part: the whole one holds, or neither.
      makeOptional(draft, [...firstResponseFigures, 'unanswered']);
      const isHidden = draft.knowledge.get('unanswered')?.is === 'withheld';
      if (isHidden && draft.knowledge.get('backlog')?.is === 'known')
        setKnown(draft, ['unanswered'], {
          ...{ is: 'known', tolerance: 1e-6, optional: true },
          also: [trueFigures(told).get('unanswered') ?? 0],
        });
      return;
    }
    knowFromThreads(draft, option, new Set(told));
  },
};

function knowFromThreads(draft: Draft, option: string, told: ReadonlySet<TrueTicket>): void {
  const isKnown = draft.knowledge.get('backlog')?.is === 'known';
  const ids = isKnown ? ([...firstResponseFigures, 'unanswered'] as const) : firstResponseFigures;
  // Those outside of what the messages cover are not recorded: the figures are those of the others. A receipt covers.
  const isInPart = option === 'answers_alone' && draft.receipts === null;
  const truthOf = (tickets: readonly TrueTicket[]): ReturnType<typeof trueFigures> => {
    const counted = tickets.filter((ticket) => told.has(ticket));
    return trueFigures(isInPart ? covered(counted) : counted);
  };
  for (const id of ids)
    setKnown(draft, [id], {
      ...{ is: 'known', tolerance: 1, optional: option !== 'whole' },
      ...(option === 'whole' ? {} : { value: (tickets) => truthOf(tickets).get(id) ?? null }),
    });
  blur(draft, firstResponseFigures, 1);
}

/** The tickets between the first and the last that have answers, by time and number. */
function covered(tickets: readonly TrueTicket[]): TrueTicket[] {
  const answered = tickets.filter(({ answeredAt }) => answeredAt !== null);
  const last = Math.max(...answered.map(({ answeredAt }) => answeredAt ?? 0));
  const first = Math.min(...answered.map(({ createdAt }) => createdAt));
  const numbers = answered.map(({ number }) => number);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  return tickets.filter(
    ({ createdAt, number }) => createdAt >= first && createdAt <= last && number >= low && number <= high,
  );
}

const roleWords = { customer: 'End-user', agent: 'Agent', bot: 'Bot' } as const;

function columnsOf(draft: Draft, tickets: readonly TrueTicket[], withOpenings: boolean): Column[] {
  const rows = tickets.flatMap((ticket) =>
    messagesOf(draft, ticket).flatMap((message) =>
      withOpenings || message.by !== 'customer' ? [{ ticket, message }] : [],
    ),
  );
  const text = (header: string, of: (row: (typeof rows)[number]) => string): Column => ({
    ...{ key: null, header, type: 'text' as const },
    cells: rows.map(of),
  });
  const roles: Readonly<Record<Draft['roles'], readonly Column[]>> = {
    column: [text('Author role', ({ message }) => message.by)],
    words: [text('Author type', ({ message }) => roleWords[message.by])],
    flag: [text('Is agent', ({ message }) => String(message.by !== 'customer'))],
    none: [],
  };
  return [
    text('Ticket ID', ({ ticket }) => String(ticket.number)),
    { key: null, header: 'Sent at', type: 'instant', cells: rows.map(({ message }) => message.at) },
    text('Author', ({ message }) => message.author),
    ...roles[draft.roles],
    text('Text', ({ message }) => message.text),
  ];
}

function messagesOf({ receipts }: Draft, ticket: TrueTicket): readonly TrueMessage[] {
  const { messages, createdAt, number } = ticket;
  if (receipts === null) return messages;
  const receipt: TrueMessage = {
    ...{ at: createdAt + 5000, by: receipts, isPublic: true },
    author: receipts === 'bot' ? 'Auto Reply' : 'Support',
    text: `We have received your request ${number} and will answer as soon as we can`,
  };
  return [messages[0], receipt, ...messages.slice(1)];
}
