import { describe, expect, it } from 'vitest';
import { examine } from '../../../../src/analysis/cross-examination/examine.ts';
import { ask, DAY, HOUR, MINUTE, readFiles } from '../../../desk.ts';

const iso = (at: number) => new Date(at).toISOString();
const start = Date.UTC(2026, 2, 2, 8);
const created = (k: number) => start + k * DAY;
const ten = Array.from({ length: 10 }, (_, k) => k);

describe('what happened at a time that nobody knows', () => {
  it('is an answer where replies were counted, and that is said', async () => {
    // The first five were answered after 10 to 50 minutes, the next four have replies and no stamp, the last neither.
    const rows = ten.map(
      (k) =>
        `${k},${iso(created(k))},${k < 5 ? iso(created(k) + (k + 1) * 10 * MINUTE) : ''},Open,${k === 9 ? 0 : 2}`,
    );
    const { desk } = await readFiles({
      't.csv': `Ticket ID,Created at,First response at,Status,Replies\n${rows.join('\n')}\n`,
    });
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: 30 * MINUTE, n: 5 });
    expect(ask(desk, 'unanswered')[0]).toMatchObject({ value: 1 });
    expect(desk.problems.find(({ code }) => code === 'answers_without_time')).toMatchObject({ count: 4 });
  });

  it('is no answer in time of a survey that was sent', async () => {
    const answered = (k: number, isDated: boolean) =>
      k % 2 === 0 ? ',' : `5,${isDated ? iso(created(k) + DAY) : ''}`;
    const files = (isDated: boolean) => ({
      's.csv': `survey_id,ticket_id,sent_at,score,answered_at\n${ten.map((k) => `${k},${k},${iso(created(k))},${answered(k, isDated)}`).join('\n')}\n`,
      't.csv': `Ticket ID,Created at,Solved at,Status\n${[...ten, 60].map((k) => `${k},${iso(created(k) - HOUR)},${iso(created(k))},Solved`).join('\n')}\n`,
    });
    const dated = await readFiles(files(true));
    expect(ask(dated.desk, 'csat_response_rate')[0]).toMatchObject({ value: 0.5, n: 10 });
    const undated = await readFiles(files(false));
    expect(ask(undated.desk, 'csat_response_rate')[0]).toMatchObject({ value: null });
  });

  it('is no solve where only working hours were measured, and one where the calendar was', async () => {
    const files = (header: string) => ({
      't.csv': `Ticket ID,Created at,Status,${header}\n${ten.map((k) => `${k},${iso(created(k))},${k < 8 ? 'Solved' : 'Open'},${k < 8 ? (k + 1) * 60 : ''}`).join('\n')}\n`,
    });
    const calendar = await readFiles(files('Resolution time (minutes)'));
    expect(ask(calendar.desk, 'solved')[0]).toMatchObject({ value: 8 });
    const business = await readFiles(files('Resolution time in minutes within business hours'));
    expect(ask(business.desk, 'solved')[0]).toMatchObject({ value: null });
  });
});

describe('reopens that were counted from events', () => {
  const events = ten
    .flatMap((k) => [
      `${k},${iso(created(k) + HOUR)},status,new,open`,
      `${k},${iso(created(k) + 2 * HOUR)},status,open,solved`,
      `${k},${iso(created(k) + 3 * HOUR)},status,solved,open`,
    ])
    .join('\n');
  const files = (reopens: string, cell: string) => ({
    't.csv': `Ticket ID,Created at,Solved at,Status${reopens}\n${ten.map((k) => `${k},${iso(created(k))},${iso(created(k) + 5 * HOUR)},Solved${cell}`).join('\n')}\n`,
    'e.csv': `ticket_id,changed_at,field,old_value,new_value\n${events}\n`,
  });
  const pairs = async (reopens: string, cell: string) => {
    const { desk } = await readFiles(files(reopens, cell));
    return examine(desk).filter(({ right }) => right === 'reopens');
  };

  it('are not held against the events', async () => {
    expect(await pairs('', '')).toEqual([]);
  });

  it('are where the export counts them itself', async () => {
    expect(await pairs(',Reopens', ',4')).toMatchObject([{ compared: 10, agreed: 0 }]);
  });
});
