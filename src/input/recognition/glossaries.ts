import { prepared } from '../../model/prepared.ts';
import { foldValue } from '../../model/raw-value.ts';
import { arabic, arabicGloss } from './arabic.ts';
import { baltic, balticGloss } from './baltic.ts';
import { bulgarian, bulgarianGloss } from './bulgarian.ts';
import { catalan, catalanGloss } from './catalan.ts';
import { croatian, croatianGloss } from './croatian.ts';
import { gloss, glossary } from './glossary.ts';
import { greek, greekGloss } from './greek.ts';
import { hebrew, hebrewGloss } from './hebrew.ts';
import { indonesian, indonesianGloss } from './indonesian.ts';
import { persian, persianGloss } from './persian.ts';
import { plainScript, withoutMarks } from './plain-script.ts';
import { romanian, romanianGloss } from './romanian.ts';
import { slovak, slovakGloss } from './slovak.ts';
import { thai, thaiGloss } from './thai.ts';
import { traditionalChinese, traditionalGloss } from './traditional-chinese.ts';
import { ukrainian, ukrainianGloss } from './ukrainian.ts';
import { vietnamese, vietnameseGloss } from './vietnamese.ts';

type Lists = Readonly<Record<string, string>>;

/** What headers say in further languages, in English; where a phrase stands in two, the first is taken. */
const headers: readonly Lists[] = [
  glossary,
  arabic,
  traditionalChinese,
  ukrainian,
  romanian,
  indonesian,
  vietnamese,
  thai,
  greek,
  hebrew,
  persian,
  bulgarian,
  catalan,
  baltic,
  slovak,
  croatian,
];
/** What is said of values in them. */
const values = [
  gloss,
  arabicGloss,
  traditionalGloss,
  ukrainianGloss,
  romanianGloss,
  indonesianGloss,
  vietnameseGloss,
  thaiGloss,
  greekGloss,
  hebrewGloss,
  persianGloss,
  bulgarianGloss,
  catalanGloss,
  balticGloss,
  slovakGloss,
  croatianGloss,
];
/** Lists of languages whose marks are often left out. */
const markless: ReadonlySet<unknown> = new Set([
  romanian,
  vietnamese,
  slovak,
  croatian,
  catalan,
  baltic,
  ...[romanianGloss, vietnameseGloss, slovakGloss, croatianGloss, catalanGloss, balticGloss].flatMap(
    (lists) => Object.values(lists),
  ),
]);

/** True for text in letters of ASCII alone, which no phrase in other letters can be part of. */
export const isPlain = (text: string): boolean => /^[ -~]*$/.test(text);

/** Words and phrases as they are compared, with what they mean. */
export type Meanings = ReadonlyMap<string, string>;

/** Adds phrases that are not known yet; of plain letters alone where only those are asked for. */
function addAll(
  meanings: Map<string, string>,
  lists: Lists,
  formOf: (phrase: string) => string | null,
  plain: boolean,
): void {
  for (const [meaning, list] of Object.entries(lists)) {
    // A list in another script altogether.
    if (plain && !/[a-z]/.test(list)) continue;
    for (const phrase of list.split('|')) {
      const form = formOf(phrase);
      if (form !== null && (!plain || isPlain(form)) && !meanings.has(form)) meanings.set(form, meaning);
    }
  }
}

/** What each phrase means; those that left their marks out give way to all others. */
function meaningsOf(all: readonly Lists[], plain: boolean): Meanings {
  const meanings = new Map<string, string>();
  for (const lists of all) addAll(meanings, lists, plainScript, plain);
  for (const lists of all)
    if (markless.has(lists)) addAll(meanings, lists, (phrase) => withoutMarks(plainScript(phrase)), plain);
  return meanings;
}

const made = new Map<string, Meanings>();

/** Makes meanings when they are asked for: most tables are in plain letters, and most words of these lists are not. */
function once(what: string, make: () => Meanings): Meanings {
  let meanings = made.get(what);
  if (meanings === undefined) {
    meanings = make();
    made.set(what, meanings);
  }
  return meanings;
}

/** The English of each word or phrase of a header; of those in plain letters alone, if the header is in these. */
export const englishOfHeaders = (plain: boolean): Meanings =>
  once(`headers ${plain}`, () =>
    plain ? prepared(() => meaningsOf(headers, true)) : prepared(() => meaningsOf(headers, false)),
  );

type Kind = 'statuses' | 'priorities' | 'roles';

/** What words of values mean: of those in plain letters alone, or of all others. */
function meaningsOfValues(kind: Kind, plain: boolean): Meanings {
  const lists = values.map((one) => one[kind] as Lists);
  return new Map(
    [...meaningsOf(lists, plain)]
      .map(([word, value]) => [foldValue(word), value] as const)
      .filter(([word]) => isPlain(word) === plain),
  );
}

const glosses: Record<Kind, { readonly plain: () => Meanings; readonly others: () => Meanings }> = {
  statuses: {
    plain: () => prepared(() => meaningsOfValues('statuses', true)),
    others: () => prepared(() => meaningsOfValues('statuses', false)),
  },
  priorities: {
    plain: () => prepared(() => meaningsOfValues('priorities', true)),
    others: () => prepared(() => meaningsOfValues('priorities', false)),
  },
  roles: {
    plain: () => prepared(() => meaningsOfValues('roles', true)),
    others: () => prepared(() => meaningsOfValues('roles', false)),
  },
};

/** The canonical value of each word or phrase of a cell: of those in plain letters alone if the cell is in these, else of the others. */
export const glossOfValues = (kind: Kind, plain: boolean): Meanings =>
  once(`${kind} ${plain}`, plain ? glosses[kind].plain : glosses[kind].others);
