import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandList } from '../../../src/cli/command-list.ts';
import { runCli } from '../../../src/cli/program.ts';
import { memoryIo } from './memory-io.ts';

const subjects = [
  'the parcel of my order has not been delivered',
  'i cannot log in, the password reset link is broken',
  'please send the invoice for my yearly subscription',
];
const customers = ['since monday', 'for the second time', 'and it is urgent', 'as before', 'again', 'today'];
/** 18 conversations: three problems in turn, told six times each, whom an assistant answers with one text. */
const talks = customers.flatMap((more) =>
  subjects.map((subject) => ({
    turns: [
      { role: 'user', content: 'hello' },
      { role: 'assistant', content: 'hello, please tell me what is wrong with the refund' },
      { role: 'user', content: `${subject} ${more}` },
      { role: 'assistant', content: 'thank you, the refund team looks into the refund' },
    ],
  })),
);

describe('deskstat issues on conversations without dates', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'deskstat-talks-'));
    writeFileSync(
      path.join(folder, 'talks.jsonl'),
      talks.map((talk) => `${JSON.stringify(talk)}\n`).join(''),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('groups what customers wrote, and nothing that answered them', async () => {
    const io = memoryIo({ cwd: folder });
    const line = [
      'issues',
      path.join(folder, 'talks.jsonl'),
      '--format',
      'json',
      '--assign',
      path.join(folder, 'assigned.csv'),
    ];
    expect(await runCli(line, io, commandList)).toBe(0);
    const { tickets, issues, as_of } = JSON.parse(io.stdout.text());
    expect({ tickets, as_of, sizes: issues.map(({ size }: { size: number }) => size) }).toEqual({
      tickets: 18,
      as_of: null,
      sizes: [6, 6, 6],
    });
    const terms: string[] = issues.flatMap((issue: { terms: string[] }) => issue.terms);
    expect(terms).not.toContain('refund');
    // Conversation n stands in line n and is about problem (n − 1) mod 3.
    const rows = readFileSync(path.join(folder, 'assigned.csv'), 'utf8').trim().split(/\r?\n/).slice(1);
    const issueOf = rows.map((row) => row.split(',').slice(0, 2));
    expect(issueOf.map(([id]) => Number(id))).toEqual(talks.map((_, index) => index + 1));
    for (const [index, [, issue]] of issueOf.entries()) expect(issue).toBe(issueOf[index % 3][1]);
    expect(new Set(issueOf.map(([, issue]) => issue)).size).toBe(3);
  });

  it.each([
    ['en', 'no dates, so nothing can be timed'],
    ['bn', 'মেসেজে তারিখ নেই'],
    ['hi', 'मैसेज में तारीख़ नहीं है'],
  ])('other commands say what is missing, in %s', async (lang, says) => {
    const io = memoryIo({ cwd: folder });
    expect(await runCli(['report', path.join(folder, 'talks.jsonl'), '--lang', lang], io, commandList)).toBe(
      3,
    );
    expect(io.stderr.text()).toContain(says);
    expect(io.stderr.text()).toContain('deskstat issues');
  });
});
