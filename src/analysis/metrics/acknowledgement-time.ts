import { authorRoles } from '../../model/fields.ts';
import type { FlowMetric } from '../../model/metric.ts';
import { messageFields } from './message-fields.ts';
import { ObservationList } from './observing.ts';
import { belongNowhere, factsOf } from './ticket-facts.ts';
import { unavailable } from './unavailable.ts';
import { END_UNKNOWN } from './unknown-ends.ts';
import { waitSpans } from './wait-days.ts';

/** 1 at the roles that answer for the desk, machines among them. */
const isOfDesk = Uint8Array.from(['', ...authorRoles], (role) =>
  role === 'agent' || role === 'bot' || role === 'system' ? 1 : 0,
);

export const acknowledgementTime = {
  id: 'acknowledgement_time',
  shape: 'flow',
  kind: 'duration',
  name: 'Acknowledgement time',
  definition:
    'First customer message (else creation) → first public answer of any kind, automatic ones included.',
  source:
    'What the customer feels first; several tools call this first response. Needs messages, else the two cannot be told apart.',
  periodOf: 'created_at',
  lowerIsBetter: true,
  hasBusinessClock: true,
  defaultStats: ['p50', 'p90'],
  reads: ['created_at', ...messageFields, 'status', 'solved_at', 'closed_at'],
  observe(desk, context) {
    const { messages } = desk;
    if (!messages) return unavailable('no_messages');
    if (belongNowhere(messages)) return unavailable('messages_of_no_ticket');
    if (messages.reading?.knowsAuthors === false) return unavailable('no_authors');
    if (context.clock === 'business' && !context.businessTime) return unavailable('no_calendar');
    const { between, precision, latest } = waitSpans(desk, messages, context);
    if (!between) return unavailable('messages_without_time');
    const facts = factsOf(desk);
    const list = new ObservationList(facts.rows);
    for (let t = 0; t < facts.rows; t++) {
      const at = facts.createdAt[t];
      const asked = facts.askedAt[t];
      if (facts.openedByAgent[t] === 1) {
        list.leaveOut(t, at, 'opened_by_agent');
        continue;
      }
      if (facts.answerIsKnown?.[t] === 0 || messages.recorded?.[t] === 0) {
        list.leaveOut(t, at, 'not_recorded');
        continue;
      }
      let answer = Number.NaN;
      for (let i = messages.offsets[t]; i < messages.offsets[t + 1] && Number.isNaN(answer); i++) {
        const isAnswer = isOfDesk[messages.role[i]] === 1 && messages.isPublic[i] === 1 && latest(i) >= asked;
        if (isAnswer && messages.sentAt[i] <= desk.asOf) answer = latest(i);
      }
      if (!Number.isNaN(answer)) list.use(t, at, between(t)(asked, answer), answer);
      else if (facts.isFinished[t] === END_UNKNOWN) list.leaveOut(t, at, 'not_recorded');
      else if (facts.isFinished[t] === 1) list.leaveOut(t, at, 'closed_unanswered');
      else list.open(t, at);
    }
    return list.done({ clockSource: 'own', precision });
  },
} as const satisfies FlowMetric;
