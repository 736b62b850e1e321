import { describe, expect, it } from 'vitest';
import { numbersOf } from '../../../../src/model/desk.ts';
import { measure, readFiles, value } from '../../../desk.ts';

const csv = (head: string, rows: readonly string[]): string => `${head}\n${rows.join('\n')}\n`;
const field = 'reported_first_response_time_seconds';
const read = async (header: string, rows: readonly string[]): Promise<(number | null)[]> => {
  const { desk } = await readFiles({ 't.csv': `id,created_at,status,${header}\n${rows.join('\n')}\n` });
  return [...(numbersOf(desk.tickets, field) ?? [])].map((value) => (Number.isNaN(value) ? null : value));
};

describe('a zero in a helpdesk’s own duration', () => {
  it('is none yet where the stamp is missing, and nought where it stands', async () => {
    expect(
      await read('first_response_at,first_response_time_min', [
        '1,2026-03-02 09:00,Closed,2026-03-02 10:00,60',
        '2,2026-03-02 09:00,Closed,2026-03-02 09:00,0',
        '3,2026-03-02 09:00,Open,,0',
      ]),
    ).toEqual([3_600_000, 0, null]);
  });

  it('is none yet where no reply was sent', async () => {
    expect(
      await read('replies,first_response_time_min', [
        '1,2026-03-02 09:00,Closed,1,60',
        '2,2026-03-02 09:00,Closed,2,0',
        '3,2026-03-02 09:00,Open,0,0',
      ]),
    ).toEqual([3_600_000, 0, null]);
  });

  it('is unknown beside a stamp column that records nothing', async () => {
    expect(
      await read('first_response_at,first_response_time_min', [
        '1,2026-03-02 09:00,Closed,,60',
        '2,2026-03-02 09:00,Closed,,30',
        '3,2026-03-02 09:00,Open,,0',
      ]),
    ).toEqual([3_600_000, 1_800_000, null]);
  });

  it('is unknown with neither a stamp nor replies: not answered, not waiting, said', async () => {
    const rows = ['1,2026-03-02 09:00,open,60', '2,2026-03-02 09:00,open,0', '3,2026-03-02 10:00,closed,0'];
    const { desk } = await readFiles({
      't.csv': `id,created_at,status,first_response_time_min\n${rows.join('\n')}\n`,
    });
    const zeros = desk.problems.find(({ code }) => code === 'zeros_unknown');
    expect(zeros).toMatchObject({ count: 2, args: { field } });
    const [response, waiting] = measure(desk, 'first_response_time.p50,unanswered');
    expect(response.figures[0]).toMatchObject({ n: 1, value: 3_600_000 });
    expect(response.leftOut.get('not_recorded')).toBe(2);
    expect(waiting.figures[0].value).toBeNull();
  });

  it('is no resolution of a ticket that is open by its status', async () => {
    const rows = ['1,2026-03-02 09:00,closed,60', '2,2026-03-02 09:00,open,0', '3,2026-03-02 10:00,closed,0'];
    const { desk } = await readFiles({
      't.csv': `id,created_at,status,resolution_time_min\n${rows.join('\n')}\n`,
    });
    const counts = desk.problems.flatMap(({ code, count }) =>
      code.startsWith('zeros') ? [[code, count]] : [],
    );
    expect(counts).toEqual([
      ['zeros_not_yet', 1],
      ['zeros_unknown', 1],
    ]);
    expect(measure(desk, 'resolution_time.p50')[0].figures[0]).toMatchObject({
      n: 1,
      value: 3_600_000,
    });
  });
});

describe('a duration of the helpdesk’s own that ends after the newest stamp', () => {
  it('is an answer all the same, unless as-of was asked for', async () => {
    // The newest stamp is 10:00; ticket 2 was answered at 10:30 by its own minutes.
    const rows = ['1,2026-03-02 09:00,open,30', '2,2026-03-02 10:00,open,30', '3,2026-03-02 09:30,open,'];
    const files = { 't.csv': `id,created_at,status,first_response_time_min\n${rows.join('\n')}\n` };
    expect(value((await readFiles(files)).desk, 'unanswered')).toBe(1);
    const then = await readFiles(files, { asOf: '2026-03-02T10:10:00Z' });
    expect(value(then.desk, 'unanswered')).toBe(2);
  });
});

const business = 'reported_first_response_time_business_seconds';

describe('a zero within working hours', () => {
  const file = (rows: readonly string[]) =>
    readFiles({
      't.csv': `id,created_at,status,First response time in business hours (minutes)\n${rows.join('\n')}\n`,
    });

  it('is an answer outside of them where empty cells say "not yet"', async () => {
    const { desk } = await file([
      '1,2026-03-02 09:00,closed,60',
      '2,2026-03-07 09:00,closed,0',
      '3,2026-03-08 09:00,closed,0',
      '4,2026-03-09 09:00,new,',
    ]);
    expect([...(numbersOf(desk.tickets, business) ?? [])]).toEqual([3_600_000, 0, 0, Number.NaN]);
    expect(value(desk, 'first_response_time.p50', { clocks: ['business'] })).toBe(0);
  });

  it('leaves the middle one unknown where it may be "not yet" as well, and weighs', async () => {
    const { desk } = await file([
      '1,2026-03-02 09:00,closed,60',
      '2,2026-03-07 09:00,closed,0',
      '3,2026-03-08 09:00,closed,0',
      '4,2026-03-09 09:00,new,0',
    ]);
    expect(value(desk, 'first_response_time.p50', { clocks: ['business'] })).toBeNull();
  });

  it('leaves tickets out whose messages were not read, where it weighs', async () => {
    const { desk } = await readFiles({
      't.csv': csv('id,created_at,status,requester,First response time in business hours (minutes)', [
        '1,2026-03-02 09:00,closed,a@x.example,60',
        '2,2026-03-03 09:00,closed,b@x.example,30',
        '3,2026-03-04 09:00,closed,c@x.example,500',
        '4,2026-03-07 09:00,closed,d@x.example,0',
        '5,2026-03-08 09:00,closed,e@x.example,0',
        '6,2026-03-08 10:00,open,f@x.example,0',
      ]),
      'm.csv': csv('ticket_id,sent_at,author,author_role,text', [
        '1,2026-03-02 09:00,a@x.example,customer,it is broken',
        '1,2026-03-02 10:00,Ines,agent,done',
        '2,2026-03-03 09:00,b@x.example,customer,it is broken too',
        '2,2026-03-03 09:30,Ines,agent,done again',
      ]),
    });
    // All hours are worked.
    const businessTime = (from: number, to: number): number => to - from;
    const [response] = measure(desk, 'first_response_time.p50', { clocks: ['business'], businessTime });
    // The third alone would be told of those without messages, and it was slow.
    expect(response.figures[0]).toMatchObject({ n: 2, value: 45 * 60_000 });
  });
});

it('does not count who was closed without an answer where zeros may be that', async () => {
  const rows = ['1,2026-03-02 09:00,closed,60', '2,2026-03-02 10:00,closed,0', '3,2026-03-02 11:00,closed,0'];
  const { desk } = await readFiles({
    't.csv': `id,created_at,status,first_response_time_min\n${rows.join('\n')}\n`,
  });
  expect(value(desk, 'closed_unanswered')).toBeNull();
});
