import type { FieldId } from '../../model/fields.ts';
import type { Candidate } from './field-match.ts';
import {
  besideAnswers,
  clear,
  if1,
  type KindFacts,
  type KindRule,
  rows,
  score,
  scoreOf,
  table,
  unclear,
} from './kind-facts.ts';
import { surveyNoun } from './kind-words.ts';
import { hasRatingQuestion } from './question-score.ts';
import { answerEvidence, isNothingButAnswers, isOfTicket } from './survey-evidence.ts';

/** A stamp of answers, not of anything: `Answered at`, `Date of response`. */
const answeredHeader =
  /\b(?:answered|answer|responded|response|respondent|rated|rating|reviewed|review|surveyed|survey|beantwortet|antwort\w*|repondu|reponse|respondido|respuesta|resposta|risposto|risposta|beantwoord|ingevuld)\b|উত্তর|उत्तर|回答|评价/u;

/** Scores with fractions of a point are averages of several answers; halves are what some people give. */
const holdsAverages = ({ look }: Candidate): boolean => {
  if (look.numberShare < 0.7) return false;
  let fractions = 0;
  for (const cell of look.cells)
    if (/\d[.,]\d/.test(cell) && Number(cell.replace(',', '.')) % 0.5 !== 0) fractions++;
  return fractions > look.filled * 0.1;
};
const isBound = (facts: KindFacts): boolean =>
  ['answered_at', 'ticket_id', 'customer'].some((id) => facts.chosen('surveys').has(id as FieldId));

/** How much says that rows are answers although they name no ticket, customer or date. */
const answersOf = ({ looks, name, chosen }: KindFacts): number =>
  answerEvidence({ looks, name, surveys: chosen('surveys'), tickets: chosen('tickets') });

/** What speaks for answers to a survey. */
export const surveyRule: KindRule = {
  least: 3,
  needs: (facts) => {
    const found = scoreOf(facts);
    if (answersOf(facts) > 0) return true;
    if (hasRatingQuestion(facts.looks) && isBound(facts)) return true;
    const holdsSome = found !== undefined && (found.look.filled > 0 || found.look.cells.length === 0);
    return holdsSome && found.score >= 0.5 && isBound(facts);
  },
  evidence: [
    clear('surveys', 'score', 3, 'a column is named like a rating'),
    unclear('surveys', 'score', 1.5, 'a column may be a rating'),
    {
      says: 'a column is a question that asks for a rating',
      weight: 3,
      share: (facts) => if1(hasRatingQuestion(facts.looks)),
    },
    {
      says: 'ratings stand beside nothing that only a ticket has',
      weight: 3,
      share: answersOf,
    },
    {
      says: 'it holds ratings with their tickets and times, and nothing that answers do not have',
      weight: 2,
      share: ({ looks, chosen }) =>
        if1(isNothingButAnswers({ looks, tickets: chosen('tickets'), surveys: chosen('surveys') })),
    },
    table(surveyNoun, 2.5, 'the table is named like a survey'),
    rows('survey', 3, 'its rows are numbered as answers'),
    rows('ticket', -1.5, 'its rows are numbered as tickets'),
    clear('surveys', 'comment', 0.7, 'there is a comment'),
    clear('surveys', 'answered_at', 0.7, 'it says when people answered'),
    {
      says: 'it says when people answered, and nothing of when a ticket came',
      weight: 2,
      share: (facts) =>
        if1(
          score(facts, 'surveys', 'score') >= 0.75 &&
            answeredHeader.test(facts.chosen('surveys').get('answered_at')?.look.header.words ?? '') &&
            score(facts, 'tickets', 'created_at') < 0.75,
        ),
    },
    {
      says: 'it says when each row was sent and when it was answered, beside a rating',
      weight: 4,
      share: (facts) =>
        if1(
          score(facts, 'surveys', 'score') >= 0.75 &&
            score(facts, 'surveys', 'sent_at') >= 0.75 &&
            score(facts, 'surveys', 'answered_at') >= 0.75 &&
            score(facts, 'tickets', 'created_at') < 0.75,
        ),
    },
    {
      says: 'it says who answered',
      weight: 0.5,
      share: (facts) => if1(facts.chosen('surveys').has('customer')),
    },
    {
      says: 'columns that tickets have stand beside the rating',
      weight: -11,
      share: ({ chosen }) => {
        const [tickets, surveys] = [chosen('tickets'), chosen('surveys')];
        const found = besideAnswers.filter((id) => isOfTicket(id as FieldId, { tickets, surveys }));
        return found.length / besideAnswers.length;
      },
    },
    {
      says: 'it says when customers came or left',
      weight: -3,
      share: (facts) =>
        if1(score(facts, 'customers', 'started_at') >= 0.75 || score(facts, 'customers', 'ended_at') >= 0.75),
    },
    {
      says: 'its ratings are averages',
      weight: -5,
      share: (facts) => {
        const found = scoreOf(facts);
        return if1(found !== undefined && holdsAverages(found));
      },
    },
  ],
};
