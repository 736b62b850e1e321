import { describe, expect, it } from 'vitest';
import { findFindings, findingRules } from '../../../../src/analysis/findings/index.ts';
import type { Overview, Signs } from '../../../../src/model/overview.ts';
import { englishLocale } from '../../../../src/output/locales/index.ts';
import { countOf, csat, headline, quietOverview, reading, responseTime } from '../../../sample-overview.ts';

const found = (more: Partial<Overview>) => findFindings({ ...quietOverview, ...more });
const codes = (more: Partial<Overview>) => found(more).map(({ code }) => code);
const signs = (more: Partial<Signs>): Partial<Overview> => ({ signs: { ...quietOverview.signs, ...more } });
const HOUR = 3_600_000;

describe('findings', () => {
  it('says nothing of a quiet week', () => {
    expect(found({})).toEqual([]);
  });

  it('has each rule once', () => {
    expect(new Set(findingRules.map(({ id }) => id)).size).toBe(findingRules.length);
  });
});

describe('figures that changed', () => {
  it('tells better from worse by what the figure is about', () => {
    const slower = headline(responseTime, { before: HOUR, now: 2 * HOUR }, { verdict: 'real' });
    const happier = headline(csat, { before: 0.8, now: 0.9 }, { verdict: 'real' });
    expect(found({ headlines: [slower, happier] }).map(({ code, severity }) => [code, severity])).toEqual([
      ['finding.worse', 'warning'],
      ['finding.better', 'good'],
    ]);
  });

  it('takes a mean rating and the share of good ratings for one piece of news', () => {
    const share = headline(csat, { before: 0.8, now: 0.7 }, { verdict: 'real' });
    const ref = { ...csat, metric: 'csat_mean', kind: 'score', stat: 'mean' } as const;
    const mean = headline(ref, { before: 4.5, now: 4.1 }, { verdict: 'real' });
    expect(codes({ headlines: [share, mean] })).toEqual(['finding.worse']);
    expect(codes({ headlines: [{ ...share, verdict: 'noise' }, mean] })).toEqual(['finding.worse']);
  });

  it('says neither better nor worse where nobody knows which end is good', () => {
    const ref = { ...csat, metric: 'ces_mean', kind: 'score', stat: 'mean', lowerIsBetter: null } as const;
    const effort = headline(ref, { before: 4.5, now: 4.1 }, { verdict: 'real' });
    expect(codes({ headlines: [effort] })).toEqual(['finding.moved']);
  });

  it('is silent about noise, small changes and too few tickets', () => {
    const verdicts = ['noise', 'small', 'too_few', null] as const;
    const headlines = verdicts.map((verdict) =>
      headline(responseTime, { before: HOUR, now: 9 * HOUR }, { verdict }),
    );
    expect(codes({ headlines })).toEqual([]);
  });

  it('says a metric once, and why behind it', () => {
    const p50 = headline(responseTime, { before: HOUR, now: 2 * HOUR }, { verdict: 'real' });
    const p90 = { ...p50, stat: 'p90' as const };
    const reason = {
      figure: responseTime,
      dimension: 'group',
      change: HOUR,
      mix: 0.1 * HOUR,
      rate: 0.9 * HOUR,
      isReversal: false,
      movers: [{ label: { data: 'Billing' }, before: reading(HOUR), now: reading(5 * HOUR) }],
    };
    const all = found({ headlines: [p50, p90], reasons: [reason] });
    expect(all.map(({ code }) => code)).toEqual(['finding.worse', 'finding.by_segments']);
    expect(all[1].args.movers).toEqual([
      expect.objectContaining({ args: expect.objectContaining({ segment: { data: 'Billing' } }) }),
    ]);
    const byMix = { ...reason, mix: 0.9 * HOUR, rate: 0.1 * HOUR, movers: [] };
    expect(codes({ headlines: [p50], reasons: [byMix] })).toEqual(['finding.worse', 'finding.by_mix']);
    expect(codes({ headlines: [p50], reasons: [{ ...byMix, isReversal: true }] })).toContain(
      'finding.reversal',
    );
    expect(codes({ headlines: [p50], reasons: [{ ...byMix, mix: 0.2 * HOUR, rate: 0.8 * HOUR }] })).toEqual([
      'finding.worse',
    ]);
  });
});

describe('volume and backlog', () => {
  const limits = { low: 150.4, high: 249.6 };
  const created = (now: number, verdict: 'real' | 'noise') =>
    headline(countOf('created'), { before: 200, now }, { verdict, limits });

  it('names counts outside their limits, with the whole numbers inside of them', () => {
    const [high] = found({ headlines: [created(300, 'real')] });
    expect(high).toMatchObject({
      code: 'finding.volume_high',
      args: { low: { value: 151 }, high: { value: 249 }, periods: 12 },
    });
    expect(codes({ headlines: [created(100, 'real')] })).toEqual(['finding.volume_low']);
    expect(codes({ headlines: [created(300, 'noise')] })).toEqual([]);
  });

  it('names a backlog that really moved, or moved much where there is no history yet', () => {
    const backlog = (before: number, now: number, verdict: 'real' | 'noise' | 'too_few') =>
      headline(countOf('backlog'), { before, now }, { verdict });
    expect(codes({ headlines: [backlog(100, 105, 'real')] })).toEqual(['finding.backlog_grew']);
    expect(codes({ headlines: [backlog(100, 60, 'real')] })).toEqual(['finding.backlog_shrank']);
    // Beyond three times √260 = 16.1 of what chance moves; 20 tickets are within it.
    expect(codes({ headlines: [backlog(100, 160, 'too_few')] })).toEqual(['finding.backlog_grew']);
    expect(codes({ headlines: [backlog(100, 120, 'too_few')] })).toEqual([]);
    expect(codes({ headlines: [backlog(100, 300, 'noise')] })).toEqual([]);
  });
});

describe('signs in the data', () => {
  it('takes a peak in the first minute for automatic answers, not quick people', () => {
    const quick = (first: number, second: number) =>
      codes(signs({ quickAnswers: { answered: 400, quick: first, nextMinute: second } }));
    expect(quick(40, 5)).toEqual(['finding.quick_answers']);
    expect(quick(40, 20)).toEqual([]);
    expect(quick(19, 0)).toEqual([]);
    expect(codes(signs({ quickAnswers: { answered: 1000, quick: 49, nextMinute: 0 } }))).toEqual([]);
  });

  it('names tickets closed without an answer from a twentieth on', () => {
    expect(codes(signs({ closedUnanswered: { tickets: 10, closed: 200 } }))).toEqual([
      'finding.closed_unanswered',
    ]);
    expect(codes(signs({ closedUnanswered: { tickets: 9, closed: 200 } }))).toEqual([]);
    expect(codes(signs({ closedUnanswered: { tickets: 4, closed: 4 } }))).toEqual([]);
  });

  it('names a requester from a tenth of all tickets on', () => {
    expect(codes(signs({ requesters: { tickets: 100, requesters: 50, most: 10 } }))).toEqual([
      'finding.frequent_requester',
    ]);
    expect(codes(signs({ requesters: { tickets: 101, requesters: 50, most: 10 } }))).toEqual([]);
    expect(codes(signs({ requesters: { tickets: 9, requesters: 1, most: 9 } }))).toEqual([]);
  });

  it('names unusual days', () => {
    const day = { day: '2026-10-28', created: 90, low: 20, high: 49.7, cause: null };
    const [spike] = found(signs({ unusualDays: [day] }));
    expect(spike).toMatchObject({
      code: 'finding.spike_day',
      severity: 'warning',
      args: { day: { value: Date.UTC(2026, 9, 28) }, created: { value: 90 }, high: { value: 49 } },
    });
    expect(spike.args).not.toHaveProperty('cause');
    const [quiet] = found(signs({ unusualDays: [{ ...day, created: 3, low: 20.2 }] }));
    expect(quiet).toMatchObject({
      code: 'finding.quiet_day',
      severity: 'info',
      args: { created: { value: 3 }, low: { value: 21 } },
    });
    expect(quiet.args).not.toHaveProperty('high');
  });
});

describe('a figure that is unusual for a desk', () => {
  const said = (usual: number, before: number, now: number): string => {
    const course = [usual, usual * 0.9, usual * 1.1, usual, before, now].map((hours) =>
      reading(hours * HOUR),
    );
    const figure = headline(
      responseTime,
      { before: before * HOUR, now: now * HOUR },
      { verdict: 'unusual', course },
    );
    const [{ code, args }] = found({ headlines: [figure] });
    return englishLocale().message(code, args);
  };

  it('is better or worse than usual, in words', () => {
    expect(said(2, 2, 1)).toContain(
      'is better than usual for this desk: 1h 00m, where 2h 00m is usual (before: 2h 00m)',
    );
    expect(said(2, 2, 5)).toContain(
      'is worse than usual for this desk: 5h 00m, where 2h 00m is usual (before: 2h 00m)',
    );
  });

  it('is worse than usual after a week that was worse, not better', () => {
    expect(said(2, 9, 5)).toContain(
      'is worse than usual for this desk: 5h 00m, where 2h 00m is usual (before: 9h 00m)',
    );
  });

  it('is no news where it lies next to the middle of the periods before', () => {
    const course = [2, 2, 2, 2, 50, 2.1].map((hours) => reading(hours * HOUR));
    const values = { before: 50 * HOUR, now: 2.1 * HOUR };
    expect(found({ headlines: [headline(responseTime, values, { verdict: 'unusual', course })] })).toEqual(
      [],
    );
  });

  it('is called lower, and not better, where closing without an answer made it so', () => {
    const course = [9, 9, 9, 9, 9, 3].map((hours) => reading(hours * HOUR));
    const resolution = { ...responseTime, metric: 'resolution_time' };
    const figure = headline(resolution, { before: 9 * HOUR, now: 3 * HOUR }, { verdict: 'unusual', course });
    const [{ code, args }] = found({
      headlines: [figure],
      signs: {
        ...quietOverview.signs,
        closedSilently: [{ metric: 'resolution_time', stat: 'p50', clock: 'calendar', tickets: 84 }],
      },
    });
    expect(englishLocale().message(code, args)).toMatch(
      /is lower than usual .*3h 00m, where 9h 00m is usual .* because 84 tickets were closed without an answer/,
    );
  });
});

describe('what was solved, beside what came in', () => {
  const limits = { low: 157, high: 210 };
  const codes = (solved: number, created = 188) =>
    found({
      headlines: [
        headline(countOf('created'), { before: 190, now: created }, { verdict: 'noise' }),
        headline(countOf('solved'), { before: 180, now: solved }, { verdict: 'real', limits }),
      ],
    }).map(({ code, args }) => englishLocale().message(code, args));

  it('is news where by far fewer or more were solved than usual, and than came in', () => {
    expect(codes(116)).toEqual([
      '188 new tickets came in and only 116 were solved, fewer than in any usual period (at least 157)',
    ]);
    expect(codes(960)).toEqual([
      '960 tickets were solved, more than in any usual period (at most 210); 188 tickets came in',
    ]);
  });

  it('is none a little outside of what is usual, or where as few came in', () => {
    expect(codes(150)).toEqual([]);
    expect(codes(225)).toEqual([]);
    expect(codes(116, 110)).toEqual([]);
  });
});

describe('more tickets than usual after a period with more still', () => {
  it('are said to be still more, for fewer than before reads as a contradiction', () => {
    const limits = { low: 90, high: 169 };
    const created = headline(countOf('created'), { before: 226, now: 216 }, { verdict: 'unusual', limits });
    const [{ code, args }] = found({ headlines: [created] });
    expect(englishLocale().message(code, args)).toBe(
      '216 new tickets came in, after 226 in the period before still more than in any usual one (at most 169)',
    );
  });
});

describe('what is behind an unusual day', () => {
  const cause = { dimension: 'channel', label: { code: 'channel.chat' }, created: 37, usual: 6.5 };
  const day = { day: '2026-10-28', low: 20, high: 49.7, cause };
  const words = (created: number) => {
    const [{ code, args }] = found(signs({ unusualDays: [{ ...day, created }] }));
    return englishLocale({ strict: true }).message(code, args);
  };

  it('is said with its figures', () => {
    expect(words(90)).toBe(
      '28 Oct 2026 stood out: 90 new tickets, where at most 49 would be usual for that weekday; most of it from chat (Channel: 37, usually about 7)',
    );
    expect(words(3)).toBe(
      '28 Oct 2026 was quiet: 3 new tickets, where at least 20 would be usual for that weekday; most of the drop at chat (Channel: 37, usually about 7)',
    );
  });
});

describe('what figures hide', () => {
  it('counts tickets of the period that have no answer yet', () => {
    const response = (open: number) =>
      headline(responseTime, { before: HOUR, now: HOUR }, { verdict: 'noise', open });
    // 50 of 250 are a fifth; n = 200 answered ones.
    expect(codes({ headlines: [response(50)] })).toEqual(['finding.answers_missing']);
    expect(codes({ headlines: [response(49)] })).toEqual([]);
  });

  it('says that a score rests on few', () => {
    const rate = (value: number) =>
      headline({ ...csat, metric: 'csat_response_rate' }, { before: 0.2, now: value }, { verdict: 'noise' });
    expect(codes({ headlines: [rate(0.09)] })).toEqual(['finding.few_ratings']);
    expect(codes({ headlines: [rate(0.1)] })).toEqual([]);
  });

  it('says that the period is not over, and that the export begins too late', () => {
    const period = { ...(quietOverview.period as NonNullable<Overview['period']>), complete: false };
    expect(codes({ period, asOf: period.end - HOUR })).toEqual(['finding.running_period']);
    const edge = headline(responseTime, { before: null, now: HOUR }, { verdict: null });
    expect(
      codes({ headlines: [{ ...edge, now: { ...edge.now, status: 'edge' }, notes: ['edge'] }] }),
    ).toEqual(['finding.edge']);
  });
});

describe('segments that stand out', () => {
  const table = (verdict: 'real' | 'noise', own: number) => ({
    dimension: 'group',
    overlaps: false,
    columns: [responseTime],
    others: 0,
    rows: [
      {
        label: { data: 'Billing' },
        kind: 'value' as const,
        tickets: 80,
        readings: [reading(own, 80)],
        contrasts: [{ with: reading(HOUR, 120), verdict }],
        changes: [null],
      },
    ],
  });

  it('names those that do really worse, never those that do better', () => {
    expect(found({ segments: [table('real', 3 * HOUR)] })).toMatchObject([
      { code: 'finding.segment_worse', args: { segment: { data: 'Billing' }, tickets: { value: 80 } } },
    ]);
    expect(codes({ segments: [table('real', HOUR / 3)] })).toEqual([]);
    expect(codes({ segments: [table('noise', 3 * HOUR)] })).toEqual([]);
  });

  it('names no kind of work, and no group that does others’ hard tickets', () => {
    for (const dimension of ['priority', 'channel', 'type'])
      expect(codes({ segments: [{ ...table('real', 3 * HOUR), dimension }] })).toEqual([]);
    const held = (sameWork: -1 | 0 | 1) => {
      const { rows, ...rest } = table('real', 3 * HOUR);
      const contrasts = rows[0].contrasts.map((contrast) => ({ ...contrast, sameWork }));
      return [{ ...rest, rows: [{ ...rows[0], contrasts }] }];
    };
    // Larger than others' with the same work, smaller, neither.
    expect(codes({ segments: held(1) })).toEqual(['finding.segment_worse']);
    expect(codes({ segments: held(-1) })).toEqual([]);
    expect(codes({ segments: held(0) })).toEqual([]);
  });

  it('says a dimension and a metric once', () => {
    const twice = [table('real', 3 * HOUR), { ...table('real', 4 * HOUR), dimension: 'organization' }];
    expect(codes({ segments: twice })).toEqual(['finding.segment_worse']);
  });
});
