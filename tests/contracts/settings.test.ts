import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commandList } from '../../src/cli/command-list.ts';
import { runCli } from '../../src/cli/program.ts';
import { commonGroup } from '../../src/settings/options.ts';
import { configSchema } from '../../src/settings/schema.ts';
import { schemaAt } from '../../src/settings/schema-walk.ts';
import { flagOf, type Setting, type SettingKey, settings } from '../../src/settings/table.ts';
import { writeDuckdb } from '../databases.ts';
import { memoryIo } from '../unit/cli/memory-io.ts';

// The table of settings is true: its flags and keys are those that are read, and each of them, typed or written, changes
// what each command that heeds it says, in the same way.

vi.setConfig({ testTimeout: 120_000 });

const all = Object.entries(settings) as [SettingKey, Setting][];
const flagsOf = (groups: readonly { readonly options: readonly { readonly flags: string }[] }[]): string[] =>
  groups.flatMap(({ options }) => options.flatMap(({ flags }) => flags.match(/--[a-z][a-z-]*/g) ?? []));

describe('the table of settings', () => {
  it('lists each flag for the commands that take it', () => {
    for (const [key, { commands, flag: typed }] of all) {
      if (typed === null) continue;
      const flag = flagOf(key);
      const taking = commandList
        .filter(({ options }) => flagsOf(options).includes(flag))
        .map(({ name }) => name)
        .sort();
      expect(taking, key).toEqual([...commands].sort());
    }
  });

  it('holds every key of deskstat.yaml and no other', () => {
    const keysAt = (place: readonly string[]): string[] => {
      const schema = schemaAt(
        configSchema,
        place.map((key) => ({ key }) as never),
      );
      return Object.keys((schema as unknown as { entries: object }).entries);
    };
    const top = keysAt([]).filter((key) => key !== 'files');
    const ofFiles = keysAt(['files', '0']).map((key) => `files.${key}`);
    expect(all.map(([, { yaml }]) => yaml).sort()).toEqual([...top, ...ofFiles].sort());
  });
});

/** Flags of other programs that the documents mention beside ours. */
const ofOthers = new Set([
  '--json',
  '--global',
  '--strip-components',
  '--gate',
  '--power',
  '--seeds',
  '--sizes',
]);

describe('a flag that is named anywhere', () => {
  const known = new Set([
    '--help',
    '--version',
    ...flagsOf([...commandList.flatMap(({ options }) => options), commonGroup]),
  ]);
  const root = path.join(import.meta.dirname, '../..');
  const texts = [
    'README.md',
    ...readdirSync(path.join(root, 'docs')).map((name) => `docs/${name}`),
    ...readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `src/${name}`),
  ].filter((name) => /\.(?:md|ts)$/.test(name));
  for (const name of texts) {
    const text = readFileSync(path.join(root, name), 'utf8');
    const flags = [...new Set(text.match(/(?<=^|[\s'"`|])--[a-z][a-z-]*[a-z](?![\w:-])/gm) ?? [])];
    const strange = flags.filter((flag) => !known.has(flag) && !ofOthers.has(flag));
    // Flags of other tools that people may type stand there with ours; a browser is started with its own.
    const isOfOthers = name === 'src/cli/failure.ts' || name === 'src/cli/pdf.ts';
    if (flags.length > 0 && !isOfOthers) it(`exists: ${name}`, () => expect(strange).toEqual([]));
  }
});

const folder = mkdtempSync(path.join(tmpdir(), 'deskstat-settings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const two = (n: number): string => String(n).padStart(2, '0');

beforeAll(() => {
  const rows: string[] = [];
  for (let i = 0; i < 82; i++) {
    // Every day of ten weeks, by day and month numbers up to 12 only where the order is asked for.
    const day = new Date(Date.UTC(2025, 11, 25 + i, 22, 30));
    const iso = (plus: number): string =>
      new Date(day.getTime() + plus * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
    rows.push(
      [
        i + 1,
        iso(0),
        iso(1 + (i % 30)),
        iso(2 + (i % 50)),
        i % 9 === 0 ? 'Odd' : 'Solved',
        i % 12 === 0 ? 'Phone' : 'Mail',
        `c${i % 7}@example.com`,
        i % 2 ? 'Ann' : 'Bo',
        1 + (i % 5),
        ['Cannot log in to my account', 'Invoice shows the wrong amount', 'Parcel never arrived'][i % 3],
      ].join(','),
    );
  }
  writeFileSync(
    path.join(folder, 'tickets.csv'),
    `Ticket ID,Created at,First response at,Solved at,Status,Group,Requester,Assignee,Satisfaction rating,Subject\n${rows.join('\n')}\n`,
  );
  const numeric = Array.from(
    { length: 12 },
    (_, i) => `${i + 1},${two(i + 1)}/03/2026 08:00,${two(i + 1)}/03/2026 09:00,Solved`,
  );
  writeFileSync(
    path.join(folder, 'numeric.csv'),
    `Ticket ID,Created at,Solved at,Status\n${numeric.join('\n')}\n`,
  );
  // One row in five has no creation.
  const holed = Array.from(
    { length: 20 },
    (_, i) =>
      `${i + 1},${i % 5 ? `2026-03-${two(i + 1)}T08:00:00Z` : ''},2026-03-${two(i + 2)}T08:00:00Z,Solved`,
  );
  writeFileSync(
    path.join(folder, 'holed.csv'),
    `Ticket ID,Created at,Solved at,Status\n${holed.join('\n')}\n`,
  );
  const asked = Array.from(
    { length: 20 },
    (_, i) => `${i + 1},2026-03-${two(i + 1)}T09:00:00Z,${1 + (i % 7)}`,
  );
  writeFileSync(
    path.join(folder, 'effort.csv'),
    `Ticket ID,Responded at,Customer effort score\n${asked.join('\n')}\n`,
  );
  const answers = Array.from(
    { length: 20 },
    (_, i) => `${i + 1},2026-03-${two(i + 1)}T09:00:00Z,${1 + (i % 5)},${5 - (i % 3)}`,
  );
  writeFileSync(
    path.join(folder, 'answers.csv'),
    `Ticket ID,Submitted at,How satisfied are you with the answer? (1-5),How satisfied are you with the product? (1-5)\n${answers.join('\n')}\n`,
  );
  copyFileSync(path.join(folder, 'tickets.csv'), path.join(folder, 'copy.csv'));
  const list = Array.from({ length: 9 }, (_, i) => `A${i},2026-03-0${i + 1}T08:00:00Z`);
  writeFileSync(path.join(folder, 'list.csv'), `Number,Created at\n${list.join('\n')}\n`);
});

const talk = Array.from({ length: 12 }, (_, i) => {
  const at = (time: string): string => `2026-03-${two(i + 1)} ${time}`;
  return [
    `${i + 1},${at('08:00')},c${i}@example.com,customer,where is it ${i}`,
    `${i + 1},${at('08:05')},aria@example.com,bot,it is ${'abcdefghijkl'[i].repeat(4)}`,
    ...(i % 2 ? [`${i + 1},${at('11:00')},ann@example.com,agent,sent again ${i}`] : []),
  ].join('\n');
});
beforeAll(() => {
  const from = `read_csv('${path.join(folder, 'tickets.csv')}', sample_size = -1)`;
  return writeDuckdb(path.join(folder, 'desk.duckdb'), [`create table tickets as select * from ${from}`]);
});

beforeAll(() =>
  writeFileSync(
    path.join(folder, 'messages.csv'),
    `ticket_id,sent_at,author,role,text\n${talk.join('\n')}\n`,
  ),
);

interface Trial {
  readonly file?: string;
  readonly args?: readonly string[];
  readonly flag: readonly string[];
  readonly yaml: string;
  /** Commands on which the value shows in this data; absent: all of the table. */
  readonly commands?: readonly string[];
}

const inFiles = (file: string, text: string): string => `files:\n  - match: ${file}\n    ${text}\n`;

const trials: Partial<Record<SettingKey, Trial>> = {
  tz: { flag: ['--tz', 'Asia/Dhaka'], yaml: 'tz: Asia/Dhaka' },
  weekStarts: {
    flag: ['--week-starts', 'wednesday'],
    yaml: 'week_starts: wednesday',
    args: ['--period', 'last-week'],
    commands: ['report', 'metrics', 'tickets', 'explain', 'issues', 'agents'],
  },
  answers: {
    file: 'messages.csv',
    flag: ['--answers', 'bots'],
    yaml: 'answers: bots',
    commands: ['report', 'metrics', 'tickets', 'explain', 'waiting', 'check', 'inspect'],
  },
  period: { flag: ['--period', '2026-01'], yaml: 'period: 2026-01' },
  compare: {
    flag: ['--compare', 'none'],
    yaml: 'compare: none',
    args: ['--period', '2026-02'],
    commands: ['report'],
  },
  minGroup: {
    flag: ['--min-group', '40'],
    yaml: 'min_group: 40',
    args: ['--by', 'group', '--period', '2026-02'],
  },
  hours: {
    flag: ['--hours', 'Mon-Fri 09:00-18:00'],
    yaml: 'hours: Mon-Fri 09:00-18:00',
    commands: ['report', 'metrics', 'agents', 'tickets', 'explain'],
  },
  sourceTz: {
    flag: ['--source-tz', 'Asia/Dhaka'],
    yaml: inFiles('tickets.csv', 'source_tz: Asia/Dhaka'),
  },
  dateOrder: {
    file: 'numeric.csv',
    flag: ['--date-order', 'month'],
    yaml: inFiles('numeric.csv', 'date_order: month'),
    commands: ['report', 'metrics', 'tickets', 'inspect', 'init'],
  },
  scale: {
    flag: ['--scale', '1-7'],
    yaml: inFiles('tickets.csv', 'scale: 1-7'),
    commands: ['report', 'metrics', 'inspect', 'init'],
  },
  coverage: {
    flag: ['--coverage', '2025-12-01..2026-04-01'],
    yaml: inFiles('tickets.csv', 'coverage: {from: 2025-12-01, to: 2026-04-01}'),
    commands: ['metrics', 'inspect'],
  },
  complete: {
    flag: ['--complete'],
    yaml: inFiles('tickets.csv', 'complete: true'),
    commands: ['inspect'],
  },
  map: {
    flag: ['--map', 'priority=Group'],
    yaml: inFiles('tickets.csv', 'map: {priority: Group}'),
    commands: ['tickets', 'inspect', 'init'],
  },
  value: {
    flag: ['--value', 'status:Odd=open'],
    yaml: inFiles('tickets.csv', 'value: {status: {Odd: open}}'),
    commands: ['metrics', 'tickets'],
  },
  pseudonyms: {
    flag: ['--pseudonyms'],
    yaml: 'pseudonyms: true',
    commands: ['tickets', 'agents'],
  },
  ticketUrl: {
    args: ['--as-of', '2026-01-20'],
    flag: ['--ticket-url', 'https://help.example/{id}'],
    yaml: 'ticket_url: https://help.example/{id}',
  },
  title: { flag: ['--title', 'Acme'], yaml: 'title: Acme' },
  // As a gate alone heeds it in the file, it is held for the gate.
  maxAge: { flag: ['--max-age', '1h'], yaml: 'max_age: 1h', commands: ['check'] },
  maxRejected: {
    file: 'holed.csv',
    flag: ['--max-rejected', '50%'],
    yaml: 'max_rejected: 50%',
    commands: ['metrics', 'tickets', 'report', 'explain', 'agents', 'check'],
  },
  survey: {
    file: 'answers.csv',
    flag: ['--survey', 'How satisfied are you with the product? (1-5)'],
    yaml: 'survey: How satisfied are you with the product? (1-5)',
    commands: ['metrics', 'inspect'],
  },
  kind: {
    file: 'list.csv',
    flag: ['--surveys', 'list.csv'],
    yaml: inFiles('list.csv', 'kind: surveys'),
    commands: ['metrics', 'tickets', 'inspect', 'report'],
  },
  query: {
    file: 'duckdb:desk.duckdb',
    flag: ['--query', `select * from tickets where "Group" <> 'Phone'`],
    yaml: inFiles('duckdb:desk.duckdb', `query: select * from tickets where "Group" <> 'Phone'`),
    commands: ['metrics', 'inspect', 'init'],
  },
  preset: {
    flag: ['--preset', 'freshdesk'],
    yaml: inFiles('tickets.csv', 'preset: freshdesk'),
    commands: settings.preset.commands.filter((command) => command !== 'check'),
  },
  source: {
    // Ids are unique within a source: the tickets of another one are others.
    flag: ['--source', 'copy.csv=west'],
    yaml: inFiles('copy.csv', 'source: west'),
    args: ['copy.csv'],
    commands: ['metrics', 'tickets', 'inspect'],
  },
  cesLowIsEasy: {
    file: 'effort.csv',
    flag: ['--ces-low-is-easy'],
    yaml: inFiles('effort.csv', 'ces_low_is_easy: true'),
    commands: ['metrics', 'inspect', 'report'],
  },
  checks: {
    flag: ['--expect', 'first_response_time.p90 < 1h'],
    yaml: 'checks: [first_response_time.p90 < 1h]',
  },
  book: { flag: ['--book', 'book.yaml'], yaml: 'book: book.yaml', commands: ['issues'] },
  lang: {
    flag: ['--lang', 'bn'],
    yaml: 'lang: bn',
    commands: ['report', 'metrics', 'explain', 'inspect', 'tickets', 'agents', 'issues'],
  },
};

/** What a command says; JSON carries the command line and the settings that it came from, which differ of course. */
async function said(command: string, args: readonly string[]): Promise<string> {
  const before = process.cwd();
  process.chdir(folder);
  // A book is written where it is named: each run begins without.
  rmSync(path.join(folder, 'book.yaml'), { force: true });
  try {
    const io = memoryIo({ cwd: folder });
    const exit = await runCli([command, ...args], io, commandList);
    return `${exit}\n${io.stdout.text()}\n${io.stderr.text()}`.replace(
      /"(?:arguments|settings)":\s*\[[^\]]*\],?/g,
      '',
    );
  } finally {
    process.chdir(before);
  }
}

describe('a setting', () => {
  it('is tried, each that has a flag', () => {
    const flagged = all.flatMap(([key, { flag }]) => (flag === null ? [] : [key]));
    expect(flagged.filter((key) => !trials[key])).toEqual([]);
  });

  for (const [key, trial] of Object.entries(trials) as [SettingKey, Trial][]) {
    const { file = 'tickets.csv', args = [], flag, yaml } = trial;
    for (const command of trial.commands ?? settings[key].commands) {
      // What they heed is held where their folder is looked into: tests/observations.test.ts.
      if (command === 'observe' || command === 'sql') continue;
      it(`${key} says the same to ${command} as a flag and in deskstat.yaml, and something`, async () => {
        // Results name the file of settings: it has one name whatever it holds.
        const settingsFile = path.join(folder, 'settings.yaml');
        const config = ['--config', settingsFile];
        writeFileSync(settingsFile, '');
        const line = [
          ...(command === 'explain' ? ['first_response_time'] : []),
          file,
          ...(command === 'check' && key !== 'checks' ? ['--expect', 'first_response_time.p90 < 4h'] : []),
          ...(command === 'init' ? ['--to', '-'] : []),
          ...(key === 'lang' || command === 'init' || command === 'check' ? [] : ['--format', 'json']),
          ...args,
        ];
        const plain = await said(command, [...line, ...config]);
        const typed = await said(command, [...line, ...config, ...flag]);
        writeFileSync(settingsFile, `${yaml}\n`);
        const written = await said(command, [...line, ...config]);
        expect(written).toBe(typed);
        expect(typed).not.toBe(plain);
      });
    }
  }
});

describe('coverage of some files', () => {
  it('is taken from the data, with a word on it, where others are not spoken of', async () => {
    writeFileSync(path.join(folder, 'some.yaml'), inFiles('tickets.csv', 'complete: true'));
    const both = await said('inspect', [
      'tickets.csv',
      'numeric.csv',
      '--config',
      'some.yaml',
      '--format',
      'json',
    ]);
    expect(both).toContain('coverage_unsettled');
    expect(both).toContain('numeric.csv was cut is not said');
    expect(both).toContain('"pinned": false');
    const one = await said('inspect', ['tickets.csv', '--config', 'some.yaml', '--format', 'json']);
    expect(one).not.toContain('coverage_unsettled');
    expect(one).toContain('"pinned": true');
  });
});
