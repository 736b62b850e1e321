import { describe, expect, it } from 'vitest';
import { groupedNames } from '../../../../src/input/formats/csv/header-groups.ts';
import { ask, readFiles } from '../../../desk.ts';

describe('a zone above the names of columns', () => {
  it('stays with what it is written above', () => {
    const groups = ['Opened (Asia/Tokyo)', '', 'Closed [CET]', 'Team (EMEA)', 'First answer (UTC+9)'];
    expect(groupedNames(groups, ['opened_on', 'who', 'closed (UTC)', 'team', 'answer'])).toEqual([
      'opened_on (Asia/Tokyo)',
      'who (Asia/Tokyo)',
      'closed (UTC)',
      'team',
      'answer (UTC+9)',
    ]);
  });

  it('is that of its stamps', async () => {
    const rows = Array.from(
      { length: 20 },
      (_, i) =>
        `${i + 1},2026-03-${String(i + 1).padStart(2, '0')}T08:00:00,2026-03-${String(i + 1).padStart(2, '0')}T10:00:00,Closed,${i}`,
    );
    const heads =
      'id,Date opened (Asia/Tokyo),Resolution date (Asia/Tokyo),Status,\nid,created,solved,status,row';
    const { desk } = await readFiles({ 't.csv': `${heads}\n${rows.join('\n')}\n` });
    expect(ask(desk, 'created')[0]).toMatchObject({ value: 20 });
    // Eight in the morning in Tokyo is eleven at night of the day before in UTC.
    expect(new Date(desk.asOf).toISOString()).toBe('2026-03-20T01:00:00.000Z');
  });
});
