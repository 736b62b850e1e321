import { addColumn, type Draft, setKnown } from '../draft.ts';
import { repliesOf } from '../figures.ts';
import type { Random } from '../random.ts';
import type { Trait } from '../trait.ts';

function countReplies(draft: Draft): void {
  const cells = draft.rows.map((ticket) => String(repliesOf(ticket)));
  setKnown(draft, ['replies', 'one_touch_rate'], { is: 'known', tolerance: 1e-9 });
  // Who had no reply was not answered.
  for (const id of ['unanswered', 'closed_unanswered'] as const)
    if (draft.knowledge.get(id)?.is === 'withheld')
      setKnown(draft, [id], { is: 'known', tolerance: 1e-6, optional: true });
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

function countHands(draft: Draft, random: Random): void {
  const header = random.pick(['Reassignments', 'Reassignment count', 'Number of reassignments', 'Transfers']);
  addColumn(draft, {
    ...{ key: null, header, type: 'text' as const },
    cells: draft.rows.map(({ hands }) => String(hands.length)),
  });
  setKnown(draft, ['reassignments'], { is: 'known', tolerance: 1e-9 });
}

const counted: Readonly<Record<string, (draft: Draft, random: Random) => void>> = {
  replies: countReplies,
  reopens: countReopens,
  reassignments: countHands,
};

/** What the export counts by itself: how often agents wrote, how often a ticket came back. */
export const counts: Trait = {
  id: 'counts',
  options: { none: 8, replies: 2, reopens: 2, reassignments: 2 },
  apply: (draft, option, random) => counted[option](draft, random),
};
