import { describe, expect, it } from 'vitest';
import { findCoverage } from '../../../../src/input/tables/cut.ts';
import { newestBelievable } from '../../../../src/input/tables/void-stamps.ts';
import { codesOf, type Desk } from '../../../../src/model/desk.ts';
import type { ReadDesk } from '../../../../src/questions/read-desk.ts';
import { readDesk } from '../../../../src/questions/read-desk.ts';
import { ask, DAY, HOUR, readFiles, value } from '../../../desk.ts';

const count = (desk: Desk, code: string): number | undefined =>
  desk.problems.find((problem) => problem.code === code)?.count;

describe('coverage', () => {
  const day = (n: number): number => Date.UTC(2026, 0, 1) + n * DAY;
  const created = Float64Array.from({ length: 100 }, (_, i) => day(i));

  it('is all tickets created in a window where old ones are as many as new ones', () => {
    const coverage = findCoverage({
      created,
      touches: [day(0), day(1)],
      isFinished: new Uint8Array(100),
      allOpen: false,
    });
    expect(coverage).toMatchObject({
      from: day(0),
      to: day(99),
      cut: 'created',
      pinned: false,
      bulkFrom: day(0),
      bulkTo: day(99),
    });
  });

  it('is tickets touched in a window where few are older than the first touch, solved where none is open', () => {
    const bulk = Float64Array.from({ length: 200 }, (_, i) => (i < 6 ? day(i * 10) : day(80 + (i % 20))));
    const lastTouched = bulk.map((at, i) => (i < 6 ? day(85 + i) : at));
    const few = { isFinished: new Uint8Array(200), allOpen: false };
    const touches = [...lastTouched].sort((a, b) => a - b).slice(0, 10);
    const touched = findCoverage({ created: bulk, touches, ...few });
    expect([touched.cut, touched.bulkFrom]).toEqual(['touched', day(80)]);
    expect(
      findCoverage({ created: bulk, touches, isFinished: new Uint8Array(200).fill(1), allOpen: false }).cut,
    ).toBe('solved');
    // Four early tickets are too few to tell.
    const four = bulk.map((at, i) => (i < 2 ? day(85) : at));
    const fourTouches = [...lastTouched]
      .map((at, i) => (i < 2 ? day(85) : at))
      .sort((a, b) => a - b)
      .slice(0, 10);
    expect(findCoverage({ created: four, touches: fourTouches, ...few }).cut).toBe('created');
  });

  it('does not believe three stamps half a year past all others, and believes whatever is merely late', () => {
    const daily = Float64Array.from({ length: 200 }, (_, i) => day(i));
    expect(newestBelievable([daily, Float64Array.of(Date.UTC(2062, 0, 1))])).toBe(day(199));
    expect(newestBelievable([daily])).toBe(Number.POSITIVE_INFINITY);
    // 179 days late: the slow tail; 181 days: void; four of them are no typos any more.
    expect(newestBelievable([daily, Float64Array.of(day(199 + 179))])).toBe(Number.POSITIVE_INFINITY);
    expect(newestBelievable([daily, Float64Array.of(day(199 + 181))])).toBe(day(199));
    const four = Float64Array.of(day(500), day(501), day(502), day(503));
    expect(newestBelievable([daily, four])).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('names for ids', () => {
  const tickets = `id,created_at,status,requester_id,assignee_id,group_id
1,2026-03-01T08:00:00Z,open,501,701,9
2,2026-03-02T08:00:00Z,open,502,702,9
3,2026-03-03T08:00:00Z,open,503,703,9
`;
  const users = `id,name,email,role
501,Ann,ann@example.com,end-user
502,Sam Doe,sam1@example.com,end-user
503,Sam Doe,sam2@example.com,end-user
701,Kim,kim@example.com,agent
702,,lee@example.com,agent
`;

  it('stand in for ids, two people of one name stay two, ids without a name stay', async () => {
    const { desk } = await readFiles({ 'tickets.csv': tickets, 'users.csv': users });
    const names = (field: string): string[] => {
      const column = codesOf(desk.tickets, field);
      return [...(column?.codes ?? [])].map((code) => column?.names.name(code) ?? '');
    };
    expect(names('requester')).toEqual(['Ann', 'Sam Doe (502)', 'Sam Doe (503)']);
    expect(names('assignee')).toEqual(['Kim', 'lee@example.com', '703']);
  });

  it('do not depend on which fields were asked for', async () => {
    const files = { 'tickets.csv': tickets, 'users.csv': users };
    const asked = await readSome(files, ['assignee']);
    const column = codesOf(asked.desk.tickets, 'assignee');
    expect([...(column?.codes ?? [])].map((code) => column?.names.name(code))).toEqual([
      'Kim',
      'lee@example.com',
      '703',
    ]);
  });

  it('a list of users says who wrote: a colleague in copy is a customer, an agent is not', async () => {
    const comments = `ticket_id,created_at,author_id,public,body
1,2026-03-01T08:00:00Z,501,true,it broke
1,2026-03-01T08:30:00Z,502,true,for me too
1,2026-03-01T10:00:00Z,701,true,on its way
`;
    const withUsers = await readFiles({
      'tickets.csv': tickets,
      'comments.csv': comments,
      'users.csv': users,
    });
    expect(value(withUsers.desk, 'first_response_time.max')).toBe(2 * HOUR);
    // Without the list 502 is known as somebody who asks (ticket 2) and was never given a ticket: no agent.
    const without = await readFiles({ 'tickets.csv': tickets, 'comments.csv': comments });
    expect(value(without.desk, 'first_response_time.max')).toBe(2 * HOUR);
  });
});

/** Reads files with only some fields asked for, as commands do. */
async function readSome(files: Record<string, string>, fields: readonly string[]): Promise<ReadDesk> {
  const { mkdtempSync, rmSync, writeFileSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const path = await import('node:path');
  const folder = mkdtempSync(path.join(tmpdir(), 'deskstat-test-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    return await readDesk({
      paths: Object.keys(files).map((name) => path.join(folder, name)),
      overridesFor: () => ({
        columns: new Map(),
        values: new Map(),
        preset: null,
        zones: { all: null, byFile: new Map() },
        reportZone: null,
        kinds: new Map(),
        scale: null,
        lowEffortIsGood: null,
        dateOrder: null,
      }),
      sourceNameFor: () => null,
      fields: new Set(fields) as never,
      columns: [],
      allowGuesses: true,
      maxRejected: 0.05,
      strict: false,
      asOf: null,
      names: { agents: new Map([['702', 'Lee']]), groups: new Map(), pseudonymOf: null },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('tables that belong together', () => {
  const tickets = `id,created_at,status,requester
1,2026-03-01T08:00:00Z,closed,ann
2,2026-03-02T08:00:00Z,open,bob
`;

  it('takes what a ticket export does not say from its events, and counts events of other tickets', async () => {
    const events = `ticket_id,timestamp,status,agent
1,2026-03-01T08:00:00Z,New,
1,2026-03-01T12:00:00Z,Solved,kim
1,2026-03-04T12:00:00Z,Closed,kim
2,2026-03-02T08:00:00Z,New,
77,2026-03-02T08:00:00Z,New,
`;
    const { desk } = await readFiles(
      { 'tickets.csv': tickets, 'events.csv': events },
      { kinds: { 'events.csv': 'events' } },
    );
    expect(desk.tickets.rows).toBe(2);
    expect(value(desk, 'resolution_time.max')).toBe(4 * HOUR);
    expect(value(desk, 'backlog')).toBe(1);
    expect(count(desk, 'events_without_ticket')).toBe(1);
  });

  it('reads the statuses of a log of field changes whatever was asked', async () => {
    const history = `ticket_id,field_name,value,updated
1,status,open,2026-03-01T08:00:00Z
1,priority,high,2026-03-01T09:00:00Z
1,status,solved,2026-03-01T13:00:00Z
2,status,open,2026-03-02T08:00:00Z
`;
    const { desk } = await readSome({ 'ticket.csv': tickets, 'ticket_field_history.csv': history }, []);
    expect(value(desk, 'resolution_time.max')).toBe(5 * HOUR);
  });

  it('counts messages of tickets that are not there', async () => {
    const messages = `ticket_id,created_at,author,author_role,public,body
1,2026-03-01T08:00:00Z,ann,customer,true,hello
99,2026-03-01T08:00:00Z,eve,customer,true,lost
98,2026-03-01T08:00:00Z,eve,customer,true,lost too
`;
    const { desk } = await readFiles({ 'tickets.csv': tickets, 'messages.csv': messages });
    expect(count(desk, 'messages_without_ticket')).toBe(2);
    expect(value(desk, 'created')).toBe(2);
  });

  it('a desk of surveys alone is dated by its answers and has no tickets to count', async () => {
    const surveys = `Response ID,Answered at,Score (0-10),How likely are you to recommend us?
a,2026-03-01T08:00:00Z,10,10
b,2026-03-15T08:00:00Z,2,2
c,2026-04-02T08:00:00Z,9,9
`;
    const { desk } = await readFiles({ 'nps.csv': surveys }, { kinds: { 'nps.csv': 'surveys' } });
    expect(desk.asOf).toBe(Date.UTC(2026, 3, 2, 8));
    expect(ask(desk, 'created')[0]).toMatchObject({ value: null, status: 'unavailable' });
    const months = ask(desk, 'nps', { every: 'month' });
    expect(months.map(({ period, n }) => [period?.label, n])).toEqual([
      ['2026-03', 2],
      ['2026-04', 1],
    ]);
  });

  it('answers without a ticket are in the segment of those without a value, so that parts add up', async () => {
    const grouped = `id,created_at,status,group
1,2026-03-01T08:00:00Z,closed,A
2,2026-03-02T08:00:00Z,open,B
`;
    const surveys = `ticket_id,score,answered_at
1,5,2026-03-02T08:00:00Z
9,1,2026-03-02T09:00:00Z
2,4,2026-03-02T10:00:00Z
`;
    const { desk } = await readFiles(
      { 'tickets.csv': grouped, 'csat.csv': surveys },
      { kinds: { 'csat.csv': 'surveys' } },
    );
    const whole = ask(desk, 'csat')[0];
    const parts = ask(desk, 'csat', { by: ['group'], totals: true });
    expect(whole.n).toBe(3);
    expect(parts.map(({ segment, n }) => [segment.group, n])).toEqual([
      ['(total)', 3],
      ['A', 1],
      ['B', 1],
      [null, 1],
    ]);
  });
});

describe('the same id in two files', () => {
  const desk = (rows: readonly string[]): string => `id,created_at,status\n${rows.join('\n')}\n`;

  it('is two tickets of two desks when they were created days apart', async () => {
    const files = {
      'east.csv': desk(['1,2026-03-01T08:00:00Z,open']),
      'west.csv': desk(['1,2025-11-01T08:00:00Z,open']),
    };
    await expect(readFiles(files)).rejects.toThrow(/east\.csv:2 and .*west\.csv:2 share the id 1/);
  });

  it('is one ticket when the files are read in other zones', async () => {
    const files = {
      'a.csv': desk(['1,2026-03-01T08:00:00Z,open']),
      'b.csv': desk(['1,2026-03-01T18:00:00Z,open']),
    };
    expect((await readFiles(files)).desk.tickets.rows).toBe(1);
  });

  it('an id repeated inside one of the files still has to agree there', async () => {
    const files = {
      'a.csv': desk([
        '1,2026-03-01T08:00:00Z,open',
        '1,2026-03-01T09:00:00Z,open',
        '2,2026-03-01T09:00:00Z,open',
        '3,2026-03-01T09:00:00Z,open',
      ]),
      'b.csv': desk(['1,2026-03-01T08:00:00Z,open', '4,2026-05-01T08:00:00Z,open']),
    };
    const kinds = { 'a.csv': 'tickets', 'b.csv': 'tickets' } as const;
    await expect(readFiles(files, { kinds })).rejects.toThrow(/lines 2 and 3 share the id 1/);
  });
});
