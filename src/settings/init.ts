import { stringify } from 'yaml';
import type { TableMapping } from '../model/mapping.ts';
import { scaleIds } from '../model/rating-scales.ts';
import { patternOf } from './file-pattern.ts';
import { nameInFile, type SettingKey, settings } from './table.ts';

/** What was found out about one table of a file. */
export interface InspectedTable {
  readonly mapping: TableMapping;
  /** False where only the first rows were looked at. */
  readonly whole?: boolean;
  /** The scale that somebody named for it. */
  readonly scale?: string | null;
  /** Field → value as written in the file → its meaning, null where nothing is known of it. */
  readonly seen?: ReadonlyMap<string, ReadonlyMap<string, string | null>>;
}

export interface InspectedFile {
  readonly path: string;
  /** What is read of it, where it is a database and somebody said so. */
  readonly query?: string | null;
  readonly tables: readonly InspectedTable[];
}

export interface Inspection {
  readonly files: readonly InspectedFile[];
  /** Zone of the report, where one was given. */
  readonly tz?: string;
  readonly lang?: string;
}

/**
 * The text of a commented `deskstat.yaml` that pins what was recognised in these files, with the sections that
 * nobody can guess (hours, SLA, checks) as examples to be uncommented.
 */
export function initConfig(inspection: Inspection): string {
  const tickets = inspection.files.flatMap((file) =>
    file.tables.filter((table) => table.mapping.kind === 'tickets'),
  );
  const zones = new Set(tickets.map(({ mapping }) => mapping.zone.id));
  const guessedZone = zones.size === 1 ? [...zones][0] : 'UTC';
  const sections = [
    '# Settings of deskstat for the files in this folder. Flags overrule them.',
    '# Lines that begin with "#" do nothing: take the "#" away to use them.',
    '',
    '# Time zone of days, weeks and working hours.',
    pinOrRemark('tz', inspection.tz, guessedZone),
    '',
    `# ${settings.lang.about}.`,
    pinOrRemark('lang', inspection.lang, settings.lang.default),
    '',
    ...gateSection,
    ...fileSection(inspection.files),
    ...dimensionSection(tickets),
    ...examples,
  ];
  return `${sections.join('\n')}\n`;
}

const gateSection: readonly string[] = [
  '# What "deskstat check" and "deskstat report" look at, and how old the data may be for a check.',
  written('period', 'last-week'),
  written('maxAge', '36h'),
  '',
];

function fileSection(files: readonly InspectedFile[]): readonly string[] {
  const entries = new Map<string, readonly string[]>();
  const apart = patternsApart(files);
  for (const file of files) {
    for (const table of file.tables) {
      if (!isUsable(table)) continue;
      const pattern = patternFor(file, apart);
      const key = JSON.stringify([pattern, table.mapping.stream]);
      if (!entries.has(key)) entries.set(key, fileEntry(pattern, { ...table, query: file.query }));
    }
  }
  if (entries.size === 0) return [];
  return [
    '# How each file is read. "deskstat inspect" shows what is guessed beyond this.',
    'files:',
    ...[...entries.values()].flat(),
    '',
  ];
}

/** What cannot be used as it is understood is not pinned so: a pin would silence the reason. */
const isUsable = ({ mapping }: InspectedTable): boolean =>
  mapping.kind !== 'none' && !mapping.problems.some(({ severity }) => severity === 'error');

/** Patterns that fit files which are read differently: those are named one by one. */
function patternsApart(files: readonly InspectedFile[]): ReadonlySet<string> {
  const readings = new Map<string, string>();
  const apart = new Set<string>();
  for (const file of files) {
    const pattern = patternOf(file.path);
    const reading = file.tables
      .filter(isUsable)
      .map(({ mapping, whole, scale }) => pinLines({ mapping, whole, scale }).map(withoutRemark).join('\n'))
      .join('\n\n');
    const known = readings.get(pattern);
    if (known !== undefined && known !== reading) apart.add(pattern);
    readings.set(pattern, reading);
  }
  return apart;
}

function patternFor({ path }: InspectedFile, apart: ReadonlySet<string>): string {
  const pattern = patternOf(path);
  return apart.has(pattern) ? path.replaceAll('\\', '/').replace(/^\.\//, '') : pattern;
}

const withoutRemark = (line: string): string => line.replace(/ {2}#.*$|^ *#.*$/, '');

function fileEntry(pattern: string, table: InspectedTable & Pick<InspectedFile, 'query'>): readonly string[] {
  const query = table.query ? [`    ${written('query', table.query)}`] : [];
  return [`  - ${written('match', pattern)}`, ...query, ...pinLines(table), ...valueLines(table)];
}

/** What decides how the table is read, without the meanings of values. */
function pinLines(table: InspectedTable): readonly string[] {
  const { mapping } = table;
  const lines: string[] = [];
  const add = (text: string): void => {
    lines.push(`    ${text}`);
  };
  if (mapping.stream !== null) add(written('stream', mapping.stream));
  add(written('kind', mapping.kind));
  if (mapping.preset !== null) add(written('preset', mapping.preset));
  const zone = zoneLine(mapping);
  if (zone) add(zone);
  const order = dateOrderOf(mapping);
  if (order) add(order);
  const scale = scaleLine(table);
  if (scale) add(scale);
  lines.push(...mapLines(mapping));
  return lines;
}

/** A zone that nothing in the file says is nobody's word: it stays a question. Headers name the zones of their columns. */
function zoneLine({ zone }: TableMapping): string | null {
  if (zone.origin === 'stamps' || zone.origin === 'header') return null;
  const line = written('sourceTz', zone.id);
  return zone.origin === 'default' ? `# ${line}  # not in the file: is it right?` : line;
}

function dateOrderOf(mapping: TableMapping): string | null {
  for (const { reading } of Object.values(mapping.fields)) {
    if (reading.type !== 'instant') continue;
    if (reading.format !== 'day_first' && reading.format !== 'month_first') continue;
    const line = written('dateOrder', reading.format === 'day_first' ? 'day' : 'month');
    return reading.ambiguous ? `# ${line}  # the values fit both: is it right?` : line;
  }
  return null;
}

/** The one scale of the table's ratings; where further rows could still overturn it, as a remark. */
function scaleLine({ mapping, whole = true, scale }: InspectedTable): string | null {
  if (scale) return written('scale', scale);
  const readings = [...Object.values(mapping.fields), ...(mapping.moreScores ?? [])].flatMap(({ reading }) =>
    reading.type === 'score' ? [reading] : [],
  );
  const ids = new Set(readings.map(({ scale }) => scale.id));
  const [id] = ids;
  if (ids.size !== 1 || !scaleIds.includes(id)) return null;
  // A helpdesk has scales of its own, chosen by the answers once they are read.
  if (mapping.preset !== null) return null;
  const isSettled = whole || readings.every(({ facts }) => facts?.settled != null);
  return isSettled ? written('scale', id) : `# ${written('scale', id)}  # by the first rows: is it right?`;
}

/** Columns that a preset knows need no pin; the others are written down with how sure the guess was. */
function mapLines(mapping: TableMapping): readonly string[] {
  const known: string[] = [];
  const pins: string[] = [];
  for (const [field, { source, confidence, within }] of Object.entries(mapping.fields)) {
    // Ids that are unique only within a column are found together with it.
    if (within) continue;
    if (mapping.preset !== null && confidence === 1) known.push(field);
    else {
      const sure = confidence < 1 ? `  # guessed, ${Math.round(100 * confidence)} % sure` : '';
      pins.push(`      ${field}: ${scalar(source)}${sure}`);
    }
  }
  return [
    ...(known.length > 0 ? [`    # the preset maps ${known.join(', ')}`] : []),
    ...(pins.length > 0 ? [`    ${nameInFile('map')}:`, ...pins] : []),
  ];
}

function valueLines({ seen }: InspectedTable): readonly string[] {
  const lines: string[] = [];
  for (const [field, values] of seen ?? []) {
    if (values.size === 0) continue;
    lines.push(`      ${field}:`);
    for (const [raw, meaning] of values) {
      if (meaning === null) lines.push(`        # ${scalar(raw)}: …  # not understood: what does it mean?`);
      else lines.push(`        ${scalar(raw)}: ${scalar(meaning)}`);
    }
  }
  const pins = lines.some((line) => !/^ +#|:$/.test(line));
  // A key that holds nothing but comments is as good as absent, so it is one.
  return lines.length === 0
    ? []
    : [
        pins ? `    ${nameInFile('value')}:` : `    # ${nameInFile('value')}:`,
        ...lines.map((line) => comment(line, pins)),
      ];
}

const comment = (line: string, pins: boolean): string =>
  pins || line.trimStart().startsWith('#') ? line : line.replace(/^( {4})/, '$1# ');

function dimensionSection(tickets: readonly InspectedTable[]): readonly string[] {
  const columns = new Set(tickets.flatMap(({ mapping }) => mapping.unmapped.map(({ source }) => source)));
  columns.delete('');
  if (columns.size === 0) return [];
  const taken = new Set<string>();
  const lines = [...columns].slice(0, 20).flatMap((column) => {
    const name = nameFor(column);
    if (name === '' || taken.has(name)) return [];
    taken.add(name);
    return [`#   ${name}: ${scalar(column)}`];
  });
  return [
    '# Short names of other columns, for --by and --where.',
    `# ${nameInFile('dimensions')}:`,
    ...lines,
    '',
  ];
}

const nameFor = (column: string): string =>
  column
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');

const examples: readonly string[] = [
  '# Working hours: every duration is then also measured in working time.',
  `# ${written('hours', 'Mon-Fri 09:00-18:00')}`,
  `# ${nameInFile('holidays')}:`,
  '#   - 2026-12-25',
  '#   - 2026-12-30..2027-01-02',
  '#   - holidays.ics',
  '',
  '# Targets; the first policy whose filter fits a ticket counts.',
  `# ${nameInFile('sla')}:`,
  '#   - name: Urgent',
  '#     when: priority = urgent',
  '#     targets: {first_response: 1h, resolution: 8h}',
  '#   - name: Everything else',
  '#     targets: {first_response: 8h, resolution: 3d}',
  '',
  '# What "deskstat check" expects of the last whole week.',
  `# ${nameInFile('checks')}:`,
  '#   - first_response_time.p90 < 4h',
  '#   - csat >= 90% min 20',
  '#   - backlog <= 200',
  '',
  '# Other names of agents and groups, so that one is counted as one.',
  `# ${nameInFile('agents')}:`,
  '#   Priya Nair: [pnair, priya@example.com]',
  `# ${nameInFile('groups')}:`,
  '#   Billing: [billing-queue, Billing L1]',
  '',
  '# Keeps recurring issues and their names from week to week.',
  `# ${written('book', 'issues.yaml')}`,
];

/** One line of YAML that reads back as this text. */
function scalar(text: string): string {
  if (/[\p{Cc}\u2028\u2029\ufeff]/u.test(text)) return JSON.stringify(text);
  return stringify(text, { lineWidth: 0 }).trimEnd();
}

/** A setting as a line of the file. */
function written(key: SettingKey, value: string): string {
  return `${nameInFile(key)}: ${scalar(value)}`;
}

/** What somebody said as a line, else what would hold as a remark. */
function pinOrRemark(key: SettingKey, given: string | undefined, otherwise: string): string {
  return given === undefined ? `# ${written(key, otherwise)}` : written(key, given);
}
