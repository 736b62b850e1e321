import type { Column } from '../../model/columns.ts';
import type { FieldId } from '../../model/fields.ts';
import type { Problem } from '../../model/problem.ts';
import { askedKind, isAboutRatings } from '../../model/rating-questions.ts';
import type { RawTable } from './raw-table.ts';
import { codesIn, numbersIn, type Stack, takeRows } from './stack.ts';

/** A survey as it was read. */
export interface SurveySource {
  readonly table: RawTable;
  readonly stack: Stack;
}

/** Whether a question asks for satisfaction, recommendation, effort or a rating. */
const asksForRating = (question: string): boolean =>
  askedKind(question) !== null || isAboutRatings(question) || /how did we do|score/i.test(question);

/**
 * Puts surveys together whose responses (who, when) and answers (scores, comments) are two tables bound by the
 * response's id, one row an answer, as in warehouse copies of Qualtrics. A response's score is its answer to the
 * question that asks for a rating, its comment the first text.
 */
export function mergeSplitSurveys(surveys: readonly SurveySource[]): {
  readonly surveys: readonly SurveySource[];
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const merged: SurveySource[] = [];
  const responses = surveys.filter(isResponses);
  const used = new Set<SurveySource>();
  for (const survey of surveys) {
    if (isResponses(survey)) continue;
    const parents = isAnswers(survey) ? responses.filter((each) => sharesIds(each, survey)) : [];
    if (parents.length === 0) {
      merged.push(survey);
      continue;
    }
    for (const parent of parents) {
      used.add(parent);
      const { stack, lost } = putTogether(parent.stack, survey.stack);
      if (lost > 0) {
        problems.push({
          code: 'answers_without_response',
          severity: 'note',
          args: {},
          where: { file: survey.table.path },
          count: lost,
        });
      }
      merged.push({ table: { ...survey.table, path: parent.table.path }, stack });
    }
  }
  return { surveys: [...merged, ...responses.filter((each) => !used.has(each))], problems };
}

/** Who answered and when, without scores. */
const isResponses = ({ table }: SurveySource): boolean =>
  !table.mapping.fields.score &&
  Boolean(table.mapping.fields.id) &&
  Boolean(table.mapping.fields.answered_at);

/** Scores of responses, without who and when. */
const isAnswers = ({ table }: SurveySource): boolean => {
  const { fields } = table.mapping;
  return (
    Boolean(fields.score) &&
    Boolean(fields.id) &&
    !fields.answered_at &&
    !fields.ticket_id &&
    !fields.customer
  );
};

function sharesIds(responses: SurveySource, answers: SurveySource): boolean {
  const known = new Set(codesIn(responses.stack.columns, 'id')?.codes);
  return codesIn(answers.stack.columns, 'id')?.codes.some((code) => code !== 0 && known.has(code)) ?? false;
}

/** One row a response that gave a score. */
function putTogether(responses: Stack, answers: Stack): { readonly stack: Stack; readonly lost: number } {
  const responseIds = codesIn(responses.columns, 'id');
  const answerIds = codesIn(answers.columns, 'id');
  const scores = numbersIn(answers.columns, 'score');
  if (!responseIds || !answerIds) return { stack: responses, lost: 0 };
  const comments = codesIn(answers.columns, 'comment');
  const question = ratedQuestion(answers);
  const rowOf = new Map<number, number>();
  responseIds.codes.forEach((code, row) => {
    rowOf.set(code, row);
  });
  const score = new Float64Array(responses.rows).fill(Number.NaN);
  const comment = comments && new Uint32Array(responses.rows);
  let lost = 0;
  for (let row = 0; row < answers.rows; row++) {
    const response = rowOf.get(answerIds.codes[row]);
    if (response === undefined) {
      lost++;
      continue;
    }
    const isRated = question === null || codesIn(answers.columns, 'scale')?.codes[row] === question;
    if (isRated && scores && !Number.isNaN(scores[row])) score[response] = scores[row];
    else if (comment && comments && comment[response] === 0) comment[response] = comments.codes[row];
  }
  const columns: Partial<Record<FieldId, Column>> = {
    ...responses.columns,
    score: { type: 'number', values: score },
  };
  if (comment && comments) columns.comment = { type: 'code', codes: comment, names: comments.names };
  const whole: Stack = { ...responses, columns };
  const answered: number[] = [];
  score.forEach((value, row) => {
    if (!Number.isNaN(value)) answered.push(row);
  });
  return { stack: takeRows(whole, Uint32Array.from(answered)), lost };
}

/** The question (its code in `scale`) that asks for a rating; of several the one with most scores; null: no matter. */
function ratedQuestion(answers: Stack): number | null {
  const questions = codesIn(answers.columns, 'scale');
  const scores = numbersIn(answers.columns, 'score');
  if (!questions || !scores) return null;
  const counts = new Map<number, number>();
  for (let row = 0; row < answers.rows; row++) {
    if (!Number.isNaN(scores[row]))
      counts.set(questions.codes[row], (counts.get(questions.codes[row]) ?? 0) + 1);
  }
  const nameOf = (code: number): string => questions.names.name(code);
  const asked = [...counts.keys()].filter((code) => asksForRating(nameOf(code)));
  const candidates = asked.length > 0 ? asked : [...counts.keys()];
  candidates.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (nameOf(a) < nameOf(b) ? -1 : 1));
  return candidates[0] ?? null;
}
