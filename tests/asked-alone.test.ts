import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metrics } from '../src/analysis/metrics/index.ts';
import { ask, type MetricRow } from '../src/index.ts';
import type { Metric } from '../src/model/metric.ts';
import type { Problem } from '../src/model/problem.ts';
import { drawRecipe, forge } from './forge/forge.ts';

// A question decodes the fields that it needs and no others. What a figure says must not depend on what else was asked.

const fixtures = path.resolve(import.meta.dirname, '../fixtures');
/** Those in which one file tells of another's tickets. */
const desks = ['conversations', 'event-log', 'zendesk'];

async function figures(files: readonly string[], metric?: string): Promise<Map<string, unknown>> {
  const { rows } = await ask('metrics', files, { options: metric === undefined ? {} : { metric } });
  return new Map((rows as MetricRow[]).map((row) => [JSON.stringify([row.key, row.segment]), row]));
}

/** One of the metrics that read the same fields, for each such set. */
const representatives = [
  ...new Map(
    (metrics as readonly Metric[])
      .filter(({ needsIssues }) => !needsIssues)
      .map((metric) => [[...metric.reads].sort().join(), metric.id]),
  ).values(),
];

async function expectTheSame(files: readonly string[]): Promise<number> {
  const all = await figures(files);
  let compared = 0;
  for (const metric of representatives)
    for (const [key, row] of await figures(files, metric)) {
      expect(row, `${files}: ${key}`).toEqual(all.get(key));
      compared++;
    }
  return compared;
}

let home = '';
const written = (files: Readonly<Record<string, string | Uint8Array>>): string[] =>
  Object.entries(files).map(([name, content]) => {
    const file = path.join(home, name);
    writeFileSync(file, content);
    return file;
  });

beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), 'deskstat-alone-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('a metric asked for alone is what it is among all others', () => {
  it('of fixtures', async () => {
    let compared = 0;
    for (const name of desks) {
      const folder = path.join(fixtures, name);
      const files = readdirSync(folder).filter((file) => /\.(?:csv|json|ndjson)$/.test(file));
      const paths = files.filter((file) => file !== 'mapping.json').map((file) => path.join(folder, file));
      // Several versions of one export do not go together.
      const together = await figures(paths).catch(() => null);
      for (const some of together ? [paths] : paths.map((file) => [file]))
        compared += await expectTheSame(some);
    }
    expect(compared).toBeGreaterThan(80);
  });

  it('of forged exports', async () => {
    for (let seed = 21; seed <= 22; seed++) {
      const { files } = forge(drawRecipe(seed));
      await expectTheSame(written(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]))));
    }
  });

  it('where two downloads share tickets whose ids a spreadsheet rounded', async () => {
    const days = Array.from(
      { length: 12 },
      (_, i) => `7.00004E+13,2026-01-${10 + i},2026-01-${11 + i},Solved,u${i}@example.com,Help ${i}`,
    );
    const part = (lines: readonly string[]): string =>
      ['Ticket ID,Created at,Solved at,Status,Requester,Subject', ...lines, ''].join('\n');
    const files = written({ '1.csv': part(days.slice(0, 8)), '2.csv': part(days.slice(4)) });
    expect((await figures(files)).get('["created",{}]')).toMatchObject({ value: 12 });
    await expectTheSame(files);
  });

  it('where a ticket is solved and opened again on one day', async () => {
    const [file] = written({
      'history.csv': `Ticket ID,Changed at,Changed by,Old status,New status
1,2025-11-29,Ann,New,Open
1,2025-11-30,Ann,Open,Solved
1,2025-11-30,Ann,Solved,Open
2,2025-11-29,Ann,New,Open
2,2025-11-30,Ann,Open,Solved
`,
    });
    const all = await figures([file]);
    expect(all.get('["backlog",{}]')).toMatchObject({ value: 1 });
    expect(all.get('["solved",{}]')).toMatchObject({ value: 1 });
    await expectTheSame([file]);
  });

  it('where only how long tickets took tells that none is open', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, i) => `K${i},2026-03-${String(i + 2).padStart(2, '0')} 08:00:00,closed,${i + 1}`,
    );
    const files = written({ 'took.csv': `ticket_id,created_at,status,days_to_close\n${rows.join('\n')}\n` });
    expect((await figures(files, 'backlog')).get('["backlog",{}]')).toMatchObject({ status: 'unavailable' });
    await expectTheSame(files);
  });

  it('of what is said of tickets with replies and no time of an answer', async () => {
    // Of eight tickets four have replies, two of these without the minutes of a first answer.
    const rows = Array.from({ length: 8 }, (_, k) =>
      [k, `2026-03-0${k + 1} 09:00`, 'Open', k < 4 ? 2 : 0, k < 2 ? 30 : ''].join(','),
    );
    const files = written({
      'replies.csv': `Ticket ID,Created at,Status,Replies,First response time (minutes)\n${rows.join('\n')}\n`,
    });
    for (const metric of ['created', 'first_response_time', 'replies', 'backlog']) {
      const { problems } = await ask('metrics', files, { options: { metric } });
      const said = (problems as readonly Problem[]).find(({ code }) => code === 'answers_without_time');
      expect(said?.count, metric).toBe(2);
    }
  });
});
