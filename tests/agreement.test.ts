import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { commandList } from '../src/cli/command-list.ts';
import { runCli } from '../src/cli/program.ts';
import { describeBeside, sharedPath } from './shared-data.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

// No figure contradicts another: report and metrics say the same of the same period, the backlog is the tickets that are
// open, and who waits in the report is who waits in `waiting`.

vi.setConfig({ testTimeout: 600_000 });

interface Job {
  readonly name: string;
  readonly cwd: string;
  /** Files, and what must be said of them to be read. */
  readonly args: readonly string[];
}

const fixtures = path.resolve(import.meta.dirname, '../fixtures');
const shared = sharedPath('cases');

const fixtureJobs: Job[] = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:csv|json|jsonl|ndjson|tsv)$/.test(name) && !name.endsWith('mapping.json'))
  .sort()
  .map((name) => ({ name, cwd: fixtures, args: [name] }));

/** Options that say how files are read; the others ask for something. */
const ofReading = new Set(
  'as-of tz source-tz map value tickets surveys messages events customers activity date-order coverage scale preset source config'
    .split(' ')
    .map((name) => `--${name}`),
);

function sharedJobs(folder: string): Job[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name): Job[] => {
      const cwd = path.join(folder, name);
      if (!statSync(cwd).isDirectory()) return [];
      const file = path.join(cwd, 'case.json');
      if (!existsSync(file)) return sharedJobs(cwd);
      const { runs } = JSON.parse(readFileSync(file, 'utf8')) as {
        runs: { args: string[]; stdin?: string }[];
      };
      const [{ args, stdin }] = runs;
      const taken = args.flatMap((arg, i) => {
        if (ofReading.has(arg)) return [arg, args[i + 1]];
        const isFile = i > 0 && !arg.startsWith('-') && !args[i - 1].startsWith('--');
        return isFile && existsSync(path.join(cwd, arg)) ? [arg] : [];
      });
      return stdin === undefined && taken.length > 0
        ? [{ name: path.relative(shared, cwd), cwd, args: taken }]
        : [];
    });
}

async function json<T>(args: readonly string[], cwd: string): Promise<T | null> {
  const io = memoryIo({ cwd });
  const before = process.cwd();
  process.chdir(cwd);
  const code = await runCli([...args, '--format', 'json'], io, commandList).finally(() =>
    process.chdir(before),
  );
  return code === 0 ? (JSON.parse(io.stdout.text()) as T) : null;
}

interface Told {
  readonly value?: number | null;
  readonly n?: number | null;
  readonly text?: unknown;
}
interface Report {
  readonly period: unknown;
  readonly blocks: readonly {
    readonly kind: string;
    readonly id?: string;
    readonly items?: readonly { key: string; value: Told; period: unknown; survey?: string | null }[];
    readonly caption?: { readonly args: { readonly total: number | Told } };
    readonly rows?: readonly (readonly Told[])[];
  }[];
}
interface Rows {
  readonly rows: readonly {
    readonly key: string;
    readonly metric: string;
    readonly value: number | null;
    readonly n: number | null;
    readonly status: string;
    readonly segment: Readonly<Record<string, unknown>>;
    readonly survey?: string;
  }[];
}
interface Tickets {
  readonly rows: readonly {
    readonly id: string;
    readonly status: string | null;
    readonly solved_at: string | null;
    readonly reopens: number | null;
  }[];
}
interface Waiting {
  readonly waiting: number;
  readonly rows: readonly { readonly ticket_id: string; readonly reasons: readonly string[] }[];
}

/** Retention is of the newest whole month, and figures on the business clock are asked for with `--clock`. */
const isElsewhere = (key: string): boolean => /@|^(?:retention|churn|return)_rate|^active|^tenure/.test(key);

const close = (a: number | null | undefined, b: number | null | undefined): boolean =>
  a === b ||
  (a == null && b == null) ||
  Math.abs((a ?? Number.NaN) - (b ?? Number.NaN)) <= 1e-9 * Math.abs(a ?? 0);

/** How often two sides were held against each other, so that a test that compares nothing fails. */
interface Compared {
  reports: number;
  figures: number;
  lists: number;
  months: number;
}

/** What two commands say differently of one export. */
async function contradictions({ args, cwd }: Job, compared: Compared): Promise<string[]> {
  const report = await json<Report>(['report', ...args, '--period', 'all', '--no-issues'], cwd);
  if (!report) return [];
  const found: string[] = [];
  const told = report.blocks
    .flatMap(({ kind, items }) => (kind === 'figures' ? (items ?? []) : []))
    .filter(({ key, period }) => period === null && !isElsewhere(key));
  const keys = [...new Set([...told.map(({ key }) => key), 'created', 'backlog', 'unanswered'])];
  const asked = keys.flatMap((key) => ['--metric', key]);
  const metrics = await json<Rows>(['metrics', ...args, '--period', 'all', ...asked], cwd);
  if (!metrics) return ['metrics cannot tell what the report tells'];
  compared.reports++;
  compared.figures += told.length;
  for (const { key, value, survey } of told) {
    const rows = metrics.rows.filter(
      (row) => row.key === key && (!survey || row.survey === survey || row.segment.survey === survey),
    );
    if (rows.length !== 1) found.push(`${key}: ${rows.length} rows in metrics`);
    else if (!close(value.value, rows[0].value))
      found.push(`${key}: ${value.value} in the report, ${rows[0].value} in metrics`);
    else if (value.n != null && value.n !== rows[0].n)
      found.push(`${key}: n ${value.n} in the report, ${rows[0].n} in metrics`);
  }
  return [
    ...found,
    ...(await ofTickets({ args, cwd, report, metrics }, compared)),
    ...(await ofBacklog({ args, cwd }, compared)),
  ];
}

/** The backlog against the tickets that are open, and who waits here against who waits there. */
async function ofTickets(
  { args, cwd, report, metrics }: Omit<Job, 'name'> & { readonly report: Report; readonly metrics: Rows },
  compared: Compared,
): Promise<string[]> {
  const found: string[] = [];
  const figure = (metric: string) => metrics.rows.find((row) => row.metric === metric);
  const tickets = await json<Tickets>(['tickets', ...args], cwd);
  const backlog = figure('backlog')?.value ?? null;
  const rows = tickets?.rows ?? [];
  const count = (states: readonly string[]): number =>
    rows.filter(({ status }) => states.includes(status ?? '')).length;
  if (backlog !== null && rows.length > 0 && rows.every(({ status }) => status != null)) {
    const open = count(['new', 'open', 'pending', 'on_hold']);
    if (open !== backlog) found.push(`backlog ${backlog}, and ${open} tickets are open`);
  }
  // A file of surveys or customers has no tickets: what is not available there is no other count than none.
  if (tickets && (figure('created')?.value ?? 0) !== rows.length)
    found.push(`created ${figure('created')?.value}, and there are ${rows.length} tickets`);
  const list = report.blocks.find(({ id }) => id === 'waiting');
  const told = list?.caption?.args.total ?? 0;
  const total = typeof told === 'number' ? told : (told.value ?? 0);
  const waiting = await json<Waiting>(['waiting', ...args], cwd);
  if (!waiting) return list ? [...found, 'the report says who waits, and waiting does not'] : found;
  compared.lists++;
  if (waiting.rows.length !== waiting.waiting)
    found.push(`${waiting.waiting} wait, ${waiting.rows.length} are listed`);
  if (backlog !== null && waiting.waiting > backlog)
    found.push(`${waiting.waiting} wait of ${backlog} that are open`);
  const unanswered = figure('unanswered');
  if (unanswered?.status === 'ok') {
    // Those that wait for the customer have had no answer either, and do not wait.
    const pending = count(['pending']);
    const first = waiting.rows.filter(({ reasons }) => reasons.includes('not_answered'));
    if (first.length !== total)
      found.push(`${total} wait for a first answer in the report, ${first.length} in waiting`);
    if (total > (unanswered.value ?? 0) || total + pending < (unanswered.value ?? 0))
      found.push(`${total} wait for a first answer, ${unanswered.value} are unanswered`);
  }
  const ids = new Set(waiting.rows.map(({ ticket_id }) => String(ticket_id)));
  for (const [{ text }] of list?.rows ?? [])
    if (!ids.has(String(text))) found.push(`${text} waits in the report, and not in waiting`);
  return found;
}

/**
 * The identity of the backlog, month by month: backlog before + created − solved = backlog after. `solved` counts last
 * solves, so months are compared where nothing was reopened, closed unsolved, or ended at a time that nobody knows.
 */
async function ofBacklog({ args, cwd }: Omit<Job, 'name'>, compared: Compared): Promise<string[]> {
  const asked = ['created', 'solved', 'backlog', 'closed_unsolved'].flatMap((metric) => ['--metric', metric]);
  const months = await json<Rows>(['metrics', ...args, '--period', 'all', '--every', 'month', ...asked], cwd);
  const tickets = await json<Tickets>(['tickets', ...args], cwd);
  if (!months || !tickets || months.rows.some(({ value }) => value === null)) return [];
  const of = (metric: string): number[] =>
    months.rows.filter((row) => row.metric === metric).map(({ value }) => value ?? Number.NaN);
  const ends = new Set(['solved', 'closed']);
  const isPlain =
    tickets.rows.every(({ reopens }) => !reopens) &&
    tickets.rows.every(({ status, solved_at }) => !ends.has(status ?? '') || solved_at !== null) &&
    of('closed_unsolved').every((count) => count === 0);
  if (!isPlain) return [];
  const [created, solved, backlog] = [of('created'), of('solved'), of('backlog')];
  compared.months += backlog.length;
  return backlog.flatMap((after, i) => {
    const before = i === 0 ? 0 : backlog[i - 1];
    const due = before + created[i] - solved[i];
    return due === after ? [] : [`month ${i + 1}: ${before} + ${created[i]} − ${solved[i]} is not ${after}`];
  });
}

async function all(jobs: readonly Job[]) {
  const found: Record<string, readonly string[]> = {};
  const compared: Compared = { reports: 0, figures: 0, lists: 0, months: 0 };
  for (const job of jobs) {
    const said = await contradictions(job, compared);
    if (said.length > 0) found[job.name] = said;
  }
  return { found, compared };
}

describe('no figure contradicts another', () => {
  it('in the fixtures', async () => {
    const { found, compared } = await all(fixtureJobs);
    expect(found).toEqual({});
    expect(compared.reports).toBeGreaterThan(50);
    expect(compared.figures).toBeGreaterThan(250);
    expect(compared.lists).toBeGreaterThan(40);
    expect(compared.months).toBeGreaterThan(20);
  });

  describeBeside('cases', 'in the shared cases', () => {
    it('agree on what they tell', async () => {
      const jobs = sharedJobs(shared);
      expect(jobs.length).toBeGreaterThan(100);
      const { found, compared } = await all(jobs);
      expect(found).toEqual({});
      expect(compared.reports).toBeGreaterThan(150);
      expect(compared.figures).toBeGreaterThan(900);
      expect(compared.lists).toBeGreaterThan(120);
      expect(compared.months).toBeGreaterThan(130);
    });
  });

  it('where the helpdesk measured ends after the newest stamp', async () => {
    const rows = Array.from({ length: 6 }, (_, i) => `${i + 1},2026-03-0${i + 2} 08:00:00,closed,${i + 3}`);
    const io = memoryIo({
      cwd: fixtures,
      stdin: `ticket_id,created_at,status,days_to_close\n${rows.join('\n')}\n`,
    });
    await runCli(['report', '-', '--period', 'all', '--format', 'json', '--no-issues'], io, commandList);
    const { blocks } = JSON.parse(io.stdout.text()) as Report;
    const median = blocks
      .flatMap(({ items }) => items ?? [])
      .find(({ key }) => key === 'resolution_time.p50');
    // 3 to 8 days, of which four end after 7 March 08:00, the newest stamp: the median is 5.5 days of all six.
    expect(median?.value).toMatchObject({ value: 5.5 * 86_400, n: 6 });
  });
});
