import { describe, expect, it } from 'vitest';
import { parseExpectation } from '../../../../src/query/expectation.ts';
import { checkDesk } from '../../../../src/questions/check.ts';
import { metricInfos } from '../../../../src/questions/metric-requests.ts';
import { ask, frameOf, readFiles } from '../../../desk.ts';

const form = [
  'Timestamp,How satisfied are you with the agent? (1-5),How satisfied are you with the product? (1-5),Email',
  '2026-03-02 10:00,5,2,a@example.com',
  '2026-03-03 10:00,4,1,b@example.com',
  '2026-03-04 10:00,5,4,c@example.com',
  '2026-03-05 10:00,2,2,d@example.com',
  '',
].join('\n');

describe('questions told row by row', () => {
  it('come in the order of their names where as many answered each, whichever row is first', async () => {
    const rows = ['voice', 'search', 'layout'].flatMap((question, q) =>
      Array.from(
        { length: 6 },
        (_, i) => `${q * 6 + i},u${i},${question},${1 + ((q + i) % 5)},2026-03-0${i + 1}`,
      ),
    );
    const namesOf = async (list: readonly string[]): Promise<string[]> => {
      const text = `response_id,user_id,question_id,rating_score,survey_date\n${list.join('\n')}\n`;
      return (await readFiles({ 'answers.csv': text })).desk.surveys.map(({ question }) => question);
    };
    expect(await namesOf(rows)).toEqual(['layout', 'search', 'voice']);
    expect(await namesOf(rows.toReversed())).toEqual(['layout', 'search', 'voice']);
  });
});

describe('several surveys of one kind', () => {
  it('in one form are measured each by itself, named by their headers', async () => {
    const { desk } = await readFiles({ 'form.csv': form });
    // Agent: 5, 4, 5 of 4. Product: 4 of 2, 1, 4, 2.
    expect(ask(desk, 'csat')).toMatchObject([
      { segment: { survey: 'How satisfied are you with the agent? (1-5)' }, value: 0.75, n: 4 },
      { segment: { survey: 'How satisfied are you with the product? (1-5)' }, value: 0.25, n: 4 },
    ]);
    expect(ask(desk, 'csat_mean').map(({ value }) => value)).toEqual([4, 2.25]);
  });

  it('are one verdict each in a check', async () => {
    const { desk } = await readFiles({ 'form.csv': form });
    const expectation = parseExpectation('csat >= 50% min 1', { metrics: metricInfos() });
    const results = checkDesk(desk, {
      expectations: [{ expectation, name: null, by: [], where: null, period: null }],
      expectedSegments: new Map(),
      baseline: null,
      frame: frameOf(desk),
    });
    expect(results.map(({ verdict, segment }) => [verdict, segment.survey])).toEqual([
      ['pass', 'How satisfied are you with the agent? (1-5)'],
      ['fail', 'How satisfied are you with the product? (1-5)'],
    ]);
  });

  it('in two files with questions of their own are two surveys; plain headers are one', async () => {
    const rows = ['2026-03-02,5,a@example.com', '2026-03-03,1,b@example.com', ''].join('\n');
    const two = await readFiles({
      'a.csv': `Date,How satisfied are you with the delivery?,Email\n${rows}`,
      'b.csv': `Date,How satisfied are you with our shop?,Email\n${rows}`,
    });
    expect(ask(two.desk, 'csat').map(({ segment, n }) => [segment.survey, n])).toEqual([
      ['How satisfied are you with the delivery?', 2],
      ['How satisfied are you with our shop?', 2],
    ]);
    const one = await readFiles({
      'march.csv': `Response ID,Answered at,CSAT (1-5)\n1,2026-03-02,5\n2,2026-03-03,1\n`,
      'april.csv': `Response ID,Answered at,CSAT score (1-5)\n3,2026-04-02,5\n4,2026-04-03,5\n`,
    });
    expect(ask(one.desk, 'csat')).toMatchObject([{ segment: {}, value: 0.75, n: 4 }]);
  });

  it('a plain score beside the question that it was given to is no second survey', async () => {
    const { desk } = await readFiles({
      'nps.csv':
        'Response ID,Answered at,Score (0-10),How likely are you to recommend us?\na,2026-03-01,10,10\nb,2026-03-02,2,2\nc,2026-03-03,9,9\n',
    });
    expect(ask(desk, 'nps')).toMatchObject([{ segment: {}, n: 3 }]);
  });

  it('of a form that was sent are one survey for the response rate', async () => {
    const { desk } = await readFiles({
      'form.csv': [
        'Sent at,Answered at,Email,How satisfied are you with the agent? (1-5),How satisfied are you with the product? (1-5)',
        '2026-03-01 10:00,2026-03-01 12:00,a@example.com,5,',
        '2026-03-02 10:00,2026-03-02 12:00,b@example.com,,3',
        '2026-03-03 10:00,,c@example.com,,',
        '2026-04-20 10:00,2026-04-20 12:00,d@example.com,4,4',
        '',
      ].join('\n'),
    });
    // Three were sent a fortnight before the end; two of them were answered in part.
    expect(ask(desk, 'csat_response_rate')).toMatchObject([{ value: 2 / 3, n: 3 }]);
  });
});

describe('NPS answers', () => {
  it('in half points are read by partition and said; an isolated other fraction is void', async () => {
    const scores = [10, 9, 8.5, 7, 6.5, 6, 3, 9, 10, 8];
    const all = Array.from({ length: 6 }, () => scores).flat();
    const rows = [...all, 7.33].map(
      (score, i) => `${i},2026-03-${String(1 + (i % 28)).padStart(2, '0')},${score}`,
    );
    const { desk } = await readFiles({
      'nps.csv': `Response ID,Submitted at,How likely are you to recommend us?\n${rows.join('\n')}\n`,
    });
    // Of ten: 10, 9, 9, 10 promoters; 6.5, 6, 3 detractors.
    expect(ask(desk, 'nps')[0]).toMatchObject({ n: 60 });
    expect(ask(desk, 'nps')[0].value).toBeCloseTo(10, 9);
    const problems = desk.problems.map(({ code, count, args }) => [code, count, args.reason]);
    expect(problems).toContainEqual(['half_points', 12, undefined]);
    expect(problems).toContainEqual(['value_void', 1, 'fraction']);
  });
});

describe('the response rate', () => {
  const rows = (words: readonly string[]): string =>
    words
      .map((word, i) => `${i + 1},2026-01-0${i + 1}T10:00:00Z,2026-01-0${i + 2}T10:00:00Z,Solved,${word}`)
      .join('\n');

  it.each([
    ['Satisfaction Score', ['Good', 'Offered', 'Bad', 'Not Offered', 'Offered', 'Unoffered']],
    ['Zufriedenheit', ['Gut', 'Angeboten', 'Schlecht', 'Nicht angeboten', 'Angeboten', 'Nicht angeboten']],
  ])('counts what a word says was sent (%s)', async (header, words) => {
    const { desk } = await readFiles({
      't.csv': `Ticket ID,Created at,Solved at,Status,${header}\n${rows(words)}\n`,
    });
    expect(ask(desk, 'csat_response_rate')).toMatchObject([{ value: 0.5, n: 4 }]);
  });

  it('is unavailable where no ticket has an answer', async () => {
    const { desk } = await readFiles({
      't.csv': `Ticket ID,Created at,Solved at,Status,Satisfaction Score\n${rows(['Unoffered', 'Unoffered', ''])}\n`,
    });
    expect(ask(desk, 'csat_response_rate')[0]).toMatchObject({ status: 'unavailable' });
  });
});

it('filters answers without a ticket by their own fields', async () => {
  const { desk } = await readFiles({
    's.csv':
      'Response ID,Answered at,Channel,Agent,CSAT (1-5)\n1,2026-03-02,email,Ann,5\n2,2026-03-03,chat,Bob,1\n3,2026-03-04,email,Bob,2\n4,2026-03-05,chat,Ann,4\n',
  });
  // By e-mail 5 and 2, in chat 1 and 4.
  expect(ask(desk, 'csat', { where: 'channel = email' })).toMatchObject([{ value: 0.5, n: 2 }]);
  expect(ask(desk, 'csat', { where: 'channel = email and agent = Bob' })).toMatchObject([{ value: 0, n: 1 }]);
  expect(ask(desk, 'csat', { where: 'channel = chat', by: ['agent'] })).toMatchObject([
    { segment: { agent: 'Ann' }, value: 1, n: 1 },
    { segment: { agent: 'Bob' }, value: 0, n: 1 },
  ]);
});

it('reads the seven faces of Freshdesk in a file that is no Freshdesk export', async () => {
  const { desk } = await readFiles({
    'ratings.csv':
      'Survey ID,Ticket ID,Rating,Rated at\n1,1,103,2026-01-02\n2,2,-103,2026-01-03\n3,3,100,2026-01-04\n4,4,102,2026-01-05\n',
  });
  // 7, 1, 4, 6 of 7: satisfied from 5 on.
  expect(ask(desk, 'csat')).toMatchObject([{ value: 0.5, n: 4 }]);
});
