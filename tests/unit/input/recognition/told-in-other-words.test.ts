import { describe, expect, it } from 'vitest';
import { ask, DAY, HOUR, readFiles } from '../../../desk.ts';

const two = (n: number) => String(n).padStart(2, '0');
const day = (k: number) => Date.UTC(2026, 2, 2 + k, 8);
const iso = (at: number) => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
const twenty = Array.from({ length: 20 }, (_, k) => k);
const list = (header: string, row: (k: number) => string): Record<string, string> => ({
  't.csv': `${header}\n${twenty.map(row).join('\n')}\n`,
});

describe('a flag "Overdue"', () => {
  const tickets = (isLate: (k: number) => boolean) =>
    list(
      'Case No,Opened,Resolved,State,Overdue',
      (k) =>
        `C${k},${iso(day(k))},${k < 16 ? iso(day(k) + HOUR) : ''},${k < 16 ? 'Resolved' : 'Open'},${isLate(k) ? 'Yes' : 'No'}`,
    );

  it('is a verdict where finished tickets keep it', async () => {
    const { desk } = await readFiles(tickets((k) => k % 4 === 0));
    expect(ask(desk, 'sla_recorded')[0]).toMatchObject({ value: 0.75, n: 16 });
  });

  it('is none where closing clears it', async () => {
    const { desk } = await readFiles(tickets((k) => k >= 18));
    expect(ask(desk, 'sla_recorded')[0]).toMatchObject({ value: null });
  });
});

describe('the weekday beside a date', () => {
  const names = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  const korean = ['일요일', '월요일', '화요일', '수요일', '목요일', '금요일', '토요일'];
  it.each([
    ['No,Date opened,Day of week,Status', names],
    ['접수번호,접수일,요일,상태', korean],
  ])('tells its order: %s', async (header, words) => {
    // Month first: the second row is the 6th of February, a Friday; the 2nd of June is a Tuesday.
    const { desk } = await readFiles(
      list(header, (k) => {
        const at = new Date(Date.UTC(2026, k % 12, 1 + ((k * 5) % 12), 9));
        return `${1000 + k},${two(at.getUTCMonth() + 1)}/${two(at.getUTCDate())}/2026 09:00,${words[at.getUTCDay()]},Open`;
      }),
    );
    const created = desk.tickets.columns.created_at;
    expect(created && 'values' in created && created.values[1]).toBe(Date.UTC(2026, 1, 6, 9));
  });
});

describe('records and words of other tools', () => {
  it('are hits of a search engine', async () => {
    const hits = twenty.map((k) => ({
      _index: 'tickets',
      _id: `e${k}`,
      _source: {
        ticket_number: 500 + k,
        created_at: new Date(day(k)).toISOString(),
        resolved_at: k < 16 ? new Date(day(k) + HOUR).toISOString() : null,
        status: k < 16 ? 'resolved' : 'open',
      },
    }));
    const { desk } = await readFiles({ 'h.json': JSON.stringify({ took: 3, hits: { hits } }) });
    expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: HOUR, n: 16 });
  });

  it('are grievances that were redressed', async () => {
    const { desk } = await readFiles(
      list(
        'Grievance No,Date of Complaint,Date of Redressal,Disposal Status',
        (k) =>
          `G/${k},${iso(day(k))},${k < 16 ? iso(day(k) + HOUR) : ''},${k < 16 ? 'Disposed' : 'Under Process'}`,
      ),
    );
    expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: HOUR, n: 16 });
    expect(ask(desk, 'backlog')[0]).toMatchObject({ value: 4 });
  });

  it.each(['✅', '🟢'])('are signs of a promise kept: %s', async (sign) => {
    const { desk } = await readFiles(
      list(
        'Ticket,Created,Resolved,Status,SLA',
        (k) => `${k},${iso(day(k))},${iso(day(k) + HOUR)},Resolved,${k % 4 ? sign : '❌'}`,
      ),
    );
    expect(ask(desk, 'sla_recorded')[0]).toMatchObject({ value: 0.75, n: 20 });
  });

  it('are surveys by when they were sent and answered, not tickets with a first response', async () => {
    // Twenty surveys, every other one answered the day after; one much later makes all of them due.
    const { desk } = await readFiles(
      list('survey,ticket_id,sent_on,answered_on,score', (k) => {
        const sent = day(k === 19 ? 60 : k);
        return `S${k},${k},${iso(sent)},${k % 2 ? iso(sent + DAY) : ''},${k % 2 ? 5 : ''}`;
      }),
    );
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: null });
    // Of the 19 that are due, those with k = 1, 3 … 17.
    expect(ask(desk, 'csat_response_rate')[0]).toMatchObject({ value: 9 / 19, n: 19 });
  });

  it('are surveys that hold a ticket, a day and a rating', async () => {
    const { desk } = await readFiles({
      ...list(
        'Ticket,Created,Solved,Status',
        (k) => `#${1000 + k},${iso(day(k))},${iso(day(k) + HOUR)},Solved`,
      ),
      's.csv': `ticket_id,answered_at,csat\n${twenty.map((k) => `${1000 + k},${iso(day(k) + DAY)},${k % 2 ? 5 : 1}`).join('\n')}\n`,
    });
    expect(ask(desk, 'csat.share')[0]).toMatchObject({ value: 0.5, n: 20 });
    expect(desk.surveys[0].ticket.filter((ticket) => ticket >= 0)).toHaveLength(20);
  });

  it('are notes of GitLab, by the issue that they stand on', async () => {
    const notes = twenty.flatMap((k) => [
      {
        id: k * 9,
        noteable_id: k,
        author: { username: `u${k}` },
        created_at: new Date(day(k)).toISOString(),
        body: `It breaks when ${k}`,
        system: false,
      },
      {
        id: k * 9 + 1,
        noteable_id: k,
        author: { username: 'ann' },
        created_at: new Date(day(k) + HOUR).toISOString(),
        body: `Try this ${k}`,
        system: false,
      },
    ]);
    const { desk } = await readFiles({ 'n.json': JSON.stringify(notes) });
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: HOUR, n: 20 });
  });
});

describe('forms in further languages', () => {
  // Two of four are 4 or 5; of 10, 9, 8 and 6 two are promoters and one is a detractor.
  it.each([
    ['Tidstämpel;Hur nöjd är du med vår support? (1-5)', [5, 4, 2, 1], 'csat.share', 0.5],
    ['Tidsstempel;Hvor tilfreds er du med vores svar? (1-5)', [5, 4, 2, 1], 'csat.share', 0.5],
    ['Časové razítko;Jak jste spokojeni s naší podporou? (1-5)', [5, 4, 2, 1], 'csat.share', 0.5],
    ['타임스탬프;고객 만족도 (1-5)', [5, 4, 2, 1], 'csat.share', 0.5],
    ['Aikaleima;Kuinka todennäköisesti suosittelisit meitä? (0-10)', [10, 9, 8, 6], 'nps.score', 25],
    ['Tidstämpel;Hur troligt är det att du rekommenderar oss? (0-10)', [10, 9, 8, 6], 'nps.score', 25],
  ])('%s', async (header, scores, metric, value) => {
    const { desk } = await readFiles({
      's.csv': `${header}\n${twenty.map((k) => `${iso(day(k))};${scores[k % 4]}`).join('\n')}\n`,
    });
    expect(ask(desk, metric)[0]).toMatchObject({ value, n: 20 });
  });
});
