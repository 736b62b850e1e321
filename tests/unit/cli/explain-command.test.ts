import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metrics } from '../../../src/analysis/metrics/index.ts';
import { run } from '../../../src/cli/commands/explain.ts';
import { memoryIo } from './memory-io.ts';

let folder = '';

/** Two weeks of tickets, six a day, every fifth one still open, every seventh unanswered, one in two with a rating. */
const tickets = Array.from({ length: 84 }, (_, i) => {
  const day = String(2 + Math.floor(i / 6)).padStart(2, '0');
  const stamp = (hour: number): string => `2026-11-${day}T${String(hour).padStart(2, '0')}:00:00Z`;
  const isOpen = i % 5 === 0;
  return [
    i + 1,
    stamp(8 + (i % 6)),
    i % 7 === 0 ? '' : stamp(9 + (i % 6)),
    isOpen ? '' : stamp(12 + (i % 6)),
    isOpen ? 'open' : 'solved',
    ['Billing', 'Tech'][i % 2],
    `customer-${i % 20}@example.org`,
    i % 4,
  ].join(',');
});
const surveys = Array.from(
  { length: 42 },
  (_, i) => `${2 * i + 1},${1 + (i % 5)},2026-11-${String(2 + Math.floor(i / 3)).padStart(2, '0')}T20:00:00Z`,
);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-explain-'));
  const head = 'id,created_at,first_response_at,solved_at,status,group,requester,replies';
  writeFileSync(path.join(folder, 'tickets.csv'), `${[head, ...tickets].join('\n')}\n`);
  writeFileSync(
    path.join(folder, 'surveys.csv'),
    `${['ticket_id,score,answered_at', ...surveys].join('\n')}\n`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Receipt {
  readonly tickets: number;
  readonly entries: number | null;
  readonly used: number;
  readonly left_out: Readonly<Record<string, number>>;
}

async function receiptOf(
  metric: string,
  options: { period?: string; where?: string } = {},
): Promise<Receipt> {
  const io = memoryIo({ cwd: folder });
  const files = ['tickets.csv', 'surveys.csv'].map((name) => path.join(folder, name));
  expect(await run([metric, ...files], { ...options, format: 'json' } as Parameters<typeof run>[1], io)).toBe(
    0,
  );
  return JSON.parse(io.stdout.text()).receipt;
}

describe('a receipt adds up', () => {
  const questions = [
    {},
    { period: '2026-W46' },
    { where: 'group = Billing' },
    { period: '2026-W46', where: 'group = Billing' },
  ];

  it.each(metrics.map(({ id }) => id))('of %s', async (id) => {
    for (const question of questions) {
      const { entries, used, left_out: leftOut, tickets: all } = await receiptOf(id, question);
      expect(all).toBe(84);
      const sum = Object.values(leftOut).reduce((total, count) => total + count, used);
      if (entries === null) expect([used, leftOut]).toEqual([0, {}]);
      else expect([id, question, sum]).toEqual([id, question, entries]);
      if (!/^(?:csat|nps|ces|retention|churn)/.test(id) && entries !== null) expect(entries).toBe(84);
    }
  });

  it('and says which part lies outside the question', async () => {
    // Week 46 begins on 9 November: days 7 to 13 of 14, so 42 of 84 tickets; half of them are Billing's.
    const created = await receiptOf('created', { period: '2026-W46', where: 'group = Billing' });
    expect(created).toMatchObject({ used: 21, left_out: { not_in_period: 21, not_matching: 42 } });
    // Open at the end: every fifth of 84 is 17; 1, 6, 11, … alternate between the groups, so 9 are Billing's.
    const backlog = await receiptOf('backlog', { where: 'group = Billing' });
    expect(backlog).toMatchObject({
      entries: 84,
      used: 9,
      left_out: { not_counted_then: 33, not_matching: 42 },
    });
    // 42 answers, all in the two weeks, to tickets 1, 3, 5, …, which are all Billing's.
    expect(await receiptOf('csat', { where: 'group = Tech' })).toMatchObject({
      entries: 42,
      used: 0,
      left_out: { not_matching: 42 },
    });
  });
});

describe('of a log', () => {
  it('names the steps that answer, end and reopen, and none where a figure does not rest on them', async () => {
    const steps = ['Ticket opened', 'First reply sent', 'Ticket closed', 'Customer informed'];
    const log = [1, 2, 3, 4, 5].flatMap((id) =>
      steps.map((name, i) => `${id},2026-03-0${i + 1}T09:0${id}:00Z,${name}`),
    );
    const file = path.join(folder, 'log.csv');
    writeFileSync(file, `Ticket ID,Timestamp,Activity\n${log.join('\n')}\n`);
    const explained = async (metric: string, format: string): Promise<string> => {
      const io = memoryIo({ cwd: folder });
      await run([metric, file], { format } as Parameters<typeof run>[1], io);
      return io.stdout.text();
    };
    const receipt = async (metric: string) => JSON.parse(await explained(metric, 'json')).receipt.steps;
    expect(await receipt('resolution_time')).toEqual([
      { step: 'First reply sent', means: 'first_response' },
      { step: 'Ticket closed', means: 'closed' },
    ]);
    expect(await receipt('retention_rate')).toEqual([]);
    expect(await explained('resolution_time', 'table')).toMatch(/Step\s+“Ticket closed” is the close/);
  });
});
