import { addColumn, type Draft, setKnown } from '../draft.ts';
import type { Random } from '../random.ts';
import type { Trait } from '../trait.ts';

function countReplies(draft: Draft): void {
  const cells = draft.rows.map(({ answeredAt, solvedAt }) =>
    String(answeredAt === null ? 0 : solvedAt === null ? 1 : 2),
  );
  // Who had no reply was not answered.
  if (draft.knowledge.get('unanswered')?.is === 'withheld')
    setKnown(draft, ['unanswered'], { is: 'known', tolerance: 1e-6, optional: true });
  addColumn(draft, { key: 'replies', type: 'text', cells });
}

function countReopens(draft: Draft, random: Random): void {
  const header = random.pick(['Reopens', 'Reopen count', 'Times reopened', 'Number of reopens']);
  addColumn(draft, {
    ...{ key: null, header, type: 'text' as const },
    cells: draft.rows.map(({ reopens }) => String(reopens)),
  });
  // Whether it is needed at all depends on stamps of ends, and on enough that ended.
  setKnown(draft, ['reopen_rate'], { is: 'known', tolerance: 1e-9, optional: true });
}

/** What the export counts by itself: how often agents wrote, how often a ticket came back. */
export const counts: Trait = {
  id: 'counts',
  options: { none: 8, replies: 2, reopens: 2 },
  apply: (draft, option, random) =>
    option === 'replies' ? countReplies(draft) : countReopens(draft, random),
};
