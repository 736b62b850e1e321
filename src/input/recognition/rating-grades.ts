import {
  furtherAdverbs,
  furtherBad,
  furtherBest,
  furtherFillers,
  furtherGood,
  furtherMiddle,
  furtherNegations,
  furtherSlight,
  furtherWorst,
  yesByDegrees,
} from './further-grades.ts';
import { foldHeader } from './header.ts';

/** How far a word leans to the good (+) or the bad (−) side: ±3 "very", ±2 plain or "mostly", ±1 "somewhat", 0 neither. */
export interface Grade {
  readonly side: 1 | 0 | -1;
  readonly degree: 0 | 1 | 2 | 3;
  /** `extremely`, and not only `very`: where both stand in one column, they are two steps. */
  readonly isExtreme: boolean;
  /** `very good` of a scale that also has `excellent`: quality in five steps. */
  readonly isExcellent: boolean;
  /** "Not very", "not so", "a little": a lower step of the good side where a scale has no bad side of its own. */
  readonly isFaint: boolean;
}

const list = (words: string): string[] => words.split('|').filter(Boolean).map(foldHeader);

/** Adverbs by strength, in the supported languages; genders and accents fold away where they can. */
const adverbs: readonly (readonly [number, string])[] = [
  [
    4,
    'extremely|exceptionally|estremamente|pienamente|volledig|uiterst|extreem|completely|totally|absolutely|äußerst|extrem|völlig|vollkommen|überaus|absolut|extrêmement|totalement|complètement|entièrement|extremadamente|sumamente|totalmente|completamente|extremamente|plenamente|पूरी तरह से|पूरी तरह|अत्यंत|अत्यधिक|সম্পূর্ণ|সম্পূর্ণভাবে|পুরোপুরি|অত্যন্ত|চরম',
  ],
  [
    3,
    'very|очень|полностью|bardzo|całkowicie|zdecydowanie|çok|kesinlikle|strongly|molto|zeer|heel|erg|helemaal|highly|fully|entirely|really|sehr|stark|voll und ganz|voll|ganz|très|tres|fortement|tout à fait|vraiment|muy|firmemente|muito|fortemente|bastante muito|बहुत|बहुत ही|दृढ़ता से|पूर्णतः|খুব|খুবই|অনেক|দৃঢ়ভাবে|জোরালোভাবে',
  ],
  [
    2,
    'mostly|moderately|abbastanza|per lo più|grotendeels|tamelijk|vrij|redelijk|largely|quite|pretty|reasonably|generally|überwiegend|größtenteils|weitgehend|ziemlich|majoritairement|globalement|assez|bien|bastante|mayormente|moderadamente|en general|maioritariamente|majoritariamente|geralmente|काफी|काफ़ी|अधिकतर|ज़्यादातर|যথেষ্ট|বেশ|বেশিরভাগ|মূলত',
  ],
  [
    1,
    'somewhat|скорее|частично|raczej|częściowo|kısmen|slightly|piuttosto|in parte|enigszins|een beetje|deels|rather|fairly|kind of|partly|partially|a bit|tend to|eher|etwas|teilweise|plutôt|un peu|partiellement|algo|un poco|más bien|mas bien|parcialmente|um pouco|um tanto|थोड़ा|थोड़ा बहुत|कुछ हद तक|कुछ|आंशिक रूप से|কিছুটা|একটু|আংশিক|আংশিকভাবে|সামান্য|মোটামুটি',
  ],
];

/** Words that turn a grade round, with the strength that they leave it. */
const negations: readonly (readonly [number, string])[] = [
  [
    3,
    'not at all|at all not|per niente|per nulla|affatto|helemaal niet|gar nicht|überhaupt nicht|ganz und gar nicht|absolut nicht|pas du tout|absolument pas|nada|para nada|en absoluto|de jeito nenhum|de modo nenhum|nem um pouco|बिल्कुल नहीं|बिलकुल नहीं|ज़रा भी नहीं|একদম না|একেবারেই না|মোটেই না|একদমই না|মোটেও না|একেবারে না|একদম নয়|একেবারেই নয়|মোটেই নয়|একেবারেই নই|মোটেই নই|একদম নই',
  ],
  [
    2,
    'not very|not so|not really|non molto|non tanto|niet erg|niet zo|nauwelijks|nicht sehr|nicht besonders|kaum|wenig|weniger|peu|pas très|pas vraiment|poco|no muy|pouco|não muito|कम|ज़्यादा नहीं|बहुत नहीं|কম|তেমন না|খুব একটা না',
  ],
  [2, 'not|не|nie|değil|isn t|niet|nicht|pas|non|no|não|नहीं|नही|না|নয়|নই|নন'],
];

const good =
  'satisfied|pleased|happy|content|contented|zufrieden|soddisfatto|soddisfatta|soddisfatti|soddisfacente|contenti|tevreden|blij|satisfait|satisfaite|satisfaits|satisfaites|satisfaisant|satisfaisante|contente|satisfecho|satisfecha|satisfechos|satisfactorio|satisfactoria|contento|contenta|satisfeito|satisfeita|satisfatório|satisfatória|feliz|glücklich|heureux|heureuse|संतुष्ट|सन्तुष्ट|खुश|ख़ुश|সন্তুষ্ট|খুশি|খুশী|' +
  'agree|i agree|d accordo|sono d accordo|eens|mee eens|stimme zu|zustimmung|stimme|zu stimme|trifft zu|zutreffend|d accord|je suis d accord|en accord|de acuerdo|estoy de acuerdo|concordo|de acordo|acordo|सहमत|सहमत हूँ|একমত|সহমত|' +
  'likely|probable|wahrscheinlich|probablemente|provável|provavelmente|संभावित|संभव|সম্ভাব্য|সম্ভব|' +
  'easy|simple|semplice|makkelijk|gemakkelijk|eenvoudig|einfach|leicht|facile|fácil|sencillo|sencilla|आसान|सरल|সহজ|low effort|' +
  '满意|比较满意|较满意|基本满意|満足|まあ満足|同意|доволен|довольна|довольны|удовлетворен|удовлетворена|согласен|согласна|легко|хорошо|zadowolony|zadowolona|zadowoleni|zgadzam się|łatwo|dobrze|dobry|dobra|memnun|memnunum|katılıyorum|kolay|iyi|' +
  'good|gut|buono|buona|bene|goed|bon|bonne|bien|bueno|buena|bom|boa|bem|positive|positiv|positif|positivo|helpful|hilfreich|अच्छा|अच्छी|अच्छे|ভালো|ভাল';
const best =
  '非常满意|很满意|十分满意|とても満足|大変満足|非常に満足|大満足|非常同意|отлично|превосходно|doskonale|świetnie|znakomicie|mükemmel|harika|excellent|outstanding|eccellente|ottimo|ottima|perfetto|perfetta|uitstekend|uitmuntend|geweldig|amazing|fantastic|perfect|superb|wonderful|brilliant|awesome|best|delighted|exceptional|ausgezeichnet|hervorragend|exzellent|perfekt|super|toll|spitze|begeistert|excellente|parfait|parfaite|génial|géniale|ravi|ravie|excelente|perfecto|perfecta|genial|encantado|encantada|ótimo|ótima|perfeito|perfeita|उत्कृष्ट|बेहतरीन|शानदार|सर्वोत्तम|উৎকৃষ্ট|চমৎকার|দারুণ|অসাধারণ|সেরা';
const bad =
  '不满意|不太满意|较不满意|不満|不同意|недоволен|недовольна|недовольны|неудовлетворен|не доволен|не довольна|сложно|плохо|niezadowolony|niezadowolona|niezadowoleni|trudno|źle|zły|zła|memnun değil|memnun değilim|katılmıyorum|zor|kötü|dissatisfied|unsatisfied|insoddisfatto|insoddisfatta|insoddisfatti|scontento|scontenta|deluso|delusa|ontevreden|teleurgesteld|disatisfied|displeased|unhappy|discontent|disappointed|unzufrieden|insatisfait|insatisfaite|insatisfaits|mécontent|mécontente|déçu|déçue|insatisfecho|insatisfecha|insatisfechos|descontento|descontenta|insatisfeito|insatisfeita|descontente|असंतुष्ट|असन्तुष्ट|नाखुश|नाख़ुश|অসন্তুষ্ট|অখুশি|' +
  'disagree|i disagree|in disaccordo|disaccordo|oneens|mee oneens|lehne ab|ablehnung|widerspreche|pas d accord|en désaccord|désaccord|en desacuerdo|desacuerdo|discordo|em desacordo|असहमत|অসম্মত|দ্বিমত|ভিন্নমত|অসহমত|' +
  'unlikely|unwahrscheinlich|improbable|peu probable|improvável|असंभव|অসম্ভাব্য|অসম্ভব|' +
  'difficult|hard|complicato|moeilijk|lastig|complicated|schwierig|schwer|difficile|compliqué|difícil|complicado|मुश्किल|कठिन|কঠিন|high effort|' +
  'bad|poor|cattivo|cattiva|scarso|scarsa|slecht|schlecht|mangelhaft|mauvais|mauvaise|mal|malo|mala|deficiente|ruim|mau|má|negative|negativ|négatif|negativo|बुरा|बुरी|खराब|ख़राब|খারাপ|মন্দ';
const worst =
  '非常不满意|很不满意|十分不满意|とても不満|大変不満|非常に不満|大いに不満|非常不同意|ужасно|fatalnie|okropnie|berbat|hiç memnun değil|hiç memnun değilim|çok kötü|terrible|awful|pessimo|pessima|terribile|verschrikkelijk|vreselijk|horrible|worst|appalling|furious|schrecklich|furchtbar|miserabel|katastrophal|ungenügend|nul|exécrable|affreux|pésimo|pésima|horroroso|péssimo|péssima|horrível|terrível|भयानक|बेकार|घटिया|সবচেয়ে খারাপ|জঘন্য|ভয়াবহ';
const middle =
  '一般|一般般|普通|どちらでもない|どちらともいえない|どちらとも言えない|中立|нейтрально|нейтральный|ни доволен ни недоволен|затрудняюсь ответить|neutralny|neutralna|neutralnie|ani zadowolony ani niezadowolony|trudno powiedzieć|kararsız|kararsızım|nötr|orta|neutral|neutraal|né soddisfatto né insoddisfatto|né soddisfatta né insoddisfatta|né d accordo né in disaccordo|indifferente|niet tevreden niet ontevreden|noch tevreden noch ontevreden|niet eens niet oneens|neutre|neutro|neutra|neutrale|neither|neither agree nor disagree|neither satisfied nor dissatisfied|neither satisfied nor unsatisfied|neither satisfied or dissatisfied|neither likely nor unlikely|neither easy nor difficult|neither good nor bad|neither happy nor unhappy|weder noch|weder zufrieden noch unzufrieden|weder einfach noch schwierig|teils teils|teils teils zufrieden|unentschieden|unentschlossen|mittel|mittelmäßig|mäßig|durchschnittlich|befriedigend|ni satisfait ni insatisfait|ni satisfaite ni insatisfaite|ni l un ni l autre|ni d accord ni pas d accord|ni en accord ni en désaccord|ni facile ni difficile|ni bon ni mauvais|moyen|moyenne|moyennement|passable|correct|indifférent|indifférente|sans opinion|mitigé|ni satisfecho ni insatisfecho|ni satisfecha ni insatisfecha|ni de acuerdo ni en desacuerdo|ni fácil ni difícil|ni bueno ni malo|regular|indiferente|aceptable|normal|nem satisfeito nem insatisfeito|nem satisfeita nem insatisfeita|nem concordo nem discordo|nem fácil nem difícil|nem bom nem ruim|aceitável|razoável|mediano|average|fair|ok|okay|so so|acceptable|adequate|mixed|indifferent|undecided|in between|तटस्थ|औसत|सामान्य|ठीक|ठीक ठाक|ठीक है|न संतुष्ट न असंतुष्ट|न तो संतुष्ट न ही असंतुष्ट|न सहमत न असहमत|न तो सहमत न ही असहमत|मध्यम|साधारण|নিরপেক্ষ|মোটামুটি|চলনসই|সাধারণ|গড়|মাঝারি|ঠিক আছে|একমতও নই দ্বিমতও নই|সন্তুষ্টও নই অসন্তুষ্টও নই';

interface Prefix {
  readonly words: string;
  readonly degree: number;
}
/** Longest first, so that "not at all" goes before "not". */
const prefixesOf = (groups: readonly (readonly [number, string])[]): Prefix[] =>
  groups
    .flatMap(([degree, words]) => list(words).map((each) => ({ words: each, degree })))
    .sort((a, b) => b.words.length - a.words.length);
interface Words {
  readonly core: ReadonlyMap<string, Pick<Grade, 'side' | 'degree'>>;
  readonly bests: ReadonlySet<string>;
  readonly strengths: readonly Prefix[];
  readonly turns: readonly Prefix[];
  readonly asides: RegExp;
}

let known: Words | null = null;

/** The words in the form in which they are compared, made when a column may hold some: most runs see none. */
function wordsOfGrades(): Words {
  known ??= {
    core: new Map<string, Pick<Grade, 'side' | 'degree'>>([
      ...list(good).map((word) => [word, { side: 1, degree: 2 }] as const),
      ...list(best).map((word) => [word, { side: 1, degree: 3 }] as const),
      ...list(bad).map((word) => [word, { side: -1, degree: 2 }] as const),
      ...list(worst).map((word) => [word, { side: -1, degree: 3 }] as const),
      ...list(middle).map((word) => [word, { side: 0, degree: 0 }] as const),
      ...list(furtherGood).map((word) => [word, { side: 1, degree: 2 }] as const),
      ...list(furtherBest).map((word) => [word, { side: 1, degree: 3 }] as const),
      ...list(furtherBad).map((word) => [word, { side: -1, degree: 2 }] as const),
      ...list(furtherWorst).map((word) => [word, { side: -1, degree: 3 }] as const),
      ...list(furtherMiddle).map((word) => [word, { side: 0, degree: 0 }] as const),
      ...list(furtherSlight.good).map((word) => [word, { side: 1, degree: 1 }] as const),
      ...list(furtherSlight.bad).map((word) => [word, { side: -1, degree: 1 }] as const),
      ...list(yesByDegrees['3']).map((word) => [word, { side: 1, degree: 3 }] as const),
      ...list(yesByDegrees['1']).map((word) => [word, { side: 1, degree: 1 }] as const),
      ...list(yesByDegrees['-1']).map((word) => [word, { side: -1, degree: 1 }] as const),
      ...list(yesByDegrees['-3']).map((word) => [word, { side: -1, degree: 3 }] as const),
    ]),
    bests: new Set([...list(best), ...list(furtherBest)]),
    strengths: prefixesOf([
      ...adverbs,
      ...Object.entries(furtherAdverbs).map(([degree, words]) => [Number(degree), words] as const),
    ]),
    turns: prefixesOf([
      ...negations,
      ...Object.entries(furtherNegations).map(([degree, words]) => [Number(degree), words] as const),
    ]),
    asides: new RegExp(`(?<!\\p{L})(?:${list(furtherFillers).join('|')})(?!\\p{L}|\\p{M})`, 'gu'),
  };
  return known;
}

/** Words that add nothing: whom, what with. */
const fillers =
  /\b(?:i am|i m|we are|with (?:the |our )?(?:service|support|answer)|ich bin|je suis|nous sommes|estoy|estou|with it|to recommend)\b|(?<!\p{L})(?:मैं|हूँ|हूं|हैं|है|আমি|আছি)(?!\p{M}|\p{L})/gu;

/** Endings of the other gender: `satisfecho/a`, `satisfait(e)`, `zadowolony(-a)`. */
const otherGender = /(?<=\p{L}{3})\s?(?:\(-?\p{L}{1,3}\)|\/-?\p{L}{1,3}(?![\p{L}\p{M}]))/gu;
/** Arabic vowels, which most leave out. */
const vowelSigns = /[\u064b-\u0652\u0640]/gu;

/** The grade that an answer in words says, or null for words that are no grade. */
export function gradeOf(cell: string): Grade | null {
  const { core, bests, strengths, turns, asides } = wordsOfGrades();
  const folded = foldHeader(cell.replace(otherGender, '').replace(vowelSigns, ''));
  const words = folded.replace(fillers, ' ').replace(asides, ' ').replace(/\s+/g, ' ').trim();
  if (words === '' || words.length > 60) return null;
  const plain = core.get(words) ?? core.get(folded);
  if (plain) return { ...plain, isExtreme: false, isExcellent: bests.has(words), isFaint: false };
  // "Rather not satisfied", "stimme eher nicht zu": the negation may stand beside an adverb, anywhere.
  const turned = takeOut(words, turns);
  const worse = turned && strengthened(words, { turned, core, strengths });
  if (worse) return worse;
  const rest = turned ? turned.rest : words;
  const stressed = takeOut(rest, strengths);
  const meaning = core.get(stressed ? stressed.rest : rest);
  if (!meaning || meaning.side === 0) return null;
  const isExtreme = stressed?.prefix.degree === 4;
  const strength = stressed ? Math.min(3, stressed.prefix.degree) : meaning.degree;
  if (!turned)
    return {
      side: meaning.side,
      degree: Math.max(strength, meaning.degree === 3 ? 3 : 0) as Grade['degree'],
      isExtreme,
      isExcellent: false,
      isFaint: false,
    };
  return meaning.side < 0 ? null : turnedRound(words, { turned, stressed, strength });
}

/** "Not very satisfied" is plainly not; "rather not" a little; "not at all" and "strongly not" are the end. */
function turnedRound(
  words: string,
  {
    turned,
    stressed,
    strength,
  }: { readonly turned: Taken; readonly stressed: Taken | null; readonly strength: number },
): Grade {
  const isStrong =
    turned.prefix.degree === 3 ||
    (strength === 3 && stressed !== null && words.indexOf(stressed.prefix.words) < turned.at);
  const degree = isStrong ? 3 : stressed && strength === 1 ? 1 : 2;
  return { side: -1, degree, isExtreme: false, isExcellent: false, isFaint: degree < 3 };
}

/** A "not satisfied" that is a word of its own (`غير راض`) may be strong: "very dissatisfied". */
function strengthened(
  words: string,
  { turned, core, strengths }: { readonly turned: Taken } & Pick<Words, 'core' | 'strengths'>,
): Grade | null {
  const direct = takeOut(words, strengths);
  // "Not very" is no "very".
  if (!direct || ` ${turned.prefix.words} `.includes(` ${direct.prefix.words} `)) return null;
  if (core.get(direct.rest)?.side !== -1) return null;
  const degree = Math.min(3, direct.prefix.degree) as Grade['degree'];
  return { side: -1, degree, isExtreme: false, isExcellent: false, isFaint: false };
}

/** Words without an adverb or a negation, and where it stood. */
interface Taken {
  readonly prefix: Prefix;
  readonly rest: string;
  readonly at: number;
}

function takeOut(words: string, prefixes: readonly Prefix[]): Taken | null {
  const padded = ` ${words} `;
  for (const prefix of prefixes) {
    const at = padded.indexOf(` ${prefix.words} `);
    if (at < 0) continue;
    const rest = `${padded.slice(0, at)} ${padded.slice(at + prefix.words.length + 2)}`;
    return { prefix, rest: rest.replace(/\s+/g, ' ').trim(), at };
  }
  return null;
}

/** Answers in words with what each is worth, and how many steps their scale has. */
export interface GradedWords {
  readonly steps: 5 | 7;
  readonly words: Readonly<Record<string, number>>;
}

/**
 * What graded words are worth: on seven steps where one side has three strengths ("extremely", "mostly",
 * "slightly") or both plain and "somewhat" beside a "very", else on five: "satisfied, somewhat satisfied, neutral …"
 * has its ends in the plain words. Null where a word is no grade, or all of them are middling.
 */
export function gradeWords(cells: readonly string[]): GradedWords | null {
  const graded: [string, Grade][] = [];
  for (const cell of cells) {
    const grade = gradeOf(cell);
    if (!grade) return null;
    graded.push([cell, grade]);
  }
  if (!graded.some(([, { side }]) => side !== 0)) return null;
  const unipolar = isUnipolar(graded);
  const steps = !unipolar && isSevenSteps(graded) ? 7 : 5;
  const words: Record<string, number> = {};
  const isPlainEnd = !unipolar && steps === 5 && hasPlainEnds(graded);
  for (const [cell, grade] of graded)
    words[cell] = unipolar
      ? onGoodSide(grade)
      : isPlainEnd
        ? 3 + grade.side * grade.degree
        : onBothSides(grade, steps);
  return { steps, words };
}

const isSevenSteps = (graded: readonly [string, Grade][]): boolean =>
  hasTwoDegrees(graded) && graded.some(([, { degree }]) => degree === 3);

/** Plain and "somewhat" of both sides, and no "very": five steps whose ends are the plain words. */
const hasPlainEnds = (graded: readonly [string, Grade][]): boolean =>
  hasTwoDegrees(graded) && !graded.some(([, { degree }]) => degree === 3);

const hasTwoDegrees = (graded: readonly [string, Grade][]): boolean =>
  ([1, -1] as const).some((side) => {
    const degrees = new Set(graded.flatMap(([, grade]) => (grade.side === side ? [grade.degree] : [])));
    return degrees.has(1) && degrees.has(2);
  });

function onBothSides({ side, degree }: Grade, steps: 5 | 7): number {
  if (steps === 7) return 4 + side * degree;
  return 3 + side * (degree === 0 ? 0 : degree === 3 ? 2 : 1);
}

/** "Extremely, very, somewhat, not so, not at all": degrees of one side, or quality from excellent to poor. */
function isUnipolar(graded: readonly [string, Grade][]): boolean {
  const has = (test: (grade: Grade) => boolean): boolean => graded.some(([, grade]) => test(grade));
  const isGoodAlone = !has(({ side, isFaint, degree }) => side < 0 && !isFaint && degree === 2);
  const extreme = has(({ isExtreme, side }) => isExtreme && side > 0);
  const very = has(
    ({ side, degree, isExtreme, isExcellent }) => side > 0 && degree === 3 && !isExtreme && !isExcellent,
  );
  return extreme && very && isGoodAlone;
}

function onGoodSide({ side, degree, isExtreme, isFaint }: Grade): number {
  if (side > 0) return isExtreme ? 5 : degree === 3 ? 4 : 3;
  if (side === 0) return 3;
  return isFaint ? 2 : 1;
}
