import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../src/cli/program.ts';
import { memoryIo } from './unit/cli/memory-io.ts';

// Sixteen weeks from Monday 5 January 2026: twenty tickets a day, an hour's quarter apart from 8:00 on, answered after 30
// minutes and solved after three hours. What each test changes of it is its story.
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
const start = Date.UTC(2026, 0, 5);
const WEEKS = 16;

interface Ticket {
  readonly id: string;
  readonly created: number;
  readonly answered?: number;
  readonly solved?: number;
}

const steady = (): Ticket[] =>
  Array.from({ length: WEEKS * 7 * 20 }, (_, i) => {
    // Not a clockwork: a day brings 18 to 22, and answers take between 26 and 34 minutes.
    const created = start + Math.floor(i / 20) * DAY + 8 * HOUR + (i % 20) * 15 * MINUTE;
    const wait = 26 + ((i * 7) % 9);
    return {
      id: `T${1000 + i}`,
      created,
      answered: created + wait * MINUTE,
      solved: created + (170 + wait) * MINUTE,
    };
  });
const lastWeek = ({ created }: Ticket): boolean => created >= start + (WEEKS - 1) * 7 * DAY;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-sentences-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const stamp = (at?: number): string => (at === undefined ? '' : new Date(at).toISOString());
const exportOf = (tickets: readonly Ticket[]): string =>
  [
    'Ticket ID,Created at,First response at,Solved at,Status',
    ...tickets.map(({ id, created, answered, solved }) =>
      [id, stamp(created), stamp(answered), stamp(solved), solved === undefined ? 'Open' : 'Solved'].join(),
    ),
  ].join('\n');

async function screenOf(
  files: Readonly<Record<string, string>>,
  command = 'report',
  ...more: string[]
): Promise<string> {
  const paths = Object.entries(files).map(([name, text]) => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    return file;
  });
  const io = memoryIo();
  const code = await runCli(
    [command, ...paths, ...more, ...(command === 'report' ? ['--no-issues'] : [])],
    io,
  );
  expect(code, io.stderr.text()).toBe(0);
  return io.stdout.text().replace(/\s+/g, ' ');
}

describe('the first screen of an export with a story', () => {
  it('names, of those who wait, the parts that add up to the list', async () => {
    // Of the last day five wait for an answer, and seven were answered and are open.
    const tickets = steady().map((ticket, i, { length }): Ticket => {
      if (i >= length - 5) return { id: ticket.id, created: ticket.created };
      return i >= length - 12 ? { ...ticket, solved: undefined } : ticket;
    });
    const text = await screenOf({ 'waiting.csv': exportOf(tickets) });
    expect(text).toMatch(
      /5 tickets wait for a first answer on .*; in all 12 wait for the desk, 7 of them answered before/,
    );
    expect(await screenOf({ 'waiting.csv': exportOf(tickets) }, 'waiting')).toMatch(
      /12 tickets wait at .*, longest first: 5 for a first answer and 7 answered before/,
    );
  });

  it('says how many of the solved tickets nobody had answered', async () => {
    const tickets = steady().map((ticket, i) =>
      lastWeek(ticket) && i % 2 === 0 ? { ...ticket, answered: undefined } : ticket,
    );
    expect(await screenOf({ 'silent.csv': exportOf(tickets) })).toContain(
      '70 of the 140 solved tickets never got an answer from a person',
    );
  });

  it('is no normal week where as many came as ever, and far fewer were solved', async () => {
    const tickets = steady().map((ticket, i) =>
      lastWeek(ticket) && i % 3 !== 0 ? { ...ticket, solved: undefined } : ticket,
    );
    // 46 or 47 of the 140 are solved.
    expect(await screenOf({ 'unsolved.csv': exportOf(tickets) })).toMatch(
      /(?:The backlog grew from .*|140 new tickets came in and only) 4[67] were solved/,
    );
  });

  it('calls nothing normal that the files do not hold', async () => {
    // Forty tickets of the weeks before that were solved within it, and none that is open: an export of solved tickets.
    const old = Array.from({ length: 40 }, (_, i) => {
      const id = `T${900 + i}`;
      return {
        id,
        created: start - (i + 2) * DAY,
        answered: start - (i + 1) * DAY,
        solved: start + i * HOUR,
      };
    });
    const solved = await screenOf({ 'solved.csv': exportOf([...old, ...steady()]) });
    expect(solved).toContain('What the files tell of this week is as usual. 140 tickets were solved');
    expect(solved).not.toMatch(/normal week|new tickets came in/);
    const messages = steady()
      .slice(0, 1100)
      .map(({ id, answered }, i) => `${i},${id},${stamp(answered)},agent,true,We look into ${id}`);
    const half = await screenOf({
      'tickets.csv': exportOf(steady().map(({ answered: _, ...ticket }) => ticket)),
      'messages.csv': ['id,ticket_id,sent_at,author_role,public,text', ...messages].join('\n'),
    });
    expect(half).toMatch(/1,140 of 2,240 tickets have no messages in these files/);
    expect(half).toMatch(/First response time: none \(140 not recorded\)/);
  });

  it('calls unanswered tickets so many at least where messages of some are not in the files', async () => {
    // Every other ticket has its messages: an open one of the last day that was answered, and one of which nobody knows.
    const tickets = steady().map(({ answered: _, ...ticket }, i, all) =>
      i >= all.length - 2 ? { ...ticket, solved: undefined } : ticket,
    );
    const messages = steady()
      .filter((_, i) => i % 2 === 0)
      .flatMap(({ id, created, answered }) => [
        `${id},${stamp(created)},customer,Where is parcel ${id}?`,
        `${id},${stamp(answered)},agent,We look into ${id}`,
      ]);
    const files = {
      'tickets.csv': exportOf(tickets),
      'messages.csv': ['ticket_id,sent_at,author_role,text', ...messages].join('\n'),
    };
    const text = await screenOf(files, 'report', '--format', 'markdown');
    expect(text).toMatch(/\| Unanswered tickets \| \*\*at least 0\*\* \|/);
    expect(text).toContain('of others nobody knows whether they were answered');
  });

  it('opens, of a view of open tickets, with how many are open', async () => {
    const open = steady()
      .slice(-60)
      .map(({ id, created }) => ({ id, created }));
    const text = await screenOf({ 'open.csv': exportOf(open) });
    expect(text).toContain('60 tickets are open on');
    expect(text).not.toMatch(/New tickets|no earlier period/);
  });

  it('says of figures on two clocks which of them counts business hours, and whose', async () => {
    const tickets = steady().map(({ id, created, solved }, i) =>
      [id, stamp(created), stamp(solved), 'Solved', 20 + (i % 5)].join(),
    );
    const header =
      'Ticket ID,Created at,Solved at,Status,First response time in minutes within business hours';
    const text = await screenOf({ 'minutes.csv': [header, ...tickets].join('\n') });
    expect(text).toContain('First response time in the helpdesk’s own business hours');
    expect(text).toContain('First response, business');
    expect(text).not.toContain('durations in business hours');
  });
});

describe('a gate on tickets that nobody answered', () => {
  it('is not passed by those whose messages the files do not hold', async () => {
    // Of the last week's 140 tickets 20 are open. The files hold messages of every other ticket, the open ones' too.
    const tickets = steady().map((ticket, i, { length }) =>
      i >= length - 20 ? { id: ticket.id, created: ticket.created } : { ...ticket, answered: undefined },
    );
    const messages = steady().flatMap(({ id, created, answered }, i, { length }) =>
      i % 2 === 0
        ? [
            `${2 * i},${id},${stamp(created)},customer,true,Please help with ${id}`,
            ...(i >= length - 20
              ? []
              : [`${2 * i + 1},${id},${stamp(answered)},agent,true,We look into ${id}`]),
          ]
        : [],
    );
    const files = {
      'gate.csv': exportOf(tickets).replace('First response at', 'Note'),
      'gate-messages.csv': ['id,ticket_id,sent_at,author_role,public,text', ...messages].join('\n'),
    };
    const paths = Object.entries(files).map(([name, text]) => {
      const file = path.join(folder, name);
      writeFileSync(file, text);
      return file;
    });
    const verdictOn = async (limit: number): Promise<string> => {
      const io = memoryIo();
      await runCli(['check', ...paths, '--expect', `unanswered <= ${limit}`, '--period', '2026-W17'], io);
      return io.stdout.text();
    };
    // Ten of the twenty wait for certain, of the ten others nobody knows it.
    expect(await verdictOn(15)).toMatch(
      /^undecided .*: 10, .*not recorded whether anybody answered: 10 more/,
    );
    expect(await verdictOn(20)).toMatch(/^pass /);
    expect(await verdictOn(9)).toMatch(/^fail /);
  });
});
