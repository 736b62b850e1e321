import { DAY, type TrueTicket } from '../desk.ts';
import { addColumn, type Column, type Draft, dropColumn, takeRows } from '../draft.ts';
import type { Random } from '../random.ts';
import type { Trait } from '../trait.ts';

const tags = ['vip', 'refund', 'bug', 'trial', 'sales'];

/** What a row is. */
export const rows: Trait = {
  id: 'rows',
  options: {
    ticket: 8,
    ticket_and_tag: 2,
    numbered: 2,
    shuffled: 2,
    some_twice: 1,
    work_log: 1,
    snapshots: 1,
    no_id: 1,
  },
  isAmbiguous: (option) => option === 'no_id',
  apply: (draft, option, random) => {
    const all = draft.rows.map((_, row) => row);
    if (option === 'numbered')
      addColumn(
        draft,
        {
          key: null,
          header: random.pick(['#', 'No', '']),
          type: 'text',
          cells: all.map((row) => String(row + 1)),
        },
        0,
      );
    if (option === 'no_id' && draft.further.length === 0) dropColumn(draft, 'id');
    if (option === 'work_log') {
      const entries = all.flatMap((row) => Array.from({ length: 1 + random.int(3) }, () => row));
      takeRows(draft, entries);
      const at = (): number => random.int(5) * DAY;
      addColumn(draft, {
        ...{ key: null, header: 'Work date', type: 'instant' },
        cells: draft.rows.map(({ createdAt, updatedAt }) => Math.min(updatedAt, createdAt + at())),
      });
      addColumn(draft, {
        ...{ key: null, header: 'Hours worked', type: 'text' },
        cells: draft.rows.map(() => (random.int(40) / 10).toFixed(1)),
      });
    }
    if (option === 'snapshots') takeSnapshots(draft, random);
    if (option === 'shuffled') takeRows(draft, shuffle(all, random.next));
    if (option === 'some_twice')
      takeRows(
        draft,
        all.flatMap((row) => (random.chance(0.05) ? [row, row] : [row])),
      );
    if (option === 'ticket_and_tag') {
      const counts = all.map(() => 1 + random.int(3));
      takeRows(
        draft,
        all.flatMap((row) => Array.from({ length: counts[row] }, () => row)),
      );
      addColumn(draft, {
        key: null,
        header: 'Tag',
        type: 'text',
        cells: counts.flatMap((count, row) =>
          Array.from({ length: count }, (_, i) => tags[(row + i) % tags.length]),
        ),
      });
    }
  },
};

/** Each ticket as it stood at the end of each of the last three weeks in which it was there. */
function takeSnapshots(draft: Draft, random: Random): void {
  const { exportedAt } = draft.desk;
  const taken = [exportedAt - 14 * DAY, exportedAt - 7 * DAY, exportedAt];
  const entries = taken.flatMap((at) =>
    draft.rows.flatMap(({ createdAt }, row) => (createdAt <= at ? [{ row, at }] : [])),
  );
  takeRows(
    draft,
    entries.map(({ row }) => row),
  );
  for (const each of draft.columns) {
    if (each.type === 'text' && each.key !== 'status' && !each.isOfAnswer) continue;
    each.cells = each.cells.map((cell, i) => asOf(each, cell, draft.rows[i], entries[i].at));
  }
  const header = random.pick(['Snapshot date', 'Report date', 'As of']);
  addColumn(draft, { key: null, header, type: 'instant', cells: entries.map(({ at }) => at) });
}

/** A cell as it stood at an instant. */
function asOf(
  { key, type, isOfAnswer }: Column,
  cell: number | string | null,
  ticket: TrueTicket,
  at: number,
): number | string | null {
  const { firstSolvedAt, reopenedAt } = ticket;
  // Solved then, and reopened later.
  if (firstSolvedAt !== null && reopenedAt !== null && firstSolvedAt <= at && at < reopenedAt) {
    if (key === 'solved') return firstSolvedAt;
    if (key === 'resolution_duration') return firstSolvedAt - ticket.createdAt;
    if (cell === ticket.status) return 'solved';
  }
  if (type === 'instant') return typeof cell === 'number' && cell > at ? null : cell;
  const { answeredAt, solvedAt, closedAt, status } = ticket;
  if (type === 'duration' || isOfAnswer) {
    const end = key === 'resolution_duration' ? solvedAt : answeredAt;
    return end !== null && end > at ? null : cell;
  }
  if (cell !== status) return cell;
  if (closedAt !== null && closedAt > at && solvedAt !== null && solvedAt <= at) return 'solved';
  if (solvedAt !== null && solvedAt > at) return answeredAt !== null && answeredAt <= at ? 'open' : 'new';
  return answeredAt !== null && answeredAt > at ? 'new' : cell;
}

function shuffle(list: readonly number[], next: () => number): number[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [out[i], out[j]] = [out[j], out[i]];
  }
  return out;
}
