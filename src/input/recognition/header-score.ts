import { foldHeader } from './header.ts';
import { datedStem } from './header-stems.ts';
import { isUnspaced, MOST_WORDS, type PhraseIndex } from './phrase-index.ts';
import { ticketNouns } from './ticket-words.ts';
import { withoutSmall } from './word-list.ts';

/** Abbreviations that stand for nothing else. */
const short: Readonly<Record<string, true>> = { nps: true, ces: true, ttr: true, frt: true };

const numberEnds = ['nummer', 'number', 'nr', 'id'];

/** A header without nouns for "ticket" at its ends: `numero del caso` → `numero`. Never empty. */
function withoutNouns(words: string, nouns: ReadonlySet<string>): string {
  const list = words.split(' ');
  let from = 0;
  let to = list.length;
  while (to - from > 1 && nouns.has(list[from])) from++;
  while (to - from > 1 && nouns.has(list[to - 1])) to--;
  const bare = list.slice(from, to).join(' ');
  // German, Dutch and careless headers write both as one word: Ticketnummer, Meldingnummer, ticketid.
  if (numberEnds.some((end) => bare.endsWith(end))) {
    const number = /^(\p{L}{4,}?)(?:s|n|en)?(nummer|number|nr|id)$/u.exec(bare);
    if (number && nouns.has(number[1])) return number[2];
  }
  return /^ticket\w{2,}$/.test(bare) && !ticketNouns.has(bare) ? bare.slice('ticket'.length) : bare;
}

/** Slack's `thread_ts` names a thread, by the stamp of its first message. */
const dateSuffix = /(?<= )(?:dt|dttm|datetime|dttime|tstamp|(?<!^thread )ts)$/;

/** `start_date_1`: the first of several, or the only one. */
const numbered = /(?<=[a-z]) 1$/;

/** A header's words in the forms that are compared with phrases. */
export interface Heading {
  readonly words: string;
  readonly count: number;
  /** Without nouns for "ticket". */
  readonly bare: string;
  readonly bareWords: readonly string[];
  readonly loose: string;
  readonly isUnspaced: boolean;
  /** What it says besides that it is a date; null where it does not say so. */
  readonly dated: string | null;
}

/** The forms of a header whose words are folded. */
export function headingOf(header: string, nouns: ReadonlySet<string> = ticketNouns): Heading {
  const words = header.replace(dateSuffix, 'date');
  const bare = withoutNouns(words.replace(numbered, ''), nouns);
  return {
    words,
    count: words.split(' ').length,
    bare,
    bareWords: bare.split(' '),
    loose: withoutSmall(bare)[0] || bare,
    isUnspaced: isUnspaced(words),
    dated: datedStem(bare),
  };
}

/** How well a header's words fit each field, by its number: 1 says exactly that, under 0.5 hardly anything. */
export function headerScores(heading: Heading, index: PhraseIndex): Float64Array {
  const { words, bare, loose, dated } = heading;
  const scores = new Float64Array(index.fields.length);
  if (words === '') return scores;
  const { phrases } = index;
  phrases.strong.raise(words, 1, scores);
  phrases.strong.raise(bare, 0.95, scores);
  phrases.loose.raise(loose, 0.93, scores);
  phrases.strong.raise(loose, 0.93, scores);
  if (dated !== null) index.stems().raise(dated, 0.9, scores);
  phrases.fair.raise(words, 0.85, scores);
  phrases.fair.raise(bare, 0.85, scores);
  phrases.weak.raise(words, 0.6, scores);
  phrases.weak.raise(bare, 0.58, scores);
  const parts = partScores(heading, index);
  const unspaced = heading.isUnspaced ? unspacedScores(words, index) : null;
  for (let field = 0; field < scores.length; field++)
    if (scores[field] === 0) scores[field] = Math.max(parts[field], unspaced?.[field] ?? 0);
  return scores;
}

/** Shorter words are parts of a header by chance, unless they stand for nothing else. */
const mayBePart = (phrase: string): boolean => phrase.includes(' ') || phrase.length >= 4 || phrase in short;

/** A phrase with further words around it: the fewer and the more at its ends, the better. */
function partScores({ count, bare, bareWords }: Heading, { fields, phrases }: PhraseIndex): Float64Array {
  const scores = new Float64Array(fields.length);
  for (let from = 0; from < bareWords.length; from++) {
    let phrase = '';
    for (let size = 1; size <= MOST_WORDS && from + size <= bareWords.length; size++) {
      phrase = size === 1 ? bareWords[from] : `${phrase} ${bareWords[from + size - 1]}`;
      if (!mayBePart(phrase)) continue;
      const isEnd = bare.endsWith(phrase) || bare.startsWith(phrase);
      const score = (size > 1 ? 0.78 : 0.56) - 0.06 * (count - size) - (isEnd ? 0 : 0.1);
      phrases.strong.raise(phrase, score, scores);
      phrases.fair.raise(phrase, score, scores);
    }
  }
  return scores;
}

/** Chinese and Japanese headers have no blanks: the longer the phrase in them, the more of them it says. */
function unspacedScores(words: string, index: PhraseIndex): Float64Array {
  const scores = new Float64Array(index.fields.length);
  for (const { phrase, field } of index.unspaced()) {
    if (!words.includes(phrase)) continue;
    const score = 0.55 + (0.4 * phrase.length) / words.length - (words.endsWith(phrase) ? 0 : 0.05);
    if (score > scores[field]) scores[field] = score;
  }
  return scores;
}

/** For JSON paths: the last step, or the last two, are what a header would be (`fields.status.name`). */
export interface PathSteps {
  readonly last: Heading;
  readonly two: Heading;
  readonly owner: Heading;
}

/** Steps by which JSON:API wraps what it tells: `relationships.conversation.data.id` is the conversation's. */
const envelope: ReadonlySet<string> = new Set(['attributes', 'relationships', 'data']);

/** A dot between two names; one before a blank, or at the end, is that of a word cut short: `Max. date`, `Ticketnr.` */
export const stepMark = /\.(?=\S)/;

/** The steps of a header that is a path in a nested record, or null. */
export function stepsOf(name: string): PathSteps | null {
  if (!stepMark.test(name)) return null;
  const steps = name.split(stepMark).filter((step, at, all) => at === all.length - 1 || !envelope.has(step));
  return {
    last: headingOf(foldHeader(steps[steps.length - 1])),
    two: headingOf(foldHeader(steps.slice(-2).join(' '))),
    owner: headingOf(foldHeader(steps[steps.length - 2] ?? '')),
  };
}

/** Steps that say what is told of their owner. */
const ofTheOwner: ReadonlySet<string> = new Set(['name', 'value', 'display name', 'id', 'email']);

/** How well a path fits each field, by its number. */
export function pathScores({ last, two, owner }: PathSteps, index: PhraseIndex): Float64Array {
  const named = ofTheOwner.has(last.words);
  const ofOwner = named ? headerScores(owner, index) : null;
  const ofLast = named ? null : headerScores(last, index);
  const share = last.words === 'id' ? 0.88 : 0.9;
  return headerScores(two, index).map((score, field) =>
    Math.max(score * 0.92, (ofLast?.[field] ?? 0) * 0.85, (ofOwner?.[field] ?? 0) * share),
  );
}
