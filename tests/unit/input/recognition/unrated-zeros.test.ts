import { describe, expect, it } from 'vitest';
import { ask, readFiles } from '../../../desk.ts';

/** Sixty solved tickets whose ratings are these, again and again. */
const read = (header: string, ratings: readonly number[]) =>
  readFiles({
    't.csv': `Ticket ID,Created at,Solved at,Status,${header}\n${Array.from({ length: 60 }, (_, i) => {
      const day = `2026-03-${String(1 + (i % 20)).padStart(2, '0')}`;
      return `${i + 1},${day} 09:00,${day} 15:00,Solved,${ratings[i % ratings.length]}`;
    }).join('\n')}\n`,
  });
/** Half of them 0; of the others half are 4 or 5. */
const mostlyZero = [0, 5, 0, 4, 0, 3, 0, 2, 0, 1, 0, 5];

describe('a 0 beside a whole scale', () => {
  it.each([
    ['Rating', mostlyZero],
    ['CSAT', [0, 10, 0, 9, 0, 8, 0, 0, 0]],
  ])('that stands far more often than any answer may be none: %s', async (header, ratings) => {
    const { desk } = await read(header, ratings);
    expect(ask(desk, 'csat')[0].status).toBe('unavailable');
    const said = desk.problems.find(({ code }) => code === 'answers_apart');
    expect(said).toMatchObject({ count: 60, args: { reason: 'unrated_zeros' } });
  });

  it.each([
    ['Rating (0-5)', mostlyZero, 0.25, 60],
    ['Rating (1-5)', mostlyZero, 0.5, 30],
    // As often as a desk that disappoints gets its worst mark.
    ['Rating', [0, 0, 5, 5, 5, 4, 3, 2, 1, 1], 0.4, 60],
    // Three marks of a scale are too few to know it by.
    ['Rating', [0, 0, 0, 5, 4, 5], 0.5, 60],
  ])(
    'is what the header says, or an answer where nothing speaks against it: %s',
    async (header, ratings, csat, n) => {
      const { desk } = await read(header, ratings);
      expect(ask(desk, 'csat')[0]).toMatchObject({ value: csat, n });
    },
  );
});
