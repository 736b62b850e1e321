import { describe, expect, it } from 'vitest';
import { type CommandSpec, commandList, filesArgument } from '../../../src/cli/command-list.ts';
import { runCli } from '../../../src/cli/program.ts';
import { DeskstatError } from '../../../src/model/problem.ts';
import { filterGroup, segmentGroup } from '../../../src/settings/command-options.ts';
import { inputGroup, outputGroup, timeGroup } from '../../../src/settings/options.ts';
import { memoryIo } from './memory-io.ts';

interface Received {
  args?: readonly string[];
  options?: Record<string, unknown>;
  typed?: unknown;
}

function specs(act: (received: Received) => Promise<0 | 1 | 4> | 0 | 1 | 4 = () => 0): CommandSpec[] {
  const spec: CommandSpec = {
    name: 'report',
    group: 'Look:',
    summary: 'the whole picture',
    description: 'Says how support is doing.',
    args: [filesArgument],
    options: [inputGroup, timeGroup, segmentGroup, outputGroup('rows')],
    examples: [
      ['deskstat report tickets.csv', 'last week'],
      ['deskstat report tickets.csv --every month', 'by month'],
    ],
    load: async () => ({ run: async (args, options) => act({ args, options }) }),
  };
  const list: CommandSpec = { ...spec, name: 'tickets', summary: 'one row a ticket', options: [filterGroup] };
  return [spec, list];
}

async function run(line: string[], commands = specs(), given: Parameters<typeof memoryIo>[0] = {}) {
  const io = memoryIo(given);
  const code = await runCli(line, io, commands);
  return { code, stdout: io.stdout.text(), stderr: io.stderr.text() };
}

async function optionsOf(...line: string[]): Promise<Received> {
  let received: Received = {};
  const commands = specs((given) => {
    received = given;
    return 0;
  });
  const { code, stderr } = await run(['report', ...line], commands);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  const { typed, ...options } = received.options as Record<string, unknown>;
  return { ...received, options, typed };
}

describe('the frame of the command line', () => {
  it('shows help within 80 columns on stdout and exits 0', async () => {
    for (const line of [['--help'], ['help'], ['report', '--help'], ['help', 'report'], ['tickets', '-h']]) {
      const { code, stdout, stderr } = await run(line);
      expect(code).toBe(0);
      expect(stderr).toBe('');
      expect(stdout).toContain('deskstat report tickets.csv');
      for (const row of stdout.split('\n')) expect(row.length, row).toBeLessThanOrEqual(80);
    }
  });

  it('shows the registered commands, each under its group', async () => {
    const { stdout } = await run(['--help']);
    expect(stdout).toMatch(/Look:\n +report .*the whole picture\n +tickets .*one row a ticket/);
    expect(stdout).not.toContain('\u001b');
  });

  it('gives every option of a command its line of help under a heading', async () => {
    const { stdout } = await run(['report', '--help']);
    for (const heading of ['Reading', 'Time:', 'Which tickets', 'Output:', 'Always:']) {
      expect(stdout).toContain(`\n${heading}`);
    }
    expect(stdout).toMatch(/--where <filter> +only these tickets/);
    expect(stdout).toMatch(/Examples:\n {2}deskstat report tickets\.csv\n {6}last week/);
  });

  it('prints the version', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, stdout: '0.0.0-test\n', stderr: '' });
  });

  it('without a command prints help on stderr and exits 2', async () => {
    const { code, stdout, stderr } = await run([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: deskstat <command>');
  });

  it('hands over arguments and typed options', async () => {
    const { args, options } = await optionsOf(
      'a.csv',
      '-',
      '--map',
      'created_at=Opened at = local',
      '--map',
      'status=State',
      '--value',
      "status:'Resolve = done'=solved",
      '--by',
      "group,column:'Product area, new'",
      '--by',
      'priority',
      '--max-rejected',
      '2.5%',
      '--source-tz',
      'west.csv=America/Denver',
      '--source-tz',
      'Asia/Dhaka',
      '--coverage',
      'touched',
      '--coverage',
      '2026-01-01..',
      '--no-guess',
      '--top',
      '3',
      '-o',
      'out.html',
      '-o',
      'json=report.txt',
      '--tickets',
      'x.csv',
      '--tickets',
      'y.csv',
    );
    expect(args).toEqual(['a.csv', '-']);
    expect(options).toEqual({
      map: [
        ['created_at', 'Opened at = local'],
        ['status', 'State'],
      ],
      value: [{ field: 'status', raw: 'Resolve = done', canonical: 'solved' }],
      by: ['group', 'column:Product area, new', 'priority'],
      maxRejected: 0.025,
      sourceTz: [
        { file: 'west.csv', value: 'America/Denver' },
        { file: null, value: 'Asia/Dhaka' },
      ],
      coverage: { cut: 'touched', from: '2026-01-01', to: null },
      guess: false,
      notes: true,
      top: 3,
      output: [
        { format: null, file: 'out.html' },
        { format: 'json', file: 'report.txt' },
      ],
      tickets: ['x.csv', 'y.csv'],
    });
  });

  it('leaves options that were not typed undefined, so that settings can fill them', async () => {
    expect((await optionsOf()).options).toEqual({ guess: true, notes: true });
    expect((await optionsOf('--color')).options).toEqual({ guess: true, notes: true, color: true });
    expect((await optionsOf('--no-color')).options).toEqual({ guess: true, notes: true, color: false });
  });

  it('hands over what was typed, too, for results that can be made again', async () => {
    const { typed } = await optionsOf('a.csv', '--by', 'group,channel', '--no-guess', '--by=priority', '-q');
    expect(typed).toEqual([
      { flag: '--by', text: 'group,channel' },
      { flag: '--no-guess', text: null },
      { flag: '--by', text: 'priority' },
      { flag: '--quiet', text: null },
    ]);
  });

  it('ends with the code of the verdict', async () => {
    for (const code of [0, 1, 4] as const) {
      expect(
        (
          await run(
            ['report'],
            specs(() => code),
          )
        ).code,
      ).toBe(code);
    }
  });

  it.each([
    [['reprot', 'x.csv'], 'there is no command "reprot"', 'deskstat report'],
    [['tickets.csv'], 'there is no command "tickets.csv"', 'deskstat report tickets.csv'],
    [['xyzzy'], 'there is no command "xyzzy"', 'one of: report, tickets'],
    [['report', '--formt', 'json'], 'unknown option "--formt"', '--format'],
    [['report', '--zork'], 'unknown option "--zork"', 'deskstat report --help'],
    [['--zork'], 'unknown option "--zork"', 'deskstat --help'],
    [['report', '--where'], 'option "--where <filter>" argument missing', 'deskstat report --help'],
    [
      ['report', '--every', 'weak'],
      '--every can be day, week, month, quarter, and got "weak"',
      '--every week',
    ],
    [['report', '--format', 'jsn'], '--format can be table, csv', '--format json'],
    [
      ['report', '--map', 'created_at'],
      '--map needs a name, "=" and a value, and got "created_at"',
      'created_at=',
    ],
    [
      ['report', '--value', 'x=y'],
      '--value needs field:raw=meaning, and got "x=y"',
      "--value status:'Resolve",
    ],
    [['report', '--max-rejected', '5'], '--max-rejected needs a percentage', '--max-rejected 5%'],
    [['report', '--max-rejected', '120%'], '--max-rejected needs a percentage', '--max-rejected 5%'],
    [['report', '--top', '0'], '--top needs a whole number from 1 on, and got "0"', '--top 10'],
    [['report', '--top', '1e3'], '--top needs a whole number', '--top 10'],
    [
      ['report', '--coverage', 'all'],
      '--coverage can be created, touched, solved, open or FROM..TO',
      '--coverage touched',
    ],
    [['report', '-o', ' '], '-o needs a file name', '-o report.html'],
    [['report', '--source-tz', 'a.csv='], '--source-tz needs a value', '--source-tz Asia/Dhaka'],
    [['report', '--where', 'a = 1', '--where', 'b = 2'], '--where was given twice', 'join the filters'],
  ])('%j is wrong usage: exit 2, with what to type instead', async (line, what, hint) => {
    const { code, stdout, stderr } = await run(line);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    const [first, second] = stderr.split('\n');
    expect(first).toContain(`error: ${what}`);
    expect(second).toMatch(/^ {2}try {9}/);
    expect(second).toContain(hint);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it('refuses what a command does not take', async () => {
    const [spec] = specs();
    const none = [{ ...spec, name: 'demo', args: [] }];
    expect(await run(['demo', 'x'], none)).toMatchObject({ code: 2 });
  });

  it('words an expected failure in the shape of the house and uses its code', async () => {
    const failing = specs(() => {
      throw new DeskstatError({ code: 'file_not_found', args: {}, where: { file: 'x.csv' } }, 3);
    });
    expect(await run(['report', 'x.csv'], failing)).toEqual({
      code: 3,
      stdout: '',
      stderr: 'error: x.csv: no such file or folder\n',
    });
  });

  it('calls anything else a bug: exit 70, a trace only with --debug', async () => {
    const failing = specs(() => {
      throw new TypeError('x is not a function\nsecond line');
    });
    const { code, stderr } = await run(['report'], failing);
    expect(code).toBe(70);
    expect(stderr).toContain('this is a bug in deskstat');
    expect(stderr).toContain('TypeError: x is not a function\n');
    expect(stderr).toContain('--debug');
    expect(stderr).not.toMatch(/^ +at /m);
    const debug = await run(['report', '--debug'], failing);
    expect(debug.code).toBe(70);
    expect(debug.stderr).toMatch(/^ +at /m);
  });

  it('calls a thrown exit code 1 of any library a bug, never a failed expectation', async () => {
    const failing = specs(() => {
      throw Object.assign(new Error('boom'), { exitCode: 1, code: 'ELIBRARY' });
    });
    expect((await run(['report'], failing)).code).toBe(70);
  });
});

describe('the commands that exist', () => {
  it('each show help that fits 80 columns and carries two examples of that command', async () => {
    for (const spec of commandList) {
      const { code, stdout } = await run([spec.name, '--help'], [...commandList]);
      expect(code).toBe(0);
      expect(spec.examples.length, spec.name).toBeGreaterThanOrEqual(2);
      for (const [command] of spec.examples) expect(command).toContain(`deskstat ${spec.name}`);
      for (const row of stdout.split('\n')) expect(row.length, row).toBeLessThanOrEqual(80);
    }
  });

  it('each load an action', async () => {
    for (const spec of commandList) expect(typeof (await spec.load()).run, spec.name).toBe('function');
  });
});
