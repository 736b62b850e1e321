import type { SurveyTable } from '../../model/desk.ts';
import type { Problem } from '../../model/problem.ts';
import { foldQuestion, isPlainQuestion } from '../../model/rating-questions.ts';
import type { RatingScale } from '../../model/rating-scale.ts';

/** A survey of one form, before it is known which surveys of other files are the same one. */
export type UnnamedSurvey = Omit<SurveyTable, 'survey' | 'isMain'> & { readonly question: string };

/**
 * Which answers are one survey: those to the same question on the same scale, in whatever file. A plain header
 * ("Score", "CSAT (1-5)") asks nothing of its own: such columns of several files are one survey, as a tool renames its
 * headers. The first survey of each kind is the one that speaks for tickets and for reports' charts.
 */
export function nameSurveys(surveys: readonly UnnamedSurvey[]): SurveyTable[] {
  const plain = new Set<string>();
  const keys = surveys.map(({ question, scale, form }) => {
    const ends = `${scale.kind}/${scale.min}–${scale.max}/${scale.lowIsGood ?? false}`;
    // A form asks each of its questions apart, however plainly it calls them.
    const ofForm = `${ends}/${form}`;
    if (!isPlainQuestion(question) || plain.has(ofForm)) return `${ends}/${foldQuestion(question)}`;
    plain.add(ofForm);
    return `${ends}/`;
  });
  const names = displayNames(surveys, keys);
  const mains = new Map<RatingScale['kind'], string>();
  for (const [index, { scale }] of surveys.entries())
    if (!mains.has(scale.kind)) mains.set(scale.kind, keys[index]);
  return surveys.map((survey, index) => ({
    ...survey,
    survey: names.get(keys[index]) ?? survey.question,
    isMain: mains.get(survey.scale.kind) === keys[index],
  }));
}

/** By its question as it stands first; two surveys of one name are told apart by their scales. */
function displayNames(surveys: readonly UnnamedSurvey[], keys: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Map<string, string>();
  for (const [index, { question, scale }] of surveys.entries()) {
    const key = keys[index];
    if (names.has(key)) continue;
    const plainName = `${scale.kind}/${foldQuestion(question)}`;
    const isTaken = taken.has(plainName);
    taken.set(plainName, key);
    names.set(key, isTaken ? `${question} (${scale.min}–${scale.max})` : question);
  }
  return names;
}

/** What each survey is about, where there are several; of those of one kind, how to have one alone. */
export function surveyProblems(surveys: readonly SurveyTable[]): Problem[] {
  const read = surveys.filter(({ scale }) => scale.kind !== 'other');
  const all = new Map<string, SurveyTable>();
  for (const each of read) all.set(`${each.scale.kind}/${each.survey}`, each);
  const ofKind = new Map<string, number>();
  for (const { scale } of all.values()) ofKind.set(scale.kind, (ofKind.get(scale.kind) ?? 0) + 1);
  const isOneTable = read.some(({ form }) => surveys.filter((other) => other.form === form).length > 1);
  if (!isOneTable && ![...ofKind.values()].some((count) => count > 1)) return [];
  const named = [...all.values()].map(({ scale, survey }) => `${scale.kind.toUpperCase()} "${survey}"`);
  const more = [...all.values()]
    .filter(({ scale }) => (ofKind.get(scale.kind) ?? 0) > 1)
    .map(({ survey }) => survey);
  return [{ code: 'survey_questions', severity: 'note', args: { surveys: named, more } }];
}
