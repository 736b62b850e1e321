import { describe, expect, it } from 'vitest';
import { ask, readFiles } from '../../../desk.ts';

const two = (n: number) => String(n).padStart(2, '0');

/** Twelve tickets with a last column, of which the last two are open. */
const tickets = (header: string, cell: (k: number) => string): Record<string, string> => {
  const rows = Array.from({ length: 12 }, (_, k) => {
    const isOpen = k >= 10;
    const solved = isOpen ? '' : `2026-03-${two(k + 2)}T14:00:00Z`;
    return `${k},2026-03-${two(k + 2)}T08:00:00Z,${solved},${isOpen ? 'Open' : 'Solved'},${cell(k)}`;
  });
  return { 't.csv': `Ticket ID,Created at,Solved at,Status,${header}\n${rows.join('\n')}\n` };
};

describe('a column "SLA" of tickets', () => {
  // Of ten solved tickets every other one is late.
  it.each([
    ['SLA', 'In time', 'Overdue', 'Pending'],
    ['SLA', 'Eingehalten', 'Überschritten', 'Offen'],
    ['Frist', 'Rechtzeitig', 'Verspätet', 'Ausstehend'],
    ['Délai', 'Dans les délais', 'En retard', 'En cours'],
    ['SLA', 'A tiempo', 'Atrasado', 'En curso'],
    ['Prazo', 'No prazo', 'Fora do prazo', 'Em andamento'],
    ['SLA', 'Nei tempi', 'In ritardo', 'In corso'],
    ['SLA', 'समय पर', 'देर से', 'लंबित'],
    ['SLA', 'সময়মতো', 'দেরিতে', 'চলমান'],
    ['SLA de solução', 'Dentro do prazo', 'Fora do prazo', 'Em andamento'],
  ])('%s: %s, %s, %s', async (header, met, missed, pending) => {
    const files = tickets(header, (k) => (k >= 10 ? pending : k % 2 === 0 ? met : missed));
    const { desk } = await readFiles(files);
    expect(ask(desk, 'sla_recorded')[0]).toMatchObject({ value: 0.5, n: 10 });
    expect(desk.problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  it.each([
    ['SLA', 'Gold', 'Silver'],
    ['First response SLA', 'In time', 'Overdue'],
    ['SLA de atendimento', 'Dentro do prazo', 'Fora do prazo'],
    ['SLA Reaktionszeit', 'Eingehalten', 'Überschritten'],
    ['SLA prise en charge', 'Dans les délais', 'En retard'],
    ['SLA реакции', 'соблюден', 'нарушен'],
    ['Quality check', 'Pass', 'Fail'],
  ])('%s: %s, %s is none', async (header, one, other) => {
    const { desk } = await readFiles(tickets(header, (k) => (k % 2 === 0 ? one : other)));
    expect(ask(desk, 'sla_recorded')[0]).toMatchObject({ value: null });
  });
});

describe('faces below a question', () => {
  // Five, three and two of ten.
  const faces = (k: number) => (k >= 10 ? '' : k < 5 ? '😀' : k < 8 ? '😐' : '😞');

  it.each(['How did we do?', 'Wie war unser Service?', 'Êtes-vous content ?', 'आपका अनुभव कैसा रहा?'])(
    '%s rates tickets',
    async (question) => {
      const { desk } = await readFiles(tickets(question, faces));
      expect(ask(desk, 'csat.share')[0]).toMatchObject({ value: 0.5, n: 10 });
    },
  );

  it('are no satisfaction where the question asks for something else, or none is asked', async () => {
    for (const header of ['Would you recommend us?', 'Mood of the team'])
      expect(ask((await readFiles(tickets(header, faces))).desk, 'csat.share')[0]).toMatchObject({
        value: null,
      });
  });

  it.each([
    ['😀', '😞'],
    ['great', 'bad'],
  ])('answers of their own, %s and %s, dated by when people answered', async (good, bad) => {
    const rows = Array.from(
      { length: 10 },
      (_, k) => `${k},2026-03-${two(k + 2)}T14:00:00Z,${k < 4 ? good : bad}`,
    );
    const { desk } = await readFiles({
      's.csv': `Ticket ID,Answered at,How did we do?\n${rows.join('\n')}\n`,
    });
    expect(ask(desk, 'csat.share')[0]).toMatchObject({ value: 0.4, n: 10 });
  });
});
