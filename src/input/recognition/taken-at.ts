import { isMissing } from '../../model/raw-value.ts';
import { type ColumnLook, isInstant } from './column-look.ts';
import { saysWhenMade } from './exported-at.ts';
import { foldHeader } from './header.ts';
import { groupsOf } from './row-groups.ts';

/**
 * When each row was taken of its ticket, in lists that hold a ticket as it stood on several days (`Snapshot date`, `As
 * of`, `Stand`): of a ticket's rows the last one holds (DEFINITIONS 14). In the languages of the recogniser, folded as
 * headers are.
 */
const taken = new RegExp(
  `^(?:${[
    '(?:as of|as at|status as of|data as of)(?: date| day)?|snapshot(?: \\w+)?|\\w+ snapshot(?: date)?|reporting (?:date|day)|data date|extract|extraction',
    'stand|stichtag|datenstand|abzug(?:sdatum)?|auswertungs?(?:datum|tag)',
    'situation au|etat au|arrete au|date (?:de situation|d arrete|de reference)',
    'fecha (?:de corte|de referencia)|a fecha de|corte',
    'data (?:base|de referencia|de corte)|posicao em',
    'data (?:di riferimento|estrazione|di estrazione)|situazione al|stato al',
    'peildatum|stand per|stand op',
    'stan na dzien|data stanu',
  ].join('|')})$`,
  'u',
);

/**
 * The column of stamps that says it in every row, none before its ticket began: by its header, else by its cells, each of
 * which holds a ticket once at most; null for none.
 */
export function takenAtColumn(
  looks: readonly ColumnLook[],
  used: ReadonlySet<number | undefined>,
  { created, id }: { readonly created: ColumnLook | undefined; readonly id: ColumnLook | undefined },
): ColumnLook | null {
  const stamps = looks.filter(
    (look) =>
      !used.has(look.index) && isFilledWith(look, created) && isInstant(look) && !beginsBefore(look, created),
  );
  // Without the zone too: `as_of_utc`.
  const named = stamps.filter(
    (look) =>
      [foldHeader(look.name), look.header.words].some((words) => taken.test(words)) ||
      saysWhenMade(look.name),
  );
  if (named.length > 0) return named.length === 1 ? named[0] : null;
  const parting = id === undefined ? [] : stamps.filter((look) => partsRows(look, id));
  return parting.length === 1 ? parting[0] : null;
}

/** Rows of one day that make it a list of a day, and no stamp of each ticket's own. */
const ROWS_A_DAY = 10;

/** Whether rows that repeat a ticket stand there at times that many rows share, and none twice at one of them. */
function partsRows(look: ColumnLook, id: ColumnLook): boolean {
  if (look.distinct < 2 || look.filled < ROWS_A_DAY * look.distinct || id.distinct === id.filled)
    return false;
  return groupsOf(id, look).length === 0;
}

/** Whether every row that has a beginning is dated; a line of totals has neither. */
const isFilledWith = (look: ColumnLook, created: ColumnLook | undefined): boolean =>
  look.filled === look.cells.length ||
  (created !== undefined &&
    look.filled > 0 &&
    look.cells.every((cell, row) => !isMissing(cell) || isMissing(created.cells[row] ?? '')));

const DAY = 86_400_000;

/** Whether a row stands there from before the day on which its ticket began. */
function beginsBefore(look: ColumnLook, created: ColumnLook | undefined): boolean {
  const [at, began] = [look.instants[0]?.values, created?.instants[0]?.values];
  if (!at || !began) return false;
  return at.some((each, row) => each < began[row] - DAY);
}
