/**
 * How many rows of a survey export are header. Qualtrics writes three (codes, question texts, `{"ImportId": …}`) or,
 * in its older format, two (V1, V2, … over names); SurveyMonkey two (questions over answer options). Everything else
 * has one. `rowAt` gives the rows from the header on, the header being 0, as far as they are looked at.
 */
export function headerRowsAt(rowAt: (index: number) => readonly string[] | undefined): number {
  const [first, second, third] = [rowAt(0), rowAt(1), rowAt(2)];
  if (!first || !second || first.length < 2) return 1;
  if (third && areImportIds(third)) return 3;
  if (areImportIds(second)) return 2;
  if (isLegacyQualtrics(first, second)) return 2;
  return isAnswerOptions(first, second, rowAt) ? 2 : 1;
}

function areImportIds(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => /^\s*\{\s*['"]ImportId['"]\s*:/.test(cell));
}

function isLegacyQualtrics(first: readonly string[], second: readonly string[]): boolean {
  const codes = first.filter((cell) => /^V\d+$/.test(cell)).length;
  return codes >= 3 && second.some((cell) => /^Response ?ID$/i.test(cell));
}

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
  if (filled.length === 0) return false;
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
