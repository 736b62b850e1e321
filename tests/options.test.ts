import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type CliOptions, deskstatAsync } from './cli.ts';

vi.setConfig({ testTimeout: 120_000 });

// An option or a setting that is read and ignored is a defect: each of these changes what comes out. Those with a golden
// case in tests/cases are not repeated here.

const folder = mkdtempSync(path.join(tmpdir(), 'deskstat-options-'));
const put = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);

async function out(args: readonly string[], options: CliOptions = {}): Promise<string> {
  const run = await deskstatAsync(args, { cwd: folder, ...options });
  expect(run.code, run.stderr).toBe(0);
  return run.stdout;
}

/** Values of one metric by segment, from CSV. */
const csv = (...args: string[]): Promise<string> => out(['metrics', ...args, '--format', 'csv']);

beforeAll(() => {
  const days = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
  put(
    'tickets.csv',
    `Ticket ID,Created at,Solved at,Status,Group,Assignee,Requester,Satisfaction rating (1-5)
${days.map((day, i) => `${i + 1},2026-03-${day}T08:00:00Z,2026-03-${day}T12:00:00Z,Solved,${i % 2 ? 'Billing L1' : 'billing-queue'},${i % 3 ? 'pnair' : 'priya@example.com'},c${i}@example.com,${1 + (i % 5)}`).join('\n')}\n`,
  );
  put(
    'numeric.csv',
    `Ticket ID,Created at,Status\n${days.map((day, i) => `${i + 1},${day}/03/2026 08:00,Open`).join('\n')}\n`,
  );
  put(
    'effort.csv',
    `Response ID,Answered at,Effort score (1-7)\n${days.map((day, i) => `${i},2026-03-${day}T08:00:00Z,${1 + (i % 7)}`).join('\n')}\n`,
  );
  put(
    'answers.csv',
    `ticket_id,score,answered_at\n1,5,2026-03-02T08:00:00Z\n2,1,2026-03-03T08:00:00Z\n3,4,2026-03-03T08:00:00Z\n`,
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('every option has an effect', () => {
  it('--date-order decides what 03/04 is', async () => {
    const days = async (order: string) =>
      (await csv('numeric.csv', '--date-order', order, '--every', 'month', '--metric', 'created'))
        .trim()
        .split('\n').length;
    expect(await days('day')).toBe(2); // all in March
    expect(await days('month')).toBe(13); // the third of each month
  });

  it('--ces-low-is-easy turns the scale round', async () => {
    const pinned = ['effort.csv', '--surveys', 'effort.csv', '--metric', 'ces'];
    const low = await deskstatAsync(['metrics', ...pinned, '--ces-low-is-easy', '--format', 'csv'], {
      cwd: folder,
    });
    const plain = await deskstatAsync(['metrics', ...pinned, '--format', 'csv'], { cwd: folder });
    expect([low.stdout, low.stderr]).not.toEqual([plain.stdout, plain.stderr]);
  });

  it('--tickets and --surveys say what a file is, and name it', async () => {
    const both = await csv(
      '--tickets',
      'tickets.csv',
      '--surveys',
      'answers.csv',
      '--metric',
      'created,csat',
    );
    expect(both).toMatch(/created,count,,tickets,12,12/);
    expect(both).toMatch(/csat,share,,share,0\.6666666666666666,3/);
    expect(await out(['explain', 'csat', '--tickets', 'tickets.csv', '--surveys', 'answers.csv'])).toMatch(
      /Used +3/,
    );
  });

  it('--preset reads a file as that tool writes it, or says that it cannot be', async () => {
    const run = await deskstatAsync(['metrics', 'tickets.csv', '--preset', 'qualtrics'], { cwd: folder });
    expect([run.code, run.stderr]).toEqual([expect.any(Number), expect.stringContaining('qualtrics')]);
    expect(run.code).not.toBe(0);
  });

  it('--pseudonyms: the same person has one name in every command, another under another salt', async () => {
    const by = ['tickets.csv', '--by', 'assignee', '--metric', 'created', '--pseudonyms'];
    const names = (text: string): string[] => [...new Set(text.match(/person-[0-9a-z]{12}/g) ?? [])].sort();
    const metrics = names(await csv(...by));
    expect(metrics).toHaveLength(2);
    const tickets = await out(['tickets', 'tickets.csv', '--format', 'csv', '--pseudonyms']);
    expect(names(tickets)).toEqual(expect.arrayContaining(metrics));
    expect(tickets).not.toMatch(/pnair|priya|c1@example/);
    const salted = names(
      await out(['metrics', ...by, '--format', 'csv'], { env: { DESKSTAT_SALT: 'a secret' } }),
    );
    expect(salted.filter((name) => metrics.includes(name))).toEqual([]);
    const column = await csv(
      'tickets.csv',
      '--by',
      'column:Requester',
      '--metric',
      'created',
      '--pseudonyms',
    );
    expect(column).not.toContain('@example.com');
    // Figures stay what they are.
    const values = (text: string): string[] =>
      text
        .split('\n')
        .map((line) => line.replace(/person-\w+|pnair|priya@example\.com/, ''))
        .sort();
    expect(values(await csv(...by))).toEqual(values(await csv(...by.slice(0, -1))));
  });

  it('says when pseudonyms have no secret of their own', async () => {
    const warned = await deskstatAsync(['tickets', 'tickets.csv', '--pseudonyms', '-q'], { cwd: folder });
    expect(warned.stderr).toContain('without a secret of yours');
    const salted = await deskstatAsync(['tickets', 'tickets.csv', '--pseudonyms', '-q'], {
      cwd: folder,
      env: { DESKSTAT_SALT: 'x' },
    });
    expect(salted.stderr).toBe('');
  });

  it('-q and -o: files get what stdout would', async () => {
    const plain = await csv('tickets.csv', '--metric', 'created');
    expect(await csv('tickets.csv', '--metric', 'created', '-q', '-o', 'a.csv')).toBe('');
    expect(readFileSync(path.join(folder, 'a.csv'), 'utf8')).toBe(plain);
  });

  it('--compare is shown to people too', async () => {
    const args = ['metrics', 'tickets.csv', '--every', 'week', '--metric', 'created'];
    expect(await out([...args, '--compare', 'previous'])).toMatch(/Before +Change/);
    expect(await out(args)).not.toMatch(/Before/);
  });
});

describe('every setting has an effect', () => {
  const withSettings = (text: string, ...args: string[]): Promise<string> => {
    put('settings.yaml', text);
    return csv(...args, '--config', 'settings.yaml');
  };

  it('agents and groups: other names become one', async () => {
    const agents = "agents:\n  'Priya Nair': [pnair, priya@example.com]\n";
    expect(await withSettings(agents, 'tickets.csv', '--by', 'assignee', '--metric', 'created')).toContain(
      'Priya Nair,created,count,,tickets,12,12',
    );
    const groups = 'groups:\n  Billing: [billing-queue, Billing L1]\n';
    expect(await withSettings(groups, 'tickets.csv', '--by', 'group', '--metric', 'created')).toContain(
      'Billing,created,count,,tickets,12,12',
    );
  });

  it('csat_boxes: from which score on an answer is satisfied', async () => {
    const args = ['tickets.csv', '--metric', 'csat'];
    const share = (text: string): number => Number(text.split('\n')[1].split(',')[6]);
    expect(share(await csv(...args))).toBe(4 / 12);
    expect(share(await withSettings('csat_boxes:\n  1-5: 3\n', ...args))).toBe(6 / 12);
  });

  it('min_group, pseudonyms, compare, period, tz, dimensions', async () => {
    const args = ['tickets.csv', '--by', 'group', '--metric', 'created'];
    expect((await withSettings('min_group: 7\n', ...args)).trim().split('\n')).toHaveLength(1);
    expect(
      await withSettings('pseudonyms: true\n', 'tickets.csv', '--by', 'assignee', '--metric', 'created'),
    ).toMatch(/person-/);
    expect(
      await withSettings('compare: previous\n', 'tickets.csv', '--every', 'week', '--metric', 'created'),
    ).toMatch(/before,before_n,change,change_low,change_high,verdict/);
    expect(await withSettings('period: 2026-W10\n', 'tickets.csv', '--metric', 'created')).toContain(
      'tickets,7,7',
    );
    expect(
      await withSettings('tz: Asia/Dhaka\n', 'tickets.csv', '--every', 'month', '--metric', 'created'),
    ).toContain('+06:00');
    const dimensions = 'dimensions:\n  queue: Group\n';
    expect(await withSettings(dimensions, 'tickets.csv', '--by', 'queue', '--metric', 'created')).toContain(
      'Billing L1',
    );
    expect(
      await withSettings(dimensions, 'tickets.csv', '--where', "queue = 'Billing L1'", '--metric', 'created'),
    ).toContain('tickets,6,6');
  });
});
