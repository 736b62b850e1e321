import { type Desk, numbersOf, SURVEY_SENT, type SurveyTable, tellingSources } from '../../model/desk.ts';
import type { FlowMetric, Observations, Unavailable } from '../../model/metric.ts';
import { firstAnswers } from '../segments/answer-dimensions.ts';
import { ratingFields } from './csat.ts';
import { emptyColumn, missingColumn } from './empty-columns.ts';
import { ObservationList } from './observing.ts';
import { NO_TICKET } from './ratings.ts';
import { solvesAskedAbout } from './survey-span.ts';
import { factsOf } from './ticket-facts.ts';
import { unavailable } from './unavailable.ts';
import { DAY } from './windows.ts';

const WINDOW = 14 * DAY;

export const csatResponseRate = {
  id: 'csat_response_rate',
  shape: 'flow',
  kind: 'share',
  name: 'CSAT response rate',
  definition: 'Share of surveys sent in the period that were answered within 14 days.',
  source:
    'Only surveys sent at least 14 days before as-of. Without sent stamps: of surveys that a word says were sent (Zendesk’s Offered), by the solve; else of tickets solved, those with an answer: tickets solved outside of the time that the answers are about, or of a desk without any, are not recorded.',
  periodOf: 'sent_at',
  lowerIsBetter: false,
  hasBusinessClock: false,
  looksAcross: 'desk',
  defaultStats: ['share'],
  reads: ratingFields,
  observe(desk) {
    const list = new ObservationList(desk.tickets.rows);
    const forms = formsOf(desk);
    const sentForms = forms.filter((form) => numbersOf(form[0].table, 'sent_at') && holdsUnanswered(form));
    if (sentForms.length > 0)
      return useSent(desk, sentForms, list) ? list.done() : unavailable('answers_without_date');
    if (useSaidSent(desk, forms, list)) return list.done();
    return ofSolved(desk, forms, list);
  },
} as const satisfies FlowMetric;

/** Of tickets solved, those with an answer: where nothing says which surveys were sent. */
function ofSolved(
  desk: Desk,
  forms: readonly (readonly SurveyTable[])[],
  list: ObservationList,
): Observations | Unavailable {
  const { solvedAt, rows } = factsOf(desk);
  const answers = answeredTickets(forms.flat(), rows);
  if (rows === 0 && desk.surveys.length > 0) return unavailable('no_sent');
  const isRated = ratedTickets(desk, answers);
  if (!isRated.includes(1)) return missingColumn(desk, 'csat', 'no_rating');
  if (!solvedAt) return unavailable('no_solve');
  // The ratings of surveys are those of every source.
  const rated = answers ? null : tellingSources(desk, ['csat']);
  const asked = answers && solvesAskedAbout(desk, { solvedAt, answers });
  for (let t = 0; t < rows; t++) {
    const isRecorded = rated?.[desk.tickets.source[t]] !== 0 && (!asked || asked.includes(t));
    if (Number.isNaN(solvedAt[t])) list.leaveOut(t, Number.NaN, 'not_solved');
    else if (!isRecorded) list.leaveOut(t, solvedAt[t], 'not_recorded');
    else list.use(t, solvedAt[t], isRated[t], solvedAt[t]);
  }
  return list.done({ note: 'of_tickets_solved' });
}

/** 1 at tickets with an answer, or with a rating of their own. */
function ratedTickets(desk: Desk, answers: Uint8Array | null): Uint8Array {
  const csat = emptyColumn(desk, 'csat') ? null : numbersOf(desk.tickets, 'csat');
  const rated = answers ? answers.slice() : new Uint8Array(desk.tickets.rows);
  if (csat) for (let t = 0; t < rated.length; t++) if (!Number.isNaN(csat[t])) rated[t] = 1;
  return rated;
}

/** Share of the surveys sent whose answers may be without a date. */
const FEW_UNDATED = 0.02;

/**
 * Surveys that say when they were sent, each with whether it was answered within the window. An answer without a date
 * may have come later: it is left out, and false comes back where there are more than a few.
 */
function useSent(desk: Desk, forms: readonly (readonly SurveyTable[])[], list: ObservationList): boolean {
  const firsts = firstAnswers(desk);
  let due = 0;
  let undated = 0;
  for (const form of forms) {
    const found = useForm(form, { list, asOf: desk.asOf, first: firsts[desk.surveys.indexOf(form[0])] });
    due += found.due;
    undated += found.undated;
  }
  return undated <= due * FEW_UNDATED;
}

interface FormInput {
  readonly list: ObservationList;
  readonly asOf: number;
  /** Of its answers without a ticket. */
  readonly first: number;
}

/** The surveys of one form, and how many of them were due, and answered without a date. */
function useForm(form: readonly SurveyTable[], { list, asOf, first }: FormInput) {
  const [{ table, ticket: tickets }] = form;
  const sent = numbersOf(table, 'sent_at') as Float64Array;
  const answered = numbersOf(table, 'answered_at');
  const counts = { due: 0, undated: 0 };
  for (let row = 0; row < table.rows; row++) {
    const ticket = tickets[row] < 0 ? NO_TICKET + first + row : tickets[row];
    const until = sent[row] + WINDOW;
    if (Number.isNaN(until)) {
      list.leaveOut(ticket, Number.NaN, 'no_sent_stamp');
      continue;
    }
    if (until > asOf) {
      list.leaveOut(ticket, sent[row], 'window_open');
      continue;
    }
    counts.due++;
    const isGiven = isAnswered(form, row);
    const at = answered ? answered[row] : Number.NaN;
    if (isGiven && Number.isNaN(at)) {
      counts.undated++;
      list.leaveOut(ticket, sent[row], 'answered_on_no_day');
    } else list.use(ticket, sent[row], isGiven && at <= until ? 1 : 0, until);
  }
  return counts;
}

/**
 * Surveys of which a word says that they were sent ("Offered") and of which a rating says so, dated by the solve of
 * their ticket; those that were not offered are none. False where no cell has such a word.
 */
function useSaidSent(desk: Desk, forms: readonly (readonly SurveyTable[])[], list: ObservationList): boolean {
  const { solvedAt, createdAt } = factsOf(desk);
  const when = (t: number): number =>
    solvedAt && !Number.isNaN(solvedAt[t]) ? solvedAt[t] : (createdAt[t] ?? Number.NaN);
  const said = forms.filter(([survey]) => numbersOf(survey.table, SURVEY_SENT));
  for (const form of said) useSaidForm(desk, { form, list, when });
  if (forms.length > 0) return said.length > 0;
  const csat = numbersOf(desk.tickets, 'csat');
  const sent = numbersOf(desk.tickets, SURVEY_SENT);
  if (!sent || !csat) return false;
  for (let t = 0; t < sent.length; t++)
    if (sent[t] === 1) list.use(t, when(t), Number.isNaN(csat[t]) ? 0 : 1, when(t));
  return true;
}

function useSaidForm(
  desk: Desk,
  {
    form,
    list,
    when,
  }: {
    readonly form: readonly SurveyTable[];
    readonly list: ObservationList;
    readonly when: (ticket: number) => number;
  },
): void {
  const [survey] = form;
  const sent = numbersOf(survey.table, SURVEY_SENT) as Float64Array;
  const answered = numbersOf(survey.table, 'answered_at');
  const first = NO_TICKET + firstAnswers(desk)[desk.surveys.indexOf(survey)];
  for (let row = 0; row < survey.table.rows; row++) {
    const isGiven = isAnswered(form, row);
    if (sent[row] !== 1 && !isGiven) continue;
    const t = survey.ticket[row];
    const at = t < 0 ? (answered?.[row] ?? Number.NaN) : when(t);
    list.use(t < 0 ? first + row : t, at, isGiven ? 1 : 0, at);
  }
}

/**
 * The questions about satisfaction of each form: a form that was sent is one survey, answered where any of them is.
 * Rows of one form that ask different things (a row a question) were sent apart.
 */
function formsOf(desk: Desk): readonly (readonly SurveyTable[])[] {
  const forms = new Map<string, SurveyTable[]>();
  for (const survey of desk.surveys) {
    if (survey.scale.kind !== 'csat') continue;
    const key = `${survey.form}/${survey.isRowByRow ? survey.question : ''}`;
    const form = forms.get(key);
    if (form) form.push(survey);
    else forms.set(key, [survey]);
  }
  return [...forms.values()];
}

function isAnswered(form: readonly SurveyTable[], row: number): boolean {
  return form.some(({ table }) => {
    const score = numbersOf(table, 'score');
    return score !== null && !Number.isNaN(score[row]);
  });
}

/** An export of answers alone says nothing of those who did not answer, even if it tells when surveys were sent. */
function holdsUnanswered(form: readonly SurveyTable[]): boolean {
  const rows = form[0].table.rows;
  for (let row = 0; row < rows; row++) if (!isAnswered(form, row)) return true;
  return false;
}

function answeredTickets(surveys: readonly SurveyTable[], rows: number): Uint8Array | null {
  if (surveys.length === 0) return null;
  const answered = new Uint8Array(rows);
  for (const { table, ticket } of surveys) {
    const scores = numbersOf(table, 'score');
    for (let row = 0; row < table.rows; row++) {
      if (ticket[row] >= 0 && scores && !Number.isNaN(scores[row])) answered[ticket[row]] = 1;
    }
  }
  return answered;
}
