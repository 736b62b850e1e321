import { describe, expect, it } from 'vitest';
import { ces } from '../../../../src/analysis/metrics/ces.ts';
import { csat } from '../../../../src/analysis/metrics/csat.ts';
import { nps } from '../../../../src/analysis/metrics/nps.ts';
import { scaleReceipt } from '../../../../src/questions/scale-receipt.ts';
import { ask, readFiles } from '../../../desk.ts';

const day = (row: number): string => `2026-03-${String(row + 2).padStart(2, '0')}T09:00:00Z`;
const fives = [5, 4, 4, 3, 5, 2, 5, 4, 1, 5]; // seven of ten are 4 or 5
const tens = [10, 9, 8, 7, 6, 10, 9, 3, 10, 9]; // six promoters, two detractors
const sevens = [7, 6, 5, 4, 7, 6, 2, 5, 7, 3]; // seven of ten are 5 to 7
const table = (header: string, cells: (row: number) => readonly unknown[], rows = 10): string =>
  `${header}\n${Array.from({ length: rows }, (_, row) => cells(row).join(',')).join('\n')}\n`;
const figureOf = async (files: Record<string, string>, metric: string) => {
  const { desk } = await readFiles(files);
  return ask(desk, metric)[0].value;
};

describe('answers to several questions', () => {
  const names = (header: string) => ({
    's.csv': table(header, (row) => [day(row), row % 2 ? 'Ann' : 'Bo', fives[row], tens[row], sevens[row]]),
  });

  it('are surveys beside each other where short headers name their kinds', async () => {
    const { desk } = await readFiles(names('Survey Date,Agent Name,CSAT (1-5),NPS (0-10),CES (1-7)'));
    expect(ask(desk, 'csat')[0].value).toBe(0.7);
    expect(ask(desk, 'nps')[0].value).toBeCloseTo(40);
    // Which end of an effort score is the good one nobody says; the mean answer is known all the same.
    expect(ask(desk, 'ces')[0].status).toBe('unavailable');
    expect(ask(desk, 'ces_mean')[0].value).toBe(5.2);
  });

  it('are split where each row is a question', async () => {
    const questions = [
      'How satisfied are you with our support? (1-5)',
      'How likely are you to recommend us? (0-10)',
      'It was easy to get help (1-7)',
    ];
    const rows = fives.flatMap((_, row) =>
      [fives, tens, sevens].map((scores, which) =>
        ['R' + row, day(row), `"${questions[which]}"`, scores[row]].join(','),
      ),
    );
    const { desk } = await readFiles({
      'answers.csv': `response_id,submitted_at,question,answer\n${rows.join('\n')}\n`,
    });
    expect(
      ['csat', 'nps', 'ces'].map((metric) => Math.round((ask(desk, metric)[0].value ?? 0) * 10)),
    ).toEqual([7, 400, 7]);
  });

  it('are known by the names that survey tools give them, and not by an empty column', async () => {
    const medallia = {
      's.csv': table('SurveyID,ResponseDate,OSAT,LTR', (row) => [row + 1, day(row), fives[row], tens[row]]),
    };
    expect(await figureOf(medallia, 'csat')).toBe(0.7);
    expect(await figureOf(medallia, 'nps')).toBeCloseTo(40);
    const form = table('Horodateur,Êtes-vous satisfait de notre service ?,Note', (row) => [
      day(row),
      fives[row],
      '',
    ]);
    expect(await figureOf({ 'form.csv': form }, 'csat')).toBe(0.7);
  });

  it('need no more than a ticket, a day and a rating, in signs or in words for a fraction', async () => {
    const list = (write: (score: number) => string): Record<string, string> => ({
      'r.csv': table('ticket_id,date,rating', (row) => [row + 1, day(row), write(fives[row])]),
    });
    expect(await figureOf(list(String), 'csat')).toBe(0.7);
    expect(
      await figureOf(
        list((score) => `${score}/5`),
        'csat',
      ),
    ).toBe(0.7);
    expect(
      await figureOf(
        list((score) => `${score} out of 5`),
        'csat',
      ),
    ).toBe(0.7);
    const faces = ['😡', '🙁', '😐', '🙂', '😀'];
    const feel = table('Timestamp,How do you feel about our support?,Order', (row) => [
      day(row),
      faces[fives[row] - 1],
      row,
    ]);
    expect(await figureOf({ 'feel.csv': feel }, 'csat')).toBe(0.7);
    const cijfer = table('Tijdstempel,Welk rapportcijfer geeft u ons? (1-10),Ticketnummer', (row) => [
      day(row),
      [8, 9, 7, 10, 6, 8, 5, 9, 3, 8][row],
      row,
    ]);
    expect(await figureOf({ 'nl.csv': cijfer }, 'csat')).toBe(0.6);
  });
});

describe('effort', () => {
  const of = async (question: string): Promise<number | null> =>
    figureOf(
      { 'ces.csv': table(`Datum,"${question}",Vorgang`, (row) => [day(row), fives[row], row]) },
      'ces',
    );

  it('is good where little was needed, as its ends are called', async () => {
    // Two of ten are 1 or 2, seven are 4 or 5.
    expect(await of('Wie groß war Ihr Aufwand? (1 = sehr gering, 5 = sehr hoch)')).toBe(0.2);
    expect(await of('How would you rate the effort? (1 = very high, 5 = very low)')).toBe(0.7);
    expect(await of('Valore su esfuerzo (1 = poco, 5 = mucho)')).toBe(0.2);
  });
});

describe('the scale of a figure', () => {
  const receiptOf = async (files: Record<string, string>, metric: Parameters<typeof scaleReceipt>[1]) => {
    const { desk } = await readFiles(files);
    return scaleReceipt(desk, metric).map(({ scale, good_from, good_to, kind_by, ends_by }) => [
      scale,
      good_from,
      good_to,
      kind_by,
      ends_by,
    ]);
  };

  it('is told with what decided it', async () => {
    const csv = (header: string, scores: readonly unknown[]) =>
      table(`${header},Date`, (row) => [scores[row], day(row)]);
    expect(await receiptOf({ 's.csv': csv('How satisfied were you? (1-5)', fives) }, csat)).toEqual([
      ['1-5', 4, 5, 'header', 'header'],
    ]);
    expect(await receiptOf({ 's.csv': csv('How satisfied were you?', fives) }, csat)).toEqual([
      ['1-5', 4, 5, 'header', 'cells'],
    ]);
    expect(await receiptOf({ 's.csv': csv('Would you recommend us?', tens) }, nps)).toEqual([
      ['nps', 9, 10, 'header', 'header'],
    ]);
    expect(await receiptOf({ 'nps_march.csv': csv('Score', tens) }, nps)).toEqual([
      ['nps', 9, 10, 'name', 'name'],
    ]);
    const words = fives.map((score) => (score > 3 ? 'Very satisfied' : 'Dissatisfied'));
    expect(await receiptOf({ 's.csv': csv('How satisfied were you?', words) }, csat)).toEqual([
      ['1-5', 4, 5, 'header', 'words'],
    ]);
    expect(await receiptOf({ 's.csv': csv('Effort score (1-7)', sevens) }, ces)).toEqual([
      ['ces_1-7', 5, 7, 'header', 'header'],
    ]);
    const tickets = table('Ticket ID,Created at,Solved at,Status,Satisfaction (1-5)', (row) => [
      row,
      day(row),
      day(row),
      'Solved',
      fives[row],
    ]);
    expect(await receiptOf({ 't.csv': tickets }, csat)).toEqual([['1-5', 4, 5, 'header', 'header']]);
    expect(await receiptOf({ 't.csv': tickets }, nps)).toEqual([]);
  });
});
