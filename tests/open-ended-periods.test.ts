import { describe, expect, it } from 'vitest';
import { runCli } from '../src/cli/program.ts';
import { projectRoot } from './cli.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

// A period with one end: the other is the first ticket, or as-of. The file holds tickets of 2, 6, 9 and 9 March 2026.
const file = 'fixtures/zendesk/minutes-and-offered-surveys.csv';
const [FIRST, AS_OF] = ['2026-03-02T09:12:00Z', '2026-03-09T12:10:00Z'];

async function run(...line: string[]): Promise<{ code: number; out: string; error: string }> {
  const io = memoryIo({ cwd: projectRoot });
  const code = await runCli(line, io);
  return { code, out: io.stdout.text(), error: io.stderr.text() };
}

const since = ['--since', '2026-03-06'];
const until = ['--until', '2026-03-09'];

describe('a period with one end', () => {
  it.each([
    [since, { start: '2026-03-06T00:00:00Z', end: AS_OF, label: '2026-03-06/..' }, 3],
    [until, { start: FIRST, end: '2026-03-09T00:00:00Z', label: '../2026-03-08' }, 2],
  ])('%j reaches to the other end of the data', async (typed, period, created) => {
    const { out } = await run('metrics', file, ...typed, '--metric', 'created', '--format', 'json');
    const [row] = JSON.parse(out).rows;
    expect(row).toMatchObject({ period, value: created });
    const gate = await run('check', file, ...typed, '--expect', `created <= ${created}`, '--format', 'json');
    expect(gate.code, gate.error).toBe(0);
    const listed = await run('tickets', file, ...typed, '--columns', 'id', '--format', 'csv');
    expect(listed.out.trim().split('\n')).toHaveLength(1 + created);
  });

  const commands = [
    ['metrics', file],
    ['agents', file],
    ['tickets', file],
    ['report', file],
    ['issues', file],
    ['check', file, '--expect', 'created >= 1'],
    ['explain', 'first_response_time.p50', file],
  ];
  const lines = commands.flatMap((command) =>
    [since, until].flatMap((typed) =>
      ['table', 'json'].map((format) => [[...command, ...typed, '--format', format]] as const),
    ),
  );
  it.each(lines)('%j', async (line) => {
    const { code, error } = await run(...line);
    expect(error).not.toContain('bug in deskstat');
    expect(code, error).toBe(0);
  });
});
