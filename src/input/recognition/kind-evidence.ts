import type { DataKind } from '../../model/fields.ts';
import { isUnique } from './column-look.ts';
import {
  aggregateWords,
  clear,
  countOfHeaders,
  if1,
  isOtherStream,
  type KindFacts,
  type KindRule,
  rows,
  score,
  scoreOf,
  shareOfHeaders,
  table,
  unclear,
} from './kind-facts.ts';
import { activityNoun, customerNoun, otherNoun, uselessNoun } from './kind-words.ts';
import { isBareThread, isDialogue, isEvents, isMessages, repeats } from './log-shape.ts';
import { hasTicketNumber } from './own-number.ts';
import { isRated } from './question-score.ts';
import { namesScope, parts } from './scopes.ts';
import { surveyRule } from './survey-kind.ts';
import { ticketRule } from './ticket-kind.ts';

/** Ids come back because several desks count on their own: within a repository, a project or a brand none does. */
function isNumberedApart({ chosen, looks }: KindFacts): boolean {
  const ticket = chosen('events').get('ticket_id');
  return ticket !== undefined && looks.some((look) => namesScope(look) && parts(ticket.look, look));
}

/** A rating and a comment of a ticket each: of a conversation there would be several, and none of them rated. */
function isRatingsOnce(facts: KindFacts): boolean {
  const rated = scoreOf(facts);
  const ticket = facts.chosen('messages').get('ticket_id');
  if (!rated || rated.score < 0.75 || rated.look.filled === 0 || !isRated(rated.look)) return false;
  return ticket !== undefined && !repeats(ticket.look) && !facts.chosen('messages').has('author_role');
}

const planWords =
  /\b(?:plan|mrr|arr|tier|churn|churned|churn reason|renewal|billing|subscription|contract|industry|signup|country|acquisition)\b/;
const amountWords =
  /\b(?:amount|price|total|revenue|quantity|value|currency|importe|monto|valor|betrag|montant|importo|bedrag)\b|金额/u;

/** Every kind of table with what speaks for it. The kind with the most points above its least is the table's. */
export const kindRules: Readonly<Record<DataKind, KindRule>> = {
  messages: {
    least: 3,
    needs: (facts) => {
      if (isOtherStream(facts) || isRatingsOnce(facts) || hasTicketNumber(facts, 'messages')) return false;
      const [own, tickets, events] = (['messages', 'tickets', 'events'] as const).map(facts.chosen);
      return (
        isMessages(own, tickets) || isDialogue(own, facts.isStream) || isBareThread(own, { tickets, events })
      );
    },
    evidence: [{ says: 'each row is one message of a conversation', weight: 20, share: () => 1 }],
  },
  events: {
    least: 3,
    needs: (facts) =>
      !(isOtherStream(facts) && !/\b(?:history|activities)\b/.test(facts.name)) &&
      isEvents(facts.chosen('events'), facts.chosen('tickets')) &&
      !isNumberedApart(facts) &&
      !hasTicketNumber(facts, 'events'),
    evidence: [{ says: 'each row is one change of a ticket that has several', weight: 18, share: () => 1 }],
  },
  surveys: surveyRule,
  tickets: ticketRule,
  customers: {
    least: 3,
    needs: (facts) =>
      !isOtherStream(facts) &&
      facts.chosen('customers').has('customer') &&
      facts.chosen('customers').has('started_at'),
    evidence: [
      clear('customers', 'started_at', 2.5, 'it says when somebody became a customer'),
      unclear('customers', 'started_at', 0.8, 'a stamp may be a beginning'),
      clear('customers', 'ended_at', 1.5, 'it says when somebody left'),
      clear('customers', 'customer', 1, 'a column names the customer'),
      {
        says: 'no column is named like a customer',
        weight: -1.5,
        share: (facts) => if1(score(facts, 'customers', 'customer') < 0.75 && facts.rowNoun !== 'customer'),
      },
      {
        says: 'it has names, and no stamp but when the row was made',
        weight: -2.5,
        share: (facts) =>
          if1(score(facts, 'customers', 'started_at') < 0.75 && facts.chosen('reference').has('name')),
      },
      {
        says: 'the table is named like something else a helpdesk keeps',
        weight: -3,
        share: (facts) =>
          if1(
            uselessNoun.test(facts.name) ||
              (/\bhistory\b/.test(facts.name) && score(facts, 'customers', 'started_at') < 0.75),
          ),
      },
      table(customerNoun, 1.5, 'the table is named like customers'),
      rows('customer', 2, 'its rows are numbered as customers'),
      rows('contract', 2, 'its rows are numbered as contracts'),
      rows('ticket', -4, 'its rows are numbered as tickets'),
      rows('survey', -3, 'its rows are numbered as answers'),
      rows('activity', -2.5, 'its rows are numbered as orders or events'),
      rows('person', -2, 'its rows are numbered as people of the desk'),
      {
        says: 'columns tell plan, revenue, branch or churn',
        weight: 1.5,
        share: (facts) => Math.min(1, countOfHeaders(facts, planWords) / 3),
      },
      {
        says: 'columns that tickets have stand beside the beginning',
        weight: -4,
        share: (facts) =>
          ['priority', 'first_response_at', 'subject', 'assignee', 'reported_resolution_time_seconds'].filter(
            (id) => score(facts, 'tickets', id) >= 0.75,
          ).length / 5,
      },
    ],
  },
  activity: {
    least: 3,
    needs: (facts) =>
      !isOtherStream(facts) && facts.chosen('activity').has('customer') && facts.chosen('activity').has('at'),
    evidence: [
      clear('activity', 'at', 2, 'it says when something was ordered, paid or done'),
      unclear('activity', 'at', 0.8, 'a stamp may be when something was done'),
      clear('activity', 'kind', 1.2, 'it says what was done'),
      {
        says: 'customers come back in it',
        weight: 1,
        share: (facts) => if1(repeats(facts.chosen('activity').get('customer')!.look)),
      },
      table(activityNoun, 1.5, 'the table is named like what customers do'),
      rows('activity', 2, 'its rows are numbered as orders or events'),
      rows('ticket', -4, 'its rows are numbered as tickets'),
      rows('survey', -4, 'its rows are numbered as answers'),
      rows('customer', -1, 'its rows are numbered as customers'),
      {
        says: 'a column is an amount',
        weight: 0.7,
        share: (facts) => if1(countOfHeaders(facts, amountWords) > 0),
      },
      {
        says: 'columns that tickets have stand beside it',
        weight: -4,
        share: (facts) =>
          ['priority', 'first_response_at', 'subject', 'assignee', 'solved_at'].filter(
            (id) => score(facts, 'tickets', id) >= 0.75,
          ).length / 5,
      },
      {
        says: 'most columns are sums and averages',
        weight: -3,
        share: (facts) => if1(shareOfHeaders(facts, aggregateWords) > 0.4),
      },
    ],
  },
  reference: {
    least: 3,
    needs: (facts) => {
      const own = facts.chosen('reference');
      const id = own.get('id');
      if (!id || uselessNoun.test(facts.name)) return false;
      if (own.has('name')) return id.look.distinct >= id.look.filled * 0.5 && id.score >= 0.5;
      return own.has('email') && isUnique(id.look);
    },
    evidence: [
      {
        says: 'each row has an id and a name',
        weight: 3,
        share: (facts) => if1(facts.chosen('reference').has('name')),
      },
      {
        says: 'each row has an id and an address',
        weight: 3,
        share: (facts) => if1(!facts.chosen('reference').has('name')),
      },
      {
        says: 'it has addresses',
        weight: 0.5,
        share: (facts) => if1(facts.chosen('reference').has('email')),
      },
      { says: 'it has roles', weight: 0.5, share: (facts) => if1(facts.chosen('reference').has('role')) },
      rows('person', 1.5, 'its rows are numbered as people'),
      table(otherNoun, 1, 'the table is named like a list of names'),
      {
        says: 'its rows begin and end, as names do not',
        weight: -3,
        share: (facts) =>
          if1(
            score(facts, 'tickets', 'created_at') >= 0.9 &&
              ['first_response_at', 'solved_at', 'closed_at'].some(
                (id) => score(facts, 'tickets', id) >= 0.55,
              ),
          ),
      },
      {
        says: 'its rows have a state, a text and a time',
        weight: -2.5,
        share: (facts) =>
          if1(['created_at', 'status', 'description'].every((id) => score(facts, 'tickets', id) >= 0.55)),
      },
      {
        says: 'its rows are written by somebody at some time',
        weight: -2.5,
        share: (facts) =>
          if1(
            score(facts, 'tickets', 'created_at') >= 0.9 &&
              score(facts, 'tickets', 'description') >= 0.6 &&
              score(facts, 'tickets', 'requester') >= 0.55,
          ),
      },
    ],
  },
};
