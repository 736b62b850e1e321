import type { TrueTicket } from '../desk.ts';
import { type Column, column, resolutionFigures, setKnown } from '../draft.ts';
import { trueFigures } from '../figures.ts';
import type { Trait } from '../trait.ts';

interface Change {
  readonly ticket: TrueTicket;
  readonly at: number;
  readonly field: 'status' | 'assignee';
  readonly before: string;
  readonly after: string;
}

/** A file of status changes beside the tickets, with a column that names the field or without one. */
export const history: Trait = {
  id: 'history',
  options: { none: 9, statuses: 1, fields: 1 },
  apply: (draft, option) => {
    const isByField = option === 'fields';
    const tickets = [...new Set(draft.rows)];
    const told = tickets.slice(0, Math.ceil(tickets.length * draft.historyOf));
    const changes = told.flatMap((ticket) => [...changesOf(ticket), ...(isByField ? handsOf(ticket) : [])]);
    // Those of whom the history does not tell are not recorded.
    const known = new Set(told);
    const isTold = (each: TrueTicket): boolean => known.has(each);
    draft.historyTells = isTold;
    if (draft.historyOf < 1) draft.historyTo = Math.max(...changes.map(({ at }) => at));
    if (isByField)
      setKnown(draft, ['reassignments'], {
        ...{ is: 'known', tolerance: 1e-9, optional: draft.historyOf < 1 },
        value: (of) => trueFigures(of.filter(isTold)).get('reassignments') ?? null,
        // A column that counts them tells of the others too.
        ...(draft.knowledge.get('reassignments')?.is === 'known'
          ? { more: () => [trueFigures(draft.tickets).get('reassignments') ?? 0] }
          : {}),
      });
    const text = (header: string, of: (change: Change) => string): Column => ({
      ...{ key: null, header, type: 'text' as const },
      cells: changes.map(of),
    });
    const names = isByField ? ['Old value', 'New value'] : ['Old status', 'New status'];
    const columns = [
      text('Ticket ID', ({ ticket }) => String(ticket.number)),
      { key: null, header: 'Changed at', type: 'instant' as const, cells: changes.map(({ at }) => at) },
      text('Changed by', ({ ticket }) => ticket.assignee ?? 'Ana Prado'),
      ...(isByField ? [text('Field', ({ field }) => field)] : []),
      text(names[0], ({ before }) => before),
      text(names[1], ({ after }) => after),
    ];
    draft.further = [...draft.further, { name: 'history', columns }];
    if (draft.knowledge.get('solved')?.is === 'withheld' || !column(draft, 'solved'))
      for (const id of ['solved', ...resolutionFigures] as const)
        setKnown(draft, [id], {
          ...{ is: 'known', tolerance: 60, optional: draft.historyOf < 1 },
          // Those of whom the history tells; all of them where a column tells of the others.
          more: () => [trueFigures(draft.tickets.filter(isTold)).get(id) ?? 0],
        });
    // Changes tell of a window of seven days after the first solve; what a count says is without one.
    setKnown(draft, ['reopen_rate'], {
      ...{ is: 'known', tolerance: 1e-9, optional: draft.historyOf < 1 },
    });
    setKnown(draft, ['first_resolution_p50'], { is: 'known', tolerance: 60 });
    const isToldOfAnswers =
      column(draft, 'first_response') ||
      column(draft, 'first_response_duration') ||
      (draft.further.some(({ name }) => name === 'messages') && draft.tickets.every(draft.threadTells)) ||
      draft.columns.some(({ isOfAnswer, key }) => isOfAnswer || key === 'replies');
    const ids = isToldOfAnswers ? (['backlog', 'unanswered'] as const) : (['backlog'] as const);
    if (draft.knowledge.get('backlog')?.is === 'withheld')
      setKnown(draft, ids, { is: 'known', tolerance: 1e-6, optional: true });
  },
};

/** Who had a ticket first, and each change of hands. */
function handsOf(ticket: TrueTicket): Change[] {
  const { hands, assignee, answeredAt } = ticket;
  if (answeredAt === null || assignee === null) return [];
  const first = hands[0]?.from ?? assignee;
  return [
    { ticket, at: answeredAt, field: 'assignee', before: '', after: first },
    ...hands.map(({ at, from, to }) => ({
      ...{ ticket, at, field: 'assignee' as const },
      before: from,
      after: to,
    })),
  ];
}

function changesOf(ticket: TrueTicket): Change[] {
  const steps: [number | null, string][] = [
    [ticket.answeredAt, 'Open'],
    [ticket.firstSolvedAt, 'Solved'],
    [ticket.reopenedAt, 'Open'],
    [ticket.reopenedAt === null ? null : ticket.solvedAt, 'Solved'],
    [ticket.closedAt, 'Closed'],
  ];
  let before = 'New';
  return steps.flatMap(([at, after]) => {
    if (at === null) return [];
    const change: Change = { ticket, at, field: 'status', before, after };
    before = after;
    return [change];
  });
}
