import type { CodeColumn } from '../../model/columns.ts';
import { authorRoles } from '../../model/fields.ts';

const AGENT = authorRoles.indexOf('agent') + 1;
const BOT = authorRoles.indexOf('bot') + 1;

/** An answer this soon after the question, made of a text that many tickets got, was sent by a machine. */
const AUTOMATIC_WITHIN = 60_000;
const AUTOMATIC_SHARE = 0.05;
const AUTOMATIC_TICKETS = 5;
/** Of fewer, where the helpdesk itself counts a later answer as the first. */
const PASSED_OVER_TICKETS = 2;
const RECEIPT_SHARE = 0.5;
/** Shares of a text that must be of its template, and of a template's uses that must be quick for the slow ones to be of it. */
const TEMPLATE_SHARE = 0.6;
const TEMPLATE_WORDS = 4;
const QUICK_SHARE = 0.9;

interface AutomaticOptions {
  readonly offsets: Uint32Array;
  readonly sent: Float64Array;
  /** 1 at dates without a time: nobody knows how soon after the question they came. */
  readonly isDate: Uint8Array | null;
  readonly role: Uint8Array;
  readonly isPublic: Uint8Array;
  readonly texts: CodeColumn;
  /** When the question of each ticket was asked; NaN where nobody asked. */
  readonly askedAt: Float64Array;
  /** Names that may stand in a text: of who wrote in the conversation and of the requester. */
  readonly namesOf: (ticket: number) => readonly string[];
  /** When the helpdesk says that the first answer of each ticket came; NaN where it says nothing. */
  readonly toldAt?: Float64Array | null;
}

/**
 * Turns automatic replies into a bot's: answers within 60 s of the question whose text, with numbers, addresses and
 * names folded, at least 5 % of the conversations (and five) got so quickly. "We received request #4711, Anna" is
 * one text. Two are enough where the helpdesk says of each that its first answer came later. Returns how many answers it
 * marked.
 */
export function markAutomatic(options: AutomaticOptions): number {
  const template: TemplateOptions = {
    ...options,
    writer: AGENT,
    share: AUTOMATIC_SHARE,
    fewest: AUTOMATIC_TICKETS,
    mark: (row) => {
      options.role[row] = BOT;
    },
  };
  const marked = markTemplates(template);
  const { toldAt } = options;
  if (marked > 0 || !toldAt) return marked;
  const isPassedOver = ({ ticket, row }: Quick): boolean =>
    toldAt[ticket] - options.sent[row] > AUTOMATIC_WITHIN;
  return markTemplates({ ...template, fewest: PASSED_OVER_TICKETS, isSure: isPassedOver });
}

/**
 * Where bots answer: what they send to half of all conversations within 60 s is a receipt or a greeting, whatever the
 * question, and no answer.
 */
export function leaveOutReceipts(options: AutomaticOptions, endsWait: Uint8Array): void {
  markTemplates({
    ...options,
    writer: BOT,
    share: RECEIPT_SHARE,
    fewest: AUTOMATIC_TICKETS,
    mark: (row) => {
      endsWait[row] = 0;
    },
  });
}

interface TemplateOptions extends AutomaticOptions {
  /** The role of who writes them. */
  readonly writer: number;
  /** Share of the conversations that get a text so quickly. */
  readonly share: number;
  /** Conversations at least, however small the share is. */
  readonly fewest: number;
  /** What must hold of each answer of a template for it to be automatic. */
  readonly isSure?: (answer: Quick) => boolean;
  readonly mark: (row: number) => void;
}

function markTemplates(options: TemplateOptions): number {
  const { offsets, texts, mark } = options;
  let threads = 0;
  for (let t = 0; t + 1 < offsets.length; t++) if (offsets[t] < offsets[t + 1]) threads++;
  const least = Math.max(options.fewest, options.share * threads);
  const quick = quickAnswers(options);
  if (quick.length < least) return 0;
  const wordsOf = quick.map(({ ticket, row }) =>
    foldedWords(texts.names.text(texts.codes[row]), options.namesOf(ticket)),
  );
  const isCommon = commonWords(quick, wordsOf, least);
  const ticketsOf = new Map<string, Set<number>>();
  const templates = wordsOf.map((words, k) => {
    const template = templateOf(words, isCommon);
    if (template !== null) {
      const seen = ticketsOf.get(template) ?? new Set();
      ticketsOf.set(template, seen.add(quick[k].ticket));
    }
    return template;
  });
  const { isSure } = options;
  const unsure = new Set(isSure ? templates.filter((_, k) => !isSure(quick[k])) : []);
  const automatic = new Set(
    [...ticketsOf].filter(([name, seen]) => seen.size >= least && !unsure.has(name)).map(([name]) => name),
  );
  if (automatic.size === 0) return 0;
  let marked = 0;
  for (const [k, { row }] of quick.entries()) {
    const template = templates[k];
    if (template === null || !automatic.has(template)) continue;
    mark(row);
    marked++;
  }
  return marked + markLate(options, { automatic, ticketsOf, isCommon });
}

interface Quick {
  readonly ticket: number;
  readonly row: number;
}

function quickAnswers(options: TemplateOptions): Quick[] {
  const { offsets, sent, isDate, role, isPublic, texts, askedAt, writer } = options;
  const quick: Quick[] = [];
  for (let t = 0; t + 1 < offsets.length; t++) {
    for (let i = offsets[t]; i < offsets[t + 1]; i++) {
      const after = sent[i] - askedAt[t];
      if (after > AUTOMATIC_WITHIN) break;
      if (isDate?.[i] === 1) continue;
      if (role[i] === writer && isPublic[i] === 1 && after >= 0 && texts.codes[i] !== 0)
        quick.push({ ticket: t, row: i });
    }
  }
  return quick;
}

/** Words that quick answers of many tickets have in common; what only few have is an id, a name or somebody's own words. */
function commonWords(
  quick: readonly Quick[],
  wordsOf: readonly (readonly string[])[],
  least: number,
): (word: string) => boolean {
  const counts = new Map<string, { tickets: number; last: number }>();
  for (const [k, words] of wordsOf.entries()) {
    for (const word of words) {
      const seen = counts.get(word) ?? { tickets: 0, last: -1 };
      if (seen.last !== quick[k].ticket) seen.tickets++;
      seen.last = quick[k].ticket;
      counts.set(word, seen);
    }
  }
  return (word) => (counts.get(word)?.tickets ?? 0) >= least;
}

/** What is left of a text when its own words are taken out; null where that is not most of it. */
function templateOf(words: readonly string[], isCommon: (word: string) => boolean): string | null {
  const common = words.filter((word) => word === FOLDED || isCommon(word));
  const own = words.length - common.length;
  if (words.length > 0 && own === 0) return common.join(' ');
  if (common.length < TEMPLATE_WORDS || common.length < TEMPLATE_SHARE * words.length) return null;
  return common.filter((word) => word !== FOLDED).join(' ');
}

/** The same machine also answers late at times: first answers of a template that is nearly always quick are its too. */
function markLate(
  { offsets, role, isPublic, texts, askedAt, namesOf, writer, mark }: TemplateOptions,
  found: {
    readonly automatic: ReadonlySet<string>;
    readonly ticketsOf: ReadonlyMap<string, ReadonlySet<number>>;
    readonly isCommon: (word: string) => boolean;
  },
): number {
  const late = new Map<string, number[]>();
  for (let t = 0; t + 1 < offsets.length; t++) {
    if (Number.isNaN(askedAt[t])) continue;
    let i = offsets[t];
    while (i < offsets[t + 1] && !(role[i] === writer && isPublic[i] === 1)) i++;
    if (i === offsets[t + 1] || texts.codes[i] === 0) continue;
    const template = templateOf(foldedWords(texts.names.text(texts.codes[i]), namesOf(t)), found.isCommon);
    if (template === null || !found.automatic.has(template)) continue;
    const rows = late.get(template) ?? [];
    rows.push(i);
    late.set(template, rows);
  }
  let marked = 0;
  for (const [template, rows] of late) {
    const quick = found.ticketsOf.get(template)?.size ?? 0;
    if (quick < QUICK_SHARE * (quick + rows.length)) continue;
    for (const row of rows) mark(row);
    marked += rows.length;
  }
  return marked;
}

const FOLDED = '#';

/** The words of a text; whatever holds a digit, an address, a link or a name of the conversation is folded into one sign. */
function foldedWords(text: string, names: readonly string[]): string[] {
  const own = new Set(names.flatMap((name) => name.toLowerCase().match(/[\p{L}\p{M}]{2,}/gu) ?? []));
  const words: string[] = [];
  for (const [token] of text.toLowerCase().matchAll(/\S+/gu)) {
    const isFolded = /\p{N}|@|:\/\//u.test(token);
    const parts = isFolded ? [FOLDED] : (token.match(/[\p{L}\p{M}]+/gu) ?? []);
    for (const part of parts) {
      const word = own.has(part) ? FOLDED : part;
      if (word !== FOLDED || words.at(-1) !== FOLDED) words.push(word);
    }
  }
  return words;
}
