import { foldValue } from '../../model/raw-value.ts';
import { arabic, arabicGloss } from './arabic.ts';
import { gloss, glossary } from './glossary.ts';
import { greek, greekGloss } from './greek.ts';
import { indonesian, indonesianGloss } from './indonesian.ts';
import { plainScript, withoutMarks } from './plain-script.ts';
import { romanian, romanianGloss } from './romanian.ts';
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
];
/** Lists of languages whose marks are often left out. */
const markless: ReadonlySet<unknown> = new Set([
  romanian,
  vietnamese,
  ...[romanianGloss, vietnameseGloss].flatMap((lists) => Object.values(lists)),
]);

type Phrase = readonly [phrase: string, meaning: string];

const phrasesIn = (lists: Lists): Phrase[] =>
  Object.entries(lists).flatMap(([meaning, list]) =>
    list.split('|').map((phrase): Phrase => [plainScript(phrase), meaning]),
  );

const withoutMarksIn = (lists: Lists): Phrase[] =>
  phrasesIn(lists).flatMap(([phrase, meaning]) => {
    const plain = withoutMarks(phrase);
    return plain === null ? [] : [[plain, meaning] as const];
  });

/** Each phrase as it is compared, with what it means; those that left their marks out give way to all others. */
const meanings = (all: readonly Lists[]): ReadonlyMap<string, string> =>
  new Map(
    [
      ...all.flatMap(phrasesIn),
      ...all.filter((lists) => markless.has(lists)).flatMap(withoutMarksIn),
    ].reverse(),
  );

/** The English of each word or phrase of a header. */
export const englishOfHeaders = (): ReadonlyMap<string, string> => meanings(headers);

/** The canonical value of each word or phrase of a cell. */
export const glossOfValues = (kind: 'statuses' | 'priorities' | 'roles'): ReadonlyMap<string, string> =>
  new Map(
    [...meanings(values.map((lists) => lists[kind] as Lists))].map(([word, value]) => [
      foldValue(word),
      value,
    ]),
  );
