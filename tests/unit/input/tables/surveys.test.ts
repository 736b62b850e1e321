import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../../../../src/model/desk.ts';
import { type Problem, problemLine } from '../../../../src/model/problem.ts';
import { ask, readFiles, readPaths, value } from '../../../desk.ts';
import { describeShared, sharedData } from '../../../shared-data.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const fixture = (file: string): string => path.join(root, 'fixtures', file);
const problem = (problems: readonly Problem[], code: string): Problem | undefined =>
  problems.find((each) => each.code === code);

const ticketRows = [
  'Ticket ID,Created at,Solved at,Status,Group,Requester',
  '301,2026-03-01T10:00:00Z,2026-03-01T12:00:00Z,solved,Billing,ann@example.org',
  '302,2026-03-02T10:00:00Z,2026-03-02T12:00:00Z,solved,Tech,cy@example.org',
  '303,2026-03-05T10:00:00Z,2026-03-06T12:00:00Z,solved,Tech,ann@example.org',
  '304,2026-04-20T10:00:00Z,,open,Tech,lo@example.org',
];
const tickets = `${ticketRows.join('\n')}\n`;

/** Ticket id of every answer of the first survey, null for none. */
function ticketsOf({ tickets: table, surveys }: Desk): (string | null)[] {
  const ids = table.columns.id as { codes: Uint32Array; names: { name(code: number): string } };
  return [...surveys[0].ticket].map((row) => (row < 0 ? null : ids.names.name(ids.codes[row])));
}

describe('survey answers find their tickets', () => {
  it('by ticket id, also as number with a decimal point, #number, or the last number of a link', async () => {
    const surveys = [
      'Ticket ID,Score,Answered at',
      '301,5,2026-03-02T00:00:00Z',
      '302.0,4,2026-03-03T00:00:00Z',
      '#303,2,2026-03-07T00:00:00Z',
      'https://desk.example.com/agent/tickets/301?from=mail7,1,2026-03-08T00:00:00Z',
      '999,3,2026-03-08T00:00:00Z',
      ',3,2026-03-09T00:00:00Z',
      '',
    ].join('\n');
    const { desk } = await readFiles(
      { 'tickets.csv': tickets, 'surveys.csv': surveys },
      { kinds: { 'surveys.csv': 'surveys' } },
    );
    expect(ticketsOf(desk)).toEqual(['301', '302', '303', '301', null, null]);
    expect(problem(desk.problems, 'answers_joined')).toMatchObject({
      severity: 'warning',
      args: { answers: 6, byId: 4, byCustomer: 0, lost: 2, strangers: 1 },
      count: 2,
      lines: [6, 7],
    });
    expect(problem(desk.problems, 'ticket_answered_again')?.count).toBe(1);
  });

  it('by customer and time: the ticket solved last before the survey, at most 14 days earlier', async () => {
    const surveys = [
      'Email,Score,Sent at,Answered at',
      // Solved on 1 and 6 March: before the 5th only the first.
      'ann@example.org,5,2026-03-05T00:00:00Z,2026-03-05T10:00:00Z',
      'ann@example.org,4,,2026-03-07T10:00:00Z',
      // Sent within 14 days of the solve, answered later.
      'ANN@example.org,2,2026-03-10T00:00:00Z,2026-03-25T10:00:00Z',
      // Fourteen days after the solve to the millisecond, and one second more.
      'cy@example.org,3,2026-03-16T12:00:00Z,2026-03-16T13:00:00Z',
      'cy@example.org,3,2026-03-16T12:00:01Z,2026-03-16T13:00:00Z',
      // Never solved.
      'lo@example.org,1,2026-04-21T00:00:00Z,2026-04-21T01:00:00Z',
      '',
    ].join('\n');
    const { desk } = await readFiles(
      { 'tickets.csv': tickets, 'surveys.csv': surveys },
      { kinds: { 'surveys.csv': 'surveys' } },
    );
    expect(ticketsOf(desk)).toEqual(['301', '303', '303', '302', null, null]);
    const joined = problem(desk.problems, 'answers_joined') as Problem;
    expect(joined.args).toMatchObject({ answers: 6, byId: 0, byCustomer: 4, lost: 2 });
    expect(problemLine(joined)).toMatch(
      /4 of 6 answers belong to a ticket here \(4 by customer and time\); 2 have none/,
    );
  });

  it('says that one file has addresses and the other names', async () => {
    const surveys =
      'Customer,Score,Answered at\nAnn Ray,5,2026-03-02T00:00:00Z\nCy Poe,4,2026-03-03T00:00:00Z\n';
    const { desk } = await readFiles(
      { 'tickets.csv': tickets, 'surveys.csv': surveys },
      { kinds: { 'surveys.csv': 'surveys' } },
    );
    expect(problem(desk.problems, 'answers_joined')?.args).toMatchObject({
      here: { code: 'word.names_or_ids' },
      there: { code: 'word.addresses' },
    });
  });

  it('does not depend on what was asked', async () => {
    const surveys =
      'Email,Score,Answered at\nann@example.org,5,2026-03-05T10:00:00Z\nzed@example.org,5,2026-03-05T10:00:00Z\n';
    const { desk } = await readFiles(
      { 'tickets.csv': tickets, 'surveys.csv': surveys },
      { kinds: { 'surveys.csv': 'surveys' } },
    );
    expect(ticketsOf(desk)).toEqual(['301', null]);
  });

  it('counts answers without ticket in the null segment, so that segments sum to the whole', async () => {
    const surveys =
      'Ticket ID,Score,Answered at\n301,5,2026-03-02T00:00:00Z\n999,4,2026-03-03T00:00:00Z\n,1,2026-03-04T00:00:00Z\n';
    const { desk } = await readFiles(
      { 'tickets.csv': tickets, 'surveys.csv': surveys },
      { kinds: { 'surveys.csv': 'surveys' } },
    );
    const byGroup = ask(desk, 'csat', { by: ['group'] });
    expect(byGroup.map(({ segment, value: share, n }) => [segment.group, share, n])).toEqual([
      ['Billing', 1, 1],
      ['Tech', null, 0],
      [null, 0.5, 2],
    ]);
    expect(byGroup.reduce((sum, { n }) => sum + n, 0)).toBe(ask(desk, 'csat')[0].n);
    // A filter is about tickets: who has none does not pass it.
    expect(ask(desk, 'csat', { where: 'group = Billing' })[0].n).toBe(1);
  });
});

describe('survey scores', () => {
  const surveys = (rows: readonly string[]): string =>
    ['Ticket ID,CSAT score (1-5),Answered at', ...rows, ''].join('\n');

  it('count each answer, and give the ticket its last one', async () => {
    const text = surveys([
      '301,5,2026-03-02T00:00:00Z',
      '301,1,2026-03-04T00:00:00Z',
      '302,4,2026-03-03T00:00:00Z',
    ]);
    const { desk } = await readFiles({ 'tickets.csv': tickets, 'surveys.csv': text });
    expect(ask(desk, 'csat')[0]).toMatchObject({ value: 2 / 3, n: 3 });
    expect([...(desk.tickets.columns.csat as { values: Float64Array }).values]).toEqual([
      1,
      4,
      Number.NaN,
      Number.NaN,
    ]);
    expect(desk.csatScale?.id).toBe('1-5');
  });

  it('are found under a name that is a word and a scale', async () => {
    const { desk } = await readFiles({
      'answers.csv':
        'Ticket,CSAT (1-7),Comment,Answered at\n301,6,fine,2026-03-02T00:00:00Z\n302,5,slow,2026-03-03T00:00:00Z\n',
    });
    expect(desk.surveys[0].scale.id).toBe('1-7');
    expect(value(desk, 'csat')).toBe(1 / 2);
  });

  it('are void off their scale, and said', async () => {
    const text = surveys(['301,5,2026-03-02T00:00:00Z', '302,9,2026-03-04T00:00:00Z']);
    const { desk } = await readFiles({ 'tickets.csv': tickets, 'surveys.csv': text });
    expect(value(desk, 'csat')).toBe(1);
    expect(problem(desk.problems, 'value_void')).toMatchObject({
      count: 1,
      args: { field: 'score', reason: 'off_scale' },
    });
  });

  it('on two scales are never pooled: each is measured by itself, and named', async () => {
    const { desk } = await readFiles({
      'tickets.csv': tickets,
      'a.csv': surveys(['301,5,2026-03-02T00:00:00Z', '302,2,2026-03-03T00:00:00Z']),
      'b.csv': 'Ticket ID,CSAT score (1-10),Answered at\n303,9,2026-03-07T00:00:00Z\n',
    });
    expect(ask(desk, 'csat')).toMatchObject([
      { segment: { survey: 'CSAT score (1-5)' }, value: 0.5, n: 2 },
      { segment: { survey: 'CSAT score (1-10)' }, value: 1, n: 1 },
    ]);
    expect(problem(desk.problems, 'survey_questions')).toMatchObject({
      args: { surveys: ['CSAT "CSAT score (1-5)"', 'CSAT "CSAT score (1-10)"'] },
    });
  });

  it('of NPS and CSAT stand side by side', async () => {
    const { desk } = await readFiles({
      'tickets.csv': tickets,
      'csat.csv': surveys(['301,5,2026-03-02T00:00:00Z']),
      'nps.csv':
        'Email,How likely are you to recommend us? (0-10),Submitted at\nann@example.org,10,2026-03-07T00:00:00Z\ncy@example.org,3,2026-03-07T00:00:00Z\nlo@example.org,8,2026-03-07T00:00:00Z\n',
    });
    expect(value(desk, 'csat')).toBe(1);
    // One promoter, one detractor, one passive.
    expect(ask(desk, 'nps')[0]).toMatchObject({ value: 0, n: 3 });
    expect(problem(desk.problems, 'survey_questions')).toBeUndefined();
  });

  it('of one response in two downloads count once', async () => {
    const head = 'Response ID,Ticket ID,CSAT score (1-5),Answered at';
    const { desk } = await readFiles({
      'tickets.csv': tickets,
      'a.csv': `${head}\nr1,301,5,2026-03-02T00:00:00Z\nr2,302,2,2026-03-03T00:00:00Z\n`,
      'b.csv': `${head}\nr2,302,2,2026-03-03T00:00:00Z\nr3,303,4,2026-03-07T00:00:00Z\n`,
    });
    expect(ask(desk, 'csat')[0]).toMatchObject({ value: 2 / 3, n: 3 });
    expect(problem(desk.problems, 'answers_repeated')?.count).toBe(1);
  });

  it('later than --as-of are not known yet', async () => {
    const text =
      'Ticket ID,CSAT score (1-5),Sent at,Answered at\n301,5,2026-03-01T13:00:00Z,2026-03-02T00:00:00Z\n302,1,2026-03-02T13:00:00Z,2026-03-30T00:00:00Z\n303,1,2026-03-25T13:00:00Z,\n';
    const asOf = '2026-03-20T00:00:00Z';
    const { desk } = await readFiles({ 'tickets.csv': tickets, 'surveys.csv': text }, { asOf });
    expect(ask(desk, 'csat')[0]).toMatchObject({ value: 1, n: 1 });
    // Two were sent by then, both more than 14 days ago; one answered in time.
    expect(ask(desk, 'csat_response_rate')[0]).toMatchObject({ value: 0.5, n: 2 });
  });

  it('never move as-of past the tickets, but date a desk without any', async () => {
    const text = surveys(['301,5,2026-09-02T00:00:00Z', '302,4,2026-08-02T00:00:00Z']);
    expect((await readFiles({ 'tickets.csv': tickets, 'surveys.csv': text })).desk.asOf).toBe(
      Date.parse('2026-04-20T10:00:00Z'),
    );
    expect((await readFiles({ 'surveys.csv': text })).desk.asOf).toBe(Date.parse('2026-09-02T00:00:00Z'));
  });

  it('of effort have a direction: by the wording of the question', async () => {
    const answers = ['1', '2', '6', '7', '7'];
    const survey = (question: string): string =>
      [
        `Ticket ID,${question},Answered at`,
        ...answers.map((score) => `301,${score},2026-03-02T00:00:00Z`),
        '',
      ].join('\n');
    const easy = await readFiles({
      'tickets.csv': tickets,
      's.csv': survey('How easy was it to get help? (1-7)'),
    });
    expect(value(easy.desk, 'ces')).toBe(3 / 5);
    expect(value(easy.desk, 'ces_mean')).toBe(4.6);
    const effort = await readFiles({
      'tickets.csv': tickets,
      's.csv': survey('How much effort did it take? (1-7)'),
    });
    // 1 to 3 of 7 is the good end.
    expect(value(effort.desk, 'ces')).toBe(2 / 5);
    expect(value(effort.desk, 'ces_mean')).toBe(4.6);
  });
});

describe('the response rate', () => {
  it('is of surveys sent at least 14 days before as-of, answered within 14 days', async () => {
    const surveys = [
      'Ticket ID,CSAT score (1-5),Sent at,Answered at',
      '301,5,2026-03-01T13:00:00Z,2026-03-15T13:00:00Z',
      '302,4,2026-03-02T13:00:00Z,2026-03-16T13:00:01Z',
      '303,,2026-03-06T13:00:00Z,',
      // Sent twelve days before as-of: too early to tell.
      '304,5,2026-04-08T10:00:00Z,2026-04-08T11:00:00Z',
      '',
    ].join('\n');
    const { desk } = await readFiles({ 'tickets.csv': tickets, 'surveys.csv': surveys });
    expect(ask(desk, 'csat_response_rate')[0]).toMatchObject({ value: 1 / 3, n: 3 });
    // All four answers count for the score.
    expect(ask(desk, 'csat')[0].n).toBe(3);
  });

  it('is of tickets solved where the export holds answers alone', async () => {
    const surveys =
      'Ticket ID,CSAT score (1-5),Sent at,Answered at\n301,5,2026-03-01T13:00:00Z,2026-03-02T00:00:00Z\n';
    const { desk } = await readFiles({ 'tickets.csv': tickets, 'surveys.csv': surveys });
    expect(ask(desk, 'csat_response_rate')[0]).toMatchObject({ value: 1 / 3, n: 3 });
  });
});

describe('Qualtrics in a warehouse', () => {
  it('puts responses and answers together, by the question that asks for a rating, without previews', async () => {
    const { desk, sources } = await readFiles({
      'survey_response.csv': [
        'id,distribution_channel,end_date,finished,progress,recipient_email,recorded_date,start_date,status,survey_id',
        'R_1,email,2026-01-05 10:00:00,1,100,ann@example.org,2026-01-05 10:00:01,2026-01-05 09:59:00,0,SV_1',
        'R_2,email,2026-01-06 10:00:00,1,100,bob@example.org,2026-01-06 10:00:01,2026-01-06 09:59:00,0,SV_1',
        'R_3,preview,2026-01-06 10:00:00,1,100,,2026-01-06 10:00:01,2026-01-06 09:59:00,1,SV_1',
        '',
      ].join('\n'),
      'question_response.csv': [
        '_fivetran_id,loop_id,question,question_id,question_option_key,response_id,sub_question_key,sub_question_text,text,value',
        'a0,,Which product do you use?,QID0,3,R_1,,,,3',
        'a1,,How satisfied are you with our support? (1-5),QID1,5,R_1,,,,5',
        'a2,,What could be better?,QID2,,R_1,,,Nothing at all,',
        'a3,,How satisfied are you with our support? (1-5),QID1,2,R_2,,,,2',
        'a4,,What could be better?,QID2,,R_2,,,Faster please,',
        'a5,,How satisfied are you with our support? (1-5),QID1,1,R_3,,,,1',
        'a6,,Which product do you use?,QID0,1,R_2,,,,1',
        '',
      ].join('\n'),
    });
    expect(sources.flatMap(({ mappings }) => mappings.map(({ kind }) => kind))).toEqual([
      'surveys',
      'surveys',
    ]);
    expect(desk.surveys).toHaveLength(1);
    expect(ask(desk, 'csat,csat_mean').map((figure) => [figure.value, figure.n])).toEqual([
      [0.5, 2],
      [3.5, 2],
    ]);
    const comment = desk.surveys[0].table.columns.comment as {
      codes: Uint32Array;
      names: { name(code: number): string };
    };
    expect([...comment.codes].map((code) => comment.names.name(code))).toEqual([
      'Nothing at all',
      'Faster please',
    ]);
    expect(problem(desk.problems, 'field_missing')).toBeUndefined();
  });
});

describe('every survey shape is read with no flags', () => {
  const shapes: readonly (readonly [file: string, metric: string, value: number, n: number])[] = [
    ['qualtrics/zone-in-third-row.csv', 'csat_mean', 3, 2],
    ['qualtrics/old-two-rows-trailing-column.csv', 'ces', 0.5, 2],
    ['surveymonkey/two-header-rows.csv', 'csat', 2 / 3, 3],
    ['delighted/response-labels.csv', 'nps', 0, 2],
    ['delighted/api-survey-responses.json', 'nps', 0, 2],
    ['typeform/questions-as-columns.csv', 'nps', 0, 2],
    ['google-forms/sheet.csv', 'csat', 2 / 3, 3],
    ['chatwoot/csat-with-period-line.csv', 'csat', 0.5, 2],
    ['gorgias/api-satisfaction-surveys.json', 'csat_mean', 5, 1],
  ];
  it.each(shapes)('%s: %s', async (file, metric, expected, n) => {
    const { desk } = await readPaths([fixture(file)]);
    const [figure] = ask(desk, metric);
    expect(figure.value).toBeCloseTo(expected, 12);
    expect(figure.n).toBe(n);
    expect(Number.isFinite(desk.asOf)).toBe(true);
  });

  it('Zendesk’s ratings on its tickets, offered ones not counted', async () => {
    const { desk } = await readPaths([fixture('zendesk/minutes-and-offered-surveys.csv')]);
    expect(desk.csatScale?.id).toBe('good_bad');
    expect(ask(desk, 'csat')[0].n).toBeGreaterThan(0);
  });

  const words: readonly (readonly [name: string, cells: readonly string[], scale: string, csat: number])[] = [
    ['thumbs', ['👍', '👎', '👍', '👍'], 'thumbs', 0.75],
    ['faces', ['😀', '😐', '🙁', '😀'], 'faces', 0.5],
    ['stars', ['★★★★★', '★★', '★★★★', '★'], '1-5', 0.5],
    ['good and bad', ['Good', 'Bad', 'Offered', 'Good'], 'good_bad', 2 / 3],
    [
      'numbers with words',
      ['5 - Very satisfied', '3 - Neutral', '4 - Satisfied', '1 - Very dissatisfied'],
      '1-5',
      0.5,
    ],
  ];
  it.each(words)('%s', async (_name, cells, scale, csat) => {
    const rows = cells.map((cell, i) => `${i + 1},${cell},2026-03-0${i + 1}T00:00:00Z`);
    const { desk } = await readFiles(
      { 'surveys.csv': ['Ticket ID,Rating,Answered at', ...rows, ''].join('\n') },
      { kinds: { 'surveys.csv': 'surveys' } },
    );
    expect(desk.surveys[0].scale.id).toBe(scale);
    expect(value(desk, 'csat')).toBeCloseTo(csat, 12);
  });
});

describeShared('real Qualtrics exports', () => {
  it.each(['sample.csv', 'sample_legacy.csv'])(
    '%s is read as one answered survey; its score has to be named',
    async (file) => {
      const { desk, sources } = await readPaths([sharedData(`surveys/qualtrics/${file}`)]);
      expect(sources[0].mappings[0]).toMatchObject({ kind: 'surveys', preset: 'qualtrics' });
      expect(desk.asOf).toBe(Date.parse('2017-07-18T08:28:48Z'));
      // "This is a multiple choice question." asks for no rating: nothing is made up.
      expect(problem(desk.problems, 'field_missing')?.args.field).toBe('score');
      expect(ask(desk, 'csat')[0].status).toBe('unavailable');
    },
  );

  it.each(['sample.csv', 'sample_legacy.csv'])('%s has its score once it is named', async (file) => {
    const column = file === 'sample.csv' ? 'Q1' : 'This is a multiple choice question.';
    const { desk } = await readPaths([sharedData(`surveys/qualtrics/${file}`)], { map: { score: column } });
    expect(value(desk, 'csat_mean')).toBe(2);
  });
});
