import { customerStamp } from '../../model/customer-ends.ts';
import { type DataKind, type FieldId, type FieldType, fieldsOf } from '../../model/fields.ts';
import { prepared } from '../../model/prepared.ts';
import { type ColumnLook, isInstant, lookAt } from './column-look.ts';
import type { FieldWords } from './field-words.ts';
import { readHeader } from './header.ts';
import {
  type Heading,
  headerScores,
  headingOf,
  type PathSteps,
  pathScores,
  stepMark,
  stepsOf,
} from './header-score.ts';
import { namesSatisfaction } from './header-stems.ts';
import { isJiraField } from './measured-headers.ts';
import { nearMisses } from './near-miss.ts';
import { notWith } from './not-words.ts';
import { differInOne } from './one-letter.ts';
import {
  activityNouns,
  activityWords,
  customerNouns,
  customerWords,
  eventWords,
  messageWords,
  referenceWords,
  surveyNouns,
  surveyWords,
} from './other-words.ts';
import { indexPhrases, loosePhrases, type PhraseIndex } from './phrase-index.ts';
import { mistypedStampIn, type NamedStamp, stampIn } from './stamped-headers.ts';
import { ticketNouns, ticketWords } from './ticket-words.ts';

/** How well a header fits that is made of the words of a measure, in whatever order. */
export const MADE_OF = 0.9;

const wordsOf: Record<DataKind, Partial<Record<string, FieldWords>>> = {
  tickets: ticketWords,
  messages: messageWords,
  events: eventWords,
  surveys: surveyWords,
  customers: customerWords,
  activity: activityWords,
  reference: referenceWords,
};
/** Nouns that a kind's headers may leave out. */
const nounsOf: Partial<Record<DataKind, ReadonlySet<string>>> = {
  surveys: surveyNouns,
  customers: customerNouns,
  activity: activityNouns,
};
const indexes = new Map<DataKind, PhraseIndex>();

const phrasesOf = (kind: DataKind): (readonly [field: string, words: FieldWords])[] =>
  Object.entries(wordsOf[kind]).flatMap(([field, words]) => (words ? [[field, words] as const] : []));

/** The phrases of a kind's fields without articles and prepositions. */
const looseOf: Readonly<Record<DataKind, () => readonly string[]>> = {
  tickets: () => prepared(() => loosePhrases(phrasesOf('tickets'))),
  messages: () => prepared(() => loosePhrases(phrasesOf('messages'))),
  events: () => prepared(() => loosePhrases(phrasesOf('events'))),
  surveys: () => prepared(() => loosePhrases(phrasesOf('surveys'))),
  customers: () => prepared(() => loosePhrases(phrasesOf('customers'))),
  activity: () => prepared(() => loosePhrases(phrasesOf('activity'))),
  reference: () => prepared(() => loosePhrases(phrasesOf('reference'))),
};

/** What the fields of a kind are called. */
export function phrasesFor(kind: DataKind): PhraseIndex {
  let index = indexes.get(kind);
  if (index === undefined) {
    index = indexPhrases(phrasesOf(kind), looseOf[kind](), fieldsOf[kind] as Record<string, FieldType>);
    indexes.set(kind, index);
  }
  return index;
}

/** A column with its header in the forms that are compared. */
export interface Named {
  readonly look: ColumnLook;
  readonly heading: Heading;
  /** Its header without a remark in brackets, and the parts of one like "Section - Field". */
  readonly others: readonly Heading[];
  readonly steps: PathSteps | null;
  /** Of tickets and customers: the stamp that the header names by what it is made of. */
  readonly stamp: NamedStamp | null;
}

/** What a header without its remark, or a part of it, is worth of what it says. */
const OF_A_PART = 0.95;
const remark = /\s*[([][^()[\]]*[)\]]\s*/g;

const partsOf = (name: string): string[] =>
  name
    .replace(remark, ' ')
    .trim()
    .split(/\s[-–+|:]\s|:\s-\s/);

/** Parts that stand in several headers: the section of a form, which says nothing of the single column. */
function sharedParts(looks: readonly ColumnLook[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { name } of looks) {
    const parts = partsOf(name);
    if (parts.length < 2) continue;
    for (const part of new Set(parts)) (seen.has(part) ? shared : seen).add(part);
  }
  return shared;
}

/** The forms of a column's header, the same for all kinds that share their nouns. */
type Forms = Pick<Named, 'look' | 'heading' | 'others' | 'steps'>;

const known = new WeakMap<readonly ColumnLook[], Map<ReadonlySet<string>, readonly Forms[]>>();

/** The forms of every header: a table is asked for each kind that it may be. */
export function formsOf(kind: DataKind, looks: readonly ColumnLook[]): readonly Forms[] {
  const nouns = nounsOf[kind] ?? ticketNouns;
  let byNouns = known.get(looks);
  if (byNouns === undefined) {
    byNouns = new Map();
    known.set(looks, byNouns);
  }
  let forms = byNouns.get(nouns);
  if (forms === undefined) {
    const shared = sharedParts(looks);
    forms = looks.map((look) => ({
      look,
      heading: headingOf(look.header.words, nouns),
      others: otherHeadings(look.name, shared, nouns),
      steps: stepsOf(look.name),
    }));
    byNouns.set(nouns, forms);
  }
  return forms;
}

/** Whether a part is the section of several headers, or is so but for a slip of the pen. */
const isOfSection = (part: string, shared: ReadonlySet<string>): boolean =>
  shared.has(part) || [...shared].some((other) => differInOne(part, other));

function otherHeadings(name: string, shared: ReadonlySet<string>, nouns: ReadonlySet<string>): Heading[] {
  const plain = name.replace(remark, ' ').trim();
  const parts = partsOf(name);
  const forms = [
    ...(plain !== name.trim() && plain !== '' ? [plain] : []),
    ...(parts.length > 1 ? parts.filter((part) => !isOfSection(part, shared)) : []),
  ];
  return forms.map((form) => headingOf(readHeader(form).words, nouns));
}

/** The stamp that a header names, or the last step of a path: `timeline.openedMs`. */
function ticketStamp(name: string, { heading: { bare }, others }: Forms): NamedStamp | null {
  const own = stampIn(bare) ?? mistypedIn([bare, ...others.map((other) => other.bare)]);
  const steps = name.split(stepMark);
  return own !== null || steps.length < 2 ? own : stampIn(readHeader(steps[steps.length - 1]).words);
}

/** The first stamp that one of several forms names but for a letter. */
function mistypedIn(forms: readonly string[]): NamedStamp | null {
  for (const form of forms) {
    const stamp = mistypedStampIn(form);
    if (stamp !== null) return stamp;
  }
  return null;
}

/** What the header of a stamp names by the words it is made of. */
const stampOf: Partial<Record<DataKind, (name: string, forms: Forms) => NamedStamp | null>> = {
  tickets: ticketStamp,
  customers: (_, { heading: { words } }) => {
    const said = customerStamp(words);
    if (said === null) return null;
    return { field: said === 'began' ? 'started_at' : 'ended_at', worth: MADE_OF };
  },
};

/** A column for one kind. */
export const named = (forms: Forms, kind: DataKind): Named => ({
  ...forms,
  stamp: isInstant(forms.look) ? (stampOf[kind]?.(forms.look.name, forms) ?? null) : null,
});

/** What the forms of a header are worth of each field that they are but for a slip. */
export function misses({ heading, others }: Named, index: PhraseIndex): Float64Array {
  const worths = nearMisses(heading, index);
  for (const other of others) raise(worths, nearMisses(other, index), 1);
  return worths;
}

/** Raises worths to others, taken at a share of what they are. */
function raise(worths: Float64Array, others: Float64Array, share: number): void {
  for (let at = 0; at < worths.length; at++) worths[at] = Math.max(worths[at], others[at] * share);
}

/** What a header says of each field by its words alone. */
export function bestHeadings({ look, heading, others }: Named, index: PhraseIndex): Float64Array {
  const best = headerScores(heading, index);
  if (isJiraField(look.name)) return best;
  for (const other of others) raise(best, headerScores(other, index), OF_A_PART);
  return best;
}

/** Fields that hold how satisfied somebody was. */
const ratesTickets: ReadonlySet<string> = new Set(['csat', 'score']);

/** What a header says of each field, 0–1, by the field's number. */
export function worthsOf(column: Named, index: PhraseIndex): Float64Array {
  const { look, steps, stamp } = column;
  const worths = bestHeadings(column, index);
  if (steps !== null) raise(worths, pathScores(steps, index), 1);
  const rates = [column.heading, ...column.others].some(({ bare }) => namesSatisfaction(bare));
  index.fields.forEach((field, at) => {
    let said = worths[at];
    if (stamp?.field === field) said = Math.max(said, stamp.worth);
    if (rates && ratesTickets.has(field)) said = Math.max(said, MADE_OF);
    const isNot = said > 0 && said < 0.9 && notWith[field as FieldId]?.words.test(look.header.words);
    worths[at] = isNot ? 0 : said;
  });
  return worths;
}

/** What a header says of each field of a kind, 0–1, whatever stands below it. */
export function headerWorths(kind: DataKind, name: string): (field: FieldId) => number {
  const nothing = { stream: null, headerNotes: [], values: [[]], rows: 0, whole: true, asides: [] };
  const [forms] = formsOf(kind, [lookAt({ ...nothing, columns: [name] }, 0)]);
  const index = phrasesFor(kind);
  const worths = worthsOf(named(forms, kind), index);
  return (field) => worths[index.fields.indexOf(field)] ?? 0;
}
