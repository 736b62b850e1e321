/**
 * What a question asks about, by its wording in the supported languages: shared by recognition, which reads headers,
 * and tables, which read the questions and survey types of single rows.
 */

/** What kind of survey a text speaks of; `other`: one that is none of ours (employees, product fit). */
export type AskedKind = 'csat' | 'nps' | 'ces' | 'other';

/** A text as these rules compare it: words in lower case, camelCase and snake_case split, Latin accents off. */
export function foldQuestion(text: string): string {
  // Most texts are plain ASCII, where no pattern needs to know other letters.
  if (/^[ -~]*$/.test(text)) {
    return text
      .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  }
  return text
    .normalize('NFKC')
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

/** Asked of employees, or of what a product is worth: neither satisfaction nor recommendation by customers. */
const otherWords =
  /\be ?nps\b|employee|mitarbeiter(?:zufriedenheit| nps)|place to work|as an employer|workplace|arbeitgeber|employeur|empleador|empregador|\bpmf\b|product market fit|no longer use/u;
/** `recommendations` are what a product shows its users, not what these answer. */
const npsWords =
  /\bnps(?:\b|\d)|\bltr\b|\bnps(?=[a-z])|net promoter|promoter score|recommend(?!ations\b)|empfehl|recommand|recomend|recomiend|conseiller(?:iez|ez|ais)|indicaria|consiglier(?:esti|ebbe|este|ai)|raccomand|aanbeve|aanraden|aanraadt|सुझाएंगे|सुझाएँगे|सुझाव देंगे|सिफारिश|सिफ़ारिश|अनुशंसा|সুপারিশ|推荐|推薦|お勧め|おすすめ|勧めたい|薦め|порекоменд|рекомендова|poleci(?:sz|l|ł)|polecenia|tavsiye|rekommender|anbefal|suosittel|doporuc|ajanlan|추천|توصي|تنصح|(?<=valor)nps/u;
const effortWords =
  /\bces\b|effort|aufwand|muhe|esfuerzo|esforco|प्रयास|মেহনত|প্রচেষ্টা|\beasy\b|\bease\b|made it easy|\beinfach\b|\bleicht\b|\bfacil\b|\bfacile\b|\bsencillo\b|आसान|সহজ|\bmakkelijk\b|\bgemakkelijk\b|\bsemplice\b|\bsimple (?:was|to)\b|\bmoeite\b|\bsforzo\b|容易|簡単|легко|усили|łatwo|latwo|wysiłk|wysilk|\bkolay\b|çaba|\benkelt\b|anstrangning|\bnemt\b|\blett\b|indsats|anstrengelse|\bhelppo|\bvaivaa|\bsnadn|\busili\b|\bkonnyu|erofeszites|쉬웠|쉽게|노력|سهول|جهد/u;
const csatWords =
  /\bcsat\d?\b|\bosat\b|satisf|satisfa|zufrieden|smileys?\b|\bthumbs?\b|\bhappy\b|happiness|संतुष्ट|संतोष|সন্তুষ্ট|সন্তোষ|满意|満足|soddisf|tevreden|довол|удовлетвор|zadowol|satysfakcj|memnun|\bnojd|tilfreds|fornoyd|fornøyd|tyytyvai|spokojen|elegedett|만족|رضا|راض/u;
/**
 * Words of ratings in general: they say satisfaction only where nothing else says more. A noun before a last "rate" is
 * a ratio (`exchange rate`, `response rate`).
 */
const ratingWords =
  /\brat(?:ed|ing|ings)\b|\brate (?=\S)|(?:^|\b(?:you|to|please|customer|user) )rate$|\bstars?\b|\breviews?\b|bewert|sterne|\bnote\b|\bnota\b|evalu|avalia|calific|valora|etoile|estrella|estrela|रेटिंग|मूल्यांकन|তারকা|রেটিং|মূল্যায়ন|评分|评价|評価|avalie|\bnotez\b|\bvaluti\b|\bvaluta\b|valutaz|beoordel|\bvoto\b|cijfer|оцен|ocen(?:a|e|i|ę|ia)|puan|degerlendir|تقييم|평점|별점|평가|betyg|arvosa|ertekel|hodnoc/u;

/** What a text asks about, or null where it does not say. */
export function askedKind(text: string): AskedKind | null {
  const words = foldQuestion(text);
  if (otherWords.test(words)) return 'other';
  if (npsWords.test(words)) return isTurnedRecommendation(text) ? 'other' : 'nps';
  if (csatWords.test(words) && !/\beffort\b|\bces\b/.test(words)) return 'csat';
  return effortWords.test(words) ? 'ces' : null;
}

/** What somebody is who is not satisfied, or frustrated, and the noun. */
const displeasedWords =
  /\b(?:dis ?|un)satisf\p{L}*|\b(?:unhapp|displeas|unzufried|insatisf|mecontent|insoddisf|ontevred|niezadow|missnojd|misforn|utilfreds|tyytymat|nespokoj|elegedetlen|memnuniyetsiz|frustr|disappoint|annoy|enttausch|decepci|teleurgest)\p{L}*|недовол\p{L}*|неудовлетвор\p{L}*|असंतु[\p{L}\p{M}]*|অসন্তু[\p{L}\p{M}]*|不满意?|不満足?|(?<!\p{L})(?:not|nicht|pas|no|nao|non|niet|nie|ikke|inte|не) (?:very |at all |sehr |tres |muy |muito )?(?:satisf|zufrieden|soddisf|tevreden|zadowol|happy|довол|удовлетвор)\p{L}*/gu;
/** A scale that is named by its ends alone: `1-5`, `0 to 10`. */
const bareRange = /(?<![\p{L}\p{N}])\d+ (?:(?:to|bis|out of|of|von|a|e) )?\d+(?![\p{L}\p{N}])/gu;

/**
 * Whether a text asks how little somebody was satisfied (`How dissatisfied were you?`, `Unzufriedenheit (1-5)`), so that a
 * high answer is a bad one. Not where satisfaction is named beside it, nor beside numbers that may be what an end is called.
 */
export const asksDissatisfaction = (text: string): boolean =>
  asksContrary(text, { contrary: displeasedWords, plain: csatWords });

/** Whether a text asks for the contrary of something, and not for the thing too. */
function asksContrary(
  text: string,
  { contrary, plain }: { readonly contrary: RegExp; readonly plain: RegExp },
): boolean {
  const words = foldQuestion(text.replace(/[([][^)\]]*[)\]]/g, ' '));
  const rest = words.replace(contrary, ' ');
  return rest !== words && !plain.test(rest) && !/\p{Nd}/u.test(rest.replace(bareRange, ' '));
}

const unlikelyWords = /\b(?:unlikely|unwahrscheinlich|improbable|improvavel|onwaarschijnlijk)\b/g;
const likelyWords = /\b(?:likely|wahrscheinlich|probable|provavel|waarschijnlijk)\b/;

/** `How unlikely are you to recommend us?`: no score of recommendation counts from that end. */
const isTurnedRecommendation = (text: string): boolean =>
  asksContrary(text, { contrary: unlikelyWords, plain: likelyWords });

/** Whether a text speaks of ratings without saying of what kind. */
export const isAboutRatings = (text: string): boolean => ratingWords.test(foldQuestion(text));

const lowGoodWords =
  /how much effort|effort (?:did|required|was)|wie (?:viel|gross|hoch)\S* (?:\S+ ){0,3}(?:aufwand|muhe)|cuanto esfuerzo|quanto esforco|quel(?:s)? effort|combien d effort|hoeveel moeite|quanto sforzo|сколько усил|ile wysi|ne kadar caba|कितना प्रयास|কতটা প্রচেষ্টা/u;
const easyWords =
  /\beasy\b|\bease\b|\beinfach\b|\bleicht\b|\bfacil\b|\bfacile\b|\bsencillo\b|\bmakkelijk\b|\bgemakkelijk\b|\bsemplice\b|\bkolay\b|łatwo|latwo|легко|容易|簡単|आसान|সহজ/u;

/** Which end of an effort question is good: true for the low one, null where the wording does not say. */
export function isLowEffortGood(text: string): boolean | null {
  const words = foldQuestion(text);
  return lowGoodWords.test(words) ? true : easyWords.test(words) ? false : null;
}

/** Words that say what kind of number a column holds, and nothing of what was asked. */
const plainWord =
  /^(?:\d+|to|of|out|score|scores|rating|ratings|csat|nps|ces|satisfaction|customer|survey|stars?|answer|response|result|value|grade|points?|note|nota|bewertung|zufriedenheit|puntuacion|calificacion|valoracion|avaliacao|evaluation|satisfaccion|satisfacao|रेटिंग|स्कोर|রেটিং|স্কোর)$/u;

/** Whether a header asks nothing of its own: `Score`, `CSAT (1-5)`, `Customer satisfaction rating`. */
export const isPlainQuestion = (question: string): boolean =>
  foldQuestion(question)
    .split(' ')
    .every((word) => plainWord.test(word));

/** Ends of a scale that a text names. */
export interface NamedRange {
  readonly min: number;
  readonly max: number;
}

const between = '(?:-|–|—|…|\\.\\.+|/|to|bis|a|à|ate|até|hasta|jusqu\\S+|through|से|থেকে)';
const ends = new RegExp(
  `(?<![\\d.,/:-])([01])\\s*${between}\\s*(3|4|5|6|7|10|100)(?![\\d.,:/-]|\\p{L})`,
  'iu',
);
const labelledEnds = /(?<![\d.,])([01])\s*(?:=|:|\()[^\d]{2,60}?(?<![\d.,])(3|4|5|6|7|10)\s*(?:=|:|\()/iu;
const upTo =
  /(?:out of|\bof|\bvon|\bsur|\bsobre|\bde|\/)\s*(5|7|10)(?![\d.,/-])|(?<![\d.,])(5|7|10)[ -]?(?:point|star|stars|punkte?|stufig|pontos|puntos|points|sterne|etoiles|étoiles|में से|এর মধ্যে)/iu;

/** `1-5`, `(1 to 10)`, `von 0 bis 10`, `out of 5`, `/5`, `5-star`, `1 = bad, 5 = good` in a header or question. */
export function namedRange(texts: readonly string[]): NamedRange | null {
  for (const raw of texts) {
    const text = westernDigits(raw).replaceAll('_', ' ');
    if (!/\d/.test(text)) continue;
    const range = ends.exec(text) ?? labelledEnds.exec(text);
    if (range) return { min: Number(range[1]), max: Number(range[2]) };
    // Delighted's types: csat3, ces7, stars5.
    const points = /(?<![\p{L}\d])(?:csat|ces|stars?|smileys?)[ _-]?([3-7])(?!\d)/iu.exec(text)?.[1];
    if (points) return { min: 1, max: Number(points) };
    const end = upTo.exec(text);
    if (end) return { min: 1, max: Number(end[1] ?? end[2]) };
  }
  return null;
}

/** Bengali and Devanagari digits as 0–9. */
export function westernDigits(text: string): string {
  return text.replace(/[০-৯]|[०-९]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code >= 0x9e6 ? code - 0x9e6 : code - 0x966);
  });
}

const groups: readonly (readonly [RegExp, number])[] = [
  [
    /^(?:promoters?|promotore?s?|promotor[ae]s?|promoteurs?|promotoren|befurworter|प्रमोटर|প্রমোটার|প্রোমোটার)$/u,
    9,
  ],
  [
    /^(?:passives?|pasiv[oa]s?|passiv[oa]s?|passifs?|passiv|passive[rn]?|neutrals?|neutr[eoa]s?|indifferente?|पैसिव|निष्क्रिय|প্যাসিভ|নিষ্ক্রিয়)$/u,
    7,
  ],
  [
    /^(?:detractors?|detractor[ae]s?|detrator[ae]?s?|detracteurs?|detraktor(?:en)?|kritiker|डिट्रैक्टर|আলোচক|ডিট্র্যাক্টর|ডিট্রাক্টর)$/u,
    6,
  ],
];

/** What a group of NPS answers is worth: the end of its box nearest to the others; null for any other word. */
export function promoterGroup(cell: string): number | null {
  const words = foldQuestion(cell);
  return groups.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** Whether the words of a column are promoter, passive and detractor, at least two of them. */
export function isPromoterGroups(cells: Iterable<string>): boolean {
  const seen = new Set<number>();
  for (const cell of cells) {
    const group = promoterGroup(cell);
    if (group === null) return false;
    seen.add(group);
  }
  return seen.size >= 2;
}
