/**
 * Every setting that deskstat.yaml and the command line share, once: where it is written, what it is when nobody says,
 * and which commands heed it. Flags overrule the file, the file overrules the default.
 */
export interface Setting {
  /** Its flag; null for what only the file can hold. */
  readonly flag: string | null;
  /** Its place in deskstat.yaml; a place in `files` holds for the files (and streams) of an entry. */
  readonly yaml: string;
  readonly commands: readonly CommandName[];
  /** False for what decides how a result looks and no figure in it. */
  readonly changesFigures: boolean;
}

const named = [
  'report',
  'metrics',
  'agents',
  'tickets',
  'explain',
  'waiting',
  'check',
  'retention',
  'issues',
] as const;
const reading = [...named, 'inspect', 'init'] as const;
const spanned = ['report', 'metrics', 'agents', 'tickets', 'explain', 'check', 'issues'] as const;
export type CommandName = (typeof reading)[number] | 'diff';

export const settings = {
  tz: { flag: '--tz', yaml: 'tz', commands: reading, changesFigures: true },
  lang: { flag: '--lang', yaml: 'lang', commands: [...reading, 'diff'], changesFigures: false },
  weekStarts: { flag: '--week-starts', yaml: 'week_starts', commands: spanned, changesFigures: true },
  period: { flag: '--period', yaml: 'period', commands: spanned, changesFigures: true },
  compare: { flag: '--compare', yaml: 'compare', commands: ['report', 'metrics'], changesFigures: true },
  minGroup: { flag: '--min-group', yaml: 'min_group', commands: ['report', 'metrics'], changesFigures: true },
  hours: { flag: '--hours', yaml: 'hours', commands: named, changesFigures: true },
  maxRejected: { flag: '--max-rejected', yaml: 'max_rejected', commands: reading, changesFigures: false },
  pseudonyms: { flag: '--pseudonyms', yaml: 'pseudonyms', commands: named, changesFigures: true },
  answers: { flag: '--answers', yaml: 'answers', commands: reading, changesFigures: true },
  survey: { flag: '--survey', yaml: 'survey', commands: reading, changesFigures: true },
  title: { flag: '--title', yaml: 'title', commands: ['report'], changesFigures: false },
  maxAge: { flag: '--max-age', yaml: 'max_age', commands: [...named, 'inspect'], changesFigures: false },
  book: { flag: '--book', yaml: 'book', commands: ['issues', 'tickets'], changesFigures: true },
  checks: { flag: '--expect', yaml: 'checks', commands: ['check'], changesFigures: true },
  kind: { flag: '--tickets', yaml: 'files.kind', commands: reading, changesFigures: true },
  preset: { flag: '--preset', yaml: 'files.preset', commands: reading, changesFigures: true },
  source: { flag: '--source', yaml: 'files.source', commands: reading, changesFigures: true },
  sourceTz: { flag: '--source-tz', yaml: 'files.source_tz', commands: reading, changesFigures: true },
  dateOrder: { flag: '--date-order', yaml: 'files.date_order', commands: reading, changesFigures: true },
  scale: { flag: '--scale', yaml: 'files.scale', commands: reading, changesFigures: true },
  cesLowIsEasy: {
    flag: '--ces-low-is-easy',
    yaml: 'files.ces_low_is_easy',
    commands: reading,
    changesFigures: true,
  },
  coverage: { flag: '--coverage', yaml: 'files.coverage', commands: reading, changesFigures: true },
  complete: { flag: '--complete', yaml: 'files.complete', commands: reading, changesFigures: true },
  map: { flag: '--map', yaml: 'files.map', commands: reading, changesFigures: true },
  value: { flag: '--value', yaml: 'files.value', commands: reading, changesFigures: true },
  match: { flag: null, yaml: 'files.match', commands: reading, changesFigures: true },
  stream: { flag: null, yaml: 'files.stream', commands: reading, changesFigures: true },
  pseudonymSalt: { flag: null, yaml: 'pseudonym_salt', commands: named, changesFigures: true },
  holidays: { flag: null, yaml: 'holidays', commands: named, changesFigures: true },
  calendars: { flag: null, yaml: 'calendars', commands: named, changesFigures: true },
  sla: { flag: null, yaml: 'sla', commands: named, changesFigures: true },
  expectSegments: { flag: null, yaml: 'expect_segments', commands: ['check'], changesFigures: true },
  csatBoxes: { flag: null, yaml: 'csat_boxes', commands: reading, changesFigures: true },
  agents: { flag: null, yaml: 'agents', commands: named, changesFigures: true },
  groups: { flag: null, yaml: 'groups', commands: named, changesFigures: true },
  dimensions: { flag: null, yaml: 'dimensions', commands: named, changesFigures: true },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingKey = keyof typeof settings;
