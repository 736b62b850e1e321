import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, it, vi } from 'vitest';
import { deskstatAsync } from './cli.ts';
import { describeShared, sharedData } from './shared-data.ts';

vi.setConfig({ testTimeout: 120_000 });

// Figures of real exports against calculations that share no code with ours: SQL in DuckDB, else a plain script.

interface Row {
  readonly period: { readonly start: string; readonly end: string } | null;
  readonly segment: Readonly<Record<string, string | null>>;
  readonly metric: string;
  readonly stat: string;
  readonly value: number | null;
  readonly n: number;
  readonly open: number | null;
  readonly status: string;
}

async function metricRows(args: readonly string[]): Promise<Row[]> {
  const run = await deskstatAsync(['metrics', ...args, '--format', 'json']);
  expect(run.code, run.stderr).toBe(0);
  return JSON.parse(run.stdout).rows;
}

/** `metric.stat` → value and n, of the whole desk. */
function figuresOf(rows: readonly Row[]): Record<string, [number | null, number]> {
  return Object.fromEntries(rows.map(({ metric, stat, value, n }) => [`${metric}.${stat}`, [value, n]]));
}

async function ticketRows(args: readonly string[]): Promise<Record<string, string | number | null>[]> {
  const run = await deskstatAsync(['tickets', ...args, '--format', 'json']);
  expect(run.code, run.stderr).toBe(0);
  return JSON.parse(run.stdout).rows;
}

type Cell = string | number | boolean | bigint | null;

async function query(sql: string): Promise<Record<string, Cell>[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  try {
    const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
    return rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key, asNumber(value as Cell)])),
    );
  } finally {
    connection.closeSync();
  }
}

/** DuckDB writes whole numbers of 64 bits as text. */
const asNumber = (value: Cell): Cell =>
  typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;

const seconds = (value: unknown): number => Math.round((value as number) * 1000) / 1000;

/** Quantiles as R type 7, written out: h = (n − 1) p, between the neighbours in proportion. */
function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const h = (sorted.length - 1) * p;
  const low = Math.floor(h);
  return sorted[low] + (h - low) * ((sorted[low + 1] ?? sorted[low]) - sorted[low]);
}

const durations = ['mean', 'p50', 'p75', 'p90', 'p95', 'p99', 'min', 'max'].map(
  (stat) => `resolution_time.${stat}`,
);

const aggregates = (value: string): string => `
  count(*) AS tickets, count(${value}) AS n, avg(${value}) AS mean,
  quantile_cont(${value}, 0.5) AS p50, quantile_cont(${value}, 0.75) AS p75, quantile_cont(${value}, 0.9) AS p90,
  quantile_cont(${value}, 0.95) AS p95, quantile_cont(${value}, 0.99) AS p99, min(${value}) AS min, max(${value}) AS max`;

describeShared('NYC 311 against DuckDB', () => {
  const american = "strptime(nullif($1, ''), '%m/%d/%Y %I:%M:%S %p')";
  const files = [
    {
      file: 'tickets/nyc311-portal-2022.csv',
      created: american.replace('$1', '"Created Date"'),
      closed: american.replace('$1', '"Closed Date"'),
      group: '"Agency"',
      column: 'Agency',
    },
    {
      file: 'tickets/nyc311-soda-2023.csv',
      created: 'created_date::TIMESTAMP',
      closed: "nullif(closed_date, '')::TIMESTAMP",
      group: 'agency',
      column: 'agency',
    },
    {
      file: 'tickets/nyc311-2016.csv',
      created: american.replace('$1', '"Created Date"'),
      closed: american.replace('$1', '"Closed Date"'),
      group: '"Agency"',
      column: 'Agency',
    },
  ];

  it.each(files)('$file', async ({ file, created, closed, group, column }) => {
    const path = sharedData(file);
    // A close before its creation cannot be; our reading leaves such a stamp out and says so.
    const base = `SELECT created, CASE WHEN closed >= created THEN closed END AS closed, part,
      CASE WHEN closed >= created THEN epoch(closed) - epoch(created) END AS took
      FROM (SELECT ${created} AS created, ${closed} AS closed, ${group} AS part
        FROM read_csv('${path}', all_varchar = true, header = true, quote = '"', escape = '"'))`;
    const [whole] = await query(`SELECT ${aggregates('took')} FROM (${base})`);
    const rows = await metricRows([path, '--metric', ['created', 'solved', ...durations].join(',')]);
    const ours = figuresOf(rows);
    expect(ours['created.count']).toEqual([whole.tickets, whole.tickets]);
    expect(ours['solved.count'][0]).toBe(whole.n);
    for (const stat of ['mean', 'p50', 'p75', 'p90', 'p95', 'p99', 'min', 'max']) {
      const [value, n] = ours[`resolution_time.${stat}`];
      expect([seconds(value), n], stat).toEqual([seconds(whole[stat]), whole.n]);
    }

    const parts = await query(
      `SELECT part, ${aggregates('took')} FROM (${base}) GROUP BY part ORDER BY part NULLS LAST`,
    );
    const byPart = await metricRows([
      path,
      '--by',
      `column:${column}`,
      '--metric',
      'created,resolution_time.mean,resolution_time.p90',
    ]);
    const inPart = (part: Cell, metric: string, stat: string): Row | undefined =>
      byPart.find(
        (row) => row.segment[`column:${column}`] === part && row.metric === metric && row.stat === stat,
      );
    expect(byPart.filter(({ metric }) => metric === 'created')).toHaveLength(parts.length);
    for (const part of parts) {
      expect(inPart(part.part, 'created', 'count')?.value).toBe(part.tickets);
      for (const stat of ['mean', 'p90']) {
        const row = inPart(part.part, 'resolution_time', stat);
        expect(row?.n).toBe(part.n);
        if (part.n !== 0) expect(seconds(row?.value)).toBe(seconds(part[stat]));
        else expect(row?.value).toBeNull();
      }
    }

    const weeks = await query(
      `SELECT strftime(date_trunc('week', created), '%Y-%m-%dT%H:%M:%SZ') AS week, count(*) AS tickets
       FROM (${base}) GROUP BY 1 ORDER BY 1`,
    );
    const solvedWeeks = await query(
      `SELECT strftime(date_trunc('week', closed), '%Y-%m-%dT%H:%M:%SZ') AS week, ${aggregates('took')}
       FROM (${base}) WHERE closed IS NOT NULL GROUP BY 1 ORDER BY 1`,
    );
    const byWeek = await metricRows([
      path,
      '--every',
      'week',
      '--metric',
      'created,resolution_time.mean,resolution_time.p50',
    ]);
    const inWeek = (metric: string, stat: string): [string | undefined, number, number | null][] =>
      byWeek
        .filter((row) => row.metric === metric && row.stat === stat && row.n > 0)
        .map(({ period, n, value }) => [period?.start, n, value]);
    expect(inWeek('created', 'count').map(([week, n]) => [week, n])).toEqual(
      weeks.map(({ week, tickets }) => [week, tickets]),
    );
    for (const stat of ['mean', 'p50']) {
      // Weeks after the last that came are none of the export's: their figures are withheld.
      const told = inWeek('resolution_time', stat).filter(([, , value]) => value !== null);
      expect(told.length).toBeGreaterThan(0);
      const wanted = solvedWeeks.filter(({ week }) => told.some(([each]) => each === week));
      expect(told.map(([week, n, value]) => [week, n, seconds(value)])).toEqual(
        wanted.map((each) => [each.week, each.n, seconds(each[stat])]),
      );
    }
  });

  it('reads the same moments in the zone of the city', async () => {
    const path = sharedData('tickets/nyc311-soda-2023.csv');
    const [first] = await ticketRows([path, '--source-tz', 'America/New_York', '--tz', 'America/New_York']);
    const [expected] = await query(
      `SELECT strftime(min(created_date::TIMESTAMP), '%Y-%m-%dT%H:%M:%S') AS first
       FROM read_csv('${path}', all_varchar = true, header = true, quote = '"', escape = '"')`,
    );
    expect(String(first.created_at).slice(0, 19)).toBe(expected.first);
    expect(String(first.created_at)).toMatch(/-0[45]:00$/);
  });
});

describeShared('the Italian help desk against DuckDB', () => {
  const path = sharedData('events/italian-helpdesk.csv');
  const pins = [
    'Take in charge ticket=first_response',
    'Resolve ticket=solved',
    'Closed=closed',
    'Wait=on_hold',
  ].flatMap((pin) => ['--value', `status:${pin}`]);
  // Cases that never reach "Resolve ticket" and end in "Closed" have no solve; every case that was solved keeps the
  // last one, as nothing in this log reopens a ticket: "Take in charge" after a solve is no status.
  const cases = `
    SELECT id, min(ts) AS created,
      min(ts) FILTER (activity = 'Take in charge ticket') AS answered,
      min(ts) FILTER (activity = 'Resolve ticket') AS first_solved,
      max(ts) FILTER (activity = 'Resolve ticket') AS solved,
      max(ts) FILTER (activity = 'Closed') AS closed
    FROM (SELECT "case:concept:name" AS id, "concept:name" AS activity, strptime(left("time:timestamp", 19), '%Y-%m-%d %H:%M:%S') AS ts
      FROM read_csv('${path}', all_varchar = true, header = true)) GROUP BY id`;

  it('first response: creation → first "Take in charge ticket"', async () => {
    const [expected] = await query(
      `SELECT ${aggregates('epoch(answered) - epoch(created)')}, count(*) FILTER (answered IS NULL AND (solved IS NOT NULL OR closed IS NOT NULL)) AS closed_unanswered
       FROM (${cases})`,
    );
    const stats = ['mean', 'p50', 'p75', 'p90', 'p95', 'p99', 'min', 'max'];
    const rows = await metricRows([
      path,
      ...pins,
      '--metric',
      ['created', 'closed_unanswered', ...stats.map((stat) => `first_response_time.${stat}`)].join(','),
    ]);
    const ours = figuresOf(rows);
    expect(ours['created.count'][0]).toBe(expected.tickets);
    expect(ours['closed_unanswered.count'][0]).toBe(expected.closed_unanswered);
    for (const stat of stats) {
      const [value, n] = ours[`first_response_time.${stat}`];
      expect([seconds(value), n], stat).toEqual([seconds(expected[stat]), expected.n]);
    }
    const open = rows.find(({ metric }) => metric === 'first_response_time')?.open;
    expect((expected.n as number) + (expected.closed_unanswered as number) + (open ?? 0)).toBe(
      expected.tickets,
    );
  });

  it('resolution, ticket by ticket, and pauses', async () => {
    const expected = await query(
      `SELECT id, epoch(first_solved) - epoch(created) AS first, epoch(solved) - epoch(created) AS last FROM (${cases})`,
    );
    const rows = await ticketRows([path, ...pins]);
    const ours = new Map(rows.map((row) => [row.id, row]));
    expect(ours.size).toBe(expected.length);
    for (const { id, first, last } of expected) {
      const row = ours.get(id as string);
      expect([id, row?.first_resolution_time_seconds]).toEqual([id, first]);
      if (row?.status === 'closed' || row?.status === 'solved') {
        expect([id, row?.resolution_time_seconds]).toEqual([id, last]);
      }
    }
    // On hold: from each "Wait" to whatever happens next, up to the last solve.
    const waits = await query(
      `SELECT id, sum(CASE WHEN activity = 'Wait' AND ts < solved THEN epoch(least(coalesce(next, solved), solved)) - epoch(ts) ELSE 0 END) AS held
       FROM (SELECT id, activity, ts, lead(ts) OVER (PARTITION BY id ORDER BY ts, rank) AS next,
           max(ts) FILTER (activity = 'Resolve ticket') OVER (PARTITION BY id) AS solved
         FROM (SELECT "case:concept:name" AS id, "concept:name" AS activity,
             CASE "concept:name" WHEN 'Wait' THEN 3 WHEN 'Resolve ticket' THEN 4 WHEN 'Closed' THEN 5 WHEN 'Take in charge ticket' THEN 2 ELSE 1 END AS rank,
             strptime(left("time:timestamp", 19), '%Y-%m-%d %H:%M:%S') AS ts
           FROM read_csv('${path}', all_varchar = true, header = true)))
       GROUP BY id HAVING max(solved) IS NOT NULL`,
    );
    const held = waits.filter(({ id, held }) => (ours.get(id as string)?.on_hold_time_seconds ?? 0) !== held);
    expect(held.map(({ id, held: is }) => [id, is, ours.get(id as string)?.on_hold_time_seconds])).toEqual(
      [],
    );
  });

  it('by variant and by month', async () => {
    const months = await query(
      `SELECT strftime(date_trunc('month', created), '%Y-%m-%dT%H:%M:%SZ') AS month, ${aggregates('epoch(answered) - epoch(created)')}
       FROM (${cases}) GROUP BY 1 ORDER BY 1`,
    );
    const rows = await metricRows([path, ...pins, '--every', 'month', '--metric', 'first_response_time.p90']);
    const ours = rows
      .filter(({ n }) => n > 0)
      .map(({ period, n, value }) => [period?.start, n, seconds(value)]);
    expect(ours).toEqual(
      months.filter(({ n }) => n !== 0).map(({ month, n, p90 }) => [month, n, seconds(p90)]),
    );
  });
});

describeShared('the Volvo problems against DuckDB', () => {
  const path = sharedData('events/bpi2013-closed-problems.csv');
  const events = `SELECT "case:concept:name" AS id, "concept:name" AS status, "lifecycle:transition" AS state,
    strptime(left("time:timestamp", 19), '%Y-%m-%d %H:%M:%S') AS ts FROM read_csv('${path}', all_varchar = true, header = true)`;

  it('the log never says solved, so a problem is solved when it is completed', async () => {
    const expected = await query(
      `SELECT id, min(ts) AS created, epoch(max(ts) FILTER (status = 'Completed')) - epoch(min(ts)) AS last,
         epoch(min(ts) FILTER (status = 'Completed')) - epoch(min(ts)) AS first FROM (${events}) GROUP BY id`,
    );
    const rows = await ticketRows([path]);
    const ours = new Map(rows.map((row) => [row.id, row]));
    expect(ours.size).toBe(1487);
    const wrong = expected.filter(
      ({ id, first, last }) =>
        ours.get(id as string)?.first_resolution_time_seconds !== first ||
        ours.get(id as string)?.resolution_time_seconds !== last,
    );
    expect(wrong).toEqual([]);
    const figures = figuresOf(await metricRows([path, '--metric', durations.join(',')]));
    const [whole] = await query(
      `SELECT ${aggregates('took')} FROM (SELECT epoch(max(ts) FILTER (status = 'Completed')) - epoch(min(ts)) AS took FROM (${events}) GROUP BY id)`,
    );
    for (const stat of ['mean', 'p50', 'p75', 'p90', 'p95', 'p99', 'min', 'max']) {
      const [value, n] = figures[`resolution_time.${stat}`];
      expect([seconds(value), n], stat).toEqual([seconds(whole[stat]), whole.n]);
    }
  });

  it('by product', async () => {
    const parts = await query(
      `SELECT product, count(*) AS tickets, quantile_cont(took, 0.5) AS p50 FROM (
         SELECT "case:concept:name" AS id, arg_max(product, "time:timestamp") AS product, epoch(max(ts) FILTER (status = 'Completed')) - epoch(min(ts)) AS took
         FROM (SELECT *, "concept:name" AS status, strptime(left("time:timestamp", 19), '%Y-%m-%d %H:%M:%S') AS ts FROM read_csv('${path}', all_varchar = true, header = true))
         GROUP BY 1) GROUP BY product`,
    );
    const rows = await metricRows([
      path,
      '--by',
      'column:product',
      '--metric',
      'created,resolution_time.p50',
    ]);
    const of = (product: Cell, metric: string): number | null | undefined =>
      rows.find((row) => row.segment['column:product'] === product && row.metric === metric)?.value;
    expect(rows.filter(({ metric }) => metric === 'created')).toHaveLength(parts.length);
    for (const { product, tickets, p50 } of parts) {
      expect([product, of(product, 'created'), seconds(of(product, 'resolution_time'))]).toEqual([
        product,
        tickets,
        seconds(p50),
      ]);
    }
  });
});

describeShared('the Twitter sample against a plain script', () => {
  const path = sharedData('messages/twcs-121.csv');

  it('threads by reply id, first answers, waits', async () => {
    const tweets = (await query(
      `SELECT tweet_id AS id, author_id AS author, upper(inbound) AS inbound, in_response_to_tweet_id AS parent,
         epoch(strptime(created_at, '%a %b %d %H:%M:%S +0000 %Y')) AS ts
       FROM read_csv('${path}', all_varchar = true, header = true, quote = '"', escape = '"')`,
    )) as { id: number; inbound: string; parent: number | null; ts: number }[];
    const parentOf = new Map(tweets.map(({ id, parent }) => [id, parent]));
    const rootOf = (id: number): number => {
      const parent = parentOf.get(id);
      return parent === undefined || parent === null ? id : rootOf(parent);
    };
    const threads = new Map<number, typeof tweets>();
    for (const tweet of tweets)
      threads.set(rootOf(tweet.id), [...(threads.get(rootOf(tweet.id)) ?? []), tweet]);
    const first: number[] = [];
    const waits: number[] = [];
    let openedByAgent = 0;
    for (const thread of threads.values()) {
      thread.sort((a, b) => a.ts - b.ts || a.id - b.id);
      let since = Number.NaN;
      let answered = false;
      const isOutbound = thread[0].inbound === 'FALSE';
      if (isOutbound) openedByAgent++;
      for (const { inbound, ts } of thread) {
        if (inbound === 'TRUE') {
          if (Number.isNaN(since)) since = ts;
        } else if (!Number.isNaN(since)) {
          if (!answered && !isOutbound) first.push(ts - since);
          answered = true;
          waits.push(ts - since);
          since = Number.NaN;
        }
      }
    }
    const stats = ['p50', 'p90', 'max', 'mean'];
    const ours = figuresOf(
      await metricRows([
        path,
        '--metric',
        [
          'created',
          ...['first_response_time', 'next_response_time'].flatMap((id) =>
            stats.map((stat) => `${id}.${stat}`),
          ),
        ].join(','),
      ]),
    );
    expect(ours['created.count'][0]).toBe(threads.size);
    expect(openedByAgent).toBeGreaterThan(0);
    for (const [id, values] of [
      ['first_response_time', first],
      ['next_response_time', waits],
    ] as const) {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const expected = [quantile(values, 0.5), quantile(values, 0.9), Math.max(...values), mean];
      expect(
        stats.map((stat) => seconds(ours[`${id}.${stat}`][0])),
        id,
      ).toEqual(expected.map(seconds));
      expect(ours[`${id}.p50`][1]).toBe(values.length);
    }
  });
});

describeShared('counts of small exports', () => {
  it('zendesk-50: hours of the export and stamps agree', async () => {
    const path = sharedData('tickets/zendesk-50.csv');
    const [expected] = await query(
      `SELECT count(*) AS tickets, count(nullif("Resolved Date", '')) AS solved,
         quantile_cont("Response Time (hours)"::DOUBLE * 3600, 0.9) AS response,
         quantile_cont("Resolution Time (hours)"::DOUBLE * 3600, 0.9) AS resolution
       FROM read_csv('${path}', all_varchar = true, header = true)`,
    );
    const ours = figuresOf(
      await metricRows([
        path,
        '--metric',
        'created,solved,backlog,first_response_time.p90,resolution_time.p90',
      ]),
    );
    expect([ours['created.count'][0], ours['solved.count'][0]]).toEqual([expected.tickets, expected.solved]);
    expect(ours['backlog.count'][0]).toBe((expected.tickets as number) - (expected.solved as number));
    expect(seconds(ours['first_response_time.p90'][0])).toBe(seconds(expected.response));
    expect(seconds(ours['resolution_time.p90'][0])).toBe(seconds(expected.resolution));
  });

  it('freshdesk-45 and servicenow-66: tickets, and those still open by status', async () => {
    const freshdesk = figuresOf(
      await metricRows([sharedData('tickets/freshdesk-45.csv'), '--metric', 'created,backlog']),
    );
    const [cases] = await query(
      `SELECT count(*) AS tickets, count(*) FILTER (Status NOT IN ('Resolved', 'Closed')) AS open
       FROM read_csv('${sharedData('tickets/freshdesk-45.csv')}', all_varchar = true, header = true, quote = '"', escape = '"')`,
    );
    expect([freshdesk['created.count'][0], freshdesk['backlog.count'][0]]).toEqual([
      cases.tickets,
      cases.open,
    ]);
    const servicenow = await metricRows([
      sharedData('tickets/servicenow-66.csv'),
      '--metric',
      'created',
      '--by',
      'column:state',
    ]);
    const states = await query(
      `SELECT state, count(*) AS n FROM read_csv('${sharedData('tickets/servicenow-66.csv')}', all_varchar = true, header = true) GROUP BY 1 ORDER BY 1`,
    );
    expect(servicenow.map(({ segment, value }) => [segment['column:state'], value])).toEqual(
      states.map(({ state, n }) => [state, n]),
    );
  });
});

describeShared('Zendesk’s own minutes', () => {
  /** Every object in a captured response or log that carries Zendesk's metrics, found without our readers. */
  function found(
    value: unknown,
    has: (object: Record<string, unknown>) => boolean,
  ): Record<string, unknown>[] {
    if (Array.isArray(value)) return value.flatMap((each) => found(each, has));
    if (value === null || typeof value !== 'object') return [];
    const object = value as Record<string, unknown>;
    return [...(has(object) ? [object] : []), ...Object.values(object).flatMap((each) => found(each, has))];
  }

  const files = ['api/source-zendesk-support-native.capture.json', 'api/source-zendesk-support.capture.json'];

  it.each(files)('%s: our minutes between the stamps, rounded, are the API’s', async (file) => {
    const document: unknown = JSON.parse(readFileSync(sharedData(file), 'utf8'));
    const [metric] = found(document, (object) => 'reply_time_in_minutes' in object);
    const minutes = (metric.reply_time_in_minutes as { calendar: number }).calendar;
    const [reported] = await ticketRows([sharedData(file)]);
    expect(reported.first_response_time_seconds).toBe(minutes * 60);

    // The capture keeps one record a stream, and its comment is another ticket's; when ticket 1 was answered stands in
    // its metrics. The same ticket with that comment, and without Zendesk's own minutes, is measured by us.
    const [ticket] = found(
      document,
      (object) => 'subject' in object && 'requester_id' in object && object.id === metric.ticket_id,
    );
    const folder = mkdtempSync(path.join(tmpdir(), 'deskstat-zendesk-'));
    try {
      const comment = {
        id: 1,
        type: 'Comment',
        ticket_id: ticket.id,
        author_id: ticket.assignee_id,
        public: true,
        created_at: metric.latest_comment_added_at,
        plain_body: 'an answer',
      };
      writeFileSync(path.join(folder, 'tickets.json'), JSON.stringify({ tickets: [ticket] }));
      writeFileSync(path.join(folder, 'comments.json'), JSON.stringify({ comments: [comment] }));
      const [row] = await ticketRows([folder, '--map', 'ticket_id=ticket_id']);
      const own = (row.first_response_time_seconds as number) / 60;
      expect(own).toBeCloseTo(8584.7167, 3);
      expect(Math.round(own)).toBe(minutes);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('zendesk-all-streams: solves round to the API’s minutes', async () => {
    const lines = readFileSync(sharedData('api/zendesk-all-streams.log'), 'utf8').split('\n');
    const records = lines.flatMap((line) => {
      try {
        return [JSON.parse(line) as unknown];
      } catch {
        return [];
      }
    });
    const measured = found(records, (object) => 'full_resolution_time_in_minutes' in object);
    expect(measured.length).toBe(14);
    const rows = new Map(
      (await ticketRows([sharedData('api/zendesk-all-streams.log')])).map((row) => [row.id, row]),
    );
    let solves = 0;
    for (const each of measured) {
      const row = rows.get(String(each.ticket_id));
      const calendar = (name: string): number | null => (each[name] as { calendar: number | null }).calendar;
      const full = calendar('full_resolution_time_in_minutes');
      const first = calendar('reply_time_in_minutes');
      expect(row?.first_response_time_seconds ?? null).toBe(first === null ? null : first * 60);
      if (full === null) {
        expect(row?.resolution_time_seconds ?? null).toBeNull();
        continue;
      }
      solves++;
      // Stamps are to the second: 354 min of the API are 354.07 min between them.
      const own = (row?.resolution_time_seconds as number) / 60;
      expect(own).toBe(
        (Date.parse(each.solved_at as string) - Date.parse(each.created_at as string)) / 60_000,
      );
      expect(Math.round(own)).toBe(full);
    }
    expect(solves).toBeGreaterThan(0);
  });
});
