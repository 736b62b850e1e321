import type { CodeColumn } from '../../model/columns.ts';
import type { MessageReading, Messages } from '../../model/desk.ts';
import { Dictionary } from '../../model/dictionary.ts';
import { authorRoles } from '../../model/fields.ts';
import { findOpenings, IN_THREAD, type OpeningOptions } from './openings.ts';
import { pickMessages } from './regroup.ts';
import { type RoleOptions, settleRoles } from './roles.ts';
import { inOrder, sliceByOwner } from './slices.ts';
import { codesIn, numberColumnIn, numbersIn, type Stack } from './stack.ts';
import { leaveOutReceipts, markAutomatic } from './templates.ts';
import { thanksIn } from './thanks.ts';

const CUSTOMER = authorRoles.indexOf('customer') + 1;
const AGENT = authorRoles.indexOf('agent') + 1;
const BOT = authorRoles.indexOf('bot') + 1;

/**
 * The conversation each message belongs to, from reply ids alone: messages that answer each other, directly or
 * through others, or that answer the same message that the export lacks, are one conversation, named after its
 * earliest message. Returns ticket ids as codes of `tickets`.
 */
export function threadsByReply(stack: Stack, tickets: Dictionary): Uint32Array {
  const ids = codesIn(stack.columns, 'id');
  const replies = codesIn(stack.columns, 'reply_to');
  const sentAt = numbersIn(stack.columns, 'sent_at') as Float64Array;
  const size = Math.max(ids?.names.size ?? 0, replies?.names.size ?? 0) + 1;
  const parent = new Int32Array(size);
  for (let i = 0; i < size; i++) parent[i] = i;
  const find = (node: number): number => {
    let root = node;
    while (parent[root] !== root) root = parent[root];
    for (let at = node; parent[at] !== root; ) {
      const next = parent[at];
      parent[at] = root;
      at = next;
    }
    return root;
  };
  for (let row = 0; row < stack.rows; row++) {
    const id = ids?.codes[row] ?? 0;
    const reply = replies?.codes[row] ?? 0;
    if (id !== 0 && reply !== 0) parent[find(id)] = find(reply);
  }
  const earliest = new Int32Array(size).fill(-1);
  const rootOf = (row: number): number => find(ids?.codes[row] || replies?.codes[row] || 0);
  const nameOf = (row: number): string => ids?.names.name(ids.codes[row]) ?? '';
  for (let row = 0; row < stack.rows; row++) {
    const root = rootOf(row);
    const best = earliest[root];
    if (
      best < 0 ||
      sentAt[row] < sentAt[best] ||
      (sentAt[row] === sentAt[best] && nameOf(row) < nameOf(best))
    ) {
      earliest[root] = row;
    }
  }
  const codes = new Uint32Array(stack.rows);
  for (let row = 0; row < stack.rows; row++) {
    const root = rootOf(row);
    if (root !== 0) codes[row] = tickets.internText(nameOf(earliest[root]) || `thread ${root}`);
  }
  return codes;
}

export interface MessageOptions {
  readonly stack: Stack;
  /** Ticket row of each message, −1 for none. */
  readonly owner: Int32Array;
  readonly tickets: Stack;
  readonly roles: Omit<
    RoleOptions,
    'stack' | 'order' | 'offsets' | 'authors' | 'isPublic' | 'sent' | 'toldAt' | 'requester' | 'assignee'
  >;
  readonly openings: Pick<OpeningOptions, 'isRebuilt' | 'deskOfTable' | 'nestedSources' | 'isComplete'>;
  /** A bot's answer ends a wait too. */
  readonly botsAnswer: boolean;
  /** Nothing later than this is kept, though it may tell how messages are to be read; null keeps all. */
  readonly asOf: number | null;
}

export interface SlicedMessages {
  readonly messages: Messages;
  readonly order: Uint32Array;
  readonly orphans: number;
}

/** Sorts messages by ticket and time and settles who wrote each of them, and where each question stands. */
export function sliceMessages(options: MessageOptions): SlicedMessages {
  const { stack, owner, tickets, openings, asOf } = options;
  const sentAt = numbersIn(stack.columns, 'sent_at') as Float64Array;
  const requester = codesIn(tickets.columns, 'requester');
  const sliced = sliceByOwner({ owner, owners: tickets.rows, at: sentAt, tie: tieOf(options, requester) });
  const { offsets, order } = sliced;
  const inTurn = (column: CodeColumn | null): CodeColumn | null =>
    column && { type: 'code', codes: inOrder(column.codes, order), names: column.names };
  const authors = inTurn(codesIn(stack.columns, 'author')) ?? {
    type: 'code',
    codes: new Uint32Array(order.length),
    names: new Dictionary(),
  };
  const isPublic = publicInTurn(numbersIn(stack.columns, 'public'), order);
  const sent = inOrder(sentAt, order);
  const written = numberColumnIn(stack.columns, 'sent_at')?.written;
  const dates = written?.days ? { isDate: inOrder(written.days, order), zone: written.zone } : null;
  const assignee = codesIn(tickets.columns, 'assignee');
  const toldAt = numbersIn(tickets.columns, 'first_response_at');
  const { role, rules } = settleRoles({
    ...options.roles,
    stack,
    order,
    offsets,
    authors,
    isPublic,
    sent,
    toldAt,
    requester,
    assignee,
  });
  const texts = inTurn(codesIn(stack.columns, 'text'));
  const isHumanAnswer = new Uint8Array(order.length);
  const findAnswers = (): void => {
    for (let i = 0; i < order.length; i++) isHumanAnswer[i] = role[i] === AGENT && isPublic[i] === 1 ? 1 : 0;
  };
  findAnswers();
  const look = { ...openings, tickets, offsets, sent, dates, role, isPublic, isHumanAnswer };
  let found = findOpenings(look);
  let automatic = 0;
  const endsWait = options.botsAnswer ? answersOfBots(role, isPublic) : undefined;
  if (texts) {
    const askedAt = questionsOf({ ...look, question: found.question });
    const namesOf = (t: number): string[] => namesIn(t, { offsets, authors, requester });
    const isDate = dates?.isDate ?? null;
    const texting = { offsets, sent, isDate, role, isPublic, texts, askedAt, namesOf, toldAt };
    if (endsWait) leaveOutReceipts(texting, endsWait);
    automatic = markAutomatic(texting);
    if (automatic > 0) {
      // A receipt before the customer's own message hid that the thread holds its opening.
      findAnswers();
      found = findOpenings(look);
    }
  }
  const { reading, ...places } = found;
  const byBots = endsWait?.reduce((sum, each) => sum + each, 0) ?? 0;
  if (endsWait) for (let i = 0; i < endsWait.length; i++) endsWait[i] |= isHumanAnswer[i];
  const messages: Messages = {
    offsets,
    sentAt: sent,
    dates,
    role,
    isPublic,
    author: authors,
    isHumanAnswer,
    ...(endsWait ? { endsWait } : {}),
    text: texts,
    isThanks: texts && thanksIn(texts),
    ...places,
    reading: {
      ...reading,
      ...knownAuthors(role, isPublic),
      ...{ roles: rules, automatic, byBots },
      ...(wasEmpty(stack, asOf) ? { isEmpty: true as const } : {}),
    },
  };
  const { orphans } = sliced;
  return asOf === null ? { messages, order, orphans } : { ...messagesUntil(messages, order, asOf), orphans };
}

/** True where the list held no rows, or at an earlier as-of none yet: that is not a list of other tickets' messages. */
const wasEmpty = ({ rows, columns }: Stack, asOf: number | null): boolean =>
  rows === 0 || (asOf !== null && numbersIn(columns, 'sent_at')?.every((at) => !(at <= asOf)) === true);

/** 1 at messages that their rows do not call internal. */
function publicInTurn(flags: Float64Array | null, order: Uint32Array): Uint8Array {
  const isPublic = new Uint8Array(order.length).fill(1);
  if (flags) for (let i = 0; i < order.length; i++) if (flags[order[i]] === 0) isPublic[i] = 0;
  return isPublic;
}

/**
 * Order of messages of one ticket at one instant: by id, else what the customer wrote before what the desk wrote,
 * then by author and text; never by row.
 */
function tieOf(
  { stack, owner }: MessageOptions,
  requester: CodeColumn | null,
): (a: number, b: number) => number {
  const ids = codesIn(stack.columns, 'id');
  const roles = codesIn(stack.columns, 'author_role');
  const author = codesIn(stack.columns, 'author');
  const text = codesIn(stack.columns, 'text');
  const customer = roles?.names.find('customer') ?? -1;
  const nameIn = (column: CodeColumn | null, row: number): string =>
    column && column.codes[row] !== 0 ? column.names.name(column.codes[row]) : '';
  const asks = (row: number): number => {
    if (roles && roles.codes[row] !== 0) return roles.codes[row] === customer ? 0 : 1;
    const asked = requester?.codes[owner[row]] ?? 0;
    return asked !== 0 && author?.codes[row] === asked ? 0 : 1;
  };
  const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
  return (a, b) => {
    const [left, right] = [nameIn(ids, a), nameIn(ids, b)];
    return (
      left.length - right.length ||
      compare(left, right) ||
      asks(a) - asks(b) ||
      compare(nameIn(author, a), nameIn(author, b)) ||
      compare(nameIn(text, a), nameIn(text, b))
    );
  };
}

/** 1 at what bots wrote in public. */
const answersOfBots = (role: Uint8Array, isPublic: Uint8Array): Uint8Array =>
  role.map((each, i) => (each === BOT && isPublic[i] === 1 ? 1 : 0));

/** When each question was asked; NaN where a thread that should hold it does not. */
function questionsOf({
  tickets,
  offsets,
  sent,
  role,
  question,
}: OpeningOptions & { readonly question: Uint8Array }): Float64Array {
  const created = numbersIn(tickets.columns, 'created_at') ?? new Float64Array(tickets.rows).fill(Number.NaN);
  const askedAt = created.slice();
  for (let t = 0; t < tickets.rows; t++) {
    if (question[t] !== IN_THREAD) continue;
    let i = offsets[t];
    while (i < offsets[t + 1] && role[i] !== CUSTOMER) i++;
    askedAt[t] = i < offsets[t + 1] ? sent[i] : Number.NaN;
  }
  return askedAt;
}

function namesIn(
  t: number,
  {
    offsets,
    authors,
    requester,
  }: {
    readonly offsets: Uint32Array;
    readonly authors: CodeColumn;
    readonly requester: CodeColumn | null;
  },
): string[] {
  const names = new Set<string>();
  if (requester && requester.codes[t] !== 0) names.add(requester.names.name(requester.codes[t]));
  for (let i = offsets[t]; i < offsets[t + 1]; i++)
    if (authors.codes[i] !== 0) names.add(authors.names.name(authors.codes[i]));
  return [...names];
}

function knownAuthors(
  role: Uint8Array,
  isPublic: Uint8Array,
): Pick<MessageReading, 'unknownAuthors' | 'knowsAuthors'> {
  let unknownAuthors = 0;
  let knowsAuthors = role.length === 0;
  for (let i = 0; i < role.length; i++) {
    if (role[i] === 0 && isPublic[i] === 1) unknownAuthors++;
    if (role[i] !== 0) knowsAuthors = true;
  }
  return { unknownAuthors, knowsAuthors };
}

/** Without what was written after `--as-of`. */
function messagesUntil(
  messages: Messages,
  order: Uint32Array,
  asOf: number,
): Pick<SlicedMessages, 'messages' | 'order'> {
  const offsets = new Uint32Array(messages.offsets.length);
  const rows: number[] = [];
  for (let t = 0; t + 1 < messages.offsets.length; t++) {
    for (let i = messages.offsets[t]; i < messages.offsets[t + 1]; i++)
      if (messages.sentAt[i] <= asOf) rows.push(i);
    offsets[t + 1] = rows.length;
  }
  const kept = Uint32Array.from(rows);
  return { messages: { ...pickMessages(messages, kept), offsets }, order: inOrder(order, kept) };
}
