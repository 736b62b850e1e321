import { describe, expect, it } from 'vitest';
import type { Judgement } from '../../../../src/analysis/comparison/compare.ts';
import { besideLimits } from '../../../../src/analysis/comparison/limits.ts';
import { metricOf } from '../../../../src/analysis/metrics/index.ts';
import type { Verdict } from '../../../../src/stats/verdict.ts';

const MINUTE = 60_000;
const metric = metricOf('first_response_time');
// Moves of 2, 4, 3, 2, 1, 3, 6, 3, 1, 2 and 1 minutes: a middling one is 2 of 60, 3.3 %, and the limits lie 3.14 of that,
// about a tenth, around an hour: 54 to 66 minutes.
const weeks = [60, 62, 58, 61, 59, 60, 63, 57, 60, 61, 59, 60];

function verdictOn(
  minutes: number | null,
  {
    p = 0.5,
    behind = weeks,
    days = 'noise',
    tooFew,
    beforeN = 200,
  }: { p?: number; behind?: readonly number[]; days?: Verdict; tooFew?: boolean; beforeN?: number } = {},
): Verdict {
  if (!metric) throw new Error('no such metric');
  const judgement = { difference: { p }, ...(tooFew === undefined ? {} : { tooFew }) } as Judgement;
  return besideLimits(days, {
    metric,
    judgement,
    now: minutes === null ? null : minutes * MINUTE,
    n: 200,
    beforeN,
    behind: () => behind.map((each) => each * MINUTE),
  });
}

describe('a figure that the days of two periods leave within chance', () => {
  it('is unusual outside the limits of the weeks before, where its days lean that way', () => {
    expect(verdictOn(90, { p: 0.04 })).toBe('unusual');
    expect(verdictOn(40, { p: 0.04 })).toBe('unusual');
    expect(verdictOn(64, { p: 0.04 })).toBe('noise');
  });

  it('is noise a little outside of them where nothing else speaks for a change, and unusual far outside', () => {
    expect(verdictOn(68)).toBe('noise');
    expect(verdictOn(90)).toBe('unusual');
  });

  it('is unusual beyond two thirds of them where the week before lay there too, on the same side', () => {
    expect(verdictOn(66, { behind: [...weeks, 66] })).toBe('unusual');
    expect(verdictOn(54, { behind: [...weeks, 54] })).toBe('unusual');
    expect(verdictOn(66, { behind: [...weeks, 54] })).toBe('noise');
    expect(verdictOn(66, { behind: [...weeks, 62] })).toBe('noise');
    // Eight tickets of a week in which the desk was closed are no witness for two hundred.
    expect(verdictOn(66, { behind: [...weeks, 66], beforeN: 8 })).toBe('noise');
  });

  it('keeps what the days settled, and says nothing where weeks are too few or nothing is known', () => {
    expect(verdictOn(90, { p: 0.01, days: 'real' })).toBe('real');
    expect(verdictOn(90, { p: 0.04, behind: weeks.slice(0, 7) })).toBe('noise');
    expect(verdictOn(null, { p: 0.04 })).toBe('noise');
  });

  it('is noise within a tenth of what is usual, however little a large desk varies', () => {
    // Moves of half a minute of 60: the limits lie within two minutes of an hour.
    const even = [60, 60.5, 60, 60.5, 60, 60.5, 60, 60.5, 60, 60.5, 60, 60.5];
    expect(verdictOn(65, { p: 0.04, behind: even })).toBe('noise');
    expect(verdictOn(67, { p: 0.04, behind: even })).toBe('unusual');
  });

  it('is unusual far outside of them where it lies on too few days to be tested, and not where it is of too few tickets', () => {
    expect(verdictOn(90, { days: 'too_few', tooFew: false })).toBe('unusual');
    expect(verdictOn(68, { days: 'too_few', tooFew: false })).toBe('too_few');
    expect(verdictOn(90, { days: 'too_few', tooFew: true })).toBe('too_few');
  });
});

describe('a share beside the weeks before', () => {
  // Twelve weeks that agree by chance: moves of one point in odds are about 0.05, and the limits lie 0.17 around 0.8.
  const agreeing = [0.8, 0.79, 0.8, 0.81, 0.8, 0.79, 0.8, 0.81, 0.8, 0.79, 0.8, 0.81];
  const rated = (value: number, n: number): Verdict => {
    const csat = metricOf('csat');
    if (!csat) throw new Error('no such metric');
    const judgement = { difference: { p: 0.5 } } as Judgement;
    return besideLimits('noise', {
      metric: csat,
      judgement,
      now: value,
      n,
      beforeN: n,
      behind: () => agreeing,
    });
  };

  it('is held against what chance makes of so many answers, too', () => {
    // Of 40 answers the odds have a standard error of 1 / √(40 · 0.8 · 0.2) = 0.40: 0.9 lies 0.81 away, two of them.
    expect(rated(0.9, 40)).toBe('noise');
    // Of 4,000 it is 0.04, and the limits of the weeks, 0.2 away, are the wider ones.
    expect(rated(0.9, 4000)).toBe('unusual');
  });
});
