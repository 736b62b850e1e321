import type { CodeColumn } from '../../model/columns.ts';

/** More words than these say something besides thanks. */
const MOST_WORDS = 8;

/** Words of thanks in the supported languages, and the small words that stand around them. */
const thanks =
  /\b(?:thanks?|thank you|thx|ty|cheers|danke|dankesch[oö]n|vielen dank|merci|gracias|obrigad[oa]|grazie|dank je|bedankt)\b|धन्यवाद|शुक्रिया|ধন্যবাদ|শুকরিয়া/iu;
const smallWords = new Set(
  (
    'thanks thank thx ty cheers you so very much a lot many again that all it is was great perfect super good nice ok okay yes works worked now fine solved done everybody everyone team have day nice wonderful awesome amazing brilliant lovely excellent for the your help quick fast reply answer support sorted resolved all ' +
    'danke dankeschön dankeschon vielen dank schön sehr für die das ihre eure hilfe schnelle antwort alles klar gut prima ja jetzt geht es funktioniert ' +
    'merci beaucoup bien à vous pour votre aide réponse rapide parfait oui ça marche ' +
    'gracias muchas mil por su tu la ayuda respuesta rápida perfecto sí ya funciona ' +
    'obrigado obrigada muito pela sua ajuda resposta rápida perfeito sim funcionou agora ' +
    'grazie mille dank je bedankt'
  ).split(' '),
);

/** True for a message that is no more than thanks: it asks nothing and says nothing else. */
export function isNoMoreThanThanks(text: string): boolean {
  if (text.length > 120 || /[?？؟]/.test(text) || !thanks.test(text)) return false;
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (words.length > MOST_WORDS) return false;
  // A name may be addressed or signed; more words of other matters are a message of their own.
  const others = words.filter((word) => !smallWords.has(word) && !thanks.test(word));
  return others.length <= 1 || (/[\u0900-\u09FF]/.test(text) && words.length <= 4);
}

/** 1 at messages that say no more than thanks, each distinct text looked at once. */
export function thanksIn(texts: CodeColumn): Uint8Array {
  const known: (0 | 1)[] = [];
  return Uint8Array.from(texts.codes, (code) => {
    known[code] ??= code !== 0 && isNoMoreThanThanks(texts.names.text(code)) ? 1 : 0;
    return known[code];
  });
}
