import type { DurationUnit } from '../../model/mapping.ts';
import { isZoneName } from '../../time/zone.ts';

/** What a column name says besides its meaning. */
export interface HeaderFacts {
  /** The name's words without the facts below: lower case, accents off, camelCase and snake_case split. */
  readonly words: string;
  /** Zone named in the header, as written (`America/Vancouver`, `UTC`, `+02:00`); null when none. */
  readonly zone: string | null;
  readonly unit: DurationUnit | null;
  readonly isBusinessClock: boolean;
  /** The header says that this is a measured calendar time (`… .calendar`). */
  readonly isCalendarClock: boolean;
}

/**
 * Words of a column name: NFKC, camelCase and snake_case and punctuation split, lower case, Latin accents off
 * (`Fecha de creación` → `fecha de creacion`, `first_reply.atUtc` → `first reply at utc`).
 */
export function foldHeader(name: string): string {
  // Words that are folded already, as those of vocabularies mostly are.
  if (/^[a-z0-9#]+(?: [a-z0-9#]+)*$/.test(name)) return name;
  // Most names are plain ASCII, where none of the rules below needs to know other letters.
  if (/^[ -~]*$/.test(name)) {
    return name
      .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
      .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
      .toLowerCase()
      .replace(/[^a-z0-9#]+/g, ' ')
      .trim();
  }
  return withoutCapitals(name.normalize('NFKC'))
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}\p{M}#]+/gu, ' ')
    .trim();
}

/** Words in camelCase split, then in lower case; those without capitals, most by far, need no patterns compiled. */
function withoutCapitals(name: string): string {
  const lower = name.toLowerCase();
  if (lower === name) return name;
  return name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase();
}

/** A column name as presets compare it: case and blanks do not matter. */
export function foldColumn(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

const brackets = /[([]([^()[\]]+(?:\([^()]*\))?)[)\]]/g;
const zoneAsWord = /[ _\-.](UTC|GMT)$/i;

const businessWords =
  /\b(?:within |in |during )?(?:business|working|office|operational) (?:hours?|time)\b|\bbusiness\b$|\bgeschaftszeit(?:en)?\b|\barbeitszeit\b|\bheures (?:ouvrees|ouvrables)\b|\bhorario (?:laboral|comercial)\b|\bhoras (?:laborales|habiles|uteis)\b|কর্মঘণ্টা|कार्य समय|कार्यालय समय/u;

const unitWords: readonly (readonly [RegExp, DurationUnit])[] = [
  [/\b(?:milliseconds?|millis|msecs?|ms)\b/u, 'ms'],
  [/\b(?:minutes?|mins?|minuten|minutos?)\b|मिनट|মিনিট/u, 'm'],
  [/\b(?:seconds?|secs?|sekunden?|secondes?|segundos?)\b|सेकंड|সেকেন্ড/u, 's'],
  [/\b(?:hours?|hrs?|stunden?|std|heures?|horas?)\b|घंटे|घंटा|ঘণ্টা|ঘন্টা/u, 'h'],
  [/\b(?:days?|tagen?|jours?|dias?)\b|दिन|দিন/u, 'd'],
];
/** `(s)`, `[h]`, `in h`: one letter counts as a unit only where it stands alone at the end. */
const unitLetter = /(?:[([]\s*|\bin )(s|m|h|d)\s*[)\]]?$/;

/** `(1-5)`, `[0 to 10]`, `(out of 5)`, `/ 5`: a rating's scale, read elsewhere, is no word of its name. */
const scaleWords =
  /[([]\s*(?:\d{1,2}\s*(?:[-–—]|to|bis|a|à)\s*\d{1,2}|(?:out of|von|sur|de)\s*\d{1,2})\s*[)\]]|\s(?:out of|\/)\s*(?:5|7|10)\s*$/iu;

/** Splits what a column name says into its words, zone, unit and clock. */
export function readHeader(name: string): HeaderFacts {
  let zone: string | null = null;
  let rest = name.replace(brackets, (whole, inside: string) => {
    if (zone !== null || !isZoneName(inside)) return whole;
    zone = inside.trim();
    return ' ';
  });
  if (zone === null && zoneAsWord.test(rest)) {
    zone = zoneAsWord.exec(rest)![1].toUpperCase();
    rest = rest.replace(zoneAsWord, ' ');
  }
  rest = rest.replace(scaleWords, ' ');
  const letter = unitLetter.exec(rest.trim())?.[1];
  if (letter) rest = rest.trim().replace(unitLetter, ' ');
  let words = foldHeader(rest);
  const isBusinessClock = businessWords.test(words);
  if (isBusinessClock) words = words.replace(businessWords, ' ').replace(/\s+/g, ' ').trim();
  const isCalendarClock = / calendar(?: hours)?$/.test(words);
  if (isCalendarClock) words = words.replace(/ calendar(?: hours)?$/, '');
  let unit: DurationUnit | null = letter ? (letter as DurationUnit) : null;
  if (unit === null) {
    for (const [pattern, found] of unitWords) {
      if (!pattern.test(words) || words.replace(pattern, '').trim() === '') continue;
      unit = found;
      words = words
        .replace(new RegExp(`(?:\\b(?:in|en|em) )?(?:${pattern.source})`, 'u'), ' ')
        .replace(/\s+/g, ' ')
        .trim();
      break;
    }
  }
  return { words, zone, unit, isBusinessClock, isCalendarClock };
}
