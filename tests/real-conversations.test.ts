import { expect, it, vi } from 'vitest';
import { commandList } from '../src/cli/command-list.ts';
import { runCli } from '../src/cli/program.ts';
import { codesOf, numbersOf } from '../src/model/desk.ts';
import { ask, readFiles, readPaths } from './desk.ts';
import { describeShared, sharedData } from './shared-data.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

vi.setConfig({ testTimeout: 120_000 });

// Real conversations: our figures against the helpdesk's own (docs/conversations.md explains what differs), and what must
// add up whatever a file holds.

async function json(args: readonly string[]): Promise<Record<string, never>> {
  const io = memoryIo({});
  const code = await runCli([...args, '--format', 'json'], io, commandList);
  expect(code, io.stderr.text()).toBe(0);
  return JSON.parse(io.stdout.text());
}

const files = [
  'api/source-zendesk-support-native.capture.json',
  'api/source-zendesk-support.capture.json',
  'api/zendesk-all-streams.log',
  'api/source-intercom-native.capture.json',
  'api/source-front.capture.json',
  'messages/twcs-121.csv',
  'events/italian-helpdesk.csv',
  'warehouse/zendesk/ticket_data.csv warehouse/zendesk/ticket_comment_data.csv warehouse/zendesk/ticket_field_history_data.csv',
  'warehouse/intercom/conversation_history_data.csv warehouse/intercom/conversation_part_history_data.csv',
];
const pathsOf = (names: string): string[] => names.split(' ').map(sharedData);
const perTicket = ['first_response_time', 'resolution_time', 'replies', 'closed_unanswered', 'reopen_rate'];

interface Receipt {
  readonly entries: number | null;
  readonly tickets: number;
  readonly used: number;
  readonly left_out: Readonly<Record<string, number>>;
}

describeShared('real conversations', () => {
  // How often the identities were held against a figure: where everything is unavailable, nothing is compared.
  const held = { receipts: 0, backlogs: 0 };

  it.each(files)('used + left out = total: %s', async (names) => {
    for (const metric of perTicket) {
      const { receipt } = (await json(['explain', metric, ...pathsOf(names)])) as unknown as {
        readonly receipt: Receipt;
      };
      const { entries, used, left_out: leftOut } = receipt;
      // A figure that is unavailable has no entries.
      if (entries === null || entries === 0) continue;
      held.receipts++;
      const out = Object.values(leftOut).reduce((sum, count) => sum + count, 0);
      expect([metric, used + out]).toEqual([metric, entries]);
    }
  });

  it.each(files)('the backlog is what came and has not ended: %s', async (names) => {
    const { rows: figures } = (await json([
      'metrics',
      ...pathsOf(names),
      '--metric',
      'backlog',
    ])) as unknown as {
      readonly rows: readonly { readonly value: number | null; readonly status: string }[];
    };
    const { rows: tickets } = (await json(['tickets', ...pathsOf(names)])) as unknown as {
      readonly rows: readonly { readonly status: string | null }[];
    };
    const [{ value, status }] = figures;
    if (value === null) expect(status).toMatch(/unavailable|edge/);
    else {
      // Where a log names no state of a ticket, it is open until its end.
      const open = tickets.filter(({ status: is }) => is === null || !/^(?:solved|closed)$/.test(is));
      expect(value).toBe(open.length);
      held.backlogs++;
    }
  });

  it('held the two identities above against figures', () => {
    expect(held.receipts).toBeGreaterThan(20);
    expect(held.backlogs).toBeGreaterThan(5);
  });

  it('promoters + passives + detractors = n, joined + not joined = answers, of a survey of every file’s tickets', async () => {
    const compared = { files: 0, answers: 0 };
    for (const names of files) {
      const { desk } = await readPaths(pathsOf(names));
      const id = codesOf(desk.tickets, 'id');
      if (!id) continue;
      const ids = [...id.codes.subarray(0, 40)].map((code) => id.names.name(code).split('\u0000').at(-1));
      // Scores 0 to 10 by turns, of the file's first tickets and of two that it does not hold; some gave no score.
      const asked = [...ids, 'no-such-ticket-1', 'no-such-ticket-2'];
      const scores = asked.map((_, k) => (k % 12 === 11 ? '' : k % 12));
      const rows = asked.map((ticket, k) => `${ticket},2026-05-01T08:00:00Z,${scores[k]}`);
      const survey = `Ticket ID,Answered at,How likely are you to recommend us? (0-10)\n${rows.join('\n')}\n`;
      const { desk: both } = await readFiles({ 'nps.csv': survey }, {}, pathsOf(names));
      const nps = both.surveys.filter(({ scale }) => scale.kind === 'nps');
      expect(nps.length, names).toBe(1);
      const [{ table, ticket }] = nps;
      const given = [...(numbersOf(table, 'score') ?? [])];
      const answered = given.flatMap((score, row) => (Number.isNaN(score) ? [] : [row]));
      const expected = scores.filter((score) => score !== '');
      expect(answered.length, names).toBe(expected.length);
      const joined = answered.filter((row) => ticket[row] >= 0).length;
      const strangers = scores.slice(ids.length).filter((score) => score !== '').length;
      expect([names, joined, answered.length - joined]).toEqual([
        names,
        expected.length - strangers,
        strangers,
      ]);
      const groups = { promoters: 0, passives: 0, detractors: 0 };
      for (const row of answered)
        groups[given[row] >= 9 ? 'promoters' : given[row] >= 7 ? 'passives' : 'detractors']++;
      const [{ value, n }] = ask(both, 'nps');
      expect(groups.promoters + groups.passives + groups.detractors).toBe(n);
      expect(value).toBeCloseTo((100 * (groups.promoters - groups.detractors)) / n, 9);
      compared.files++;
      compared.answers += n;
    }
    expect(compared.files).toBe(files.length);
    expect(compared.answers).toBeGreaterThan(100);
  });

  it('equals what the helpdesk says of itself, or the page says why not', async () => {
    interface Pair {
      readonly left: string;
      readonly right: string;
      readonly agreed: number;
      readonly compared: number;
    }
    const pairs: Record<string, string[]> = {};
    for (const names of [...files, 'tickets/zendesk-50.csv', 'tickets/freshdesk-45.csv']) {
      const { examined } = (await json(['inspect', ...pathsOf(names)])) as unknown as {
        readonly examined: readonly Pair[];
      };
      pairs[names] = examined
        .filter(({ right }) => right.startsWith('reported_'))
        .map(({ left, right, agreed, compared }) => `${left} ${right}: ${agreed} of ${compared}`);
    }
    expect(Object.fromEntries(Object.entries(pairs).filter(([, found]) => found.length > 0))).toEqual({
      'api/zendesk-all-streams.log': ['solved_at reported_resolution_time_seconds: 1 of 1'],
      'tickets/zendesk-50.csv': ['solved_at reported_resolution_time_seconds: 37 of 37'],
    });
  });

  it('takes the helpdesk’s own first reply where its comments are of other tickets', async () => {
    const [file] = files;
    const { rows } = (await json(['tickets', ...pathsOf(file)])) as unknown as {
      readonly rows: readonly { readonly first_response_time_seconds: number | null }[];
    };
    expect(rows.map((row) => row.first_response_time_seconds)).toEqual([8585 * 60]);
    const { receipt } = (await json(['explain', 'first_response_time', ...pathsOf(file)])) as unknown as {
      readonly receipt: { readonly clock_source: string };
    };
    expect(receipt.clock_source).toBe('helpdesk');
  });
});
