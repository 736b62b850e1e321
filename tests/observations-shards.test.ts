import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../src/cli/program.ts';
import { shardOf } from '../src/input/tables/shard-sink.ts';
import { cliPath } from './cli.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

// Three processes measure a part of the tickets each; together they give the figures of one.
let folder = '';
const hour = 3_600_000;
const iso = (at: number): string => new Date(at).toISOString().slice(0, 19);
const stated = ['--as-of', '2026-05-01', '--coverage', 'created', '--coverage', '2026-01-01..2026-05-01'];

/** 300 tickets of 40 persons; their ids are written otherwise in the surveys, and by three rows twice. */
function writeDesk(): void {
  const tickets: string[] = [];
  const answers: string[] = [];
  const events: string[] = [];
  for (let i = 0; i < 300; i++) {
    const at = Date.UTC(2026, 0, 2, 7) + i * 9 * hour + ((i * 997) % 3600) * 1000;
    const solved = i % 7 === 0 ? '' : iso(at + (2 + ((i * 29) % 80)) * hour);
    const first = iso(at + (1 + ((i * 31) % 300)) * 60_000);
    const row = [`#00${i + 1}`, iso(at), first, solved, solved ? 'Solved' : 'Open', ['A', 'B', ''][i % 3]];
    tickets.push([...row, `p${(i * i) % 40}@example.com`].join(','));
    if (i % 100 === 5) tickets.push(tickets[tickets.length - 1]);
    if (i % 3 === 1) answers.push([i + 1, iso(at + 90 * hour), 1 + ((i * 3) % 5)].join(','));
    events.push([i + 1, iso(at), 'new'].join(','), [i + 1, iso(at + hour), 'open'].join(','));
    if (solved) events.push([i + 1, solved, 'solved'].join(','));
  }
  const write = (name: string, head: string, rows: readonly string[]): void =>
    writeFileSync(path.join(folder, name), `${[head, ...rows].join('\n')}\n`);
  write(
    'tickets.csv',
    'Ticket ID,Created at,First response at,Solved at,Status,Group,Requester email',
    tickets,
  );
  write('surveys.csv', 'Ticket ID,Answered at,CSAT score', answers);
  write(
    'asked.csv',
    'Customer email,Answered at,CSAT score',
    answers.map((row, i) => row.replace(/^\d+/, `p${i % 40}@example.com`)),
  );
  write('events.csv', 'Ticket ID,Changed at,New status', events);
}

async function run(...line: string[]): Promise<{ code: number; out: string; error: string }> {
  const io = memoryIo({ cwd: folder });
  const placed = line.map((word) => (word.endsWith('.csv') ? path.join(folder, word) : word));
  const code = await runCli(placed, io);
  return { code, out: io.stdout.text(), error: io.stderr.text() };
}

async function figures(observations: string, ...line: string[]): Promise<readonly { metric: string }[]> {
  const { code, out, error } = await run(
    'metrics',
    '--observations',
    observations,
    ...line,
    '--format',
    'json',
  );
  expect(code, error).toBe(0);
  return (JSON.parse(out) as { rows: { metric: string }[] }).rows;
}

async function observeShards(files: readonly string[], into: string, of: number): Promise<string> {
  let said = '';
  for (let shard = of; shard >= 1; shard--) {
    const { code, error } = await run(
      'observe',
      ...files,
      ...stated,
      '--shard',
      `${shard}/${of}`,
      '-o',
      into,
    );
    expect(code, error).toBe(0);
    said += error;
  }
  return said;
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-shards-'));
  writeDesk();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('shards', () => {
  it('give together what one process gives', async () => {
    const files = ['tickets.csv', 'surveys.csv'];
    await run('observe', ...files, ...stated, '-o', 'whole');
    const said = await observeShards(files, 'parts', 3);
    // not_sharded
    expect(said).toContain('a shard has no csat_response_rate: all tickets decide what it counts');
    const compared = ['--by', 'group', '--every', 'month', '--totals', '--compare', 'previous'];
    for (const options of [[], compared, ['--censored']]) {
      const whole = await figures('whole', ...options);
      const parts = await figures('parts', ...options);
      expect(parts.length).toBeGreaterThan(20);
      expect(parts).toEqual(whole.filter(({ metric }) => metric !== 'csat_response_rate'));
      expect(parts.map(({ metric }) => metric)).toContain('repeat_contact_rate');
    }
  });

  it('keep the status changes of a ticket with it, and say what needs the tickets of a person', async () => {
    const files = ['tickets.csv', 'events.csv'];
    await run('observe', ...files, ...stated, '-o', 'whole-events');
    const said = await observeShards(files, 'parts-events', 2);
    expect(said).toContain('it looks at all tickets of a person');
    const left = ['repeat_contact_rate', 'no_repeat_rate', 'first_contact_resolution', 'csat_response_rate'];
    const whole = await figures('whole-events', '--by', 'group');
    expect(await figures('parts-events', '--by', 'group')).toEqual(
      whole.filter(({ metric }) => !left.includes(metric)),
    );
    const lacking = await run('metrics', '--observations', 'parts-events', '--metric', 'repeat_contact_rate');
    expect([lacking.code, lacking.error]).toEqual([3, expect.stringContaining('all tickets of a person')]);
  });

  it('leave out what some of them cannot have, and say so', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, i) => `${i + 1},2026-02-${i + 10} 09:00,${i === 4 ? '2026-02-20 10:00' : ''}`,
    );
    writeFileSync(path.join(folder, 'few.csv'), `Ticket ID,Created at,Solved at\n${rows.join('\n')}\n`);
    await run('observe', 'few.csv', ...stated, '-o', 'few-whole');
    await observeShards(['few.csv'], 'few', 3);
    const apart = 'in some parts it can be had and in others it cannot';
    const all = await run('metrics', '--observations', 'few', '--format', 'json');
    expect([all.code, all.error]).toEqual([0, expect.stringContaining(apart)]);
    expect((await run('sql', '--observations', 'few')).error).toContain(apart);
    const found = await figures('few');
    const there = new Set(found.map(({ metric }) => metric));
    expect(there).toContain('created');
    expect(there).not.toContain('resolution_time');
    expect(found).toEqual((await figures('few-whole')).filter(({ metric }) => there.has(metric)));
    const named = await run('metrics', '--observations', 'few', '--metric', 'resolution_time');
    expect([named.code, named.error]).toEqual([3, expect.stringContaining(apart)]);
  });

  it('have no recurring issues, which are found among all tickets', async () => {
    for (const about of [
      ['--by', 'group,issue'],
      ['--where', 'topic = Payments'],
      ['--metric', 'first_contact_resolution_same_issue'],
    ]) {
      const line = ['observe', 'tickets.csv', ...stated, '--shard', '1/2', ...about, '-o', 'no'];
      const { code, error } = await run(...line);
      expect([code, error]).toEqual([
        2,
        expect.stringContaining('recurring issues are found among all tickets'),
      ]);
    }
  });

  it('have no answers that name their customer alone', async () => {
    const { code, error } = await run(
      'observe',
      'tickets.csv',
      'asked.csv',
      ...stated,
      '--metric',
      'csat',
      '--shard',
      '1/2',
      '-o',
      'asked',
    );
    expect([code, error]).toEqual([2, expect.stringContaining('answers name their customer')]);
  });

  it('are not whole while one is missing, and not of one measure when options differ', async () => {
    await run('observe', 'tickets.csv', ...stated, '--shard', '1/2', '-o', 'half');
    expect((await run('metrics', '--observations', 'half')).error).toContain(
      'of 2 shards these are missing: 2',
    );
    await run('observe', 'tickets.csv', ...stated, '--tz', 'Asia/Kolkata', '--shard', '2/2', '-o', 'half');
    expect((await run('metrics', '--observations', 'half')).error).toContain('do not agree about timezone');
    expect((await run('observe', 'tickets.csv', ...stated, '--shard', '1/4', '-o', 'half')).code).toBe(2);
  });

  it('demand what a part cannot know', async () => {
    for (const line of [
      [],
      stated.slice(0, 2),
      stated.slice(2),
      [...stated.slice(0, 2), ...stated.slice(4)],
    ]) {
      const { code, error } = await run('observe', 'tickets.csv', ...line, '--shard', '1/2', '-o', 'no');
      expect([code, error]).toEqual([2, expect.stringContaining('--as-of and --coverage')]);
    }
    for (const shard of ['0/2', '3/2', 'x', '1'])
      expect((await run('observe', 'tickets.csv', ...stated, '--shard', shard, '-o', 'no')).code).toBe(2);
  });
});

describe('the shard of a key', () => {
  const of = (text: string, by: 'ticket' | 'person' = 'ticket'): number =>
    shardOf(new TextEncoder().encode(text), { of: 1000, by });

  it('is the same for the same ticket or person, however it is written', () => {
    expect(new Set(['12', ' 12 ', '#0012', '12.0', 'Ticket-12'].map((id) => of(id))).size).toBe(1);
    expect(of('1200')).not.toBe(of('12'));
    expect(of(' Ann@Example.com', 'person')).toBe(of('ann@example.com', 'person'));
    expect(of('"Ann A." <ANN@example.com>', 'person')).toBe(of('ann@example.com', 'person'));
    expect(new Set(['CUST-1012', 'cust_01012', '1,012', '1012.0'].map((key) => of(key, 'person'))).size).toBe(
      1,
    );
    expect(of('0015g00000BxyzA', 'person')).toBe(of('0015g00000BxyzA3Q2', 'person'));
    expect(of('ann', 'person')).not.toBe(of('ben', 'person'));
    expect([of(''), of(' n/a ')]).toEqual([-1, -1]);
  });

  it('divides evenly', () => {
    const counts = new Uint32Array(16);
    const encoder = new TextEncoder();
    for (let id = 1; id <= 16_000; id++) counts[shardOf(encoder.encode(`${id}`), { of: 16, by: 'ticket' })]++;
    // 1,000 each; five standard deviations are 153.
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(153);
  });
});

describe('a killed process', () => {
  it('leaves whole files and no manifest, and the next run finishes', async () => {
    const out = path.join(folder, 'killed');
    const args = [cliPath, 'observe', 'tickets.csv', 'surveys.csv', 'events.csv', '-o', out];
    const child = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.on('exit', (_, signal) => resolve(signal)));
    const parts = (): string[] => {
      try {
        return readdirSync(out, { recursive: true }).map(String);
      } catch {
        return [];
      }
    };
    while (!parts().some((name) => name.endsWith('.parquet')) && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 2));
    child.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    const visible = parts().filter(
      (name) => name.endsWith('.parquet') && !path.basename(name).startsWith('.'),
    );
    expect(visible.length).toBeGreaterThan(0);
    for (const name of visible)
      expect(readFileSync(path.join(out, name)).subarray(-4).toString('latin1')).toBe('PAR1');
    expect((await run('metrics', '--observations', 'killed')).code).toBe(3);
    expect((await run('observe', 'tickets.csv', '-o', 'killed')).code).toBe(0);
    expect((await figures('killed')).length).toBeGreaterThan(20);
    expect(parts().filter((name) => path.basename(name).startsWith('.'))).toEqual([]);
  });
});
