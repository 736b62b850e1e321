import { describe, expect, it } from 'vitest';
import { ask, DAY, readFiles } from '../../../desk.ts';

const rows = Array.from({ length: 8 }, (_, k) => k);

describe('columns that were left out for an open question', () => {
  // No stamp tells whether 12 is 12 seconds or 12 minutes.
  const calls = `Call ID,Call time,Direction,Caller,Answered,Talk time,Wait
${rows.map((k) => `C${k},2026-03-0${k + 1} 08:00,inbound,+3361${k},${k === 3 ? 'No' : 'Yes'},100,${10 + k}`).join('\n')}
`;

  it('are asked for by what they wait for: a unit', async () => {
    const { desk } = await readFiles({ 'calls.csv': calls });
    const [figure] = ask(desk, 'first_response_time.p50');
    expect(figure).toMatchObject({ status: 'unavailable', value: null });
    const said = String(figure.reason);
    expect(said).toContain('"Wait" has no unit');
    expect(said).toContain('--value reported_first_response_time_seconds:unit=');
  });

  it('answer when that is said', async () => {
    const { desk } = await readFiles(
      { 'calls.csv': calls },
      { value: { reported_first_response_time_seconds: { unit: 's' } } },
    );
    // 10, 11, 12, 14, 15, 16, 17 seconds; the call of 13 was missed.
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: 14_000, n: 7 });
  });

  it('are asked for by what they wait for: which of two is meant', async () => {
    const { desk } = await readFiles({
      't.csv': `Ticket ID,Created,Resolved,Caller,Client
${rows.map((k) => `${k},2026-03-0${k + 1} 08:00,2026-03-0${k + 1} 09:00,a${k % 3},b${k % 4}`).join('\n')}
`,
    });
    const [figure] = ask(desk, 'repeat_contact_rate');
    expect(figure.status).toBe('unavailable');
    expect(String(figure.reason)).toContain('--map requester=');
  });

  it('leave answers that nobody timed unknown, not waiting', async () => {
    const { desk } = await readFiles({
      'calls.csv': `Call ID,Call time,Direction,Caller,Answered,Talk time
${rows.map((k) => `C${k},2026-03-0${k + 1} 08:00,inbound,+3361${k},${k === 3 ? 'No' : 'Yes'},100`).join('\n')}
`,
    });
    const [figure] = ask(desk, 'first_response_time.p50');
    expect(figure).toMatchObject({ status: 'unavailable', value: null });
  });
});

describe('an age beside what names an end', () => {
  it('gives way to it', async () => {
    const day = (k: number) => new Date(Date.UTC(2026, 2, 1 + k)).toISOString().slice(0, 10);
    const { desk } = await readFiles({
      't.csv': `Ticket ID,Created,Status,Days to Closed,Age in Days
${rows.map((k) => `${k},${day(k)} 08:00,${k < 5 ? 'Closed' : 'Open'},${k < 5 ? k + 1 : ''},${k < 5 ? k + 1 : 30 - k}`).join('\n')}
`,
    });
    expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 3 * DAY, n: 5 });
  });
});
