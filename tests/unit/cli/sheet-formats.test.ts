import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import readSheets from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../../src/cli/program.ts';
import { memoryIo } from './memory-io.ts';

const policies = `hours: Mon-Fri 09:00-18:00
sla:
  - name: all
    targets: { first_response: 2h, resolution: 1d }
`;
// Monday 2 March 2026. 1: answered after 1 h, solved after 26 h. 2: answered after 3 h, open. 3: neither.
const tickets = `Ticket ID,Created at,First response at,Solved at,Status,Group
1,2026-03-02T09:00:00Z,2026-03-02T10:00:00Z,2026-03-03T11:00:00Z,Solved,=Billing
2,2026-03-02T09:00:00Z,2026-03-02T12:00:00Z,,Open,Sales
3,2026-03-03T10:30:00Z,,,New,Sales
`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-sheets-'));
  writeFileSync(path.join(folder, 'tickets.csv'), tickets);
  writeFileSync(path.join(folder, 'deskstat.yaml'), policies);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...line: readonly string[]): Promise<string> {
  const memory = memoryIo({ cwd: folder });
  const at = (file: string): string => path.join(folder, file);
  const args = [...line, at('tickets.csv'), '--config', at('deskstat.yaml')];
  expect(await runCli(args, memory)).toBe(0);
  return memory.stdout.text();
}

describe('rows as workbook and page, from the command line', () => {
  it('tickets carry how each SLA target stands', async () => {
    const rows = (await run('tickets', '--format', 'csv')).trimEnd().split('\n');
    const columns = rows[0].split(',');
    const of = (name: string): string[] => rows.slice(1).map((row) => row.split(',')[columns.indexOf(name)]);
    expect(of('sla_first_response')).toEqual(['met', 'missed', 'open']);
    expect(of('sla_resolution')).toEqual(['missed', 'missed', 'open']);
  });

  it.each([
    ['tickets', 'Tickets'],
    ['metrics', 'Figures'],
    ['waiting', 'Who waits'],
  ])('%s', async (command, name) => {
    const file = path.join(folder, `${command}.xlsx`);
    await run(command, '-q', '-o', file);
    const sheets = await readSheets(readFileSync(file));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Summary', name]);
    expect(sheets[1].data.length).toBeGreaterThan(2);
    const page = await run(command, '--format', 'html');
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).toContain('<table');
  });

  it('a group named like a formula stays text', async () => {
    const file = path.join(folder, 'groups.xlsx');
    await run('metrics', '--metric', 'created', '--by', 'group', '-q', '-o', file);
    const sheets = await readSheets(readFileSync(file));
    const [head, ...rows] = sheets[1].data;
    const value = (name: string): unknown[] => rows.map((row) => row[head.indexOf(name)]);
    expect(value('by_group')).toEqual(["'=Billing", 'Sales']);
    expect(value('value')).toEqual([1, 2]);
  });
});
