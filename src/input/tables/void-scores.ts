import type { Problem } from '../../model/problem.ts';
import type { RatingScale } from '../../model/rating-scale.ts';
import { numbersIn, type Stack } from './stack.ts';

/** The widest scale on which nobody gives an answer finer than half a point. */
const TEN = 10;

/**
 * Voids what is no answer on a scale (DEFINITIONS 9): numbers off it, and on scales up to ten isolated fractions other
 * than halves, which are slips or averages (a column full of them is set apart as a whole). Half points of NPS are
 * answers, read by partition, and said.
 */
export function voidScores(
  stack: Stack,
  { scale, where }: { readonly scale: RatingScale; readonly where: Problem['where'] },
): Problem[] {
  const scores = numbersIn(stack.columns, 'score');
  if (!scores) return [];
  const { min, max, kind } = scale;
  let off = 0;
  let fractions = 0;
  let halves = 0;
  for (let row = 0; row < stack.rows; row++) {
    const score = scores[row];
    if (Number.isNaN(score) || (score >= min && score <= max && Number.isInteger(score))) continue;
    if (score < min || score > max) off++;
    else if (max <= TEN && !Number.isInteger(score * 2)) fractions++;
    else {
      halves++;
      continue;
    }
    scores[row] = Number.NaN;
  }
  const problems: Problem[] = [];
  const put = (reason: string, count: number): void => {
    if (count === 0) return;
    const args = { field: 'score', reason };
    problems.push({ code: 'value_void', severity: 'warning', args, where, count });
  };
  put('off_scale', off);
  put('fraction', fractions);
  if (kind === 'nps' && halves > 0)
    problems.push({ code: 'half_points', severity: 'note', args: {}, where, count: halves });
  return problems;
}
