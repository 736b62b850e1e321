import { describe, expect, it } from 'vitest';
import { ask, readFiles } from '../../desk.ts';

const rows = Array.from({ length: 9 }, (_, i) => [
  `00${i + 1}`,
  `2026-03-0${i + 1} 09:00:00`,
  `2026-03-0${i + 1} 11:00:00`,
  'Solved',
]);
const header = 'Ticket ID,Created at,Solved at,Status';
const guarded = (guard: (cell: string) => string, quote: (cell: string) => string): string =>
  [header, ...rows.map((row) => row.map((cell, i) => quote(i < 3 ? guard(cell) : cell)).join(','))].join(
    '\n',
  );

describe('cells that are guarded against a spreadsheet', () => {
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  it.each([
    ['behind an apostrophe', (cell: string) => `'${cell}`],
    ['as a formula', (cell: string) => `="${cell}"`],
  ])('are what they hold: %s, in quotes or not', async (_, guard) => {
    for (const quote of [(cell: string) => cell, quoted]) {
      const { desk } = await readFiles({ 't.csv': guarded(guard, quote) });
      const [figure] = ask(desk, 'resolution_time.p50');
      expect(figure).toMatchObject({ n: 9, value: 2 * 3_600_000 });
    }
  });

  it('are read beside texts of several lines, where one column alone is guarded', async () => {
    for (const end of ['\n', '\r\n']) {
      const lines = rows.map(([id, created, solved, status]) =>
        [id, `'${created}`, solved, status, `"Parcel${end}${end}Sent from my phone"`].join(','),
      );
      const text = [`${header},Subject`, ...lines, ''].join(end);
      const { desk } = await readFiles({ 't.csv': text });
      expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ n: 9, value: 2 * 3_600_000 });
    }
  });

  it('are read where two bytes end a line, and one column alone is guarded', async () => {
    const lines = rows.map(([id, ...others]) => [`'${id}`, ...others].join(','));
    for (const end of ['\n', '\r\n', '\r']) {
      const { desk } = await readFiles({ 't.csv': [header, ...lines, ''].join(end) });
      expect(desk.tickets.columns.id).toMatchObject({ type: 'code' });
      const id = desk.tickets.columns.id as { names: { name: (code: number) => string }; codes: Uint32Array };
      expect(id.names.name(id.codes[0]).includes("'")).toBe(false);
    }
  });
});
