import { describe, expect, it } from 'vitest';
import { heldElsewhere } from '../../../../src/analysis/segments/nearest-period.ts';
import { rangeOf } from '../../../../src/analysis/segments/periods.ts';
import { utc } from '../../../../src/time/zone.ts';
import { readFiles } from '../../../desk.ts';

const calendar = { zone: utc, weekStarts: 1 };

describe('what is said where a period holds no ticket', () => {
  // January and April; nothing between.
  const csv = `Ticket ID,Created at,Status
1,2026-01-05T09:00:00Z,open
2,2026-01-20T09:00:00Z,open
3,2026-04-02T09:00:00Z,open
`;
  const held = async (period: string) => {
    const { desk } = await readFiles({ 't.csv': csv });
    const asked = { period, since: null, until: null, every: null, ...calendar };
    return heldElsewhere(desk, { range: rangeOf(asked, desk), ...calendar });
  };

  it('is what the files hold, and the nearest period of the same kind with tickets', async () => {
    expect(await held('2025-11')).toEqual({
      tickets: 3,
      from: '2026-01-05',
      to: '2026-04-02',
      nearest: '2026-01',
    });
    expect((await held('2027-Q1'))?.nearest).toBe('2026-Q2');
    expect((await held('2026-02'))?.nearest).toBe('2026-01');
    // From 1 April it is a day to the second ticket of April.
    expect((await held('2026-03'))?.nearest).toBe('2026-04');
    expect((await held('2025-W50'))?.nearest).toBe('2026-W02');
    expect((await held('2026-01-12'))?.nearest).toBe('2026-01-05');
  });

  it('is nothing where it holds tickets', async () => {
    expect(await held('2026-01')).toBeNull();
  });
});
