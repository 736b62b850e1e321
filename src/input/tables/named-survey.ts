import { DeskstatError, type Problem } from '../../model/problem.ts';
import { foldQuestion } from '../../model/rating-questions.ts';
import type { RawTable } from './raw-table.ts';

export const isNamed = (question: string, survey: string): boolean =>
  foldQuestion(question) === foldQuestion(survey);

/** Columns of tickets that hold ratings, or could. */
export const ratingColumns = (tables: readonly RawTable[]): readonly string[] =>
  tables.flatMap(({ mapping }) => [
    ...(mapping.fields.csat ? [mapping.fields.csat.source] : []),
    ...(mapping.ambiguous ?? []).flatMap(({ field, candidates }) => (field === 'csat' ? candidates : [])),
  ]);

/**
 * What is said of a survey that was asked for and is none of those in the files: a name of others is a mistake, and
 * where nobody gave a rating there is none to choose.
 *
 * @throws DeskstatError (2) with the names there are
 */
export function surveyNotFound(
  survey: string,
  { questions, columns }: { readonly questions: readonly string[]; readonly columns: readonly string[] },
): readonly Problem[] {
  if (columns.some((column) => isNamed(column, survey))) return [];
  const known = [...new Set([...questions, ...columns])];
  if (known.length === 0) return [{ code: 'no_surveys', severity: 'warning', args: { survey } }];
  throw new DeskstatError({ code: 'unknown_survey', args: { survey, known } }, 2);
}
