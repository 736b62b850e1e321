import { describe, expect, it } from 'vitest';
import { ask, readFiles, value } from '../../../desk.ts';

/** Twenty-four tickets, solved, three of four with an answer: two that say the first word, one the second. */
const read = (header: string, [yes, no]: readonly string[]) =>
  readFiles({
    't.csv': `Ticket ID,Created at,Solved at,Status,"${header}"\n${Array.from({ length: 24 }, (_, i) => {
      const day = `2026-03-${String(1 + (i % 20)).padStart(2, '0')}`;
      return `${i + 1},${day} 09:00,${day} 15:00,Solved,${[yes, yes, no, ''][i % 4]}`;
    }).join('\n')}\n`,
  });

describe('whether somebody was satisfied', () => {
  it.each([
    ['Satisfied?', 'Yes', 'No'],
    ['Satisfied', 'Y', 'N'],
    ['Customer satisfied', 'true', 'false'],
    ['Is satisfied', '1', '0'],
    ['Client satisfied (Y/N)', 'Y', 'N'],
    ['Were you satisfied with our service?', 'Yes', 'No'],
    ['Happy?', 'Yes', 'No'],
    ['Kunde zufrieden?', 'ja', 'nein'],
    ['Client satisfait', 'oui', 'non'],
    ['Satisfecho', 'sí', 'no'],
    ['Satisfaction', 'Y', 'N'],
  ])('is a rating in a list of tickets: %s, %s and %s', async (header, yes, no) => {
    const { desk } = await read(header, [yes, no]);
    expect(ask(desk, 'csat')[0]).toMatchObject({ value: 2 / 3, n: 18 });
  });

  it('is one of an answer that belongs to a ticket too', async () => {
    const rows = Array.from({ length: 24 }, (_, i) => `${i + 1},2026-03-02 09:00,${i % 4 ? 'Yes' : 'No'}`);
    const { desk } = await readFiles({ 'a.csv': `Ticket ID,Date,Satisfied?\n${rows.join('\n')}\n` });
    expect(value(desk, 'csat')).toBe(0.75);
  });

  it.each(['SLA satisfied', 'Dissatisfied', 'Conditions satisfied', 'Satisfied on time'])(
    'is not what "%s" says',
    async (header) => {
      const { desk } = await read(header, ['Yes', 'No']);
      expect(ask(desk, 'csat')[0].status).toBe('unavailable');
    },
  );

  it('is not what counts of those who were say', async () => {
    const rows = Array.from({ length: 12 }, (_, i) => `Team ${i % 3},2026-03-${10 + i},${40 + i},${i}`);
    await expect(
      readFiles({ 'a.csv': `Team,Date,Satisfied,Unsatisfied\n${rows.join('\n')}\n` }),
    ).rejects.toThrow();
  });

  it('is asked for where an answer is none that is known, and told by what it means', async () => {
    const header = 'Satisfaction';
    const cells = ['Yes', 'No', 'Maybe', ''];
    const text = `Ticket ID,Created at,Solved at,Status,${header}\n${Array.from(
      { length: 24 },
      (_, i) => `${i + 1},2026-03-02 09:00,2026-03-02 15:00,Solved,${cells[i % 4]}`,
    ).join('\n')}\n`;
    const asked = await readFiles({ 't.csv': text });
    expect(ask(asked.desk, 'csat')[0].status).toBe('unavailable');
    const said = asked.desk.problems.find(({ code }) => code === 'cell_unreadable');
    expect(said?.args.try).toBe("--value csat:'Maybe'=…");
    const told = await readFiles({ 't.csv': text }, { value: { csat: { Maybe: 'bad' } } });
    expect(ask(told.desk, 'csat')[0]).toMatchObject({ value: 1 / 3, n: 18 });
    const five = await readFiles({ 't.csv': text }, { value: { csat: { Maybe: '3', Yes: '5', No: '1' } } });
    expect(ask(five.desk, 'csat_mean')[0].value).toBe(3);
    await expect(readFiles({ 't.csv': text }, { value: { csat: { Maybe: 'fine' } } })).rejects.toThrow();
  });

  it('is not told by a mark in some rows alone', async () => {
    const { desk } = await read('Satisfied', ['x', 'x']);
    expect(ask(desk, 'csat')[0].status).toBe('unavailable');
    const said = desk.problems.find(({ code }) => code === 'cell_unreadable');
    expect(said?.args.try).toBeUndefined();
  });

  /** Answers to a question, a row each. */
  const answers = (question: string, cells: readonly string[]) =>
    readFiles({
      'a.csv': `Response ID,Submitted at,"${question}"\n${cells
        .map((cell, i) => `${i + 1},2026-03-${String(1 + i).padStart(2, '0')},${cell}`)
        .join('\n')}\n`,
    });

  // Eight answers: six of little, one in the middle, one of much.
  const little = ['1', '1', '2', '1', '1', '2', '3', '5'];
  it.each([
    'How dissatisfied were you with our support?',
    'How unsatisfied are you? (1-5)',
    'Wie unzufrieden waren Sie?',
    'Rate your frustration',
    'À quel point êtes-vous insatisfait ?',
    '¿Qué tan insatisfecho está con nuestro servicio?',
    'আপনি কতটা অসন্তুষ্ট?',
    'आप कितने असंतुष्ट हैं?',
  ])('is bad where much of the contrary is: %s', async (question) => {
    const { desk } = await answers(question, little);
    expect([question, value(desk, 'csat')]).toEqual([question, 0.75]);
  });

  it.each([
    'How satisfied or dissatisfied were you?',
    'Satisfaction (1 very dissatisfied, 5 very satisfied)',
    'Satisfaction: 1 = dissatisfied, 5 = delighted',
    'Rating (1 = unhappy … 5 = happy)',
  ])('is good at the high end where both are named: %s', async (question) => {
    const { desk } = await answers(question, little);
    expect([question, value(desk, 'csat')]).toEqual([question, 0.125]);
  });

  it('is no recommendation where somebody is asked how unlikely it is', async () => {
    const plain = await answers('How likely or unlikely are you to recommend us?', little);
    expect(ask(plain.desk, 'nps')[0].value).toBe(-100);
    const turned = await answers('How unlikely are you to recommend us?', little);
    expect(ask(turned.desk, 'nps')[0].status).toBe('unavailable');
  });

  it('is no more where somebody agrees to the contrary', async () => {
    const cells = [
      'Strongly disagree',
      'Disagree',
      'Strongly disagree',
      'Agree',
      'Strongly agree',
      'Disagree',
    ];
    const { desk } = await answers('I am dissatisfied with the support I got', cells);
    expect(value(desk, 'csat')).toBeCloseTo(4 / 6, 12);
    const turned = await answers('I am satisfied with the support I got', cells);
    expect(value(turned.desk, 'csat')).toBeCloseTo(2 / 6, 12);
  });

  it.each([
    ['Dissatisfied', 'Yes', 'No'],
    ['Unhappy customer', '1', '0'],
    ['Not satisfied', 'Y', 'N'],
    ['Kunde unzufrieden', 'ja', 'nein'],
  ])('is no where "%s" is mapped: %s and %s', async (header, yes, no) => {
    const cells = Array.from({ length: 24 }, (_, i) => [no, no, yes, no][i % 4]);
    const text = `Ticket ID,Created at,Solved at,Status,${header}\n${cells
      .map((cell, i) => `${i + 1},2026-03-02 09:00,2026-03-02 15:00,Solved,${cell}`)
      .join('\n')}\n`;
    const { desk } = await readFiles({ 't.csv': text }, { map: { csat: header } });
    expect(value(desk, 'csat')).toBe(0.75);
  });
});
