import { numberIn } from '../../model/rating-cells.ts';
import { asksDissatisfaction, westernDigits } from '../../model/rating-questions.ts';
import { gradeOf } from './rating-grades.ts';

/** `1 = very good`, `5 (schlecht)`, `1: best`. */
const numberFirst = /(?<![\d.,])(\d{1,2})\s*(?:=|:|-|–|—|\()\s*(\p{L}[^\d,;()|/=]{2,50})/gu;
/** `very good = 1`. */
const labelFirst = /(\p{L}[^\d,;()|/=:]{2,50}?)\s*=\s*(\d{1,2})(?!\d)/gu;
/** German schools mark from 1, the best, to 6. */
const schoolMarks = /schulnoten?(?!\p{L})/iu;

/** Whether a question asks for marks as German schools give them: 1 to 6, and 1 is the best. */
export const asksSchoolMarks = (texts: readonly string[]): boolean =>
  texts.some((text) => /schulnote/i.test(text) && schoolMarks.test(text));

/**
 * Whether the low end of a scale is the good one, by what its numbers are called in the question (`1 = very satisfied,
 * 5 = very dissatisfied`) or in the cells (`1 - very satisfied`), or as dissatisfaction is asked for; null where nothing
 * calls them good or bad.
 */
export function isLowEndGood(texts: readonly string[], cells: readonly string[]): boolean | null {
  if (asksSchoolMarks(texts)) return true;
  const called = texts.flatMap((text) => labelsIn(westernDigits(text)));
  return (
    direction(called) ?? direction(cells.flatMap(labelOfCell)) ?? (texts.some(asksDissatisfaction) || null)
  );
}

const effortNoun =
  /effort|aufwand|m(?:ü|u)he|esfuerzo|esfor(?:ç|c)o|sforzo|moeite|anstr(?:ä|a)ng|indsats|innsats|wysi(?:ł|l)|усил|(?:ç|c)aba|प्रयास|मेहनत|প্রচেষ্টা|পরিশ্রম|努力|労力|手間/iu;
const little =
  /(?<!\p{L})(?:low|little|small|minimal|none|no|least|easy|gering\w*|niedrig\w*|wenig|kein\w*|klein|faible|bas|peu|aucun|minime|baj[oa]|poco|ning(?:ú|u)n|m(?:í|i)nim[oa]|baix[oa]|pouco|nenhum|basso|nessuno|laag|weinig|geen|ma(?:ł|l)y|niski|низк\p{L}*|мал\p{L}*|az|düşük)(?!\p{L})|कम|কম|少|低|小/iu;
const much =
  /(?<!\p{L})(?:high|much|lot|large|great|maximal|most|hoch|hoher|groß\w*|gross\w*|viel\w*|élevé|eleve|fort|beaucoup|énorme|enorme|alt[oa]|much[oa]|m(?:á|a)xim[oa]|muito|molto|hoog|veel|du(?:ż|z)y|wysoki|высок\p{L}*|больш\p{L}*|çok|yüksek)(?!\p{L})|ज़्यादा|अधिक|বেশি|多|高|大/iu;

/**
 * Whether the low end of a question about effort is little effort, where its ends are called by how much there was
 * (`1 = sehr gering, 5 = sehr hoch`): true makes low good, false high; null where they are not.
 */
export function isLittleEffortLow(texts: readonly string[]): boolean | null {
  if (!texts.some((text) => effortNoun.test(text))) return null;
  const called = texts.flatMap((text) =>
    [...westernDigits(text).matchAll(numberFirst)].flatMap(([, number, label]): Labelled[] => {
      const isLittle = little.test(label);
      if (isLittle === much.test(label)) return [];
      return [{ number: Number(number), side: isLittle ? 1 : -1 }];
    }),
  );
  return direction(called);
}

interface Labelled {
  readonly number: number;
  readonly side: 1 | -1;
}

const labelled = (number: number, label: string): Labelled[] => {
  const side = gradeOf(label.trim())?.side ?? 0;
  return side === 0 ? [] : [{ number, side }];
};

function labelsIn(text: string): Labelled[] {
  const found = [...text.matchAll(numberFirst)].flatMap(([, number, label]) =>
    labelled(Number(number), label),
  );
  if (found.length > 0) return found;
  return [...text.matchAll(labelFirst)].flatMap(([, label, number]) => labelled(Number(number), label));
}

function labelOfCell(cell: string): Labelled[] {
  const number = numberIn(cell);
  if (number === null) return [];
  const label = cell.replace(/[\d\p{P}\p{S}]+/gu, ' ').trim();
  return label === '' ? [] : labelled(number, label);
}

function direction(called: readonly Labelled[]): boolean | null {
  const of = (side: 1 | -1): number[] => called.flatMap((each) => (each.side === side ? [each.number] : []));
  const [good, bad] = [of(1), of(-1)];
  if (good.length > 0 && bad.length > 0) {
    if (Math.max(...good) < Math.min(...bad)) return true;
    return Math.min(...good) > Math.max(...bad) ? false : null;
  }
  // One end alone: the lowest number or one that is no lowest.
  if (good.length > 0) return Math.max(...good) <= 1 ? true : Math.min(...good) > 1 ? false : null;
  if (bad.length > 0) return Math.max(...bad) <= 1 ? false : Math.min(...bad) > 2 ? true : null;
  return null;
}
