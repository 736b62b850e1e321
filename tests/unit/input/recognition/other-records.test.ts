import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../desk.ts';

/** What a column of this header and these values is read as, beside tickets that say nothing else of the kind. */
async function fieldOf(header: string, values: readonly string[], beside = 'Note'): Promise<string | null> {
  const rows = Array.from({ length: 24 }, (_, i) =>
    [
      i + 1,
      `2026-03-${String(1 + (i % 20)).padStart(2, '0')} 09:00`,
      'Open',
      '',
      values[i % values.length],
    ].join(),
  );
  const { sources } = await readFiles({
    'list.csv': `Ticket ID,Created at,Status,${beside},${header}\n${rows.join('\n')}\n`,
  });
  const fields = Object.entries(sources[0].mappings[0].fields);
  return fields.find(([, column]) => column?.source === header)?.[0] ?? null;
}

describe('numbers of other records', () => {
  it.each([
    ['Parent ID', ['P1', 'P2', 'P3']],
    ['Parent Number', ['1', '2', '3']],
    ['Problem Key', ['P1', 'P2', 'P3', 'P4']],
    ['Release Ref', ['P1', 'P2']],
    ['Project code', ['P1', 'P2', 'P3']],
    ['Projektnummer', ['P1', 'P2', 'P3']],
    ['Código de proyecto', ['P1', 'P2', 'P3']],
  ])('are no priorities: %s', async (header, values) => {
    expect(await fieldOf(header, values)).toBeNull();
  });

  it.each(['Priority ID', 'Priority code', 'How bad'])('but those of priorities are: %s', async (header) => {
    expect(await fieldOf(header, ['P1', 'P2', 'P3'])).toBe('priority');
  });
});

describe('what is said of another ticket', () => {
  it.each([
    ['Parent status', ['Open', 'Solved', 'Closed']],
    ['Parent priority', ['High', 'Low', 'Normal']],
    ['Related ticket priority', ['High', 'Low']],
    ['Parent assignee', ['Ann', 'Bo']],
    ['Parent group', ['Billing', 'Technical']],
    ['Parent ticket channel', ['Email', 'Phone']],
  ])('is not said of the row’s own: %s', async (header, values) => {
    expect(await fieldOf(header, values)).toBeNull();
  });

  it('a rating of a parent is one by a person, unless parents are tickets', async () => {
    const marks = ['5', '4', '3', '2', '1'];
    expect(await fieldOf('Parent rating', marks)).toBe('csat');
    expect(await fieldOf('Parent rating', marks, 'Parent ticket')).toBeNull();
  });
});
