import { describe, expect, it } from 'vitest';
import { arrivalsExtent, expectedArrivals } from '../../../../src/model/coverage.ts';
import type { Desk } from '../../../../src/model/desk.ts';
import { ask, DAY, HOUR, readFiles } from '../../../desk.ts';

const start = Date.UTC(2026, 1, 23);
const iso = (at: number): string => (Number.isNaN(at) ? '' : new Date(at).toISOString());

interface Row {
  readonly created: number;
  readonly solved: number;
  readonly updated?: number;
}

async function deskOf(rows: readonly Row[], asOf?: number): Promise<Desk> {
  const knowsUpdates = rows.some(({ updated }) => updated !== undefined);
  const lines = rows.map(({ created, solved, updated = Number.NaN }, i) =>
    [
      i,
      iso(created),
      iso(solved),
      ...(knowsUpdates ? [iso(updated)] : []),
      Number.isNaN(solved) ? 'open' : 'solved',
    ].join(),
  );
  const header = `Ticket ID,Created at,Solved at,${knowsUpdates ? 'Updated at,' : ''}Status`;
  const files = { 't.csv': `${header}\n${lines.join('\n')}\n` };
  return (await readFiles(files, asOf === undefined ? {} : { asOf: iso(asOf) })).desk;
}

/** Twelve tickets a day, one every two hours, each solved after 10 hours. */
const steady = (from: number, days: number): Row[] =>
  Array.from({ length: 12 * days }, (_, i) => {
    const created = from + i * 2 * HOUR;
    return { created, solved: created + 10 * HOUR, updated: created + 10 * HOUR };
  });

describe('the bulk of an export', () => {
  it('begins where tickets lie densely, whether or not a stray old ticket stands before it', async () => {
    const stray = { created: start - 170 * DAY, solved: Number.NaN, updated: start + 20 * DAY };
    const plain = await deskOf(steady(start, 42));
    const withStray = await deskOf([...steady(start, 42), stray]);
    expect([plain.coverage.cut, plain.coverage.bulkFrom]).toEqual(['created', start]);
    expect([withStray.coverage.cut, withStray.coverage.bulkFrom]).toEqual(['created', start]);
    expect(withStray.coverage.from).toBe(start - 170 * DAY);
    // The months between are not in the export; the first whole week is.
    const weeks = ask(withStray, 'created', { every: 'week' });
    expect(new Set(weeks.slice(0, -7).map(({ status, value }) => `${status} ${value}`))).toEqual(
      new Set(['edge null']),
    );
    // The last ends are those of tickets of the night before: a week has begun that holds nothing yet.
    expect(weeks.slice(-7, -1).map(({ value }) => value)).toEqual(Array(6).fill(84));
  });

  it('of what was solved in a window with all that is open begins with the window, whenever the open ones were touched', async () => {
    // One ticket a week of the half year before is open still, and nobody has touched it since it came; ten were
    // solved in the window.
    const open = Array.from({ length: 26 }, (_, i) => {
      const created = start - (i + 1) * 7 * DAY;
      return { created, solved: Number.NaN, updated: created };
    });
    const late = Array.from({ length: 10 }, (_, i) => {
      const solved = start + (i + 1) * DAY;
      return { created: start - (i + 2) * DAY, solved, updated: solved };
    });
    const { coverage } = await deskOf([...open, ...late, ...steady(start, 42)]);
    expect([coverage.cut, coverage.bulkFrom]).toEqual(['touched', start + 10 * HOUR]);
    // A desk that answered slowly at first holds as many tickets of those weeks as of any other: nothing is missing.
    const slow = steady(start, 42).map((row, i) =>
      i < 12 * 14 ? { ...row, solved: row.created + 21 * DAY, updated: row.created + 21 * DAY } : row,
    );
    const young = { created: start + 41 * DAY, solved: Number.NaN, updated: start + 41 * DAY };
    expect((await deskOf([...slow, young])).coverage.cut).toBe('created');
  });

  it('of what was updated in a window begins with the window, updates written down or not', async () => {
    // Twenty tickets of the five months before, done or touched in the window.
    const old = Array.from({ length: 20 }, (_, i) => ({
      created: start - (i + 1) * 7 * DAY,
      solved: start + (i + 1) * DAY,
      updated: start + (i + 1) * DAY,
    }));
    const rows = [...steady(start, 42), ...old, { created: start, solved: Number.NaN, updated: start + DAY }];
    const told = await deskOf(rows);
    const untold = await deskOf(rows.map(({ created, solved }) => ({ created, solved })));
    for (const { coverage } of [told, untold]) {
      expect(coverage.cut).toBe('touched');
      // The first end of a ticket is ten hours after the window began, which is too little to be missed.
      expect(coverage.bulkFrom).toBe(start + 10 * HOUR);
    }
    expect(ask(told, 'created,solved', { period: '2026-W08' }).map(({ status }) => status)).toEqual([
      'edge',
      'edge',
    ]);
    expect(ask(told, 'backlog', { period: '2026-W08' })[0]).toMatchObject({ value: null, status: 'edge' });
  });

  it('ends where tickets cease to come, long before the last of them is done', async () => {
    // One old ticket is done every other day for four weeks more.
    const late = Array.from({ length: 14 }, (_, i) => {
      const solved = start + (44 + 2 * i) * DAY;
      return { created: start + (20 + i) * DAY, solved, updated: solved };
    });
    const { coverage, asOf } = await deskOf([...steady(start, 42), ...late]);
    expect(coverage.bulkTo).toBe(start + 42 * DAY - 2 * HOUR);
    expect(asOf).toBe(start + 70 * DAY);
    const extent = (from: number) => arrivalsExtent(coverage, { start: from, end: from + 7 * DAY, asOf });
    expect([extent(start), extent(start + 35 * DAY), extent(start + 42 * DAY)]).toEqual([
      'whole',
      'whole',
      'none',
    ]);
  });

  it('goes on where the numbers of tickets do: few came, and none is missing', async () => {
    // Twelve a day for six weeks, then one every other day for four.
    const few = Array.from({ length: 14 }, (_, i) => start + (42 + 2 * i) * DAY);
    const csv = (numberOf: (i: number) => number, prefix = '') => {
      const all = [...steady(start, 42).map(({ created }) => created), ...few];
      const rows = all.map(
        (created, i) => `${prefix}${numberOf(i)},${iso(created)},${iso(created + HOUR)},solved`,
      );
      return { 't.csv': `Ticket ID,Created at,Solved at,Status\n${rows.join('\n')}\n` };
    };
    const fell = (await readFiles(csv((i) => 1000 + i, 'INC'))).desk;
    expect(fell.coverage.bulkTo).toBe(Number.POSITIVE_INFINITY);
    // Every other day from Monday, 6 April on: the 14th, 16th and 18th of the second week.
    expect(ask(fell, 'created', { period: '2026-W16' })[0]).toMatchObject({ value: 3, status: 'ok' });
    // Where 23 of 24 numbers are missing, others came that are not in the export.
    const cut = (await readFiles(csv((i) => (i < 504 ? i + 1 : 504 + 24 * (i - 503))))).desk;
    expect(cut.coverage.bulkTo).toBeLessThan(start + 48 * DAY);
    expect(ask(cut, 'created', { period: '2026-W16' })[0]).toMatchObject({ value: null, status: 'edge' });
  });

  it('begins with a young desk where its numbers do, and not with stragglers', async () => {
    // One a week for ten weeks, then twelve a day for twelve weeks.
    const early = Array.from({ length: 10 }, (_, i) => start - (70 - 7 * i) * DAY);
    const all = [...early, ...steady(start, 84).map(({ created }) => created)];
    const csv = (numberOf: (i: number) => number) => {
      const rows = all.map((created, i) => `${numberOf(i)},${iso(created)},${iso(created + HOUR)},solved`);
      return { 't.csv': `Ticket ID,Created at,Solved at,Status\n${rows.join('\n')}\n` };
    };
    const young = (await readFiles(csv((i) => i + 1))).desk;
    expect(young.coverage.bulkFrom).toBe(early[0]);
    const stragglers = (await readFiles(csv((i) => (i < 10 ? 1 + 84 * i : 1000 + i)))).desk;
    expect(stragglers.coverage.bulkFrom).toBe(start);
  });

  it('is none in a view of open tickets: how many came is not known', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({
      created: start + i * DAY,
      solved: Number.NaN,
    }));
    const desk = await deskOf(rows);
    expect(desk.coverage.cut).toBe('open');
    const week = ask(desk, 'created', { period: '2026-W10' })[0];
    expect(week).toMatchObject({ value: null, status: 'edge' });
    expect(ask(desk, 'backlog')[0]).toMatchObject({ value: 40, status: 'ok' });
    expect(ask(desk, 'backlog')[0].isLowerBound).toBeUndefined();
  });
});

describe('an export that holds one kind of ticket', () => {
  /** Twelve tickets a day; every sixth is solved after six days, the others after ten hours. */
  const mixed = (days: number): Row[] =>
    steady(start, days).map(({ created }, i) => {
      const solved = created + (i % 6 === 0 ? 6 * DAY : 10 * HOUR);
      return { created, solved, updated: solved };
    });

  it('of solved ones lacks the slow ones of its last days: what is dated by creation is not known there', async () => {
    const end = start + 42 * DAY;
    // Solved within six weeks, those from before them among them.
    const rows = mixed(56)
      .map(({ created, solved }) => ({ created: created - 14 * DAY, solved: solved - 14 * DAY }))
      .filter(({ solved }) => solved >= start && solved < end);
    const desk = await deskOf(rows);
    expect(desk.coverage.cut).toBe('solved');
    const weeks = (metric: string) => ask(desk, metric, { every: 'week' }).slice(-2);
    // 14 slow ones of the last week are missing of 84, but for those of its first day.
    expect(weeks('created').map(({ status }) => status)).toEqual(['ok', 'edge']);
    expect(weeks('created')[1].reason?.english).toMatch(/solved tickets only/);
    expect(weeks('solved').map(({ status }) => status)).toEqual(['ok', 'ok']);
  });

  it('of open ones tells what is open, and not how many came or how long they took', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({
      created: start + i * DAY,
      solved: Number.NaN,
      updated: start + i * DAY + HOUR,
    }));
    const desk = await deskOf(rows);
    expect(ask(desk, 'created')[0]).toMatchObject({ value: 40, status: 'edge' });
    expect(ask(desk, 'created')[0].reason?.english).toMatch(/open tickets only/);
    expect(ask(desk, 'backlog')[0]).toMatchObject({ value: 40, status: 'ok' });
  });
});

describe('the backlog of an export by creation', () => {
  it('is a lower bound while it fills, and known where next to nothing old is open', async () => {
    // Open for 30 days each in an export of 21: every ticket since the beginning is open.
    const slow = steady(start, 21).map(({ created }) => ({ created, solved: created + 30 * DAY }));
    const filling = await deskOf(slow, start + 21 * DAY);
    expect(ask(filling, 'backlog')[0]).toMatchObject({ value: 252, isLowerBound: true });
    // Ten hours each: at most five are open, and those came today.
    const quick = await deskOf(steady(start, 21), start + 21 * DAY);
    expect(ask(quick, 'backlog')[0].value).toBe(4);
    expect(ask(quick, 'backlog')[0].isLowerBound).toBeUndefined();
  });
});

describe('expected arrivals', () => {
  it('follow the hours of the week', () => {
    // From Thursday 00:00 UTC on, one ticket in the tenth hour of every day.
    const arrivals = Float64Array.from({ length: 168 }, (_, hour) => (hour % 24 === 9 ? 1 : 0));
    expect(expectedArrivals({ arrivals }, { from: 0, to: 14 * DAY })).toBe(14);
    expect(expectedArrivals({ arrivals }, { from: 9 * HOUR, to: 9.5 * HOUR })).toBe(0.5);
    expect(expectedArrivals({ arrivals }, { from: 10 * HOUR, to: 33 * HOUR })).toBe(0);
    expect(expectedArrivals({ arrivals: null }, { from: 0, to: DAY })).toBe(0);
  });
});
