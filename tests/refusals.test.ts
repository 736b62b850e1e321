import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { commandList } from '../src/cli/command-list.ts';
import { runCli } from '../src/cli/program.ts';
import { openSources } from '../src/input/formats/open-sources.ts';
import { sampleSource } from '../src/input/formats/sample-source.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

// A file that cannot be read as it stands lists its columns and names the flag that would read it, and offers no column
// that holds something else.

vi.setConfig({ testTimeout: 60_000 });

const root = mkdtempSync(path.join(tmpdir(), 'deskstat-refusals-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function run(args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  const io = memoryIo({ cwd: root });
  const code = await runCli([...args], io, commandList);
  return { code, said: `${io.stdout.text()}\n${io.stderr.text()}` };
}

/** Tables that are no tickets as they stand, by what they are, with a column that must not be offered as a creation. */
const refused: Readonly<Record<string, { readonly text: string; readonly not?: readonly string[] }>> = {
  'products with a date of purchase': {
    text: 'Product,Purchase Date,Amount\nPen,2026-01-05,3\nInk,2026-01-06,4\n',
    not: ['Purchase Date'],
  },
  'answers without a creation': {
    text: 'Ticket ID,First Response At,Resolved At,Priority\n1,2026-01-05 10:00,2026-01-06 10:00,High\n2,2026-01-06 10:00,2026-01-07 10:00,Low\n',
    not: ['First Response At', 'Resolved At'],
  },
  'people with a birthday': {
    text: 'Employee,Date of Birth,Office\nAnn,1990-01-05,Rome\nBob,1991-01-06,Oslo\n',
    not: ['Date of Birth'],
  },
  'appointments in German': {
    text: 'Bezeichnung;Geburtsdatum;Raum\nA;05.01.1990;3\nB;06.01.1991;4\n',
    not: ['Geburtsdatum'],
  },
  'changes in Portuguese': {
    text: 'Item,Data da alteração,Valor\nA,2026-01-05,3\nB,2026-01-06,4\n',
    not: ['Data da alteração'],
  },
  'orders in French': {
    text: 'Produit;Date de commande;Montant\nA;2026-01-05;3\nB;2026-01-06;4\n',
    not: ['Date de commande'],
  },
  'months for dates': {
    text: 'Ticket ID,Created,Status\n1,Jan 2026,Open\n2,Feb 2026,Closed\n',
  },
  'quarters for dates': {
    text: 'Case Number,Opened,Status\n1,Q1 2026,Open\n2,Q2 2026,Closed\n',
  },
  'messages without dates': {
    text: 'conversation_id,role,text\n1,customer,where is my parcel please tell me\n1,agent,it is on its way to you now\n2,customer,I cannot log in to the portal\n2,agent,please try the other password\n',
  },
  'figures of agents': {
    text: 'Agent,Tickets Solved,Avg First Response (min),CSAT %\nAnn,30,12,91\nBob,20,14,88\n',
  },
  'two columns that could each be the creation': {
    text: 'Ticket,Opened on,Created on,Status\n1,2026-01-05,2026-01-02,Open\n2,2026-01-06,2026-01-03,Closed\n3,2026-01-09,2026-01-07,Closed\n',
  },
  'creations that nobody can read': {
    text: 'Ticket ID,Created at,Status\n1,soon,Open\n2,later,Open\n3,2026-01-02,Open\n',
  },
  'surveys without an answer': {
    text: 'Response ID,Survey,Sent at\n1,CSAT,2026-01-05\n2,CSAT,2026-01-06\n',
  },
};

const columnsOf = (text: string): string[] =>
  text.slice(0, text.indexOf('\n')).split(text.includes(';') ? ';' : ',');

describe('a file that is refused', () => {
  it.each(Object.entries(refused))('%s', async (name, { text, not }) => {
    const file = path.join(root, `${name}.csv`);
    writeFileSync(file, text);
    const { code, said } = await run(['metrics', file, '--metric', 'created']);
    expect(code, said).toBe(3);
    for (const column of columnsOf(text)) expect(said).toContain(column);
    expect(said).toMatch(/--map \w+=|--(?:tickets|messages|events|surveys|customers|activity) /);
    for (const column of not ?? []) expect(said).not.toMatch(new RegExp(`--map \\w+='?${column}`));
  });

  it('and the flag that it names reads it', async () => {
    const file = path.join(root, 'moments.csv');
    writeFileSync(file, 'Thing,Moment,Size\nA,2026-01-05,3\nB,2026-01-06,4\n');
    const refusal = await run(['metrics', file, '--metric', 'created']);
    expect(refusal.code).toBe(3);
    const column = /--map created_at='([^']+)'/.exec(refusal.said)?.[1] ?? '';
    expect(column).toBe('Moment');
    const { code, said } = await run([
      ...['metrics', file, '--metric', 'created', '--map', `created_at=${column}`, '--format', 'csv'],
    ]);
    expect(code, said).toBe(0);
    expect(said).toMatch(/created,count,,tickets,2,/);
  });

  const fixtures = path.resolve(import.meta.dirname, '../fixtures');
  const all = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(?:csv|json|jsonl|ndjson|tsv)$/.test(name) && !name.endsWith('mapping.json'),
  );

  it('whichever fixture it is, lists its columns and a flag, or the export that would do', async () => {
    let refusals = 0;
    for (const name of all) {
      const file = path.join(fixtures, name);
      const { code, said } = await run(['metrics', file, '--metric', 'created']);
      if (code === 0) continue;
      refusals++;
      expect(said, name).toMatch(/\btry\b/);
      const opened = await openSources([file], {});
      // What is no text, or empty, has no columns.
      const sample = await sampleSource(opened.sources[0]).catch(() => null);
      opened.dispose();
      const columns = (sample?.tables ?? []).flatMap((table) => table.columns).slice(0, 12);
      for (const column of columns) expect(said, `${name}: ${column}`).toContain(column.trim());
    }
    expect(refusals).toBeGreaterThan(0);
  });
});
