import type { CodeColumn } from '../../model/columns.ts';
import type { FieldId } from '../../model/fields.ts';
import { type LooseWay, mailOf, matchLoosely } from '../../model/loose-keys.ts';
import { once } from '../../model/once.ts';
import type { Problem } from '../../model/problem.ts';
import { oneNameEach, oneSpellingEach } from './mail-spellings.ts';
import { codesIn, type Stack } from './stack.ts';
import type { DeskStacks } from './stacks-by-kind.ts';

/**
 * One person under one key: `CUST-0042`, `cust-42` and `42`, `Omar <omar@example.com>` and `OMAR@example.com`, in
 * whichever file (DEFINITIONS, joins). Tickets keep their words; what customers, orders, answers and messages call
 * people otherwise is put into the tickets' words, without tickets into those of the list of customers, where each
 * pairs with one. What was paired is said.
 */
export function unitePeople(stacks: DeskStacks, { paths, isSecret }: PeopleOptions): Problem[] {
  const { tickets, customers, activity, messages, surveys } = stacks;
  for (const [stack, field] of [
    [tickets, 'requester'],
    [customers, 'customer'],
    [activity, 'customer'],
    [messages, 'author'],
    ...surveys.map(({ stack }) => [stack, 'customer'] as const),
  ] as const) {
    const column = stack && codesIn(stack.columns, field);
    const spelled = column && oneSpellingEach(column);
    if (spelled) stack.columns[field] = spelled;
  }
  uniteAgents(tickets, messages);
  const found: Problem[] = [];
  const put = (stack: Stack | null, field: FieldId, { files, keys, isNarrow = false }: Putting): void => {
    if (!stack || !codesIn(stack.columns, field)) return;
    const there = keys();
    const united = there && rewrite(stack, field, { there, isNarrow });
    if (united) found.push(problemOf(united, { files, isSecret }));
  };
  found.push(...uniteFiles(customers, { files: paths.customers, isSecret }));
  found.push(...uniteFiles(activity, { files: paths.activity, isSecret }));
  const requesters = once(() => tickets && keysOf(codesIn(tickets.columns, 'requester')));
  put(customers, 'customer', { files: paths.customers, keys: () => bestSide(tickets, customers) });
  const known = customers ? () => keysOf(codesIn(customers.columns, 'customer')) : requesters;
  put(activity, 'customer', { files: paths.activity, keys: known });
  for (const { stack, table } of surveys) put(stack, 'customer', { files: [table.path], keys: requesters });
  const writers = (): Keys | null => tickets && authorsOf(tickets);
  put(messages, 'author', { files: paths.messages, keys: writers, isNarrow: true });
  return found;
}

/** Who is given tickets and who writes, under one spelling of a name. */
function uniteAgents(tickets: Stack | null, messages: Stack | null): void {
  const requester = tickets && codesIn(tickets.columns, 'requester');
  const places = (
    [
      [tickets, 'assignee'],
      [messages, 'author'],
    ] as const
  ).flatMap(([stack, field]) => {
    const column = stack && codesIn(stack.columns, field);
    return stack && column ? [{ stack, field, column }] : [];
  });
  const [first] = places;
  if (!first || places.some(({ column }) => column.names !== first.column.names)) return;
  const asking = new Set(requester?.names === first.column.names ? requester.codes : []);
  const united = oneNameEach(
    places.map(({ column }) => column),
    asking,
  );
  for (const [at, column] of united?.entries() ?? []) places[at].stack.columns[places[at].field] = column;
}

interface PeopleOptions {
  /** The files of each kind, in the order in which their stack counts them. */
  readonly paths: Readonly<Record<'customers' | 'activity' | 'messages', readonly string[]>>;
  /** People go by pseudonyms: no key of theirs is shown. */
  readonly isSecret: boolean;
}

interface Putting {
  /** The files whose keys are written otherwise. */
  readonly files: readonly string[];
  /** The keys on the other side: a million of them are looked through only where something may be written otherwise. */
  readonly keys: () => Keys | null;
  readonly isNarrow?: boolean;
}

interface Saying {
  readonly files: readonly string[];
  readonly isSecret: boolean;
}

/** Names and addresses are nobody's business here: only numbers are shown. */
const mayShow = (key: string): boolean => /\d/.test(key) && !/[@\s]/.test(key);

function problemOf({ pairs, ways, example: [here, there] }: United, { files, isSecret }: Saying): Problem {
  const isShown = !isSecret && mayShow(here) && mayShow(there);
  return {
    code: 'people_written_otherwise',
    severity: 'note',
    args: { ways, ...(isShown ? { here, there } : {}) },
    ...(files.length === 1 ? { where: { file: files[0] } } : {}),
    count: pairs.size,
  };
}

/** Different keys, by their code in a dictionary. */
interface Keys {
  readonly names: CodeColumn['names'];
  readonly codes: ReadonlySet<number>;
}

function keysOf(...columns: readonly (CodeColumn | null)[]): Keys | null {
  const [first] = columns.flatMap((column) => column ?? []);
  if (!first) return null;
  const codes = new Set<number>();
  for (const column of columns) {
    if (!column || column.names !== first.names) continue;
    for (const code of column.codes) if (code !== 0) codes.add(code);
  }
  return { names: first.names, codes };
}

const authorsOf = ({ columns }: Stack): Keys | null =>
  keysOf(codesIn(columns, 'requester'), codesIn(columns, 'assignee'));

/** Requesters or organizations, whichever more of the customers are found among. */
function bestSide(tickets: Stack | null, customers: Stack | null): Keys | null {
  const mine = customers && keysOf(codesIn(customers.columns, 'customer'));
  if (!tickets || !mine) return null;
  const sides = (['requester', 'organization'] as const).flatMap((field) => {
    const there = keysOf(codesIn(tickets.columns, field));
    return there ? [{ there, found: countFound(mine, there) }] : [];
  });
  sides.sort((a, b) => b.found - a.found);
  return sides[0] && sides[0].found > 0 ? sides[0].there : null;
}

function countFound(mine: Keys, there: Keys): number {
  let count = pairKeys(mine, { there, isNarrow: false })?.pairs.size ?? 0;
  for (const code of mine.codes) if (isThere(mine, code, there)) count++;
  return count;
}

const isThere = (mine: Keys, code: number, there: Keys): boolean =>
  there.codes.has(mine.names === there.names ? code : there.names.find(mine.names.name(code)));

interface Pairing {
  /** Code here → the key there. */
  readonly pairs: ReadonlyMap<number, string>;
  readonly ways: readonly LooseWay[];
}

interface PairOptions {
  readonly there: Keys;
  /** A constant prefix may be chance: who writes messages is no list of customers. */
  readonly isNarrow: boolean;
}

/** Pairs what is not there as it is: addresses first, whatever stands around them, then ids. */
function pairKeys(mine: Keys, { there, isNarrow }: PairOptions): Pairing | null {
  const taken = new Set<string>();
  const left = new Map<string, number>();
  for (const code of mine.codes) {
    const name = mine.names.name(code);
    if (isThere(mine, code, there)) taken.add(name);
    else left.set(name, code);
  }
  if (left.size === 0) return null;
  const theirs = [...there.codes].map((code) => there.names.name(code));
  const ways: LooseWay[] = [];
  const pairs = pairsByMail(left, theirs);
  if (pairs.size > 0) ways.push('address', 'case');
  const found = left.size === 0 ? null : matchLoosely(left.keys(), theirs, taken);
  if (found && !(isNarrow && found.ways.includes('prefix'))) {
    for (const [name, own] of found.pairs) pairs.set(left.get(name) ?? 0, own);
    ways.push(...found.ways.filter((way) => !ways.includes(way)));
  }
  return pairs.size === 0 ? null : { pairs, ways };
}

/** The key of each address; null where two are written for one. */
function addressesOf(keys: readonly string[]): ReadonlyMap<string, string | null> {
  const byMail = new Map<string, string | null>();
  for (const key of keys) {
    const mail = mailOf(key);
    if (mail !== null) byMail.set(mail, byMail.has(mail) ? null : key);
  }
  return byMail;
}

interface United extends Pairing {
  /** One key as it stands here and there. */
  readonly example: readonly [string, string];
}

/** Writes the keys of a column as the other side does; null where they are the same already. */
function rewrite(stack: Stack, field: FieldId, options: PairOptions): United | null {
  const column = codesIn(stack.columns, field);
  const mine = keysOf(column);
  const found = mine && pairKeys(mine, options);
  if (!column || !found) return null;
  const { names } = column;
  const known = new Map([...found.pairs].map(([code, key]) => [code, names.internText(key)]));
  stack.columns[field] = { type: 'code', codes: column.codes.map((code) => known.get(code) ?? code), names };
  return { ...found, example: exampleOf(found, names) };
}

const exampleOf = ({ pairs }: Pairing, names: Keys['names']): readonly [string, string] =>
  [...pairs].map(([code, key]) => [names.name(code), key] as const).sort(([a], [b]) => (a < b ? -1 : 1))[0];

/** Several files of one kind: the one with the most keys gives the words. */
function uniteFiles(stack: Stack | null, { files, isSecret }: Saying): Problem[] {
  const column = stack && codesIn(stack.columns, 'customer');
  if (!stack || !column) return [];
  const byTable = new Map<number, Set<number>>();
  column.codes.forEach((code, row) => {
    if (code === 0) return;
    const keys = byTable.get(stack.table[row]) ?? new Set();
    byTable.set(stack.table[row], keys.add(code));
  });
  const { names } = column;
  const order = [...byTable].sort(([a, left], [b, right]) => right.size - left.size || a - b);
  if (order.length < 2) return [];
  const codes = column.codes.slice();
  const problems: Problem[] = [];
  const there = new Set(order[0][1]);
  for (const [table, keys] of order.slice(1)) {
    const found = pairKeys({ names, codes: keys }, { there: { names, codes: there }, isNarrow: false });
    const known = new Map([...(found?.pairs ?? [])].map(([code, key]) => [code, names.internText(key)]));
    for (const code of keys) there.add(known.get(code) ?? code);
    if (!found) continue;
    for (let row = 0; row < codes.length; row++)
      if (stack.table[row] === table) codes[row] = known.get(codes[row]) ?? codes[row];
    problems.push(
      problemOf({ ...found, example: exampleOf(found, names) }, { files: [files[table]], isSecret }),
    );
  }
  stack.columns.customer = { type: 'code', codes, names };
  return problems;
}

/** Those whose address is there under another name; whoever has an address is taken out of those that are left. */
function pairsByMail(left: Map<string, number>, theirs: readonly string[]): Map<number, string> {
  const pairs = new Map<number, string>();
  const byMail = addressesOf(theirs);
  for (const [name, code] of left) {
    const mail = mailOf(name);
    if (mail === null) continue;
    left.delete(name);
    const own = byMail.get(mail);
    if (own) pairs.set(code, own);
  }
  return pairs;
}
