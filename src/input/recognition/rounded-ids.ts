import type { Problem } from '../../model/problem.ts';
import { foldValue } from '../../model/raw-value.ts';
import type { ColumnLook } from './column-look.ts';
import type { Identity } from './identify.ts';
import { groupsOf, mostlyAgree } from './row-groups.ts';

interface Rounded {
  readonly identity: Identity;
  /** The ids that a spreadsheet rounded (`1.03006E+13`). */
  readonly id: ColumnLook;
  readonly created: ColumnLook;
  readonly where: NonNullable<Problem['where']>;
}

/** One row in so many may share its rounded id and the day of its creation with another by chance. */
const CHANCE_ONE_OF = 50;
/** One row in so many says all of another one again: rows are no tickets. */
const REPEATED_ONE_OF = 5;
/** Fewer may be people who sent a form twice. */
const FEWEST_REPEATED = 5;

/**
 * Which rows are the same ticket where ids were rounded to one or a few: those that were created at the same time too, if
 * their people and subjects agree. Where a ticket has several rows and its creation does not tell it from others (a day on
 * which many came), nobody knows how many tickets there are: an error.
 */
export function settleRounded({ identity, id, created, where }: Rounded): {
  readonly within: ColumnLook | null;
  readonly problems: readonly Problem[];
} {
  const pairs = groupsOf(id, created);
  const isRare = repeatedIn(pairs) * CHANCE_ONE_OF < id.filled;
  if (pairs.length === 0 || (isRare && !hasTimes(created))) return { within: null, problems: [] };
  const { choices } = identity;
  const tellers = [choices.get('requester')?.look, choices.get('subject')?.look].flatMap((look) =>
    look && look.distinct > 1 ? [look] : [],
  );
  if (tellers.length === 0) return { within: null, problems: [] };
  const say = (code: Problem['code'], severity: Problem['severity'], within: ColumnLook): Problem => ({
    ...{ code, severity, where },
    args: { column: id.name, within: within.name },
  });
  if (tellers.every((look) => mostlyAgree(pairs, look)) || areOneByAsker(identity, pairs))
    return { within: created, problems: [say('ids_joined', 'note', created)] };
  const same = tellers.reduce((groups, look) => groups.flatMap((rows) => partsBy(rows, look)), pairs);
  const isFannedOut = repeatedIn(same) * REPEATED_ONE_OF > id.filled;
  return { within: null, problems: isFannedOut ? [say('rows_not_told_apart', 'error', created)] : [] };
}

/** Whether what one person asked at one time is the same each time: others who asked then are told apart by who they are. */
function areOneByAsker({ choices }: Identity, pairs: readonly (readonly number[])[]): boolean {
  const [created, requester, subject] = (['created_at', 'requester', 'subject'] as const).map(
    (field) => choices.get(field)?.look,
  );
  if (!created || !requester || !subject || subject.distinct < 2 || !hasTimes(created)) return false;
  const asked = pairs.flatMap((rows) => partsBy(rows, requester));
  return asked.length > 0 && mostlyAgree(asked, subject);
}

/**
 * Whether rows of which no column says whose they are tell of tickets more than once: one in five says the creation, to
 * the minute, the person and the subject of another one again.
 */
export function areSaidAgain({ choices }: Identity, created: ColumnLook): boolean {
  const [requester, subject] = (['requester', 'subject'] as const).map((field) => choices.get(field)?.look);
  if (!requester || !subject || subject.distinct < 2 || requester.distinct < 2 || !hasTimes(created))
    return false;
  const same = groupsOf(created, requester).flatMap((rows) => partsBy(rows, subject));
  const repeated = repeatedIn(same);
  return repeated >= FEWEST_REPEATED && repeated * REPEATED_ONE_OF > created.filled;
}

const DAY = 86_400_000;
const hasTimes = (created: ColumnLook): boolean =>
  created.instants[0]?.values.some((at) => at % DAY !== 0) ?? false;

/** How many rows come after the first one of their group. */
const repeatedIn = (groups: readonly (readonly number[])[]): number =>
  groups.reduce((sum, rows) => sum + rows.length - 1, 0);

/** The rows of a group that say the same in a further column. */
function partsBy(rows: readonly number[], look: ColumnLook): number[][] {
  const parts = new Map<string, number[]>();
  for (const row of rows) {
    const said = foldValue(look.cells[row]);
    const part = parts.get(said);
    if (part) part.push(row);
    else parts.set(said, [row]);
  }
  return [...parts.values()].filter((part) => part.length > 1);
}
