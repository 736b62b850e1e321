import { DAY } from '../desk.ts';
import type { Column, Draft } from '../draft.ts';
import type { Trait } from '../trait.ts';

const kinds: Readonly<Record<string, (draft: Draft) => Omit<Column, 'key'>[]>> = {
  stamps: ({ rows }) => [
    { header: 'Due date', type: 'instant', cells: rows.map(({ createdAt }) => createdAt + 3 * DAY) },
    {
      ...{ header: 'Assigned at', type: 'instant' as const },
      cells: rows.map(({ answeredAt, createdAt }) =>
        answeredAt === null ? null : createdAt + Math.floor((answeredAt - createdAt) / 2000) * 1000,
      ),
    },
    { header: 'Last modified', type: 'instant', cells: rows.map(({ updatedAt }) => updatedAt) },
  ],
  durations: ({ rows, random }) => [
    { header: 'Time spent (minutes)', type: 'text', cells: rows.map(() => String(5 + random.int(90))) },
    { header: 'SLA target (hours)', type: 'text', cells: rows.map(() => random.pick(['4', '8', '24'])) },
  ],
  states: ({ rows, random }) => [
    { header: 'SLA status', type: 'text', cells: rows.map(() => random.pick(['Met', 'Breached'])) },
    { header: 'Approval status', type: 'text', cells: rows.map(() => 'Not requested') },
  ],
  ids: ({ rows, random }) => [
    {
      ...{ header: 'Parent ticket', type: 'text' as const },
      cells: rows.map(() => (random.chance(0.2) ? String(10_001 + random.int(90)) : null)),
    },
    { header: 'External ID', type: 'text', cells: rows.map(() => `X-${random.int(1e6)}`) },
    { header: 'Order number', type: 'text', cells: rows.map(() => String(700_000 + random.int(1e5))) },
  ],
  outcomes: ({ rows, random }) => [
    {
      ...{ header: 'Resolution', type: 'text' as const },
      cells: rows.map(({ solvedAt }) =>
        solvedAt === null ? null : random.pick(['Fixed', "Won't fix", 'Workaround']),
      ),
    },
    {
      ...{ header: 'Close reason', type: 'text' as const },
      cells: rows.map(({ solvedAt }) => (solvedAt === null ? null : 'Solved by agent')),
    },
  ],
  counts: ({ rows, random }) => [
    { header: 'Attachments', type: 'text', cells: rows.map(() => String(random.int(4))) },
    { header: 'Total messages', type: 'text', cells: rows.map(({ messages }) => String(messages.length)) },
    { header: 'Customer replies', type: 'text', cells: rows.map(() => String(random.int(5))) },
  ],
  people: ({ rows, random }) => [
    { header: 'Created by', type: 'text', cells: rows.map(({ requester }) => requester) },
    { header: 'Last updated by', type: 'text', cells: rows.map(() => random.pick(['Ana Prado', 'System'])) },
  ],
};

/** Columns beside those that are asked for, which must not be taken for them. */
export const decoys: Trait = {
  id: 'decoys',
  options: { none: 7, stamps: 2, durations: 2, states: 1, people: 1, ids: 1, outcomes: 1, counts: 1 },
  apply: (draft, option) => {
    for (const each of kinds[option](draft)) draft.columns.push({ key: null, ...each });
  },
};
