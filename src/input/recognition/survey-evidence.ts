import type { FieldId } from '../../model/fields.ts';
import { askedKind, isAboutRatings } from '../../model/rating-questions.ts';
import type { ColumnLook } from './column-look.ts';
import type { Candidate } from './field-match.ts';
import { answersBesideQuestions, hasRatingQuestion, isRated } from './question-score.ts';

/** What answers to a survey are called, in the supported languages, as a whole word of a name or an id's header. */
const surveyNoun =
  /\b(?:surveys?|csat|nps|ces|feedback|satisfaction|satisfaccion|ratings?|reviews?|responses|respuestas|respostas|umfragen?|bewertungen|encuestas?|enc|pesquisas?|enquetes?|sondages?|avaliac(?:ao|oes))\b|सर्वेक्षण|সমীক্ষা|জরিপ/u;

/** Stamps and fields that only a ticket has; a status, a channel or a title stand in lists of many things. */
const ofTickets: readonly FieldId[] = [
  'first_response_at',
  'solved_at',
  'closed_at',
  'due_at',
  'priority',
  'subject',
  'reopens',
];

/** The columns that a field of tickets is fed by, unless answers have them as well: "Answered at" is both, "Question" a subject. */
export function isOfTicket(
  field: FieldId,
  { tickets, surveys }: Readonly<Record<'tickets' | 'surveys', ReadonlyMap<FieldId, Candidate>>>,
): boolean {
  const candidate = tickets.get(field);
  if (candidate === undefined || candidate.score < 0.6 || candidate.look.filled === 0) return false;
  return ![...surveys.values()].some(
    (answer) => answer.look === candidate.look && answer.score >= candidate.score,
  );
}

/** Whether a table holds a rating, when it was given and of which ticket, and nothing that answers do not have. */
export function isNothingButAnswers(table: {
  readonly looks: readonly ColumnLook[];
  readonly tickets: ReadonlyMap<FieldId, Candidate>;
  readonly surveys: ReadonlyMap<FieldId, Candidate>;
}): boolean {
  const { looks, tickets, surveys } = table;
  const score = surveys.get('score');
  if (!score || score.score < 0.75 || score.look.filled === 0 || !isRated(score.look)) return false;
  if (!surveys.has('answered_at') || !surveys.has('ticket_id')) return false;
  const used = new Set([...surveys.values()].filter((each) => each.score >= 0.75).map(({ look }) => look));
  return (
    (tickets.get('created_at')?.score ?? 0) < 0.75 &&
    looks.every((look) => used.has(look) || isOfTheRow(look))
  );
}

/** When a row was last written, which says nothing of what it is. */
const isOfTheRow = ({ header }: ColumnLook): boolean =>
  /^(?:last )?(?:updated|modified)(?: (?:at|on|date|time))?$/.test(header.words);

/**
 * How sure it is that a row is an answer to a survey although it names no ticket, customer or date, or has a status
 * or a channel as tickets have: a column that is named for ratings and holds them, and a name of file, table or id, or
 * a comment or an order beside it, that says survey. 0 where a ticket's own columns say otherwise.
 */
export function answerEvidence(table: {
  readonly looks: readonly ColumnLook[];
  readonly name: string;
  readonly surveys: ReadonlyMap<FieldId, Candidate>;
  readonly tickets: ReadonlyMap<FieldId, Candidate>;
}): number {
  const { looks, name, surveys, tickets } = table;
  if (ofTickets.some((field) => isOfTicket(field, { tickets, surveys }))) return 0;
  if (answersBesideQuestions(looks)) return 1;
  const score = surveys.get('score');
  const rated =
    (score !== undefined && score.score >= 0.5 && score.look.filled > 0 && isRated(score.look)) ||
    looks.some((look) => look.filled > 0 && askedKind(look.readAs) !== null && isRated(look));
  if (!rated) return 0;
  const isNamed = surveyNoun.test(name) || looks.some((look) => idOfSurvey(look));
  const isAsked = hasRatingQuestion(looks);
  if (isNamed || isAsked) return 0.8;
  const asksKind = looks.some((look) => look.filled > 0 && askedKind(look.readAs) !== null && isRated(look));
  const isRatings = score !== undefined && (asksKind || isAboutRatings(score.look.readAs));
  return isRatings && looks.length <= 12 && surveys.has('comment') ? 0.7 : 0;
}

/** `EncuestaID`, `survey_id`, `review_id`, `Response ID`. */
function idOfSurvey(look: ColumnLook): boolean {
  const { words } = look.header;
  return /\bids?\b|^id|id$/.test(words) && (surveyNoun.test(words) || /\bresponse\b/.test(words));
}
