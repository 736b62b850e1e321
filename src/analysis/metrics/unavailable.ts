import type { Unavailable } from '../../model/metric.ts';

/** Why a metric cannot be computed, and which export would have what it needs. One sentence each, in one place. */
export const unavailableTexts = {
  no_tickets: 'the files hold no tickets; a ticket, message or event export does',
  no_end:
    'the export has neither statuses nor solve or close stamps; a ticket export with "Solved at" or "Status" has',
  no_end_named:
    'no step of the log is known to end a ticket, so nobody knows which are open; --value status:STEP=solved says which one does',
  status_not_understood:
    'most tickets have no status that is understood, so nobody knows which are open; --value status:WORD=open (or solved, closed, pending …) says what a word means',
  no_solve: 'the export has no solve stamps; a ticket export with "Solved at" (or "Resolved", "Closed") has',
  ends_of_some:
    'many finished tickets have no end stamp, so nobody knows how many were solved when; a ticket export with "Solved at" (or "Resolved", "Closed") of each one has',
  no_first_response:
    'the export has no first response stamps, minutes or messages; an export with "First response" columns, or the messages, has',
  no_business_first_response:
    'the export measures first response on the calendar clock only; --hours gives working hours to compute it',
  no_calendar_first_response: 'the export measures first response within its own business hours only',
  no_calendar: 'no working hours are set; --hours or a calendar in deskstat.yaml sets them',
  no_messages: 'the export has no messages; the conversations or comments export has',
  no_authors:
    'the messages do not say who wrote them, so nobody knows who answered; --map author=COLUMN or author_role=COLUMN names the column that does',
  zeros_may_be_none:
    'a first response time of 0 may mean an answer at once or none yet; an export with the stamp of the first response, or a count of replies, tells',
  messages_of_no_ticket:
    'the messages belong to none of the tickets; --map id=COLUMN names the column with the tickets’ ids',
  messages_without_time: 'the messages carry dates without a time, and working hours are finer than days',
  messages_undecided:
    'nobody can tell whether tickets without messages went unanswered or are not recorded; --complete says that the messages are all there are',
  no_messages_or_events: 'the export has neither messages nor status changes',
  no_events: 'the export has no status changes; an audit, history or event export has',
  statuses_unknown:
    'more than 1 in 100 tickets were in a status of which nobody knows what it means; --value status:WORD=pending (or on_hold, open, solved) says it',
  no_on_hold: 'the export has neither status changes nor on-hold minutes',
  no_replies: 'the export has neither a count of replies nor messages',
  no_reassignments: 'the export has neither a count of reassignments nor changes of assignee',
  no_reopens: 'the export has neither status changes nor a count of reopens',
  no_requester: 'the export does not say who asked; an export with the requester has',
  no_replies_for_fcr: 'the export does not say how many answers a ticket took; no_repeat_rate needs none',
  no_sla_flag: 'the export has no SLA result of the helpdesk; policies in deskstat.yaml compute one',
  no_sla: 'no SLA policies in deskstat.yaml',
  no_rating: 'the export has no ratings; a satisfaction survey export has',
  ratings_apart:
    'what the files hold is set apart: other surveys, averages, or numbers whose scale is not known; --scale settles a scale',
  no_sent: 'the surveys do not say when they were sent, and there are no tickets to count instead',
  answers_without_date:
    'more than 1 in 50 of the surveys sent were answered on a day that nobody knows, so it is not known whether within 14 days; --map answered_at=COLUMN names the column that says it',
  no_customers: 'no customer list with starts (and ends) was read; --customers names one',
  no_ends:
    'the customer list has no end column, so it cannot say who left; a list with the date on which each one left has, or orders or logins named with --activity',
  customers_only:
    'it is about customers, whom fields of tickets do not tell apart; "deskstat retention --by" takes fields of customers',
  no_issues: 'recurring issues were not looked for; they need subjects or descriptions',
  no_channel: 'the export does not say by which channel tickets came',
  cut_solved:
    'the export holds solved tickets only, so nothing can be said of open ones; --coverage created says that it holds every ticket',
} as const satisfies Record<string, string>;

export type UnavailableReason = keyof typeof unavailableTexts;

export const unavailableReasons = Object.keys(unavailableTexts) as readonly UnavailableReason[];

/** The code of a reason in words, for programs and other languages; null for one that is worded elsewhere. */
export function codeOfReason(words: string): UnavailableReason | keyof typeof counted | null {
  return (
    unavailableReasons.find((code) => unavailableTexts[code] === words) ??
    countedCodes.find((code) => countedPattern(code).test(words)) ??
    null
  );
}

/** A metric that cannot be computed, in words. */
export function unavailable(reason: UnavailableReason): Unavailable {
  return { unavailable: unavailableTexts[reason] };
}

/** A number, or what stands for any. */
type Count = number | string;

/** A metric whose column is there, and holds nothing although it must have: that is not recorded, never "none". */
export function notRecorded(
  field: string,
  { rows, shown }: { readonly rows: Count; readonly shown: Count },
): Unavailable {
  return {
    unavailable: `"${field}" is empty on all ${rows} tickets, ${shown} of which are finished or answered: it is not recorded`,
  };
}

/** A customer list with a column of ends that is empty although somebody must have left by now. */
export function endsNotRecorded({
  customers,
  years,
}: {
  readonly customers: Count;
  readonly years: Count;
}): Unavailable {
  return {
    unavailable: `the customer list says of none of ${customers} customers in ${years} customer-years that they left, so ends are not recorded in it; a list with the date on which each one left has, or orders or logins named with --activity`,
  };
}

/** A customer list that calls customers gone whose date of leaving it does not have. */
export function endsPartlyRecorded({
  undated,
  left,
}: {
  readonly undated: Count;
  readonly left: Count;
}): Unavailable {
  return {
    unavailable: `the customer list calls ${undated} of ${left} customers gone without saying when they left; a list with the date on which each one left has, --map ended_at=COLUMN names the column that holds it, or orders or logins named with --activity`,
  };
}

/** Any count, where a reason is made to be known again. */
const ANY = '\u0000';

/** Reasons that name what was counted, with anything for their counts. */
const counted = {
  not_recorded: () => notRecorded(ANY, { rows: ANY, shown: ANY }),
  ends_not_recorded: () => endsNotRecorded({ customers: ANY, years: ANY }),
  ends_partly_recorded: () => endsPartlyRecorded({ undated: ANY, left: ANY }),
};
const countedCodes = Object.keys(counted) as readonly (keyof typeof counted)[];

function countedPattern(code: keyof typeof counted): RegExp {
  const text = counted[code]().unavailable.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${text.replaceAll(ANY, '.+')}$`);
}

/** True for a metric that cannot be computed. */
export function isUnavailable(result: object): result is Unavailable {
  return 'unavailable' in result;
}
