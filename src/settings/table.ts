import { type FlagType, isPlain, type PlainType, type PlainValues, type ShapedType } from './types.ts';

/**
 * Every setting that deskstat.yaml and the command line share, once: where it is written, what it is when nobody says,
 * and which commands heed it. Flags overrule the file, the file overrules the default. The options of commands, the
 * schema of the file, `init`, completion, recipes and docs/settings.md are made from this table.
 */
export interface Setting {
  /** Its flag, with what stands behind it; null for what only the file can hold. */
  readonly flag: string | null;
  /** What `--help` says of the flag. */
  readonly help?: string;
  /** What `--help` says of the same flag with "no-" before it, which takes back what the file says. */
  readonly negative?: string;
  /** How the flag's text is read, where it is not as the type says. */
  readonly flagType?: FlagType;
  /** A value for the flag that is right, for those who typed a wrong one. */
  readonly flagExample?: string;
  /** Its place in deskstat.yaml; a place in `files` holds for the files (and streams) of an entry. */
  readonly yaml: string;
  readonly type: PlainType | ShapedType;
  /** An entry of the file cannot be without it. */
  readonly required?: boolean;
  /** What holds where neither a flag nor the file says anything. */
  readonly default?: unknown;
  /** What it is about, for editors and documents. */
  readonly about: string;
  /** Values in the file. */
  readonly examples?: readonly unknown[];
  readonly commands: readonly CommandName[];
  /** What it changes: figures, what else a result says, or only how it looks and whether the clock allows it. */
  readonly changes: 'figures' | 'result' | 'looks';
}

const named = [
  'report',
  'metrics',
  'observe',
  'agents',
  'tickets',
  'explain',
  'waiting',
  'check',
  'retention',
  'issues',
] as const;
const reading = [...named, 'inspect', 'init'] as const;
const spanned = ['report', 'metrics', 'sql', 'agents', 'tickets', 'explain', 'check', 'issues'] as const;
export type CommandName = (typeof reading)[number] | 'diff' | 'sql';

export const settings = {
  tz: {
    flag: '--tz <zone>',
    help: 'time zone of days, weeks and hours (default UTC)',
    yaml: 'tz',
    type: 'text',
    default: 'UTC',
    about: 'Time zone of periods, days and hours',
    examples: ['Asia/Dhaka'],
    commands: [...reading, 'sql'],
    changes: 'figures',
  },
  lang: {
    flag: '--lang <language>',
    help: 'language of what people read: en, bn, hi',
    yaml: 'lang',
    type: 'text',
    default: 'en',
    about: 'Language of reports: en, bn, hi',
    examples: ['en'],
    commands: [...reading, 'diff'],
    changes: 'looks',
  },
  title: {
    flag: '--title <text>',
    help: 'what the report is called: company, team',
    yaml: 'title',
    type: 'text',
    default: null,
    about: 'What reports are called: company, team',
    examples: ['Acme support'],
    commands: ['report'],
    changes: 'result',
  },
  ticketUrl: {
    flag: '--ticket-url <address>',
    help: 'address of a ticket in the helpdesk, {id} in place of its number: numbers become links',
    yaml: 'ticket_url',
    type: 'text',
    default: null,
    about: 'Address of a ticket in the helpdesk, {id} in place of its number: numbers become links',
    examples: ['https://acme.zendesk.com/agent/tickets/{id}'],
    commands: ['report', 'tickets', 'waiting'],
    changes: 'result',
  },
  weekStarts: {
    flag: '--week-starts <day>',
    help: 'first day of a week (default monday)',
    yaml: 'week_starts',
    type: 'weekday',
    default: 'monday',
    about: 'First day of a week',
    commands: spanned,
    changes: 'figures',
  },
  period: {
    flag: '--period <period>',
    help: 'last-week, this-week, last-month, 2026-W46, 2026-10, 2026-Q3, last-30-days, all',
    yaml: 'period',
    type: 'text',
    about: 'Period of a report when none is asked for',
    examples: ['last-week'],
    commands: spanned,
    changes: 'figures',
  },
  maxAge: {
    flag: '--max-age <duration>',
    help: 'exit 3 when the data is older than this: 36h',
    yaml: 'max_age',
    type: 'text',
    about: '"deskstat check" ends with 3 when the data is older than this',
    examples: ['36h'],
    commands: [...named, 'inspect'],
    changes: 'looks',
  },
  compare: {
    flag: '--compare <with>',
    help: 'set the figure before beside it, with the verdict on the change: previous, year-ago, none',
    yaml: 'compare',
    type: 'comparison',
    about: 'What figures are compared with',
    commands: ['report', 'metrics'],
    changes: 'figures',
  },
  maxRejected: {
    flag: '--max-rejected <percent>',
    help: 'rows of a file that may be unusable (default 5%)',
    yaml: 'max_rejected',
    type: 'share',
    default: 0.05,
    about: 'Rows of a file that may be unusable',
    commands: reading,
    changes: 'result',
  },
  minGroup: {
    flag: '--min-group <n>',
    help: 'leave out figures of segments that rest on fewer than this',
    flagExample: '5',
    yaml: 'min_group',
    type: 'wholeNumber',
    default: null,
    about: 'Segments with fewer tickets are suppressed',
    commands: ['report', 'metrics', 'sql'],
    changes: 'figures',
  },
  pseudonyms: {
    flag: '--pseudonyms',
    help: 'replace people by stable pseudonyms everywhere (salt: DESKSTAT_SALT)',
    yaml: 'pseudonyms',
    type: 'flag',
    default: false,
    about: 'Replace people by stable pseudonyms everywhere',
    commands: named,
    changes: 'result',
  },
  pseudonymSalt: {
    flag: null,
    yaml: 'pseudonym_salt',
    type: 'text',
    about: 'Secret that pseudonyms are made with; the variable DESKSTAT_SALT overrules it',
    examples: ['a long random text'],
    commands: named,
    changes: 'result',
  },
  match: {
    flag: null,
    yaml: 'files.match',
    type: 'text',
    required: true,
    about: 'The files this is about; * stands for anything',
    examples: ['tickets-*.csv'],
    commands: reading,
    changes: 'figures',
  },
  stream: {
    flag: null,
    yaml: 'files.stream',
    type: 'text',
    about: 'Only this stream of the files, where they hold several tables',
    commands: reading,
    changes: 'figures',
  },
  kind: {
    flag: '--tickets <file>',
    help: 'read this file as tickets (repeatable)',
    flagType: 'eachTime',
    yaml: 'files.kind',
    type: 'kind',
    about: 'What one row is',
    commands: reading,
    changes: 'figures',
  },
  preset: {
    flag: '--preset <name>',
    help: 'the helpdesk the files come from: zendesk, freshdesk…',
    yaml: 'files.preset',
    type: 'text',
    about: 'The helpdesk it comes from',
    examples: ['zendesk'],
    commands: reading,
    changes: 'figures',
  },
  source: {
    flag: '--source <[file=]name>',
    help: 'name of the desk a file comes from; ids are unique within it',
    flagType: 'perFile',
    flagExample: 'west.csv=west',
    yaml: 'files.source',
    type: 'text',
    about: 'Name of the desk; ticket ids are unique within it',
    commands: reading,
    changes: 'figures',
  },
  sourceTz: {
    flag: '--source-tz <[file=]zone>',
    help: 'time zone of stamps that carry none: Asia/Dhaka',
    flagType: 'perFile',
    flagExample: 'Asia/Dhaka',
    yaml: 'files.source_tz',
    type: 'text',
    about: 'Time zone of stamps that carry none',
    examples: ['America/Denver'],
    commands: reading,
    changes: 'figures',
  },
  dateOrder: {
    flag: '--date-order <order>',
    help: 'order of numeric dates: is 03/04 the 3rd of April (day) or March (month)',
    yaml: 'files.date_order',
    type: 'dateOrder',
    about: 'Is 03/04 the 3rd of April (day) or March',
    commands: reading,
    changes: 'figures',
  },
  scale: {
    flag: '--scale <low-high>',
    help: 'rating scale: 1-5, 0-10, good-bad',
    yaml: 'files.scale',
    type: 'text',
    about: 'Rating scale',
    examples: ['1-5'],
    commands: reading,
    changes: 'figures',
  },
  cesLowIsEasy: {
    flag: '--ces-low-is-easy',
    help: 'on the effort scale a low answer is the good one',
    negative: 'on the effort scale a high answer is the good one',
    yaml: 'files.ces_low_is_easy',
    type: 'flag',
    about: 'On the effort scale a low answer is the good one',
    commands: reading,
    changes: 'figures',
  },
  coverage: {
    flag: '--coverage <cut|from..to>',
    help: 'how the export was cut: created, touched, solved, open; or its dates',
    flagType: 'coverage',
    yaml: 'files.coverage',
    type: 'coverage',
    about: 'How the export was cut, and its dates',
    examples: ['touched'],
    commands: reading,
    changes: 'figures',
  },
  complete: {
    flag: '--complete',
    help: 'the export holds every ticket of its span and all before',
    yaml: 'files.complete',
    type: 'flag',
    about: 'The export holds every ticket of its span and all before',
    commands: reading,
    changes: 'figures',
  },
  map: {
    flag: '--map <field=column>',
    help: "the column that feeds a field: created_at='Opened' (repeatable)",
    flagType: 'pairs',
    flagExample: "created_at='Opened'",
    yaml: 'files.map',
    type: 'fieldColumns',
    about: 'Field: column that feeds it',
    examples: [{ created_at: 'Opened Date' }],
    commands: reading,
    changes: 'figures',
  },
  value: {
    flag: '--value <field:raw=meaning>',
    help: "what a value means: status:'Resolve ticket'=solved (repeatable)",
    flagType: 'valuePins',
    yaml: 'files.value',
    type: 'fieldValues',
    about: 'Field: its values and what they mean',
    examples: [{ status: { 'Resolve ticket': 'solved' } }],
    commands: reading,
    changes: 'figures',
  },
  hours: {
    flag: '--hours <hours>',
    help: "working hours: 'Mon-Fri 09:00-18:00'",
    flagType: 'text',
    yaml: 'hours',
    type: 'hours',
    about:
      'Working hours, one line or a list of them; "24/7" for always; hours that changed stand with "from:"',
    examples: ['Mon-Fri 09:00-18:00', ['Mon-Thu 09:00-13:00', 'Mon-Thu 14:00-18:00', 'Fri 22:00-06:00']],
    commands: named,
    changes: 'figures',
  },
  holidays: {
    flag: null,
    yaml: 'holidays',
    type: 'texts',
    about: 'Days off: dates, ranges of dates, or .ics files beside this one',
    examples: [['2026-12-16', '2026-12-24..2026-12-26', 'holidays.ics']],
    commands: named,
    changes: 'figures',
  },
  calendars: {
    flag: null,
    yaml: 'calendars',
    type: 'calendars',
    about: 'Named working hours, for policies and groups',
    commands: named,
    changes: 'figures',
  },
  sla: {
    flag: null,
    yaml: 'sla',
    type: 'policies',
    about: 'SLA policies; the first whose filter fits counts',
    commands: named,
    changes: 'figures',
  },
  checks: {
    flag: '--expect <expectation>',
    help: "'csat >= 90% by group min 20' (repeatable; default: checks of deskstat.yaml)",
    flagType: 'eachTime',
    yaml: 'checks',
    type: 'checks',
    about: 'What "deskstat check" expects',
    examples: [['first_response_time.p90 < 4h']],
    commands: ['check'],
    changes: 'figures',
  },
  expectSegments: {
    flag: null,
    yaml: 'expect_segments',
    type: 'segments',
    about: 'Segments that a check must find',
    examples: [{ group: ['Billing', 'Technical'] }],
    commands: ['check'],
    changes: 'figures',
  },
  answers: {
    flag: '--answers <whose>',
    help: 'whose answers end a wait: people (default), or bots too',
    yaml: 'answers',
    type: 'answers',
    default: 'people',
    about: 'Whose answers end a wait: those of people alone, or of bots too',
    commands: reading,
    changes: 'figures',
  },
  survey: {
    flag: '--survey <header>',
    help: 'of several surveys or questions, count this one',
    yaml: 'survey',
    type: 'text',
    default: null,
    about: 'Of several surveys or rating questions, the one that counts',
    examples: ['How satisfied are you?'],
    commands: reading,
    changes: 'figures',
  },
  csatBoxes: {
    flag: null,
    yaml: 'csat_boxes',
    type: 'boxes',
    about: 'Rating scale: lowest score that counts as satisfied',
    examples: [{ '1-5': 4 }],
    commands: reading,
    changes: 'figures',
  },
  agents: {
    flag: null,
    yaml: 'agents',
    type: 'aliases',
    about: 'Agent: other names, addresses and ids',
    examples: [{ 'Priya Nair': ['pnair', 'priya@example.com'] }],
    commands: named,
    changes: 'figures',
  },
  groups: {
    flag: null,
    yaml: 'groups',
    type: 'groups',
    about: 'Group: other names, and its calendar',
    examples: [{ Billing: ['billing-queue', 'Billing L1'] }],
    commands: named,
    changes: 'figures',
  },
  dimensions: {
    flag: null,
    yaml: 'dimensions',
    type: 'columns',
    about: 'Name for --by and --where: column',
    examples: [{ product: 'Product area' }],
    commands: named,
    changes: 'figures',
  },
  book: {
    flag: '--book <file>',
    help: 'issue book: keeps ids and names from week to week',
    yaml: 'book',
    type: 'text',
    about: 'Issue book, beside this file',
    examples: ['issues.yaml'],
    commands: ['issues', 'tickets'],
    changes: 'figures',
  },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingKey = keyof typeof settings;
type Table = typeof settings;
/** Settings of an entry of `files`, and those of the whole file. */
export type FileKey = {
  [K in SettingKey]: Table[K]['yaml'] extends `files.${string}` ? K : never;
}[SettingKey];
export type TopKey = Exclude<SettingKey, FileKey>;

/** Of these settings the plain ones, with what each holds. */
export type PlainOf<Keys extends SettingKey> = {
  readonly [K in Keys as Table[K]['type'] extends PlainType ? K : never]?: Table[K]['type'] extends PlainType
    ? PlainValues[Table[K]['type']]
    : never;
};

/** Whether a setting stands in the entries of `files`. */
export const isOfFiles = (key: SettingKey): boolean => settings[key].yaml.startsWith('files.');

/** Its name in deskstat.yaml, inside an entry of `files` where it is one of those. */
export const nameInFile = (key: SettingKey): string => settings[key].yaml.replace(/^files\./, '');

/** The flag of a setting by itself, as `--source-tz`: a text that names one cannot name what is not there. */
export function flagOf(key: SettingKey): string {
  return settings[key].flag?.split(' ')[0] ?? '';
}

/** The plain settings among these, as they are written in one place of the file. */
export function plainSettings<Keys extends SettingKey>(
  isMeant: (key: SettingKey) => boolean,
  written: Readonly<Record<string, unknown>>,
): PlainOf<Keys> {
  const keys = (Object.keys(settings) as SettingKey[]).filter(
    (key) => isMeant(key) && isPlain(settings[key].type),
  );
  return Object.fromEntries(keys.map((key) => [key, written[nameInFile(key)]])) as PlainOf<Keys>;
}
