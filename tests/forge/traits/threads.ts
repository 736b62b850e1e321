import type { TrueTicket } from '../desk.ts';
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
      { name: 'messages', columns: columnsOf(told, option !== 'answers_alone') },
    ];
    if (column(draft, 'first_response') || column(draft, 'first_response_duration')) {
      // Two tellings, one of them in part: the whole one holds, or neither.
      makeOptional(draft, [...firstResponseFigures, 'unanswered']);
      return;
    }
    knowFromThreads(draft, option, told);
  },
};

function knowFromThreads(draft: Draft, option: string, told: readonly TrueTicket[]): void {
  if (option === 'part') {
    // The others are not recorded: the figures are those of the tickets that have messages.
    const truth = trueFigures(told);
    const isKnown = draft.knowledge.get('backlog')?.is === 'known';
    for (const id of isKnown ? ([...firstResponseFigures, 'unanswered'] as const) : firstResponseFigures)
      setKnown(draft, [id], { is: 'known', tolerance: 1, optional: true, value: truth.get(id) ?? null });
    return;
  }
  setKnown(draft, firstResponseFigures, {
    is: 'known',
    tolerance: 1e-6,
    optional: option === 'answers_alone',
  });
  if (draft.knowledge.get('backlog')?.is === 'known')
    setKnown(draft, ['unanswered'], { is: 'known', tolerance: 1e-6 });
  if (option === 'answers_alone') makeOptional(draft, ['unanswered']);
  blur(draft, firstResponseFigures, 1);
}

function columnsOf(tickets: readonly TrueTicket[], withOpenings: boolean): Column[] {
  const rows = tickets.flatMap((ticket) =>
    ticket.messages.flatMap((message) =>
      withOpenings || message.by !== 'customer' ? [{ ticket, message }] : [],
    ),
  );
  const text = (header: string, of: (row: (typeof rows)[number]) => string): Column => ({
    ...{ key: null, header, type: 'text' as const },
    cells: rows.map(of),
  });
  return [
    text('Ticket ID', ({ ticket }) => String(ticket.number)),
    { key: null, header: 'Sent at', type: 'instant', cells: rows.map(({ message }) => message.at) },
    text('Author', ({ message }) => message.author),
    text('Author role', ({ message }) => message.by),
    text('Text', ({ message }) => message.text),
  ];
}
