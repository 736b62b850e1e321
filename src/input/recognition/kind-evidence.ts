import type { DataKind, FieldId } from '../../model/fields.ts';
import { callLogOf } from './call-log.ts';
import { type ColumnLook, isUnique } from './column-look.ts';
import type { Candidate } from './field-match.ts';
import {
  activityNoun,
  customerNoun,
  otherNoun,
  type RowNoun,
  surveyNoun,
  ticketNoun,
  uselessNoun,
} from './kind-words.ts';
import { isBareThread, isDialogue, isEvents, isMessages, repeats } from './log-shape.ts';
import { hasRatingQuestion } from './question-score.ts';
import { namesScope, parts } from './scopes.ts';
import { stateFlag } from './state-flags.ts';
import { answerEvidence, isNothingButAnswers, isOfTicket } from './survey-evidence.ts';

/** What is known of a table when its kind is asked for. */
export interface KindFacts {
  /** Folded. */
  readonly name: string;
  /** True where the name is the tool's own word for the records, not a file's, which may be anybody's. */
  readonly isStream: boolean;
  /** The name of the table whose records these rows are part of, for a nested array. */
  readonly parent: string | null;
  readonly looks: readonly ColumnLook[];
  /** What the columns would be in a table of this kind. */
  readonly chosen: (kind: DataKind) => ReadonlyMap<FieldId, Candidate>;
  /** What the column that numbers the rows says they are. */
  readonly rowNoun: RowNoun | null;
}

/** One thing that speaks for a kind, or against it. */
export interface KindEvidence {
  readonly says: string;
  /** Points; below zero it speaks against the kind. */
  readonly weight: number;
  /** How much of it there is, 0–1. */
  readonly share: (facts: KindFacts) => number;
}

interface KindRule {
  /** Without this no table is of the kind, whatever speaks for it. */
  readonly needs: (facts: KindFacts) => boolean;
  /** Points from which on a table is of this kind. */
  readonly least: number;
  readonly evidence: readonly KindEvidence[];
}

const score = (facts: KindFacts, kind: DataKind, field: string): number =>
  facts.chosen(kind).get(field as FieldId)?.score ?? 0;
const if1 = (holds: boolean): number => (holds ? 1 : 0);
const isFilled = (facts: KindFacts, kind: DataKind, field: string): boolean =>
  (facts.chosen(kind).get(field as FieldId)?.look.filled ?? 0) > 0;

/** Ids come back because several desks count on their own: within a repository, a project or a brand none does. */
function isNumberedApart({ chosen, looks }: KindFacts): boolean {
  const ticket = chosen('events').get('ticket_id');
  return ticket !== undefined && looks.some((look) => namesScope(look) && parts(ticket.look, look));
}

/** What is posted to a case is its messages (Kayako), whatever posts are elsewhere. */
const isPosted = ({ parent, name }: KindFacts): boolean => parent !== null && /^posts?$/.test(name);

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

/** A stream that the tool itself calls something else. */
const isOtherStream = (facts: KindFacts): boolean =>
  facts.isStream &&
  !isPosted(facts) &&
  (otherNoun.test(facts.name.replace(ticketNoun, '')) || uselessNoun.test(facts.name));

/** Each row is a text with a title that somebody wrote at some time. */
const isWritten = (facts: KindFacts): boolean =>
  (['created_at', 'subject', 'description'] as const).every(
    (id) => score(facts, 'tickets', id) >= 0.9 && isFilled(facts, 'tickets', id),
  ) && score(facts, 'tickets', 'requester') >= 0.55;

/** A file of calls is the desk's work; a stream of calls is what a CRM notes beside its deals. */
const withoutOwnNouns = ({ name, isStream }: KindFacts): string =>
  name.replace(ticketNoun, '').replace(isStream ? '' : /\b(?:calls?|queues?)\b/g, '');

const field = (kind: DataKind, id: string, weight: number, says: string): KindEvidence => ({
  says,
  weight,
  share: (facts) => {
    const found = score(facts, kind, id);
    return found === 0 ? 0 : Math.min(1, found + 0.1);
  },
});
const rows = (noun: RowNoun, weight: number, says: string): KindEvidence => ({
  says,
  weight,
  share: (facts) => if1(facts.rowNoun === noun),
});
const table = (words: RegExp, weight: number, says: string): KindEvidence => ({
  says,
  weight,
  share: (facts) => if1(words.test(facts.name)),
});

/** A column feeds a field beyond doubt. */
const clear = (kind: DataKind, field: string, weight: number, says: string): KindEvidence => ({
  says,
  weight,
  share: (facts) => if1(score(facts, kind, field) >= 0.75),
});
/** No column does, or one that may be something else. */
const unclear = (kind: DataKind, field: string, weight: number, says: string): KindEvidence => ({
  says,
  weight,
  share: (facts) => if1(score(facts, kind, field) < 0.75),
});

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

/** Fields of tickets that answers to a survey rarely carry. */
const besideAnswers: readonly string[] = [
  'status',
  'solved_at',
  'closed_at',
  'priority',
  'subject',
  'first_response_at',
  'assignee',
  'channel',
  'group',
  'reported_resolution_time_seconds',
  'reported_first_response_time_seconds',
];

const planWords =
  /\b(?:plan|mrr|arr|tier|churn|churned|churn reason|renewal|billing|subscription|contract|industry|signup|country|acquisition)\b/;
const amountWords =
  /\b(?:amount|price|total|revenue|quantity|value|currency|importe|monto|valor|betrag|montant|importo|bedrag)\b|金额/u;
const aggregateWords =
  /\b(?:avg|average|mean|median|total|sum|rate|pct|percent|percentage|ratio|share|count|handled|gross|net|durchschnitt|promedio|media|moyenne)\b/;

/** A stamp of answers, not of anything: `Answered at`, `Date of response`. */
const answeredHeader =
  /\b(?:answered|answer|responded|response|respondent|rated|rating|reviewed|review|surveyed|survey|beantwortet|antwort\w*|repondu|reponse|respondido|respuesta|resposta|risposto|risposta|beantwoord|ingevuld)\b|উত্তর|उत्तर|回答|评价/u;

const shareOfHeaders = (facts: KindFacts, words: RegExp): number => {
  const named = facts.looks.filter((look) => look.header.words !== '');
  return named.length === 0 ? 0 : named.filter((look) => words.test(look.header.words)).length / named.length;
};
const countOfHeaders = (facts: KindFacts, words: RegExp): number =>
  facts.looks.filter((look) => words.test(look.header.words)).length;

/** Scores with fractions of a point are averages of several answers; halves are what some people give. */
const holdsAverages = ({ look }: Candidate): boolean => {
  if (look.numberShare < 0.7) return false;
  let fractions = 0;
  for (const cell of look.cells)
    if (/\d[.,]\d/.test(cell) && Number(cell.replace(',', '.')) % 0.5 !== 0) fractions++;
  return fractions > look.filled * 0.1;
};
const scoreOf = (facts: KindFacts): Candidate | undefined => facts.chosen('surveys').get('score');
const isBound = (facts: KindFacts): boolean =>
  ['answered_at', 'ticket_id', 'customer'].some((id) => facts.chosen('surveys').has(id as FieldId));

/** How much says that rows are answers although they name no ticket, customer or date. */
const answersOf = ({ looks, name, chosen }: KindFacts): number =>
  answerEvidence({ looks, name, surveys: chosen('surveys'), tickets: chosen('tickets') });

/** `id,created_at,subject,description`: tickets whatever stands in the cells, empty columns too. */
const ownNames: readonly (readonly string[])[] = [['id'], ['created at'], ['subject', 'description']];
const isHeader = ({ looks }: KindFacts, words: string): boolean =>
  looks.some((look) => look.header.words === words);

/** Every kind of table with what speaks for it. The kind with the most points above its least is the table's. */
export const kindRules: Readonly<Record<DataKind, KindRule>> = {
  messages: {
    least: 3,
    needs: (facts) => {
      if (isOtherStream(facts)) return false;
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
      !isNumberedApart(facts),
    evidence: [{ says: 'each row is one change of a ticket that has several', weight: 18, share: () => 1 }],
  },
  surveys: {
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
          if1(
            score(facts, 'customers', 'started_at') >= 0.75 || score(facts, 'customers', 'ended_at') >= 0.75,
          ),
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
  },
  tickets: {
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
  },
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
