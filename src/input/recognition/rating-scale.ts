import {
  foldedCounts,
  isFractionOfOne,
  isNumber,
  isStars,
  numberIn,
  starsOfFractions,
  tallyOf,
} from '../../model/rating-cells.ts';
import {
  type AskedKind,
  askedKind,
  isAboutRatings,
  isLowEffortGood,
  isPromoterGroups,
  type NamedRange,
  namedRange,
  promoterGroup,
} from '../../model/rating-questions.ts';
import type { RatingScale, ScaleSource } from '../../model/rating-scale.ts';
import { chooseScale, fromBelow, type ScaleFacts, scaleOf } from '../../model/rating-scales.ts';
import { foldValue, missingMarks } from '../../model/raw-value.ts';
import { noRating } from '../../model/unrated-words.ts';
import type { ColumnLook } from './column-look.ts';
import { falsehoods, truths } from './flag-words.ts';
import { namesRating } from './header-stems.ts';
import { asksSchoolMarks, isLittleEffortLow, isLowEndGood } from './rating-direction.ts';
import { gradeWords } from './rating-grades.ts';
import { faces, five, fiveFaces, pair, thumbs } from './rating-words.ts';

export { scaleIds, scaleOf } from '../../model/rating-scales.ts';

/** What a column of ratings is worth: its scale, its words, and how sure that is. */
export interface FoundScale {
  readonly scale: RatingScale;
  readonly words: ReadonlyMap<string, number> | null;
  /** What was known beside the cells, so that all cells can be asked again once they are read. */
  readonly facts: ScaleFacts;
  /** True where nothing but the values spoke for this scale. */
  readonly isGuess: boolean;
  /** True for an effort score whose good end nobody names. */
  readonly needsDirection: boolean;
}

/** A column of ratings, and all that says on which scale they are. */
export interface ScaleQuestion {
  readonly look: ColumnLook;
  /** Header, question text, and the survey type's cells if there is such a column. */
  readonly texts: readonly string[];
  /** What stands around the column: its neighbours, its table, its file. */
  readonly around?: { readonly hasPromoters: boolean; readonly names: readonly string[] };
  /** Where rows are answers to several questions, those to the questions that ask for a rating. */
  readonly amongOthers?: readonly string[];
  /** What the field itself is about, where nothing says otherwise. */
  readonly usual?: AskedKind | null;
  readonly pinned: string | null;
  readonly preset: string | null;
  readonly presetWords: Readonly<Record<string, number>> | null;
  readonly lowEffortIsGood: boolean | null;
}

/**
 * The scale of a column: from the user, the preset, the wording and the range in header or question, neighbours and
 * names, words in the cells, and last from the numbers, all of them, which never choose a scale shorter than five
 * points.
 */
export function findScale(question: ScaleQuestion): FoundScale {
  const { look } = question;
  const cells = foldedCells(look);
  const facts = factsOf(question, cells);
  const worded = wordsOf(facts, { cells, question });
  const settled = facts.settled ?? worded.scale;
  const tally = tallyOf(look.cells, worded.words);
  if (!settled && facts.range === null && facts.kind !== 'nps' && isFractionOfOne(tally)) {
    const stars = scaleOf('1-5')!;
    return finish({ ...facts, settled: stars }, { scale: stars, words: starsOfFractions(), isGuess: false });
  }
  const range = facts.range ?? (cells.length > 0 && cells.every(isPercent) ? { min: 0, max: 100 } : null);
  const all: ScaleFacts = {
    ...facts,
    settled,
    range,
    ...(facts.settled === null && worded.scale !== null ? { endsFrom: 'words' } : {}),
  };
  const { scale, isGuess } = chooseScale(all, tally);
  return finish(all, { scale, words: worded.words, isGuess: isGuess || worded.isGuess });
}

/** What stands in the cells; a mark that says "nothing here" is no word of a scale. */
function foldedCells(look: ColumnLook): string[] {
  const counts = foldedCounts(look.cells);
  for (const cell of counts.keys()) if (missingMarks.has(cell)) counts.delete(cell);
  // A row of names below the header, of which few ratings would leave nothing else to tell.
  for (const [cell, count] of counts)
    if (count === 1 && counts.size > 1 && namesRating(cell)) counts.delete(cell);
  return withoutSlips(counts);
}

/** Slips are so many of the other cells at most; of more different ones none is looked at. */
const MOST_SLIPS = 0.2;
const MOST_SINGLE = 50;

/** The different cells; where all that come again are words of one scale, few odd ones beside them are slips and void. */
function withoutSlips(counts: ReadonlyMap<string, number>): string[] {
  const cells = [...counts.keys()];
  const single = cells.filter((cell) => counts.get(cell) === 1);
  const again = cells.filter((cell) => counts.get(cell) !== 1);
  if (single.length === 0 || single.length > MOST_SINGLE || again.length === 0) return cells;
  if (cells.every(isNumber) || scaleByWords(cells)) return cells;
  const scale = scaleByWords(again)?.scale;
  if (!scale) return cells;
  // "Average" below a column of good and bad is the name of a total, and no third word.
  const kept = single.filter((cell) => scaleByWords([...again, cell])?.scale?.id === scale.id);
  const words = [...again, ...kept];
  let readable = 0;
  for (const cell of words) readable += counts.get(cell) ?? 0;
  const isSlip = single.length - kept.length <= MOST_SLIPS * readable;
  return isSlip && scaleByWords(words) ? words : cells;
}

const isPercent = (cell: string): boolean => /^\d+(?:[.,]\d+)?\s*%$/.test(cell);

function finish(facts: ScaleFacts, found: Pick<FoundScale, 'scale' | 'words' | 'isGuess'>): FoundScale {
  return {
    ...found,
    facts,
    needsDirection: found.scale.kind === 'ces' && found.scale.lowIsGood === undefined,
  };
}

function factsOf(question: ScaleQuestion, cells: readonly string[]): ScaleFacts {
  const { look, texts, around, pinned, preset, presetWords } = question;
  const text = texts.join(' ');
  const { kind, from } = kindOf(question, cells);
  const range = namedRange(texts) ?? (asksSchoolMarks(texts) ? { min: 1, max: 6 } : null);
  const lowIsGood = lowEndIsGood(question, { kind, cells });
  const isRating = isAboutRatings(text) || (around?.names.some(isAboutRatings) ?? false);
  const facts: ScaleFacts = {
    ...{ kind, isRating, range, settled: null, lowIsGood },
    ...(from ? { kindFrom: from } : {}),
    ...(range ? { endsFrom: 'header' } : {}),
  };
  if (pinned) return { ...facts, ...pinnedScale(pinned, { kind, lowIsGood }), endsFrom: 'flag' };
  const known = preset === null ? null : scaleOf(preset);
  // A ticket column that was good or bad for years may hold 1–5 in newer accounts.
  const fits =
    presetWords === null || cells.length === 0 || !cells.every(isNumber) || allIn(presetWords, cells);
  if (known && fits && look.filled >= 0) return { ...facts, settled: known, endsFrom: 'preset' };
  return facts;
}

/** Which end is good: of effort by the user's word and the wording too; recommendation has but one. */
function lowEndIsGood(
  { texts, lowEffortIsGood }: ScaleQuestion,
  { kind, cells }: { readonly kind: AskedKind | null; readonly cells: readonly string[] },
): boolean | null {
  if (kind === 'nps') return null;
  const called = isLowEndGood(texts, cells);
  if (kind === 'ces')
    return lowEffortIsGood ?? isLittleEffortLow(texts) ?? called ?? isLowEffortGood(texts.join(' '));
  return called === true ? true : null;
}

const allIn = (words: Readonly<Record<string, number>>, cells: readonly string[]): boolean =>
  cells.every((cell) => cell in words);

/** A pinned scale, read by the wording: satisfaction on 0–10 is no NPS, effort on 1–7 no satisfaction. */
function pinnedScale(
  pinned: string,
  { kind, lowIsGood }: { readonly kind: AskedKind | null; readonly lowIsGood: boolean | null },
): Pick<ScaleFacts, 'settled' | 'range' | 'kind'> {
  const scale = scaleOf(pinned);
  if (!scale) return { settled: null, range: null, kind };
  const range: NamedRange = { min: scale.min, max: scale.max };
  if (scale.id === '0-10' && kind === 'csat') return { settled: scaleOf('csat_0-10'), range, kind };
  if (kind === 'ces' && scale.kind === 'csat' && scaleOf(`ces_1-${scale.max}`))
    return { settled: null, range, kind };
  if (scale.kind === 'ces' && lowIsGood !== null) return { settled: null, range, kind: 'ces' };
  return { settled: scale.kind === 'csat' && lowIsGood ? fromBelow(scale) : scale, range, kind };
}

/** What is asked, and what says so: the question's own words, then its neighbours, then the names of table and file. */
function kindOf(
  { texts, around, usual }: ScaleQuestion,
  cells: readonly string[],
): { readonly kind: AskedKind | null; readonly from: ScaleSource | null } {
  const own = texts.map(askedKind).find((kind) => kind !== null) ?? null;
  if (own !== null) return { kind: own, from: 'header' };
  const rated = cells.filter((cell) => !noRating.includes(cell));
  if (around?.hasPromoters) return { kind: 'nps', from: 'neighbours' };
  if (isPromoterGroups(rated)) return { kind: 'nps', from: 'words' };
  if (usual) return { kind: usual, from: 'field' };
  const named = around?.names.map(askedKind).find((kind) => kind !== null) ?? null;
  return { kind: named, from: named && 'name' };
}

interface Worded {
  readonly scale: RatingScale | null;
  readonly words: ReadonlyMap<string, number> | null;
  readonly isGuess: boolean;
}

/** What the cells that are no plain numbers are worth. */
function wordsOf(
  facts: ScaleFacts,
  { cells, question }: { readonly cells: readonly string[]; readonly question: ScaleQuestion },
): Worded {
  const { presetWords } = question;
  const none: Worded = { scale: null, words: null, isGuess: false };
  if (facts.settled && presetWords) {
    const words = { ...lettered(cells, facts.settled), ...presetWords };
    return { ...none, words: toMap(words, facts.settled) };
  }
  if (cells.every(isNumber) || isFreshdesk(cells)) {
    if (facts.settled || facts.kind === 'nps' || !isFreshdesk(cells)) return none;
    const scale = scaleOf('freshdesk')!;
    return { scale, words: toMap(freshdeskFaces, scale), isGuess: false };
  }
  if (facts.settled) return { ...none, words: toMap(lettered(cells, facts.settled), facts.settled) };
  if (facts.kind === 'nps') {
    const nps = scaleOf('nps')!;
    return { ...none, words: toMap(lettered(cells, nps), nps) };
  }
  const byWords = scaleByWords(cells);
  if (byWords && facts.kind === 'ces') {
    const graded = gradeWords(rated(cells).filter((cell) => !isNumber(cell)));
    const scale = scaleOf(graded?.steps === 7 ? 'ces_1-7' : 'ces_1-5')!;
    if (graded)
      return { scale: directed(scale, { facts, cells }), words: toMap(graded.words, scale), isGuess: false };
  }
  const found = byWords ?? (facts.kind === 'csat' ? yesAndNo(rated(cells)) : null);
  if (found) return turned(found, { facts, cells });
  const ends = facts.range ?? { min: 0, max: 100 };
  const graded = gradedAmong([...new Set((question.amongOthers ?? []).map(foldValue))]);
  return { ...none, words: toMap({ ...lettered(cells, ends), ...graded }, ends) };
}

/** Who says yes to being dissatisfied, or agrees, is not satisfied; "good" is good whatever was asked. */
function turned(
  found: Worded,
  { facts, cells }: { readonly facts: ScaleFacts; readonly cells: readonly string[] },
): Worded {
  const isAnswer = (cell: string): boolean =>
    truths.has(cell) || falsehoods.has(cell) || agreement.test(cell);
  if (!facts.lowIsGood || !found.scale || !rated(cells).some(isAnswer)) return found;
  return { ...found, scale: fromBelow(found.scale) };
}

/**
 * Yes and no below what asks for satisfaction, as programs and languages write them. A mark in some rows alone says nothing of
 * the others: who ticked no box was not satisfied, or was not asked.
 */
function yesAndNo(cells: readonly string[]): Worded | null {
  if (!cells.some((cell) => truths.has(cell)) || !cells.some((cell) => falsehoods.has(cell))) return null;
  if (!cells.every((cell) => truths.has(cell) || falsehoods.has(cell))) return null;
  const scale = scaleOf('good_bad')!;
  const words = Object.fromEntries(cells.map((cell) => [cell, truths.has(cell) ? scale.max : scale.min]));
  return { scale, words: toMap(words, scale), isGuess: false };
}

/** What those cells are worth that are words of a scale, whatever numbers stand among them. */
function gradedAmong(cells: readonly string[]): Readonly<Record<string, number>> {
  const known = cells.filter((cell) => !isNumber(cell) && (cell in five || gradeWords([cell]) !== null));
  const graded = gradeWords(known);
  if (graded) return graded.words;
  return Object.fromEntries(known.flatMap((cell) => (cell in five ? [[cell, five[cell]]] : [])));
}

/** Freshdesk's own seven faces, which no other tool writes so: 103 extremely happy … 100 neutral … -103. */
const freshdeskFaces: Readonly<Record<string, number>> = {
  '103': 7,
  '102': 6,
  '101': 5,
  '100': 4,
  '-101': 3,
  '-102': 2,
  '-103': 1,
};

/** Nothing but those numbers, at least one of which is on no scale of a hundred. */
const isFreshdesk = (cells: readonly string[]): boolean => {
  const all = rated(cells);
  return all.every((cell) => cell in freshdeskFaces) && all.some((cell) => cell !== '100');
};

const agreement =
  /agree|stimm|trifft|accord|acuerdo|concord|सहमत|একমত|সহমত|instämm|håller|enig|samaa mieltä|eri mieltä|souhlas|egyet|zgadz|соглас|katıl|موافق|동의|그렇|同意|そう思/u;

/** Words of ease say their good end themselves; agreement is as good as what is agreed to, which the question says. */
function directed(
  scale: RatingScale,
  { facts, cells }: { readonly facts: ScaleFacts; readonly cells: readonly string[] },
): RatingScale {
  const isAgreement = cells.some((cell) => agreement.test(cell));
  const lowIsGood = isAgreement ? facts.lowIsGood : false;
  if (lowIsGood === null) return scale;
  return { ...scale, lowIsGood, topBoxFrom: lowIsGood ? (scale.max === 5 ? 2 : 3) : scale.topBoxFrom };
}

const rated = (cells: readonly string[]): string[] => cells.filter((cell) => !noRating.includes(cell));

function toMap(words: Readonly<Record<string, number>>, ends: NamedRange): Map<string, number> | null {
  if (Object.keys(words).length === 0) return null;
  const map = new Map<string, number>();
  for (const [word, value] of Object.entries(words)) map.set(foldValue(word), value);
  for (const word of noRating) if (!map.has(word)) map.set(word, Number.NaN);
  if (ends.max <= 10)
    for (let score = ends.min; score <= ends.max; score++)
      if (!map.has(String(score))) map.set(String(score), score);
  return map;
}

/** Cells that carry their number beside words, stars or a percent sign, and words that this scale knows. */
function lettered(cells: readonly string[], { min, max }: NamedRange): Record<string, number> {
  const words: Record<string, number> = {};
  const graded =
    max === 5 || max === 7 ? gradeWords(rated(cells).filter((cell) => numberIn(cell) === null)) : null;
  for (const cell of cells) {
    if (isNumber(cell)) continue;
    const value =
      numberIn(cell) ?? (max === 10 ? promoterGroup(cell) : null) ?? wordOn(cell, { min, max }, graded);
    if (value !== null) words[cell] = value;
  }
  return words;
}

function wordOn(cell: string, { max }: NamedRange, graded: ReturnType<typeof gradeWords>): number | null {
  if (graded?.steps === max && cell in graded.words) return graded.words[cell];
  if (max === 5)
    return five[cell] ?? fiveFaces[cell] ?? (graded ? null : (gradeWords([cell])?.words[cell] ?? null));
  if (max === 3) return faces[cell] ?? null;
  if (max === 1) return thumbs[cell] ?? pair[cell] ?? null;
  return null;
}

/** The scale that the words, stars or faces in a column speak of, or null. */
export function scaleInWords(look: ColumnLook): RatingScale | null {
  const cells = foldedCells(look);
  if (isPromoterGroups(rated(cells))) return scaleOf('nps');
  if (cells.length > 1 && isFreshdesk(cells)) return scaleOf('freshdesk');
  return scaleByWords(cells)?.scale ?? null;
}

function scaleByWords(cells: readonly string[]): Worded | null {
  const all = rated(cells);
  const words = all.filter((cell) => !isNumber(cell));
  if (words.length === 0) return null;
  const of = (id: string, meanings: Readonly<Record<string, number>>, isGuess = false): Worded => {
    const scale = scaleOf(id)!;
    return { scale, words: toMap(meanings, scale), isGuess };
  };
  const areAll = (known: Readonly<Record<string, number>>): boolean => words.every((cell) => cell in known);
  if (words.some(isStars) && words.every((cell) => numberIn(cell) !== null))
    return of('1-5', lettered(cells, { min: 1, max: 5 }));
  if (areAll(thumbs)) return of('thumbs', thumbs);
  if (
    areAll(pair) &&
    all.length <= 4 &&
    words.some((cell) => cell === 'good' || cell === 'bad' || !(cell in five))
  )
    return of('good_bad', pair, all.length < 2);
  if (words.some((cell) => cell === '🤩' || cell === '😠') && areAll(fiveFaces)) return of('1-5', fiveFaces);
  if (areAll(faces)) return of('faces', faces);
  if (isQuality(words)) return of('1-5', quality);
  const graded = gradeWords(words);
  if (graded?.steps === 7) return of('1-7', graded.words);
  if (areAll(five)) return of('1-5', five);
  return graded ? of('1-5', graded.words) : null;
}

/** Excellent, very good, good, fair, poor: five steps of which "good" is the middle one. */
const quality: Readonly<Record<string, number>> = {
  excellent: 5,
  'very good': 4,
  good: 3,
  fair: 2,
  poor: 1,
  'very poor': 1,
};

const isQuality = (words: readonly string[]): boolean =>
  words.every((cell) => cell in quality) &&
  ['excellent', 'very good', 'good', 'fair'].every((each) => words.includes(each)) &&
  !words.includes('very poor');
