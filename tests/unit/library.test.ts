import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  buildReport,
  checkExpectations,
  computeMetrics,
  type Desk,
  DeskstatError,
  findIssues,
  readTickets,
  renderReport,
  retentionOf,
} from '../../src/index.ts';
import { deskstat, projectRoot } from '../cli.ts';

let folder = '';
let desk: Desk;
const files = (): string[] =>
  ['tickets.csv', 'surveys.csv', 'customers.csv'].map((name) => path.join(folder, name));
const json = (...args: string[]) => {
  const run = deskstat([...args, ...files(), '--format', 'json']);
  return JSON.parse(run.stdout);
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-library-'));
  expect(deskstat(['demo', folder, '--size', '1500']).code).toBe(0);
  // The settings of the sample desk would give the command line working hours and policies that the library is not told.
  rmSync(path.join(folder, 'deskstat.yaml'), { force: true });
  desk = await readTickets(files());
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the library says what the command line says', () => {
  it('of figures', () => {
    const rows = computeMetrics(desk, {
      metrics: ['first_response_time.p90', 'csat'],
      by: ['group'],
      period: 'last-month',
    });
    const { rows: printed } = json(
      'metrics',
      '--metric',
      'first_response_time.p90,csat',
      '--by',
      'group',
      '--period',
      'last-month',
    );
    expect(rows.length).toBeGreaterThan(4);
    expect(JSON.parse(JSON.stringify(rows))).toEqual(printed);
  });

  it('of expectations', () => {
    const expectations = [
      'first_response_time.p90 < 4h',
      'csat >= 10% by group min 1',
      'sla_resolution >= 90%',
    ];
    const rows = checkExpectations(desk, expectations, { where: 'channel != chat' });
    const { checks } = json(
      'check',
      '--where',
      'channel != chat',
      ...expectations.flatMap((text) => ['--expect', text]),
    );
    expect(JSON.parse(JSON.stringify(rows))).toEqual(checks);
    expect(rows[0].verdict).toBe('fail');
    expect(rows[0].period?.label).toMatch(/^2026-W\d\d$/);
    expect(rows.at(-1)?.verdict).toBe('unavailable');
    const [everything] = checkExpectations(desk, ['created > 0'], { period: 'all' });
    expect([everything.period, everything.value]).toEqual([null, desk.tickets.rows]);
    const [month] = checkExpectations(desk, ['created > 0 over last-month'], { period: 'all' });
    expect(month.period?.label).toMatch(/^2026-\d\d$/);
  });

  it('of recurring issues', async () => {
    const found = await findIssues(desk, { hours: 'Mon-Fri 09:00-18:00' });
    const printed = json('issues', '--hours', 'Mon-Fri 09:00-18:00');
    expect(found.tickets).toBe(printed.tickets);
    expect(found.clustered + found.leftOut).toBe(found.tickets);
    expect(found.issues.length).toBeGreaterThan(3);
    expect(
      found.issues.map(({ id, label, size, trend, firstResponseTime, firstSeen }) => [
        id,
        label,
        size,
        trend,
        firstResponseTime,
        firstSeen,
      ]),
    ).toEqual(
      printed.issues.map((each: Record<string, unknown>) => [
        each.id,
        each.label,
        each.size,
        each.trend,
        each.first_response_time_p50,
        each.first_seen,
      ]),
    );
    expect(found.issueOf).toHaveLength(desk.tickets.rows);
    expect(found.issueOf.filter((id) => id === found.issues[0].id)).toHaveLength(found.issues[0].size);
  });

  it('of retention', async () => {
    const found = await retentionOf(desk);
    expect(found?.kind).toBe('customers');
    expect((await retentionOf(desk, { kind: 'tickets', every: 'quarter' }))?.kind).toBe('tickets');
    expect(await retentionOf(desk, { kind: 'activity' })).toBeNull();
  });

  it('of the whole picture', async () => {
    const report = await buildReport(desk, { issues: false });
    const printed = json('report', '--no-issues');
    const mine = JSON.parse(await renderReport(report, 'json'));
    // The command line also says how it was called; versions differ between a build and a test.
    expect(printed).toMatchObject({ ...mine, version: printed.version });
    for (const format of ['html', 'markdown', 'table'] as const)
      expect(await renderReport(report, format)).toContain('Support report');
    expect(await renderReport(report, 'html')).toMatch(/^<!doctype html>/i);
    expect(await renderReport(report, 'table', { lang: 'bn' })).toMatch(/[০-৯]/);
    const narrow = await renderReport(report, 'table', { width: 60 });
    expect(narrow).not.toBe(await renderReport(report, 'table'));
    const withIssues = await buildReport(desk, { where: 'channel = email', period: 'last-quarter' });
    expect(withIssues.about).toMatchObject({ where: 'channel = email', schema: 'deskstat.report/1' });
    expect(withIssues.blocks.length).toBeGreaterThan(report.blocks.length - 3);
  });

  it('and fails as it fails, with the code it would end in', async () => {
    const failure = (run: () => unknown): DeskstatError => {
      try {
        run();
      } catch (error) {
        if (error instanceof DeskstatError) return error;
        throw error;
      }
      throw new Error('nothing was thrown');
    };
    expect(failure(() => checkExpectations(desk, ['first_response_time < 4h'])).exitCode).toBe(2);
    expect(failure(() => checkExpectations(desk, ['created <= baseline + 10%'])).message).toContain(
      'baseline',
    );
    expect(failure(() => computeMetrics(desk, { metrics: ['no_such'] })).exitCode).toBe(2);
    await expect(readTickets([path.join(folder, 'none.csv')])).rejects.toMatchObject({ exitCode: 3 });
    await expect(buildReport(desk, { period: 'yesterdays' })).rejects.toBeInstanceOf(DeskstatError);
  });
});

it('the example of its page names every function that the package exports, and only those', () => {
  const page = path.join(projectRoot, 'docs/library.md');
  expect(existsSync(page)).toBe(true);
  const imported = /import \{([^}]+)\} from 'deskstat'/.exec(readFileSync(page, 'utf8'))?.[1];
  expect(
    imported
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean)
      .sort(),
  ).toEqual([
    'buildReport',
    'checkExpectations',
    'computeMetrics',
    'findIssues',
    'readTickets',
    'renderReport',
    'retentionOf',
  ]);
});
