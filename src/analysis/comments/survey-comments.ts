import { codesOf, type Desk, numbersOf } from '../../model/desk.ts';
import type { RatingScale } from '../../model/rating-scale.ts';
import { promoterSide } from '../../stats/promoters.ts';
import { maskPeople } from '../issues/mask-people.ts';
import { learnPeople } from '../issues/people.ts';
import type { Comment } from './telling-words.ts';

/** A comment and when it was given (NaN: unknown). */
export interface DatedComment extends Comment {
  readonly at: number;
}

/**
 * The comments of one kind of survey with whether the rating beside them is bad: outside the top box for CSAT and CES,
 * a detractor for NPS; passives are neither. From survey files, else from the ticket rows. Of several surveys of a kind
 * the main one counts. Empty where comments were not read. Names of the desk's people are masked.
 */
export function surveyComments(desk: Desk, kind: RatingScale['kind'] = 'csat'): DatedComment[] {
  const comments = commentsAsWritten(desk, kind);
  if (comments.length === 0) return comments;
  const named = [...comments, ...peopleOf(desk)];
  const people = learnPeople({
    rows: named.length,
    subject: (row) => comments[row]?.text ?? '',
    description: () => '',
    people: (row) => named[row].people,
  });
  return comments.map(({ text, isBad, at }) => ({ text: maskPeople(text, people), isBad, at }));
}

/** A comment with those whom its row names. */
interface NamedComment extends DatedComment {
  readonly people: readonly string[];
}

/** Everybody whom the columns of tickets name. */
function peopleOf({ tickets }: Desk): { readonly people: readonly string[] }[] {
  const found = new Set<string>();
  for (const field of ['requester', 'assignee']) {
    const column = codesOf(tickets, field);
    if (!column) continue;
    for (const code of new Set(column.codes)) found.add(column.names.name(code).split('\u0000').at(-1) ?? '');
  }
  for (const { codes, names } of tickets.people ?? [])
    for (const code of new Set(codes)) found.add(names.name(code));
  return [{ people: [...found] }];
}

const namedIn = (columns: readonly ReturnType<typeof codesOf>[], row: number): string[] =>
  columns.flatMap((column) =>
    column && column.codes[row] !== 0
      ? [column.names.name(column.codes[row]).split('\u0000').at(-1) ?? '']
      : [],
  );

function commentsAsWritten(desk: Desk, kind: RatingScale['kind']): NamedComment[] {
  const comments: NamedComment[] = [];
  const surveys = desk.surveys.filter(({ scale, isMain }) => scale.kind === kind && isMain);
  for (const { table, scale } of surveys) {
    const texts = codesOf(table, 'comment');
    const scores = numbersOf(table, 'score');
    if (!texts || !scores) continue;
    const answered = numbersOf(table, 'answered_at');
    const columns = [codesOf(table, 'customer'), codesOf(table, 'agent')];
    for (let row = 0; row < table.rows; row++) {
      const isBad = isBadScore(scores[row], scale);
      if (texts.codes[row] === 0 || isBad === null) continue;
      const text = texts.names.text(texts.codes[row]);
      comments.push({ text, isBad, at: answered?.[row] ?? Number.NaN, people: namedIn(columns, row) });
    }
  }
  if (surveys.length > 0 || kind !== 'csat' || !desk.csatScale) return comments;
  const texts = codesOf(desk.tickets, 'csat_comment');
  const scores = numbersOf(desk.tickets, 'csat');
  const solved = numbersOf(desk.tickets, 'solved_at');
  if (!texts || !scores) return comments;
  const columns = [codesOf(desk.tickets, 'requester'), codesOf(desk.tickets, 'assignee')];
  for (let t = 0; t < desk.tickets.rows; t++) {
    const isBad = isBadScore(scores[t], desk.csatScale);
    if (texts.codes[t] === 0 || isBad === null) continue;
    const text = texts.names.text(texts.codes[t]);
    comments.push({ text, isBad, at: solved?.[t] ?? Number.NaN, people: namedIn(columns, t) });
  }
  return comments;
}

function isBadScore(score: number, { kind, topBoxFrom, lowIsGood }: RatingScale): boolean | null {
  if (Number.isNaN(score) || (kind === 'ces' && lowIsGood === undefined)) return null;
  if (kind === 'nps') {
    const side = promoterSide(score);
    return side === 0 ? null : side < 0;
  }
  return lowIsGood ? score > topBoxFrom : score < topBoxFrom;
}
