import snowball from 'snowball-stemmers';
import * as stopLists from 'stopword/dist/stopword.esm.mjs';
import { once } from '../../model/once.ts';
import { prepared } from '../../model/prepared.ts';
import { scriptPattern } from '../../model/script-pattern.ts';
import { foldIndic, isIndic, stemIndic } from './indic-stems.ts';

/** What the engine knows of a language: how to tell it, how to stem it, which words carry no problem. */
interface Language {
  readonly id: string;
  /** Frequent little words by which a text in Latin or Cyrillic letters is recognised. */
  readonly marks: string;
  /** Algorithm of snowball-stemmers, or null: words stay whole. */
  readonly stemmer: string | null;
  /** List of the package stopword. */
  readonly stopList: keyof typeof stopLists | null;
  /** Stop words that the package has no list for. */
  readonly ownStopWords?: string;
  /** True where a sentence is complete only with the verb at its end. */
  readonly verbLast?: true;
}

/**
 * Hindi in Latin letters as it is typed to Indian help desks ("mera refund nahi aaya"). Spellings vary, so the
 * common ones stand side by side.
 */
const hinglishStopWords =
  'hai h hain hun hoon hu tha thi the ka ki ke ko se me mein main mai mera meri mere mujhe mujhko maine hum humko ' +
  'hame humein hamara aap aapka aapki aapke aapko app apka apki apko tum ye yeh yah wo woh vo us uska uski uske is ' +
  'iska iski iske kya kyu kyun kyon kaise kaisa kab kahan kaha kaun kitna kitne kitni nahi nahin nai na mat aur or ' +
  'ya to toh hi bhi par pe per lekin magar agar abhi ab ho hona hota hoti hote hua hui hue gaya gayi gaye raha rahi ' +
  'rahe kar karo kare karna karne karke kiya kiye ki diya diye do de dena sakta sakte sakti chahiye kuch koi sab ' +
  'bahut bohot jo jab tab tak wala wali wale ji bhai yaar sir madam pls plz please kripya jaldi bas phir fir';

/** Order matters only to break ties: the first one wins. */
const languages: readonly Language[] = [
  {
    id: 'en',
    marks:
      'the is my i to and not for of have it was you this with can what how on do are that me be in your when why ' +
      'an from there where has but get if does did would could am im',
    stemmer: 'english',
    stopList: 'eng',
    ownStopWords:
      "not no nor cannot i'm im i've ive i'd id don't dont can't cant doesn't doesnt didn't didnt isn't isnt won't wont wasn't wasnt " +
      'couldnt couldn wouldnt hasnt havent arent theres thats whats hows youre get got getting would could should ' +
      'may might shall been being am having its there here let us still also just now very really some any want wanted need needs needed know does did done doing long use using used make made thing ' +
      'things way able try tried trying keep keeps go going come see say tell give take one two today yesterday ' +
      'tomorrow ago day days week weeks month months year years hour hours minute minutes last next first second time ' +
      'times few many much yet when will soon already since ever never again another own monday tuesday wednesday ' +
      'thursday friday saturday sunday after before happen happens happened through without within',
  },
  {
    id: 'de',
    marks:
      'der die das und ist nicht ich mein meine zu mit auf für ein eine es wir sie den dem von habe hat wird kann ' +
      'wie bei noch aber nach ihr ihre bitte keine kein wurde sind im mich mir',
    stemmer: 'german',
    stopList: 'deu',
  },
  {
    id: 'fr',
    marks:
      'le la les et est je ne pas mon ma mes de des du un une pour que qui dans sur avec nous vous ai a été il elle ' +
      'ce cette plus bonjour merci au aux en',
    stemmer: 'french',
    stopList: 'fra',
  },
  {
    id: 'es',
    marks:
      'el la los las y es no mi mis de del un una para que en con por lo se me su ha he está pero como cuando hola ' +
      'gracias puedo quiero al muy',
    stemmer: 'spanish',
    stopList: 'spa',
  },
  {
    id: 'pt',
    marks:
      'o a os as e é não meu minha de do da dos um uma para que em com por no na se me foi está mas como quando olá ' +
      'obrigado obrigada posso quero ao já você vocês',
    stemmer: 'portuguese',
    stopList: 'por',
  },
  {
    id: 'it',
    marks:
      'il la i gli le e è non mio mia di del della un una per che in con su mi ho ha sono ma come quando ciao grazie ' +
      'posso vorrei al ancora',
    stemmer: 'italian',
    stopList: 'ita',
  },
  {
    id: 'nl',
    marks:
      'de het een en is niet ik mijn van voor met op te dat die er zijn heb heeft kan wat hoe maar bij nog naar geen ' +
      'wordt werkt graag',
    stemmer: 'dutch',
    stopList: 'nld',
  },
  {
    id: 'sv',
    marks: 'och är inte jag min mitt det den en ett att på för med som har kan vad hur men till av om ni vi',
    stemmer: 'swedish',
    stopList: 'swe',
  },
  {
    id: 'da',
    marks: 'og er ikke jeg min mit det den en et at på for med som har kan hvad hvordan men til af om vi',
    stemmer: 'danish',
    stopList: 'dan',
  },
  {
    id: 'no',
    marks: 'og er ikke jeg min mitt det den en et å på for med som har kan hva hvordan men til av om vi',
    stemmer: 'norwegian',
    stopList: 'nob',
  },
  {
    id: 'fi',
    marks: 'ja on ei en minun se että mutta kun miten voi olen ovat mikä vain ole myös jos kiitos',
    stemmer: 'finnish',
    stopList: 'fin',
  },
  {
    id: 'pl',
    marks: 'i jest nie moje mój moja na do się z w że to jak czy mam proszę po dla od za ale już mi',
    stemmer: null,
    stopList: 'pol',
  },
  {
    id: 'cs',
    marks: 'a je není můj moje na do se v že to jak mám prosím po pro od za ale už mi jsem nelze',
    stemmer: 'czech',
    stopList: 'ces',
  },
  {
    id: 'ro',
    marks: 'și este nu meu mea de la pe cu că un o în am cum pentru din mai sunt dar mi vă rog',
    stemmer: 'romanian',
    stopList: 'ron',
  },
  {
    id: 'hu',
    marks: 'a az és nem egy hogy van meg ez de is csak kell mert nekem lehet vagy volt kérem',
    stemmer: 'hungarian',
    stopList: 'hun',
  },
  {
    id: 'tr',
    marks: 've bir bu için değil ben benim var yok ne nasıl ama çok mi mı ile olarak lütfen kadar olan oldu',
    stemmer: 'turkish',
    stopList: 'tur',
    verbLast: true,
  },
  {
    id: 'id',
    marks:
      'dan yang tidak saya di ke dari untuk ini itu dengan ada bisa sudah belum apa bagaimana mohon akan',
    stemmer: null,
    stopList: 'ind',
  },
  {
    id: 'vi',
    marks: 'và của không tôi là cho được có một này đã với trong bị các tại khi như thế',
    stemmer: null,
    stopList: 'vie',
  },
  {
    id: 'hi-latn',
    marks: hinglishStopWords,
    stemmer: null,
    stopList: null,
    ownStopWords: hinglishStopWords,
    verbLast: true,
  },
  {
    id: 'ru',
    marks: 'и не в на я что с мой мне это как по но у к за от из',
    stemmer: 'russian',
    stopList: 'rus',
  },
  {
    id: 'uk',
    marks: 'і не в на я що з мій мені це як по але у до за від є та',
    stemmer: null,
    stopList: 'ukr',
  },
  {
    id: 'bg',
    marks: 'и не в на аз че с ми това как по но за от е да са',
    stemmer: null,
    stopList: 'bul',
  },
  // Told by their script alone.
  { id: 'hi', marks: '', stemmer: null, stopList: 'hin', verbLast: true },
  {
    id: 'bn',
    marks: '',
    stemmer: null,
    stopList: 'ben',
    verbLast: true,
    ownStopWords:
      'আমার আমি আমাকে আপনার আপনি আপনাদের না নাই নেই হয় হয়েছে হচ্ছে হয়নি করে করতে করা কি কী কেন কিভাবে এই এবং ও তো আছে দয়া',
  },
  { id: 'ar', marks: '', stemmer: 'arabic', stopList: 'ara' },
  { id: 'ta', marks: '', stemmer: 'tamil', stopList: null, verbLast: true },
  { id: 'hy', marks: '', stemmer: 'armenian', stopList: 'hye' },
  { id: 'el', marks: '', stemmer: null, stopList: 'ell' },
  { id: 'he', marks: '', stemmer: null, stopList: 'heb' },
  { id: 'th', marks: '', stemmer: null, stopList: 'tha' },
  { id: 'ja', marks: '', stemmer: null, stopList: 'jpn', verbLast: true },
  { id: 'zh', marks: '', stemmer: null, stopList: 'zho' },
  { id: 'ko', marks: '', stemmer: null, stopList: 'kor', verbLast: true },
  { id: 'other', marks: '', stemmer: null, stopList: null },
];

/** A language by its place in the list; small, so that it can be kept a ticket in one byte. */
export type LanguageCode = number;

const codeOf = new Map(languages.map((language, code) => [language.id, code]));

/** A language by its ISO 639-1 code (`hi-latn` for Hindi in Latin letters, `other` where it is unknown). */
export const languageOf = (id: string): LanguageCode => codeOf.get(id) ?? languages.length - 1;

export const english = languageOf('en');

/** True for languages in Latin or Cyrillic letters, which only their words tell from others. */
export function isToldByWords(code: LanguageCode): boolean {
  return languages[code].marks !== '';
}

/** True where a sentence is complete only with the verb at its end. */
export function isVerbLast(code: LanguageCode): boolean {
  return languages[code].verbLast === true;
}

const marksOf = new Map<string, LanguageCode[]>();
languages.forEach(({ marks }, code) => {
  for (const mark of new Set(marks.split(' '))) {
    if (mark === '') continue;
    const codes = marksOf.get(mark);
    if (codes) codes.push(code);
    else marksOf.set(mark, [code]);
  }
});

/** The languages of which this word is one of the frequent little words. */
export function languagesMarkedBy(word: string): readonly LanguageCode[] | undefined {
  return marksOf.get(word);
}

const scripts: readonly [id: string, first: number, last: number][] = [
  ['hi', 0x900, 0x97f],
  ['bn', 0x980, 0x9ff],
  ['ta', 0xb80, 0xbff],
  ['ar', 0x600, 0x6ff],
  ['he', 0x590, 0x5ff],
  ['hy', 0x530, 0x58f],
  ['el', 0x370, 0x3ff],
  ['th', 0xe00, 0xe7f],
  ['ja', 0x3040, 0x30ff],
  ['zh', 0x4e00, 0x9fff],
  ['ko', 0xac00, 0xd7af],
];

/** The language that a script other than Latin and Cyrillic stands for; undefined for those two. */
export function languageOfScript(code: number): LanguageCode | undefined {
  if (code < 0x370) return undefined;
  for (const [id, first, last] of scripts) if (code >= first && code <= last) return languageOf(id);
  return code >= 0x400 && code <= 0x52f ? undefined : languageOf('other');
}

/** Number of languages known; codes are smaller than this. */
export const languageCount = languages.length;

type Stem = (word: string) => string;
const stemmers = new Map<LanguageCode, Stem>();

function stemmerOf(code: LanguageCode): Stem {
  let stem = stemmers.get(code);
  if (!stem) {
    const algorithm = languages[code]?.stemmer;
    const made = algorithm ? snowball.newStemmer(algorithm) : null;
    stem = made ? (word) => made.stem(word) : (word) => word;
    stemmers.set(code, stem);
  }
  return stem;
}

/** Stems of the words that came first, in each language: issues are named in the words that they were found by. */
const keptStems: (Map<string, string> | undefined)[] = [];
const MOST_KEPT = 1 << 13;

const REPEATED = scriptPattern(String.raw`(\p{L})\1{2,}`, 'gu');

/**
 * The stem of a folded word in a language: Snowball's where there is one, light suffix cutting for Bengali and
 * Hindi, accents of Latin letters removed afterwards (customers leave them out), letters repeated three times and
 * more written once ("pleaseee").
 */
export function stemWord(word: string, language: LanguageCode): string {
  const known = keptStems[language]?.get(word);
  if (known !== undefined) return known;
  const stem = findStem(word, language);
  keptStems[language] ??= new Map();
  if (keptStems[language].size < MOST_KEPT) keptStems[language].set(word, stem);
  return stem;
}

function findStem(word: string, language: LanguageCode): string {
  const plain = word.replace(REPEATED(word), '$1');
  if (isIndic(plain)) return stemIndic(foldIndic(plain));
  const script = languageOfScript(plain.charCodeAt(0));
  const stem = stemmerOf(script ?? language)(plain);
  return script === undefined && /[^\x00-\x7f]/.test(stem) ? withoutAccents(stem) : stem;
}

function withoutAccents(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/ß/g, 'ss')
    .normalize('NFC');
}

const BETWEEN = ';';

/** The stop words of each language in one text; the build makes it, so that no run loads lists of languages it never meets. */
const stopWords = once(() =>
  prepared(() =>
    languages.map(({ stopList, ownStopWords = '' }) => {
      // biome-ignore lint/performance/noDynamicNamespaceImportAccess: in the bundle nothing of this is left
      const listed = stopList === null ? [] : stopLists[stopList].map((entry) => entry.toLowerCase());
      const all = [...listed, ...ownStopWords.split(' ')].filter((entry) => entry !== '');
      const forms = all.flatMap((entry) => [entry, entry.replace(/['’]/g, ''), foldIndic(entry)]);
      return [...new Set(forms)].join(BETWEEN);
    }),
  ),
);
const stopSets: (ReadonlySet<string> | undefined)[] = [];

/** True when a folded word says nothing about a problem in this language. */
export function isStopWord(word: string, language: LanguageCode): boolean {
  stopSets[language] ??= new Set((stopWords()[language] ?? stopWords()[english]).split(BETWEEN));
  return word !== '' && stopSets[language].has(word);
}
