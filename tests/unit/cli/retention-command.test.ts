import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDemo } from '../../../src/cli/demo-folder.ts';
import { runCli } from '../../../src/cli/program.ts';
import { memoryIo } from './memory-io.ts';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-retention-'));
  await writeDemo(folder, { size: 1500 }, memoryIo());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const io = memoryIo({ cwd: folder });
  const files = args.map((arg) => (/^[a-z]+\.(?:csv|html)$/.test(arg) ? path.join(folder, arg) : arg));
  const config = ['--config', path.join(folder, 'deskstat.yaml')];
  const code = await runCli(['retention', ...files, ...config], io);
  return { code, out: io.stdout.text(), err: io.stderr.text() };
}

const all = ['customers.csv', 'tickets.csv', 'surveys.csv'];

describe('deskstat retention', () => {
  it('shows customers, cohorts, the curve and what goes with leaving', async () => {
    const { code, out } = await run(...all);
    expect(code).toBe(0);
    for (const part of [
      'Customer retention',
      'Cohorts',
      'Period by period',
      'How long customers stay',
      'What goes with leaving',
    ])
      expect(out).toContain(part);
    expect(out).toMatch(/An association is no proof/);
    expect(out).not.toMatch(/@example/);
  });

  it('finds problems that came back in what customers wrote, unless told not to', async () => {
    const effects = async (...more: string[]): Promise<string[]> =>
      JSON.parse((await run(...all, '--format', 'json', ...more)).out)
        .rows.filter(({ part }: { part: string }) => part === 'experience')
        .map(({ segment }: { segment: string }) => segment);
    expect(await effects()).toContain('problem_repeated');
    expect(await effects('--no-issues')).not.toContain('problem_repeated');
    expect((await run(...all)).out).toContain('Customers with the same problem again');
    // Tickets alone are asked nothing about it: to ask all the same is a mistake, not an idle word.
    expect(await run('tickets.csv', '--kind', 'tickets', '--issues')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/no list of customers with their tickets/),
    });
  });

  it('writes the same figures for programs', async () => {
    const json = JSON.parse((await run(...all, '--format', 'json')).out);
    expect(json).toMatchObject({ schema: 'deskstat.retention/1', kind: 'customers', every: 'month' });
    const parts = new Set(json.rows.map(({ part }: { part: string }) => part));
    expect([...parts]).toEqual(['period', 'cohort', 'survival', 'experience']);
    const csv = (await run(...all, '--format', 'csv')).out.trimEnd().split('\n');
    expect(csv).toHaveLength(json.rows.length + 1);
    expect(csv[0]).toMatch(/^part,period_start,period_end,period,segment,later,n,kept,value,low,high,status/);
    const october = json.rows.find(
      (row: { part: string; period: string }) => row.part === 'period' && row.period === '2026-10',
    );
    expect(october.value).toBe(october.kept / october.n);
  });

  it('calls tickets alone returning requesters, never customers who stay', async () => {
    const { code, out } = await run('tickets.csv', '--kind', 'tickets', '--every', 'week');
    expect(code).toBe(0);
    expect(out).toMatch(/^Returning requesters/);
    expect(out).toMatch(/this is\s+not loyalty/);
    expect(out).not.toMatch(/churn|Left,|Stayed/);
  });

  it('tells customers apart by a column, and writes a page that asks for nothing', async () => {
    const { out } = await run('customers.csv', '--by', 'column:Plan', '--format', 'csv');
    expect(out.split('\n').filter((line) => line.startsWith('by Plan')).length).toBe(3);
    const page = path.join(folder, 'retention.html');
    expect((await run(...all, '-q', '-o', page)).code).toBe(0);
    const html = readFileSync(page, 'utf8');
    expect(html).toMatch(/Customer retention/);
    expect(html).not.toMatch(/(?:src|href)="https?:/);
  });

  it.each(['bn', 'hi'])('speaks %s', async (lang) => {
    const { out } = await run(...all, '--lang', lang);
    expect(out).not.toMatch(/retention\.|Cohorts|Customer/);
  });

  it('says what is missing, and what to type', async () => {
    const lonely = path.join(folder, 'lonely.csv');
    writeFileSync(lonely, 'Ticket ID,Created at,Status\n1,2026-01-01T00:00:00Z,open\n');
    expect(await run('lonely.csv')).toMatchObject({
      code: 3,
      err: expect.stringMatching(/nothing here tells who stays/),
    });
    expect((await run('tickets.csv', '--kind', 'activity')).code).toBe(3);
    expect(await run('customers.csv', '--by', 'plan')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/--by 'column:plan'/),
    });
    expect((await run('customers.csv', '--by', 'column:Nope')).code).toBe(3);
    expect((await run('tickets.csv', '--kind', 'tickets', '--by', 'column:Plan')).code).toBe(2);
    expect((await run('customers.csv', '--every', 'day')).code).toBe(2);
    expect((await run('customers.csv', '--kind', 'loyalty')).code).toBe(2);
  });
});
