import { withoutEntities } from '../../model/entities.ts';
import type { DurationUnit } from '../../model/mapping.ts';
import { isZoneName } from '../../time/zone.ts';
import { zoneLetters, zonesOfLetters } from '../../time/zone-names.ts';
import { withLostLetters } from './garbled-words.ts';
import { halfBracketedZone, mistypedZone } from './mistyped-zones.ts';
import { unitInWords } from './unit-words.ts';
import { patternIn, type WrittenPattern } from './written-patterns.ts';

/** What a column name says besides its meaning. */
export interface HeaderFacts extends Pick<WrittenPattern, 'order' | 'clock'> {
  /** The name's words without the facts below: lower case, accents off, camelCase and snake_case split. */
  readonly words: string;
  /** Zone named in the header, as written (`America/Vancouver`, `UTC`, `+02:00`); null when none. */
  readonly zone: string | null;
  /** Letters in it that several places call their zone by (`CST`); null when none. */
  readonly letters: string | null;
  readonly unit: DurationUnit | null;
  readonly isBusinessClock: boolean;
  /** The words of that clock name hours (`business hours`), which may be the unit too. */
  readonly isClockOfHours: boolean;
  /** The header says that this is a measured calendar time (`… .calendar`). */
  readonly isCalendarClock: boolean;
}

/**
 * Words of a column name: NFKC, camelCase and snake_case and punctuation split, lower case, Latin accents off
 * (`Fecha de creación` → `fecha de creacion`, `first_reply.atUtc` → `first reply at utc`), letters of a web page as letters.
 */
export function foldHeader(name: string): string {
  // Words that are folded already, as those of vocabularies mostly are.
  if (/^[a-z0-9#]+(?: [a-z0-9#]+)*$/.test(name)) return name;
  if (name.includes('&')) {
    const text = withoutEntities(name);
    if (text !== name) return foldHeader(text);
  }
  // Most names are plain ASCII, where none of the rules below needs to know other letters.
  if (/^[ -~]*$/.test(name)) {
    return name
      .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
      .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
      .toLowerCase()
      .replace(/[^a-z0-9#]+/g, ' ')
      .trim();
  }
  const plain = withoutCapitals(name.normalize('NFKC'))
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/ß/g, 'ss')
    // Letters of their own, which no accent makes: `açılış`, `zgłoszenie`.
    .replaceAll('ı', 'i')
    .replaceAll('ł', 'l');
  const others = /^[ -~]*$/.test(plain) ? /[^a-zA-Z0-9#]+/g : /[^\p{L}\p{N}\p{M}#]+/gu;
  return plain.replace(others, ' ').trim();
}

/** Words in camelCase split, then in lower case; those without capitals, most by far, need no patterns compiled. */
function withoutCapitals(name: string): string {
  const lower = name.toLowerCase();
  if (lower === name) return name;
  // Of Latin-1, which NFKC leaves few signs of: the same without patterns that know all letters, which are slow to make.
  if (/^[\0-ÿ]*$/.test(name))
    return name
      .replace(/([a-z0-9ß-öø-ÿ])([A-ZÀ-ÖØ-Þ])/g, '$1 $2')
      .replace(/([A-ZÀ-ÖØ-Þ])([A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])/g, '$1 $2')
      .toLowerCase();
  return name
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase();
}

/** A column name as presets compare it: case and blanks do not matter. */
export function foldColumn(name: string): string {
  // Of plain ASCII without two blanks in a row, as nearly all are, capitals alone are folded.
  if (/^[!-~]+(?: [!-~]+)*$/.test(name)) return name.toLowerCase();
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

const brackets = /[([]([^()[\]]+(?:\([^()]*\))?)[)\]]/g;
/** `created_at_utc`, `Created UTC`, `createdAtUtc`. */
const zoneAsWord = /(?:[ _\-.]|(?<=\p{Ll})(?=[UG]))([Uu][Tt][Cc]|[Gg][Mm][Tt])$/u;

/** `Created CET`, `closed_at_IST`: letters of a zone behind a name that has small letters. */
const lastCapitals = /(?<=\p{Ll}.*)[ _\-.]([A-Z]{3,4})\s*$/u;
/** Such letters that are other words as well: estimated, met, artistic. */
const otherWords: ReadonlySet<string> = new Set(['EST', 'MET', 'WEST', 'ART', 'EAT', 'HST', 'COT']);

/**
 * Headers that name the clock of working time, or a time net of pauses and closed hours: a pattern by language, asked
 * where one of its words stands in the header.
 */
const businessWords: readonly (readonly [stems: readonly string[], pattern: () => RegExp])[] = (
  [
    [
      'business|work|office|operat|service|staffed',
      '\\b(?:within |in |during |excluding non )?(?:business|working|work|office|operational|operating|service|staffed)(?: hours?| hrs| time| minutes| mins?| seconds| secs?| days?)\\b|\\bbusiness\\b$|^business\\b',
    ],
    [
      'net',
      '\\bnet\\b(?= (?:time|resolution|response|duration|handle|hours))|\\bnet$|\\bnetto\\w*\\b|\\bnette?\\b',
    ],
    [
      'zeit|stunden|minuten',
      '\\b(?:innerhalb der |wahrend der |in )?(?:geschaftszeit(?:en)?|arbeitszeit(?:en)?|servicezeit(?:en)?|betriebszeit(?:en)?|burozeit(?:en)?|geschaftsstunden|arbeitsstunden|arbeitsminuten|geschaftsminuten)\\b',
    ],
    [
      'heure|horaire|minute',
      '\\b(?:pendant les |en |hors fermeture )?(?:(?:heures?|minutes?) (?:ouvrees?|ouvrables?|de bureau|de travail)|horaires? (?:d ouverture|de travail|ouvres))\\b',
    ],
    [
      'horario|horas|minutos',
      '\\b(?:en |dentro del? |no |em |dentro do )?(?:horario (?:laboral|comercial|de trabajo|de oficina|habil|util|de atencion|de atendimento|de funcionamento)|(?:horas|minutos) (?:laborales|laborables|habiles|uteis|comerciais|de trabajo|trabalhadas|comerciales))\\b',
    ],
    ['neto|liquid|util|neta', '\\b(?:neto|liquido|liquida|util|neta)$'],
    [
      'orario|lavorativ|uren|minuten|tijd',
      '\\b(?:orario (?:lavorativo|di lavoro|d ufficio)|ore lavorative|minuti lavorativi|kantooruren|werkuren|werkminuten|werktijd|openingstijden)\\b',
    ],
    ['কর্ম|অফিস|কার্য|कार्य', 'কর্মঘণ্টা|কর্মঘন্টা|অফিস সময়|কার্যদিবস|कार्य समय|कार्यालय समय|कार्य घंटे|कार्य घंटों में'],
    ['工作|营业|営業|業務', '工作时间|工作時間|营业时间|営業時間|業務時間'],
  ] as const
).map(([stems, source]) => {
  let pattern: RegExp | null = null;
  return [stems.split('|'), () => (pattern ??= new RegExp(source, 'u'))];
});

const withoutMatch = (words: string, { index, 0: found }: RegExpExecArray): string =>
  `${words.slice(0, index)} ${words.slice(index + found.length)}`.replace(/\s+/g, ' ').trim();

/** What names the clock of working time, the first where several do. */
function clockIn(words: string): RegExpExecArray | null {
  let first: RegExpExecArray | null = null;
  for (const [stems, pattern] of businessWords) {
    if (!stems.some((stem) => words.includes(stem))) continue;
    const found = pattern().exec(words);
    if (found && (first === null || found.index < first.index)) first = found;
  }
  return first;
}

const hoursOfClock = /\bhours?\b|\bhrs\b|stunden|\bheures?\b|\bhoras\b|\bore\b|uren$/;

/** `business minutes` names the clock and the unit; of `business hours` only the cells tell whether it does. */
function unitOfClock(clock: string): DurationUnit | null {
  if (/minut|\bmins?\b/.test(clock)) return 'm';
  return /\bsec(?:ond)?s?\b/.test(clock) ? 's' : null;
}

/** `Carimbo de data/hora`, `Date et heure`: a date with its time of day, and no unit. */
const clockTime =
  /(?:^| )(?:data|date|fecha|datum|dia|jour|tag)(?: (?:e|et|y|und|en|and))? (?:hora|heure|ora|uur|hour|stunde)s?$/;

/** `(s)`, `[h]`, `in h`: one letter counts as a unit only where it stands alone at the end. */
const unitLetter = /(?:[([]\s*|\bin )(s|m|h|d)\s*[)\]]?$/;

/** `(1-5)`, `[0 to 10]`, `(out of 5)`, `/ 5`: a rating's scale, read elsewhere, is no word of its name. */
const scaleWords =
  /[([]\s*(?:\d{1,2}\s*(?:[-–—]|to|bis|a|à)\s*\d{1,2}|(?:out of|von|sur|de)\s*\d{1,2})\s*[)\]]|\s(?:out of|\/)\s*(?:5|7|10)\s*$/iu;

/** Sections of GLPI's lists whose times are net of closed hours and waiting. */
const statistics =
  /^(?:statistics|statistiques|estad[ií]sticas|estat[ií]sticas|statistiken|statistiche|statistieken)$/i;

/** `Section - Field`, as GLPI heads columns: the field, the section where it says more than the field. */
function withoutSection(name: string): { readonly field: string; readonly isNet: boolean } {
  const parts = /^\s*([^-]+?)\s+-\s+([^-]+?)\s*$/.exec(name);
  if (!parts) return { field: name, isNet: false };
  const [, section, field] = parts;
  if (statistics.test(section)) return { field, isNet: true };
  return { field: section.toLowerCase() === field.toLowerCase() ? field : name, isNet: false };
}

/** What databases put before a name to say its type: `dtmCreated`, `str_status`. */
const typePrefix = /^(?:dtm|dte|str|txt|int|lng|bln|fld|vch)(?=[A-Z_])_?/;

const zoneNamed = (text: string): string | null => (isZoneName(text) ? text : mistypedZone(text));

/** The zone that a header names, in brackets or behind its words, and the header without it. */
function zoneIn(name: string): Pick<HeaderFacts, 'zone' | 'letters'> & { readonly rest: string } {
  let zone: string | null = null;
  let letters: string | null = null;
  const rest = name.replace(brackets, (whole, written: string) => {
    const inside = written.trim();
    if (zonesOfLetters.has(inside)) letters = inside;
    else {
      const named = zone === null ? zoneNamed(inside) : null;
      if (named === null) return whole;
      zone = named;
    }
    return ' ';
  });
  const half = zone === null && letters === null ? halfBracketedZone(name) : null;
  if (half) return { ...half, letters };
  if (zone === null && zoneAsWord.test(rest))
    return { zone: zoneAsWord.exec(rest)![1].toUpperCase(), letters, rest: rest.replace(zoneAsWord, ' ') };
  const last = lastCapitals.exec(rest)?.[1] ?? '';
  if (zone !== null || letters !== null || otherWords.has(last)) return { zone, letters, rest };
  if (zonesOfLetters.has(last)) return { zone, letters: last, rest: rest.replace(lastCapitals, ' ') };
  return zoneLetters().has(last)
    ? { zone: last, letters, rest: rest.replace(lastCapitals, ' ') }
    : { zone, letters, rest };
}

/** Splits what a column name says into its words, zone, unit and clock. */
export function readHeader(name: string): HeaderFacts {
  const { field, isNet } = withoutSection(withoutEntities(withLostLetters(name)).replace(typePrefix, ''));
  const written = patternIn(field);
  const { order, clock: clockOfCells } = written ?? { order: null, clock: null };
  const { zone, letters, rest: named } = zoneIn(written?.rest ?? field);
  let rest = named.replace(scaleWords, ' ');
  const letter = unitLetter.exec(rest.trim())?.[1];
  if (letter) rest = rest.trim().replace(unitLetter, ' ');
  let words = foldHeader(rest);
  const clock = clockIn(words);
  const isBusinessClock = clock !== null || isNet;
  if (clock) words = withoutMatch(words, clock);
  const isClockOfHours = clock !== null && hoursOfClock.test(clock[0]);
  const isCalendarClock = / calendar(?: hours)?$/.test(words);
  if (isCalendarClock) words = words.replace(/ calendar(?: hours)?$/, '');
  let unit: DurationUnit | null = letter ? (letter as DurationUnit) : unitOfClock(clock?.[0] ?? '');
  if (unit === null && !clockTime.test(words)) {
    const inWords = unitInWords(words);
    if (inWords !== null) {
      unit = inWords.unit;
      words = inWords.rest;
    }
  }
  return {
    ...{ words, zone, letters, unit, isBusinessClock, isClockOfHours, isCalendarClock },
    ...{ order, clock: clockOfCells },
  };
}
