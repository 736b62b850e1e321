import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CliOptions, type CliRun, deskstat, projectRoot } from './cli.ts';
import { describeShared, sharedData } from './shared-data.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-check-'));
  const demo = deskstat(['demo', folder, '--size', '1500', '--force']);
  expect(demo.code, demo.stderr).toBe(0);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const check = (args: readonly string[], more: CliOptions = {}): CliRun =>
  deskstat(['check', 'tickets.csv', 'surveys.csv', ...args], { cwd: folder, ...more });
const expecting = (...texts: readonly string[]): string[] => texts.flatMap((text) => ['--expect', text]);
const file = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

interface CheckJson {
  readonly schema: string;
  readonly passed: boolean;
  readonly checks: readonly {
    readonly verdict: string;
    readonly segment: Record<string, string | null>;
    readonly value: number | null;
    readonly limit: number | null;
    readonly n: number;
    readonly low: number | null;
    readonly high: number | null;
    readonly stat: string;
    readonly clock: string | null;
    readonly period: { readonly label: string } | null;
    readonly reason: string | null;
  }[];
  readonly breaches: readonly {
    readonly ticket_id: string;
    readonly late_by: number;
    readonly clock: string;
  }[];
  readonly at_risk?: readonly unknown[];
}
const json = (args: readonly string[], more: CliOptions = {}): CheckJson =>
  JSON.parse(check([...args, '--format', 'json'], more).stdout);

describe('the exit code of check', () => {
  it.each([
    ['everything holds', expecting('backlog <= 5000', 'csat > 1%'), 0],
    ['one fails', expecting('backlog <= 5000', 'csat > 99.9%'), 1],
    ['a metric is unavailable, and another fails', expecting('nps > 3', 'csat > 99.9%'), 3],
    ['no ticket fits the filter', expecting("backlog <= 5000 where group = 'Nobody'"), 4],
    ['no data, and another fails', expecting("backlog <= 5000 where group = 'Nobody'", 'csat > 99.9%'), 1],
    ['no data is allowed', [...expecting("backlog <= 5000 where group = 'Nobody'"), '--allow-no-data'], 0],
    ['too few', expecting('csat > 99.9% min 100000'), 0],
    ['too few fails', [...expecting('csat > 99.9% min 100000'), '--fail-on-too-few'], 1],
    ['a period before the data', expecting('created >= 0 over 2015-03'), 4],
    ['unknown metric', expecting('cast > 3%'), 2],
    ['a percentile outside 0–100', expecting('first_response_time.p101 < 3h'), 2],
    ['a duration without unit', expecting('first_response_time.p90 < 3'), 2],
    ['a threshold without a value', expecting('csat >='), 2],
    ['a baseline that is not there', expecting('csat >= baseline'), 2],
    ['a baseline file that is not there', [...expecting('csat >= baseline'), '--baseline', 'no.json'], 2],
  ])('%s', (_, args, code) => {
    const run = check(args);
    expect(run.code, `${run.stdout}${run.stderr}`).toBe(code);
    expect(run.stderr).not.toContain('    at ');
  });

  it('is 2 without any expectation: an empty gate is no pass', () => {
    // Away from the settings, which are found beside the first file, too.
    const away = mkdtempSync(path.join(tmpdir(), 'deskstat-no-settings-'));
    copyFileSync(path.join(folder, 'tickets.csv'), path.join(away, 'tickets.csv'));
    const run = deskstat(['check', 'tickets.csv'], { cwd: away });
    rmSync(away, { recursive: true });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('nothing is expected');
  });

  it('is that of the checks in deskstat.yaml where nothing is typed, under their names', () => {
    const run = check([]);
    expect(run.stdout).toContain('backlog stays small');
    expect([0, 1]).toContain(run.code);
  });

  it('points at file, line and column of a mistake in deskstat.yaml', () => {
    writeFileSync(
      path.join(folder, 'wrong.yaml'),
      'checks:\n  - csat >= 90%\n  - first_response_time.p90 < four\n',
    );
    const run = check(['--config', 'wrong.yaml']);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('wrong.yaml:3:31');
    writeFileSync(
      path.join(folder, 'wrong-sla.yaml'),
      'sla:\n  - name: A\n    when: priority = \n    targets: {first_response: 4h}\n',
    );
    const policy = check(['--config', 'wrong-sla.yaml', ...expecting('sla_first_response > 1%')]);
    expect(policy.code).toBe(2);
    expect(policy.stderr).toContain('wrong-sla.yaml:3:');
    writeFileSync(
      path.join(folder, 'no-hours.yaml'),
      'sla:\n  - name: A\n    clock: business\n    targets: {first_response: 4h}\n',
    );
    expect(check(['--config', 'no-hours.yaml', ...expecting('sla_first_response > 1%')]).code).toBe(2);
  });

  it('survives a reader that goes away', () => {
    const bin = path.join(projectRoot, 'bin/deskstat.js');
    const script = `node "${bin}" check tickets.csv --expect 'csat > 99.9%' --expect 'backlog < 0.5' | head -1; echo "\${PIPESTATUS[0]}"`;
    const run = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
    expect(run.stdout.trim().split('\n').at(-1)).toBe('1');
  });
});

describe('verdicts', () => {
  it('agree with metrics: value, n and interval of every segment', () => {
    const run = deskstat(
      ['metrics', 'tickets.csv', 'surveys.csv', '--metric', 'csat', '--by', 'group', '--format', 'json'],
      { cwd: folder },
    );
    const { rows } = JSON.parse(run.stdout) as {
      rows: { segment: object; value: number; n: number; low: number; high: number }[];
    };
    const { checks } = json(['--period', 'all', ...expecting('csat >= 70% by group')]);
    expect(checks.map(({ segment, value, n, low, high }) => ({ segment, value, n, low, high }))).toEqual(
      rows
        .filter(({ n }) => n > 0)
        .map(({ segment, value, n, low, high }) => ({ segment, value, n, low, high })),
    );
    for (const { value, verdict, n } of checks)
      if (n >= 5) expect(verdict).toBe((value as number) >= 0.7 ? 'pass' : 'fail');
  });

  it('on quantiles of created tickets agree with metrics --censored', () => {
    const run = deskstat(
      [
        'metrics',
        'tickets.csv',
        '--metric',
        'first_response_time',
        '--stat',
        'km_p90',
        '--clock',
        'both',
        '--format',
        'json',
      ],
      { cwd: folder },
    );
    const { rows } = JSON.parse(run.stdout) as { rows: { clock: string; value: number; n: number }[] };
    const { checks } = json([
      '--period',
      'all',
      ...expecting('first_response_time.p90 < 4h', 'first_response_time.p90@business < 4h'),
    ]);
    expect(checks.map(({ clock, value, n }) => ({ clock, value, n }))).toEqual(
      rows.map(({ clock, value, n }) => ({ clock, value, n })),
    );
  });

  it('on attainment agree with metrics, and list the breaches behind them', () => {
    const run = deskstat(
      [
        'metrics',
        'tickets.csv',
        '--metric',
        'sla_first_response',
        '--period',
        'last-month',
        '--format',
        'json',
      ],
      { cwd: folder },
    );
    const [row] = (JSON.parse(run.stdout) as { rows: { value: number; n: number }[] }).rows;
    const { checks, breaches, at_risk } = json([
      ...expecting('sla_first_response >= 95% over last-month'),
      '--soon',
      '4h',
    ]);
    expect([checks[0].value, checks[0].n]).toEqual([row.value, row.n]);
    expect(breaches).toHaveLength(Math.round(row.n * (1 - row.value)));
    expect(breaches.map(({ late_by }) => late_by)).toEqual(
      [...breaches.map(({ late_by }) => late_by)].sort((a, b) => b - a),
    );
    expect(at_risk).toBeInstanceOf(Array);
  });

  it('are the same bytes in any order of rows and in any machine zone', () => {
    const [head, ...rows] = file('surveys.csv').trimEnd().split('\n');
    writeFileSync(path.join(folder, 'reversed.csv'), `${[head, ...rows.reverse()].join('\n')}\n`);
    const args = ['--format', 'json', ...expecting('csat >= 70% by group', 'csat >= 70% confidently')];
    const one = deskstat(['check', 'tickets.csv', 'surveys.csv', ...args], { cwd: folder });
    const other = deskstat(['check', 'tickets.csv', 'reversed.csv', ...args], {
      cwd: folder,
      env: { TZ: 'Australia/Lord_Howe', LANG: 'bn_BD.UTF-8' },
    });
    expect(JSON.parse(other.stdout).checks).toEqual(JSON.parse(one.stdout).checks);
  });

  it('against a baseline compare like with like', () => {
    const save = deskstat(
      [
        'metrics',
        'tickets.csv',
        '--metric',
        'first_response_time',
        '--stat',
        'p50',
        '--period',
        'last-week',
        '--format',
        'json',
        '-o',
        'json=base.json',
        '-q',
      ],
      { cwd: folder },
    );
    expect(save.code, save.stderr).toBe(0);
    const against = (...texts: readonly string[]) =>
      check(['--baseline', 'base.json', '--period', 'last-week', ...expecting(...texts)]);
    expect(against('first_response_time.p50 <= baseline').code).toBe(0);
    expect(against('first_response_time.p50 < baseline').code).toBe(1);
    expect(against('first_response_time.p50@business <= baseline').code).toBe(0);
    expect(
      check(['--baseline', 'base.json', '--tz', 'UTC', ...expecting('first_response_time.p50 <= baseline')])
        .code,
    ).toBe(2);
    expect(
      check([
        '--baseline',
        'base.json',
        '--hours',
        'Mon-Fri 09:00-12:00',
        ...expecting('first_response_time.p50 <= baseline'),
      ]).code,
    ).toBe(2);
    expect(
      check(['--baseline', 'tickets.csv', ...expecting('first_response_time.p50 <= baseline')]).code,
    ).toBe(2);
  });

  it('of a segment that must be there and is not are no data', () => {
    writeFileSync(path.join(folder, 'segments.yaml'), 'expect_segments: {group: [Billing, Chess]}\n');
    const { checks } = json([
      '--config',
      'segments.yaml',
      '--period',
      'all',
      ...expecting('created >= 1 by group'),
    ]);
    expect(checks.filter(({ verdict }) => verdict === 'no_data').map(({ segment }) => segment)).toEqual([
      { group: 'Chess' },
    ]);
  });

  it('mask people unless they are asked for', () => {
    const masked = check(['--period', 'all', ...expecting('created >= 1 by assignee')]).stdout;
    const named = check([
      '--period',
      'all',
      '--show-agents',
      ...expecting('created >= 1 by assignee'),
    ]).stdout;
    const name = /\[assignee ([^#\]][^\]]*)\]/.exec(named)?.[1] as string;
    expect(name.length).toBeGreaterThan(2);
    expect(masked).toContain('[assignee #1]');
    expect(masked).not.toContain(name);
  });
});

describe('a target tried on past data', () => {
  it('says its share with an interval, and never changes the exit code', () => {
    const run = check(['--try', 'first_response 1s', '--try', 'resolution@business 40h by group']);
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(
      /^first_response 1s: 0\.\d% would have been met \(0\.0% to \d\.\d%\), n=[\d,]+, all the data$/m,
    );
    expect(run.stdout).toMatch(/resolution@business 40h by group \[group Billing\]: /);
    expect(check(['--try', 'first_respons 1h']).code).toBe(2);
    expect(check(['--try', 'resolution@business 2d']).code).toBe(2);
  });
});

describe('formats', () => {
  it('write GitHub annotations, and everything to the step summary', () => {
    const summary = path.join(folder, 'summary.md');
    writeFileSync(summary, '# before\n');
    const many = Array.from({ length: 12 }, (_, i) => `backlog < 0.${i + 1}`);
    const run = check(['--format', 'github', ...expecting(...many)], {
      env: { GITHUB_STEP_SUMMARY: summary },
    });
    expect(run.code).toBe(1);
    expect(run.stdout.match(/^::error /gm)).toHaveLength(10);
    expect(readFileSync(summary, 'utf8')).toMatch(/^# before\n## deskstat check\n/);
    expect(readFileSync(summary, 'utf8').match(/❌/g)).toHaveLength(12);
    expect(
      check(['--format', 'github', ...expecting('backlog < 0.5')], {
        env: { GITHUB_STEP_SUMMARY: '/no/such/folder/x' },
      }).code,
    ).toBe(1);
  });

  it('write files beside stdout: JUnit by its ending', () => {
    expect(
      check(['-q', '-o', 'checks.xml', '-o', 'checks.json', ...expecting('backlog < 0.5')]),
    ).toMatchObject({ code: 1, stdout: expect.stringMatching(/^fail {2}backlog < 0\.5/) });
    expect(check(['-q', ...expecting('backlog <= 5000')])).toMatchObject({ code: 0, stdout: '' });
    expect(file('checks.xml')).toContain('<failure message="fail: ');
    expect(JSON.parse(file('checks.json'))).toMatchObject({ schema: 'deskstat.check/1', passed: false });
  });

  it('keep in JSON to the schema that deskstat schema check prints', () => {
    const schema = JSON.parse(deskstat(['schema', 'check']).stdout) as Schema;
    const args = [
      ...expecting('backlog < 5 by group', 'nps > 3', 'sla_resolution > 5%'),
      '--soon',
      '4h',
      '--try',
      'resolution 1d',
      '--format',
      'json',
    ];
    const document = JSON.parse(check(args).stdout);
    expect(mismatches(document, schema)).toEqual([]);
    expect(document.breaches.length).toBeGreaterThan(0);
    expect(mismatches({ ...document, extra: 1, passed: 'yes' }, schema)).toEqual([
      '$.extra is not known',
      '$.passed is no boolean',
    ]);
  });

  it('speak Bengali and Hindi with their digits', () => {
    expect(check(['--lang', 'bn', ...expecting('backlog <= 5000')]).stdout).toMatch(/উত্তীর্ণ.*[০-৯]/);
    expect(check(['--lang', 'hi', ...expecting('backlog <= 5000')]).stdout).toContain('पास');
  });
});

describe('a shell script', () => {
  it('branch on the exit code', () => {
    const bin = path.join(projectRoot, 'bin/deskstat.js');
    const script = [
      `deskstat() { node "${bin}" "$@"; }`,
      `if deskstat check tickets.csv --expect 'backlog <= 5000' > ok.txt 2> /dev/null; then echo held; fi`,
      `deskstat check tickets.csv --expect 'backlog < 0.5' > fail.txt 2> /dev/null || echo "exit $?"`,
    ].join('\n');
    const run = spawnSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8' });
    expect(run.stdout).toBe('held\nexit 1\n');
    expect(file('fail.txt')).toMatch(/^fail {2}backlog < 0\.5: \d+, limit 0\.5 \(n=/);
  });
});

describe('deskstat waiting', () => {
  const waiting = (args: readonly string[] = []): CliRun =>
    deskstat(['waiting', 'tickets.csv', ...args], { cwd: folder });

  it('lists who waits on both clocks, the longest first, without naming anybody', () => {
    const { rows, waiting: count } = JSON.parse(waiting(['--format', 'json']).stdout) as {
      waiting: number;
      rows: {
        ticket_id: string;
        waiting_seconds: number;
        waiting_business_seconds: number;
        why: string;
        reasons: string[];
        assigned: boolean;
      }[];
    };
    expect(rows).toHaveLength(count);
    expect(count).toBeGreaterThan(3);
    const worked = rows.map((row) => row.waiting_business_seconds);
    expect(worked).toEqual([...worked].sort((a, b) => b - a));
    for (const row of rows) {
      expect(row.waiting_business_seconds).toBeLessThanOrEqual(row.waiting_seconds);
      expect(row.why).toBe(row.reasons[0]);
      expect(Object.keys(row)).not.toContain('requester');
      expect(Object.keys(row)).not.toContain('assignee');
      expect(row.assigned).toBe(!row.reasons.includes('no_owner'));
    }
  });

  it('agrees with the backlog where nobody waits for the customer, and takes a filter', () => {
    const all = waiting(['--format', 'csv']).stdout.trim().split('\n').length - 1;
    const urgent =
      waiting(['--format', 'csv', '--where', 'priority = urgent']).stdout.trim().split('\n').length - 1;
    expect(urgent).toBeLessThan(all);
    expect(waiting(['--where', 'nonsense']).code).toBe(2);
    expect(waiting().stdout).toMatch(/^\d+ tickets wait at /);
    expect(waiting(['--show-agents', '--format', 'markdown']).stdout).toContain('| Assignee |');
    expect(waiting(['--where', 'priority = urgent', '--lang', 'bn']).stdout).toMatch(/ জরুরি /);
  });
});

describe('deskstat init', () => {
  it('writes settings that load and change no figure, and leaves a file that is there', () => {
    const place = mkdtempSync(path.join(tmpdir(), 'deskstat-init-'));
    try {
      for (const name of ['tickets.csv', 'surveys.csv']) writeFileSync(path.join(place, name), file(name));
      const metrics = (): string =>
        deskstat(['metrics', 'tickets.csv', 'surveys.csv', '--period', 'all', '--format', 'csv'], {
          cwd: place,
        }).stdout;
      const before = metrics();
      const first = deskstat(['init', 'tickets.csv', 'surveys.csv'], { cwd: place });
      expect(first.code, first.stderr).toBe(0);
      expect(readFileSync(path.join(place, 'deskstat.yaml'), 'utf8')).toContain('match: tickets.csv');
      expect(metrics()).toBe(before);
      expect(deskstat(['init', 'tickets.csv'], { cwd: place }).code).toBe(2);
      expect(deskstat(['init', 'tickets.csv', '--force', '--tz', 'Asia/Dhaka'], { cwd: place }).code).toBe(0);
      expect(deskstat(['init', 'tickets.csv', '--to', '-'], { cwd: place }).stdout).toContain('# sla:');
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  });
});

describeShared('check on real exports', () => {
  it.each([
    ['tickets/nyc311-portal-2022.csv', ['backlog <= 400'], 1],
    // What was open before the export began is not in it: a lower bound under the limit passes nothing.
    ['tickets/nyc311-portal-2022.csv', ['backlog <= 500', 'resolution_time.p90 < 12h'], 1],
    ['tickets/nyc311-soda-2023.csv', ['resolution_time.km_p50 < 1d'], 1],
    ['tickets/servicenow-66.csv', ['resolution_time.p90 < 10d'], 3],
    ['tickets/zendesk-50.csv', ['first_response_time.p90 < 4h'], 1],
    ['events/bpi2013-closed-problems.csv', ['backlog < 10'], 3],
    ['messages/twcs-121.csv', ['next_response_time.p50 < 1h'], 0],
  ])('%s: %s → %d', (name, texts, code) => {
    const run = deskstat(['check', sharedData(name), '--period', 'all', ...expecting(...texts)]);
    expect(run.code, run.stdout + run.stderr).toBe(code);
    expect(run.stdout.trim().split('\n').length).toBeGreaterThanOrEqual(texts.length + 2);
  });

  it('gives verdicts that agree with metrics', () => {
    const source = sharedData('tickets/nyc311-portal-2022.csv');
    const shown = deskstat([
      'metrics',
      source,
      '--metric',
      'resolution_time',
      '--stat',
      'p90',
      '--by',
      'channel',
      '--format',
      'json',
    ]);
    const { rows } = JSON.parse(shown.stdout) as {
      rows: { segment: object; value: number | null; n: number }[];
    };
    const checked = deskstat([
      'check',
      source,
      '--period',
      'all',
      '--format',
      'json',
      ...expecting('resolution_time.p90 < 30m by channel min 1'),
    ]);
    const { checks } = JSON.parse(checked.stdout) as CheckJson;
    expect(checks.map(({ segment, value, n }) => ({ segment, value, n }))).toEqual(
      rows.filter(({ n }) => n > 0).map(({ segment, value, n }) => ({ segment, value, n })),
    );
    for (const { value, verdict } of checks) expect(verdict).toBe((value as number) < 1800 ? 'pass' : 'fail');
  });
});

interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
}

/** Where a document leaves its schema: the keywords that ours use. */
function mismatches(value: unknown, schema: Schema, at = '$'): string[] {
  if (schema.anyOf)
    return schema.anyOf.some((each) => mismatches(value, each, at).length === 0) ? [] : [`${at} fits none`];
  if (schema.const !== undefined) return value === schema.const ? [] : [`${at} is not ${schema.const}`];
  if (schema.enum) return schema.enum.includes(value) ? [] : [`${at} is none of ${schema.enum}`];
  const types = [schema.type].flat();
  const actual = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  if (!types.includes(actual) && !(types.includes('integer') && Number.isInteger(value)))
    return [`${at} is no ${types}`];
  if (Array.isArray(value))
    return value.flatMap((each, i) => mismatches(each, schema.items ?? {}, `${at}[${i}]`));
  if (actual !== 'object') return [];
  const entries = value as Record<string, unknown>;
  const missing = (schema.required ?? [])
    .filter((name) => !(name in entries))
    .map((name) => `${at}.${name} is missing`);
  const wrong = Object.entries(entries).flatMap(([name, each]) => {
    const own = schema.properties?.[name] ?? schema.additionalProperties;
    if (own === false) return [`${at}.${name} is not known`];
    return typeof own === 'object' ? mismatches(each, own, `${at}.${name}`) : [];
  });
  return [...missing, ...wrong].sort();
}
