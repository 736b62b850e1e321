import { writeFileSync } from 'node:fs';
import path from 'node:path';

const day = 86_400_000;
/** Stamps carry their zone, so that a question may ask for the periods of another one. */
const iso = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** Working hours of the desk. */
export const hours = 'Mon-Fri 09:00-17:00';

const allStats = ['--stat', 'mean,p50,p75,p90,p95,p99,min,max,count,share,score'];

/** Questions that ask every kind of figure, statistic and segment that a query can give. */
export const questions: readonly (readonly string[])[] = [
  [],
  allStats,
  ['--by', 'group', '--every', 'week', '--totals', ...allStats],
  ['--by', 'priority,group', '--top', '3', '--totals', '--period', '2026-02'],
  ['--by', 'priority', '--every', 'month', '--min-group', '8'],
  ['--clock', 'business', '--since', '2026-01-20', '--until', '2026-03-01', '--by', 'weekday'],
  [
    ...['--tz', 'Asia/Kathmandu', '--clock', 'calendar', '--every', 'week', '--by', 'group'],
    ...['--metric', 'created,solved,first_response_time,csat,nps,backlog,reopen_rate,repeat_contact_rate'],
  ],
];

/**
 * Ninety days of tickets with every state a figure tells apart, and answers of which some belong to no ticket; a seed
 * moves all of them.
 */
export function writeObservedDesk(folder: string, seed = 0): readonly string[] {
  const start = Date.UTC(2026, 0, 5, 8);
  const tickets: string[] = [];
  const answers: string[] = [];
  const recommended: string[] = [];
  for (let n = 0; n < 400; n++) {
    const i = n + seed * 401;
    const at = start + n * 0.225 * day + ((i * 7919) % 3600) * 1000;
    const answered = i % 11 === 0 ? '' : iso(at + (1 + ((i * 37) % 400)) * 60_000);
    const solved = i % 6 === 0 ? '' : iso(at + (1 + ((i * 53) % 90)) * 3_600_000);
    const status = solved === '' ? 'Open' : 'Solved';
    const group = ['Billing', 'Technical', '', 'Émile'][i % 4];
    const priority = ['Urgent', 'High', 'Normal', 'Low', ''][i % 5];
    const tags = ['vip', 'vip refund', '', 'refund app'][i % 4];
    const stamps = [n + 1, iso(at), answered, solved, status];
    const rest = [group, priority, `c${i % 60}@example.com`, i % 3, i % 4, tags];
    tickets.push([...stamps, ...rest].join(','));
    if (n % 4 === 1) {
      const ticket = i % 16 === 1 ? 90_000 + n : n + 1;
      answers.push([ticket, iso(at + 3 * day), 1 + ((i * 3) % 5)].join(','));
    }
    if (i % 5 === 2) recommended.push([n + 1, iso(at + 5 * day), (i * 7) % 11].join(','));
  }
  const files: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'tickets.csv',
      'Ticket ID,Created at,First response at,Solved at,Status,Group,Priority,Requester,Reopens,Replies,Tags',
      tickets,
    ],
    ['surveys.csv', 'Ticket ID,Answered at,CSAT score', answers],
    ['nps.csv', 'Ticket ID,Answered at,NPS score', recommended],
  ];
  return files.map(([name, head, rows]) => {
    const file = path.join(folder, name);
    writeFileSync(file, `${[head, ...rows].join('\n')}\n`);
    return file;
  });
}

export type Row = Readonly<Record<string, unknown>>;

/** A row of `metrics --format json`. */
export interface Figure extends Row {
  readonly period: { readonly start: string } | null;
  readonly segment: Readonly<Record<string, string | null>>;
}

/** Figures that a query can give: all but those of customers. */
export const queryable = (rows: readonly Figure[]): readonly Figure[] =>
  rows.filter(({ metric }) => metric !== 'retention_rate' && metric !== 'churn_rate');

/**
 * What an engine's rows say otherwise than `metrics`: one part in 10¹² of an interval's end and a unit in the last place
 * of a mean are nothing, everything else is.
 */
export function differences(found: readonly Row[], wanted: readonly Figure[]): string[] {
  if (found.length !== wanted.length) return [`${found.length} rows for ${wanted.length}`];
  const dimensions = Object.keys(found[0] ?? {}).filter((name) => name.startsWith('by_'));
  const nameOf = (period: unknown, segment: readonly unknown[], { key, status }: Row): string =>
    JSON.stringify([period, segment, key, status === 'unavailable']);
  const own = (row: Row): string =>
    nameOf(
      row.period_start ?? null,
      dimensions.map((name) => row[name] ?? null),
      row,
    );
  const byName = new Map(found.map((row) => [own(row), row]));
  return wanted.flatMap((row) => {
    const segment = dimensions.map((name) => row.segment[name.slice(3)] ?? null);
    const about = nameOf(row.period?.start ?? null, segment, row);
    const other = byName.get(about);
    return other ? differing(other, row).map((what) => `${about} ${what}`) : [`${about} is lacking`];
  });
}

const texts = ['metric', 'stat', 'clock', 'unit', 'status', 'reason', 'clock_source', 'precision'];

function differing(found: Row, wanted: Row): string[] {
  const within: Readonly<Record<string, number>> = {
    value: wanted.stat === 'mean' ? Number.EPSILON : 0,
    ...{ n: 0, open: 0, low: 1e-12, high: 1e-12 },
  };
  const numbers = Object.keys(within).filter((name) => !isNear(found[name], wanted[name], within[name]));
  const words = texts.filter((name) => (found[name] ?? null) !== (wanted[name] ?? null));
  return [...numbers, ...words].map((name) => `${name}: ${found[name]} for ${wanted[name]}`);
}

function isNear(found: unknown, wanted: unknown, within: number): boolean {
  if (found === null || found === undefined || wanted === null) return (found ?? null) === wanted;
  return Math.abs(Number(found) - Number(wanted)) <= within * Math.abs(Number(wanted));
}
