import type { FieldId } from '../../model/fields.ts';
import type { Assigned } from './assignment.ts';
import { type ColumnLook, isInstant } from './column-look.ts';
import { plumbing } from './field-match.ts';
import { statusOf } from './vocabularies.ts';

const GUESSED = 0.5;
/** Dates of something else than the ticket. */
const elsewhere =
  /purchase|birth|warranty|contract|renewal|invoice|order|expir|shipped|delivery|due|target|deadline|appointment/;
const finished: ReadonlySet<string> = new Set(['solved', 'closed', 'merged', 'spam', 'deleted']);

/** Share of the rows with both stamps in which the second is not before the first. */
function shareInOrder(first: Float64Array, second: Float64Array): number {
  let pairs = 0;
  let inOrder = 0;
  for (let row = 0; row < first.length; row++) {
    const interval = second[row] - first[row];
    if (Number.isNaN(interval)) continue;
    pairs++;
    if (interval >= 0) inOrder++;
  }
  return pairs === 0 ? 1 : inOrder / pairs;
}

/**
 * The stamps of tickets whose headers say nothing: the column that is always there and never later than any other is
 * when tickets were created; one filled exactly where the status is an end is when they were solved.
 */
export function stampsByValues(looks: readonly ColumnLook[], chosen: Map<FieldId, Assigned>): void {
  const taken = new Set([...chosen.values()].map(({ look }) => look.index));
  const stamps = looks.filter(
    (look) => isInstant(look) && (!taken.has(look.index) || look.header.words === ''),
  );
  const free = stamps.filter(
    (look) => !taken.has(look.index) && !plumbing.test(look.name) && !elsewhere.test(look.header.words),
  );
  const others = looks.filter((look) => isInstant(look) && !plumbing.test(look.name));
  if (!chosen.has('created_at')) {
    const created = free.find(
      (look) =>
        look.filled >= look.cells.length * 0.95 &&
        others.every(
          (other) =>
            other === look || shareInOrder(look.instants[0].values, other.instants[0].values) >= 0.95,
        ),
    );
    if (created) {
      chosen.set('created_at', { field: 'created_at', look: created, score: GUESSED, runnerUp: null });
      taken.add(created.index);
    }
  }
  const status = chosen.get('status')?.look;
  if (!status || chosen.has('solved_at') || chosen.has('closed_at')) return;
  const created = chosen.get('created_at')?.look;
  const end = free.find((look) => {
    if (taken.has(look.index) || look.filled === 0 || look.filled === look.cells.length) return false;
    let agree = 0;
    for (let row = 0; row < look.cells.length; row++) {
      const isEnd = finished.has(statusOf(status.cells[row]) ?? '');
      if (isEnd !== Number.isNaN(look.instants[0].values[row])) agree++;
    }
    const follows = !created || shareInOrder(created.instants[0].values, look.instants[0].values) >= 0.95;
    return follows && agree >= look.cells.length * 0.9;
  });
  if (end) chosen.set('solved_at', { field: 'solved_at', look: end, score: GUESSED, runnerUp: null });
}
