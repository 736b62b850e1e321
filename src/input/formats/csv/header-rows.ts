import { isUnit, saysForm } from '../../../time/unit-cells.ts';

/**
 * How many rows of a survey export are header. Qualtrics writes three (codes, question texts, `{"ImportId": …}`) or,
 * in its older format, two (V1, V2, … over names); SurveyMonkey two (questions over answer options). Everything else
 * has one, unless technical names or types stand below it. `rowAt` gives the rows from the header on, the header being 0,
 * as far as they are looked at.
 */
export function headerRowsAt(rowAt: (index: number) => readonly string[] | undefined): number {
  const [first, second, third] = [rowAt(0), rowAt(1), rowAt(2)];
  if (!first || !second || first.length < 2) return 1;
  if (third && areImportIds(third)) return 3;
  if (areImportIds(second)) return 2;
  if (isLegacyQualtrics(first, second)) return 2;
  if (areUnits(first, second, rowAt)) return 2;
  return isAnswerOptions(first, second, rowAt) || areNames(first, second, rowAt) ? 2 : 1;
}

/** True where a row says in what its columns are: `(hours)`, `[min]`, `dd/mm/yyyy`; such a cell stands above figures. */
function areUnits(
  first: readonly string[],
  second: readonly string[],
  rowAt: (index: number) => readonly string[] | undefined,
): boolean {
  if (second.length > first.length) return false;
  const told = second.flatMap((cell, column) => (cell.trim() === '' ? [] : [column]));
  if (told.length === 0 || !told.every((column) => saysForm(second[column]))) return false;
  return told.some((column) => isUnit(second[column]) && holdsFigures(column, rowAt));
}

/** Rows behind that show what a column holds. */
const LOOKED = 6;
/** Columns whose cells are stamps or numbers but for the row of names: an id and a creation at least. */
const FEWEST = 2;
const nameLike = /^[[(<#]?[\p{L}_#][\p{L}\p{N}_ .:-]{0,40}[\])>]?$/u;
const figure = /^[#'=" ]*[+-]?\d[\d.,:/ TZ+-]*(?: ?[AP]M)?["]?$/i;

/** A name with its unit or zone, once it is known to be one: `Wait (min)`, `First reply [h]`, `Created, UTC`. */
const longName = /^[\p{L}_#[(<][^\n]{0,60}$/u;

const isSameName = (cell: string, above: string): boolean => plain(cell) === plain(above);
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[\s_.-]+/g, ' ')
    .trim();

/**
 * True where a row names the columns once more (`created_at`, `[date]`): nothing but short words, where in the rows behind
 * it at least two columns hold nothing but figures and stamps.
 */
function areNames(
  first: readonly string[],
  second: readonly string[],
  rowAt: (index: number) => readonly string[] | undefined,
): boolean {
  if (second.length !== first.length) return false;
  const again = second.filter((cell, column) => cell !== '' && isSameName(cell, first[column])).length;
  // What says the half of the header again is no row of data, whatever the other names are made of.
  const mayBeName = again * 2 >= second.length ? longName : nameLike;
  if (!second.every((cell) => cell === '' || mayBeName.test(cell))) return false;
  if (second.filter((cell) => cell !== '').length * 1.25 < second.length) return false;
  const figures = second.filter((cell, column) => cell !== '' && holdsFigures(column, rowAt));
  return figures.length >= FEWEST;
}

/** Whether the next rows have figures or stamps in a column, and nothing else. */
function holdsFigures(column: number, rowAt: (index: number) => readonly string[] | undefined): boolean {
  let filled = 0;
  for (let index = 2; index < 2 + LOOKED; index++) {
    const cell = rowAt(index)?.[column]?.trim() ?? '';
    if (cell === '') continue;
    if (!figure.test(cell)) return false;
    filled++;
  }
  return filled > 1;
}

function areImportIds(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => /^\s*\{\s*['"]ImportId['"]\s*:/.test(cell));
}

function isLegacyQualtrics(first: readonly string[], second: readonly string[]): boolean {
  const codes = first.filter((cell) => /^V\d+$/.test(cell)).length;
  return codes >= 3 && second.some((cell) => /^Response ?ID$/i.test(cell));
}

/** An address, a date or a time of day is told of somebody, and no option. */
const toldOfOne = /\S@\S+\.|\d:\d{2}|\d{4}[-/.]\d{1,2}[-/.]\d|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}/;

const optionWords = new Set(['response', 'open-ended response', 'other (please specify)']);

/**
 * SurveyMonkey: respondent columns have nothing in the second row, questions have an answer option or "Response"; a
 * question with several options has its text over the first one only.
 */
function isAnswerOptions(
  first: readonly string[],
  second: readonly string[],
  rowAt: (index: number) => readonly string[] | undefined,
): boolean {
  if (second[0] !== '' || first[0] === '') return false;
  const filled = second.flatMap((cell, column) => (cell.trim() === '' ? [] : [column]));
  if (filled.length === 0 || filled.some((column) => toldOfOne.test(second[column]))) return false;
  const isRespondent = /^respondent ?id$/i.test(first[0].trim());
  const hasOptionWord = filled.some((column) => optionWords.has(second[column].trim().toLowerCase()));
  const spreads = filled.some((column) => (first[column] ?? '') === '');
  if (!isRespondent && !hasOptionWord && !spreads) return false;
  for (let index = 2; ; index++) {
    const cells = rowAt(index);
    if (!cells) return true;
    if (cells[0] === '') return false;
  }
}
