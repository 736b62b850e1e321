import { type DataKind, type FieldId, type FieldType, fieldsOf } from '../../model/fields.ts';
import { type ColumnLook, isInstant, isUnique } from './column-look.ts';
import { foldHeader } from './header.ts';
import {
  activityWords,
  customerWords,
  eventWords,
  messageWords,
  referenceWords,
  surveyWords,
} from './other-words.ts';
import { type FieldWords, measuredWords, ticketNouns, ticketWords } from './ticket-words.ts';

/** From this score on a column is believed to feed a field. */
export const LEAST = 0.45;

/** A column as candidate for a field. */
export interface Candidate {
  readonly field: FieldId;
  readonly look: ColumnLook;
  /** 0–1: how well name and values fit together. */
  readonly score: number;
}

interface Phrases {
  readonly strong: ReadonlySet<string>;
  readonly weak: ReadonlySet<string>;
  /** Phrases of several words, or of one long word, that may be part of a longer header, by their first word. */
  readonly parts: ReadonlyMap<string, readonly string[]>;
}

function phrasesOf(words: FieldWords): Phrases {
  const strong = new Set(words.strong.split('|'));
  const weak = new Set((words.weak ?? '').split('|').filter(Boolean));
  const parts = new Map<string, string[]>();
  for (const phrase of strong) {
    if (!phrase.includes(' ') && phrase.length < 4) continue;
    const [first] = phrase.split(' ', 1);
    const known = parts.get(first);
    if (known) known.push(phrase);
    else parts.set(first, [phrase]);
  }
  return { strong, weak, parts };
}

const wordsOf: Record<DataKind, Partial<Record<string, FieldWords>>> = {
  tickets: ticketWords,
  messages: messageWords,
  events: eventWords,
  surveys: surveyWords,
  customers: customerWords,
  activity: activityWords,
  reference: referenceWords,
};
const prepared = new Map<DataKind, ReadonlyMap<FieldId, Phrases>>();

function phrasesFor(kind: DataKind): ReadonlyMap<FieldId, Phrases> {
  const known = prepared.get(kind);
  if (known) return known;
  const made = new Map<FieldId, Phrases>();
  for (const [field, words] of Object.entries(wordsOf[kind])) {
    if (words) made.set(field as FieldId, phrasesOf(words));
  }
  prepared.set(kind, made);
  return made;
}
let measured: (readonly [metric: string, phrases: Phrases])[] | null = null;

/** A header without nouns for "ticket" at its ends: `numero del caso` → `numero`. Never empty. */
function withoutNouns(words: string): string {
  const list = words.split(' ');
  let from = 0;
  let to = list.length;
  while (to - from > 1 && ticketNouns.has(list[from])) from++;
  while (to - from > 1 && ticketNouns.has(list[to - 1])) to--;
  const bare = list.slice(from, to).join(' ');
  // German and careless headers write both as one word: Ticketnummer, ticketid.
  return /^ticket\w{2,}$/.test(bare) && !ticketNouns.has(bare) ? bare.slice('ticket'.length) : bare;
}

const dateSuffix = /(?<= )(?:dt|dttm|datetime|dttime|tstamp)$/;

/** A header's words in the forms that are compared with phrases. */
interface Heading {
  readonly words: string;
  readonly count: number;
  /** Without nouns for "ticket". */
  readonly bare: string;
  readonly bareWords: readonly string[];
}

function headingOf(header: string): Heading {
  const words = header.replace(dateSuffix, 'date');
  const bare = withoutNouns(words);
  return { words, count: words.split(' ').length, bare, bareWords: bare.split(' ') };
}

/** How well a header's words fit a field: 1 says exactly that, under 0.5 hardly anything. */
function headerScore({ words, count, bare, bareWords }: Heading, phrases: Phrases): number {
  if (words === '') return 0;
  if (phrases.strong.has(words)) return 1;
  if (phrases.strong.has(bare)) return 0.95;
  if (phrases.weak.has(words)) return 0.6;
  if (phrases.weak.has(bare)) return 0.58;
  let best = 0;
  for (const phrase of bareWords.flatMap((word) => phrases.parts.get(word) ?? [])) {
    if (!` ${bare} `.includes(` ${phrase} `)) continue;
    const size = phrase.split(' ').length;
    const extra = count - size;
    const isEnd = bare.endsWith(phrase) || bare.startsWith(phrase);
    const score = (size > 1 ? 0.78 : 0.56) - 0.06 * extra - (isEnd ? 0 : 0.1);
    if (score > best) best = score;
  }
  return Math.max(best, 0);
}

const near = (look: ColumnLook, limit: number): boolean =>
  look.distinct <= Math.max(limit, look.filled * 0.4);

/** How well cells fit a field's type: 0 rules the column out, 1 is what is expected. An empty column fits half. */
function valueFit(type: FieldType, field: FieldId, look: ColumnLook): number {
  if (look.filled === 0) return 0.65;
  switch (type) {
    case 'instant':
      if (!isInstant(look)) return 0;
      return look.instants[0].format === 'excel_serial' ? 0.9 : 1;
    case 'duration':
      if (isInstant(look) && look.durationShare < 0.8) return 0;
      return Math.max(look.numberShare, look.durationShare) >= 0.8 && !(look.min < 0) ? 1 : 0;
    case 'count':
      return look.integerShare >= 0.9 ? 1 : 0;
    case 'flag':
      return look.flagShare >= 0.9 ? 1 : look.distinct <= 6 ? 0.7 : 0;
    case 'score':
      if (look.numberShare >= 0.7) return look.distinct <= 101 && look.max <= 100 && look.min >= -103 ? 1 : 0;
      return look.distinct <= 20 && !isInstant(look) && look.length <= 30 ? 0.9 : 0;
    case 'id':
      if (look.length > 60 || isInstant(look)) return 0;
      if (field === 'id') return isUnique(look) ? 1 : look.distinct >= look.filled * 0.5 ? 0.8 : 0.5;
      return 1;
    case 'person':
      if (isInstant(look) || look.length > 80) return 0;
      return look.emailShare > 0.5 ? 1 : look.flagShare === 1 ? 0.2 : 0.97;
    case 'text':
      if (isInstant(look) || look.numberShare > 0.9 || look.flagShare > 0.9) return 0;
      return field === 'subject' || look.length > 8 ? 1 : 0.6;
    case 'list':
      return isInstant(look) ? 0 : 1;
    case 'category':
      return categoryFit(field, look);
    default:
      return type satisfies never;
  }
}

function categoryFit(field: FieldId, look: ColumnLook): number {
  if (isInstant(look) || look.length > 80) return 0;
  if (field === 'status') {
    if (look.statusShare >= 0.5) return 1;
    // `State` and `Estado` of an address look like codes or places, never like a status.
    const isPlace = /^(?:state|estado|etat|stand)$/.test(look.header.words);
    if (isPlace && look.statusShare === 0 && look.numberShare < 0.9) return 0.2;
    return near(look, 40) ? (look.flagShare === 1 ? 0.3 : 0.62) : 0.2;
  }
  if (field === 'priority') return look.priorityShare >= 0.5 ? 1 : near(look, 12) ? 0.85 : 0.2;
  if (field === 'channel') return look.channelShare >= 0.5 ? 1 : near(look, 30) ? 0.85 : 0.2;
  if (field === 'author_role') return look.roleShare >= 0.5 ? 1 : look.distinct <= 12 ? 0.85 : 0;
  if (field === 'role') return look.roleShare >= 0.5 ? 1 : 0;
  if (look.emailShare > 0.5) return 0.4;
  return near(look, 60) ? 1 : 0.6;
}

/** The most that values alone are worth. */
const MOST_BY_VALUES = 0.52;

/** What values alone say about a column with a header nobody knows. Never certain. */
function valueOnly(kind: DataKind, field: FieldId, look: ColumnLook): number {
  if (look.filled < 3) return 0;
  if (kind !== 'tickets') return 0;
  if (field === 'status' && look.exactStatusShare >= 0.95 && look.distinct >= 2) return 0.52;
  if (field === 'priority' && look.priorityShare === 1 && look.distinct >= 2 && look.statusShare < 0.5)
    return 0.5;
  if (field === 'requester' && look.emailShare >= 0.9 && look.distinct > look.filled * 0.3) return 0.5;
  if (field === 'channel' && look.channelShare === 1 && look.distinct >= 2 && look.flagShare < 0.5)
    return 0.5;
  return 0;
}

/** Words that take a header away from a field although others of its words fit. */
const never: Partial<Record<string, RegExp>> = {
  name: /\b(?:first|last|middle|sur|family|given|file|domain|host|logo|field|app|group)\b/,
  description: /\b(?:resolution|solution|close|closing|closure|losung|links?|url|raw)\b/,
  subject:
    /\b(?:resolution|solution|close|closing|closure|raw|agent|group|file|company|customer|client|contact|first|last)\b/,
  created_at: /\b(?:account|user|customer|client|company|contact|product|birth|domain|by|survey)\b/,
  id: /\b(?:phone|fax|account|order|invoice|serial|model|contract|customer|employee|school|parent|external|mobile|user|agent|group|bike|room|flight)\b/,
  type: /\b(?:location|address|assignee|author|vehicle|user|customer|agent|file|content|source|device|account|mime|form|owner)\b/,
  status:
    /\b(?:sla|country|province|marital|online|account|user|agent|approval|response|every|first|survey|payment|order)\b/,
  group: /\b(?:school|age|blood|customer|client)\b/,
  solved_at: /\b(?:first|sla|due|target|updated|action)\b/,
  closed_at: /\b(?:first|sla|due|target|updated|auto)\b/,
};

/** Columns that copying tools add: not the desk's data. */
export const plumbing = /^_(?!parent\b)|(?:^|_)(?:fivetran|airbyte|estuary)_|_synced$|^emitted_at$/i;

/** What is worth a candidate at all. */
const FAINT = 0.3;

/** Every column that could feed a field of this kind with a score of at least `least`, best first. */
export function candidatesFor(kind: DataKind, looks: readonly ColumnLook[], least = FAINT): Candidate[] {
  const found: Candidate[] = [];
  const types = fieldsOf[kind] as Record<string, FieldType>;
  for (const look of looks) {
    if (plumbing.test(look.name)) continue;
    const { words, unit, isBusinessClock } = look.header;
    const heading = headingOf(words);
    const steps = stepsOf(look.name);
    for (const [field, phrases] of phrasesFor(kind)) {
      // A unit or a clock in the header makes it a measured time, whatever else it says.
      if ((unit !== null || isBusinessClock) && types[field] !== 'duration') continue;
      const named = Math.max(headerScore(heading, phrases), pathScore(steps, phrases));
      const header = named < 0.9 && never[field]?.test(words) ? 0 : named;
      const alone = least > MOST_BY_VALUES ? 0 : valueOnly(kind, field, look);
      // Cells never make more of a header than it says: where both say too little, how they fit needs no look.
      if (header < least && alone < least) continue;
      const fit = valueFit(types[field], field, look);
      const score = Math.max(header * fit, fit > 0.5 ? alone : 0);
      if (score >= least) found.push({ field, look, score });
    }
    if (kind === 'tickets') found.push(...measuredCandidates(look, heading, least));
  }
  const size = (candidate: Candidate): number => candidate.look.header.words.split(' ').length;
  return found.sort((a, b) => b.score - a.score || size(a) - size(b) || a.look.index - b.look.index);
}

/** For JSON paths: the last step, or the last two, are what a header would be (`fields.status.name`). */
interface PathSteps {
  readonly last: Heading;
  readonly two: Heading;
  readonly owner: Heading;
}

function stepsOf(name: string): PathSteps | null {
  if (!name.includes('.')) return null;
  const steps = name.split('.');
  return {
    last: headingOf(foldHeader(steps[steps.length - 1])),
    two: headingOf(foldHeader(steps.slice(-2).join(' '))),
    owner: headingOf(foldHeader(steps[steps.length - 2])),
  };
}

/** Steps that say what is told of their owner. */
const ofTheOwner: ReadonlySet<string> = new Set(['name', 'value', 'display name', 'id', 'email']);

function pathScore(steps: PathSteps | null, phrases: Phrases): number {
  if (steps === null) return 0;
  const { last, two, owner } = steps;
  const named = ofTheOwner.has(last.words);
  const ofOwner = named ? headerScore(owner, phrases) * (last.words === 'id' ? 0.88 : 0.9) : 0;
  return Math.max(headerScore(two, phrases) * 0.92, named ? 0 : headerScore(last, phrases) * 0.85, ofOwner);
}

function measuredCandidates(look: ColumnLook, heading: Heading, least: number): Candidate[] {
  const { unit, isBusinessClock } = look.header;
  const found: Candidate[] = [];
  measured ??= measuredWords.map(([metric, named]) => [metric, phrasesOf(named)] as const);
  for (const [metric, phrases] of measured) {
    const clock = isBusinessClock ? 'business_seconds' : 'seconds';
    const field = `reported_${metric}_${clock}` as FieldId;
    const header = headerScore(heading, phrases);
    if (header < Math.max(0.5, least)) continue;
    const fit = valueFit('duration', 'reported_resolution_time_seconds', look);
    // Without a unit in the header, an empty column of this name may as well have held stamps.
    const score = header * fit * (unit === null && look.filled === 0 ? 0.8 : 1);
    if (fit > 0 && score >= least) found.push({ field, look, score });
  }
  return found;
}

/** The best column for each field, each column used once, best pairs first. */
export function assign(candidates: readonly Candidate[], least: number): Map<FieldId, Candidate> {
  const taken = new Set<number>();
  const chosen = new Map<FieldId, Candidate>();
  for (const candidate of candidates) {
    if (candidate.score < least || chosen.has(candidate.field) || taken.has(candidate.look.index)) continue;
    chosen.set(candidate.field, candidate);
    taken.add(candidate.look.index);
  }
  return chosen;
}
