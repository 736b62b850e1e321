import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../src/cli/program.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

/** Sixty mistakes that people make, and the next step that each is answered with: always exit 2, never a verdict. */
let folder = '';
const groups = ['Billing', 'Technical', 'Team A'];
const people = ['Priya Nair', 'Tom Weber'];
const rows = Array.from({ length: 60 }, (_, i) => {
  const day = String(1 + (i % 28)).padStart(2, '0');
  const priority = ['low', 'normal', 'high'][i % 3];
  return `T-${i},2026-10-${day}T09:00:00Z,2026-10-${day}T11:00:00Z,2026-10-${day}T15:00:00Z,Solved,${priority},${groups[i % 3]},${people[i % 2]},email,Phones`;
});
const header =
  'Ticket ID,Created at,First response at,Solved at,Status,Priority,Group,Assignee,Channel,Product area';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-typos-'));
  writeFileSync(path.join(folder, 'tickets.csv'), [header, ...rows, ''].join('\n'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a command line is answered with. */
async function answer(args: readonly string[], yaml?: string): Promise<{ code: number; text: string }> {
  const io = memoryIo({ cwd: folder });
  const config = path.join(folder, 'settings.yaml');
  if (yaml !== undefined) writeFileSync(config, yaml);
  const code = await runCli(
    [
      ...args.map((arg) => (arg.endsWith('.csv') ? path.join(folder, arg) : arg)),
      ...(yaml === undefined ? [] : ['--config', config]),
    ],
    io,
  );
  return { code, text: io.stderr.text() };
}

describe('names and values in an expectation', () => {
  it.each([
    ['first_respons_time.p90 < 4h', 'first_response_time'],
    ['first_response_time.p09 < 4h', 'p90'],
    ['first_response_time.medain < 4h', 'p50|median'],
    ['first_response_time < 4h', 'p90|p50'],
    ['first_response_time.p90 < 4', '4h'],
    ['first_response_time.p90 < 4 hrz', 'h'],
    ['first_response_time.p90 <', 'value|4h'],
    ['first_response_time.p90 4h', '<'],
    ['first_response_time.p90@busines < 4h', 'business'],
    ['csat > 4.2', 'csat_mean'],
    ['cast >= 90%', 'csat'],
    ['backlog < 4h', 'backlog|number|tickets'],
    ['backlog <= 5 by gruop', 'group'],
    ['created >= 1 ovr last-week', 'over'],
    ['created >= 1 over last-wek', 'last-week'],
    ['created >= 1 confidentally', 'confidently'],
    ['created >= 1 where prioritty = high', 'priority'],
    ['created >= 1 where priority = urgnt', 'priority = urgent'],
    ['created >= 1 where priority = medium', 'low, normal, high, urgent'],
    ['created >= 1 where status = sovled', 'status = solved'],
    ['created >= 1 where weekday = Mondy', 'weekday = Monday'],
    ['created >= 1 where group = Biling', 'group = Billing'],
    ['created >= 1 where group != Tecnical', 'group = Technical'],
    ['created >= 1 where group in (Billing, Tehcnical)', 'group = Technical'],
    ['created >= 1 where channel = emial', 'channel = email'],
    ["created >= 1 where column:'Product area' = Phnes", 'Phones'],
    ['created >= 1 where assignee = "Priya Niar"', 'values that there are'],
    ['created >= 1 where priority = high or low', 'in'],
    ['created >= 1 min', 'min'],
  ])('%s', async (text, next) => {
    const { code, text: said } = await answer(['check', 'tickets.csv', '--expect', text]);
    expect(said).toMatch(new RegExp(next));
    expect(code, said).toBe(2);
  });

  it.each([
    ['group = Sales', 'another group: a week without it is no mistake'],
    ['group = "Team B"', 'a letter that counts teams through'],
    ['priority = urgent', 'a priority that no ticket has'],
    ['channel = phone', 'a channel that no ticket has'],
  ])('%s is no mistake: %s', async (filter) => {
    const { code } = await answer(['check', 'tickets.csv', '--expect', `created >= 1 where ${filter}`]);
    expect(code).toBe(4);
  });

  it('never names a person that was not typed', async () => {
    const { text } = await answer([
      'check',
      'tickets.csv',
      '--expect',
      'created >= 1 where assignee = "Priya Niar"',
    ]);
    expect(text).not.toContain('Priya Nair');
  });
});

describe('options and commands', () => {
  it.each([
    [['metrics', 'tickets.csv', '--limit', '5'], '--top'],
    [['metrics', 'tickets.csv', '--timezone', 'UTC'], '--tz'],
    [['metrics', 'tickets.csv', '--from', '2026-10-01'], '--since'],
    [['metrics', 'tickets.csv', '--json'], '--format json'],
    [['metrics', 'tickets.csv', '--group-by', 'group'], '--by'],
    [['metrics', 'tickets.csv', '--metrc', 'csat'], '--metric'],
    [['metrics', 'tickets.csv', '--format', 'jsn'], 'json'],
    [['metrics', 'tickets.csv', '--metric', 'frist_response_time'], 'first_response_time'],
    [['metrics', 'tickets.csv', '--by', 'gruop'], 'group'],
    [['metrics', 'tickets.csv', '--stat', 'p9O'], 'p90'],
    [['metrics', 'tickets.csv', '--clock', 'busines'], 'business'],
    [['metrics', 'tickets.csv', '--every', 'weak'], 'week'],
    [['metrics', 'tickets.csv', '--tz', 'Asia/Daka'], 'Asia/Dhaka'],
    [['metrics', 'tickets.csv', '--hours', 'Mon-Fry 09:00-18:00'], 'Fri|day'],
    [['metrics', 'tickets.csv', '--period', '2026-W99'], '2026-W46'],
    [['metrics', 'tickets.csv', '--preset', 'zendsk'], 'zendesk'],
    [['metrics', 'tickets.csv', '--map', 'creatd_at=Created at'], 'created_at'],
    [['metrics', 'tickets.csv', '--map', 'created_at=Creatd at'], 'Created at'],
    [['metrics', 'ticket.csv'], 'tickets.csv'],
    [['metrcs', 'tickets.csv'], 'metrics'],
    [['tickets.csv'], 'deskstat report'],
    [['explain', 'cast'], 'csat'],
  ])('%j', async (args, next) => {
    const { code, text } = await answer(args);
    expect(text).toMatch(new RegExp(next.replace('--', '\\-\\-')));
    expect(code === 2 || (code === 3 && args.includes('ticket.csv')), text).toBe(true);
  });
});

describe('settings', () => {
  it.each([
    ['timezone: UTC\n', '1:1', 'tz'],
    ['tz: Asia/Daka\n', '1:5', 'Asia/Dhaka'],
    ['hours: Mon-Fry 09:00-18:00\n', '1:12', 'Fri|day'],
    ['hours:\n  - Mon-Fri 09:00-18:00\n  - Sat 25:00-26:00\n', '3:', 'hour|25:00|time'],
    ['hours: Mon-Fri 09:00-18:00\nholidays:\n  - 2026-13-01\n', '3:5', '2026-13-01'],
    ['hours: Mon-Fri 09:00-18:00\nholidays: [days.ics]\n', '2:12', 'no such file'],
    ['hours: [{from: 2026-1-45, hours: Mon-Fri 09:00-18:00}]\n', '1:16', '2026-1-45'],
    ['hours: Mon-Fri 09:00-18:00\ncalendars:\n  night: {tz: Asia/Daka, hours: 24/7}\n', '3:15', 'Asia/Dhaka'],
    ['sla:\n  - {name: A, when: group = Biling, targets: {first_response: 4h}}\n', '2:', 'group = Billing'],
    ['sla:\n  - {name: A, targets: {first_response: 4 hrz}}\n', '2:', '4h'],
    ['checks:\n  - created >= 1 where group = Biling\n', '2:', 'group = Billing'],
    ['checks:\n  - expect: cast >= 90%\n', '2:', 'csat'],
    ['checks: [created >= 0]\nfiles:\n  - {match: ticket.csv}\n', '3:', 'match: tickets.csv'],
    ['max_age: 36 hrz\n', '1:', '36h|4h'],
    ['chekcs: [created >= 1]\n', '1:1', 'checks'],
    [
      'hours: Mon-Fri 09:00-18:00\ncalendars: {night: {hours: 24/7}}\ngroups:\n  Biling: {calendar: night}\n',
      '4:',
      'Billing',
    ],
  ])('%j', async (yaml, place, next) => {
    const { code, text } = await answer(
      ['check', 'tickets.csv', '--expect', 'sla_first_response >= 0%'].slice(
        0,
        yaml.startsWith('checks') ? 2 : 4,
      ),
      yaml,
    );
    expect(code, text).toBe(2);
    expect(text).toContain(`settings.yaml:${place}`);
    expect(text).toMatch(new RegExp(next));
  });

  it('says of an entry that is about no file of this run that there is none', async () => {
    const { code, text } = await answer(
      ['check', 'tickets.csv', '--expect', 'created >= 1'],
      'files:\n  - {match: surveys-*.csv}\n',
    );
    expect(code, text).toBe(0);
    expect(text).toContain('no file of this run is called "surveys-*.csv"');
  });
});
