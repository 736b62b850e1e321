import { durationStats } from '../model/metric.ts';
import { dimensionNames, metrics } from '../questions/names.ts';
import type { JsonSchema } from '../settings/json-schema.ts';

/** What can be asked about besides commands: the small languages of the tool, each on one page. */
export const helpTopics = ['expectations', 'filters', 'periods', 'hours', 'settings', 'metrics'] as const;
export type HelpTopic = (typeof helpTopics)[number];

const lines = (...text: readonly string[]): string => `${text.join('\n')}\n`;

const pages: Readonly<Record<HelpTopic, () => Promise<string>>> = {
  expectations: async () =>
    lines(
      'metric[.statistic][@clock] comparison value [confidently | clearly] [over PERIOD] [by DIMENSIONS] [where FILTER] [min N]',
      '',
      '  first_response_time.p90 < 4h',
      '  csat >= 90% by group min 20',
      '  backlog <= baseline + 10% clearly',
      '  resolution_time.p50@business < 9h over last-month where priority = urgent',
      '',
      'confidently  passes only if the whole 95 % interval complies; else undecided, exit 1',
      'clearly      fails only if no part of the interval complies',
      `statistics   ${durationStats.join(', ')}, any percentile (p85); durations need one`,
      'comparisons  < <= > >= = !=',
      'values       4h, 90m, 2d (only h, m and s @business); 90% or 0.9; 200; baseline + 10%, baseline + 2pt',
      '',
      'Exits of check: 0 all hold, 1 one failed or is undecided, 2 wrong usage, 3 unusable, 4 no data.',
    ),
  filters: async () =>
    lines(
      'field comparison value, joined by and, or, not and brackets',
      '',
      '  priority = urgent and channel != chat',
      '  group in (Billing, "Second Line") or tags contains refund',
      "  column:'Product area' = Phones and assignee is missing",
      '  replies >= 3 and not (subject matches "^re:")',
      '',
      'comparisons  = != < <= > >= in (…) contains matches, is missing',
      'matches      a regular expression (RE2: no lookaround, no \\1), found anywhere, in any case',
      `fields       ${dimensionNames().join(', ')}`,
      "             column:'Name' for any other column of the export",
    ),
  periods: async () =>
    lines(
      'today yesterday, this-week, last-week (and month, quarter, year), last-30-days, last-4-weeks',
      '2026-W46 (ISO week), 2026-10, 2026-Q3, 2026, 2026-10-05, 2026-10-01/2026-10-15, all',
      '',
      '"now" is the newest stamp of the data, never the clock of the machine; --as-of sets another one.',
      'Days are those of --tz (default UTC); --since is itself inside, --until outside.',
    ),
  hours: async () =>
    lines(
      '  Mon-Fri 09:00-18:00',
      '  Mon-Thu 9:00-12:00 13:00-18:00, Fri 9am-1pm',
      '  Mon-Sun 22:00-06:00            over midnight',
      '  24/7',
      '',
      'In deskstat.yaml also:',
      '  hours: [Mon-Fri 09:00-18:00, {from: 2026-03-01, hours: Mon-Fri 08:00-17:00}]',
      '  holidays:',
      '    - 2026-12-24..2026-12-26',
      '    - 12-25                      every year',
      '    - 2026-12-31 09:00-12:00     a half day',
      '    - 07-01..08-31 08:00-14:00   a season: opens no weekday that is closed',
      '    - holidays.ics',
    ),
  settings: settingsPage,
  metrics: async () =>
    lines(
      ...metrics.flatMap(({ id, definition }) => [id, `    ${definition}`]),
      '',
      'deskstat explain <metric> says more; deskstat metrics --help shows the options of the command.',
    ),
};

/** The page of a topic. */
export const helpPage = (topic: HelpTopic): Promise<string> => pages[topic]();

/** Every setting with what it does, from the schema that checks the file. */
async function settingsPage(): Promise<string> {
  const { configJsonSchema } = await import('../settings/json-schema.ts');
  const { properties = {} } = configJsonSchema() as { properties?: Readonly<Record<string, JsonSchema>> };
  const rows = Object.entries(properties).map(
    ([key, { description }]) => `  ${key.padEnd(16)} ${description ?? ''}`,
  );
  return lines(
    'deskstat.yaml: named by --config, else looked for here, above up to the root of the repository, and beside the first input.',
    '',
    ...rows,
    '',
    'deskstat schema config prints the whole schema; deskstat init writes a file to start from.',
  );
}
