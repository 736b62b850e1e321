import { DAY } from '../desk.ts';
import type { Trait } from '../trait.ts';

/** A list of customers beside the tickets, some of whom left. */
export const customers: Trait = {
  id: 'customers',
  options: { none: 9, list: 1 },
  apply: (draft, _option, random) => {
    const names = [...new Set(draft.rows.map(({ requester }) => requester))];
    const { from } = draft.desk;
    const started = names.map(() => from - (30 + random.int(700)) * DAY);
    const ended = started.map((at) => (random.chance(0.15) ? at + random.around(90 * DAY, 0.5) : null));
    draft.further = [
      ...draft.further,
      {
        name: 'customers',
        columns: [
          { key: null, header: 'Customer email', type: 'text', cells: names },
          { key: null, header: 'Plan', type: 'text', cells: names.map(() => random.pick(['basic', 'team'])) },
          { key: null, header: 'Signed up at', type: 'instant', cells: started },
          {
            ...{ key: null, header: 'Cancelled at', type: 'instant' as const },
            cells: ended.map((at) => (at !== null && at < from ? Math.round(at / 1000) * 1000 : null)),
          },
        ],
      },
    ];
  },
};
