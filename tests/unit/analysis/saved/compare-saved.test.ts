import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSavedRuns } from '../../../../src/analysis/saved/compare-saved.ts';
import { lastDayOf } from '../../../../src/analysis/saved/period-label.ts';
import { readSavedRun } from '../../../../src/analysis/saved/saved-run.ts';

const files = { old: 'old.json', new: 'new.json' };

interface Row {
  readonly label: string;
  readonly value: number | null;
  readonly n?: number;
  readonly group?: string | null;
  readonly complete?: boolean;
  readonly status?: string;
  readonly metric?: string;
}

const ends: Readonly<Record<string, readonly [string, string]>> = {
  '2026-09': ['2026-09-01T00:00:00+06:00', '2026-10-01T00:00:00+06:00'],
  '2026-10': ['2026-10-01T00:00:00+06:00', '2026-11-01T00:00:00+06:00'],
  '2026-11': ['2026-11-01T00:00:00+06:00', '2026-12-01T00:00:00+06:00'],
};

/** A saved `metrics --format json` with the rows given. */
function metricsFile(rows: readonly Row[], given: Record<string, unknown> = {}): string {
  return JSON.stringify({
    schema: 'deskstat.metrics/1',
    version: '1.0.0',
    as_of: '2026-11-15T10:00:00+06:00',
    timezone: 'Asia/Dhaka',
    sources: [{ path: 'tickets.csv', rows: 10, sha256: 'a'.repeat(64) }],
    definitions: 1,
    hours: null,
    arguments: ['metrics', 'tickets.csv', '--every', 'month'],
    settings: [],
    ...given,
    rows: rows.map(({ label, value, n = 30, group, complete = true, status = 'ok', metric = 'csat' }) => ({
      period: label === 'all' ? null : { start: ends[label]?.[0], end: ends[label]?.[1], label, complete },
      segment: group === undefined ? {} : { group },
      metric,
      stat: 'share',
      clock: null,
      unit: 'share',
      value,
      n,
      status,
    })),
  });
}

function compare(old: string, now: string) {
  return compareSavedRuns(readSavedRun(old, files.old), readSavedRun(now, files.new), files);
}

const told = (old: string, now: string) =>
  compare(old, now).differences.map(({ change, because, figure }) => [
    change,
    because,
    figure.period?.label ?? 'all',
  ]);

const earlier = { as_of: '2026-10-20T10:00:00+06:00' };

describe('new data apart from restated history', () => {
  it('calls a complete period with another figure restated, a running one new', () => {
    const old = metricsFile(
      [
        { label: '2026-09', value: 0.8 },
        { label: '2026-10', value: 0.7, complete: false },
      ],
      earlier,
    );
    const now = metricsFile([
      { label: '2026-09', value: 0.75 },
      { label: '2026-10', value: 0.6 },
      { label: '2026-11', value: 0.5, complete: false },
    ]);
    expect(told(old, now)).toEqual([
      ['restated', 'value_changed', '2026-09'],
      ['new', 'was_running', '2026-10'],
      ['new', 'after_as_of', '2026-11'],
    ]);
  });

  it('tells a changed n from a changed value, and an open window from history', () => {
    const old = metricsFile([
      { label: '2026-09', value: 0.8, n: 40 },
      { label: '2026-10', value: 0.8, status: 'window_open' },
    ]);
    const now = metricsFile([
      { label: '2026-09', value: 0.8, n: 41 },
      { label: '2026-10', value: 0.7 },
    ]);
    expect(told(old, now)).toEqual([
      ['restated', 'count_changed', '2026-09'],
      ['new', 'window_was_open', '2026-10'],
    ]);
  });

  it('finds segments that came and went in a complete period', () => {
    const old = metricsFile([
      { label: '2026-09', value: 0.8, group: 'Billing' },
      { label: '2026-09', value: 0.9, group: 'Chat' },
      { label: '2026-09', value: null, n: 0, group: 'Empty' },
    ]);
    const now = metricsFile([
      { label: '2026-09', value: 0.8, group: 'Billing' },
      { label: '2026-09', value: 0.9, group: 'Live chat' },
    ]);
    expect(
      compare(old, now).differences.map(({ change, because, figure }) => [
        change,
        because,
        figure.segment.group,
      ]),
    ).toEqual([
      ['restated', 'appeared', 'Live chat'],
      ['gone', 'disappeared', 'Chat'],
    ]);
  });

  it('does not compare what only one run was asked for', () => {
    const old = metricsFile([{ label: '2026-09', value: 0.8, metric: 'csat' }]);
    const now = metricsFile([
      { label: '2026-09', value: 0.8, metric: 'csat' },
      { label: '2026-09', value: 0.1, metric: 'reopen_rate' },
    ]);
    expect(told(old, now)).toEqual([['only_new', 'not_asked', '2026-09']]);
    expect(told(now, old)).toEqual([['only_old', 'not_asked', '2026-09']]);
  });

  it('calls a month gone that runs over everything no longer have, and no longer asked for under --period', () => {
    const old = [
      { label: '2026-09', value: 0.8 },
      { label: '2026-10', value: 0.7 },
    ];
    const now = [{ label: '2026-10', value: 0.7 }];
    expect(told(metricsFile(old), metricsFile(now))).toEqual([['gone', 'disappeared', '2026-09']]);
    const asked = { arguments: ['metrics', 'tickets.csv', '--every', 'month', '--period', '2026-10'] };
    expect(told(metricsFile(old), metricsFile(now, asked))).toEqual([['only_old', 'not_asked', '2026-09']]);
  });

  it('lets figures over everything grow with the data, but not without', () => {
    const old = [{ label: 'all', value: 0.8 }];
    const now = [{ label: 'all', value: 0.7 }];
    expect(told(metricsFile(old, earlier), metricsFile(now))).toEqual([['new', 'everything_so_far', 'all']]);
    expect(told(metricsFile(old), metricsFile(now))).toEqual([['restated', 'value_changed', 'all']]);
  });

  it('finds nothing between a run and itself, whatever it holds', () => {
    const rows = fc.uniqueArray(
      fc.record({
        label: fc.constantFrom('2026-09', '2026-10', '2026-11', 'all'),
        group: fc.constantFrom('a', 'b', null),
        value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
        complete: fc.boolean(),
      }),
      { selector: ({ label, group }) => `${label} ${group}` },
    );
    fc.assert(
      fc.property(rows, (each) => {
        const { differences, same, causes } = compare(metricsFile(each), metricsFile(each));
        expect(differences).toEqual([]);
        expect(same).toBe(each.length);
        expect(causes).toEqual([]);
      }),
    );
  });

  it('sorts every figure into one place: those of the new run, then what is left of the old', () => {
    const value = fc.constantFrom(0.1, 0.2);
    const rows = fc.uniqueArray(
      fc.record({
        label: fc.constantFrom('2026-09', '2026-10', '2026-11'),
        group: fc.constantFrom('a', 'b'),
        value,
      }),
      { selector: ({ label, group }) => `${label} ${group}` },
    );
    fc.assert(
      fc.property(rows, rows, (old, now) => {
        const { differences, same } = compare(metricsFile(old), metricsFile(now));
        const left = old.filter((a) => !now.some((b) => a.label === b.label && a.group === b.group));
        expect(differences.length + same).toBe(now.length + left.length);
      }),
    );
  });
});

describe('why figures differ', () => {
  it('names the input, settings, hours, version, as-of and options that differ', () => {
    const now = metricsFile([], {
      version: '1.1.0',
      as_of: '2026-11-16T10:00:00+06:00',
      hours: 'Mon-Fri 09:00-18:00',
      sources: [
        { path: 'tickets.csv', rows: 11, sha256: 'b'.repeat(64) },
        { path: 'surveys.csv', rows: 4, sha256: 'c'.repeat(64) },
      ],
      settings: [{ path: 'deskstat.yaml', sha256: 'd'.repeat(64) }],
      arguments: ['metrics', 'tickets.csv', '--every', 'week'],
    });
    expect(compare(metricsFile([]), now).causes).toEqual([
      { code: 'input_changed', path: 'tickets.csv', old: 'a'.repeat(64), new: 'b'.repeat(64) },
      { code: 'input_added', path: 'surveys.csv' },
      { code: 'as_of', old: '2026-11-15T10:00:00+06:00', new: '2026-11-16T10:00:00+06:00' },
      { code: 'settings_changed', path: 'deskstat.yaml' },
      { code: 'hours', old: null, new: 'Mon-Fri 09:00-18:00' },
      { code: 'version', old: '1.0.0', new: '1.1.0' },
      { code: 'arguments', old: ['metrics', '--every', 'month'], new: ['metrics', '--every', 'week'] },
    ]);
  });

  it('takes a renamed file with the same bytes for the same file', () => {
    const renamed = metricsFile([], {
      sources: [{ path: 'export-2.csv', rows: 10, sha256: 'a'.repeat(64) }],
      arguments: ['metrics', 'export-2.csv', '--every', 'month'],
    });
    expect(compare(metricsFile([]), renamed).causes).toEqual([]);
  });
});

describe('what cannot be compared', () => {
  it.each([
    ['other zones', { timezone: 'UTC' }, 'cut in UTC, and those of old.json in Asia/Dhaka'],
    ['other definitions', { definitions: 2 }, 'definitions are version 2, and those of old.json version 1'],
    [
      'other commands',
      { schema: 'deskstat.report/1', blocks: [] },
      'it is of "deskstat report", and old.json of "deskstat metrics"',
    ],
  ])('refuses %s', (_, given, reason) => {
    expect(() => compare(metricsFile([]), metricsFile([], given))).toThrow(reason);
  });

  it.each([
    ['no JSON', 'period,metric', 'it is not JSON'],
    ['no result of deskstat', '{"rows":[]}', 'it is no result of deskstat'],
    ['another command', '{"schema":"deskstat.check/1"}', 'it holds deskstat.check/1'],
    ['half a result', '{"schema":"deskstat.metrics/1","timezone":"UTC"}', 'parts of it are missing'],
    ['a list', '[]', 'it is no result of deskstat'],
  ])('refuses %s', (_, text, reason) => {
    expect(() => readSavedRun(text, 'x.json')).toThrow(reason);
  });
});

/** A saved `report --format json` of a week, with one chart of days. */
function reportFile(week: string, days: readonly (readonly [string, number])[], asOf: string): string {
  const label = { code: 'metric.created', args: {}, text: 'New tickets' };
  const count = (value: number) => ({ type: 'count', unit: 'tickets', value, n: null, status: 'ok' });
  return JSON.stringify({
    schema: 'deskstat.report/1',
    as_of: asOf,
    timezone: 'UTC',
    sources: [],
    period: { start: `${days[0][0]}T00:00:00Z`, end: asOf, label: week, complete: true },
    blocks: [
      { kind: 'figures', items: [{ metric: 'created', label, value: count(days.length) }] },
      {
        kind: 'series',
        id: 'volume',
        unit: 'tickets',
        x: days.map(([day]) => day),
        lines: [{ label, values: days.map(([, value]) => value) }],
      },
      {
        kind: 'table',
        id: 'by-group',
        columns: [{ key: 'group' }, { key: 'tickets' }],
        rows: [[{ type: 'text', text: 'Billing' }, count(4)]],
      },
      {
        kind: 'table',
        id: 'waiting',
        columns: [{ key: 'id' }, { key: 'n' }],
        rows: [[{ type: 'text', text: '1' }, count(4)]],
      },
    ],
  });
}

describe('saved reports', () => {
  it('holds the days of two weekly reports against each other', () => {
    const old = reportFile(
      '2026-W44',
      [
        ['2026-10-30', 5],
        ['2026-10-31', 6],
        ['2026-11-01', 2],
      ],
      '2026-11-01T12:00:00Z',
    );
    const now = reportFile(
      '2026-W45',
      [
        ['2026-10-31', 9],
        ['2026-11-01', 7],
        ['2026-11-02', 3],
      ],
      '2026-11-08T12:00:00Z',
    );
    const { differences } = compare(old, now);
    expect(
      differences.map(({ change, because, figure }) => [
        change,
        because,
        figure.period?.label,
        figure.metric,
      ]),
    ).toEqual([
      // The week itself is another one: its figures are new.
      ['new', 'after_as_of', '2026-W45', 'created'],
      ['restated', 'value_changed', '2026-10-31', 'created'],
      ['new', 'was_running', '2026-11-01', 'created'],
      ['new', 'after_as_of', '2026-11-02', 'created'],
      ['new', 'after_as_of', '2026-W45', 'tickets'],
      ['only_old', 'not_asked', '2026-W44', 'created'],
      ['only_old', 'not_asked', '2026-10-30', 'created'],
      ['only_old', 'not_asked', '2026-W44', 'tickets'],
    ]);
  });
});

// Python: date.fromisocalendar(2026, 53, 7) == date(2027, 1, 3); date.fromisocalendar(2025, 1, 7) == date(2025, 1, 5)
describe('lastDayOf', () => {
  it.each([
    ['2026-11-05', '2026-11-05'],
    ['2026-W44', '2026-11-01'],
    ['2026-W53', '2027-01-03'],
    ['2025-W01', '2025-01-05'],
    ['2028-02', '2028-02-29'],
    ['2026-Q3', '2026-09-30'],
    ['2026', '2026-12-31'],
    ['2–3d', null],
    ['2026-10-01/2026-10-09', null],
  ])('%s ends on %s', (label, day) => {
    expect(lastDayOf(label)).toBe(day);
  });
});
