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
  people: ({ rows, random }) => [
    { header: 'Created by', type: 'text', cells: rows.map(({ requester }) => requester) },
    { header: 'Last updated by', type: 'text', cells: rows.map(() => random.pick(['Ana Prado', 'System'])) },
  ],
};

/** Columns beside those that are asked for, which must not be taken for them. */
export const decoys: Trait = {
  id: 'decoys',
  options: { none: 7, stamps: 2, durations: 2, states: 1, people: 1 },
  apply: (draft, option) => {
    for (const each of kinds[option](draft)) draft.columns.push({ key: null, ...each });
  },
};
