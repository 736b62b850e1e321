import { describe, expect, it } from 'vitest';
import { ask, readFiles } from '../../../desk.ts';

/** Twelve tickets of March 2026, each solved four hours after it came; the last carries one of June. */
const rows = Array.from({ length: 12 }, (_, i) => {
  const day = `2026-03-${String(2 + i).padStart(2, '0')}`;
  return `${i + 1},${day} 08:00:00,${i === 11 ? '2026-06-13' : day} 12:00:00,solved`;
});
const header = 'Ticket ID,Created at,Solved at,Status';

async function voids(text: string): Promise<boolean> {
  const { desk } = await readFiles({ 'report-2026-03-31.csv': text });
  const isVoid = desk.problems.some(
    ({ code, args }) => code === 'value_void' && args.reason === 'after_export',
  );
  expect(ask(desk, 'solved')[0].value).toBe(isVoid ? 11 : 12);
  return isVoid;
}

describe('when an export was made', () => {
  it.each([
    'Generated on 31/03/2026',
    'Exported at: 2026-03-31 18:05',
    'Report date: March 31, 2026',
    'Exportiert am 31.03.2026 um 18:05',
    'Rapport généré le 31 mars 2026',
    'Informe generado el 31/03/2026',
    'Relatório gerado em 31/03/2026',
    'রিপোর্টের তারিখ: 2026-03-31',
    'रिपोर्ट की तारीख: 2026-03-31',
  ])('is said above the table: %s', async (line) => {
    expect(await voids(`${line}\n\n${header}\n${rows.join('\n')}\n`)).toBe(true);
  });

  it('is said by a column that has one value', async () => {
    const text = `${header},Exported at\n${rows.map((row) => `${row},2026-03-31 18:05:00`).join('\n')}\n`;
    expect(await voids(text)).toBe(true);
  });

  it.each(['Reporting period: 2026-03-01 to 2026-03-31', 'Support tickets of the first quarter'])(
    'is not said by: %s',
    async (line) => {
      expect(await voids(`${line}\n\n${header}\n${rows.join('\n')}\n`)).toBe(false);
    },
  );

  it('is not said by the name of a file, nor by a line that most rows contradict', async () => {
    expect(await voids(`${header}\n${rows.join('\n')}\n`)).toBe(false);
    expect(await voids(`Generated on 2025-03-31\n\n${header}\n${rows.join('\n')}\n`)).toBe(false);
  });
});
