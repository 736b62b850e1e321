import type { FieldId } from '../../model/fields.ts';
import { numberIn } from '../../model/rating-cells.ts';
import {
  askedKind,
  isAboutRatings,
  isPlainQuestion,
  isPromoterGroups,
} from '../../model/rating-questions.ts';
import { foldValue, isMissing } from '../../model/raw-value.ts';
import type { TableSample } from '../../model/source.ts';
import type { Choice } from './choice.ts';
import { type ColumnLook, isInstant } from './column-look.ts';
import { foldHeader } from './header.ts';
import { gradeWords } from './rating-grades.ts';
import { scaleInWords } from './rating-scale.ts';

const asksWhy =
  /\b(?:why|reason|comments?|feedback|better|improve|else|tell us|suggestions?|text|topics|group|warum|grund|kommentar|verbessern|pourquoi|commentaires?|ameliorer|por que|comentarios?|mejorar|melhorar)\b|open ended|टिप्पणी|सुझाव|মন্তব্য|মতামত/u;
/** Columns that survey tools add. */
const bookkeeping =
  /^(?:start ?date|end ?date|recorded ?date|status|progress|finished|duration.*|latitude|longitude|location.*|ip ?address|respon(?:se|dent) ?id|responseset|collector id|user ?language|distribution ?channel|external.*reference|recipient.*|network id|#|token|first ?name|last ?name|email.*|timestamp|name|accuracy)$/i;

/** Questions in the words of no kind of survey, and headers of scores. */
const rates =
  /\bscore\b|puntu|how did we do|how likely|how happy|wie wahrscheinlich|como califica|que probabilidad|कितनी संभावना|কতটা সম্ভাবনা/u;

const isAsked = (words: string): boolean =>
  !asksWhy.test(words) && (rates.test(words) || askedKind(words) !== null || isAboutRatings(words));

/**
 * Where a survey tool uses questions as column names (or codes, with the question in the next row), the score is the
 * column whose question asks for a rating and whose answers are ratings; the comment is the text that asks why.
 * Further questions that say what they ask for are surveys of their own.
 */
export function chooseQuestions(
  table: TableSample,
  looks: readonly ColumnLook[],
  choices: Map<FieldId, Choice>,
): ColumnLook[] {
  const pair = choices.has('score') ? null : answersBesideQuestions(looks);
  if (pair) {
    choices.set('score', { look: pair.answer, confidence: 0.9, preset: null });
    choices.set('scale', { look: pair.question, confidence: 0.9, preset: null });
    return [];
  }
  const taken = new Set([...choices.values()].map(({ look }) => look.index));
  const free = looks.filter(
    (look) => !taken.has(look.index) && look.filled > 0 && !bookkeeping.test(look.name.trim()),
  );
  const textOf = (look: ColumnLook): string =>
    [look.readAs, ...table.headerNotes.map((row) => row[look.index] ?? '')]
      .filter((one) => !one.startsWith('{'))
      .map(foldHeader)
      .join(' ');
  const answers = free.filter((look) => !isInstant(look) && isRated(look));
  const asked = answers.filter(
    (look) => isAsked(textOf(look)) || hasPromoterGroups(table, look.name) || isGrouped(look, () => answers),
  );
  const named = choices.get('score');
  // An empty "Note" is no question beside one that was answered.
  if (
    named &&
    named.preset === null &&
    named.look.filled === 0 &&
    named.look.cells.length > 0 &&
    asked.length > 0
  )
    choices.delete('score');
  if (!choices.has('score')) {
    const overall = asked.filter((look) =>
      /overall|insgesamt|gesamt|global|general|geral|समग्र|সামগ্রিক/u.test(textOf(look)),
    );
    const best =
      (asked.length > 1 && overall.length === 1 ? overall[0] : asked[0]) ??
      answers.find((look) => scaleInWords(look) !== null && !asksWhy.test(textOf(look)));
    if (best) {
      choices.set('score', { look: best, confidence: asked.length === 1 ? 0.9 : 0.7, preset: null });
      taken.add(best.index);
    }
  }
  const score = choices.get('score');
  const more = score
    ? asked.filter((look) => {
        const words = textOf(look);
        const saysWhat =
          askedKind(words) !== null ||
          isOfGrid(look.readAs, score.look.readAs) ||
          // "How would you rate …" beside a question of another kind asks for satisfaction.
          (isAboutRatings(words) && isSentence(words) && askedKind(textOf(score.look)) !== null);
        return !taken.has(look.index) && saysWhat && !isSameAnswer(look, score.look);
      })
    : [];
  for (const look of more) taken.add(look.index);
  if (choices.has('comment')) return more;
  const comment = free.find(
    (look) =>
      !taken.has(look.index) && !isRated(look) && look.numberShare < 0.5 && asksWhy.test(textOf(look)),
  );
  if (comment) choices.set('comment', { look: comment, confidence: 0.8, preset: null });
  return more;
}

/** Headers of the question and the answer of rows that are one answer each. */
const questionHeader = /^(?:questions?(?: (?:text|name))?|frage|pregunta|pergunta|domanda|vraag|प्रश्न|প্রশ্ন)$/u;
const answerHeader =
  /^(?:answers?(?: (?:text|value))?|response(?: (?:text|value))?|value|antwort|respuesta|resposta|reponse|risposta|antwoord|उत्तर|উত্তর)$/u;

/**
 * The questions and the answers of rows that are one answer each, of which some ask for a rating and get one: numbers,
 * words of a scale and texts stand below each other then.
 */
export function answersBesideQuestions(
  looks: readonly ColumnLook[],
): { readonly question: ColumnLook; readonly answer: ColumnLook } | null {
  const question = looks.find(
    ({ header, filled, distinct }) =>
      questionHeader.test(header.words) && distinct > 1 && distinct * 2 <= filled,
  );
  const answer = looks.find(({ header }) => answerHeader.test(header.words));
  if (!question || !answer) return null;
  const asked = question.cells.flatMap((cell, row) =>
    (askedKind(cell) !== null || isAboutRatings(cell)) && !isMissing(answer.cells[row])
      ? [answer.cells[row]]
      : [],
  );
  const rated = asked.filter((cell) => numberIn(cell) !== null || gradeWords([foldValue(cell)]) !== null);
  return asked.length > 0 && rated.length >= asked.length * 0.8 ? { question, answer } : null;
}

/** Whether a column beside a question says its groups of NPS (Qualtrics: `Q1`, `Q1_NPS_GROUP`). */
export const hasPromoterGroups = ({ columns }: TableSample, name: string): boolean =>
  columns.includes(`${name}_NPS_GROUP`);

/** Promoters, passives and detractors, each written in a way or two. */
const MOST_GROUPS = 6;

/** Whether a column has the groups of NPS alone, and no other the scores: `NPS group`, whatever else a group is. */
const isGrouped = (look: ColumnLook, answers: () => readonly ColumnLook[]): boolean =>
  look.distinct <= MOST_GROUPS &&
  isPromoterGroups(new Set(look.cells.filter((cell) => !isMissing(cell)))) &&
  !answers().some((other) => other !== look && other.numberShare >= 0.9);

/**
 * Whether two headers are lines of one grid: the question, and in brackets (Google Forms) or behind a dash (SurveyMonkey,
 * Qualtrics) what is rated, which need not say "satisfied" once more.
 */
function isOfGrid(name: string, score: string): boolean {
  const [one, other] = [gridQuestion(name), gridQuestion(score)];
  return one !== null && one === other && name !== score;
}

function gridQuestion(name: string): string | null {
  const found = /^(.{6,}?)\s*(?:\[[^[\]]+\]|\s[-–—:]\s[^-–—:]+)\s*$/u.exec(name.trim());
  return found ? foldHeader(found[1]) : null;
}

/** A column that says the same answers in other words or groups: each value of the one goes with one of the other. */
function isSameAnswer(a: ColumnLook, b: ColumnLook): boolean {
  const meant = new Map<string, string>();
  for (const [row, cell] of b.cells.entries()) {
    const other = a.cells[row] ?? '';
    if (cell === '' && other === '') continue;
    const before = meant.get(cell);
    if (before === undefined) meant.set(cell, other);
    else if (before !== other) return false;
  }
  const isPlain = isPlainQuestion(a.name) || isPlainQuestion(b.name);
  // "Score" beside the question it was given to: the same numbers once more.
  if (isPlain && [...meant].every(([one, other]) => numberIn(one) === numberIn(other))) return true;
  return a.numberShare < 0.5 && meant.size < b.filled;
}

/** Whether a column's name is a question of several words that asks for a rating, with ratings below it. */
export function hasRatingQuestion(looks: readonly ColumnLook[]): boolean {
  return looks.some((look) => {
    if (isRatedInSigns(look) || isGrouped(look, () => looks.filter(isRated))) return true;
    const words = foldHeader(look.readAs);
    return isSentence(words) && isAsked(words) && look.filled > 0 && !isInstant(look) && isRated(look);
  });
}

/** A question is three words and more; Chinese and Japanese write them without blanks. */
const isSentence = (words: string): boolean =>
  words.split(' ').length >= 3 || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{6,}/u.test(words);

const sign = /^\p{Extended_Pictographic}[\p{Extended_Pictographic}\p{M}\u200d]*$/u;
/** Words and numbers need no pattern: no sign is in ASCII. */
const isSign = (cell: string): boolean => cell.charCodeAt(0) > 0x7f && sign.test(cell);

/** Whether a column is a question, answered in nothing but signs of one scale: nobody draws faces for anything else. */
export function isRatedInSigns(look: ColumnLook): boolean {
  if (look.filled === 0 || !look.cells.every((cell) => isMissing(cell) || isSign(cell.trim()))) return false;
  const words = foldHeader(look.readAs);
  const kind = askedKind(words);
  if ((kind !== null && kind !== 'csat') || asksWhy.test(words)) return false;
  return (look.readAs.trim().endsWith('?') || isAsked(words)) && scaleInWords(look) !== null;
}

/**
 * Whether a column holds ratings whatever it is called: whole or half points up to 10, stars, percent, or words of a
 * scale. A few cells that are none (a slip, a remark) change nothing.
 */
export function isRated(look: ColumnLook): boolean {
  if (look.numberShare >= 0.9) {
    if (look.distinct > 22) return false;
    let off = 0;
    for (const cell of look.cells) {
      const value = numberIn(cell);
      if (value !== null && (value < 0 || value > 10 || !Number.isInteger(value * 2))) off++;
    }
    return off <= Math.max(1, look.filled * 0.02) || scaleInWords(look) !== null;
  }
  if (look.distinct > 24) return false;
  if (scaleInWords(look) !== null) return true;
  const present = look.cells.filter((cell) => !isMissing(cell));
  return present.length > 0 && present.every((cell) => numberIn(cell) !== null && cell.length <= 40);
}
