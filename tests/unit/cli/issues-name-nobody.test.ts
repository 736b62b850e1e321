import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { deskstat } from '../../cli.ts';

// Six customers and two agents whose names stand nowhere but in this desk, in every place that names stand in.
const customers = [
  'Zebulon Quixworthy',
  'Quorra Vantongeren',
  'Ignatius Oxblatt',
  'Wilhelmina Merriwick',
  'Thaddeus Umbrecht',
  'Seraphine Ashgrove',
];
const agents = ['Yolanda Fizzlebrook', 'Casimir Throckmorton'];
const canaries = new RegExp([...customers, ...agents].join(' ').replaceAll(' ', '|'), 'i');
const subjects = [
  (n: string) => `Refund for ${n} not received`,
  (n: string) => `Re: Ticket logged by ${n} about the printer toner`,
  (n: string) => `Mr ${n.split(' ')[1]} cannot log in after the password reset`,
  (n: string) => `${n.toLowerCase()}: parcel arrived broken`,
];
const bodies = [
  'the refund is missing',
  'printer needs toner',
  'password rejected at login',
  'the parcel was broken',
];

const folder = mkdtempSync(path.join(tmpdir(), 'deskstat-names-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(): void {
  const rows = Array.from({ length: 96 }, (_, i) => {
    const name = customers[i % customers.length];
    const agent = agents[i % agents.length];
    const kind = Math.floor(i / 2) % 4;
    const body = `Hi ${agent.split(' ')[0]},\nmy name is ${name} and ${bodies[kind]}.\nRegards,\n${name}`;
    const day = String(1 + (i % 28)).padStart(2, '0');
    const month = String(1 + Math.floor(i / 28)).padStart(2, '0');
    const rating = i % 3 === 0 ? `bad,${agent} was slow` : `good,thanks ${agent.split(' ')[0]}`;
    return `${i + 1},2026-${month}-${day} 09:00:00,2026-${month}-${day} 12:00:00,Solved,"${subjects[kind](name)}","${body}",${name},${agent},${rating}`;
  });
  const head =
    'Ticket ID,Created at,Solved at,Status,Subject,Description,Requester,Assignee,Satisfaction rating,Satisfaction comment';
  writeFileSync(path.join(folder, 't.csv'), `${head}\n${rows.join('\n')}\n`);
}

describe('a desk whose people are canaries', () => {
  write();
  it.each(['table', 'json', 'csv', 'markdown', 'html'])('issues, %s', (format) => {
    const { stdout, stderr, code } = deskstat(['issues', 't.csv', '--format', format], { cwd: folder });
    expect(code).toBe(0);
    expect(stdout.toLowerCase()).toContain('toner');
    expect(stdout + stderr).not.toMatch(canaries);
  });
  it.each(['markdown', 'json', 'html'])('report, %s', (format) => {
    const run = deskstat(['report', 't.csv', '--period', 'all', '--format', format], { cwd: folder });
    expect(run.code).toBe(0);
    expect(run.stdout + run.stderr).not.toMatch(canaries);
  });
  it('the issue book and the list of tickets', () => {
    expect(
      deskstat(['issues', 't.csv', '-q', '--book', 'b.yaml', '--assign', 'a.csv'], { cwd: folder }).code,
    ).toBe(0);
    for (const file of ['b.yaml', 'a.csv'])
      expect(readFileSync(path.join(folder, file), 'utf8')).not.toMatch(canaries);
  });
});
