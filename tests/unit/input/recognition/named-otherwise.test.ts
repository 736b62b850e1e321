import { describe, expect, it } from 'vitest';
import { ask, readFiles } from '../../../desk.ts';

const day = (i: number): string => `2026-03-${String(i + 1).padStart(2, '0')}`;

describe('a file that is called like a list of something else', () => {
  it('is tickets where somebody wrote each row at some time', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, i) =>
        `${900 + i},${day(i)}T09:00:00Z,Sync stops in room ${i},"Since yesterday it stops, what can I do about it?",user${i}`,
    );
    const { desk } = await readFiles({
      'questions.csv': `id,created,title,content,creator\n${rows.join('\n')}\n`,
    });
    expect(ask(desk, 'created')[0]).toMatchObject({ value: 12 });
  });

  it('is tickets where each row was answered and ended; those the desk began have no first response', async () => {
    const rows = Array.from({ length: 12 }, (_, i) =>
      i % 2 === 0
        ? `${i},${day(i)}T09:00:00Z,${day(i)}T09:01:00Z,${day(i)}T09:10:00Z,inbound,Ben,Service`
        : `${i},${day(i)}T09:00:00Z,${day(i)}T09:00:00Z,${day(i)}T09:10:00Z,outbound,Ana,Sales`,
    );
    const { desk } = await readFiles({
      'calls.csv': `id,createdAt,answeredAt,closedAt,direction,assigneeName,queueName\n${rows.join('\n')}\n`,
    });
    expect(ask(desk, 'first_response_time')[0]).toMatchObject({ value: 60_000, n: 6 });
  });
});
