import { describe, expect, it } from 'vitest';
import { ask, DAY, HOUR, readFiles } from '../../../desk.ts';

const start = Date.UTC(2026, 0, 5);
const iso = (at: number): string => new Date(at).toISOString();
/** Six tickets a day for eight weeks, one every four hours; each answered after an hour and solved after two. */
const tickets = Array.from({ length: 6 * 56 }, (_, i) => ({ id: i + 1, created: start + i * 4 * HOUR }));
const half = start + 28 * DAY;
const ticketRows = tickets.map(
  ({ id, created }) => `${id},${iso(created)},${iso(created + 2 * HOUR)},solved`,
);
const ticketsCsv = `Ticket ID,Created at,Solved at,Status\n${ticketRows.join('\n')}\n`;
const later = tickets.filter(({ created }) => created >= half);

const messagesCsv = `id,ticket_id,created_at,author_role,body,public\n${later
  .flatMap(({ id, created }) => [
    `${id}a,${id},${iso(created)},customer,please help,true`,
    `${id}b,${id},${iso(created + HOUR)},agent,done,true`,
  ])
  .join('\n')}\n`;
const eventsCsv = `ticket_id,timestamp,field,old_value,new_value\n${later
  .flatMap(({ id, created }) => [
    `${id},${iso(created)},status,,open`,
    `${id},${iso(created + 2 * HOUR)},status,open,solved`,
  ])
  .join('\n')}\n`;
/** Every second ticket of the later half is rated. */
const surveyCsv = `Ticket ID,Answered at,Score\n${later
  .filter(({ id }) => id % 2 === 0)
  .map(({ id, created }) => `${id},${iso(created + 3 * HOUR)},${id % 4 === 0 ? 5 : 2}`)
  .join('\n')}\n`;

async function weekly(files: Readonly<Record<string, string>>, metric: string) {
  const { desk } = await readFiles({ 'tickets.csv': ticketsCsv, ...files });
  const early = ask(desk, metric, { period: '2026-W03' })[0];
  const late = ask(desk, metric, { period: '2026-W07' })[0];
  return { early, late };
}

describe('what only a part of the weeks has a source for', () => {
  it('is not known before the messages begin: nobody waits there, and nobody was answered', async () => {
    const { early, late } = await weekly({ 'messages.csv': messagesCsv }, 'first_response_time.p50');
    expect(early).toMatchObject({
      value: null,
      status: 'edge',
      reason: { english: 'the messages do not cover this period' },
    });
    expect(late).toMatchObject({ value: HOUR, n: 42, status: 'ok' });
    for (const metric of ['unanswered', 'closed_unanswered']) {
      const { early: count } = await weekly({ 'messages.csv': messagesCsv }, metric);
      expect(count).toMatchObject({ value: null, status: 'edge' });
    }
  });

  it('is not known before the status changes begin: a rate of reopened tickets is not 0', async () => {
    const { early, late } = await weekly({ 'events.csv': eventsCsv }, 'reopen_rate');
    expect(early).toMatchObject({ value: null, status: 'edge' });
    expect(early.reason?.english).toBe('the status changes do not cover this period');
    expect(late).toMatchObject({ value: 0, n: 42, status: 'ok' });
  });

  it('is not known before the surveys begin: a response rate is not 0 %', async () => {
    const { early, late } = await weekly({ 'survey.csv': surveyCsv }, 'csat_response_rate');
    expect(early).toMatchObject({
      value: null,
      status: 'edge',
      reason: { english: 'the surveys do not cover this period' },
    });
    // 21 of the 42 tickets solved in the week.
    expect(late).toMatchObject({ value: 0.5, status: 'ok' });
    const csat = await weekly({ 'survey.csv': surveyCsv }, 'csat');
    expect(csat.early.status).toBe('edge');
    // Of four tickets one is rated 5 and one 2.
    expect(csat.late.value).toBeCloseTo(0.5, 1);
  });

  it('is known where the tickets tell it themselves', async () => {
    const answered = tickets.map(
      ({ id, created }) => `${id},${iso(created)},${iso(created + HOUR)},${iso(created + 2 * HOUR)},solved`,
    );
    const files = {
      'tickets.csv': `Ticket ID,Created at,First response at,Solved at,Status\n${answered.join('\n')}\n`,
      'messages.csv': messagesCsv,
    };
    const { early } = await weekly(files, 'first_response_time.p50');
    expect(early).toMatchObject({ value: HOUR, n: 42, status: 'ok' });
  });

  it('is what somebody says it is', async () => {
    const files = { 'tickets.csv': ticketsCsv, 'survey.csv': surveyCsv };
    const { desk } = await readFiles(files, { complete: true });
    // Nobody answered in that week, if all surveys are there.
    expect(ask(desk, 'csat', { period: '2026-W03' })[0]).toMatchObject({ n: 0, status: 'too_few' });
  });

  it('ends with its source where the tickets go on', async () => {
    const first = tickets.filter(({ created }) => created < half);
    const rows = first
      .filter(({ id }) => id % 2 === 0)
      .map(({ id, created }) => `${id},${iso(created + 3 * HOUR)},5`);
    const { late } = await weekly(
      { 'survey.csv': `Ticket ID,Answered at,Score\n${rows.join('\n')}\n` },
      'csat_response_rate',
    );
    expect(late).toMatchObject({ value: null, status: 'edge' });
  });
});
