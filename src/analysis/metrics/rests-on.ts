import type { SourceCoverage } from '../../model/coverage.ts';
import { type Desk, numbersOf } from '../../model/desk.ts';
import type { TicketField } from '../../model/fields.ts';
import type { Metric } from '../../model/metric.ts';

/** What a metric can be taken from in place of a source of its own: columns of the tickets themselves. */
interface Rests {
  readonly on: keyof SourceCoverage;
  readonly unless: readonly TicketField[];
}

const answers: readonly TicketField[] = [
  'first_response_at',
  'reported_first_response_time_seconds',
  'reported_first_response_time_business_seconds',
];
const onAnswers: Rests = { on: 'messages', unless: answers };
const onReplies: Rests = { on: 'messages', unless: ['replies'] };
const requesterWait: readonly TicketField[] = [
  'reported_requester_wait_time_seconds',
  'reported_requester_wait_time_business_seconds',
];
const onHold: readonly TicketField[] = [
  'reported_on_hold_time_seconds',
  'reported_on_hold_time_business_seconds',
];

const resting: Readonly<Record<string, readonly Rests[]>> = {
  first_response_time: [onAnswers],
  acknowledgement_time: [onAnswers],
  unanswered: [onAnswers],
  closed_unanswered: [onAnswers],
  sla_first_response: [onAnswers],
  next_response_time: [{ on: 'messages', unless: [] }],
  sla_next_response: [{ on: 'messages', unless: [] }],
  replies: [onReplies],
  one_touch_rate: [onReplies],
  first_contact_resolution: [onReplies],
  first_contact_resolution_same_issue: [onReplies],
  requester_wait_time: [
    { on: 'messages', unless: requesterWait },
    { on: 'events', unless: requesterWait },
  ],
  on_hold_time: [{ on: 'events', unless: onHold }],
  pending_time: [{ on: 'events', unless: [] }],
  reopen_rate: [{ on: 'events', unless: ['reopens'] }],
  reassignments: [{ on: 'events', unless: ['reassignments'] }],
  csat: [{ on: 'csat', unless: ['csat'] }],
  csat_mean: [{ on: 'csat', unless: ['csat'] }],
  csat_response_rate: [{ on: 'csat', unless: ['csat'] }],
  nps: [{ on: 'nps', unless: [] }],
  ces: [{ on: 'ces', unless: [] }],
  ces_mean: [{ on: 'ces', unless: [] }],
};

/**
 * The source beside the tickets that a metric is taken from, where one is that says of which time it tells; null where
 * the tickets' own columns tell it.
 */
export function restsOn(desk: Desk, { id }: Pick<Metric, 'id'>): keyof SourceCoverage | null {
  const { sourceCoverage } = desk;
  if (!sourceCoverage) return null;
  const found = resting[id]?.find(({ on }) => sourceCoverage[on]);
  if (!found || found.unless.some((field) => isToldByTickets(desk, { field, on: found.on }))) return null;
  return found.on;
}

const kept = new WeakMap<Desk, Map<string, boolean>>();

/** Whether a column says something of tickets that a source tells nothing of: events and surveys are written into it. */
function isToldByTickets(
  desk: Desk,
  { field, on }: { readonly field: TicketField; readonly on: keyof SourceCoverage },
): boolean {
  const found = kept.get(desk) ?? new Map<string, boolean>();
  kept.set(desk, found);
  const key = `${field} ${on}`;
  let told = found.get(key);
  if (told === undefined) {
    told = findTold(desk, field, on);
    found.set(key, told);
  }
  return told;
}

function findTold(desk: Desk, field: TicketField, on: keyof SourceCoverage): boolean {
  const values = numbersOf(desk.tickets, field);
  if (!values) return false;
  const written = on === 'events' ? desk.events?.offsets : null;
  const rated = on === 'csat' ? ratedBySurveys(desk) : null;
  for (let t = 0; t < values.length; t++) {
    if (Number.isNaN(values[t])) continue;
    if (written && written[t] < written[t + 1]) continue;
    if (rated?.[t] === 1) continue;
    return true;
  }
  return false;
}

function ratedBySurveys({ surveys, tickets }: Desk): Uint8Array {
  const rated = new Uint8Array(tickets.rows);
  for (const { ticket } of surveys) for (const t of ticket) if (t >= 0) rated[t] = 1;
  return rated;
}
