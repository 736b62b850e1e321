import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeskstatError, problemBlock } from '../../../src/model/problem.ts';
import { emptyConfig } from '../../../src/settings/empty-config.ts';
import { findSettings } from '../../../src/settings/find.ts';
import { loadConfig, parseConfig } from '../../../src/settings/load.ts';

const full = `# everything that can be pinned
tz: Asia/Dhaka
lang: bn
week_starts: sunday
period: last-month
compare: year-ago
max_rejected: 2.5%
min_group: 5
pseudonyms: true
files:
  - match: tickets-*.csv
    kind: tickets
    preset: zendesk
    source: west
    source_tz: America/Denver
    date_order: day
    scale: 1-5
    coverage: created
    complete: true
    map:
      created_at: Opened Date
      id: 007
    value:
      status: {Resolve ticket: solved, 4: closed}
  - match: 'surveys.csv'
    stream: answers
    ces_low_is_easy: false
    coverage: {cut: created, from: 2026-01-01}
hours: [Mon-Thu 09:00-18:00, Fri 09:00-12:00]
holidays: 2026-12-16
calendars:
  night:
    tz: Asia/Kolkata
    hours: Mon-Fri 22:00-06:00
    holidays: [2026-12-24..2026-12-26, holidays.ics]
sla:
  - name: Urgent
    when: priority = urgent
    targets: {resolution: 8h, first_response: 30m}
    clock: business
    calendar: night
    pause_on: [pending, on_hold]
  - name: Others
    targets:
      first_response: 1d
checks:
  - csat >= 90% by group min 20
  - expect: 'backlog <= 200'
    name: backlog
expect_segments:
  group: [Billing, Technical]
csat_boxes:
  1-5: 5
  good-bad: 1
agents:
  Priya Nair: [pnair, priya@example.com]
  Tanvir: tanvir.h
groups:
  Billing: [billing-queue, Billing L1]
  Night desk:
    aliases: night
    calendar: night
  Technical: tech
dimensions:
  product: Product area
book: issues.yaml
`;

function failure(text: string): { first: string; block: string; exitCode: number } {
  try {
    parseConfig(text, 'deskstat.yaml');
  } catch (error) {
    if (!(error instanceof DeskstatError)) throw error;
    const block = problemBlock(error.problem);
    return { first: block.split('\n', 1)[0], block, exitCode: error.exitCode };
  }
  throw new Error('accepted');
}

describe('settings', () => {
  it('come back as plain data, texts in small languages as they were written', () => {
    const { config } = parseConfig(full, 'deskstat.yaml');
    expect(config).toEqual({
      tz: 'Asia/Dhaka',
      lang: 'bn',
      weekStarts: 'sunday',
      period: 'last-month',
      compare: 'year-ago',
      maxRejected: 0.025,
      minGroup: 5,
      pseudonyms: true,
      files: [
        {
          match: 'tickets-*.csv',
          kind: 'tickets',
          preset: 'zendesk',
          source: 'west',
          sourceTz: 'America/Denver',
          dateOrder: 'day',
          scale: '1-5',
          coverage: { cut: 'created' },
          complete: true,
          map: new Map([
            ['created_at', 'Opened Date'],
            ['id', '007'],
          ]),
          value: new Map([
            [
              'status',
              new Map([
                ['4', 'closed'],
                ['Resolve ticket', 'solved'],
              ]),
            ],
          ]),
        },
        {
          match: 'surveys.csv',
          stream: 'answers',
          cesLowIsEasy: false,
          coverage: { cut: 'created', from: '2026-01-01' },
          map: new Map(),
          value: new Map(),
        },
      ],
      hours: ['Mon-Thu 09:00-18:00', 'Fri 09:00-12:00'],
      holidays: ['2026-12-16'],
      calendars: [
        {
          name: 'night',
          tz: 'Asia/Kolkata',
          hours: ['Mon-Fri 22:00-06:00'],
          holidays: ['2026-12-24..2026-12-26', 'holidays.ics'],
        },
      ],
      sla: [
        {
          name: 'Urgent',
          when: 'priority = urgent',
          targets: new Map([
            ['first_response', '30m'],
            ['resolution', '8h'],
          ]),
          clock: 'business',
          clocks: new Map(),
          calendar: 'night',
          pauseOn: ['pending', 'on_hold'],
        },
        { name: 'Others', targets: new Map([['first_response', '1d']]), clocks: new Map(), pauseOn: [] },
      ],
      checks: [{ expect: 'csat >= 90% by group min 20' }, { expect: 'backlog <= 200', name: 'backlog' }],
      expectSegments: new Map([['group', ['Billing', 'Technical']]]),
      csatBoxes: new Map([
        ['1-5', 5],
        ['good-bad', 1],
      ]),
      agents: new Map([
        ['pnair', 'Priya Nair'],
        ['priya@example.com', 'Priya Nair'],
        ['tanvir.h', 'Tanvir'],
      ]),
      groups: [
        { name: 'Billing', aliases: ['billing-queue', 'Billing L1'] },
        { name: 'Night desk', aliases: ['night'], calendar: 'night' },
        { name: 'Technical', aliases: ['tech'] },
      ],
      dimensions: new Map([['product', 'Product area']]),
      book: 'issues.yaml',
    });
  });

  it('know where each text was written, so that its own errors can be placed', () => {
    const { whereOf } = parseConfig(full, 'my.yaml');
    const line = (part: string) => full.split('\n').findIndex((each) => each.includes(part)) + 1;
    expect(whereOf('sla', 0, 'when')).toEqual({
      file: 'my.yaml',
      line: line('priority = urgent'),
      column: 11,
    });
    expect(whereOf('checks', 0, 'expect')).toEqual({
      file: 'my.yaml',
      line: line('- csat >= 90%'),
      column: 5,
    });
    // Inside the quote: the text's own first column.
    expect(whereOf('checks', 1, 'expect')).toEqual({
      file: 'my.yaml',
      line: line("expect: 'backlog"),
      column: 14,
    });
    expect(whereOf('hours', 1)).toMatchObject({ line: line('hours: [Mon'), column: 30 });
  });

  it('of an empty file, or one of comments and empty keys, are none', () => {
    for (const text of ['', '# nothing yet\n', 'sla:\nchecks:\n# - csat >= 90%\ntz:\n']) {
      expect(parseConfig(text, 'x').config).toEqual(emptyConfig);
    }
  });

  it('are not bent by YAML: no country is false, no version a number', () => {
    const text = 'lang: no\ngroups:\n  yes: [1.10, 0x1F, 2026-01-01, 12:30]\n';
    const { config } = parseConfig(text, 'x');
    expect(config.lang).toBe('no');
    expect(config.groups).toEqual([{ name: 'yes', aliases: ['1.10', '0x1F', '2026-01-01', '12:30'] }]);
  });

  it('may use any name of the user’s own', () => {
    const text = 'dimensions: {constructor: A, prototype: B, __proto__: C, toString: D}';
    expect(parseConfig(text, 'x').config.dimensions).toEqual(
      new Map([
        ['constructor', 'A'],
        ['prototype', 'B'],
        ['__proto__', 'C'],
        ['toString', 'D'],
      ]),
    );
  });

  it('may share parts through anchors', () => {
    const text = `calendars:
  a: &base {tz: Asia/Dhaka, hours: Mon-Fri 09:00-18:00}
  b: {<<: *base, tz: Asia/Kolkata}
`;
    expect(parseConfig(text, 'x').config.calendars).toEqual([
      { name: 'a', tz: 'Asia/Dhaka', hours: ['Mon-Fri 09:00-18:00'], holidays: [] },
      { name: 'b', tz: 'Asia/Kolkata', hours: ['Mon-Fri 09:00-18:00'], holidays: [] },
    ]);
  });
});

describe('a mistake in the settings', () => {
  it.each([
    [
      'files:\n  - match: x\n    complete: true\n    coverage: {cut: open}',
      '2:5: "files[0]": says with "complete" that no ticket is missing, and with "coverage" that some are',
      '',
    ],
    ['time_zone: UTC', '1:1: unknown setting "time_zone"', ''],
    ['tz: UTC\nweek_start: monday', '2:1: unknown setting "week_start"', 'try         week_starts'],
    [
      'sla:\n  - name: A\n    target: {first_response: 1h}',
      '3:5: unknown setting "target" in "sla[0]"',
      'targets',
    ],
    [
      'sla:\n  - name: A\n    targets:\n      first_respons: 1h',
      '4:7: unknown setting "first_respons" in "sla[0].targets"',
      'try         first_response',
    ],
    [
      'files:\n  - match: x\n    map: {created: Opened}',
      '3:11: unknown setting "created"',
      'try         created_at',
    ],
    [
      'files:\n  - match: x\n    value: {statuss: {a: b}}',
      '3:13: unknown setting "statuss"',
      'try         status',
    ],
    ['checks:\n  - expct: csat > 1', '2:5: unknown setting "expct" in "checks[0]"', 'try         expect'],
    ['sla:\n  - targets: {resolution: 1d}', '2:5: "sla[0].name" is missing', 'name: Urgent'],
    ['calendars:\n  x: {tz: UTC}', '2:6: "calendars.x.hours" is missing', 'hours: Mon-Fri'],
    ['files:\n  - kind: tickets', '2:5: "files[0].match" is missing', 'match:'],
    ['week_starts: mondy', '1:14: "week_starts": must be one of: monday', 'try         monday'],
    ['sla:\n  - name: A\n    targets: {}', '3:14: "sla[0].targets": needs at least one target', ''],
    [
      'sla:\n  - name: A\n    targets: {resolution: 1d}\n    pause_on: [closed]',
      '4:16: "sla[0].pause_on[0]"',
      'pending',
    ],
    ['sla: Urgent', '1:6: "sla": must be a list', 'Urgent'],
    ['hours: []', '1:8: "hours": must not be an empty list', ''],
    ['hours: {a: b}', '1:8: "hours": must be a list', ''],
    ['tz: [a]', '1:5: "tz": must be text', ''],
    ["tz: ' '", '1:6: "tz": must not be empty', ''],
    ['max_rejected: 5', '1:15: "max_rejected": must be a percentage', 'found       5'],
    ['max_rejected: 101%', '1:15: "max_rejected": must be a percentage from 0% to 100%', ''],
    ['min_group: many', '1:12: "min_group": must be a whole number', ''],
    ['pseudonyms: yes', '1:13: "pseudonyms": must be true or false', 'found       yes'],
    ['csat_boxes: {1-5: high}', '1:19: "csat_boxes.1-5": must be a number', ''],
    ['toString: x', '1:1: unknown setting "toString"', ''],
    ['tz: UTC\n__proto__: {lang: en}', '2:1: unknown setting "__proto__"', ''],
    ['- a', '1:1: "the whole file": must be settings', ''],
    ['just text', '1:1: "the whole file": must be settings', ''],
    [
      'calendars: {night: {hours: 24/7}}\nsla:\n  - {name: A, targets: {resolution: 1d}, calendar: nigth}',
      '3:52: "sla[0].calendar": no calendar of that name',
      'try         night',
    ],
    ['groups: {A: {calendar: x}}', '1:24: "groups.A.calendar": no calendar of that name', 'calendars:'],
    ['agents: {A: x, B: [y, x]}', '1:19: "agents.B": "x" is another name of "A" already', ''],
    ['tz: UTC\ntz: UTC', '2:1: not valid YAML: this key is there already', 'each key once'],
    [
      'a: b: c',
      '1:4: not valid YAML: a key stands in the value of another on one line',
      'quotes around text',
    ],
    ['a:\n\tb: 1', '2:1: not valid YAML: tabs cannot indent', 'spaces'],
    ['tz: [a, b', 'not valid YAML: a list or map in brackets is not closed', 'the closing ]'],
    ['tz: "a', 'not valid YAML: a colon, a comma or a closing quote is missing', ''],
    [
      'a:\n    b: 1\n  c: 2',
      'not valid YAML: this is indented otherwise than what it belongs to',
      'same number',
    ],
    ['tz: "\\q"', 'not valid YAML: this backslash begins nothing in double quotes', ''],
    ['tz: @here', 'not valid YAML: text cannot begin with this character', 'quotes'],
    ['tz: UTC\nlang', 'not valid YAML', ''],
    ['tz: *nothing', '1:5: not valid YAML: nothing above is marked &nothing', ''],
    ['tz: UTC\n---\nlang: en', 'not valid YAML: only one document', ''],
  ])('%j is named with line, column and a way out', (text, what, hint) => {
    const { first, block, exitCode } = failure(text);
    expect(first).toContain(`error: deskstat.yaml:`);
    expect(first).toContain(what);
    expect(block).toContain(hint);
    expect(exitCode).toBe(2);
  });

  it('is the first one in the file, not the first one found', () => {
    expect(failure('csat_boxes: {1-5: x}\nzzz: 1\ntz: []').first).toContain('deskstat.yaml:1:');
  });

  it('never ends in anything but a problem, whatever the text', () => {
    const pieces = fc.constantFrom(
      'tz',
      ': ',
      '\n',
      '  ',
      '- ',
      'sla',
      '[',
      ']',
      '{',
      '}',
      '&a ',
      '*a',
      '"',
      "'",
      '|',
      '#',
      '<<',
      '!!',
      '\t',
      '0',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (text) => {
          try {
            parseConfig(text, 'x');
          } catch (error) {
            if (!(error instanceof DeskstatError)) throw error;
            expect(error.exitCode).toBe(2);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('made of anchors that multiply is refused, not followed', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 9; i++)
      lines.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    expect(failure(lines.join('\n')).first).toContain('too large');
    expect(failure('a: &a\n  b: *a').first).toMatch(/too large|nothing above/);
  });
});

describe('the settings file', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'deskstat-config-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is found here, above up to the root of the repository, or beside the data; never two in one folder', () => {
    const below = path.join(folder, 'below');
    const data = path.join(folder, 'data');
    const here = path.join(folder, 'deskstat.yaml');
    mkdirSync(below);
    mkdirSync(data);
    const find = (cwd: string, input: string | null = null) => findSettings(cwd, input);
    expect(find(folder)).toEqual({ file: null, unused: null });
    writeFileSync(here, 'tz: UTC');
    expect(find(folder).file).toBe(here);
    // What lies above counts within a repository only.
    expect(find(below).file).toBeNull();
    mkdirSync(path.join(folder, '.git'));
    expect(find(below).file).toBe(here);
    writeFileSync(path.join(data, 'deskstat.yml'), 'tz: UTC');
    const beside = path.join(data, 'deskstat.yml');
    expect(find(below, '../data/tickets.csv')).toEqual({ file: here, unused: beside });
    rmSync(here);
    expect(find(below, '../data/tickets.csv')).toEqual({ file: beside, unused: null });
    expect(find(below, '../data')).toEqual({ file: beside, unused: null });
    writeFileSync(path.join(data, 'deskstat.yaml'), 'tz: UTC');
    expect(() => find(data)).toThrow(/second settings file/);
  });

  it('may begin with a byte order mark and end lines with CRLF', async () => {
    const file = path.join(folder, 'x.yaml');
    writeFileSync(file, '\ufefftz: Asia/Dhaka\r\nlang: hi\r\n');
    expect((await loadConfig(file)).config).toMatchObject({ tz: 'Asia/Dhaka', lang: 'hi' });
    writeFileSync(file, Buffer.from('\ufefftz: Asia/Dhaka', 'utf16le'));
    expect((await loadConfig(file)).config).toMatchObject({ tz: 'Asia/Dhaka' });
  });

  it('that is missing, a folder or no text is wrong usage', async () => {
    const messageOf = (file: string) =>
      loadConfig(file).then(
        () => 'read',
        (error: DeskstatError) => `${error.exitCode} ${error.message}`,
      );
    const missing = path.join(folder, 'no.yaml');
    expect(await messageOf(missing)).toBe(`2 ${missing}: no such file or folder`);
    expect(await messageOf(folder)).toBe(`2 ${folder}: cannot be read (it is a folder)`);
    const binary = path.join(folder, 'binary.yaml');
    writeFileSync(binary, Buffer.from([0x74, 0x7a, 0x3a, 0x20, 0xff, 0xfe, 0x80]));
    expect(await messageOf(binary)).toBe(`2 ${binary}: cannot be read (it is not UTF-8 text)`);
  });
});
