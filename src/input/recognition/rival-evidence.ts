import { saysHappened } from '../../model/customer-ends.ts';
import type { FieldId, FieldType } from '../../model/fields.ts';
import { isMissing } from '../../model/raw-value.ts';
import { type ColumnLook, isUnique } from './column-look.ts';
import { lookUp, roleVocabulary } from './vocabularies.ts';

/** What is weighed between the columns that could feed one field. */
export interface RivalEvidence {
  readonly says: string;
  /** Types of fields for which it counts; all where it is left out. */
  readonly types?: readonly FieldType[];
  /** Fields for which it counts; all where it is left out. */
  readonly fields?: readonly FieldId[];
  /** What is taken off the score. */
  readonly costs: number;
  readonly holds: (look: ColumnLook, others: readonly ColumnLook[]) => boolean;
}

const saysUnique = /\bunique/;

/** Taken off where a column tells less than another that could feed the same field. */
export const rivalEvidence: readonly RivalEvidence[] = [
  {
    says: 'it is empty, and another column for this field is filled',
    costs: 0.6,
    holds: (look, others) => look.filled === 0 && others.some((other) => other.filled > 0),
  },
  {
    says: 'it is the same in every row, and another column for this field varies',
    costs: 0.45,
    holds: (look, others) =>
      look.filled > 1 &&
      look.distinct === 1 &&
      others.some((other) => other.distinct > 1 && other.filled >= look.filled * 0.5),
  },
  {
    says: 'its header names no unit, and that of another column for this measure does',
    costs: 0.2,
    types: ['duration'],
    holds: (look, others) =>
      look.header.unit === null &&
      look.durationShare < 0.5 &&
      others.some((other) => other.header.unit !== null),
  },
  {
    says: 'it says in words what another column says in numbers',
    costs: 0.3,
    types: ['score'],
    holds: (look, others) => look.numberShare < 0.5 && others.some((other) => other.numberShare >= 0.9),
  },
  {
    says: 'another column says in its name that it is the unique one, and is',
    costs: 0.04,
    types: ['id'],
    holds: (look, others) =>
      !saysUnique.test(look.header.words) &&
      others.some((other) => saysUnique.test(other.header.words) && isUnique(other)),
  },
  {
    says: 'it is what JSON calls the id of whatever holds the row, and another column names the id that is meant',
    costs: 0.15,
    types: ['id'],
    holds: (look, others) =>
      look.name === '_parent.id' &&
      others.some(
        ({ name, header, filled }) =>
          name !== '_parent.id' &&
          filled >= look.filled &&
          !/\bparent\b/.test(header.words.replace(/^parent /, '')),
      ),
  },
  {
    says: 'it is what holds the row, by the name that the row itself has for it too',
    costs: 0.15,
    types: ['id'],
    holds: (look, others) =>
      look.name.startsWith('_parent.') &&
      others.some(({ name, cells }) => !name.startsWith('_parent.') && isSame(cells, look.cells)),
  },
  {
    says: 'it has one word for all people, and another column for this field tells them apart',
    costs: 0.5,
    fields: ['author_role'],
    holds: (look, others) =>
      look.roleShare >= 0.9 &&
      look.distinct <= 2 &&
      others.some((other) => tellsPeopleApart(other) && other !== look) &&
      !tellsPeopleApart(look),
  },
  {
    says: 'it is different in every row, and another column for this field comes back in row after row',
    costs: 0.3,
    fields: ['ticket_id'],
    holds: (look, others) =>
      isUnique(look) &&
      others.some((other) => other.filled >= look.filled && other.distinct * 1.5 <= other.filled),
  },
  {
    says: 'it is when something was to end, and another column says when customers left',
    costs: 0.2,
    fields: ['ended_at'],
    holds: (look, others) =>
      !saysHappened(look.name) && others.some((other) => other.filled > 0 && saysHappened(other.name)),
  },
  {
    says: 'it is when somebody asked to leave, and another column says when it ended',
    costs: 0.2,
    fields: ['ended_at'],
    holds: (look, others) =>
      asksToLeave.test(look.header.words) &&
      others.some((other) => other.filled > 0 && hasEnded.test(other.header.words) && isWithin(other, look)),
  },
  {
    says: 'its few stamps come back in row after row, none before that of another column for this field, which hardly do',
    costs: 0.3,
    fields: ['created_at'],
    holds: (look, others) => others.some((other) => isTakenOf(look, other)),
  },
  {
    says: 'it has the days alone of another column that has their times too',
    costs: 0.1,
    types: ['instant'],
    holds: (look, others) => others.some((other) => isDayOf(look, other)),
  },
];

/** A cancellation is asked for at one time and takes place at another (Stripe's `canceled_at` and `ended_at`). */
const asksToLeave = /^(?:cancell?ed|cancell?ation|cancel)(?: (?:at|on|date|time|utc))*$/;
const hasEnded = /^(?:ended|terminated|deactivated|churned)(?: (?:at|on|date|time|utc))*$/;

/** True where a column is filled in no row in which the other is not. */
const isWithin = (inner: ColumnLook, outer: ColumnLook): boolean =>
  inner.cells.every((cell, row) => isMissing(cell) || !isMissing(outer.cells[row] ?? ''));

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.every((cell, row) => cell === other[row]);

/** A column of roles in which people who are no machines have several. */
function tellsPeopleApart({ cells, roleShare }: ColumnLook): boolean {
  if (roleShare < 0.9) return false;
  const people = new Set<string>();
  for (const cell of cells) {
    // GitHub's NONE says that somebody has no part in the project: it is no missing cell here.
    const role = lookUp(roleVocabulary, cell);
    if (role && role !== 'bot' && role !== 'system') people.add(role);
  }
  return people.size > 1;
}

const DAY = 86_400_000;

/** Rows to each stamp from which on they are when something was looked at: the days of a report, of snapshots. */
const ROWS_TO_A_REPORT = 8;

/** True where one column says when the rows were taken, and another when each began. */
function isTakenOf(look: ColumnLook, other: ColumnLook): boolean {
  if (look.distinct < 2 || look.filled < look.distinct * ROWS_TO_A_REPORT) return false;
  if (other.distinct < look.distinct * 4) return false;
  const [taken, began] = [look.instants[0]?.values, other.instants[0]?.values];
  return Boolean(taken && began) && taken.every((at, row) => !(at < began[row]));
}

/** True where one column has midnights alone, and another the times of the same days. */
function isDayOf(look: ColumnLook, other: ColumnLook): boolean {
  const [days, times] = [look.instants[0]?.values, other.instants[0]?.values];
  if (!days || !times) return false;
  let pairs = 0;
  let hasTimes = false;
  for (let row = 0; row < days.length; row++) {
    const day = days[row];
    const time = times[row];
    if (Number.isNaN(day) || Number.isNaN(time)) continue;
    if (day % DAY !== 0 || Math.floor(time / DAY) * DAY !== day) return false;
    if (time % DAY !== 0) hasTimes = true;
    pairs++;
  }
  return hasTimes && pairs >= 2;
}
