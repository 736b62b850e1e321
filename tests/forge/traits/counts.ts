import { addColumn, setKnown } from '../draft.ts';
import type { Trait } from '../trait.ts';

/** How often agents wrote, where the export counts it. */
export const counts: Trait = {
  id: 'counts',
  options: { none: 8, replies: 2 },
  apply: (draft) => {
    const cells = draft.rows.map(({ answeredAt, solvedAt }) =>
      String(answeredAt === null ? 0 : solvedAt === null ? 1 : 2),
    );
    // Who had no reply was not answered.
    if (draft.knowledge.get('unanswered')?.is === 'withheld')
      setKnown(draft, ['unanswered'], { is: 'known', tolerance: 1e-6, optional: true });
    addColumn(draft, { key: 'replies', type: 'text', cells });
  },
};
