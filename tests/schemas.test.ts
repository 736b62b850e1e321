import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outputSchemas } from '../src/output/schemas/index.ts';
import { deskstat } from './cli.ts';
import { schemaErrors } from './json-schema-check.ts';

// What every command writes with --format json holds to the schema that `deskstat schema` prints.
const desk = mkdtempSync(path.join(tmpdir(), 'deskstat-schemas-'));
const exports = ['tickets.csv', 'surveys.csv', 'customers.csv'];
const save = (name: string, args: readonly string[]): void => {
  const made = deskstat([...args, '--format', 'json'], { cwd: desk });
  writeFileSync(path.join(desk, name), made.stdout);
};

beforeAll(() => {
  expect(deskstat(['demo', desk, '--size', '1500', '--force']).code).toBe(0);
  save('old.json', [
    'metrics',
    'tickets.csv',
    '--metric',
    'created,csat',
    '--every',
    'month',
    '--as-of',
    '2026-06-10',
  ]);
  save('new.json', [
    'metrics',
    ...exports,
    '--metric',
    'created,csat',
    '--every',
    'month',
    '--by',
    'group',
    '--totals',
  ]);
  save('week-43.json', ['report', ...exports, '--period', '2026-W43']);
  save('week-44.json', ['report', ...exports, '--period', '2026-W44']);
}, 120_000);
afterAll(() => rmSync(desk, { recursive: true, force: true }));

const runs: Readonly<Record<keyof typeof outputSchemas, readonly (readonly string[])[]>> = {
  report: [
    exports,
    ['tickets.csv', '--period', 'all', '--no-issues'],
    [...exports, '--by', 'hour,weekday', '--where', 'channel = chat'],
  ],
  metrics: [
    exports,
    [
      ...exports,
      '--by',
      'group',
      '--totals',
      '--every',
      'week',
      '--period',
      '2026-10',
      '--compare',
      'previous',
      '--censored',
    ],
    ['tickets.csv', '--metric', 'nps'],
  ],
  agents: [exports, ['tickets.csv', '--period', 'all']],
  tickets: [
    exports,
    ['tickets.csv', '--with-text', '--period', '2026-W44'],
    ['tickets.csv', 'surveys.csv', '--in', 'csat'],
  ],
  explain: [
    ['first_response_time'],
    ['first_response_time', ...exports],
    ['nps', 'tickets.csv'],
    ['csat', ...exports, '--period', 'last-month'],
  ],
  waiting: [exports, ['tickets.csv', '--show-agents', '--soon', '2d']],
  check: [
    [...exports, '--expect', 'csat >= 10% by group'],
    [...exports, '--expect', 'backlog < 1', '--soon', '9h', '--show-agents'],
    ['tickets.csv', '--try', 'first_response 2h by group'],
  ],
  diff: [
    ['old.json', 'new.json'],
    ['week-43.json', 'week-44.json'],
    ['new.json', 'new.json'],
  ],
  retention: [
    exports,
    ['tickets.csv', '--kind', 'tickets', '--every', 'week'],
    [...exports, '--by', 'column:Plan'],
  ],
  issues: [
    ['tickets.csv'],
    ['tickets.csv', '--book', 'book.yaml'],
    ['tickets.csv', 'surveys.csv', '--book', 'book.yaml', '--top', '3'],
  ],
  inspect: [exports, ['surveys.csv']],
};

describe.each(Object.keys(outputSchemas) as (keyof typeof outputSchemas)[])(
  'deskstat schema %s',
  (command) => {
    it.each(runs[command].map((args) => [args.join(' '), args] as const))(
      'describes %s',
      { timeout: 120_000 },
      (_, args) => {
        const printed = deskstat(['schema', command]);
        expect(printed.code).toBe(0);
        const schema = JSON.parse(printed.stdout);
        const run = deskstat([command, ...args, '--format', 'json'], { cwd: desk });
        expect([0, 1], run.stderr).toContain(run.code);
        const value = JSON.parse(run.stdout);
        expect(schemaErrors(value, schema).slice(0, 5)).toEqual([]);
        // A schema that lets everything pass describes nothing.
        expect(schemaErrors({ ...value, surprise: 1 }, schema)).toEqual(['$: surprise is not in the schema']);
        const { schema: _removed, ...rest } = value;
        expect(schemaErrors(rest, schema)).toEqual(['$: schema is missing']);
      },
    );
  },
);

it('names the schemas there are when asked for another', () => {
  const run = deskstat(['schema', 'metric']);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain('deskstat schema metrics');
});
