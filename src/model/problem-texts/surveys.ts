import { type Sentence, sentence } from '../sentence.ts';
import { labelled, list, rows, said, tickets, tryThis, type Wording } from './words.ts';

/** How ids of two files differ. */
const wayWords: Readonly<Record<string, string>> = {
  address: 'a name beside the address',
  salesforce: '15 and 18 characters',
  case: 'upper and lower case',
  thousands: 'a thousands separator',
  separators: 'marks such as - and #',
  decimal: 'decimals',
  zeros: 'leading zeros',
  prefix: 'a prefix',
};

const ways = (value: unknown): string =>
  (Array.isArray(value) ? value : [value]).map((way) => wayWords[String(way)] ?? way).join(', ');

/** Why answers enter no figure, and what settles it. */
const apartReasons: Readonly<Record<string, readonly [string, Sentence | string]>> = {
  undecided: [
    'numbers up to 10 whose header says neither satisfaction nor recommendation, so they may be CSAT or NPS',
    '--scale nps, --scale csat_0-10',
  ],
  averages: ['more than 2 % of them are fractions: averages, not answers', ''],
  results: ['most or many are below 0 or off the scale: results of surveys, not answers', ''],
  zeros: [
    'nothing but 0, the worst answer on some scales and no answer at all in many exports',
    '--scale good_bad, --scale 0-5, --scale csat_0-10',
  ],
  unrated_zeros: [
    '0 far more often than any other, the worst answer on a scale from 0 and no answer at all in many exports',
    '--scale 1-5 or 1-10 where it is no answer, --scale 0-5 or csat_0-10 where it is the worst',
  ],
  other_survey: [
    'another kind of survey or question than CSAT, NPS and CES',
    sentence('hint.one_kind_of_survey'),
  ],
  no_such_scale: [
    'this question has no score on a scale of {range} (NPS is asked on 0–10, CES on 1–5 or 1–7)',
    '--scale nps, --scale csat_0-10',
  ],
};

/** What is said of answers and of lists of customers. */
export const surveyTexts = {
  answers_joined: (a) => {
    const of = Number(a.answers) - Number(a.lost);
    const ways = [
      Number(a.byId) > 0 ? `${a.byId} by ticket id` : '',
      Number(a.byCustomer) > 0 ? `${a.byCustomer} by customer and time` : '',
    ].filter((way) => way !== '');
    const lost =
      Number(a.lost) === 0
        ? ''
        : `; ${a.lost} ${Number(a.lost) === 1 ? 'has' : 'have'} none and ${Number(a.lost) === 1 ? 'counts' : 'count'} under no group, agent or channel`;
    return {
      what: `${of} of ${a.answers} answers belong to a ticket here${ways.length > 0 ? ` (${ways.join(', ')})` : ''}${lost}`,
      details: [
        ...(Number(a.strangers) > 0
          ? [['found', sentence('word.of_other_tickets', { answers: Number(a.strangers) })] as const]
          : []),
        ...(a.here === undefined || a.there === undefined
          ? []
          : [
              [
                'found',
                sentence('word.customers_called', { here: said(a.here), there: said(a.there) }),
              ] as const,
            ]),
        ...(Number(a.lost) > 0 ? [['try', sentence('hint.tickets_of_surveys')] as const] : []),
      ],
    };
  },
  answers_repeated: (_a, n) => ({
    what: `${n} ${n === 1 ? 'answer stands' : 'answers stand'} in another file too; each counts once`,
  }),
  answers_without_response: (_a, n) => ({
    what: `${rows(n)} left out: answers of responses that are not here`,
  }),
  ticket_answered_again: (_a, n) => ({
    what: `${tickets(n)} with several answers: all count as answers, the last one is the ticket's own rating`,
  }),
  ids_written_otherwise: (a, n) => ({
    what: `${n} ticket ${n === 1 ? 'id is' : 'ids are'} written otherwise in the tickets (${ways(a.ways)}): "${a.here}" here is "${a.there}" there; joined, as each pairs with one`,
  }),
  ids_in_other_column: (a, n) => ({
    what: `${n} ticket ${n === 1 ? 'id is' : 'ids are'} what the tickets hold in "${a.column}": "${a.here}" here is ticket "${a.there}"; joined, as each pairs with one`,
  }),
  people_written_otherwise: (a, n) => ({
    what: `${n} ${n === 1 ? 'customer or author is' : 'customers or authors are'} written otherwise than in the other files (${ways(a.ways)})${a.here === undefined ? '' : `: "${a.here}" here is "${a.there}" there`}; joined, as each pairs with one`,
  }),
  answers_apart: (a, n) => {
    const [why, hint] = apartReasons[String(a.reason)] ?? apartReasons.other_survey;
    return {
      what: `${n} ${n === 1 ? 'answer' : 'answers'} to ${list(a.surveys)} set apart: ${why.replace('{range}', String(a.range))}`,
      details: hint === '' ? [] : tryThis(hint),
    };
  },
  survey_questions: (a) => ({
    what: `several surveys, each measured by itself: ${list(a.surveys)}`,
    details: (Array.isArray(a.more) ? a.more : []).map((more) => ['try', `--survey '${more}'`] as const),
  }),
  answers_undated: (a, n) => ({
    what: `${n} of ${a.all} answers ${n === 1 ? 'has' : 'have'} no date: counted in the whole, left out of every split by time`,
    details: tryThis("--map answered_at='…'"),
  }),
  unknown_survey: (a) => ({
    what: `no survey is called "${a.survey}"`,
    details: [...labelled('found', a.known)],
  }),
  no_surveys: (a) => ({ what: `the files hold no ratings: --survey "${a.survey}" chooses none` }),
  half_points: (_a, n) => ({
    what: `${n} NPS ${n === 1 ? 'answer is' : 'answers are'} in half points: below 7 counts as detractor, below 9 as passive`,
  }),
  survey_dimension: (a) => ({
    what:
      Array.isArray(a.known) && a.known.length > 0
        ? 'tickets cannot be told apart by survey: only answers belong to one'
        : 'the files hold no surveys',
    details: [...labelled('found', a.known), ['try', '--metric csat,nps,ces --by survey']],
  }),
  no_retention: (a) => ({
    what: a.kind === undefined ? 'nothing here tells who stays' : `nothing here tells who stays by ${a.kind}`,
    details: [
      ['looked for', sentence('word.signs_of_staying')],
      ...(Array.isArray(a.has) && a.has.length > 0 ? [['found', list(a.has)] as const] : []),
      ...(a.because === undefined ? [] : [['found', said(a.because)] as const]),
      ['try', sentence('hint.name_customers_or_activity')],
    ],
  }),
  customers_called_gone: (a, n) => ({
    what: `"${a.column}" calls ${n} ${n === 1 ? 'customer' : 'customers'} gone and ${a.there} still there`,
  }),
  customers_endless: (a) => ({ what: `who stays is not taken from the list of customers: ${a.because}` }),
  customers_not_pooled: (a) => ({
    what: `left out: its customers are told by "${a.key}", those of ${a.other} by "${a.otherKey}", and no value is the same`,
    details: [['try', sentence('hint.map_customer')]],
  }),
  policy_unreached: (a) => ({
    what:
      a.before === undefined
        ? `no ticket is under the SLA policy "${a.policy}"`
        : `the SLA policy "${a.policy}" can never hold: "${a.before}" before it takes every ticket`,
    details:
      a.before === undefined
        ? []
        : [['try', sentence('hint.policy_order', { before: String(a.before), policy: String(a.policy) })]],
  }),
  holidays_passed_over: (a, n) => ({
    what: `${n} ${n === 1 ? 'event' : 'events'} passed over, so these days count as usual: ${list(a.names)}${n > (Array.isArray(a.names) ? a.names.length : 0) ? ', …' : ''}`,
    details: [['try', sentence('hint.holidays')]],
  }),
  customer_column_lacking: (a) => ({
    what: `the list of customers has no column "${a.column}"`,
    details: [['try', sentence('hint.inspect_columns')]],
  }),
} satisfies Record<string, Wording>;
