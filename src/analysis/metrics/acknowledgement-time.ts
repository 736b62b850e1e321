import type { Desk } from '../../model/desk.ts';
import { authorRoles } from '../../model/fields.ts';
import type { FlowMetric } from '../../model/metric.ts';
import { messageFields } from './message-fields.ts';
import { ObservationList } from './observing.ts';
import { factsOf } from './ticket-facts.ts';
import { isUnavailable } from './unavailable.ts';
import { END_UNKNOWN } from './unknown-ends.ts';
import { measuredWaits } from './wait-days.ts';

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
    const known = measuredWaits(desk, context);
    if (isUnavailable(known)) return known;
    const { messages, between, precision, latest } = known;
    const facts = factsOf(desk);
    const list = new ObservationList(facts.rows);
    const answerAfter = publicAnswers(messages, desk.asOf, latest);
    for (let t = 0; t < facts.rows; t++) {
      const at = facts.createdAt[t];
      if (facts.openedByAgent[t] === 1) list.leaveOut(t, at, 'opened_by_agent');
      else if (facts.answerIsKnown?.[t] === 0 || messages.recorded?.[t] === 0)
        list.leaveOut(t, at, 'not_recorded');
      else {
        const asked = facts.askedAt[t];
        const answer = answerAfter(t, asked);
        if (!Number.isNaN(answer)) list.use(t, at, between(t)(asked, answer), answer);
        else leaveUnanswered(list, t, at, facts.isFinished[t]);
      }
    }
    return list.done({ clockSource: 'own', precision });
  },
} as const satisfies FlowMetric;

/** When somebody of the desk, or its machine, first wrote after the question of a ticket; NaN where nobody has. */
function publicAnswers(
  { offsets, role, isPublic, sentAt }: NonNullable<Desk['messages']>,
  asOf: number,
  latest: (message: number) => number,
): (ticket: number, asked: number) => number {
  return (t, asked) => {
    for (let i = offsets[t]; i < offsets[t + 1]; i++) {
      const isAnswer = isOfDesk[role[i]] === 1 && isPublic[i] === 1 && latest(i) >= asked;
      if (isAnswer && sentAt[i] <= asOf) return latest(i);
    }
    return Number.NaN;
  };
}

function leaveUnanswered(list: ObservationList, t: number, at: number, end: number): void {
  if (end === 0) list.open(t, at);
  else list.leaveOut(t, at, end === END_UNKNOWN ? 'not_recorded' : 'closed_unanswered');
}
