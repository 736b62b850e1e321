import type { CodeColumn } from '../../model/columns.ts';
import type { Messages } from '../../model/desk.ts';
import { Dictionary } from '../../model/dictionary.ts';
import { authorRoles } from '../../model/fields.ts';
import { inOrder, sliceByOwner } from './slices.ts';
import { codesIn, numbersIn, type Stack } from './stack.ts';

const CUSTOMER = authorRoles.indexOf('customer') + 1;
const AGENT = authorRoles.indexOf('agent') + 1;
const BOT = authorRoles.indexOf('bot') + 1;

/** An answer this soon after the customer's first message, with a text that many tickets got, was sent by a machine. */
const AUTOMATIC_WITHIN = 60_000;
const AUTOMATIC_SHARE = 0.05;
const AUTOMATIC_TICKETS = 5;

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
  readonly owners: number;
  /** Requester of each ticket, for exports that do not say who wrote what. */
  readonly requester: CodeColumn | null;
  /** Role of each author by name, where a list of users was read too. */
  readonly roles: ReadonlyMap<string, string>;
}

/** Sorts messages by ticket and time and settles who wrote each of them. */
export function sliceMessages({ stack, owner, owners, requester, roles }: MessageOptions): {
  messages: Messages;
  order: Uint32Array;
  orphans: number;
  automatic: number;
} {
  const sentAt = numbersIn(stack.columns, 'sent_at') as Float64Array;
  const ids = codesIn(stack.columns, 'id');
  const name = (row: number): string => (ids ? ids.names.name(ids.codes[row]) : '');
  const tie = (a: number, b: number): number => {
    const [left, right] = [name(a), name(b)];
    return left.length - right.length || (left < right ? -1 : left > right ? 1 : 0);
  };
  const { offsets, order, orphans } = sliceByOwner({ owner, owners, at: sentAt, tie });
  const author = codesIn(stack.columns, 'author');
  const text = codesIn(stack.columns, 'text');
  const publicFlag = numbersIn(stack.columns, 'public');
  const authors: CodeColumn = author
    ? { type: 'code', codes: inOrder(author.codes, order), names: author.names }
    : { type: 'code', codes: new Uint32Array(order.length), names: new Dictionary() };
  const isPublic = new Uint8Array(order.length).fill(1);
  if (publicFlag) for (let i = 0; i < order.length; i++) if (publicFlag[order[i]] === 0) isPublic[i] = 0;
  const sent = inOrder(sentAt, order);
  const role = settleRoles({ stack, order, offsets, authors, requester, roles });
  const texts: CodeColumn | null = text
    ? { type: 'code', codes: inOrder(text.codes, order), names: text.names }
    : null;
  const automatic = texts ? markAutomatic({ offsets, sent, role, isPublic, texts }) : 0;
  const isHumanAnswer = new Uint8Array(order.length);
  for (let i = 0; i < order.length; i++) isHumanAnswer[i] = role[i] === AGENT && isPublic[i] === 1 ? 1 : 0;
  return {
    messages: { offsets, sentAt: sent, role, isPublic, author: authors, isHumanAnswer, text: texts },
    order,
    orphans,
    automatic,
  };
}

const roleCodes = new Map<string, number>(authorRoles.map((name, index) => [name, index + 1]));

interface RoleOptions {
  readonly stack: Stack;
  readonly order: Uint32Array;
  readonly offsets: Uint32Array;
  readonly authors: CodeColumn;
  readonly requester: CodeColumn | null;
  readonly roles: ReadonlyMap<string, string>;
}

/**
 * Roles as the export says them, else as a list of users says them; else the requester, or who wrote first, is the
 * customer and everybody else an agent.
 */
function settleRoles({ stack, order, offsets, authors, requester, roles }: RoleOptions): Uint8Array {
  const role = new Uint8Array(order.length);
  const column = codesIn(stack.columns, 'author_role');
  if (column) {
    const byCode = new Map(authorRoles.map((name, index) => [column.names.find(name), index + 1]));
    for (let i = 0; i < order.length; i++) role[i] = byCode.get(column.codes[order[i]]) ?? 0;
  }
  const roleOf: number[] = [];
  const roleOfAuthor = (author: number): number => {
    roleOf[author] ??= roleCodes.get(roles.get(authors.names.name(author)) ?? '') ?? 0;
    return roleOf[author];
  };
  for (let t = 0; t + 1 < offsets.length; t++) {
    let customer = requester?.codes[t] ?? 0;
    for (let i = offsets[t]; i < offsets[t + 1]; i++) {
      if (role[i] !== 0) continue;
      const author = authors.codes[i];
      // Whoever asked is the customer of this ticket, an agent by trade or not.
      if (author !== customer) role[i] = roleOfAuthor(author);
      if (role[i] !== 0) continue;
      if (customer === 0) customer = author;
      role[i] = author === customer ? CUSTOMER : AGENT;
    }
  }
  return role;
}

interface AutomaticOptions {
  readonly offsets: Uint32Array;
  readonly sent: Float64Array;
  readonly role: Uint8Array;
  readonly isPublic: Uint8Array;
  readonly texts: CodeColumn;
}

/** Turns answers with the same text within 60 s on at least 5 % of tickets (and five) into a bot's; says how many. */
function markAutomatic({ offsets, sent, role, isPublic, texts }: AutomaticOptions): number {
  const tickets = offsets.length - 1;
  const seenOn = new Map<number, number>();
  const quick: number[] = [];
  for (let t = 0; t < tickets; t++) {
    let first = Number.NaN;
    const seen = new Set<number>();
    for (let i = offsets[t]; i < offsets[t + 1]; i++) {
      if (role[i] === CUSTOMER && Number.isNaN(first)) first = sent[i];
      if (role[i] !== AGENT || isPublic[i] === 0 || !(sent[i] - first <= AUTOMATIC_WITHIN)) continue;
      const code = texts.codes[i];
      if (code === 0) continue;
      quick.push(i);
      if (!seen.has(code)) seenOn.set(code, (seenOn.get(code) ?? 0) + 1);
      seen.add(code);
    }
  }
  const least = Math.max(AUTOMATIC_TICKETS, AUTOMATIC_SHARE * tickets);
  let marked = 0;
  for (const i of quick) {
    if ((seenOn.get(texts.codes[i]) ?? 0) < least) continue;
    role[i] = BOT;
    marked++;
  }
  return marked;
}
