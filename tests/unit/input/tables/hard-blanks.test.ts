import { expect, it } from 'vitest';
import { ask, readFiles } from '../../../desk.ts';

it('takes blanks that do not break off the ends of a cell', async () => {
  const blank = '\u00a0 ';
  const tickets = [1, 2, 3, 4].map(
    (n) => `${n},2026-03-0${n} 09:00:00,${n % 2 ? 'Modulo web' : `${blank}Modulo web${blank}`},Résolu à,Open`,
  );
  const messages = [1, 2, 3, 4].flatMap((n) => [
    `${n},2026-03-0${n},ann@example.com,false,Hello there`,
    `${n},2026-03-0${n},${n % 2 ? 'Auto Reply' : `${blank}Auto Reply${blank}`},true,We have received it`,
  ]);
  const { desk } = await readFiles({
    't.csv': `Ticket ID,Created at,Channel,Team,Status\n${tickets.join('\n')}\n`,
    'm.csv': `Ticket ID,Sent at,Author,Is agent,Text\n${messages.join('\n')}\n`,
  });
  expect(ask(desk, 'unanswered')[0].value).toBe(4);
  const channel = desk.tickets.columns.channel as { codes: Uint32Array };
  expect(new Set(channel.codes).size).toBe(1);
  const team = desk.tickets.columns.group as {
    codes: Uint32Array;
    names: { name: (code: number) => string };
  };
  // A letter of which the last byte is that of such a blank stays.
  expect(team.names.name(team.codes[0])).toBe('Résolu à');
});
