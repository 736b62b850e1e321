import type { FieldId } from '../../model/fields.ts';
import { isMissing } from '../../model/raw-value.ts';
import { namesAcknowledgement } from './acknowledgements.ts';
import type { Assigned } from './assignment.ts';
import { type ColumnLook, isInstant } from './column-look.ts';
import { isPlumbing } from './field-match.ts';
import { statusOf } from './vocabularies.ts';

const GUESSED = 0.5;
/** Dates of something else than the ticket. */
const elsewhere =
  /purchase|birth|warranty|contract|renewal|invoice|order|expir|shipped|delivery|due|target|deadline|appointment/;
/** Dates of something that is no end of it. */
const noEnd = new RegExp(
  [
    'assign|work|logged|escalat|snapshot|report|export|modif|updat|chang|last |view|read|sent|remind|schedul|start|begin|pause|hold|reopen|transfer',
    'zugewiesen|zuweis|arbeit|geander|aktualis|letzte|erinner|fallig|eskal|gelesen|gesendet|wiedereroff',
    'assigne|affect|attribu|modifi|mis a jour|dernier|derniere|echeance|rappel|travail|lu le|envoye',
    'asigna|modific|actualiz|ultim|vencim|record|trabajo|escal|atribu|atualiz|venciment|trabalho|lembrete|reabert',
    'assegn|aggiorn|scaden|lavor|toegewezen|gewijzigd|bijgewerkt|laatste|verval|werk',
  ].join('|'),
);
/** Fewest open tickets whose cell is empty: fewer may be those without an answer, or an assignment. */
const ENOUGH_OPEN = 3;
/** A list so short has hardly more. */
const SHORT = 10;
const NEARLY_ALL = 0.95;
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

/** Whether a column is filled where tickets are finished, and empty where they are open. */
function isWhereStatusEnds(look: ColumnLook, status: ColumnLook): boolean {
  const rows = { ended: 0, endedFilled: 0, open: 0, openEmpty: 0 };
  for (let row = 0; row < look.cells.length; row++) {
    if (isMissing(status.cells[row])) continue;
    const isFilled = !Number.isNaN(look.instants[0].values[row]);
    if (finished.has(statusOf(status.cells[row]) ?? '')) {
      rows.ended++;
      if (isFilled) rows.endedFilled++;
    } else {
      rows.open++;
      if (!isFilled) rows.openEmpty++;
    }
  }
  return (
    rows.openEmpty >= (look.cells.length < SHORT ? 1 : ENOUGH_OPEN) &&
    rows.openEmpty >= NEARLY_ALL * rows.open &&
    rows.endedFilled >= NEARLY_ALL * rows.ended
  );
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
    (look) => !taken.has(look.index) && !isPlumbing(look.name) && !elsewhere.test(look.header.words),
  );
  const others = looks.filter((look) => isInstant(look) && !isPlumbing(look.name));
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
  // How long it took is told by the helpdesk: an end that is guessed would only contradict it.
  if (chosen.has('reported_resolution_time_seconds')) return;
  const created = chosen.get('created_at')?.look;
  const end = free.find((look) => {
    const { words } = look.header;
    if (taken.has(look.index) || noEnd.test(words) || namesAcknowledgement(words)) return false;
    if (look.filled === 0 || look.filled === look.cells.length) return false;
    const follows = !created || shareInOrder(created.instants[0].values, look.instants[0].values) >= 0.95;
    return follows && isWhereStatusEnds(look, status);
  });
  if (end) chosen.set('solved_at', { field: 'solved_at', look: end, score: GUESSED, runnerUp: null });
}
