import type { DataKind, FieldId } from '../../model/fields.ts';
import { type Sentence, sentence } from '../../model/sentence.ts';
import { type Assigned, assign } from './assignment.ts';
import { stampsByValues } from './by-values.ts';
import { type ColumnLook, isUnique } from './column-look.ts';
import { type Candidate, candidatesFor, LEAST } from './field-match.ts';
import { foldHeader } from './header.ts';
import { kindRules } from './kind-evidence.ts';
import type { KindEvidence, KindFacts } from './kind-facts.ts';
import { otherNoun, type RowNoun, rowNouns } from './kind-words.ts';
import { answersBesideQuestions } from './question-score.ts';
import { messagesByCells, type UnboundTurns, visibilityByCells } from './two-sides.ts';

/** A kind with the columns that would feed it. */
interface KindGuess {
  readonly kind: DataKind | 'none';
  readonly confidence: number;
  readonly chosen: ReadonlyMap<FieldId, Assigned>;
  readonly candidates: readonly Candidate[];
  /** Why it is none, where more is known than that nothing fits. */
  readonly reason?: Sentence;
  /** The points of every kind above what it needs, most first. */
  readonly standing: readonly KindPoints[];
  /** It is messages that lack nothing but the conversation that each belongs to. */
  readonly isUnbound?: true;
  /** The columns that would feed each kind. */
  readonly chosenOf: (kind: DataKind) => ReadonlyMap<FieldId, Assigned>;
}

/** What a kind came to. */
export interface KindPoints {
  readonly kind: DataKind;
  /** Points above the kind's least. */
  readonly points: number;
  readonly evidence: readonly KindEvidence[];
}

const kinds = Object.keys(kindRules) as readonly DataKind[];

/** Decides what one row of the table is: the kind with the most points above what it needs at least, or none. */
export function guessKind(table: {
  /** The name of the table whose records these rows are part of, for a nested array. */
  readonly parent: string | null;
  readonly looks: readonly ColumnLook[];
  readonly name: string;
  readonly isStream: boolean;
}): KindGuess {
  const { looks } = table;
  const candidates = new Map<DataKind, readonly Candidate[]>();
  const chosen = new Map<DataKind, Map<FieldId, Assigned>>();
  for (const kind of kinds) {
    candidates.set(kind, candidatesFor(kind, looks));
    const best = assign(candidates.get(kind)!, LEAST);
    if (kind === 'tickets') stampsByValues(looks, best);
    chosen.set(kind, best);
  }
  const turns = messagesByCells(looks, chosen.get('messages')!, chosen.get('tickets')!);
  visibilityByCells(looks, chosen.get('messages')!);
  const name = foldHeader(table.name);
  const facts: KindFacts = {
    ...{ name, isStream: table.isStream, parent: table.parent, looks },
    chosen: (kind) => chosen.get(kind)!,
    rowNoun: rowNounOf(looks, name),
  };
  const standing = possibleKinds(facts).map((kind) => pointsOf(kind, facts));
  standing.sort((a, b) => b.points - a.points);
  const best = standing.find(({ points }) => points >= 0);
  const chosenOf = (kind: DataKind): ReadonlyMap<FieldId, Assigned> => chosen.get(kind)!;
  const of = (kind: DataKind, confidence: number): KindGuess => ({
    ...{ kind, confidence, standing, chosenOf },
    chosen: chosen.get(kind)!,
    candidates: candidates.get(kind)!,
  });
  const none: KindGuess = {
    ...{ kind: 'none', confidence: 0.6, chosen: new Map(), candidates: [], standing, chosenOf },
  };
  const isUnbound = turns !== null && (best === undefined || best.kind === 'tickets');
  if (best && !isUnbound) return of(best.kind, confidenceOf(best, standing));
  if (isUnbound || isUnboundDialogue(chosen.get('messages')!)) {
    const reason = whyUnbound(turns);
    return { ...none, isUnbound: true, reason };
  }
  const isText = table.parent === null && !otherNoun.test(name) && textOnly(chosen.get('tickets')!);
  if (isText && looks.length <= 12) return of('tickets', 0.4);
  return none;
}

/** Why rows that are messages are of no conversation, with the flag that makes conversations of them where one can. */
const whyUnbound = (turns: UnboundTurns | null): Sentence =>
  turns?.contact
    ? sentence('why.messages_by_contact', { column: turns.contact.name })
    : sentence('why.messages_of_no_conversation');

/** Points between two kinds below which the table may as well be of the other. */
const CLOSE = 1;

/** Sure from some points above the least on, never quite, and hardly where another kind is close. */
function confidenceOf({ kind, points }: KindPoints, standing: readonly KindPoints[]): number {
  const next = standing.find((other) => other.kind !== kind && other.points >= 0)?.points ?? -CLOSE;
  const sure = 0.6 + (points + kindRules[kind].least) * 0.04 - (points - next < CLOSE ? 0.2 : 0);
  return Math.min(0.95, Math.round(sure * 100) / 100);
}

/** Of what the parts are the names of its states. */
const ofStages = /\b(?:pipelines?|workflows?|boards?)\b/;

/** Parts of a ticket are its messages or its changes, those of a pipeline names of states; anything else is detail. */
function possibleKinds({ parent, looks }: KindFacts): readonly DataKind[] {
  if (parent === null) return kinds;
  // Answers nested in responses: a question and what was answered.
  if (answersBesideQuestions(looks)) return ['surveys'];
  const noun = foldHeader(parent);
  if (ofStages.test(noun)) return ['reference'];
  return otherNoun.test(noun) ? [] : ['messages', 'events'];
}

function pointsOf(kind: DataKind, facts: KindFacts): KindPoints {
  const { needs, least, evidence } = kindRules[kind];
  if (!needs(facts)) return { kind, points: Number.NEGATIVE_INFINITY, evidence: [] };
  let points = -least;
  const seen: KindEvidence[] = [];
  for (const one of evidence) {
    const share = one.share(facts);
    if (share === 0) continue;
    points += share * one.weight;
    seen.push(one);
  }
  return { kind, points, evidence: seen };
}

/** Texts said in turn by customers and the desk, of conversations that nothing names. */
function isUnboundDialogue(messages: ReadonlyMap<FieldId, Candidate>): boolean {
  const text = messages.get('text');
  const role = messages.get('author_role')?.look;
  if (!text || text.score < 0.75 || text.look.length < 15 || !role) return false;
  return role.roleShare >= 0.9 && role.distinct >= 2 && !messages.has('ticket_id');
}

const idWords =
  /(?:^|[ _])(?:id|ids|no|nr|number|num|key|uuid|guid|code|#|numero|nummer|codigo|clave|chave)(?:$|[ _])|(?:id|号|番号|编号)$/u;

/** What the first column without repetitions that is named like an id says the rows are; a bare `id` leaves it to the table. */
function rowNounOf(looks: readonly ColumnLook[], name: string): RowNoun | null {
  const id = looks.find((look) => idWords.test(look.header.words) && isUnique(look));
  if (!id) return null;
  const nounIn = (words: string): RowNoun | null =>
    rowNouns.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
  return nounIn(id.header.words) ?? (/^(?:id|uid|uuid|#|no|nr)$/.test(id.header.words) ? nounIn(name) : null);
}

/** Nothing but text: enough for recurring issues, and only for them. */
function textOnly(chosen: ReadonlyMap<FieldId, Candidate>): boolean {
  const text = chosen.get('description') ?? chosen.get('subject');
  return (
    text !== undefined &&
    text.score >= 0.6 &&
    text.look.length >= 15 &&
    text.look.distinct > text.look.filled * 0.5
  );
}
