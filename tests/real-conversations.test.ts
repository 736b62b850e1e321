import { expect, it, vi } from 'vitest';
import { deskstatAsync } from './cli.ts';
import { describeShared, sharedData } from './shared-data.ts';

vi.setConfig({ testTimeout: 120_000 });

// Real conversations: our figures against the helpdesk's own (docs/conversations.md explains what differs), and what must
// add up whatever a file holds.

async function json(args: readonly string[]): Promise<Record<string, never>> {
  const run = await deskstatAsync([...args, '--format', 'json']);
  expect(run.code, run.stderr).toBe(0);
  return JSON.parse(run.stdout);
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
  it.each(files)('used + left out = total: %s', async (names) => {
    for (const metric of perTicket) {
      const { receipt } = (await json(['explain', metric, ...pathsOf(names)])) as unknown as {
        readonly receipt: Receipt;
      };
      const { entries, used, left_out: leftOut } = receipt;
      // A figure that is unavailable has no entries.
      if (entries === null || entries === 0) continue;
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
    }
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
