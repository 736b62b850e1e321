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
import { type FigureId, trueFigures } from '../figures.ts';
import type { Trait } from '../trait.ts';

/** A file of messages beside the tickets: with the customers' openings, with the answers alone, or of some tickets. */
export const threads: Trait = {
  id: 'threads',
  options: { none: 8, whole: 2, answers_alone: 1, part: 1 },
  isAmbiguous: (option) => option === 'answers_alone' || option === 'part',
  apply: (draft, option) => {
    const tickets = [...new Set(draft.rows)];
    const told = option === 'part' ? tickets.slice(0, Math.ceil(tickets.length / 2)) : tickets;
    draft.further = [
      ...draft.further,
      { name: 'messages', columns: columnsOf(draft, told, option !== 'answers_alone') },
    ];
    knowWhatWasWritten(draft, option, told);
    alsoInOfficeOf(draft, told);
    if (column(draft, 'first_response') || column(draft, 'first_response_duration')) {
      // Two tellings, one of them in part: the whole one holds, or neither.
      makeOptional(draft, [...firstResponseFigures, 'unanswered']);
      for (const id of ['unanswered', 'closed_unanswered'] as const)
        if (
          draft.knowledge.get(id)?.is === 'withheld' &&
          (id === 'closed_unanswered' || draft.knowledge.get('backlog')?.is === 'known')
        )
          setKnown(draft, [id], {
            ...{ is: 'known', tolerance: 1e-6, optional: true },
            more: () => [trueFigures(told).get(id) ?? 0],
          });
      return;
    }
    knowFromThreads(draft, option, new Set(told));
  },
};

/** What counts of messages tell; of those of some tickets, of these or of all where another column tells of the rest. */
function knowWhatWasWritten(draft: Draft, option: string, told: readonly TrueTicket[]): void {
  const some = new Set(told);
  draft.threadTells = (ticket) => some.has(ticket);
  const isInPart = option === 'answers_alone';
  // Without their questions nobody knows what an answer was to.
  setKnown(draft, ['next_response_p50'], { is: 'known', tolerance: isInPart ? 1e9 : 1, optional: true });
  for (const id of ['replies', 'one_touch_rate'] as const)
    setKnown(draft, [id], {
      ...{ is: 'known', tolerance: 1e-9, optional: option !== 'whole' },
      ...(option === 'whole'
        ? {}
        : {
            value: (of) =>
              truthOfThreads(
                draft,
                option,
                of.filter((each) => some.has(each)),
              ).get(id) ?? null,
          }),
      more: () => [trueFigures(draft.tickets).get(id) ?? 0],
    });
}

/** How long answers took within working hours may be said of those whose messages were read. */
function alsoInOfficeOf(draft: Draft, told: readonly TrueTicket[]): void {
  const known = draft.knowledge.get('first_response_business_p50');
  if (known?.is !== 'known' || typeof known.value !== 'function') return;
  const { value } = known;
  draft.knowledge.set('first_response_business_p50', {
    ...known,
    more: () => [...(known.more?.() ?? []), value(told)],
  });
}

const isCount = (id: FigureId): boolean => id === 'unanswered' || id === 'closed_unanswered';

function knowFromThreads(draft: Draft, option: string, told: ReadonlySet<TrueTicket>): void {
  const isKnown = draft.knowledge.get('backlog')?.is === 'known';
  const ids = isKnown
    ? ([...firstResponseFigures, 'unanswered', 'closed_unanswered'] as const)
    : ([...firstResponseFigures, 'closed_unanswered'] as const);
  const truthOf = (tickets: readonly TrueTicket[]): ReturnType<typeof trueFigures> =>
    truthOfThreads(
      draft,
      option,
      tickets.filter((ticket) => told.has(ticket)),
    );
  for (const id of ids)
    setKnown(draft, [id], {
      ...{ is: 'known', tolerance: 1, optional: option !== 'whole' },
      // Times within working hours tell who was answered.
      ...(isCount(id) ? { more: () => [trueFigures(draft.tickets).get(id) ?? 0] } : {}),
      ...(option === 'whole' ? {} : { value: (tickets) => truthOf(tickets).get(id) ?? null }),
    });
  blur(draft, firstResponseFigures, 1);
}

/** Those outside of what the messages cover are not recorded: the figures are those of the others. A receipt covers. */
const truthOfThreads = (
  { receipts }: Draft,
  option: string,
  tickets: readonly TrueTicket[],
): ReturnType<typeof trueFigures> =>
  trueFigures(option === 'answers_alone' && receipts === null ? covered(tickets) : tickets);

/** The tickets between the first and the last that have answers, by time and number. */
function covered(tickets: readonly TrueTicket[]): TrueTicket[] {
  const answered = tickets.filter(({ answeredAt }) => answeredAt !== null);
  const last = Math.max(
    ...answered.flatMap(({ messages }) => messages.filter(({ by }) => by === 'agent').map(({ at }) => at)),
  );
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
    ...(draft.notes ? [text('Public', ({ message }) => String(message.isPublic))] : []),
    text('Text', ({ message }) => message.text),
  ];
}

function messagesOf({ receipts, notes }: Draft, ticket: TrueTicket): readonly TrueMessage[] {
  const { createdAt, number } = ticket;
  const messages = ticket.messages.filter(({ isPublic }) => isPublic || notes);
  if (receipts === null) return messages;
  const receipt: TrueMessage = {
    ...{ at: createdAt + 5000, by: receipts, isPublic: true },
    author: receipts === 'bot' ? 'Auto Reply' : 'Support',
    text: `We have received your request ${number} and will answer as soon as we can`,
  };
  return [messages[0], receipt, ...messages.slice(1)];
}
