import { numbersOf, type SurveyTable, tellingSources } from '../../model/desk.ts';
import type { FlowMetric } from '../../model/metric.ts';
import { firstAnswers } from '../segments/answer-dimensions.ts';
import { ratingFields } from './csat.ts';
import { emptyColumn, missingColumn } from './empty-columns.ts';
import { ObservationList } from './observing.ts';
import { NO_TICKET } from './ratings.ts';
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
    'Only surveys sent at least 14 days before as-of. Without sent stamps: of tickets solved, those with an answer.',
  periodOf: 'sent_at',
  lowerIsBetter: false,
  hasBusinessClock: false,
  defaultStats: ['share'],
  reads: ratingFields,
  observe(desk) {
    const surveys = desk.surveys.filter(
      ({ scale, table }) => scale.kind === 'csat' && numbersOf(table, 'sent_at') && holdsUnanswered(table),
    );
    const list = new ObservationList(desk.tickets.rows);
    if (surveys.length > 0) {
      const firsts = firstAnswers(desk);
      for (const survey of surveys) {
        const first = NO_TICKET + firsts[desk.surveys.indexOf(survey)];
        const sent = numbersOf(survey.table, 'sent_at') as Float64Array;
        const answered = numbersOf(survey.table, 'answered_at');
        const score = numbersOf(survey.table, 'score');
        for (let row = 0; row < survey.table.rows; row++) {
          const ticket = survey.ticket[row] < 0 ? first + row : survey.ticket[row];
          if (Number.isNaN(sent[row])) list.leaveOut(ticket, Number.NaN, 'no_sent_stamp');
          else if (sent[row] + WINDOW > desk.asOf) list.leaveOut(ticket, sent[row], 'window_open');
          else {
            const isAnswered = score !== null && !Number.isNaN(score[row]);
            const isInTime = !answered || !(answered[row] > sent[row] + WINDOW);
            list.use(ticket, sent[row], isAnswered && isInTime ? 1 : 0, sent[row] + WINDOW);
          }
        }
      }
      return list.done();
    }
    const { solvedAt, rows } = factsOf(desk);
    const csat = emptyColumn(desk, 'csat') ? null : numbersOf(desk.tickets, 'csat');
    const answers = answeredTickets(
      desk.surveys.filter(({ scale }) => scale.kind === 'csat'),
      rows,
    );
    if (rows === 0 && desk.surveys.length > 0) return unavailable('no_sent');
    if (!csat && !answers) return missingColumn(desk, 'csat', 'no_rating');
    if (!solvedAt) return unavailable('no_solve');
    // The ratings of surveys are those of every source.
    const rated = answers ? null : tellingSources(desk, ['csat']);
    for (let t = 0; t < rows; t++) {
      if (Number.isNaN(solvedAt[t])) list.leaveOut(t, Number.NaN, 'not_solved');
      else if (rated?.[desk.tickets.source[t]] === 0) list.leaveOut(t, solvedAt[t], 'not_recorded');
      else
        list.use(
          t,
          solvedAt[t],
          answers?.[t] === 1 || (csat !== null && !Number.isNaN(csat[t])) ? 1 : 0,
          solvedAt[t],
        );
    }
    return list.done({ note: 'of_tickets_solved' });
  },
} as const satisfies FlowMetric;

/** An export of answers alone says nothing of those who did not answer, even if it tells when surveys were sent. */
function holdsUnanswered(table: SurveyTable['table']): boolean {
  return numbersOf(table, 'score')?.some((score) => Number.isNaN(score)) ?? false;
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
