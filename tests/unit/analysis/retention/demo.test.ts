import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { retentionOf } from '../../../../src/analysis/retention/index.ts';
import { generateDesk } from '../../../../src/demo/generate.ts';
import type { Desk } from '../../../../src/model/desk.ts';
import type { Retention } from '../../../../src/model/retention.ts';
import { zone } from '../../../../src/time/zone.ts';
import { ask, readPaths } from '../../../desk.ts';

/** The sample desk against an independent calculation: the same questions in SQL, answered by DuckDB. */
describe('the sample desk, computed by DuckDB', () => {
  const dhaka = zone('Asia/Dhaka');
  let folder: string;
  let desk: Desk;
  let retention: Retention;
  let rows: (sql: string) => Promise<readonly (readonly unknown[])[]>;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'deskstat-demo-'));
    const files = generateDesk({ seed: 1, tickets: 4000, until: Date.UTC(2026, 10, 1, 18) });
    for (const file of files) writeFileSync(path.join(folder, file.name), [...file.chunks()].join(''));
    const csv = (name: string): string => path.join(folder, `${name}.csv`);
    const read = await readPaths(['tickets', 'surveys', 'customers'].map(csv), {
      sourceZone: 'Asia/Dhaka',
      columns: ['Plan'],
    });
    desk = read.desk;
    retention = retentionOf(desk, {
      kind: null,
      every: 'month',
      zone: dhaka,
      weekStarts: 1,
      by: ['Plan'],
    }) as Retention;
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    rows = async (sql) => (await connection.runAndReadAll(sql)).getRows();
    for (const name of ['tickets', 'surveys', 'customers'])
      await rows(
        `create table ${name} as select * from read_csv('${csv(name)}', all_varchar = true, header = true)`,
      );
    await rows(`create view live as select * from tickets where Status not in ('Merged', 'Spam', 'Deleted')`);
    // Local days: customers carry dates of Dhaka, as-of is the newest stamp of the tickets.
    await rows(
      `create view people as select "Customer email" as who, Plan as plan,
         "Started at"::date as started, nullif("Ended at", '')::date as ended from customers`,
    );
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const number = (value: unknown): number => Number(value);

  it('has the same CSAT and response rate by group', async () => {
    const asked = await rows(
      `select t."Group", count(*) filter (where s.Score <> ''), count(*) filter (where s.Score in ('4', '5')),
         count(*) filter (where s."Sent at"::timestamptz + interval 14 day <= (select max(greatest("Updated at", "Created at")::timestamptz) from tickets)),
         count(*) filter (where s."Sent at"::timestamptz + interval 14 day <= (select max(greatest("Updated at", "Created at")::timestamptz) from tickets)
           and s.Score <> '' and s."Answered at"::timestamptz <= s."Sent at"::timestamptz + interval 14 day)
       from surveys s left join live t on s."Ticket ID" = t."Ticket ID" group by 1 order by 1 nulls last`,
    );
    const csat = ask(desk, 'csat', { by: ['group'] });
    const rate = ask(desk, 'csat_response_rate', { by: ['group'] });
    expect(asked.length).toBeGreaterThan(3);
    for (const [group, answers, top, sent, answered] of asked) {
      const of = (figures: typeof csat) => figures.find(({ segment }) => segment.group === group);
      expect(of(csat)?.n, `${group}`).toBe(number(answers));
      if (number(answers) > 0) expect(of(csat)?.value).toBeCloseTo(number(top) / number(answers), 12);
      expect(of(rate)?.n, `${group}`).toBe(number(sent));
      if (number(sent) > 0) expect(of(rate)?.value).toBeCloseTo(number(answered) / number(sent), 12);
    }
    // Segments sum to the whole.
    expect(csat.reduce((sum, { n }) => sum + n, 0)).toBe(ask(desk, 'csat')[0].n);
  });

  it('has the same retention by month', async () => {
    const months = retention.periods.map(({ period }) => period.label);
    expect(months.length).toBeGreaterThan(9);
    for (const { period, n, kept, joined } of retention.periods) {
      const [[atStart, stayed, began]] = await rows(
        `with m as (select date '${period.label}-01' as s, date '${period.label}-01' + interval 1 month as e)
         select count(*) filter (where started < s and (ended is null or ended >= s)),
           count(*) filter (where started < s and (ended is null or ended >= e)),
           count(*) filter (where started >= s and started < e) from people, m`,
      );
      expect([n, kept, joined], period.label).toEqual([number(atStart), number(stayed), number(began)]);
    }
    const figures = ask(desk, 'retention_rate,churn_rate', { every: 'month', zone: dhaka });
    const last = retention.periods.at(-1);
    const same = figures.filter((figure) => figure.period?.label === last?.period.label);
    expect(same.map(({ metric, value }) => [metric, value])).toEqual([
      ['retention_rate', last?.value],
      ['churn_rate', last && (last.n - last.kept) / last.n],
    ]);
  });

  it('has the same cohorts', async () => {
    const asked = await rows(
      `select strftime(started, '%Y-%m') as cohort, k, count(*) as size,
         count(*) filter (where ended is null or ended >= date_trunc('month', started) + to_months(k::integer + 1))
       from people, range(0, 12) t(k)
       where started >= date '${retention.periods[0].period.label}-01'
         and date_trunc('month', started) + to_months(k::integer + 1) <= timestamp '2026-11-01' group by 1, 2 order by 1, 2`,
    );
    const cells = retention.cohorts.flatMap(({ period, size, cells: all }) =>
      all.map(({ kept }, k) => [period.label, k, size, kept]),
    );
    expect(cells.length).toBeGreaterThan(40);
    expect(cells).toEqual(
      asked.map(([cohort, k, size, kept]) => [cohort, number(k), number(size), number(kept)]),
    );
  });

  it('has the same share by plan', async () => {
    const first = retention.periods[0].period.label;
    const asked = await rows(
      `with m as (select unnest(generate_series(date '${first}-01', date '2026-10-01', interval 1 month)) as s)
       select plan, count(*), count(*) filter (where ended is null or ended >= s + interval 1 month)
       from people, m where started < s and (ended is null or ended >= s) group by 1 order by 2 desc, 1`,
    );
    expect(retention.segments[0].rows.map(({ name, n, kept }) => [name, n, kept])).toEqual(
      asked.map(([plan, n, kept]) => [plan, number(n), number(kept)]),
    );
  });

  it('finds the truth that the sample was made with: late answers and bad ratings go with leaving', () => {
    const { experience, matched } = retention;
    expect(matched?.tickets).toBe(desk.tickets.rows);
    const late = experience?.effects.find((effect) => effect.experience === 'answered_late');
    expect(late?.difference?.value).toBeLessThan(0);
  });
});
