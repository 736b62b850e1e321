import type { Finding } from '../../model/finding.ts';
import type { HeadlineFigure } from '../../model/overview.ts';
import type { Verdict } from '../../model/report.ts';
import type { FindingRule } from './rule.ts';

/** More or fewer new tickets than the periods before let expect; or as many as ever, and by far fewer or more that were solved. */
export const volumeUnusual: FindingRule = {
  id: 'volume_unusual',
  codes: ['finding.volume_high', 'finding.volume_low', 'finding.solved_high', 'finding.solved_low'],
  find({ headlines, course }) {
    const [created, solved] = ['created', 'solved'].map((id) =>
      headlines.find(({ metric }) => metric === id),
    );
    const side = sideOf(created);
    if (created && side) {
      const { now, before, limits } = side;
      const isHigh = now > limits.high;
      // Fewer than before, and still more than usual: without saying so that reads as a contradiction.
      const isStill = isHigh && before !== null && before > now;
      return [
        {
          code: isHigh ? 'finding.volume_high' : 'finding.volume_low',
          severity: isHigh || now < FAR_FEWER * limits.low ? 'warning' : 'info',
          args: {
            ...argsOf(side),
            ...(isStill ? { before: count(before) } : {}),
            periods: course.length - 1,
          },
        },
      ];
    }
    return solvedBeside(created?.now.value ?? null, sideOf(solved));
  },
};

/** What was solved, where by far more or fewer were than is usual and than came in. */
function solvedBeside(came: number | null, went: Side | null): Finding[] {
  if (!went || came === null) return [];
  const { now, limits } = went;
  const args = { ...argsOf(went), created: count(came) };
  if (now > FAR_MORE * limits.high && now > came)
    return [{ code: 'finding.solved_high', severity: 'warning', args }];
  return FAR_MORE * now < limits.low && now < came
    ? [{ code: 'finding.solved_low', severity: 'warning', args }]
    : [];
}

interface Side {
  readonly now: number;
  readonly before: number | null;
  readonly limits: { readonly low: number; readonly high: number };
}

/** A count outside the limits of the periods before it, and far enough to be told; else null. */
function sideOf(figure: HeadlineFigure | undefined): Side | null {
  const { now, before, limits, verdict } = figure ?? {};
  if (!now || now.value === null || !limits || !isTold(now.value, { limits, verdict })) return null;
  return { now: now.value, before: before?.value ?? null, limits };
}

const count = (value: number) => ({ type: 'count', value }) as const;

const argsOf = ({ now, limits }: Side) => ({
  now: count(now),
  low: count(Math.ceil(limits.low)),
  high: count(Math.floor(limits.high)),
});

/** Under this part of the fewest that are usual, few tickets come before all that a few tickets make of other figures. */
const FAR_FEWER = 0.5;

/** What was solved, beside what came in, is news of its own only so far beyond what is usual. */
const FAR_MORE = 1.1;

/** Standard errors of a count, beyond which one that stepped no further than chance is told all the same. */
const BEYOND_CHANCE = 3;

/**
 * Limits that a few steady weeks drew too narrow by chance leave out one week in thirty: what is only unusual must lie
 * beyond what chance does to a count, too.
 */
function isTold(
  now: number,
  {
    limits,
    verdict,
  }: { readonly limits: { readonly low: number; readonly high: number }; readonly verdict?: Verdict | null },
): boolean {
  if (verdict === 'real' || verdict === 'small') return true;
  const centre = (limits.low + limits.high) / 2;
  return verdict === 'unusual' && Math.abs(now - centre) > BEYOND_CHANCE * Math.sqrt(centre);
}
