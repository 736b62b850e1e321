import type { RatingScale } from '../../model/mapping.ts';
import { foldValue } from '../../model/raw-value.ts';
import type { ColumnLook } from './column-look.ts';
import { foldHeader } from './header.ts';
import { faces, five, fiveFaces, noRating, pair, thumbs } from './rating-words.ts';

/** The scales by id; from where on an answer counts as satisfied follows DEFINITIONS section 9. */
const scales: readonly RatingScale[] = [
  { id: '1-3', kind: 'csat', min: 1, max: 3, topBoxFrom: 3 },
  { id: '1-4', kind: 'csat', min: 1, max: 4, topBoxFrom: 3 },
  { id: '1-5', kind: 'csat', min: 1, max: 5, topBoxFrom: 4 },
  { id: '1-6', kind: 'csat', min: 1, max: 6, topBoxFrom: 5 },
  { id: '1-7', kind: 'csat', min: 1, max: 7, topBoxFrom: 6 },
  { id: '1-10', kind: 'csat', min: 1, max: 10, topBoxFrom: 8 },
  { id: '0-10', kind: 'nps', min: 0, max: 10, topBoxFrom: 9 },
  { id: '0-5', kind: 'csat', min: 0, max: 5, topBoxFrom: 4 },
  { id: '0-100', kind: 'csat', min: 0, max: 100, topBoxFrom: 80 },
  { id: 'good_bad', kind: 'csat', min: 0, max: 1, topBoxFrom: 1 },
  { id: 'thumbs', kind: 'csat', min: 0, max: 1, topBoxFrom: 1 },
  { id: 'faces', kind: 'csat', min: 1, max: 3, topBoxFrom: 3 },
  { id: 'nps', kind: 'nps', min: 0, max: 10, topBoxFrom: 9 },
  { id: 'ces_1-5', kind: 'ces', min: 1, max: 5, topBoxFrom: 4 },
  { id: 'ces_1-7', kind: 'ces', min: 1, max: 7, topBoxFrom: 5 },
  { id: 'freshdesk', kind: 'csat', min: 1, max: 7, topBoxFrom: 5 },
];
const byId = new Map(scales.map((scale) => [scale.id, scale]));

/** Ids that `--scale` knows. */
export const scaleIds: readonly string[] = scales.map((scale) => scale.id);

/** A scale by its id, or null. */
export function scaleOf(id: string): RatingScale | null {
  return byId.get(id.trim().toLowerCase().replace('–', '-').replace(/\s+/g, '')) ?? null;
}

/** What a column of ratings is worth: its scale, its words, and how sure that is. */
interface FoundScale {
  readonly scale: RatingScale;
  readonly words: ReadonlyMap<string, number> | null;
  /** True where nothing but the values spoke for this scale. */
  readonly isGuess: boolean;
  /** True for an effort score whose good end nobody names. */
  readonly needsDirection: boolean;
}

const npsWords =
  /\bnps\b|net promoter|recommend|empfehl|weiterempfehl|recommand|recomend|सिफारिश|अनुशंसा|সুপারিশ/u;
const effortWords = /\bces\b|effort|aufwand|esfuerzo|esforco|प्रयास|প্রচেষ্টা/u;
const lowGoodWords = /how much effort|effort (?:did|required)|wie viel aufwand|cuanto esfuerzo|quel effort/u;
const easyWords = /\beasy\b|\bease\b|made it easy|einfach|leicht|facil|facile|आसान|সহজ/u;

/**
 * The scale of a column: from the preset, the user, the range named in header or question, words in the cells, and
 * last from the numbers, which never choose a scale shorter than five points.
 */
export function findScale(question: {
  readonly look: ColumnLook;
  /** Header, question text, and the survey type's cells if there is such a column. */
  readonly texts: readonly string[];
  readonly pinned: string | null;
  readonly preset: string | null;
  readonly presetWords: Readonly<Record<string, number>> | null;
  readonly lowEffortIsGood: boolean | null;
}): FoundScale {
  const { look } = question;
  const text = question.texts.map(foldHeader).join(' ');
  const cells = [...new Set(look.cells.map(foldValue))].filter((cell) => cell !== '');
  if (question.preset && !question.pinned) {
    const scale = scaleOf(question.preset);
    // A ticket column that was good or bad for years may hold 1–5 in newer accounts.
    const fits = scale && (question.presetWords === null || cells.length === 0 || !cells.every(isNumber));
    if (scale && fits) return found(scale, { words: { ...question.presetWords }, isGuess: false });
  }
  const isEffort = effortWords.test(text) || easyWords.test(text);
  const named = question.pinned ?? (npsWords.test(text) && look.max <= 10 ? 'nps' : rangeIn(question.texts));
  if (named) {
    const scale = scaleOf(named);
    if (scale) {
      const words = cells.every(isNumber) ? null : worded(cells, scale);
      return isEffort && scale.kind !== 'nps'
        ? effortScale(scale.max, question.lowEffortIsGood, text)
        : found(scale, { words, isGuess: false });
    }
  }
  const numbers = cells.map(numberIn).filter((value) => value !== null);
  const max = Math.max(0, ...numbers);
  if (isEffort && max <= 7)
    return effortScale(max > 5 ? 7 : /\b(?:1 5|of 5)\b/.test(text) ? 5 : 7, question.lowEffortIsGood, text);
  const byWords = scaleByWords(cells);
  if (byWords) return byWords;
  if (areFifths(numbers)) return starsFromFifths(cells);
  const hasZero = numbers.includes(0);
  const scale = scaleOf(
    numbers.length > 0 && max <= 1 && hasZero
      ? 'good_bad'
      : max <= 5
        ? hasZero
          ? '0-5'
          : '1-5'
        : max <= 7
          ? '1-7'
          : max <= 10
            ? hasZero
              ? '0-10'
              : '1-10'
            : '0-100',
  )!;
  return found(scale, { words: cells.every(isNumber) ? null : worded(cells, scale), isGuess: true });
}

/** Stars kept as a share of five, in steps of half a star: 0.2 is one star, 1 is five. */
function areFifths(numbers: readonly number[]): boolean {
  return (
    numbers.some((value) => !Number.isInteger(value)) &&
    numbers.every((value) => value >= 0 && value <= 1 && Math.abs(value * 10 - Math.round(value * 10)) < 1e-9)
  );
}

/** A nought is no answer there (frappe/frappe, field type Rating: a rating that nobody gave is stored as 0). */
function starsFromFifths(cells: readonly string[]): FoundScale {
  const words: Record<string, number> = {};
  for (let tenth = 0; tenth <= 10; tenth++) {
    const stars = tenth === 0 ? Number.NaN : tenth / 2;
    for (const text of [
      String(tenth / 10),
      (tenth / 10).toFixed(1),
      (tenth / 10).toFixed(2),
      (tenth / 10).toFixed(3),
    ])
      words[text] = stars;
  }
  for (const cell of cells) {
    const value = numberIn(cell);
    if (value !== null && !(cell in words)) words[cell] = value === 0 ? Number.NaN : value * 5;
  }
  return found(scaleOf('1-5')!, { words, isGuess: true });
}

const isNumber = (cell: string): boolean => /^[+-]?\d+(?:[.,]\d+)?$/.test(cell);

function found(
  scale: RatingScale,
  { words, isGuess }: { readonly words: Readonly<Record<string, number>> | null; readonly isGuess: boolean },
): FoundScale {
  const map = words && Object.keys(words).length > 0 ? new Map<string, number>() : null;
  if (map && words) {
    for (const [word, value] of Object.entries(words)) map.set(foldValue(word), value);
    for (const word of noRating) if (!map.has(word)) map.set(word, Number.NaN);
    if (scale.max <= 10)
      for (let score = scale.min; score <= scale.max; score++)
        if (!map.has(String(score))) map.set(String(score), score);
  }
  return { scale, words: map, isGuess, needsDirection: false };
}

function effortScale(max: number, pinned: boolean | null, text: string): FoundScale {
  const scale = scaleOf(max <= 5 ? 'ces_1-5' : 'ces_1-7')!;
  const lowIsGood = pinned ?? (lowGoodWords.test(text) ? true : easyWords.test(text) ? false : null);
  return {
    scale:
      lowIsGood === null
        ? scale
        : { ...scale, lowIsGood, topBoxFrom: lowIsGood ? (max <= 5 ? 2 : 3) : scale.topBoxFrom },
    words: null,
    isGuess: false,
    needsDirection: lowIsGood === null,
  };
}

/** `1-5`, `(1 to 10)`, `out of 5`, `/5`, `0–10` in a header or question. */
function rangeIn(texts: readonly string[]): string | null {
  for (const text of texts) {
    const range = /\b([01])\s*(?:-|–|—|to|bis|à|a|से|থেকে)\s*(3|4|5|6|7|10|100)\b/u.exec(text);
    if (range && scaleOf(`${range[1]}-${range[2]}`)) return `${range[1]}-${range[2]}`;
    const end = /(?:out of|\bof|\/)\s*(5|7|10)\b/.exec(text);
    if (end) return `1-${end[1]}`;
  }
  return null;
}

/** `4`, `4/5`, `5 - Very satisfied`, `★★★★☆`, `4 stars`. */
function numberIn(cell: string): number | null {
  if (isNumber(cell)) return Number(cell.replace(',', '.'));
  const stars = /^(★+|⭐+)/u.exec(cell)?.[1];
  if (stars) return [...stars].length;
  const lead =
    /^(\d{1,2})(?:\s*\/\s*\d+|\s*[-–:.)]\s*\D.*|\s+(?:stars?|sterne?|étoiles?|estrellas?|estrelas?)|\s*\(.*\))$/u.exec(
      cell,
    );
  return lead ? Number(lead[1]) : null;
}

function worded(cells: readonly string[], scale: RatingScale): Record<string, number> {
  const words: Record<string, number> = {};
  for (const cell of cells) {
    const number = numberIn(cell);
    if (number !== null && number >= scale.min && number <= scale.max) words[cell] = number;
    else if (scale.max === 5 && cell in five) words[cell] = five[cell];
    else if (scale.max === 5 && cell in fiveFaces) words[cell] = fiveFaces[cell];
    else if (scale.max === 3 && cell in faces) words[cell] = faces[cell];
  }
  return words;
}

/** The scale that the words, stars or faces in a column speak of, or null. */
export function scaleInWords(look: ColumnLook): FoundScale | null {
  return scaleByWords([...new Set(look.cells.map(foldValue))].filter((cell) => cell !== ''));
}

function scaleByWords(cells: readonly string[]): FoundScale | null {
  const rated = cells.filter((cell) => !noRating.includes(cell));
  if (rated.length === 0 || rated.every(isNumber)) return null;
  const all = (words: Readonly<Record<string, number>>): boolean =>
    rated.every((cell) => cell in words || isNumber(cell));
  if (rated.some((cell) => /[★⭐]/u.test(cell)))
    return found(scaleOf('1-5')!, { words: worded(cells, scaleOf('1-5')!), isGuess: false });
  if (all(thumbs)) return found(scaleOf('thumbs')!, { words: { ...thumbs }, isGuess: false });
  if (all(pair) && rated.some((cell) => cell === 'good' || cell === 'bad' || !(cell in five)))
    return found(scaleOf('good_bad')!, { words: { ...pair }, isGuess: rated.length < 2 });
  if (rated.some((cell) => cell === '🤩' || cell === '😠') && all(fiveFaces))
    return found(scaleOf('1-5')!, { words: { ...fiveFaces }, isGuess: false });
  if (all(faces)) return found(scaleOf('faces')!, { words: { ...faces }, isGuess: false });
  if (all(five)) return found(scaleOf('1-5')!, { words: { ...five }, isGuess: false });
  return null;
}
