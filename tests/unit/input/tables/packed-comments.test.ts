import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { ask, HOUR, MINUTE, readFiles } from '../../../desk.ts';

const months = ['Jan', 'Feb', 'Mar'];
const stamp = (at: number) => {
  const d = new Date(at);
  const hour = d.getUTCHours();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(d.getUTCDate())}/${months[d.getUTCMonth()]}/26 ${hour % 12 || 12}:${two(d.getUTCMinutes())} ${hour < 12 ? 'AM' : 'PM'}`;
};

/** Ten issues, a day apart; the first eight are answered after 10, 20 … 80 minutes, the last two by nobody. */
const issues = Array.from({ length: 10 }, (_, k) => {
  const createdAt = Date.UTC(2026, 2, 2 + k, 8);
  return { k, createdAt, answeredAt: k < 8 ? createdAt + (k + 1) * 10 * MINUTE : null };
});

interface Names {
  readonly header: string;
  /** The cells of who handles it and who asked. */
  readonly people: (k: number) => string;
  readonly agent: string;
  readonly reporter: (k: number) => string;
}

/** Those who asked ask again 50 minutes later on the last three. */
function jira(
  { header, people, agent, reporter }: Names,
  columns = 'Comment,Comment',
): Record<string, string> {
  const rows = issues.map(({ k, createdAt, answeredAt }) => {
    const chaser = k > 6 ? `"${stamp(createdAt + 50 * MINUTE)};${reporter(k)};Still broken, ${k}"` : '';
    const answer =
      answeredAt === null ? '' : `"${stamp(answeredAt)};${agent};Please restart; then call ${k}"`;
    return `SUP-${k},${100 + k},Printer ${k},Bug,In Progress,Medium,${people(k)},${stamp(createdAt)},${stamp(createdAt + 3 * HOUR)},,${chaser},${answer}`;
  });
  return { 'jira.csv': `${header},Created,Updated,Resolved,${columns}\n${rows.join('\n')}\n` };
}

const server: Names = {
  header: 'Issue key,Issue id,Summary,Issue Type,Status,Priority,Assignee,Reporter',
  people: (k) => `ben,rita${k % 3}`,
  agent: 'ben',
  reporter: (k) => `rita${k % 3}`,
};

describe('comments in the columns of an issue tracker', () => {
  it.each<[string, Names, string]>([
    ['by login', server, 'Comment,Comment'],
    [
      'by account id, with names beside',
      {
        header:
          'Issue key,Issue id,Summary,Issue Type,Status,Priority,Assignee,Assignee Id,Reporter,Reporter Id',
        people: (k) => `Ben Roth,5b10a2,Rita Low ${k % 3},557058:${k % 3}`,
        agent: '5b10a2',
        reporter: (k) => `557058:${k % 3}`,
      },
      'Comment,Comment',
    ],
    [
      'in German',
      {
        header: 'Vorgangsschlüssel,Vorgangs-ID,Zusammenfassung,Vorgangstyp,Status,Priorität,Bearbeiter,Autor',
        people: server.people,
        agent: 'ben',
        reporter: server.reporter,
      },
      'Kommentar,Kommentar',
    ],
  ])('are messages: %s', async (_, names, columns) => {
    const { desk } = await readFiles(jira(names, columns));
    // 10, 20 … 80 minutes: the median lies between 40 and 50.
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: 45 * MINUTE, n: 8 });
    expect(ask(desk, 'unanswered')[0]).toMatchObject({ value: 2 });
    expect(desk.problems.find(({ code }) => code === 'comments_unpacked')?.args.column).toBe(
      columns.split(',')[0],
    );
  });

  it.each([1, 2])('are messages in a workbook of %i sheets too', async (count) => {
    const [text] = Object.values(jira(server));
    const rows = text
      .trim()
      .split('\n')
      .map((line) =>
        [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => {
          const cell = quoted ?? plain;
          return cell === '' ? null : { value: cell };
        }),
      );
    const notes = { sheet: 'Notes', data: [[{ value: 'Made by Rita' }]] };
    const sheets = [{ sheet: 'Issues', data: rows }, notes].slice(0, count);
    const folder = mkdtempSync(path.join(tmpdir(), 'deskstat-comments-'));
    try {
      const file = path.join(folder, 'jira.xlsx');
      await writeWorkbook(sheets).toFile(file);
      const { desk } = await readFiles({ 'jira.xlsx': readFileSync(file) });
      expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: 45 * MINUTE, n: 8 });
      expect(ask(desk, 'unanswered')[0]).toMatchObject({ value: 2 });
      expect(desk.problems.filter(({ code }) => code === 'comments_unpacked')).toHaveLength(1);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('are none in columns of attachments, which are written alike', async () => {
    const { desk } = await readFiles(jira(server, 'Attachment,Attachment'));
    expect(desk.messages).toBeNull();
    expect(ask(desk, 'first_response_time.p50')[0]).toMatchObject({ value: null });
  });
});
