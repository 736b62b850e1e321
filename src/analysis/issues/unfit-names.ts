import { tellsFault } from './words.ts';

/** Words that no issue is named with: insults and profanity, in the languages that desks write most. */
const rude = new Set(
  (
    'fuck fucking fucked fuckin shit shitty bullshit bitch bastard bastards asshole arsehole idiot idiots idiotic moron morons ' +
    'stupid crap crappy damn cunt dick dickhead wanker retard retarded scumbag pathetic dumb arschloch scheiße scheisse scheiss ' +
    'idioten wichser merde connard putain salope mierda puta puto pendejo cabron cabrón gilipollas porra caralho merda stronzo ' +
    'cazzo vaffanculo kutwijf klootzak chutiya chutia madarchod bhenchod behenchod harami kutta kamina bakwas শালা হারামি চুতিয়া ' +
    'হারামজাদা चूतिया हरामी मादरचोद बहनचोद कमीने'
  )
    .normalize('NFKC')
    .split(' '),
);

const money = new Set(
  '€ $ £ ₹ ৳ eur euro euros usd dollar dollars gbp pound pounds inr rs rupee rupees bdt tk taka টাকা रुपये रुपए रु'.split(
    ' ',
  ),
);

/** Words that join a phrase to what stands before it: a name does not begin with one. */
const joining = new Set(
  (
    'in on at with for from of by as and but or so also then im am bei mit für von auf und aber en con para de del por y avec ' +
    'pour dans et sur em com e su con per di da ' +
    // Hindi and Bengali join words from behind: what they join to stands before them.
    'liye ke ka ki ko mein par tak wala wali wale aur के का की को से में पर तक लिए लिये वाला वाली और কে জন্য থেকে দিয়ে পর্যন্ত এবং আর'
  )
    .normalize('NFKC')
    .split(' '),
);

/** Words that need another one behind them. */
const leading = new Set(
  (
    'and or but the a an of my your our because if und oder ein eine mein meine dass weil et ou le les des mon y el los las ' +
    'os um uma il gli ki aur ya कि और या এবং কিংবা যে'
  )
    .normalize('NFKC')
    .split(' '),
);

/** Manners at the bounds of a sentence: `Please cancel my plan`, `Hi I want a quote`. */
const manners = new Set(
  (
    'hi hello hey hiya please pls plz kindly thanks thx hallo bitte danke bonjour merci hola gracias olá obrigado obrigada ciao ' +
    'grazie kripya namaste कृपया प्लीज नमस्ते प्लीज़ প্লিজ অনুগ্রহ হ্যালো'
  )
    .normalize('NFKC')
    .split(' '),
);

/** True for a word that a name leaves out at its end: it needs another one behind it. */
export const breaksOff = (word: string): boolean => leading.has(word.normalize('NFKC').toLowerCase());

/** True for a word that a name leaves out where it stands at its beginning or end. */
export const isMannerly = (word: string): boolean => manners.has(word.normalize('NFKC').toLowerCase());

export const isRude = (words: readonly string[]): boolean =>
  words.some((word) => rude.has(word.normalize('NFKC').toLowerCase()));

const LONG_NUMBER = /^\p{Nd}{2,}$/u;

/**
 * True for `500 euro`, `Rs 500`, `1200 টাকা`, `pay 171 per month`: a number beside money, and one of two digits or more that
 * no fault and no capitalised word explains (`Error 404`, `Windows 10`).
 */
export const namesAmount = (words: readonly string[]): boolean => {
  const small = words.map((word) => word.toLowerCase());
  return numbersIn(words).some((i) => {
    if ([small[i - 1], small[i + 1]].some((next) => money.has(next ?? ''))) return true;
    return LONG_NUMBER.test(words[i]) && !isExplained(words, i);
  });
};

/** True for a number that nothing in the phrase explains: an hour, a day of a month, how many; `2 factor` among them. */
export const holdsNumber = (words: readonly string[]): boolean =>
  numbersIn(words).some((i) => !isExplained(words, i));

const numbersIn = (words: readonly string[]): number[] =>
  words.flatMap((word, i) => (/^\p{Nd}+$/u.test(word) ? [i] : []));

const isExplained = (words: readonly string[], i: number): boolean =>
  /^\p{Lu}/u.test(words[i - 1] ?? '') || words.some((word) => tellsFault(word.toLowerCase()));

const denials = new Set(
  (
    "not no never cannot cant can’t can't dont don’t don't doesnt doesn’t doesn't wont won’t won't isnt isn’t isn't unable without nicht kein keine nie " +
    'ne pas jamais no nunca sin não nunca sem non mai senza niet geen নেই না नहीं मत nahi'
  ).split(' '),
);

/** True for a word that turns a sentence round: what it stands before is no problem without it. */
export const denies = (word: string): boolean => denials.has(word.toLowerCase());

const asking = new Set('is are was were am has have had does do did can could will would should'.split(' '));

/** True for a verb whose subject was left out (`is the worst service`); a question may begin so. */
export const lacksSubject = ([first = '']: readonly string[]): boolean => asking.has(first.toLowerCase());

const sayNothing = new Set(
  (
    'other others misc miscellaneous general unknown none various test question questions request requests issue issues ' +
    'problem problems ticket inquiry enquiry complaint feedback subject sonstiges sonstige diverses allgemein anfrage frage autre autres ' +
    'divers otro otros varios outro outros geral altro overig অন্যান্য अन्य'
  ).split(' '),
);

/** True for `Other`, `General question`: every ticket could be called so. */
export const saysNothing = (words: readonly string[]): boolean =>
  words.every((word) => sayNothing.has(word.toLowerCase()));

export const beginsLoosely = ([first = '']: readonly string[]): boolean =>
  joining.has(first.normalize('NFKC').toLowerCase());

const CLOSING =
  /^\s*(?:(?:please )?(?:see|find)(?: the)? (?:below|attached|attachments?)\b.{0,40}|(?:i |we )?(?:am |are )?look(?:ing)? forward to\b.{0,60}|(?:please )?(?:let me know|advise|do the needful|revert)\b.{0,40}|(?:any|your) (?:help|assistance|support)\b.{0,40}appreciated|thank(?:s| you)\b.{0,40}in advance.{0,10}|(?:case|ticket|task|incident|request) has been (?:assigned|created|updated|logged)\b.{0,40}|(?:bitte )?um (?:rückmeldung|hilfe) (?:wird )?gebeten|(?:ich |wir )?(?:freue|freuen)\b.{0,50}(?:antwort|rückmeldung).{0,20}|(?:quedo|quedamos) a la espera.{0,40}|dans l['’]attente de.{0,40})\s*$/u;
const MAYBE_CLOSING =
  /see|find|forward|know|advise|needful|revert|appreciated|advance|has been|gebeten|freue|espera|attente/;

/** True for a sentence that closes a letter, or that a program writes about the ticket. */
export function isClosing(sentence: string): boolean {
  if (sentence.length >= 100) return false;
  const small = sentence.toLowerCase();
  return MAYBE_CLOSING.test(small) && CLOSING.test(small);
}
