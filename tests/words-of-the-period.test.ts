import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { deskstat } from './cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'words-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Two weeks of ratings: bad ones speak of refunds in the first, of crashes in the second. */
const rows = ['2026-03-02', '2026-03-09'].flatMap((monday, week) =>
  Array.from({ length: 70 }, (_, i) => {
    const at = new Date(Date.parse(monday) + i * 2 * 3_600_000).toISOString();
    const solved = new Date(Date.parse(at) + 1_800_000).toISOString();
    const isBad = i % 2 === 0;
    const comment = isBad ? `the ${week === 0 ? 'refund' : 'crash'} again` : 'quick and kind help';
    return `${week}${i},${at},${solved},Solved,${isBad ? 1 : 5},${comment}`;
  }),
);
const file = path.join(folder, 't.csv');
writeFileSync(file, `Ticket ID,Created at,Solved at,Status,CSAT (1-5),CSAT comment\n${rows.join('\n')}\n`);
const report = (...args: string[]): string =>
  deskstat(['report', file, '--no-issues', '--format', 'markdown', '--compare', 'none', ...args]).stdout;

describe('words that stand out in bad answers', () => {
  it('are those of the period that the report is about', () => {
    const all = report('--period', 'all');
    for (const word of ['refund', 'crash']) expect(all).toMatch(new RegExp(`stand out[^\\n]*${word}`));
    const second = report('--period', '2026-W11');
    expect(second).not.toContain('refund');
  });

  it('are left out under a filter, as answers to other tickets would be among them', () => {
    expect(report('--period', 'all', '--where', 'status = open')).not.toContain('stand out');
  });
});
