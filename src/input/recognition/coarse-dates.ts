import { type DataKind, type FieldId, type FieldType, fieldsOf, neededFields } from '../../model/fields.ts';
import type { FieldMapping } from '../../model/mapping.ts';
import type { Problem } from '../../model/problem.ts';
import { isMissing } from '../../model/raw-value.ts';
import { fillerWords, foldWord, monthWords } from '../../time/month-names.ts';
import { type ColumnLook, isInstant } from './column-look.ts';
import { headerWorths } from './header-worths.ts';

/** What cells name instead of a day. */
export type Coarse = 'months' | 'quarters' | 'weeks' | 'years';

/** A column of periods, which are no dates: nobody knows on which day of them it was. */
export interface CoarseDates {
  readonly look: ColumnLook;
  readonly what: Coarse;
  readonly example: string;
}

const numericMonth =
  /^(?:(?:19|20)\d\d(?:[-/. ](?:0?[1-9]|1[0-2])|0[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])[-/. ](?:19|20)\d\d|(?:19|20)\d\d年\s?\d{1,2}月)$/;
const quarter =
  /^(?:(?:19|20)\d\d[-/ ]?[QT][1-4]|[QT][1-4][-/ .]?(?:19|20)?\d\d|[1-4]\.?(?:er|º|o)? ?(?:quarter|quartal|trimestre) (?:19|20)\d\d)$/i;
const week =
  /^(?:(?:19|20)\d\d[- ]?(?:W|KW|S)\d{1,2}|(?:W|KW|week|woche|semaine|semana|settimana) ?\d{1,2}[-/ ,]*(?:19|20)\d\d)$/i;
const year = /^(?:19|20)\d\d$/;
const monthHeader = /\b(?:months?|monat|mois|mes|mese|maand|period|periode|periodo)\b|মাস|महीना|माह|月/u;

/** `Jan 2026`, `January-26`, `mars '26`, `enero de 2026`: a month by name and a year, and no day. */
function isNamedMonth(cell: string): boolean {
  const numbers = cell.match(/\p{Nd}+/gu) ?? [];
  if (numbers.length !== 1 || !/^(?:\p{Nd}{4}|\p{Nd}{2})$/u.test(numbers[0])) return false;
  if (numbers[0].length === 2 && !/[-/'’]\s?\p{Nd}{2}$/u.test(cell)) return false;
  const words = cell.match(/[\p{L}\p{M}]+/gu) ?? [];
  const named = words.filter((word) => monthWords().has(foldWord(word)));
  return named.length === 1 && words.every((word) => word === named[0] || fillerWords().has(foldWord(word)));
}

function coarseOf(cell: string, header: string): Coarse | null {
  if (numericMonth.test(cell) || isNamedMonth(cell)) return 'months';
  if (quarter.test(cell)) return 'quarters';
  if (week.test(cell)) return 'weeks';
  if (year.test(cell)) return 'years';
  const isMonth = /^(?:0?[1-9]|1[0-2])$/.test(cell) || monthWords().has(foldWord(cell));
  return monthHeader.test(header) && isMonth ? 'months' : null;
}

/** Share of the cells that must name a period. */
const MOST = 0.9;

/** The column as one of periods; null where it holds anything else. */
export function coarseDates(look: ColumnLook): CoarseDates | null {
  if (look.filled === 0 || isInstant(look)) return null;
  const counts = new Map<Coarse, number>();
  const examples = new Map<Coarse, string>();
  for (const raw of look.cells) {
    if (isMissing(raw)) continue;
    const cell = raw.trim();
    const what = coarseOf(cell, look.header.words);
    if (what === null) continue;
    counts.set(what, (counts.get(what) ?? 0) + 1);
    if (cell < (examples.get(what) ?? '\uffff')) examples.set(what, cell);
  }
  for (const [what, count] of counts)
    if (count >= look.filled * MOST) return { look, what, example: examples.get(what) ?? '' };
  return null;
}

const periodWord =
  /\b(?:month|quarter|week|year|monat|quartal|woche|jahr|mois|mes|mês|mese|trimestre|ano|año)\b/i;

/** How well a header must name a field of stamps. */
const NAMED = 0.75;

/** The stamp of each kind of table by which its rows are dated. */
const datedBy: Readonly<Partial<Record<DataKind, FieldId>>> = {
  tickets: 'created_at',
  events: 'at',
  messages: 'sent_at',
  customers: 'started_at',
  activity: 'at',
};

interface CoarseQuestion {
  readonly kind: DataKind | 'none';
  readonly looks: readonly ColumnLook[];
  readonly fields: Readonly<Partial<Record<FieldId, FieldMapping>>>;
  readonly where: NonNullable<Problem['where']>;
}

/**
 * What is said of columns that hold months, quarters, weeks or years where a date is looked for. The stamp that dates
 * the rows is an error: no day of a month is as good as its first. Any other is left out, with a warning.
 */
export function coarseProblems(question: CoarseQuestion): Problem[] {
  const { kind, looks, where } = question;
  return looks.flatMap((look): Problem[] => {
    const named = fieldOf(question, look);
    const coarse = named && coarseDates(look);
    if (!coarse) return [];
    const isNeeded = datedBy[named.kind] === named.field && needs(named.kind, named.field);
    if (!isNeeded && kind === 'none') return [];
    const found = isNeeded ? looks.map(({ name }) => name).slice(0, 40) : undefined;
    const { what, example } = coarse;
    const severity = isNeeded ? 'error' : 'warning';
    const args = { field: named.field, column: look.name, what, example, found };
    return [{ code: 'dates_too_coarse', severity, args, where }];
  });
}

interface NamedField {
  readonly kind: DataKind;
  readonly field: FieldId;
  readonly worth: number;
}

/** The field of stamps that a column feeds, because somebody says so, or would feed if it held stamps. */
function fieldOf({ kind, fields }: CoarseQuestion, look: ColumnLook): NamedField | null {
  if (kind !== 'none') {
    const types = fieldsOf[kind] as Record<string, FieldType>;
    const fed = (Object.keys(fields) as FieldId[]).find((field) => fields[field]?.column === look.index);
    if (fed !== undefined) return types[fed] === 'instant' ? { kind, field: fed, worth: 1 } : null;
    const named = fieldNamed(kind, look);
    return named && !fields[named.field] ? named : null;
  }
  const named = (Object.keys(datedBy) as DataKind[]).flatMap((each) => fieldNamed(each, look) ?? []);
  return named.sort((a, b) => b.worth - a.worth)[0] ?? null;
}

const needs = (kind: DataKind, field: FieldId): boolean =>
  (neededFields[kind] as readonly (readonly FieldId[])[]).some((alternatives) =>
    alternatives.includes(field),
  );

/** The field of stamps that a header names best, as it is or with "date" for the word of a period (`Start Month`). */
function fieldNamed(kind: DataKind, look: ColumnLook): NamedField | null {
  const types = fieldsOf[kind] as Record<string, FieldType>;
  const dated = look.name.replaceAll(/[-_.]/g, ' ').replace(periodWord, 'date');
  const asItIs = headerWorths(kind, look.name);
  const asDate = headerWorths(kind, dated);
  let best: NamedField | null = null;
  for (const field of Object.keys(types) as FieldId[]) {
    if (types[field] !== 'instant') continue;
    const worth = Math.max(asItIs(field), asDate(field));
    if (worth >= NAMED && worth > (best?.worth ?? 0)) best = { kind, field, worth };
  }
  return best;
}
