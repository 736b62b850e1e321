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
    const until = draft.desk.exportedAt;
    const ended = started.map((at) => {
      const left = random.chance(0.3) ? at + Math.round(random.around(150 * DAY, 0.7) / 1000) * 1000 : null;
      return left !== null && left < until ? left : null;
    });
    draft.customers = started.map((at, i) => ({ from: at, to: ended[i] }));
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
            cells: ended,
          },
        ],
      },
    ];
  },
};
