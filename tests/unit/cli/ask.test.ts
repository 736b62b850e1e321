import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandList } from '../../../src/cli/command-list.ts';
import { ask, computeMetrics, readTickets } from '../../../src/index.ts';
import { questionOptions } from '../../../src/settings/question-options.ts';

let folder = '';
const at = (name: string): string => path.join(folder, name);
// Created on 1 March at 20:00 UTC, which is the 2nd in Dhaka; answered after 90 minutes.
const tickets = `Ticket ID,Created at,First response at,Status,Agent
1,2026-03-01T20:00:00Z,2026-03-01T21:30:00Z,Open,Ann
2,2026-03-03T20:00:00Z,,New,
`;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-ask-'));
  writeFileSync(at('tickets.csv'), tickets);
  writeFileSync(at('deskstat.yaml'), 'tz: Asia/Dhaka\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('ask', () => {
  it('knows every command that prints JSON', () => {
    const json = commandList.filter(({ options }) =>
      options.some((group) =>
        group.options.some(({ flags, help }) => /^--format/.test(flags) && help.includes('json')),
      ),
    );
    expect(Object.keys(questionOptions).sort()).toEqual(json.map(({ name }) => name).sort());
  });

  it('answers with options and with the settings that lie beside the data', async () => {
    const { rows, timezone } = await ask('metrics', [at('tickets.csv')], {
      options: { metric: ['created'], every: 'day', period: '2026-03' },
    });
    expect(timezone).toBe('Asia/Dhaka');
    expect(
      (rows as { period: { label: string }; value: number }[]).find(({ value }) => value === 1)?.period.label,
    ).toBe('2026-03-02');
  });

  it('gives a column a figure where the rows are asked wide', async () => {
    const { rows } = await ask('metrics', [at('tickets.csv')], {
      options: { metric: ['created', 'first_response_time.p50'], wide: true, period: 'all' },
    });
    // The answer took 90 minutes.
    expect(rows).toMatchObject([{ created: 2, 'first_response_time.p50': 5400 }]);
  });

  it('answers a check that failed, and throws what cannot be answered', async () => {
    const options = { expect: 'created < 1', period: 'all' };
    expect(await ask('check', [at('tickets.csv')], { options })).toMatchObject({ passed: false });
    const mistake = ask('check', [at('tickets.csv')], {
      options: { expect: 'frist_response_time.p50 < 1h' },
    });
    await expect(mistake).rejects.toMatchObject({ exitCode: 2 });
    await expect(ask('report', [at('none.csv')])).rejects.toMatchObject({ exitCode: 3 });
  });

  it('tells how far it is, and ends with the reason of the signal', async () => {
    const stages = new Set<string>();
    await ask('waiting', [at('tickets.csv')], { onProgress: ({ stage }) => stages.add(stage) });
    const file = at('tickets.csv');
    expect([...stages]).toEqual([`reading ${file}`, 'joining what was read', 'measuring']);
    const controller = new AbortController();
    const reason = new Error('enough');
    const given = { signal: controller.signal, onProgress: () => controller.abort(reason) };
    await expect(ask('waiting', [at('tickets.csv')], given)).rejects.toBe(reason);
    await expect(readTickets([at('tickets.csv')], { signal: controller.signal })).rejects.toBe(reason);
  });
});

describe('a desk that was read', () => {
  it('keeps its zone and hours for what is asked of it', async () => {
    const desk = await readTickets([at('tickets.csv')], { tz: 'Asia/Dhaka', hours: 'Mon-Fri 02:00-03:00' });
    const rows = computeMetrics(desk, { metrics: ['first_response_time.p50'], period: '2026-03' });
    // From 02:00 to 03:30 in Dhaka, of which an hour is open.
    expect(rows.map(({ clock, value }) => [clock, value])).toEqual([
      ['calendar', 5400],
      ['business', 3600],
    ]);
    expect(rows[0].period?.start).toBe('2026-03-01T00:00:00+06:00');
    const elsewhere = computeMetrics(desk, { metrics: ['created'], period: '2026-03', tz: 'UTC' });
    expect(elsewhere[0].period?.start).toBe('2026-03-01T00:00:00Z');
  });
});
