import { cuts } from '../model/coverage.ts';
import { type Content, defaultFormat, formatsOf } from '../model/output-formats.ts';
import { sentence } from '../model/sentence.ts';
import type { CoveragePin, OutputPin } from './option-types.ts';
import {
  choice,
  eachTime,
  pairs,
  perFile,
  share,
  usageError,
  valuePins,
  wholeNumber,
} from './option-values.ts';
import { flagOf, type Setting, type SettingKey, settings } from './table.ts';
import { choices } from './types.ts';

/** One option as data: what `--help` prints, and how its text becomes a value. */
export interface OptionSpec {
  readonly flags: string;
  readonly help: string;
  // Commander hands over the value so far; what it is depends on the option. `words`: all that the value can be.
  readonly read?: ((text: string, previous: never) => unknown) & { readonly words?: readonly string[] };
}

/** Options under one heading of a command's help. */
export interface OptionGroup {
  readonly heading: string;
  readonly options: readonly OptionSpec[];
}

type AnyReader = NonNullable<OptionSpec['read']>;

/** How the text behind a flag of a setting is read, by the type of the setting or of the flag. */
const flagReaders: Readonly<Record<string, (flag: string, example: string) => AnyReader | undefined>> = {
  eachTime: () => eachTime,
  perFile,
  pairs,
  valuePins: () => valuePins,
  coverage: () => readCoverage,
  share,
  wholeNumber: (flag, example) => wholeNumber(flag, 1, Number(example)),
  ...Object.fromEntries(
    Object.entries(choices).map(([type, words]) => [type, (flag: string) => choice(flag, words)]),
  ),
};

/** The option of a setting, as the table of settings has it. */
export function option(key: SettingKey, help?: string): OptionSpec {
  const setting: Setting = settings[key];
  const read = flagReaders[setting.flagType ?? setting.type]?.(flagOf(key), setting.flagExample ?? '');
  return { flags: setting.flag ?? '', help: help ?? setting.help ?? '', ...(read ? { read } : {}) };
}

/** The option that takes back what the file says. */
function negative(key: SettingKey): OptionSpec {
  const setting: Setting = settings[key];
  return { flags: flagOf(key).replace('--', '--no-'), help: setting.negative ?? '' };
}

const kindOption = (kind: string, what: string): OptionSpec => ({
  flags: `--${kind} <file>`,
  help: `read this file as ${what} (repeatable)`,
  read: eachTime,
});

export const inputGroup: OptionGroup = {
  heading: 'Reading (guessed unless given; "deskstat inspect" shows the guesses):',
  options: [
    option('map'),
    option('value'),
    option('query'),
    option('preset'),
    option('source'),
    option('sourceTz'),
    option('dateOrder'),
    option('scale'),
    option('cesLowIsEasy'),
    negative('cesLowIsEasy'),
    option('answers'),
    option('survey'),
    option('coverage'),
    option('complete'),
    { flags: '--no-guess', help: 'make every uncertain guess an error (for CI)' },
    option('kind'),
    kindOption('surveys', 'survey answers'),
    kindOption('messages', 'messages of tickets'),
    kindOption('events', 'status changes of tickets'),
    kindOption('customers', 'customers with start and end'),
    kindOption('activity', 'orders, logins… of customers'),
    option('maxRejected'),
    { flags: '--strict', help: 'one unusable row is an error' },
    { flags: '--rejects <file>', help: 'write unusable rows there, as they are, with the reason' },
  ],
};

const clockOptions: readonly OptionSpec[] = [
  option('tz'),
  option('hours'),
  { flags: '--as-of <when>', help: 'the moment to look from (default: the newest stamp in the data)' },
  option('maxAge'),
];

/** Zone and as-of, for what needs neither periods nor working hours. */
export const momentGroup: OptionGroup = {
  heading: 'Time:',
  options: clockOptions.filter(({ flags }) => !flags.startsWith('--hours ')),
};

/** Zone, working hours and as-of, for commands that look at everything. */
export const clockGroup: OptionGroup = { heading: 'Time:', options: clockOptions };

/** The same with periods. */
export const timeGroup: OptionGroup = {
  heading: 'Time:',
  options: [
    option('period'),
    { flags: '--since <when>', help: 'from this day or instant on' },
    { flags: '--until <when>', help: 'up to this day or instant, itself left out' },
    {
      flags: '--every <step>',
      help: 'one figure for each day, week, month or quarter',
      read: choice('--every', ['day', 'week', 'month', 'quarter']),
    },
    option('weekStarts'),
    option('compare'),
    ...clockOptions,
  ],
};

/** One stretch of time, for commands without a series and a comparison of their own. */
export const rangeGroup: OptionGroup = {
  heading: 'Time:',
  options: timeGroup.options.filter(({ flags }) => !/^--(every|compare) /.test(flags)),
};

/** Output options of a command that can print these formats. */
export function outputGroup(content: Content): OptionGroup {
  const formats: readonly string[] = formatsOf(content);
  return {
    heading: 'Output:',
    options: [
      {
        flags: '--format <format>',
        help: `what stdout gets: ${formats.join(', ')} (default ${defaultFormat})`,
        read: choice('--format', formats),
      },
      {
        flags: '-o, --output <[format=]file>',
        help: 'write a file as well; its ending decides the format (repeatable); folder/ takes a file a table',
        read: readOutputPin,
      },
      { flags: '-q, --quiet', help: 'nothing on stdout; in check, only what did not pass' },
      ...(formats.includes('csv') ? [{ flags: '--excel', help: 'begin CSV with the mark Excel needs' }] : []),
      option('lang'),
      option('pseudonyms'),
    ],
  };
}

/** Output options of a command that names nobody. */
export function namelessOutputGroup(content: Content): OptionGroup {
  const { heading, options } = outputGroup(content);
  return { heading, options: options.filter(({ flags }) => !/^--pseudonyms\b/.test(flags)) };
}

/** What every command takes. */
export const commonGroup: OptionGroup = {
  heading: 'Always:',
  options: [
    { flags: '--color', help: 'colour even off a terminal (NO_COLOR and FORCE_COLOR are heeded)' },
    { flags: '--no-color', help: 'no colour' },
    {
      flags: '--config <file>',
      help: 'settings file (default deskstat.yaml here, above or beside the data)',
    },
    { flags: '--no-notes', help: 'no notes about the data on stderr (warnings stay)' },
    { flags: '--debug', help: 'print the stack trace of a failure' },
  ],
};

function readOutputPin(text: string, previous: readonly OutputPin[] = []): readonly OutputPin[] {
  const pin = /^([a-z]+)=(.*)$/s.exec(text);
  const file = pin ? pin[2] : text;
  if (file.trim() === '')
    throw usageError(sentence('mistake.output_unnamed'), '-o report.html or -o json=report.txt');
  return [...previous, { format: pin ? pin[1] : null, file }];
}

function readCoverage(text: string, previous?: CoveragePin): CoveragePin {
  const before: CoveragePin = previous ?? { cut: null, from: null, to: null };
  const word = text.trim();
  const cut = cuts.find((each) => each === word);
  if (cut) return { ...before, cut };
  const range = /^(.*)\.\.(.*)$/.exec(word);
  const from = range?.[1].trim() || null;
  const to = range?.[2].trim() || null;
  if (from === null && to === null) {
    throw usageError(
      sentence('mistake.no_coverage', { typed: text }),
      '--coverage touched, or --coverage 2026-01-01..2026-07-01',
    );
  }
  return { ...before, from, to };
}
