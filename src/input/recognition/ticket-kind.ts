import { callLogOf } from './call-log.ts';
import {
  aggregateWords,
  besideAnswers,
  field,
  if1,
  isFilled,
  isOtherStream,
  type KindFacts,
  type KindRule,
  rows,
  score,
  scoreOf,
  shareOfHeaders,
  table,
  withoutOwnNouns,
} from './kind-facts.ts';
import { activityNoun, otherNoun, ticketNoun, uselessNoun } from './kind-words.ts';
import { stateFlag } from './state-flags.ts';

/** What is told of a subscription: its periods, its bill, what it is called. */
const subscriptionWords = /\b(?:current period|trial|billing|renew\w*|subscriptions?|plan|mrr|arr)\b/;

/** The beginning and the cancellation of somebody's subscription, which bills call by words that tickets have too (`created`, `status`). */
function isOfSubscriptions(facts: KindFacts): boolean {
  if (!['customer', 'started_at', 'ended_at'].every((id) => score(facts, 'customers', id) >= 0.75))
    return false;
  const own = ['priority', 'subject', 'assignee', 'group', 'first_response_at', 'description'];
  if (own.some((id) => score(facts, 'tickets', id) >= 0.6)) return false;
  return facts.looks.some(
    ({ header, cells, distinct }) =>
      subscriptionWords.test(header.words) || (distinct === 1 && cells[0]?.toLowerCase() === 'subscription'),
  );
}

/** Each row is a text with a title that somebody wrote at some time. */
const isWritten = (facts: KindFacts): boolean =>
  (['created_at', 'subject', 'description'] as const).every(
    (id) => score(facts, 'tickets', id) >= 0.9 && isFilled(facts, 'tickets', id),
  ) && score(facts, 'tickets', 'requester') >= 0.55;

const ticketFields: readonly (readonly [string, number])[] = [
  ['status', 1.5],
  ['priority', 1.5],
  ['solved_at', 2],
  ['closed_at', 2],
  ['first_response_at', 2],
  ['first_solved_at', 1],
  ['due_at', 0.5],
  ['subject', 1],
  ['description', 0.5],
  ['assignee', 1],
  ['requester', 0.7],
  ['group', 0.5],
  ['channel', 0.7],
  ['type', 0.3],
  ['csat', 0.7],
  ['tags', 0.3],
  ['replies', 1],
  ['reopens', 1.5],
  ['sla_recorded', 1],
  ['reported_first_response_time_seconds', 2],
  ['reported_resolution_time_seconds', 2],
  ['reported_first_response_time_business_seconds', 2],
  ['reported_resolution_time_business_seconds', 2],
];

/** `id,created_at,subject,description`: tickets whatever stands in the cells, empty columns too. */
const ownNames: readonly (readonly string[])[] = [['id'], ['created at'], ['subject', 'description']];
const isHeader = ({ looks }: KindFacts, words: string): boolean =>
  looks.some((look) => look.header.words === words);

/** What lists of hours worked are called by, which name tickets as well as the hours spent on them. */
const workedWords =
  /^(?:is )?billable(?: hours| time| amount)?$|^non billable(?: hours)?$|^(?:hours|time) billed$|^(?:time )?entry (?:id|no|number|date)$|^work ?log(?: id)?$|^time ?sheet(?: id)?$|^(?:work date|date worked|worked on|hourly rate|rate per hour|billing rate|invoiced)$/;
const hoursWords =
  /^(?:hours?|hrs|hours worked|time worked|time spent|duration|minutes|mins|stunden|heures|horas|ore|uren|godziny|часы)$/;
const isOfHours = ({ looks, chosen }: KindFacts): boolean => {
  const words = looks.map(({ header }) => header.words);
  const worked = words.filter((each) => workedWords.test(each)).length;
  return (
    !chosen('tickets').has('status') &&
    (worked >= 2 ||
      (worked === 1 &&
        looks.some(
          ({ name, header }) => hoursWords.test(header.words) || hoursWords.test(name.toLowerCase()),
        )))
  );
};

/** What speaks for tickets. */
export const ticketRule: KindRule = {
  least: 3,
  needs: (facts) => !isOtherStream(facts),
  evidence: [
    {
      says: 'it says when each row was created',
      weight: 1,
      share: (facts) => if1(score(facts, 'tickets', 'created_at') >= 0.9),
    },
    {
      says: 'nothing says when its rows were created',
      weight: -3,
      share: (facts) => if1(!facts.chosen('tickets').has('created_at')),
    },
    {
      says: 'each row has an id, a date and a text, under the names that this program writes',
      weight: 6,
      share: (facts) =>
        if1(
          !facts.isStream &&
            !uselessNoun.test(facts.name) &&
            ownNames.every((names) => names.some((name) => isHeader(facts, name))),
        ),
    },
    {
      says: 'each row has an id, a date of creation and a subject',
      weight: 1.5,
      share: (facts) =>
        if1(
          !uselessNoun.test(facts.name) &&
            score(facts, 'tickets', 'id') >= 0.75 &&
            score(facts, 'tickets', 'created_at') >= 0.9 &&
            score(facts, 'tickets', 'subject') >= 0.75,
        ),
    },
    {
      says: 'a column says by yes and no, or by a tick, whether each is finished',
      weight: 2,
      share: (facts) => if1(facts.looks.some((look) => stateFlag(look) !== null)),
    },
    {
      says: 'it says whose subscription began and was cancelled, and nothing that only tickets have',
      weight: -5,
      share: (facts) => if1(isOfSubscriptions(facts)),
    },
    {
      says: 'its rows are calls that were queued, answered and talked',
      weight: 4,
      share: (facts) => if1(facts.chosen('tickets').has('created_at') && callLogOf(facts.looks) !== null),
    },
    {
      says: 'its states are those of tickets',
      weight: 0.6,
      share: (facts) => {
        const status = facts.chosen('tickets').get('status');
        return if1(status !== undefined && status.score >= 0.9 && status.look.exactStatusShare >= 0.9);
      },
    },
    {
      says: 'each row is something that somebody wrote at some time, with a title',
      weight: 1.5,
      share: (facts) => if1(!uselessNoun.test(facts.name) && isWritten(facts)),
    },
    ...ticketFields.map(([id, weight]) => field('tickets', id, weight, `a column can be ${id}`)),
    {
      says: 'its ids are named like those of tickets',
      weight: 2,
      share: (facts) => if1(ticketNoun.test(facts.chosen('tickets').get('id')?.look.header.words ?? '')),
    },
    table(ticketNoun, 2, 'the table is named like tickets'),
    {
      says: 'beside a rating it has nothing that a desk does with a ticket',
      weight: -2.5,
      share: (facts) =>
        if1(
          scoreOf(facts) !== undefined &&
            !besideAnswers.some(
              (id) => id !== 'channel' && id !== 'group' && score(facts, 'tickets', id) >= 0.45,
            ),
        ),
    },
    {
      says: 'most columns are sums and averages',
      weight: -5,
      share: (facts) => if1(shareOfHeaders(facts, aggregateWords) > 0.35),
    },
    {
      says: 'its rows are said by customers and agents in turn',
      weight: -4,
      share: (facts) =>
        if1(
          score(facts, 'messages', 'text') >= 0.75 &&
            (facts.chosen('messages').get('author_role')?.look.roleShare ?? 0) >= 0.9 &&
            (facts.chosen('messages').get('author_role')?.look.distinct ?? 0) >= 2,
        ),
    },
    {
      says: 'its rows are hours that somebody worked',
      weight: -5,
      share: (facts) => if1(isOfHours(facts)),
    },
    {
      says: 'the table is named like what customers buy or do',
      weight: -4,
      share: (facts) => if1(activityNoun.test(facts.name) && !ticketNoun.test(facts.name)),
    },
    rows('survey', -4, 'its rows are numbered as answers'),
    rows('contract', -4, 'its rows are numbered as contracts'),
    rows('activity', -3, 'its rows are numbered as orders or events'),
    rows('customer', -3, 'its rows are numbered as customers'),
    rows('person', -3, 'its rows are numbered as people'),
    {
      says: 'the table is named like something else a helpdesk keeps',
      weight: -3,
      // What somebody wrote is no list of names, whatever its file is called.
      share: (facts) =>
        if1(
          (otherNoun.test(withoutOwnNouns(facts)) || uselessNoun.test(facts.name)) &&
            !(isWritten(facts) && !facts.isStream),
        ),
    },
  ],
};
