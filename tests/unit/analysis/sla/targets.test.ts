import { describe, expect, it } from 'vitest';
import { listAtRisk, listBreaches } from '../../../../src/analysis/sla/breaches.ts';
import { dueTargets } from '../../../../src/analysis/sla/due-targets.ts';
import { sentence } from '../../../../src/model/sentence.ts';
import { ask, HOUR, readFiles } from '../../../desk.ts';
import { deskOf, hours, policy, seen, targetsOf } from './sla-desk.ts';

const one = (...cells: readonly string[]): string =>
  `id,created_at,first_response_at,solved_at,closed_at,status,priority\n${cells.join('\n')}\n`;
const states = (list: readonly { readonly state: string }[]): string[] => list.map(({ state }) => state);

describe('targets of messages', () => {
  it('are unknown where the messages are of other tickets, as the figures are', async () => {
    const tickets = one('1,2026-11-02T09:00:00Z,,,,open,normal', '2,2026-11-02T10:00:00Z,,,,open,normal');
    const messages = [
      'ticket_id,sent_at,author_role,public,text',
      'x8,2026-11-02T09:00:00Z,customer,true,Where is my parcel?',
      'x8,2026-11-02T09:30:00Z,agent,true,On its way.',
      'x9,2026-11-02T09:00:00Z,customer,true,I want my money back.',
      'x9,2026-11-02T11:00:00Z,agent,true,It is on its way too.',
    ];
    const desk = await deskOf({ tickets, messages: `${messages.join('\n')}\n` }, '2026-11-05T12:00:00Z');
    const [figure] = ask(desk, 'next_response_time');
    const sla = targetsOf(desk, policy({ next_response: 4 }));
    expect(figure.status).toBe('unavailable');
    expect(figure.reason).not.toBeUndefined();
    expect(sla.targets.next_response).toEqual({ unavailable: figure.reason });
  });
});

describe('first response targets', () => {
  it('are met, missed, early, not due yet, or closed before they are due', async () => {
    const tickets = one(
      // 4 h each; as-of is 5 Nov 12:00.
      '1,2026-11-02T09:00:00Z,2026-11-02T11:00:00Z,,,open,normal',
      '2,2026-11-02T09:00:00Z,2026-11-02T16:00:00Z,,,open,normal',
      '3,2026-11-05T10:00:00Z,2026-11-05T10:30:00Z,,,open,normal',
      '4,2026-11-05T10:00:00Z,,,,open,normal',
      '5,2026-11-05T06:00:00Z,,,,open,normal',
      '6,2026-11-02T09:00:00Z,,,2026-11-02T12:00:00Z,closed,normal',
      '7,2026-11-02T09:00:00Z,,,2026-11-02T15:00:00Z,closed,normal',
      '8,2026-11-02T09:00:00Z,,,,closed,normal',
    );
    const desk = await deskOf({ tickets }, '2026-11-05T12:00:00Z');
    const sla = targetsOf(desk, policy({ first_response: 4 }));
    expect(seen(desk, sla, 'first_response')).toEqual([
      { id: '1', state: 'met', policy: 'All', due: '2026-11-02T13:00', late: 0 },
      { id: '2', state: 'missed', policy: 'All', due: '2026-11-02T13:00', late: 3 },
      { id: '3', state: 'met_early', policy: 'All', due: '2026-11-05T14:00', late: 0 },
      { id: '4', state: 'not_due', policy: 'All', due: '2026-11-05T14:00', late: 0 },
      { id: '5', state: 'missed', policy: 'All', due: '2026-11-05T10:00', late: 2 },
      { id: '6', state: 'closed_before_due', policy: 'All', due: '2026-11-02T13:00', late: 0 },
      { id: '7', state: 'missed', policy: 'All', due: '2026-11-02T13:00', late: 2 },
      { id: '8', state: 'unknown_end', policy: 'All', due: '2026-11-02T13:00', late: 0 },
    ]);
  });

  it('are met by an answer at the very instant, missed a second later', async () => {
    const tickets = one(
      '1,2026-11-02T09:00:00Z,2026-11-02T13:00:00Z,,,open,normal',
      '2,2026-11-02T09:00:00Z,2026-11-02T13:00:01Z,,,open,normal',
    );
    const desk = await deskOf({ tickets }, '2026-11-05T12:00:00Z');
    expect(states(seen(desk, targetsOf(desk, policy({ first_response: 4 })), 'first_response'))).toEqual([
      'met',
      'missed',
    ]);
  });

  it('go by the first policy that fits; tickets that none fits have no target', async () => {
    const tickets = one(
      '1,2026-11-02T09:00:00Z,2026-11-02T11:00:00Z,,,open,urgent',
      '2,2026-11-02T09:00:00Z,2026-11-02T11:00:00Z,,,open,high',
      '3,2026-11-02T09:00:00Z,2026-11-02T11:00:00Z,,,open,low',
    );
    const desk = await deskOf({ tickets }, '2026-11-05T12:00:00Z');
    const sla = targetsOf(
      desk,
      policy({ first_response: 1 }, { name: 'Urgent', when: 'priority = urgent' }),
      policy({ first_response: 4 }, { name: 'Serious', when: 'priority in (urgent, high)' }),
    );
    expect(seen(desk, sla, 'first_response').map(({ id, policy: name, state }) => [id, name, state])).toEqual(
      [
        ['1', 'Urgent', 'missed'],
        ['2', 'Serious', 'met'],
      ],
    );
  });

  it('stop at the first policy that fits even where that one promises no first response', async () => {
    const tickets = one('1,2026-11-02T09:00:00Z,2026-11-02T11:00:00Z,,,open,urgent');
    const desk = await deskOf({ tickets }, '2026-11-05T12:00:00Z');
    const sla = targetsOf(
      desk,
      policy({ resolution: 1 }, { when: 'priority = urgent' }),
      policy({ first_response: 1 }),
    );
    expect(seen(desk, sla, 'first_response')).toEqual([]);
  });

  it('count working hours only: created and answered outside them is met with nothing gone by', async () => {
    const tickets = one(
      // Saturday 10:00 → Saturday 12:00: 0 working minutes. Due Monday 10:00.
      '1,2026-11-07T10:00:00Z,2026-11-07T12:00:00Z,,,open,normal',
      // Friday 17:30, answered Monday 09:20: 50 working minutes.
      '2,2026-11-06T17:30:00Z,2026-11-09T09:20:00Z,,,open,normal',
      // The same, answered Monday 09:40: 10 minutes too late.
      '3,2026-11-06T17:30:00Z,2026-11-09T09:40:00Z,,,open,normal',
    );
    const desk = await deskOf({ tickets }, '2026-11-12T12:00:00Z');
    const sla = targetsOf(desk, policy({ first_response: 1 }, { calendar: hours('Mon-Fri 09:00-18:00') }));
    expect(seen(desk, sla, 'first_response')).toEqual([
      { id: '1', state: 'met', policy: 'All', due: '2026-11-09T10:00', late: 0 },
      { id: '2', state: 'met', policy: 'All', due: '2026-11-09T09:30', late: 0 },
      { id: '3', state: 'missed', policy: 'All', due: '2026-11-09T09:30', late: 1 / 6 },
    ]);
  });

  it('are due when the desk closes, and missed after that although no working minute has gone by', async () => {
    const tickets = one('1,2026-11-09T08:00:00Z,2026-11-09T19:00:00Z,,,open,normal');
    const desk = await deskOf({ tickets }, '2026-11-12T12:00:00Z');
    const sla = targetsOf(desk, policy({ first_response: 9 }, { calendar: hours('Mon-Fri 09:00-18:00') }));
    expect(seen(desk, sla, 'first_response')).toEqual([
      { id: '1', state: 'missed', policy: 'All', due: '2026-11-09T18:00', late: 0 },
    ]);
    expect(listBreaches({ desk, sla })[0]).toMatchObject({
      isMissed: true,
      overrun: 0,
      calendarOverrun: HOUR,
    });
  });

  it('take the helpdesk’s own minutes where there are no stamps', async () => {
    const tickets =
      'Ticket ID,Created at,First reply time in minutes (calendar)\n1,2026-11-02T09:00:00Z,60\n2,2026-11-02T09:00:00Z,300\n';
    const { desk } = await readFiles(
      { 't.csv': tickets },
      {
        map: {
          id: 'Ticket ID',
          created_at: 'Created at',
          reported_first_response_time_seconds: 'First reply time in minutes (calendar)',
        },
        asOf: '2026-11-05T00:00:00Z',
      },
    );
    expect(states(seen(desk, targetsOf(desk, policy({ first_response: 4 })), 'first_response'))).toEqual([
      'met',
      'missed',
    ]);
  });

  it('are unavailable without any answer in the data, and where no policy promises one', async () => {
    const desk = await deskOf(
      { tickets: 'id,created_at,status\n1,2026-11-02T09:00:00Z,open\n' },
      '2026-11-05T00:00:00Z',
    );
    const sla = targetsOf(desk, policy({ first_response: 4 }));
    expect(sla.targets.first_response).toHaveProperty(
      'unavailable.english',
      expect.stringContaining('no first response'),
    );
    expect(sla.targets.resolution).toEqual({
      unavailable: sentence('why.no_sla_target', { target: 'resolution' }),
    });
  });

  it('are unavailable, and the run goes on, where a policy asks for a field that the export lacks', async () => {
    const desk = await deskOf(
      { tickets: 'id,created_at,first_response_at\n1,2026-11-02T09:00:00Z,2026-11-02T10:00:00Z\n' },
      '2026-11-05T00:00:00Z',
    );
    const sla = targetsOf(desk, policy({ first_response: 4 }, { when: 'priority = urgent' }));
    expect(sla.targets.first_response).toHaveProperty(
      'unavailable.english',
      expect.stringContaining('priority'),
    );
  });
});

describe('resolution targets', () => {
  const created = '2026-11-02T09:00:00Z';

  it('stop counting at the solve, however long ago that was', async () => {
    const desk = await deskOf(
      { tickets: one(`1,${created},,2026-11-02T12:00:00Z,,solved,normal`) },
      '2027-11-02T09:00:00Z',
    );
    expect(seen(desk, targetsOf(desk, policy({ resolution: 4 })), 'resolution')).toEqual([
      { id: '1', state: 'met', policy: 'All', due: '2026-11-02T13:00', late: 0 },
    ]);
  });

  it('hold for a ticket that takes longer than a year', async () => {
    const desk = await deskOf(
      { tickets: one(`1,${created},,2027-12-02T09:00:00Z,,solved,normal`) },
      '2027-12-03T09:00:00Z',
    );
    // 395 days; promised were 366.
    expect(seen(desk, targetsOf(desk, policy({ resolution: 366 * 24 })), 'resolution')).toEqual([
      { id: '1', state: 'missed', policy: 'All', due: '2027-11-03T09:00', late: 29 * 24 },
    ]);
  });

  const events = (...rows: readonly string[]): string => `ticket_id,at,status\n${rows.join('\n')}\n`;

  it('stand still in the statuses of pause_on, and only in those', async () => {
    const desk = await deskOf(
      {
        tickets: one(`1,${created},,2026-11-02T16:00:00Z,,solved,normal`),
        events: events(
          `1,${created},open`,
          '1,2026-11-02T10:00:00Z,pending',
          '1,2026-11-02T14:00:00Z,open',
          '1,2026-11-02T16:00:00Z,solved',
        ),
      },
      '2026-11-05T00:00:00Z',
    );
    const [paused] = seen(
      desk,
      targetsOf(desk, policy({ resolution: 4 }, { pauseOn: ['pending'] })),
      'resolution',
    );
    expect(paused).toMatchObject({ state: 'met', due: '2026-11-02T17:00' });
    const [running] = seen(
      desk,
      targetsOf(desk, policy({ resolution: 4 }, { pauseOn: ['on_hold'] })),
      'resolution',
    );
    expect(running).toMatchObject({ state: 'missed', due: '2026-11-02T13:00', late: 3 });
  });

  it('stand still while the ticket is solved, and go on when it is reopened', async () => {
    const desk = await deskOf(
      {
        tickets: one(`1,${created},,2026-11-02T16:00:00Z,,solved,normal`),
        events: events(
          `1,${created},open`,
          '1,2026-11-02T10:00:00Z,solved',
          '1,2026-11-02T15:00:00Z,open',
          '1,2026-11-02T16:00:00Z,solved',
        ),
      },
      '2026-11-05T00:00:00Z',
    );
    expect(seen(desk, targetsOf(desk, policy({ resolution: 3 })), 'resolution')[0]).toMatchObject({
      state: 'met',
      due: '2026-11-02T17:00',
    });
    expect(seen(desk, targetsOf(desk, policy({ resolution: 1.5 })), 'resolution')[0]).toMatchObject({
      state: 'missed',
      due: '2026-11-02T15:30',
      late: 0.5,
    });
  });

  /** A solved ticket, so that the export has solve stamps. */
  const other = `9,${created},2026-11-02T10:00:00Z,2026-11-02T10:00:00Z,,solved,low`;

  it('are paused at as-of, unless the time was up before', async () => {
    const desk = await deskOf(
      {
        tickets: one(`1,${created},,,,pending,normal`, other),
        events: events(`1,${created},open`, '1,2026-11-02T10:00:00Z,pending'),
      },
      '2026-11-05T00:00:00Z',
    );
    const pausing = (limit: number) =>
      seen(desk, targetsOf(desk, policy({ resolution: limit }, { pauseOn: ['pending'] })), 'resolution')[0];
    expect(pausing(4)).toMatchObject({ state: 'paused', due: null, late: 0 });
    expect(pausing(1)).toMatchObject({ state: 'missed', due: '2026-11-02T10:00', late: 0 });
    expect(pausing(0.5)).toMatchObject({ state: 'missed', due: '2026-11-02T09:30', late: 0.5 });
  });

  it('move by on-hold minutes where there are no status changes, and say what cannot be known', async () => {
    const tickets = `id,created_at,solved_at,status,hold\n1,${created},2026-11-02T15:00:00Z,solved,120\n2,${created},2026-11-02T15:00:00Z,solved,\n`;
    const { desk } = await readFiles(
      { 't.csv': tickets.replace('hold', 'On hold time in minutes') },
      {
        map: { reported_on_hold_time_seconds: 'On hold time in minutes' },
        asOf: '2026-11-05T00:00:00Z',
      },
    );
    const sla = targetsOf(desk, policy({ resolution: 4 }, { pauseOn: ['on_hold'] }));
    expect(seen(desk, sla, 'resolution')).toEqual([
      { id: '1', state: 'met', policy: 'All', due: '2026-11-02T15:00', late: 0 },
      { id: '2', state: 'missed', policy: 'All', due: '2026-11-02T13:00', late: 2 },
    ]);
    expect(sla.problems).toEqual([]);
    const both = targetsOf(desk, policy({ resolution: 4 }, { pauseOn: ['pending', 'on_hold'] }));
    expect(both.problems).toMatchObject([
      { code: 'sla_pauses_unknown', args: { policies: ['All'], states: ['pending'] } },
    ]);
  });

  it('count a ticket that is pending now as paused where nothing says since when', async () => {
    const desk = await deskOf(
      { tickets: one(`1,${created},,,,pending,normal`, `2,${created},,2026-11-02T10:00:00Z,,solved,normal`) },
      '2026-11-05T00:00:00Z',
    );
    const sla = targetsOf(desk, policy({ resolution: 4 }, { pauseOn: ['pending'] }));
    expect(states(seen(desk, sla, 'resolution'))).toEqual(['paused', 'met']);
    expect(sla.problems).toHaveLength(1);
  });

  it('are open while a reopened ticket has no new solve', async () => {
    const desk = await deskOf(
      { tickets: one(`1,${created},,2026-11-02T10:00:00Z,,open,normal`, other) },
      '2026-11-02T12:00:00Z',
    );
    expect(states(seen(desk, targetsOf(desk, policy({ resolution: 4 })), 'resolution'))).toEqual([
      'not_due',
      'met_early',
    ]);
  });
});

describe('a priority that was changed later', () => {
  const tickets = one('1,2026-11-02T09:00:00Z,2026-11-02T12:00:00Z,,,open,urgent');
  const changes = (at: string): string =>
    `ticket_id,at,field,old_value,new_value\n1,${at},priority,normal,urgent\n1,2026-11-04T00:00:00Z,status,new,open\n`;
  const policies = [
    policy({ first_response: 1 }, { name: 'Urgent', when: 'priority = urgent' }),
    policy({ first_response: 8 }, { name: 'Rest' }),
  ] as const;

  it('does not make a kept promise a breach', async () => {
    const desk = await deskOf({ tickets, events: changes('2026-11-02T15:00:00Z') }, '2026-11-05T00:00:00Z');
    expect(seen(desk, targetsOf(desk, ...policies), 'first_response')).toEqual([
      { id: '1', state: 'met', policy: 'Rest', due: '2026-11-02T17:00', late: 0 },
    ]);
  });

  it('counts from when it was changed where that was before the answer', async () => {
    const desk = await deskOf({ tickets, events: changes('2026-11-02T11:00:00Z') }, '2026-11-05T00:00:00Z');
    // One hour was over at 10:00 already, but nobody had promised it then: due at the change.
    expect(seen(desk, targetsOf(desk, ...policies), 'first_response')).toEqual([
      { id: '1', state: 'missed', policy: 'Urgent', due: '2026-11-02T11:00', late: 1 },
    ]);
  });

  it('leaves a breach of the earlier promise a breach', async () => {
    const late = one('1,2026-11-02T09:00:00Z,2026-11-02T12:00:00Z,,,open,low');
    const events =
      'ticket_id,at,field,old_value,new_value\n1,2026-11-02T11:00:00Z,priority,urgent,low\n1,2026-11-04T00:00:00Z,status,new,open\n';
    const desk = await deskOf({ tickets: late, events }, '2026-11-05T00:00:00Z');
    expect(seen(desk, targetsOf(desk, ...policies), 'first_response')).toEqual([
      { id: '1', state: 'missed', policy: 'Urgent', due: '2026-11-02T10:00', late: 2 },
    ]);
  });

  it('ignores changes after as-of', async () => {
    const desk = await deskOf(
      {
        tickets: one(
          '1,2026-11-02T09:00:00Z,,,,open,urgent',
          '2,2026-11-02T08:00:00Z,2026-11-02T08:10:00Z,,,open,low',
        ),
        events: changes('2026-11-03T00:00:00Z'),
      },
      '2026-11-02T09:30:00Z',
    );
    expect(states(seen(desk, targetsOf(desk, ...policies), 'first_response'))).toEqual([
      'not_due',
      'met_early',
    ]);
  });
});

describe('next response targets', () => {
  const tickets = 'id,created_at,status,requester\n1,2026-11-02T09:00:00Z,open,ana@example.com\n';
  const messages = [
    'ticket_id,sent_at,author,author_role,public,text',
    '1,2026-11-02T09:00:00Z,ana@example.com,customer,true,Hello',
    '1,2026-11-02T10:00:00Z,Ben,agent,true,Please try again',
    '1,2026-11-02T11:00:00Z,ana@example.com,customer,true,It fails',
    '1,2026-11-02T11:30:00Z,ana@example.com,customer,true,Still',
    '1,2026-11-02T14:00:00Z,Ben,agent,true,Looking',
    '1,2026-11-02T15:00:00Z,ana@example.com,customer,true,Thanks and?',
    '',
  ].join('\n');

  it('are one a further wait, from its oldest message; the first wait is the first response', async () => {
    const desk = await deskOf({ tickets, messages }, '2026-11-02T16:00:00Z');
    const sla = targetsOf(desk, policy({ first_response: 2, next_response: 2 }));
    expect(states(seen(desk, sla, 'first_response'))).toEqual(['met']);
    expect(seen(desk, sla, 'next_response')).toEqual([
      { id: '1', state: 'missed', policy: 'All', due: '2026-11-02T13:00', late: 1 },
      { id: '1', state: 'not_due', policy: 'All', due: '2026-11-02T17:00', late: 0 },
    ]);
    expect(dueTargets(sla, { rows: 1 })).toEqual([
      { target: 'next_response', dueAt: Date.parse('2026-11-02T17:00:00Z'), overrun: 0, clock: 'calendar' },
    ]);
  });
});

describe('lists of targets', () => {
  const tickets = `id,created_at,first_response_at,status,assignee,group\n${[
    '1,2026-11-02T09:00:00Z,2026-11-02T14:00:00Z,open,Ben,Billing',
    '2,2026-11-02T09:00:00Z,2026-11-02T18:00:00Z,open,Unassigned,Billing',
    '3,2026-11-05T10:00:00Z,,open,Ben,',
    '4,2026-11-05T11:30:00Z,,open,,Billing',
  ].join('\n')}\n`;

  it('name breaches by how much, the worst first, with who had them', async () => {
    const desk = await deskOf({ tickets }, '2026-11-05T12:00:00Z');
    const sla = targetsOf(desk, policy({ first_response: 4 }));
    expect(
      listBreaches({ desk, sla }).map(({ id, overrun, assignee, group, clock }) => [
        id,
        overrun / HOUR,
        assignee,
        group,
        clock,
      ]),
    ).toEqual([
      ['2', 5, null, 'Billing', 'calendar'],
      ['1', 1, 'Ben', 'Billing', 'calendar'],
    ]);
    const monday = { from: Date.parse('2026-11-02T00:00Z'), to: Date.parse('2026-11-02T13:00Z') };
    // Due at 13:00 sharp: the period is half-open.
    expect(listBreaches({ desk, sla, ...monday })).toEqual([]);
    expect(listBreaches({ desk, sla, mask: Uint8Array.of(1, 0, 1, 1) }).map(({ id }) => id)).toEqual(['1']);
    expect(listBreaches({ desk, sla, targets: ['resolution'] })).toEqual([]);
  });

  it('name what falls due soon, the next one first', async () => {
    const desk = await deskOf({ tickets }, '2026-11-05T12:00:00Z');
    const sla = targetsOf(desk, policy({ first_response: 4 }));
    expect(listAtRisk({ desk, sla, soon: 2 * HOUR }).map(({ id }) => id)).toEqual(['3']);
    expect(listAtRisk({ desk, sla, soon: 4 * HOUR }).map(({ id }) => id)).toEqual(['3', '4']);
    expect(listAtRisk({ desk, sla, soon: HOUR })).toEqual([]);
  });
});
