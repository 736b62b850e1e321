import { codesOf, type Desk, numbersOf } from '../../model/desk.ts';
import type { RatingScale } from '../../model/mapping.ts';
import { promoterSide } from '../../stats/promoters.ts';
import type { Comment } from './telling-words.ts';

/** A comment and when it was given (NaN: unknown). */
export interface DatedComment extends Comment {
  readonly at: number;
}

/**
 * The comments of one kind of survey with whether the rating beside them is bad: outside the top box for CSAT and CES,
 * a detractor for NPS; passives are neither. From survey files, else from the ticket rows. Of several surveys of a kind
 * the main one counts. Empty where comments were not read.
 */
export function surveyComments(desk: Desk, kind: RatingScale['kind'] = 'csat'): DatedComment[] {
  const comments: DatedComment[] = [];
  const surveys = desk.surveys.filter(({ scale, isMain }) => scale.kind === kind && isMain);
  for (const { table, scale } of surveys) {
    const texts = codesOf(table, 'comment');
    const scores = numbersOf(table, 'score');
    if (!texts || !scores) continue;
    const answered = numbersOf(table, 'answered_at');
    for (let row = 0; row < table.rows; row++) {
      const isBad = isBadScore(scores[row], scale);
      if (texts.codes[row] === 0 || isBad === null) continue;
      comments.push({ text: texts.names.text(texts.codes[row]), isBad, at: answered?.[row] ?? Number.NaN });
    }
  }
  if (surveys.length > 0 || kind !== 'csat' || !desk.csatScale) return comments;
  const texts = codesOf(desk.tickets, 'csat_comment');
  const scores = numbersOf(desk.tickets, 'csat');
  const solved = numbersOf(desk.tickets, 'solved_at');
  if (!texts || !scores) return comments;
  for (let t = 0; t < desk.tickets.rows; t++) {
    const isBad = isBadScore(scores[t], desk.csatScale);
    if (texts.codes[t] === 0 || isBad === null) continue;
    comments.push({ text: texts.names.text(texts.codes[t]), isBad, at: solved?.[t] ?? Number.NaN });
  }
  return comments;
}

function isBadScore(score: number, { kind, topBoxFrom, lowIsGood }: RatingScale): boolean | null {
  if (Number.isNaN(score)) return null;
  if (kind === 'nps') {
    const side = promoterSide(score);
    return side === 0 ? null : side < 0;
  }
  return lowIsGood ? score > topBoxFrom : score < topBoxFrom;
}
