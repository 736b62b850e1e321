import type { DataKind, FieldId } from '../../model/fields.ts';
import type { ColumnLook } from './column-look.ts';
import type { Candidate } from './field-match.ts';
import { otherNoun, type RowNoun, ticketNoun, uselessNoun } from './kind-words.ts';

/** What is known of a table when its kind is asked for. */
export interface KindFacts {
  /** Folded. */
  readonly name: string;
  /** True where the name is the tool's own word for the records, not a file's, which may be anybody's. */
  readonly isStream: boolean;
  /** The name of the table whose records these rows are part of, for a nested array. */
  readonly parent: string | null;
  readonly looks: readonly ColumnLook[];
  /** What the columns would be in a table of this kind. */
  readonly chosen: (kind: DataKind) => ReadonlyMap<FieldId, Candidate>;
  /** What the column that numbers the rows says they are. */
  readonly rowNoun: RowNoun | null;
}

/** One thing that speaks for a kind, or against it. */
export interface KindEvidence {
  readonly says: string;
  /** Points; below zero it speaks against the kind. */
  readonly weight: number;
  /** How much of it there is, 0–1. */
  readonly share: (facts: KindFacts) => number;
}

export interface KindRule {
  /** Without this no table is of the kind, whatever speaks for it. */
  readonly needs: (facts: KindFacts) => boolean;
  /** Points from which on a table is of this kind. */
  readonly least: number;
  readonly evidence: readonly KindEvidence[];
}

/** How well a column would feed a field of a kind, 0 where none would. */
export const score = (facts: KindFacts, kind: DataKind, field: string): number =>
  facts.chosen(kind).get(field as FieldId)?.score ?? 0;
/** All of it, or none. */
export const if1 = (holds: boolean): number => (holds ? 1 : 0);
/** True where the column that would feed a field holds anything. */
export const isFilled = (facts: KindFacts, kind: DataKind, field: string): boolean =>
  (facts.chosen(kind).get(field as FieldId)?.look.filled ?? 0) > 0;

/** What is posted to a case is its messages (Kayako), whatever posts are elsewhere. */
const isPosted = ({ parent, name }: KindFacts): boolean => parent !== null && /^posts?$/.test(name);

/** A stream that the tool itself calls something else. */
export const isOtherStream = (facts: KindFacts): boolean =>
  facts.isStream &&
  !isPosted(facts) &&
  (otherNoun.test(facts.name.replace(ticketNoun, '')) || uselessNoun.test(facts.name));

/** A file of calls is the desk's work; a stream of calls is what a CRM notes beside its deals. */
export const withoutOwnNouns = ({ name, isStream }: KindFacts): string =>
  name.replace(ticketNoun, '').replace(isStream ? '' : /\b(?:calls?|queues?)\b/g, '');

/** A column may feed a field: the better, the more of it there is. */
export const field = (kind: DataKind, id: string, weight: number, says: string): KindEvidence => ({
  says,
  weight,
  share: (facts) => {
    const found = score(facts, kind, id);
    return found === 0 ? 0 : Math.min(1, found + 0.1);
  },
});
/** What numbers the rows says what they are. */
export const rows = (noun: RowNoun, weight: number, says: string): KindEvidence => ({
  says,
  weight,
  share: (facts) => if1(facts.rowNoun === noun),
});
/** The table is named so. */
export const table = (words: RegExp, weight: number, says: string): KindEvidence => ({
  says,
  weight,
  share: (facts) => if1(words.test(facts.name)),
});

/** A column feeds a field beyond doubt. */
export const clear = (kind: DataKind, field: string, weight: number, says: string): KindEvidence => ({
  says,
  weight,
  share: (facts) => if1(score(facts, kind, field) >= 0.75),
});
/** No column does, or one that may be something else. */
export const unclear = (kind: DataKind, field: string, weight: number, says: string): KindEvidence => ({
  says,
  weight,
  share: (facts) => if1(score(facts, kind, field) < 0.75),
});

/** Fields of tickets that answers to a survey rarely carry. */
export const besideAnswers: readonly string[] = [
  'status',
  'solved_at',
  'closed_at',
  'priority',
  'subject',
  'first_response_at',
  'assignee',
  'channel',
  'group',
  'reported_resolution_time_seconds',
  'reported_first_response_time_seconds',
];

/** Share of the named columns whose headers hold some words. */
export const shareOfHeaders = (facts: KindFacts, words: RegExp): number => {
  const named = facts.looks.filter((look) => look.header.words !== '');
  return named.length === 0 ? 0 : named.filter((look) => words.test(look.header.words)).length / named.length;
};
/** Columns whose headers hold some words. */
export const countOfHeaders = (facts: KindFacts, words: RegExp): number =>
  facts.looks.filter((look) => words.test(look.header.words)).length;

/** The column that would hold the scores of a survey. */
export const scoreOf = (facts: KindFacts): Candidate | undefined => facts.chosen('surveys').get('score');

/** Words of figures over many rows: a table of these is somebody's report. */
export const aggregateWords =
  /\b(?:avg|average|mean|median|total|sum|rate|pct|percent|percentage|ratio|share|count|handled|gross|net|durchschnitt|promedio|media|moyenne)\b/;
