import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ask,
  buildReport,
  checkExpectations,
  computeMetrics,
  type Desk,
  findIssues,
  readTickets,
} from '../../src/index.ts';

let folder = '';
let desk: Desk;
let plain: Desk;
const at = (name: string): string => path.join(folder, name);
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

// All created on Monday, 2 March 2026, at 08:00 in Dhaka (02:00 UTC), an hour before work begins.
const tickets = `Ticket ID,Created at,First response at,Solved at,Status,Group,Product,Subject
1,2026-03-02T02:00:00Z,2026-03-02T04:00:00Z,2026-03-02T06:00:00Z,Solved,Care,Cable,The cable is torn
2,2026-03-02T02:00:00Z,2026-03-02T05:00:00Z,2026-03-03T06:00:00Z,Solved,Care,Cable,The cable came torn again
3,2026-03-02T02:00:00Z,2026-03-04T04:00:00Z,2026-03-05T06:00:00Z,Solved,Sales,Router,No invoice came
`;
const settings = `tz: Asia/Dhaka
title: Cable desk
hours: Mon-Fri 09:00-17:00
holidays: ['2026-03-03']
min_group: 2
period: 2026-03
dimensions: { product: Product }
sla:
  - name: all
    targets: { first_response: 1h 30m }
    clock: business
checks:
  - expect: created = 4
`;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-settings-'));
  writeFileSync(at('tickets.csv'), tickets);
  writeFileSync(at('desk.yaml'), settings);
  desk = await readTickets([at('tickets.csv')], { config: at('desk.yaml') });
  plain = await readTickets([at('tickets.csv')]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a desk that was read with settings', () => {
  it('is measured by its zone, hours, holidays and policies', () => {
    const rows = computeMetrics(desk, { metrics: ['first_response_time.max', 'sla_first_response'] });
    const of = (metric: string, clock: string) =>
      rows.find((row) => row.metric === metric && row.clock === clock)?.value;
    // From 09:00 on the 2nd to 10:00 on the 4th, without the holiday between: eight hours and one.
    expect(of('first_response_time', 'business')).toBe(9 * 3600);
    expect(of('first_response_time', 'calendar')).toBe(50 * 3600);
    // Answered after one, two and nine hours of work, and an hour and a half is agreed.
    expect(rows.find(({ metric }) => metric === 'sla_first_response')?.value).toBeCloseTo(1 / 3, 15);
  });

  it('knows columns by the names of the settings, and hides groups that are too small', () => {
    const rows = computeMetrics(desk, { metrics: ['created'], by: ['product'], where: 'product != none' });
    expect(rows.map(({ segment, value, status }) => [segment, value, status])).toEqual([
      [{ product: 'Cable' }, 2, 'ok'],
    ]);
    expect(computeMetrics(desk, { metrics: ['created'], by: ['product'], minGroup: 1 })[1]).toMatchObject({
      segment: { product: 'Router' },
      value: 1,
    });
  });

  it('is held to its checks, and to others where they are given', () => {
    expect(checkExpectations(desk).map(({ expect: text, verdict }) => [text, verdict])).toEqual([
      ['created = 4', 'fail'],
    ]);
    expect(checkExpectations(desk, ['created = 3'])[0].verdict).toBe('pass');
    expect(checkExpectations(plain)).toEqual([]);
  });

  it('is reported under its title and period, unless a call says otherwise', async () => {
    expect((await buildReport(desk, { issues: false })).about).toMatchObject({
      timezone: 'Asia/Dhaka',
      period: { label: '2026-03' },
    });
    const zoned = await buildReport(desk, { issues: false, tz: 'UTC', period: '2026-03-02' });
    expect(zoned.about).toMatchObject({ timezone: 'UTC', period: { label: '2026-03-02' } });
    expect((await findIssues(desk, { period: 'all' })).tickets).toBe(3);
  });

  it('keeps its own holidays under hours that a call names', () => {
    const [row] = computeMetrics(desk, {
      metrics: ['first_response_time.max@business'],
      hours: 'Mon-Fri 09:00-13:00',
    });
    expect(row.value).toBe(5 * 3600);
  });

  it('refuses a weekday that is none', () => {
    expect(() => computeMetrics(desk, { weekStarts: 'funday' })).toThrow('funday');
  });
});

describe('a desk that was read may be asked in place of its files', () => {
  const options = { period: '2026-03' };

  it.each(['report', 'metrics', 'agents', 'tickets', 'waiting', 'check', 'issues'] as const)(
    '%s',
    async (question) => {
      const own = question === 'waiting' ? {} : options;
      const asked = async (about: Desk | string) =>
        ask(question, [about], {
          options: typeof about === 'string' ? { ...own, config: at('desk.yaml') } : own,
        }).catch(({ message, exitCode }) => ({ message, exitCode }));
      const { recipe: _, ...fromFiles } = (await asked(at('tickets.csv'))) as Record<string, unknown>;
      const { recipe: __, ...fromDesk } = (await asked(desk)) as Record<string, unknown>;
      expect(withoutDigests(fromDesk)).toEqual(withoutDigests(fromFiles));
    },
  );

  it.each([{ tz: 'America/New_York' }, { hours: 'Mon-Fri 09:00-13:00' }, { weekStarts: 'sunday' }])(
    'in a time of its own, as the figures are computed: %o',
    async (time) => {
      const metric = ['created', 'first_response_time.max', 'sla_first_response'];
      const { rows } = await ask('metrics', [desk], {
        options: { metric, every: 'day', period: 'all', ...time },
      });
      expect(rows).toEqual(
        JSON.parse(
          JSON.stringify(computeMetrics(desk, { metrics: metric, every: 'day', period: 'all', ...time })),
        ),
      );
    },
  );

  it('by recurring issue too', async () => {
    const by = { metric: ['created'], by: ['issue'], minGroup: 1, period: 'all' };
    const { rows } = await ask('metrics', [desk], { options: by });
    const read = await ask('metrics', [at('tickets.csv')], { options: { ...by, config: at('desk.yaml') } });
    expect(rows).toEqual(read.rows);
  });

  it('explain, of the figure that is named before it', async () => {
    const receipt = await ask('explain', ['first_response_time.max', desk]);
    const read = await ask('explain', ['first_response_time.max', at('tickets.csv')], {
      options: { config: at('desk.yaml') },
    });
    expect(receipt).toEqual(read);
  });

  it('but not of how it is read, nor what looks at files', async () => {
    await expect(ask('metrics', [desk], { options: { preset: 'zendesk' } })).rejects.toThrow(/--preset/);
    await expect(ask('metrics', [desk, at('tickets.csv')])).rejects.toThrow(/one desk/);
    await expect(ask('inspect', [desk])).rejects.toThrow(/files/);
  });
});

/** Files that a program reads once are not hashed. */
function withoutDigests(answer: Record<string, unknown>): unknown {
  const sources = (answer.sources as Record<string, unknown>[] | undefined)?.map(
    ({ sha256: _, ...source }) => source,
  );
  return json({ ...answer, sources });
}
