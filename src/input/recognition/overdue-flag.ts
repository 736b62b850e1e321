import { foldValue, isMissing } from '../../model/raw-value.ts';
import { type ColumnLook, isInstant } from './column-look.ts';
import { truths } from './flag-words.ts';
import { stampIn } from './stamped-headers.ts';
import { statusOf } from './vocabularies.ts';

/**
 * `Overdue`: in osTicket what is late at the moment, cleared when the ticket is closed; elsewhere what was late, kept for
 * good. Which of them a file means, its finished tickets say: where one is overdue, the flag is a verdict on it.
 */
const overdue =
  /^(?:is |was )?(?:overdue|over due|late|delayed|uberfallig|verspatet|en retard|hors delai|vencid[ao]|atrasad[ao]|retrasad[ao]|in ritardo|scadut[ao]|te laat|forsenad|forsinket|myohassa|po terminu|po terminie|przeterminowan[aey]|просрочен[ао]?|просрочено|gecikmis|gecikti)(?: flag| yn| y n)?$/;
const finished: ReadonlySet<string> = new Set(['solved', 'closed']);
const MOSTLY = 0.8;
/** Finished tickets that are overdue from which on it is no slip. */
const LEAST = 2;

/** True for a column that says of finished tickets that they were late. */
export function isKeptOverdue(look: ColumnLook, looks: readonly ColumnLook[]): boolean {
  if (!overdue.test(look.header.words) || look.flagShare < 0.9) return false;
  const status = looks.find(
    (other) => other !== look && other.exactStatusShare >= MOSTLY && !isInstant(other),
  );
  const end = status ? undefined : looks.find((other) => isInstant(other) && namesEnd(other));
  if (!status && !end) return false;
  const isFinished = (row: number): boolean =>
    status ? finished.has(statusOf(status.cells[row] ?? '') ?? '') : !isMissing(end?.cells[row] ?? '');
  let kept = 0;
  for (let row = 0; row < look.cells.length && kept < LEAST; row++)
    if (truths.has(foldValue(look.cells[row])) && isFinished(row)) kept++;
  return kept >= LEAST;
}

const ends: ReadonlySet<string> = new Set(['solved_at', 'closed_at', 'first_solved_at']);
const namesEnd = (look: ColumnLook): boolean => ends.has(stampIn(look.header.words)?.field ?? '');
