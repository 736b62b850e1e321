import type { DurationUnit } from '../../model/mapping.ts';
import { once } from '../../model/once.ts';
import { furtherUnits } from './further-languages.ts';
import { differInOne } from './one-letter.ts';

/** What units are called in headers, folded. Those of ASCII scripts stand between blanks, the others anywhere. */
const unitNames: readonly (readonly [DurationUnit, latin: string, other: string])[] = [
  [
    'ms',
    'millisecond|milliseconds|millis|msec|msecs|ms|millisekunden|millisecondes|milisegundos|millisecondi',
    '毫秒|ミリ秒',
  ],
  [
    'm',
    `minute|minutes|min|mins|minuten|minuto|minutos|minuti|minuut|mn|${furtherUnits.m}`,
    'मिनट|মিনিট|分钟|分鐘|分',
  ],
  [
    's',
    `second|seconds|sec|secs|sek|seg|segs|sekunde|sekunden|seconde|secondes|segundo|segundos|secondo|secondi|seconden|${furtherUnits.s}`,
    'सेकंड|सेकेंड|সেকেন্ড|秒',
  ],
  [
    'h',
    `hour|hours|hr|hrs|stunde|stunden|std|stdn|heure|heures|hora|horas|ora|ore|uur|uren|${furtherUnits.h}`,
    'घंटे|घंटा|घंटों|ঘণ্টা|ঘন্টা|ঘণ্টায়|小时|小時|時間',
  ],
  [
    'd',
    `day|days|tag|tage|tagen|jour|jours|dia|dias|giorno|giorni|dag|dagen|${furtherUnits.d}`,
    'दिन|दिनों|দিন|天|日数|日',
  ],
];

/** Words that bind a unit to what it measures; they go with it. */
const before = '(?:in|en|em|nach|auf|als|w|в) ';

interface UnitPattern {
  readonly unit: DurationUnit;
  readonly word: RegExp;
  /** The same with the word that binds it and a count of working days: `in hours`, `em horas`. */
  readonly phrase: RegExp;
}

const patterns: readonly UnitPattern[] = unitNames.map(([unit, latin, other]) => {
  const word = `(?:(?<![^ ])(?:${latin})(?![^ ])|${other})`;
  return { unit, word: new RegExp(word, 'u'), phrase: new RegExp(`(?:(?<![^ ])${before})?${word}`, 'u') };
});

/** What says that one letter at the end is a unit: a header of a measured time. */
const measured =
  /(?<![^ ])(?:time|duration|elapsed|ttr|ttfr|frt|mttr|tat|aht|age|tempo|temps|duree|delai|tiempo|duracion|duracao|durata|tijd|duur|to (?:close|resolve|resolution|first response|first reply|respond))(?![^ ])|zeit|dauer|\p{L}{4,}(?:tijd|duur|tid)(?![^ ])|समय|সময়/u;
const lastLetter = / ([smhd])$/;
/** Times of `日` and `時間` that are no units: 時間 alone means time (`応答時間`), 日 ends dates (`作成日`). */
const cjkTime = /(?:時間|日|分)$/u;

/** `Hora de fechamento`, `heure de clôture`: the hour at which something was done, no number of hours. */
const hourOf = /^(?:hora|heure|ora|hour) (?:de|da|do|del|della|di|d|of)(?![^ ])/;

/** `Second response at`: which one it was, and no unit. */
const ordinalOf = /^(?:second|seconde|segundo|secondo) (?!to |bis |until |per )/;

/** Shorter units have too many neighbours. */
const LEAST_LETTERS = 5;

const longNames = once(() =>
  unitNames.flatMap(([unit, latin]) =>
    latin.split('|').flatMap((name) => (name.length < LEAST_LETTERS ? [] : [{ unit, name }])),
  ),
);

/** `Response time (mintues)`, `first reply time hors`: a unit but for a letter, at the end of what measures a time. */
function mistypedUnit(words: string): { readonly unit: DurationUnit; readonly rest: string } | null {
  const list = words.split(' ');
  // A blank too many, or too early, makes two words of one.
  for (const parts of [1, 2]) {
    const rest = list.slice(0, -parts).join(' ');
    const last = list.slice(-parts).join('');
    if (!measured.test(rest)) continue;
    const meant = longNames().find(({ name }) => name === last || differInOne(name, last));
    if (meant) return { unit: meant.unit, rest };
  }
  return null;
}

/** The unit that a header's words name, and the words without it; null where they name none. */
export function unitInWords(words: string): { readonly unit: DurationUnit; readonly rest: string } | null {
  if (hourOf.test(words)) return null;
  const ordinal = ordinalOf.exec(words)?.[0];
  if (ordinal !== undefined) {
    const behind = unitInWords(words.slice(ordinal.length));
    return behind && { unit: behind.unit, rest: ordinal + behind.rest };
  }
  for (const { unit, word, phrase } of patterns) {
    const found = word.exec(words);
    if (!found) continue;
    // At the end of a run of Chinese or Japanese letters these are parts of a word; alone behind a blank they are units.
    if (cjkTime.test(found[0]) && found.index > 0 && words[found.index - 1] !== ' ') continue;
    const rest = words.replace(phrase, ' ').replace(/\s+/g, ' ').trim();
    if (rest !== '') return { unit, rest };
  }
  const mistyped = mistypedUnit(words);
  if (mistyped !== null) return mistyped;
  const letter = lastLetter.exec(words);
  if (letter && measured.test(words))
    return { unit: letter[1] as DurationUnit, rest: words.slice(0, -2).trim() };
  return null;
}
