import { isWestern, scriptPattern } from '../../model/script-pattern.ts';
import { isSignOff } from './clean-text.ts';
import { isCourtesy } from './courtesy.ts';
import { signatureMark } from './reply-patterns.ts';
import { isRole } from './roles.ts';

/** How texts name people themselves: by a title, in words that introduce somebody, and below a closing formula. */

const TITLES =
  "[Mm]rs?|MRS?|[Mm]s|[Mm]iss|[Dd]r|[Pp]rof|Herrn?|Frau|Monsieur|Madame|Mme|Señora?|Sra?|Signora?|[Mm]ein Name ist|[Mm]e llamo|[Jj]e m['’]appelle";
/** Of somebody: `the plan name is Basic` names nobody, and `this is Renters Basic` may not. */
const OWN_NAME =
  '(?:(?:[Mm]y|[Hh]is|[Hh]er|[Tt]heir|[Ww]hose|[Ff]ull|[Ff]irst|[Ll]ast|[Rr]egistered) [Nn]|^N)ame is';
const NAME = String.raw`\p{Lu}[\p{L}\p{M}'’-]*(?:\s+\p{Lu}[\p{Ll}\p{M}'’-]+){0,2}`;
const NO_LETTER = String.raw`(?<![\p{L}\p{M}])`;

const TOLD = scriptPattern(String.raw`${NO_LETTER}(?:${TITLES}|${OWN_NAME})\.?[ \t]+(${NAME})`, 'gmu');
const MAYBE_TOLD =
  /\n|[Mm][rs]|[Mm]iss|[Dd]r|[Pp]rof|Herr|Frau|Monsieur|Madame|Mme|Señor|Sra?|Signor|[Nn]ame|llamo|appelle|নাম|আমি|नाम|मैं/u;
/** Where letters have no capitals the words around a name tell it. */
const saidToBe = (): RegExp[] => [
  /আমার নাম ((?:[\p{Script=Bengali}\p{M}]+ ?){1,2}?)(?=\s*[,।.\n]|\s+(?:এবং|আর|বলছি|হলো)|$)/gu,
  /আমি ([\p{Script=Bengali}\p{M}]+(?: [\p{Script=Bengali}\p{M}]+)?) বলছি/gu,
  /मेरा नाम ([\p{Script=Devanagari}\p{M}]+(?: [\p{Script=Devanagari}\p{M}]+)??) (?:है|हैं)/gu,
  /मैं ([\p{Script=Devanagari}\p{M}]+(?: [\p{Script=Devanagari}\p{M}]+)?) बोल/gu,
];

/** Who signs: one to three capitalised words on a line of their own below a closing formula. */
const SIGNED = scriptPattern(String.raw`^\p{Lu}[\p{L}\p{M}'’-]+(?:[ \t]+\p{Lu}[\p{L}\p{M}'’.-]*){0,2}$`, 'u');
const SIGNED_WITHOUT_CAPITALS =
  /^[\p{Script=Bengali}\p{Script=Devanagari}\p{M}]+(?: [\p{Script=Bengali}\p{Script=Devanagari}\p{M}]+){0,2}$/u;

/** Those whom a text names for certain, so that their names are known in other texts too. */
export function namedIn(text: string): string[] {
  if (!MAYBE_TOLD.test(text)) return [];
  const found: string[] = [];
  const lines = text.split(/\r\n?|\n/).map((line) => line.trim());
  for (let i = 0; i + 1 < lines.length; i++) {
    if (!isSignOff(lines[i].toLowerCase()) && !signatureMark.test(lines[i])) continue;
    const next = lines.slice(i + 1).find((line) => line !== '' && !signatureMark.test(line));
    if (
      next !== undefined &&
      (SIGNED(next).test(next) || SIGNED_WITHOUT_CAPITALS.test(next)) &&
      !hasRole(next)
    )
      found.push(next);
  }
  for (const [, name] of text.matchAll(TOLD(text))) found.push(name);
  if (!isWestern(text))
    for (const pattern of saidToBe()) for (const [, name] of text.matchAll(pattern)) found.push(name);
  return found;
}

const WORD = scriptPattern(String.raw`[\p{L}\p{M}\u200c\u200d]+`, 'gu');
const CAPITAL = scriptPattern(String.raw`\p{Lu}`, 'u');

function hasRole(line: string): boolean {
  const small = line.toLowerCase();
  return (small.match(WORD(small)) ?? []).some((word) => isRole(word) || isCourtesy(word));
}

const INTRODUCED = scriptPattern(
  String.raw`${NO_LETTER}((?:${TITLES}|[Nn]ame is|[Tt]his is)\.?\s+)${NAME}`,
  'gu',
);
/** `from` with one capitalised word may be a country or a product: no name for an issue, yet no secret either. */
const FROM = scriptPattern(String.raw`${NO_LETTER}([Ff]rom\s+)${NAME}`, 'gu');
const FROM_SOMEBODY = scriptPattern(
  String.raw`${NO_LETTER}([Ff]rom\s+)\p{Lu}[\p{Ll}\p{M}'’-]+\s+\p{Lu}[\p{Ll}\p{M}'’-]+`,
  'gu',
);

/** The text with `mark` in place of whoever may be introduced or written from, and of the words that do it. */
export function cutIntroduced(text: string, mark: string): string {
  if (!CAPITAL(text).test(text)) return text;
  const cut = text.replace(INTRODUCED(text), mark);
  return cut.replace(FROM(cut), mark);
}

/** The text with `mark` in place of the names of those introduced. */
export function maskIntroduced(text: string, mark: string): string {
  if (!CAPITAL(text).test(text)) return text;
  const masked = text.replace(INTRODUCED(text), `$1${mark}`);
  return masked.replace(FROM_SOMEBODY(masked), `$1${mark}`);
}
