import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { requireWritable } from '../../../src/cli/files.ts';
import { runCli } from '../../../src/cli/program.ts';
import { memoryIo } from './memory-io.ts';

const tickets = `Ticket ID,Subject,Created at,First response at,Solved at,Status,Agent
1,Cannot log in,2026-02-02T09:00:00Z,2026-02-02T10:00:00Z,2026-02-02T11:00:00Z,Solved,Ann
2,Refund please,2026-02-03T09:00:00Z,2026-02-03T10:00:00Z,,Open,Bea
`;
const surveys = `Ticket ID,Rating,Responded at
1,5,2026-02-03T09:00:00Z
`;

let folder = '';
const at = (name: string): string => path.join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-outputs-'));
  writeFileSync(path.join(folder, 'tickets.csv'), tickets);
  writeFileSync(path.join(folder, 'surveys.csv'), surveys);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...argv: string[]): Promise<{ readonly code: number; readonly stderr: string }> {
  const io = memoryIo({ cwd: folder, env: { PATH: folder, CHROME_PATH: path.join(folder, 'none') } });
  const code = await runCli(argv, io);
  return { code, stderr: io.stderr.text() };
}

describe('files that were read are written over by no command', () => {
  for (const command of ['report', 'metrics', 'tickets', 'waiting', 'check', 'agents', 'issues', 'inspect'])
    it(`${command}, whatever option named them`, async () => {
      const format = ['check', 'inspect'].includes(command) ? 'json' : 'csv';
      const expected = command === 'check' ? ['--expect', 'csat >= 1%'] : [];
      const named = [at('tickets.csv'), '--surveys', at('surveys.csv'), ...expected];
      const { code, stderr } = await run(command, ...named, '-q', '-o', `${format}=surveys.csv`);
      expect(code, stderr).toBe(2);
      expect(stderr).toContain('surveys.csv: this file is being read and must not be written over');
      expect(readFileSync(path.join(folder, 'surveys.csv'), 'utf8')).toBe(surveys);
    });

  it('nor is the archive that a file lies in', async () => {
    writeFileSync(path.join(folder, 'pack.zip'), 'bytes');
    const inputs = ['pack.zip/tickets.csv', 'pack.zip/more/surveys.csv'];
    const io = memoryIo({ cwd: folder });
    for (const input of inputs)
      await expect(requireWritable({ file: 'pack.zip', inputs: [input], io })).rejects.toMatchObject({
        problem: { code: 'output_is_input' },
      });
  });
});

describe('a check that came to no verdict', () => {
  const data = '[{"id": 1, "created_at": "2026-01-01T00:00:00Z", "status": "open"}]';
  const verdict = (name: string): unknown => JSON.parse(readFileSync(at(name), 'utf8')).schema;

  it('writes over no file that the command line names', async () => {
    writeFileSync(at('data.json'), data);
    for (const named of [[at('data.json')], ['--tickets', at('data.json')], [`--tickets=${at('data.json')}`]])
      for (const wrong of ['created > 0', 'created ~ 0']) {
        const { code } = await run('check', ...named, '--expect', wrong, '-q', '-o', 'data.json');
        expect(code).toBe(2);
        expect(readFileSync(at('data.json'), 'utf8')).toBe(data);
      }
  });

  it('says so in each output, over the one of the last run too', async () => {
    writeFileSync(at('old.json'), '{}');
    const outputs = ['-o', 'new.json', '-o', 'json=old.json', '-ojson=third', '--output=json=fourth'];
    const { code } = await run('check', at('tickets.csv'), '--expect', 'created ~ 0', '-q', ...outputs);
    expect(code).toBe(2);
    for (const name of ['new.json', 'old.json', 'third', 'fourth'])
      expect(verdict(name), name).toBe('deskstat.check/1');
  });
});

describe('no file is there where one of them cannot be written', () => {
  const before = ['surveys.csv', 'tickets.csv'];
  for (const [why, second] of [
    ['its folder is missing', 'no/such/folder.csv'],
    ['it was read', 'csv=tickets.csv'],
    ['it is a folder', 'csv=.'],
    ['there is no browser to print with', 'report.pdf'],
  ])
    it(why, async () => {
      const { code, stderr } = await run('metrics', at('tickets.csv'), '-q', '-o', 'first.csv', '-o', second);
      expect(code, stderr).toBe(2);
      expect(readdirSync(folder).sort()).toEqual(before);
    });

  it('those beside the result too: the assignment of issues', async () => {
    const { code, stderr } = await run(
      'issues',
      at('tickets.csv'),
      '-q',
      '-o',
      'first.csv',
      '--assign',
      'tickets.csv',
    );
    expect(code, stderr).toBe(2);
    expect(existsSync(path.join(folder, 'first.csv'))).toBe(false);
  });
});
