import { scriptPattern } from '../../model/script-pattern.ts';
import type { Sentence } from './sentences.ts';
import {
  beginsLoosely,
  breaksOff,
  denies,
  holdsNumber,
  isMannerly,
  isRude,
  lacksSubject,
  namesAmount,
  saysNothing,
} from './unfit-names.ts';

/** Words in a row that customers of one issue say, and that could be its name. */
export interface Candidate {
  /** As most of them write it. */
  readonly text: string;
  /** Stems of its telling words, each once. */
  readonly stems: readonly string[];
  readonly words: number;
  /** Share of the tickets that hold it. */
  readonly share: number;
  /** How usual its words are one after the other, 0 to 1. */
  readonly fluency: number;
  /** True when it is a sentence by itself more often than not. */
  readonly isWhole: boolean;
  /** True when it begins, or ends, with a word that tells nothing by itself. */
  readonly beginsWeak: boolean;
  readonly endsWeak: boolean;
  /** True when a masked number is left out of it, or a comma stands inside. */
  readonly isRough: boolean;
  /** True when it begins with a word that joins it to what stood before, or with a verb without its subject. */
  readonly isLoose: boolean;
  /** True when every ticket of any desk could be called so. */
  readonly saysNothing: boolean;
  /** True when a word in it turns it round: `no need to confirm`. */
  readonly isDenied: boolean;
  /** True when a word in it lacks the one that nearly always goes with it: `my top is pending`, where others top up. */
  readonly isTorn: boolean;
}

interface Place {
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
}

interface Found {
  holders: number;
  lastRow: number;
  readonly places: Place[];
}

const LONGEST = 9;
const MIN_SHARE = 0.1;
/** A phrase that goes on this often is a part of something, not a phrase. */
const GOES_ON = 0.5;
const HELD_NUMBER = 0.3;
const WHOLE = 0.5;

/**
 * Phrases that at least a tenth of the tickets hold, and whole sentences. What may stand at an end is learnt from the
 * texts: a phrase is complete where sentences end or go on in several ways, and is not where a telling word or one and the
 * same word mostly follows or precedes it. Where the verb comes last (Hindi, Bengali, Turkish, …) only the end of a sentence completes it.
 *
 * @param rows sentences of each ticket.
 */
export function nameCandidates(rows: readonly (readonly Sentence[])[]): Candidate[] {
  const found = collect(rows);
  const needed = Math.max(2, MIN_SHARE * rows.length);
  const fluencyOf = learnFluency(rows);
  const isTorn = learnPairs(rows);
  const candidates: Candidate[] = [];
  for (const phrase of found.values()) {
    const whole = phrase.places.filter(isWhole).length;
    const isSentence = whole >= WHOLE * phrase.places.length;
    if (!isSentence && (phrase.holders < needed || !isComplete(phrase.places))) continue;
    const candidate = describe(phrase, { rows: rows.length, isWhole: isSentence, fluencyOf, isTorn });
    if (candidate) candidates.push(candidate);
  }
  return candidates;
}

/** Every run of words that begins, and ends, with a telling word or at the bounds of its sentence. */
function collect(rows: readonly (readonly Sentence[])[]): Map<string, Found> {
  const found = new Map<string, Found>();
  rows.forEach((sentences, row) => {
    for (const sentence of sentences) {
      for (let from = 0; from < sentence.words.length; from++) {
        if (from === 0 || sentence.tells[from]) collectFrom({ sentence, from, row }, found);
      }
    }
  });
  return found;
}

/** The runs that begin at one word. */
function collectFrom(
  { sentence, from, row }: { sentence: Sentence; from: number; row: number },
  found: Map<string, Found>,
): void {
  const { words, stems, pauses } = sentence;
  let key = '';
  for (let to = from; to < Math.min(words.length, from + LONGEST); to++) {
    key = to === from ? stems[to] : `${key} ${stems[to]}`;
    if (to > from && pauses[to] && !reaches(sentence, from)) break;
    const place = { sentence, from, to };
    if (!mayEnd(place)) continue;
    const phrase = found.get(key);
    if (phrase) addPlace(phrase, place, row);
    else found.set(key, { holders: 1, lastRow: row, places: [place] });
  }
}

function addPlace(phrase: Found, place: Place, row: number): void {
  phrase.places.push(place);
  if (phrase.lastRow !== row) phrase.holders++;
  phrase.lastRow = row;
}

/** Whether a run ends with a telling word or with its sentence, and holds no pause unless it is all of it. */
function mayEnd(place: Place): boolean {
  const { sentence, to } = place;
  if (!sentence.tells[to] && to < sentence.words.length - 1) return false;
  return isWhole(place) || !hasPause(place);
}

const reaches = (sentence: Sentence, from: number): boolean => from === 0 && sentence.words.length <= LONGEST;

function hasPause({ sentence, from, to }: Place): boolean {
  for (let i = from + 1; i <= to; i++) if (sentence.pauses[i]) return true;
  return false;
}

const isWhole = ({ sentence, from, to }: Place): boolean => from === 0 && to === sentence.words.length - 1;

/** Whether words may begin and end where these do. */
function isComplete(places: readonly Place[]): boolean {
  const cuts: Cuts = {
    verb: 0,
    denied: 0,
    before: new Map(),
    after: new Map(),
    wordsBefore: new Map(),
    wordsAfter: new Map(),
  };
  for (const place of places) {
    countBefore(place, cuts);
    countAfter(place, cuts);
  }
  const limit = GOES_ON * places.length;
  const before = withoutRare(cuts.before, places.length);
  const after = withoutRare(cuts.after, places.length);
  const isCut = cuts.verb > limit || cuts.denied >= limit || before >= limit || after >= limit;
  return !isCut && mostOf(cuts.wordsBefore) < limit && mostWithoutSlots(cuts.wordsAfter) < limit;
}

/** How often something telling stands right beside a candidate, and which other words do. */
interface Cuts {
  verb: number;
  /** How often a word stands before it that turns it round: without `not` it says the contrary. */
  denied: number;
  /** Telling words. */
  readonly before: Map<string, number>;
  readonly after: Map<string, number>;
  /** Others. */
  readonly wordsBefore: Map<string, number>;
  readonly wordsAfter: Map<string, Follower>;
}

/** A word behind a candidate, and what stands behind that. */
interface Follower {
  times: number;
  readonly next: Map<string, number>;
}

/** True for a word that no name begins with, whatever stands behind it. */
const mayGo = (word: string): boolean => isMannerly(word) || isRude([word]);

function countBefore({ sentence, from }: Place, cuts: Cuts): void {
  const { stems, tells, pauses, words } = sentence;
  if (from === 0 || pauses[from] || mayGo(words[from - 1])) return;
  if (denies(words[from - 1])) cuts.denied++;
  // A stop word before it may go, unless it opens the sentence: `(a) new card`, but `Where is my money`.
  if (tells[from - 1]) raise(cuts.before, stems[from - 1]);
  else if (from === 1) raise(cuts.wordsBefore, stems[0]);
}

function countAfter({ sentence, to }: Place, cuts: Cuts): void {
  const { stems, tells, pauses, words } = sentence;
  if (to >= words.length - 1 || pauses[to + 1] || isRude([words[to + 1]])) return;
  if (tells[to + 1]) raise(cuts.after, stems[to + 1]);
  else {
    const follower = cuts.wordsAfter.get(stems[to + 1]) ?? { times: 0, next: new Map() };
    follower.times++;
    raise(follower.next, stems[to + 2] ?? '');
    cuts.wordsAfter.set(stems[to + 1], follower);
  }
  if (sentence.isVerbLast) cuts.verb++;
}

function mostOf(counts: ReadonlyMap<string, number>): number {
  let most = 0;
  for (const times of counts.values()) most = Math.max(most, times);
  return most;
}

/** How often telling words stand beside it, but for those that stand there now and then: a town, a name, a day. */
function withoutRare(beside: ReadonlyMap<string, number>, places: number): number {
  let often = 0;
  for (const times of beside.values()) if (places < FEWEST_OF_SLOT || times > RARE * places) often += times;
  return often;
}

/** How often the commonest word stands behind, but for one that leads to something else each time: `send an email to …`. */
function mostWithoutSlots(followers: ReadonlyMap<string, Follower>): number {
  let most = 0;
  for (const { times, next } of followers.values()) {
    if (times >= FEWEST_OF_SLOT && mostOf(next) < SLOT * times) continue;
    most = Math.max(most, times);
  }
  return most;
}

/** Behind a word that leads to something else each time no one word stands in more of its places than this. */
const SLOT = 0.4;
const FEWEST_OF_SLOT = 8;
/** Of the words beside a candidate one that stands in fewer of its places than this fills a slot. */
const RARE = 0.1;

const FLUENT_SHARE = 0.15;

/**
 * How usual it is in the issue that these words follow each other: mean over its pairs of neighbours, the bounds of a
 * sentence included, of √(share of tickets that hold the pair / 0.15), each at most 1.
 */
function learnFluency(rows: readonly (readonly Sentence[])[]): (place: Place) => number {
  const pairs = new Map<string, { row: number; held: number }>();
  rows.forEach((sentences, row) => {
    for (const { stems } of sentences) {
      for (let i = 0; i <= stems.length; i++) {
        const key = `${stems[i - 1] ?? ''} ${stems[i] ?? ''}`;
        const pair = pairs.get(key);
        if (!pair) pairs.set(key, { row, held: 1 });
        else if (pair.row !== row) {
          pair.row = row;
          pair.held++;
        }
      }
    }
  });
  const enough = FLUENT_SHARE * rows.length;
  return ({ sentence: { stems }, from, to }) => {
    let sum = 0;
    let count = 0;
    for (let i = from === 0 ? 0 : from + 1; i <= (to === stems.length - 1 ? to + 1 : to); i++) {
      sum += Math.sqrt(
        Math.min(1, (pairs.get(`${stems[i - 1] ?? ''} ${stems[i] ?? ''}`)?.held ?? 0) / enough),
      );
      count++;
    }
    return count === 0 ? 1 : sum / count;
  };
}

/** A word that goes with one other nearly always is said so often at least, and so much of the time. */
const FEWEST_OF_PAIR = 8;
const PAIRED = 0.8;

/** Which telling words one and the same word nearly always follows (`top up`, `log in`), and whether a phrase tears one off. */
function learnPairs(rows: readonly (readonly Sentence[])[]): (place: Place) => boolean {
  const followers = new Map<string, { times: number; readonly next: Map<string, number> }>();
  const each = ({ sentence, from, to }: Place, use: (stem: string, next: string) => boolean): boolean => {
    const parts: { stem: string; tells: boolean }[] = [];
    for (let i = from; i <= to; i++)
      for (const stem of sentence.stems[i].split(' ')) parts.push({ stem, tells: sentence.tells[i] });
    return parts.some(({ stem, tells }, i) => tells && use(stem, parts[i + 1]?.stem ?? ''));
  };
  for (const sentence of rows.flat())
    each({ sentence, from: 0, to: sentence.words.length - 1 }, (stem, next) => {
      const told = followers.get(stem) ?? { times: 0, next: new Map() };
      told.times++;
      raise(told.next, next);
      followers.set(stem, told);
      return false;
    });
  const mate = new Map<string, string>();
  for (const [stem, { times, next }] of followers)
    for (const [word, together] of next)
      if (word !== '' && times >= FEWEST_OF_PAIR && together >= PAIRED * times) mate.set(stem, word);
  // At its end a phrase may leave off what leads on: `Book a flight`, though all say where to.
  return (place) => each(place, (stem, next) => next !== '' && (mate.get(stem) ?? next) !== next);
}

function raise(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function describe(
  { places, holders }: Found,
  {
    rows,
    isWhole: isSentence,
    fluencyOf,
    isTorn,
  }: {
    rows: number;
    isWhole: boolean;
    fluencyOf: (place: Place) => number;
    isTorn: (place: Place) => boolean;
  },
): Candidate | null {
  const { sentence, from, to } = withoutManners(places[0]);
  const stems = new Set<string>();
  for (let i = from; i <= to; i++) if (sentence.tells[i]) stems.add(sentence.stems[i]);
  const said = sentence.words.slice(from, to + 1);
  if (stems.size === 0 || isRude(said) || namesAmount(said)) return null;
  // What many say is no amount of one of them: `2 factor authentication`.
  if (holdsNumber(said) && holders < HELD_NUMBER * rows) return null;
  return {
    text: commonestForm(places, isSentence),
    stems: [...stems],
    words: to - from + 1,
    share: holders / rows,
    fluency: fluencyOf(places[0]),
    isWhole: isSentence,
    beginsWeak: !sentence.tells[from],
    endsWeak: !sentence.tells[to] && !sentence.isVerbLast,
    isLoose: beginsLoosely(said) || (lacksSubject(said) && !(isSentence && sentence.mark === '?')),
    saysNothing: saysNothing(said),
    isDenied: said.some(denies),
    isTorn: isTorn(places[0]),
    isRough: hasPause({ sentence, from, to }) || (isSentence && sentence.hadNumber),
  };
}

/** The form that most customers write; in capitals throughout only when all of them do. */
function commonestForm(places: readonly Place[], isSentence: boolean): string {
  const forms = new Map<string, number>();
  for (const place of places) raise(forms, textOf(place, isSentence));
  let best = '';
  for (const [form, times] of forms) {
    const most = forms.get(best) ?? 0;
    const isLoud = isShouted(form);
    if (best !== '' && isLoud !== isShouted(best) ? !isLoud : times > most || (times === most && form < best))
      best = form;
  }
  return best;
}

/** Without a greeting, a please or thanks at the bounds of its sentence, and words that break it off, where more is said. */
function withoutManners({ sentence, from, to }: Place): Place {
  const { words } = sentence;
  let first = from;
  let last = to;
  if (from === 0) while (first < to && isMannerly(words[first])) first++;
  if (to === words.length - 1)
    while (last > first && (isMannerly(words[last]) || breaksOff(words[last]))) last--;
  return { sentence, from: first, to: last };
}

function textOf(place: Place, isSentence: boolean): string {
  const { sentence, from, to } = withoutManners(place);
  let text = '';
  for (let i = from; i <= to; i++) {
    const word = sentence.words[i];
    const written = sentence.isEnglish && /^i(?=$|['’])/.test(word) ? `I${word.slice(1)}` : word;
    const gap = sentence.pauses[i] ? ', ' : sentence.slashes[i] ? '/' : ' ';
    text += i === from ? written : gap + written;
  }
  return isSentence ? text + sentence.mark : text;
}

const CAPITALS = scriptPattern(String.raw`\p{Lu}.*\p{Lu}.*\p{Lu}.*\p{Lu}`, 'u');
const SMALL = scriptPattern(String.raw`\p{Ll}`, 'u');

/** True for several letters, none of them small. */
export function isShouted(text: string): boolean {
  return CAPITALS(text).test(text) && !SMALL(text).test(text);
}
