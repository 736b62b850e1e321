import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeskstatError } from '../../../../src/model/problem.ts';
import { ask, HOUR, readFiles, value } from '../../../desk.ts';

const header = 'id,created_at,solved_at,updated_at,status';
const file = (rows: readonly string[]) => `${header}\n${rows.join('\n')}\n`;

async function failure(run: Promise<unknown>): Promise<DeskstatError> {
  const error = await run.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DeskstatError);
  return error as DeskstatError;
}

describe('statuses without a known meaning', () => {
  const rows = (statuses: readonly string[]) =>
    file(statuses.map((status, i) => `${i + 1},2026-03-01T08:00:00Z,,,${status}`));
  const unknownIn = async (statuses: readonly string[], options: Parameters<typeof readFiles>[1] = {}) => {
    const { desk } = await readFiles({ 'a.csv': rows(statuses) }, options);
    return desk.problems
      .filter(({ code }) => code === 'statuses_unknown')
      .map(({ args, count }) => [args.values, count]);
  };
  const open = Array.from({ length: 1500 }, () => 'open');

  it('are named where they stand behind the rows that the table was recognised by', async () => {
    const statuses = [...open, 'xyzzy', 'closed', ' xyzzy ', 'N/A', 'plugh'];
    expect(await unknownIn(statuses)).toEqual([[['"plugh"', '"xyzzy"'], 3]]);
    expect(await unknownIn(statuses, { value: { status: { xyzzy: 'pending', plugh: 'open' } } })).toEqual([]);
  });

  it('are named once, wherever they stand', async () => {
    const named = async (statuses: readonly string[]) =>
      (await unknownIn(statuses)).map(([values]) => values);
    expect(await named(['xyzzy', ...open, 'xyzzy'])).toEqual([['"xyzzy"']]);
    expect(await named(['xyzzy', ...open, 'plugh'])).toEqual([['"plugh"', '"xyzzy"']]);
  });

  it('are no matter of place: a wording that is first met late is understood as in the first row', async () => {
    const late = [...open, 'Resolved (by phone)', 'Waiting for customer'];
    for (const statuses of [late, [...late].reverse()]) {
      const { desk } = await readFiles({ 'a.csv': rows(statuses) });
      expect(desk.problems.some(({ code }) => code === 'statuses_unknown')).toBe(false);
      // All are open but the one that was resolved by phone.
      expect(value(desk, 'backlog')).toBe(1501);
    }
  });
});

describe('the same ticket twice', () => {
  it('takes the newest version of a ticket that stands in several files', async () => {
    const { desk } = await readFiles({
      'a.csv': file([
        '1,2026-03-01T08:00:00Z,,2026-03-01T09:00:00Z,open',
        '2,2026-03-01T08:00:00Z,,2026-03-01T08:00:00Z,open',
      ]),
      'b.csv': file(['1,2026-03-01T08:00:00Z,2026-03-02T08:00:00Z,2026-03-02T08:00:00Z,solved']),
    });
    expect(desk.tickets.rows).toBe(2);
    expect(value(desk, 'resolution_time.max')).toBe(24 * HOUR);
    expect(desk.problems.find(({ code }) => code === 'ticket_in_several_files')?.count).toBe(1);
  });

  it('counts a repeated row of one file once', async () => {
    const row = '1,2026-03-01T08:00:00Z,,2026-03-01T09:00:00Z,open';
    const { desk } = await readFiles({ 'a.csv': file([row, row]) });
    expect(desk.tickets.rows).toBe(1);
  });

  it('refuses one id for two tickets, naming the lines', async () => {
    const error = await failure(
      readFiles({
        'a.csv': file([
          '1,2026-03-01T08:00:00Z,,,open',
          '2,2026-03-01T08:00:00Z,,,open',
          '1,2026-03-05T08:00:00Z,,,open',
        ]),
      }),
    );
    expect(error.exitCode).toBe(3);
    expect(error.message).toContain('lines 2 and 4 share the id 1');
  });

  it('never merges ids that lost their digits, and repairs 3.0', async () => {
    const { desk } = await readFiles({
      'a.csv': file([
        '1.03006E+13,2026-03-01T08:00:00Z,,,open',
        '1.03006E+13,2026-03-02T08:00:00Z,,,open',
        '3.0,2026-03-02T08:00:00Z,,,open',
      ]),
      'b.csv': file(['3,2026-03-02T08:00:00Z,,2026-03-09T08:00:00Z,open']),
    });
    expect(desk.tickets.rows).toBe(3);
    expect(desk.problems.find(({ code }) => code === 'ids_lost_digits')?.count).toBe(2);
  });
});

describe('rows and values that cannot be', () => {
  const good = Array.from(
    { length: 40 },
    (_, i) => `${i},2026-03-${String((i % 28) + 1).padStart(2, '0')}T08:00:00Z,,,open`,
  );

  it('leaves out rows without a date, counts them and names their lines', async () => {
    const { desk, rejects } = await readFiles({ 'a.csv': file([...good, 'x,,,,open', 'y,soon,,,open']) });
    expect(desk.tickets.rows).toBe(40);
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [42, 'created_at_missing'],
      [43, 'created_at_unreadable'],
    ]);
    expect(rejects[1].raw).toBe('y,soon,,,open');
  });

  it('stops when too much of a file cannot be used, and at once when strict', async () => {
    const bad = file([...good, 'x,,,,open', 'y,,,,open', 'z,,,,open']);
    expect((await failure(readFiles({ 'a.csv': bad }))).message).toContain('3 of 43 rows');
    expect(
      (await failure(readFiles({ 'a.csv': file([...good, 'x,,,,open']) }, { strict: true }))).exitCode,
    ).toBe(3);
    expect((await readFiles({ 'a.csv': bad }, { maxRejected: 0.1 })).desk.tickets.rows).toBe(40);
  });

  it('voids a solve before creation and a stamp far past the rest, keeping the tickets', async () => {
    const { desk } = await readFiles({
      'a.csv': file([
        ...good,
        '90,2026-03-03T08:00:00Z,2026-03-01T08:00:00Z,,solved',
        '91,2026-03-03T08:00:00Z,2062-03-01T08:00:00Z,,solved',
        '92,2026-03-03T08:00:00Z,2026-03-03T10:00:00Z,,solved',
      ]),
    });
    expect(desk.asOf).toBe(Date.UTC(2026, 2, 28, 8));
    expect(ask(desk, 'resolution_time.max')[0]).toMatchObject({ value: 2 * HOUR, n: 1 });
    const voided = desk.problems.filter(({ code }) => code === 'value_void');
    expect(voided.map(({ args, count }) => [args.reason, count])).toEqual([
      ['far_in_the_future', 1],
      ['before_created', 1],
    ]);
  });

  it('counts a ticket with an open status and an old solve as open', async () => {
    const { desk } = await readFiles({
      'a.csv': file([
        ...good,
        '90,2026-03-03T08:00:00Z,2026-03-03T09:00:00Z,,open',
        '91,2026-03-03T08:00:00Z,2026-03-03T09:00:00Z,,solved',
      ]),
    });
    expect(value(desk, 'backlog')).toBe(41);
    expect(value(desk, 'solved')).toBe(1);
    expect(ask(desk, 'first_resolution_time.max')[0].n).toBe(2);
  });
});

describe('what figures may not depend on', () => {
  const instant = fc
    .integer({ min: 0, max: 80_000 })
    .map((minutes) => Date.UTC(2026, 0, 1) + minutes * 60_000);
  const ticket = fc.record({
    created: instant,
    response: fc.option(fc.integer({ min: 0, max: 5000 }), { nil: null }),
    solve: fc.option(fc.integer({ min: 0, max: 20_000 }), { nil: null }),
    group: fc.constantFrom('A', 'B', 'Ünïted', ''),
  });
  const iso = (at: number): string => new Date(at).toISOString();
  const csvOf = (
    tickets: readonly {
      id: number;
      created: number;
      response: number | null;
      solve: number | null;
      group: string;
    }[],
  ): string =>
    `id,created_at,first_response_at,solved_at,group,status\n${tickets
      .map(({ id, created, response, solve, group }) => {
        const answered = response === null ? '' : iso(created + response * 60_000);
        const solved = solve === null ? '' : iso(created + solve * 60_000);
        return `${id},${iso(created)},${answered},${solved},${group},${solve === null ? 'open' : 'solved'}`;
      })
      .join('\n')}\n`;
  const metrics =
    'created,solved,backlog,first_response_time.mean,first_response_time.p90,resolution_time.p50,backlog_age.p50';

  it('neither the order of rows nor CSV or JSON; segments sum to the whole; used + left out = tickets', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(ticket, { minLength: 1, maxLength: 30 }),
        fc.infiniteStream(fc.nat()),
        async (drawn, random) => {
          const tickets = drawn.map((each, id) => ({ ...each, id: id + 1 }));
          const shuffled = [...tickets]
            .map((each) => ({ each, key: random.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ each }) => each);
          const options = { by: ['group'], every: 'week' as const };
          const { desk } = await readFiles({ 'tickets.csv': csvOf(tickets) });
          const figures = ask(desk, metrics, options);
          expect(ask((await readFiles({ 'tickets.csv': csvOf(shuffled) })).desk, metrics, options)).toEqual(
            figures,
          );
          const json = JSON.stringify(
            tickets.map(({ id, created, response, solve, group }) => ({
              id,
              created_at: iso(created),
              first_response_at: response === null ? null : iso(created + response * 60_000),
              solved_at: solve === null ? null : iso(created + solve * 60_000),
              group: group || null,
              status: solve === null ? 'open' : 'solved',
            })),
          );
          expect(ask((await readFiles({ 'tickets.json': json })).desk, metrics, options)).toEqual(figures);
          const total = ask(desk, 'created')[0].value;
          expect(total).toBe(tickets.length);
          expect(
            ask(desk, 'created', { by: ['group'] }).reduce((sum, figure) => sum + (figure.value ?? 0), 0),
          ).toBe(total);
          const used = ask(desk, 'first_response_time.p50')[0];
          expect(used.n).toBe(tickets.filter(({ response }) => response !== null && response >= 0).length);
        },
      ),
      { numRuns: 25 },
    );
  });
});
