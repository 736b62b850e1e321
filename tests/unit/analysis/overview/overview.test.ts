import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { binsOf } from '../../../../src/analysis/overview/charts.ts';
import { lettersOf } from '../../../../src/analysis/overview/labels.ts';
import {
  overviewOf as makeOverview,
  type OverviewOptions,
} from '../../../../src/analysis/overview/overview.ts';
import { stretchesOf } from '../../../../src/analysis/overview/stretches.ts';
import type { Desk } from '../../../../src/model/desk.ts';
import type { HeadlineFigure, Overview } from '../../../../src/model/overview.ts';
import { filterOf } from '../../../../src/questions/figures.ts';
import { utc } from '../../../../src/time/zone.ts';
import { DAY, frameOf, HOUR, MINUTE, readFiles } from '../../../desk.ts';

const monday = Date.UTC(2026, 5, 1);
const stamp = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');
const WEEKS = 16;

interface TicketPlan {
  readonly at: number;
  readonly answeredAfter: number | null;
  readonly solvedAfter: number | null;
  readonly group: string;
}

const agents = ['Ann Ng', 'Bo Li', 'Cy Ek'];

function csvOf(plans: readonly TicketPlan[]): string[] {
  return plans.map(({ at, answeredAfter, solvedAfter, group }, i) =>
    [
      1000 + i,
      stamp(at),
      answeredAfter === null ? '' : stamp(at + answeredAfter),
      solvedAfter === null ? '' : stamp(at + solvedAfter),
      solvedAfter === null ? 'open' : 'solved',
      group,
      agents[i % 3],
      `customer${i % 97}@example.com`,
    ].join(','),
  );
}

const header = 'Ticket ID,Created at,First response at,Solved at,Status,Group,Assignee,Requester email';

/** Ten tickets a day: Billing is answered after an hour and some, Technical after half of that; the last week is slower. */
function usualDesk(lastWeek = 1): TicketPlan[] {
  return Array.from({ length: WEEKS * 70 }, (_, i) => {
    const day = Math.floor(i / 10);
    const isLast = day >= (WEEKS - 1) * 7;
    const wobble = ((i * 37) % 23) * MINUTE;
    const group = i % 2 === 0 ? 'Billing' : 'Technical';
    const answer = (group === 'Billing' ? 60 * MINUTE : 30 * MINUTE) + wobble;
    return {
      at: monday + day * DAY + 8 * HOUR + (i % 10) * HOUR,
      answeredAfter: answer * (isLast ? lastWeek : 1),
      solvedAfter: answer * (isLast ? lastWeek : 1) + 3 * HOUR,
      group,
    };
  });
}

const readDesk = async (
  plans: readonly TicketPlan[],
  order?: (rows: string[]) => string[],
): Promise<Desk> => {
  const rows = csvOf(plans);
  const { desk } = await readFiles(
    { 'tickets.csv': `${[header, ...(order ? order(rows) : rows)].join('\n')}\n` },
    { asOf: stamp(monday + WEEKS * 7 * DAY).replace(' ', 'T') + 'Z', complete: true },
  );
  return desk;
};

/** The overview of a desk as a report without options has it. */
const overviewOf = (of: Desk, more: Partial<OverviewOptions> & { readonly ask?: string } = {}): Overview =>
  makeOverview(of, {
    period: { period: more.ask ?? null, since: null, until: null, every: null },
    compare: 'previous',
    frame: frameOf(of),
    by: [],
    top: null,
    minGroup: null,
    where: null,
    ...more,
  });

const find = ({ headlines }: Overview, metric: string, stat?: string): HeadlineFigure =>
  headlines.find(
    (figure) => figure.metric === metric && (stat === undefined || figure.stat === stat),
  ) as HeadlineFigure;

let desk: Desk;
let slower: Desk;
beforeAll(async () => {
  desk = await readDesk(usualDesk());
  slower = await readDesk(usualDesk(2));
});

describe('the overview of a desk', () => {
  it('looks at the last whole week beside the one before, with twelve weeks behind it', () => {
    const overview = overviewOf(desk);
    expect(overview.period).toMatchObject({
      start: monday + (WEEKS - 1) * 7 * DAY,
      end: monday + WEEKS * 7 * DAY,
    });
    expect(overview.before?.end).toBe(overview.period?.start);
    expect(overview.course.length).toBe(13);
    expect(overview.course.at(-1)?.label).toBe(overview.period?.label);
    expect(overview.tickets).toBe(70);
  });

  it('carries in every course the figure itself and the one before', () => {
    const overview = overviewOf(desk);
    const own = overview.headlines.filter(({ period }) => period?.start === overview.period?.start);
    expect(own.length).toBeGreaterThan(5);
    for (const { course, now, before } of own) {
      expect(course.at(-1)?.value).toBe(now.value);
      expect(course.at(-2)?.value).toBe(before?.value);
    }
    expect(find(overview, 'created').now.value).toBe(70);
  });

  it('calls a desk that repeats itself noise, and one twice as slow real', () => {
    expect(find(overviewOf(desk), 'first_response_time', 'p50').verdict).toBe('noise');
    const figure = find(overviewOf(slower), 'first_response_time', 'p50');
    expect(figure.verdict).toBe('real');
    expect(figure.now.value).toBeGreaterThan(1.8 * (figure.before?.value as number));
  });

  it('says where it comes from: every group got slower, and Billing most of all', () => {
    const [reason] = overviewOf(slower).reasons;
    expect(reason).toMatchObject({ dimension: 'group', isReversal: false });
    expect(reason.mix + reason.rate).toBeCloseTo(reason.change, 6);
    expect(reason.movers[0].label).toEqual({ data: 'Billing' });
  });

  it('holds segments against the rest of the same days', () => {
    const [table] = overviewOf(desk).segments;
    expect(table.dimension).toBe('group');
    const [billing] = table.rows;
    expect(billing.label).toEqual({ data: 'Billing' });
    expect(billing.tickets).toBe(35);
    expect(billing.contrasts[0]?.verdict).toBe('real');
    const technical = table.rows[1];
    expect(billing.contrasts[0]?.with.value).toBe(technical.readings[0].value);
  });

  it('leaves no ticket unaccounted for', () => {
    const { now, leftOut } = find(overviewOf(desk), 'first_response_time', 'p50');
    expect(now.n + leftOut.reduce((sum, [, n]) => sum + n, 0)).toBe(70);
  });

  it('names nobody', () => {
    const text = JSON.stringify(overviewOf(desk, { by: ['assignee', 'requester'] }));
    for (const name of agents) expect(text).not.toContain(name);
    expect(text).not.toContain('example.com');
    expect(text).toContain('person.agent');
  });

  it('is the same in any row order', async () => {
    const shuffled = await readDesk(usualDesk(2), (rows) =>
      [...rows].sort(
        (a, b) => ((Number(a.slice(0, 4)) * 7919) % 1009) - ((Number(b.slice(0, 4)) * 7919) % 1009),
      ),
    );
    const strip = (overview: Overview) => JSON.stringify({ ...overview, quality: null });
    expect(strip(overviewOf(shuffled))).toBe(strip(overviewOf(slower)));
  });

  it('looks only at what the filter lets through', () => {
    const where = {
      text: 'group = Billing',
      node: filterOf('group = Billing') as NonNullable<ReturnType<typeof filterOf>>,
    };
    const overview = overviewOf(desk, { where });
    expect(overview.tickets).toBe(35);
    expect(find(overview, 'created').now.value).toBe(35);
    expect(overview.segments).toEqual([]);
    expect(overview.volume.created.every((value) => (value ?? 0) <= 5)).toBe(true);
  });

  it('puts small segments with the others where asked to', () => {
    const [table] = overviewOf(desk, { by: ['requester'], minGroup: 5 }).segments;
    expect(table.rows.every(({ kind, tickets }) => kind !== 'value' || tickets >= 5)).toBe(true);
    expect(table.rows.reduce((sum, { tickets }) => sum + tickets, 0)).toBe(70);
  });

  it('compares nothing where nothing is asked to be compared', () => {
    const overview = overviewOf(slower, { compare: 'none' });
    expect(overview.before).toBeNull();
    expect(overview.headlines.every(({ before, verdict }) => before === null && verdict === null)).toBe(true);
  });

  it('says why a metric cannot be had', () => {
    const { unavailable } = overviewOf(desk);
    expect(unavailable.find(({ metric }) => metric === 'csat')?.reason.english).toContain('no ratings');
    expect(unavailable.some(({ metric }) => metric === 'nps')).toBe(false);
  });
});

describe('figures whose windows are still open', () => {
  it('are those of the newest week that can be judged', () => {
    const figure = find(overviewOf(desk), 'repeat_contact_rate');
    // 30 days from the end of the data: the newest whole week ends five weeks before it.
    expect(figure.period?.end).toBeLessThanOrEqual(desk.asOf - 23 * DAY);
    expect(figure.now.value).not.toBeNull();
  });
});

describe('a young week', () => {
  it('is held against the one before as it stood at the same lag', async () => {
    // The last ticket of each week is answered two days later: in the new week nobody knows that yet.
    const plans = usualDesk().map((plan, i) =>
      (i + 1) % 70 === 0 ? { ...plan, answeredAfter: 2 * DAY } : plan,
    );
    const young = await readDesk(
      plans.map((plan, i) => (i === plans.length - 1 ? { ...plan, answeredAfter: null } : plan)),
    );
    const figure = find(overviewOf(young), 'first_response_time', 'p50');
    expect(figure.now.n).toBe(69);
    expect(figure.before?.n).toBe(69);
  });
});

describe('who waits', () => {
  it('is listed by id, longest first, for a period that is not long past', async () => {
    const plans = usualDesk().map((plan, i) =>
      i === 1000 || i === 1100 ? { ...plan, answeredAfter: null, solvedAfter: null } : plan,
    );
    const waiting = await readDesk(plans);
    const { waiting: now, signs } = overviewOf(waiting);
    expect(now?.total).toBe(2);
    expect(now?.oldest.map(({ id }) => id)).toEqual(['2000', '2100']);
    expect(signs.overdue).toMatchObject({ tickets: 2, oldest: waiting.asOf - plans[1000].at });
    expect(overviewOf(waiting, { ask: '2026-06' }).waiting).toBeNull();
  });

  it('is the whole of which those who wait too long are a part', async () => {
    // Twenty more without an answer are pending: the desk waits for them, not they for the desk.
    const unanswered = usualDesk().map((plan, i) =>
      i >= 1000 && i < 1021 ? { ...plan, answeredAfter: null, solvedAfter: null } : plan,
    );
    const desk = await readDesk(unanswered, (rows) =>
      rows.map((row, i) => (i > 1000 && i < 1021 ? row.replace(',open,', ',pending,') : row)),
    );
    const { waiting: now, signs } = overviewOf(desk);
    expect(now?.total).toBe(1);
    expect(signs.overdue?.tickets).toBe(1);
  });
});

describe('the periods of an overview', () => {
  const stretches = (ask: string | null, compare: 'previous' | 'year-ago' | 'none' = 'previous') =>
    stretchesOf(desk, {
      period: ask,
      since: null,
      until: null,
      every: null,
      zone: utc,
      weekStarts: 1,
      compare,
    });

  it('takes everything as its own months, weeks or days', () => {
    const { period, before, course, courseEndsInPeriod } = stretches('all');
    expect([period, before, courseEndsInPeriod]).toEqual([null, null, false]);
    expect(course.map(({ period: each }) => each.label)[0]).toMatch(/^2026-W/);
    expect(course.length).toBeLessThanOrEqual(13);
  });

  it('shows the whole months of a year that is not over', () => {
    const asked = { since: null, until: null, zone: utc, weekStarts: 1, compare: 'none' as const };
    const { course } = stretchesOf(desk, { ...asked, period: '2026', every: 'month' });
    expect(course.map(({ period }) => period.label).slice(-3)).toEqual(['2026-06', '2026-07', '2026-08']);
  });

  it('holds a running month against the same part of the months before', () => {
    // The data end on Monday, 21 September 00:00: as many days of August end on a Monday too, the 24th.
    const { period, before, course } = stretches('2026-09');
    expect(period?.complete).toBe(false);
    expect(before?.period.end).toBe(Date.UTC(2026, 7, 24) + 1);
    const days = course.map(({ period: each }) => Math.round((each.end - each.start) / DAY));
    expect(days).toEqual([20, 20, 20, 30]);
  });

  it('has nothing before the first ticket', () => {
    expect(stretches('2026-06').before).toBeNull();
    expect(stretches('last-week', 'year-ago').before).toBeNull();
  });
});

describe('bins of durations', () => {
  it('hold every value once, between ascending edges', () => {
    const durations = fc.array(fc.integer({ min: 0, max: 400 * 24 * 60 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(durations, (minutes) => {
        const sorted = Float64Array.from(minutes, (each) => each * MINUTE).sort();
        const { edges, counts } = binsOf(sorted);
        expect(counts.reduce((sum, each) => sum + each, 0)).toBe(sorted.length);
        expect(edges.length).toBe(counts.length + 1);
        expect(counts.length).toBeLessThanOrEqual(11);
        expect(edges.every((edge, i) => i === 0 || edge > edges[i - 1])).toBe(true);
        expect(counts[0]).toBeGreaterThan(0);
        expect(counts[counts.length - 1]).toBeGreaterThan(0);
      }),
    );
  });
});

describe('letters for people', () => {
  it('go on after Z as columns of a spreadsheet do', () => {
    expect([0, 1, 25, 26, 27, 51, 52, 701, 702].map(lettersOf)).toEqual([
      'A',
      'B',
      'Z',
      'AA',
      'AB',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
  });
});
