import { addColumn, blur, type Draft, dropColumn, resolutionFigures, setKnown } from '../draft.ts';
import type { Trait } from '../trait.ts';

/** How the export tells when a ticket ended. */
export const ends: Trait = {
  id: 'ends',
  options: { solved: 5, solved_and_closed: 3, duration: 2, duration_and_solved: 2, none: 2 },
  plain: (draft) => {
    if (missed(draft, lastStamp(draft)) < MISSED) cannotTellWhatIsMissing(draft);
  },
  apply: (draft, option) => {
    if (option === 'solved_and_closed')
      addColumn(draft, { key: 'closed', type: 'instant', cells: draft.rows.map(({ closedAt }) => closedAt) });
    if (option.startsWith('duration')) {
      const cells = draft.rows.map(({ solvedAt, createdAt }) =>
        solvedAt === null ? null : solvedAt - createdAt,
      );
      addColumn(draft, { key: 'resolution_duration', type: 'duration', cells });
    }
    if (option === 'duration' || option === 'none') dropColumn(draft, 'solved');
    else if (missed(draft, lastStamp(draft)) < MISSED) cannotTellWhatIsMissing(draft);
    if (option === 'duration') blur(draft, resolutionFigures, 60);
    if (option === 'none' || option === 'duration') cannotTellWhatIsMissing(draft);
    if (option === 'none') setKnown(draft, ['solved', ...resolutionFigures], { is: 'withheld' });
  },
};

/**
 * So many tickets that could have been open at the last stamp, and are not there, are missed: of fewer, none would be
 * open in more than one list of five by chance.
 */
const MISSED = 1.5;

/** The last stamp of the columns that are there by now. */
const lastStamp = ({ columns }: Draft): number =>
  columns
    .filter(({ type }) => type === 'instant')
    .flatMap(({ cells }) => cells)
    .reduce<number>((most, cell) => (typeof cell === 'number' ? Math.max(most, cell) : most), 0);

/** How many of the tickets would be open at the last stamp of the file, if each took as long as any other. */
function missed(draft: Draft, last: number): number {
  const rows = [...new Set(draft.rows)];
  const spans = rows.flatMap(({ solvedAt, createdAt }) => (solvedAt === null ? [] : [solvedAt - createdAt]));
  return rows.reduce(
    (sum, { createdAt }) => sum + spans.filter((span) => span > last - createdAt).length / rows.length,
    0,
  );
}

/** Whatever further stamps say of when the data end may leave nothing to be missed. */
export function settleWhatIsMissing(draft: Draft): void {
  if (missed(draft, Math.max(...draft.ends)) < MISSED) cannotTellWhatIsMissing(draft);
}

/** A list of solved tickets alone may then as well be a desk without any other. */
function cannotTellWhatIsMissing(draft: Draft): void {
  if (!draft.rows.every(({ solvedAt }) => solvedAt !== null)) return;
  for (const id of ['backlog', 'unanswered'] as const)
    if (draft.knowledge.get(id)?.is === 'withheld')
      setKnown(draft, [id], { is: 'known', tolerance: 0, optional: true, value: 0 });
}
