import { describe, expect, it } from 'vitest';
import { readFiles, value } from '../../../desk.ts';

const TICKETS = 40;
const at = (day: number, minute: number): Date => new Date(Date.UTC(2026, 0, day, 8, minute));
const stamp = (day: number, minute: number): string => `${at(day, minute).toISOString().slice(0, 19)}Z`;
/** A date and a time of day, a cell each. */
const halves = (day: number, minute: number): string =>
  at(day, minute).toISOString().slice(0, 19).replace('T', ',');

/** A row a ticket and day: as it stood on up to three days, with a later end where it was opened again. */
function rows(reopened: number): string[] {
  return [100, 101, 102].flatMap((day) =>
    Array.from({ length: TICKETS }, (_, i) => {
      const again = i < reopened ? day - 100 : 0;
      return `${i},${halves(2 + i, 2 * i + again)},Resuelto,low,${halves(day, 0)},${halves(1 + i, i)}`;
    }).slice(0, day === 100 ? -5 : TICKETS),
  );
}
const pair = (name: string): string => `fecha_${name} (America/Bogota),hora_${name} (America/Bogota)`;
const head = `número_de_caso,${pair('resolución')},estado,prioridad,${pair('report')},${pair('apertura')}`;

/** The same rows in another order. */
const mixed = (lines: readonly string[]): string[] => lines.map((_, i) => lines[(i * 77) % lines.length]);

describe('rows that repeat a ticket', () => {
  it.each([0, 5])(
    'are how it stood on several days where their times are one: %i opened again',
    async (again) => {
      for (const lines of [rows(again), mixed(rows(again))]) {
        const { desk } = await readFiles({ 'list.csv': `${head}\n${lines.join('\n')}\n` });
        expect(desk.events).toBeNull();
        expect(value(desk, 'created')).toBe(TICKETS);
        expect(value(desk, 'solved')).toBe(TICKETS);
      }
    },
  );

  it('are its changes where each has a time of its own', async () => {
    const changes = Array.from({ length: TICKETS }, (_, i) => [
      `${i},${stamp(1 + i, i)},Open`,
      `${i},${stamp(1 + i, i + 30)},Pending`,
      `${i},${stamp(2 + i, 2 * i)},Closed`,
    ]).flat();
    for (const lines of [changes, mixed(changes)]) {
      const { desk } = await readFiles({ 'log.csv': `Case number,Changed,Status\n${lines.join('\n')}\n` });
      expect(desk.events).not.toBeNull();
      expect(value(desk, 'created')).toBe(TICKETS);
    }
  });

  it('count by the last of the days that part them, whatever those are called', async () => {
    // On the last day three tickets are open again: their rows of the days before say that they were solved.
    const lines = [100, 101, 102].flatMap((day) =>
      Array.from({ length: TICKETS }, (_, i) => {
        const isOpen = day === 102 && i < 3;
        const end = isOpen ? '' : stamp(2 + i, 2 * i);
        return `${i},${stamp(1 + i, i)},${end},${isOpen ? 'Aberto' : 'Resolvido'},${stamp(day, 0)}`;
      }),
    );
    const columns = 'id do ticket,data criação,data resolução,estado,data report';
    for (const each of [lines, mixed(lines)]) {
      const { desk } = await readFiles({ 'list.csv': `${columns}\n${each.join('\n')}\n` });
      expect([value(desk, 'created'), value(desk, 'solved'), value(desk, 'backlog')]).toEqual([
        TICKETS,
        TICKETS - 3,
        3,
      ]);
    }
  });
});
