import { describe, expect, it } from 'vitest';
import { ask, readFiles } from '../../../desk.ts';

const scores = [9, 10, 3, 7, 8, 9, 10, 0, 9, 6, 10, 9];
/** Seven promoters, three detractors of twelve. */
const NPS = 100 * (4 / 12);
const stars = [5, 4, 1, 5, 5, 4, 5, 2, 5, 3, 5, 4];
const day = (i: number): string => `2026-03-${String(i + 1).padStart(2, '0')}T09:00:00Z`;
const tickets = `id,created_at,solved_at\n${scores.map((_, i) => `${100 + i},2026-02-20,2026-02-21`).join('\n')}\n`;

const typeform = (withStars: boolean, ref: string) =>
  JSON.stringify({
    total_items: 12,
    items: scores.map((score, i) => ({
      response_id: `r${i}`,
      token: `r${i}`,
      landing_id: `r${i}`,
      landed_at: day(i),
      submitted_at: day(i),
      hidden: { ticket_id: String(100 + i) },
      answers: [
        { field: { id: 'f1', type: 'nps', ref }, type: 'number', number: score },
        ...(withStars
          ? [{ field: { id: 'f2', type: 'rating', ref: `${ref}-2` }, type: 'number', number: stars[i] }]
          : []),
        { field: { id: 'f3', type: 'long_text', ref: 'why' }, type: 'text', text: 'because' },
      ],
    })),
  });

const surveyMonkey = (answer: (score: number) => object, heading: object) =>
  JSON.stringify({
    total: 12,
    data: scores.map((score, i) => ({
      id: String(5000 + i),
      survey_id: '1',
      collector_id: '2',
      response_status: 'completed',
      date_created: day(i),
      date_modified: day(i),
      custom_variables: { ticket_id: String(100 + i) },
      pages: [{ id: 'p1', questions: [{ id: 'q1', ...heading, answers: [answer(score)] }] }],
    })),
  });

describe('answers nested in responses', () => {
  it.each([
    ['one question, its type', 'typeform.json', typeform(false, '0d1f5a1e')],
    ['several questions, told by type', 'typeform.json', typeform(true, '0d1f5a1e')],
    [
      'pages of questions with their headings',
      'responses.json',
      surveyMonkey((score) => ({ choice_id: `c${score}`, row_id: 'r', simple_text: `${score}` }), {
        heading: 'How likely is it that you would recommend us?',
        family: 'matrix',
      }),
    ],
  ])('are of their response and its ticket: %s', async (_, name, text) => {
    const { desk } = await readFiles({ [name]: text, 'tickets.csv': tickets });
    const [nps] = ask(desk, 'nps.score');
    expect([nps.n, Math.round(Number(nps.value) * 100) / 100]).toEqual([12, Math.round(NPS * 100) / 100]);
    expect(desk.surveys.flatMap(({ ticket }) => [...(ticket ?? [])]).every((row) => row >= 0)).toBe(true);
  });

  it('are a survey for each question', async () => {
    const { desk } = await readFiles({ 'typeform.json': typeform(true, '0d1f5a1e') });
    const [csat] = ask(desk, 'csat.share');
    expect([csat.n, csat.value]).toEqual([12, 0.75]);
  });

  it('are refused where they stand as ids, with the export that has words', async () => {
    const text = surveyMonkey((score) => ({ choice_id: `c${score}` }), {});
    const refused = await readFiles({ 'responses.json': text }).catch((error: unknown) => error);
    expect(JSON.stringify(refused)).toContain('simple=true');
  });

  it('are told by the groups of NPS beside a code, never by a comment that says ok', async () => {
    const responses = scores.map((score, i) => ({
      responseId: `R_${i}`,
      values: {
        startDate: day(i),
        endDate: day(i),
        status: 0,
        finished: 1,
        recordedDate: day(i),
        QID1: score,
        QID1_NPS_GROUP: score > 8 ? 3 : score > 6 ? 2 : 1,
        QID2_TEXT: 'ok',
      },
    }));
    const { desk } = await readFiles({ 'responses.json': JSON.stringify({ responses }) });
    expect(Math.round(Number(ask(desk, 'nps.score')[0].value))).toBe(Math.round(NPS));
    expect(ask(desk, 'csat.share')[0].n).toBe(0);
  });

  const words = ['', 'Very dissatisfied', 'Dissatisfied', 'Neutral', 'Satisfied', 'Very satisfied'];
  const asked = (i: number) => [
    { question: 'How satisfied are you with our support?', answer: words[stars[i]] },
    { question: 'How likely are you to recommend us?', answer: String(scores[i]) },
    { question: 'Anything else?', answer: `extremely happy with agent ${i}` },
  ];

  it.each([
    [
      'below their response',
      'responses.json',
      JSON.stringify(
        scores.map((_, i) => ({ id: i, submitted_at: day(i), ticket_id: 100 + i, answers: asked(i) })),
      ),
    ],
    [
      'a row a question',
      'answers.csv',
      `response_id,ticket_id,submitted_at,question,answer\n${scores
        .flatMap((_, i) =>
          asked(i).map(({ question, answer }) => [i, 100 + i, day(i), question, answer].join(',')),
        )
        .join('\n')}\n`,
    ],
  ])('may be words to one question and numbers to another: %s', async (_, name, text) => {
    const { desk } = await readFiles({ [name]: text });
    const [csat] = ask(desk, 'csat.share');
    expect([csat.n, csat.value]).toEqual([12, 0.75]);
    expect(Math.round(Number(ask(desk, 'nps.score')[0].value))).toBe(Math.round(NPS));
  });
});
