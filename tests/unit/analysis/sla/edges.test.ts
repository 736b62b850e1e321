import { describe, expect, it } from 'vitest';
import { listWaiting } from '../../../../src/analysis/metrics/who-waits.ts';
import { listAtRisk, listBreaches } from '../../../../src/analysis/sla/breaches.ts';
import { dueTargets } from '../../../../src/analysis/sla/due-targets.ts';
import type { Desk } from '../../../../src/model/desk.ts';
import { sentence } from '../../../../src/model/sentence.ts';
import {
  type SlaTargetId,
  type SlaTargets,
  type TargetState,
  type TargetTable,
  targetStates,
} from '../../../../src/model/sla.ts';
import { HOUR, readFiles } from '../../../desk.ts';
import { deskOf, hours, policy, seen, targetsOf } from './sla-desk.ts';

interface Entry {
  readonly ticket: number;
  readonly state: TargetState;
  readonly due: number;
  readonly start?: number;
  readonly end?: number;
  readonly overrun?: number;
}

const tableOf = (entries: readonly Entry[]): TargetTable => ({
  ticket: Uint32Array.from(entries, ({ ticket }) => ticket),
  policy: new Uint16Array(entries.length),
  state: Uint8Array.from(entries, ({ state }) => targetStates.indexOf(state)),
  startAt: Float64Array.from(entries, ({ start }) => start ?? 0),
  dueAt: Float64Array.from(entries, ({ due }) => due),
  endAt: Float64Array.from(entries, ({ end }) => end ?? Number.NaN),
  limit: new Float64Array(entries.length).fill(HOUR),
  overrun: Float64Array.from(entries, ({ overrun }) => overrun ?? 0),
});

const slaOf = (tables: Partial<Record<SlaTargetId, readonly Entry[]>>): SlaTargets => ({
  policies: [{ name: 'All', clock: 'calendar' }],
  targets: {
    first_response: tableOf(tables.first_response ?? []),
    next_response: tableOf(tables.next_response ?? []),
    resolution: tables.resolution
      ? tableOf(tables.resolution)
      : { unavailable: sentence('because.no_solve') },
  },
  problems: [],
});

const AS_OF = '2026-11-02T20:00:00Z';
const at = (hour: number): number => Date.parse('2026-11-02T00:00:00Z') + hour * HOUR;
/** Four tickets, the ids not in the order of rows; the last one has none. */
const desk = (): Promise<Desk> =>
  deskOf(
    {
      tickets: `id,created_at,status,assignee\n${['c', 'a', 'b', ''].map((id, i) => `${id},2026-11-02T0${i}:00:00Z,open,${i === 2 ? 'Ben' : ''}`).join('\n')}\n`,
    },
    AS_OF,
  );

describe('the order of breaches', () => {
  const order = async (
    entries: readonly Entry[],
    more: Partial<Record<SlaTargetId, readonly Entry[]>> = {},
  ) =>
    listBreaches({ desk: await desk(), sla: slaOf({ first_response: entries, ...more }) }).map(
      ({ id, target, startAt }) => [id, target, startAt],
    );
  const missed = { state: 'missed', due: at(9), end: at(12), overrun: 2 * HOUR } as const;

  it('is by how late they are, then by the calendar, then by when they fell due', async () => {
    const entries: Entry[] = [
      { ...missed, ticket: 0, due: at(10), end: at(13) },
      { ...missed, ticket: 1, due: at(9), end: at(12) },
      { ...missed, ticket: 2, due: at(9), end: at(14) },
      { ...missed, ticket: 3, due: at(9), end: at(10), overrun: 3 * HOUR },
    ];
    // Overrun 3 h first; of the 2 h ones 5 h on the calendar before 3 h; of those, due at 9 before due at 10.
    expect((await order(entries)).map(([id]) => id)).toEqual([null, 'b', 'a', 'c']);
    expect((await order([...entries].reverse())).map(([id]) => id)).toEqual([null, 'b', 'a', 'c']);
  });

  it('is settled by id, then by target, then by where the clock began, in any order of rows', async () => {
    const first = [0, 1, 2, 3].map((ticket) => ({ ...missed, ticket }));
    const next = [
      { ...missed, ticket: 1, start: at(2) },
      { ...missed, ticket: 1, start: at(1) },
    ];
    const expected = [
      [null, 'first_response', 0],
      ['a', 'first_response', 0],
      ['a', 'next_response', at(1)],
      ['a', 'next_response', at(2)],
      ['a', 'resolution', 0],
      ['b', 'first_response', 0],
      ['c', 'first_response', 0],
    ];
    const resolution = [{ ...missed, ticket: 1 }];
    expect(await order(first, { next_response: next, resolution })).toEqual(expected);
    expect(await order([...first].reverse(), { next_response: [...next].reverse(), resolution })).toEqual(
      expected,
    );
  });

  it('counts what fell due in [from, to), and says who had it', async () => {
    const entries = [8, 9, 10, 11].map((hour, ticket) => ({ ...missed, ticket, due: at(hour) }));
    const inside = listBreaches({
      desk: await desk(),
      sla: slaOf({ first_response: entries }),
      from: at(9),
      to: at(11),
    });
    expect(
      inside.map(({ id, assignee, isMissed, calendarOverrun }) => [id, assignee, isMissed, calendarOverrun]),
    ).toEqual([
      ['a', null, true, 3 * HOUR],
      ['b', 'Ben', true, 2 * HOUR],
    ]);
  });
});

describe('targets at risk', () => {
  it('are those due by then, the next one first, ties by id; nothing else', async () => {
    const open = { state: 'not_due' } as const;
    const found = listAtRisk({
      desk: await desk(),
      sla: slaOf({
        first_response: [
          { ...open, ticket: 0, due: at(22) },
          { ...open, ticket: 2, due: at(21) },
          { ...open, ticket: 1, due: at(22) },
          { ...open, ticket: 3, due: at(24.1) },
          { state: 'met_early', ticket: 3, due: at(21) },
          { state: 'paused', ticket: 3, due: Number.NaN },
        ],
        next_response: [{ ...open, ticket: 3, due: at(24) }],
      }),
      soon: 4 * HOUR,
    });
    expect(
      found.map(({ id, dueAt, isMissed, calendarOverrun }) => [id, dueAt, isMissed, calendarOverrun]),
    ).toEqual([
      ['b', at(21), false, 0],
      ['a', at(22), false, 0],
      ['c', at(22), false, 0],
      [null, at(24), false, 0],
    ]);
  });
});

describe('one due instant a ticket', () => {
  const sla = slaOf({
    first_response: [
      { ticket: 0, state: 'met', due: at(9), end: at(8) },
      { ticket: 1, state: 'missed', due: at(9), end: at(10), overrun: HOUR },
      { ticket: 2, state: 'missed', due: at(9), overrun: 3 * HOUR },
      { ticket: 3, state: 'not_due', due: at(22) },
    ],
    next_response: [
      { ticket: 0, state: 'missed', due: at(12), end: at(13) },
      { ticket: 0, state: 'not_due', due: at(23) },
      { ticket: 0, state: 'met_early', due: at(22), end: at(19) },
      { ticket: 2, state: 'not_due', due: at(21) },
      { ticket: 3, state: 'not_due', due: at(21) },
      { ticket: 3, state: 'closed_before_due', due: at(21) },
    ],
  });

  it('the promise that is due first counts, of those still to be kept', () => {
    expect(dueTargets(sla, { rows: 4 })).toEqual([
      { target: 'next_response', dueAt: at(23), overrun: 0, clock: 'calendar' },
      null,
      { target: 'first_response', dueAt: at(9), overrun: 3 * HOUR, clock: 'calendar' },
      { target: 'next_response', dueAt: at(21), overrun: 0, clock: 'calendar' },
    ]);
  });
});

describe('policies by the priority of the time', () => {
  it('ask every other field of the ticket too: lists, numbers, stamps and columns of their own', async () => {
    const tickets = `id,created_at,solved_at,status,priority,tags,replies,Plan
7,2026-11-01T00:00:00Z,2026-11-01T12:00:00Z,solved,low,vip,3,gold
1,2026-11-02T09:00:00Z,,open,urgent,vip,3,gold
2,2026-11-02T10:00:00Z,,open,urgent,"new,vip",3,silver
3,2026-11-02T10:00:00Z,,open,urgent,"old,vip",3,silver
4,2026-11-02T10:00:00Z,,open,urgent,"new,vip",2,silver
5,2026-11-02T10:00:00Z,,open,urgent,"new,vip",3,gold
6,2026-11-01T10:00:00Z,,open,urgent,"new,vip",3,silver
`;
    const events = `ticket_id,at,field,old_value,new_value\n${['2', '3', '4', '5', '6']
      .flatMap((id) => [
        `${id},2026-11-02T11:00:00Z,status,new,open`,
        `${id},2026-11-02T12:00:00Z,priority,normal,urgent`,
        `${id},2026-11-02T13:00:00Z,priority,urgent,urgent`,
      ])
      .join('\n')}\n`;
    const { desk: read } = await readFiles(
      { 't.csv': tickets, 'e.csv': events },
      { asOf: AS_OF, kinds: { 't.csv': 'tickets', 'e.csv': 'events' }, columns: ['Plan'] },
    );
    const when =
      'priority = urgent and tags contains new and replies = 3 and created_at >= 2026-11-02 and column:Plan = silver';
    const sla = targetsOf(
      read,
      policy({ resolution: 1 }, { name: 'Fast', when }),
      policy({ resolution: 60 }, { name: 'Rest' }),
    );
    if ('unavailable' in sla.targets.resolution) throw new Error(sla.targets.resolution.unavailable.english);
    expect(seen(read, sla, 'resolution').map(({ id, policy: name, due }) => [id, name, due])).toEqual([
      ['7', 'Rest', '2026-11-03T12:00'],
      ['1', 'Rest', '2026-11-04T21:00'],
      // Its hour was over at 11:00; nobody had promised it before it was urgent, at 12:00.
      ['2', 'Fast', '2026-11-02T12:00'],
      ['3', 'Rest', '2026-11-04T22:00'],
      ['4', 'Rest', '2026-11-04T22:00'],
      ['5', 'Rest', '2026-11-04T22:00'],
      ['6', 'Rest', '2026-11-03T22:00'],
    ]);
  });
});

describe('ends that only the helpdesk recorded', () => {
  const tickets = `id,created_at,status,solved_at,minutes\n1,2026-11-02T09:00:00Z,open,,120\n2,2026-11-02T09:00:00Z,open,,\n3,2026-11-02T09:00:00Z,solved,2026-11-02T19:00:00Z,\n`;
  const read = async (field: string) =>
    (
      await readFiles(
        { 't.csv': tickets.replace('minutes', 'answer in minutes') },
        { asOf: AS_OF, kinds: { 't.csv': 'tickets' }, map: { [field]: 'answer in minutes' } },
      )
    ).desk;
  const calendar = hours('Mon-Fri 10:00-18:00');

  it('are taken on the calendar from creation', async () => {
    const found = await read('reported_first_response_time_seconds');
    expect(
      seen(found, targetsOf(found, policy({ first_response: 1 })), 'first_response').map(
        ({ state, late }) => [state, late],
      ),
    ).toEqual([
      ['missed', 1],
      ['missed', 10],
      ['missed', 9],
    ]);
  });

  it('are placed by working hours under a business clock, and unknown under a calendar', async () => {
    const found = await read('reported_first_response_time_business_seconds');
    const on = (more: Parameters<typeof policy>[1]) =>
      seen(found, targetsOf(found, policy({ first_response: 1 }, more)), 'first_response').map(
        ({ state, late }) => [state, late],
      );
    // Two working hours after 09:00 is 12:00, an hour behind the target of 11:00.
    expect(on({ calendar })[0]).toEqual(['missed', 1]);
    expect(on({})[0]).toEqual(['unknown_end', 0]);
  });
});

describe('who waits, in odd cases', () => {
  const waiting = (of: Desk) => {
    const found = listWaiting(of, { businessTime: null });
    if ('unavailable' in found) throw new Error(found.unavailable.english);
    const { id } = of.tickets.columns;
    return found.map(({ ticket, waited, reasons }) => [
      id?.type === 'code' ? id.names.name(id.codes[ticket]) : '',
      waited / HOUR,
      reasons.join(' '),
    ]);
  };
  const head = 'ticket_id,sent_at,author,author_role,public,text\n';

  it('a parked ticket waits since its last message, one that an agent opened does not, one with notes alone does', async () => {
    const tickets = `id,created_at,status,requester\n${[
      '1,2026-11-02T09:00:00Z,on_hold,ana@example.com',
      '2,2026-11-02T09:00:00Z,open,bo@example.com',
      '3,2026-11-02T09:00:00Z,open,cy@example.com',
      '4,2026-11-02T09:00:00Z,open,di@example.com',
      '5,2026-11-02T09:00:00Z,pending,ed@example.com',
    ].join('\n')}\n`;
    const messages =
      head +
      [
        '1,2026-11-02T09:00:00Z,ana@example.com,customer,true,a',
        '1,2026-11-02T10:00:00Z,Ben,agent,true,b',
        '1,2026-11-02T11:00:00Z,Ben,agent,false,c',
        '2,2026-11-02T09:00:00Z,Ben,agent,true,d',
        '3,2026-11-02T09:30:00Z,Ben,agent,false,e',
        '5,2026-11-02T09:00:00Z,ed@example.com,customer,true,f',
      ].join('\n');
    const found = await deskOf({ tickets, messages: `${messages}\n` }, AS_OF);
    expect(waiting(found)).toEqual([
      ['3', 11, 'not_answered'],
      // It has no messages, and as half of the threads lack their opening nobody can tell whether somebody answered.
      ['4', 11, 'not_solved'],
      ['5', 11, 'not_answered'],
      ['1', 9, 'parked not_solved'],
    ]);
  });

  it('only a public answer of a machine is that of a machine', async () => {
    const tickets = `id,created_at,status,requester\n${['1', '2', '3', '4'].map((id) => `${id},2026-11-02T0${id}:00:00Z,open,c${id}@example.com`).join('\n')}\n`;
    const messages =
      head +
      [
        '1,2026-11-02T01:00:00Z,c1@example.com,customer,true,a',
        '1,2026-11-02T01:00:10Z,Robot,bot,true,b',
        '2,2026-11-02T02:00:00Z,c2@example.com,customer,true,c',
        '2,2026-11-02T02:00:10Z,Robot,bot,false,d',
        '3,2026-11-02T03:00:00Z,c3@example.com,customer,true,e',
        '3,2026-11-02T03:00:10Z,c3@example.com,customer,true,f',
        '4,2026-11-02T04:00:00Z,c4@example.com,customer,true,g',
        '4,2026-11-02T04:00:10Z,Ben,agent,true,h',
        '4,2026-11-02T04:00:20Z,Robot,bot,true,i',
        '4,2026-11-02T05:00:00Z,c4@example.com,customer,true,j',
      ].join('\n');
    const found = await deskOf({ tickets, messages: `${messages}\n` }, AS_OF);
    expect(waiting(found)).toEqual([
      ['1', 19, 'only_bot not_answered'],
      ['2', 18, 'not_answered'],
      ['3', 17, 'not_answered'],
      ['4', 15, 'not_solved'],
    ]);
  });

  it('a ticket without status changes waits since creation, one whose log begins later too', async () => {
    const tickets = `id,created_at,status,reopens\n${[
      '1,2026-11-02T09:00:00Z,open,0',
      '2,2026-11-02T10:00:00Z,open,1',
      '3,2026-11-02T11:00:00Z,open,0',
    ].join('\n')}\n`;
    const events = `ticket_id,at,status\n${[
      '2,2026-11-02T12:00:00Z,open',
      '2,2026-11-02T13:00:00Z,on_hold',
      '3,2026-11-02T11:00:00Z,open',
      '3,2026-11-02T12:00:00Z,solved',
      '3,2026-11-02T13:00:00Z,open',
    ].join('\n')}\n`;
    const found = await deskOf({ tickets, events }, AS_OF);
    expect(waiting(found).map(([id, waited]) => [id, waited])).toEqual([
      ['1', 11],
      ['2', 10],
      ['3', 7],
    ]);
    // Of ticket 2 the log tells of no end, and the log is believed over the count.
    expect(waiting(found).map(([, , reasons]) => String(reasons).includes('reopened'))).toEqual([
      false,
      false,
      true,
    ]);
  });
});
