import { describe, expect, it } from 'vitest';
import { ask, readFiles } from '../../../desk.ts';

const stamp = (i: number, minutes: number): string =>
  new Date(Date.UTC(2026, 2, 1 + (i % 20), 8, i) + minutes * 60_000).toISOString();
const rows = Array.from({ length: 40 }, (_, i) => i);
/** Forty tickets, solved after three hours, with a further column. */
const read = (header: string, cell: (i: number) => string | number, more = '', moreCell = '') =>
  readFiles({
    'incidents.csv': `Number,Created at,Resolved at,Status,"${header}"${more}\n${rows
      .map((i) => [`P${i}`, stamp(i, 0), stamp(i, 180), 'resolved', cell(i)].join(',') + moreCell)
      .join('\n')}\n`,
  });

describe('the time until somebody acknowledged a ticket', () => {
  it.each([
    'mins_to_ack',
    'ack_minutes',
    'time_to_acknowledge',
    'seconds_to_first_ack',
    'Time to ack (min)',
    'Acknowledgement time',
    'TTA',
    'MTTA (min)',
  ])('is no first response as "%s", which is said with the flag that makes it one', async (header) => {
    const { desk } = await read(header, (i) => 3 + (i % 9));
    expect(ask(desk, 'first_response_time.p50')[0].status).toBe('unavailable');
    const said = desk.problems.find(({ code }) => code === 'acknowledged_only');
    expect(said?.args.try).toBe(`--map reported_first_response_time_seconds='${header}'`);
  });

  it.each([
    'acknowledged_at',
    'Acknowledged',
    'First acknowledged',
    'Date of first acknowledgement',
    'ack_ts',
    'Acknowledgement time',
    'Quittiert am',
    'Accusé de réception',
    'Fecha de acuse',
  ])('is none as the stamp "%s" either, first or not', async (header) => {
    const { desk } = await read(header, (i) => stamp(i, 20));
    expect(ask(desk, 'first_response_time.p50')[0].status).toBe('unavailable');
    expect(ask(desk, 'resolution_time.p50')[0].value).toBe(180 * 60_000);
    const said = desk.problems.find(({ code }) => code === 'acknowledged_only');
    expect(said?.args.try).toBe(`--map first_response_at='${header}'`);
    const asked = await readFiles(
      {
        't.csv': `Number,Created at,Resolved at,Status,"${header}"\n${rows
          .map((i) => [`P${i}`, stamp(i, 0), stamp(i, 180), 'resolved', stamp(i, 20)].join(','))
          .join('\n')}\n`,
      },
      { map: { first_response_at: header } },
    );
    expect(ask(asked.desk, 'first_response_time.p50')[0].value).toBe(20 * 60_000);
  });

  it('is no end where it is filled as finished tickets are', async () => {
    const list = rows.map((i) =>
      [`P${i}`, stamp(i, 0), i % 4 ? 'resolved' : 'open', i % 4 ? stamp(i, 20) : ''].join(','),
    );
    const { desk } = await readFiles({ 't.csv': `Number,Created at,Status,ack_ts\n${list.join('\n')}\n` });
    expect(ask(desk, 'resolution_time.p50')[0].status).toBe('unavailable');
  });

  it.each([
    ['Acknowledge by', (i: number) => stamp(i, 60)],
    ['Acknowledged', (i: number) => i % 2],
    ['ack_sla_minutes', () => 30],
    ['Ack due in min', (i: number) => 3 + i],
    ['Acknowledged by', () => 'Ann'],
  ])('is not what "%s" holds', async (header, cell) => {
    const { desk } = await read(header, cell);
    expect(desk.problems.map(({ code }) => code)).not.toContain('acknowledged_only');
  });

  it('is not spoken of where the answer itself is known', async () => {
    const { desk } = await read('mins_to_ack', () => 3, ',First response at', `,${stamp(30, 60)}`);
    expect(desk.problems.map(({ code }) => code)).not.toContain('acknowledged_only');
  });
});
