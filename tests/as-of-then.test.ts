import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { differencesAt, type ReadOnce, readOnce } from './as-of-then.ts';
import { drawRecipe, forge } from './forge/forge.ts';

// DEFINITIONS 14: with the reading pinned as for the whole file, figures at as-of T are those of a file from which rows
// stamped later were deleted and stamps, ratings and reported durations that end later were blanked.

const folder = path.resolve(import.meta.dirname, '../fixtures');
const fixtures = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !/^mapping\.json$|\.md$/.test(entry.name))
  .map((entry) => path.join(entry.parentPath, entry.name))
  .sort();

const fields = ['created_at', 'sent_at', 'at', 'started_at', 'answered_at', 'solved_at', 'ended_at'] as const;

/** Instants within what the files tell of: after 3, 6 and 9 tenths of their stamps. */
function instantsIn({ tables }: ReadOnce): number[] {
  const stamps = tables
    .flatMap(({ columns }) => fields.map((field) => columns[field]))
    .flatMap((column) => (column && 'values' in column ? [...column.values] : []))
    .filter((at) => !Number.isNaN(at))
    .sort((a, b) => a - b);
  return [0.3, 0.6, 0.9].map((part) => stamps[Math.floor(part * (stamps.length - 1))]).filter((at) => at > 0);
}

async function expectSame(paths: readonly string[]): Promise<number> {
  const read = await readOnce(paths);
  const instants = instantsIn(read);
  for (const at of instants)
    expect(differencesAt(read, at), `${paths} at ${new Date(at).toISOString()}`).toEqual([]);
  return instants.length;
}

describe('every metric at an earlier as-of is that of the file of then', () => {
  it('of every fixture', async () => {
    let instants = 0;
    for (const fixture of fixtures) instants += await expectSame([fixture]);
    expect(instants).toBeGreaterThan(100);
  });

  it('of forged exports', async () => {
    const home = mkdtempSync(path.join(tmpdir(), 'deskstat-then-'));
    try {
      for (let seed = 1; seed <= 8; seed++) {
        const recipe = drawRecipe(seed);
        // What a ticket's own columns say in its last snapshot is told of every earlier moment: it has no history.
        const choice =
          recipe.choice.rows === 'snapshots' ? { ...recipe.choice, rows: 'ticket' } : recipe.choice;
        const paths = forge({ ...recipe, choice }).files.map(({ name, bytes }) => {
          const file = path.join(home, `${seed}-${name}`);
          writeFileSync(file, bytes);
          return file;
        });
        await expectSame(paths);
      }
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });

  it('of tickets merged later, in a status or in a column of its own, and of logs with other events', async () => {
    const home = mkdtempSync(path.join(tmpdir(), 'deskstat-then-'));
    const files = {
      'merged.csv': `Ticket ID,Created at,Solved at,Closed at,Status
1,2026-01-01T09:00:00Z,2026-01-02T09:00:00Z,2026-01-05T09:00:00Z,Closed
2,2026-01-01T10:00:00Z,,2026-01-09T09:00:00Z,Merged
3,2026-01-02T10:00:00Z,,,Open
4,2026-01-08T10:00:00Z,2026-01-09T10:00:00Z,2026-01-12T10:00:00Z,Closed
`,
      'tickets.csv': `Ticket ID,Created at,Solved at,Status
1,2026-01-01T09:00:00Z,2026-01-09T09:00:00Z,Solved
2,2026-01-02T10:00:00Z,,Open
3,2026-01-08T10:00:00Z,,Open
`,
      'events.csv': `Ticket ID,Timestamp,Field,Old value,New value
1,2026-01-03T09:00:00Z,assignee,Ann,Bob
2,2026-01-03T09:00:00Z,assignee,Ann,Bob
3,2026-01-09T09:00:00Z,assignee,Ann,Bob
`,
    };
    try {
      for (const [name, text] of Object.entries(files)) writeFileSync(path.join(home, name), text);
      await expectSame([path.join(home, 'merged.csv')]);
      await expectSame([path.join(home, 'tickets.csv'), path.join(home, 'events.csv')]);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
});
