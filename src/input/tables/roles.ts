import type { CodeColumn } from '../../model/columns.ts';
import { authorRoles, type RoleRule, roleRules } from '../../model/fields.ts';
import { DAY } from '../../time/civil.ts';
import { isBotName } from './names.ts';
import { codesIn, type Stack } from './stack.ts';

const roleCode = new Map<string, number>(authorRoles.map((name, index) => [name, index + 1]));
const code = (role: (typeof authorRoles)[number]): number => roleCode.get(role) as number;
const CUSTOMER = code('customer');
const AGENT = code('agent');
const BOT = code('bot');
const OTHER = code('other');

/** Answers to so many different requesters are what an agent writes, not somebody who was copied in. */
const SEVERAL = 2;

/** Providers where everybody has an address: colleagues are not known by them. */
const freeMail =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|aol|gmx|web|proton|protonmail|mail|yandex|qq|163)\./;

export interface RoleOptions {
  readonly stack: Stack;
  readonly order: Uint32Array;
  readonly offsets: Uint32Array;
  readonly authors: CodeColumn;
  readonly isPublic: Uint8Array;
  /** 1 at tables whose role column says how somebody stands to a project (GitHub): the author of an issue stays its author. */
  readonly isAssociation: Uint8Array;
  /** Requester and assignee of each ticket, where a ticket list says so. */
  readonly requester: CodeColumn | null;
  readonly assignee: CodeColumn | null;
  /** When each message was sent, and when each ticket was answered first by its own stamp; null where no stamp says so. */
  readonly sent: Float64Array;
  readonly toldAt: Float64Array | null;
  /** Names of those to whom tickets were given, by a log of changes. */
  readonly assignedOnce: readonly string[];
  /** Role of each person by name as a list of users says it today. */
  readonly listed: ReadonlyMap<string, string>;
}

export interface SettledRoles {
  readonly role: Uint8Array;
  /** By which rule the messages were told apart, and how many by each. */
  readonly rules: ReadonlyMap<RoleRule, number>;
}

/**
 * Who wrote each message (customer, agent, bot, system, somebody else; 0: nobody knows), by what is written now
 * and was done then: the row's own flag or role; the requester of the ticket; a name that says bot; who was ever
 * given a ticket; who wrote at the instant of a ticket's first response; who answered several requesters; the list of users; the domain of the address; who wrote first.
 * A list of users says what somebody is today: an agent who has left is an end user there, and stays an agent of
 * the past. A message without any author is nobody's.
 */
export function settleRoles(options: RoleOptions): SettledRoles {
  const { offsets, requester } = options;
  const teller = new RoleTeller(options);
  const areKnown = requester !== null && !areTwoIdSpaces(options.authors, requester);
  for (let t = 0; t + 1 < offsets.length; t++) {
    teller.beginTicket(areKnown ? requester.codes[t] : 0);
    for (let i = offsets[t]; i < offsets[t + 1]; i++) teller.take(i);
  }
  return { role: teller.role, rules: teller.rules() };
}

/**
 * Whether messages name people by another kind of key than the tickets: names there, addresses or numbers here. Then no
 * requester is found among the authors, and not being the requester makes nobody an agent.
 */
function areTwoIdSpaces(authors: CodeColumn, requester: CodeColumn): boolean {
  const [writing, asking] = [new Set(authors.codes), new Set(requester.codes)];
  writing.delete(0);
  asking.delete(0);
  if (writing.size === 0 || asking.size === 0) return false;
  for (const code of asking) if (writing.has(code)) return false;
  const share = ({ names }: CodeColumn, codes: ReadonlySet<number>, form: RegExp): number => {
    let count = 0;
    for (const code of codes) if (form.test(names.name(code))) count++;
    return count / codes.size;
  };
  return [/@/, /^\d+$/].some((form) => {
    const [here, there] = [share(authors, writing, form), share(requester, asking, form)];
    return (here >= MOST && there === 0) || (there >= MOST && here === 0);
  });
}

/** Share of the keys that are of one form. */
const MOST = 0.9;

/** Tells who wrote each message of one ticket after the other. */
class RoleTeller {
  readonly role: Uint8Array;
  readonly #counts = new Map<RoleRule, number>();
  readonly #options: RoleOptions;
  readonly #declared: (row: number) => number;
  readonly #people: People;
  /** Who asks in the ticket in hand, 0 while nobody knows, and whether the ticket itself says so. */
  #customer = 0;
  #isKnown = false;

  constructor(options: RoleOptions) {
    this.#options = options;
    this.role = new Uint8Array(options.order.length);
    this.#declared = declaredRoles(options.stack);
    this.#people = new People(options, this.#declared);
  }

  beginTicket(requester: number): void {
    this.#customer = requester;
    this.#isKnown = requester !== 0;
  }

  take(i: number): void {
    const { stack, order, authors } = this.#options;
    const row = order[i];
    const author = authors.codes[i];
    const declared = this.#declared(row);
    const isOwn = author !== 0 && author === this.#customer;
    const isAssociation = this.#options.isAssociation[stack.table[row]] === 1;
    if (declared !== 0 && !(isOwn && isAssociation)) this.#takeDeclared(i, declared);
    else if (author === 0) return;
    else if (isOwn && !this.#people.isBot(author)) this.#settle(i, CUSTOMER, 'requester');
    else this.#takeByPeople(i, isAssociation);
  }

  /** How many messages were told by each rule. */
  rules(): ReadonlyMap<RoleRule, number> {
    return new Map(
      roleRules.flatMap((name) => {
        const count = this.#counts.get(name);
        return count === undefined ? [] : [[name, count] as const];
      }),
    );
  }

  /** The row itself says who wrote it. */
  #takeDeclared(i: number, declared: number): void {
    const author = this.#options.authors.codes[i];
    const mayBeBot = declared === AGENT || declared === OTHER;
    this.#settle(i, mayBeBot && this.#people.isBot(author) ? BOT : declared, 'declared');
    if (this.#customer === 0 && declared === CUSTOMER) this.#customer = author;
  }

  /** By what is known of the author elsewhere, else by who wrote first. */
  #takeByPeople(i: number, isAssociation: boolean): void {
    const author = this.#options.authors.codes[i];
    const { role, rule } = this.#people.find(author, this.#customer);
    if (role !== 0) this.#settle(i, isAssociation && isByHabit.has(rule) ? OTHER : role, rule);
    else if (isAssociation) this.#settle(i, OTHER, 'declared');
    else if (this.#isKnown || this.#customer !== 0) this.#settle(i, AGENT, 'not_requester');
    else {
      this.#customer = author;
      this.#settle(i, CUSTOMER, 'first');
    }
  }

  #settle(i: number, role: number, rule: RoleRule): void {
    this.role[i] = role;
    this.#counts.set(rule, (this.#counts.get(rule) ?? 0) + 1);
  }
}

/** Rules that tell helpdesks' agents; where a table says how people stand to a project, nobody becomes a member by them. */
const isByHabit = new Set<RoleRule>(['domain', 'several']);

/** The role that a row itself says, 0 for none. */
function declaredRoles(stack: Stack): (row: number) => number {
  const column = codesIn(stack.columns, 'author_role');
  if (!column) return () => 0;
  const byCode = new Map(authorRoles.map((name, index) => [column.names.find(name), index + 1]));
  return (row) => (column.codes[row] === 0 ? 0 : (byCode.get(column.codes[row]) ?? 0));
}

/** What is known of the people who write, over all conversations. */
class People {
  readonly #names: CodeColumn['names'];
  readonly #isAssigned: Uint8Array;
  readonly #answersSeveral: Uint8Array;
  readonly #answersOnTime: Uint8Array;
  readonly #asks: Uint8Array;
  readonly #listed: ReadonlyMap<string, string>;
  readonly #domains: string[] = [];
  readonly #bots: boolean[] = [];
  readonly #agentDomains = new Set<string>();

  constructor(options: RoleOptions, declared: (row: number) => number) {
    const { authors, requester, assignee, assignedOnce, listed, order } = options;
    const { names } = authors;
    const size = names.size + 1;
    this.#names = names;
    this.#listed = listed;
    this.#isAssigned = new Uint8Array(size);
    this.#asks = new Uint8Array(size);
    const mark = (flags: Uint8Array, column: CodeColumn | null): void => {
      for (const each of column?.names === names ? column.codes : []) if (each !== 0) flags[each] = 1;
    };
    mark(this.#isAssigned, assignee);
    mark(this.#asks, requester);
    for (const name of assignedOnce) {
      const found = names.find(name);
      if (found > 0) this.#isAssigned[found] = 1;
    }
    this.#answersSeveral = answersSeveral(options);
    this.#answersOnTime = answersOnTime(options);
    for (let i = 0; i < order.length; i++)
      if (this.#isAssigned[authors.codes[i]] === 1 || declared(order[i]) === AGENT)
        this.#agentDomains.add(this.#domainOf(authors.codes[i]));
    this.#agentDomains.delete('');
  }

  /** Whether the name of an author says that a machine writes. */
  isBot(author: number): boolean {
    this.#bots[author] ??= author !== 0 && isBotName(this.#names.name(author));
    return this.#bots[author];
  }

  /** Role of an author in a conversation of `customer`, and the rule that says so; 0 where none does. */
  find(author: number, customer: number): { readonly role: number; readonly rule: RoleRule } {
    const listed = roleCode.get(this.#listed.get(this.#names.name(author)) ?? '') ?? 0;
    if (this.isBot(author) || listed === BOT) return { role: BOT, rule: 'bot_name' };
    if (this.#isAssigned[author] === 1) return { role: AGENT, rule: 'assignee' };
    if (listed !== 0 && listed !== CUSTOMER) return { role: listed, rule: 'listed' };
    const domain = this.#domainOf(author);
    const isColleague = domain !== '' && customer !== 0 && domain === this.#domainOf(customer);
    if (this.#answersOnTime[author] === 1 && this.#asks[author] === 0)
      return { role: AGENT, rule: 'on_time' };
    const isOfDesk = this.#agentDomains.has(domain);
    if (isOfDesk && !isColleague) return { role: AGENT, rule: 'domain' };
    // Whoever asks at times and was never given a ticket is another customer, however many he writes to.
    if (this.#answersSeveral[author] === 1 && this.#asks[author] === 0 && !isColleague)
      return { role: AGENT, rule: 'several' };
    if (listed === CUSTOMER) return { role: CUSTOMER, rule: 'listed' };
    if (isColleague && !isOfDesk) return { role: CUSTOMER, rule: 'domain' };
    if (customer !== 0 && this.#asks[author] === 1 && this.#answersSeveral[author] === 0)
      return { role: OTHER, rule: 'asks_elsewhere' };
    return { role: 0, rule: 'first' };
  }

  #domainOf(author: number): string {
    this.#domains[author] ??= domainOf(author === 0 ? '' : this.#names.name(author));
    return this.#domains[author];
  }
}

function domainOf(name: string): string {
  const domain = /@([^\s@>]+\.[^\s@>]+)>?$/.exec(name)?.[1].toLowerCase() ?? '';
  return freeMail.test(domain) ? '' : domain;
}

/** 1 at authors who wrote in public to several requesters other than themselves. */
function answersSeveral({ offsets, authors, isPublic, requester }: RoleOptions): Uint8Array {
  const first = new Uint32Array(authors.names.size + 1);
  const several = new Uint8Array(authors.names.size + 1);
  const seen = new Uint8Array(authors.names.size + 1);
  if (!requester) return several;
  for (let t = 0; t + 1 < offsets.length; t++) {
    const asked = requester.codes[t];
    if (asked === 0) continue;
    for (let i = offsets[t]; i < offsets[t + 1]; i++) {
      const author = authors.codes[i];
      if (author === 0 || author === asked || isPublic[i] === 0 || first[author] === asked) continue;
      first[author] = asked;
      if (++seen[author] >= SEVERAL) several[author] = 1;
    }
  }
  return several;
}

/** Stamps of one instant may be rounded otherwise here and there. */
const ONE_INSTANT = 1000;

/** 1 at authors who wrote in public at the instant that a ticket has as its first response: nobody else answered it. */
function answersOnTime({ offsets, authors, isPublic, sent, toldAt }: RoleOptions): Uint8Array {
  const onTime = new Uint8Array(authors.names.size + 1);
  if (!toldAt) return onTime;
  for (let t = 0; t + 1 < offsets.length; t++) {
    // At midnight a day may stand there without its time.
    if (Number.isNaN(toldAt[t]) || toldAt[t] % DAY === 0) continue;
    for (let i = offsets[t]; i < offsets[t + 1]; i++)
      if (isPublic[i] === 1 && Math.abs(sent[i] - toldAt[t]) <= ONE_INSTANT) onTime[authors.codes[i]] = 1;
  }
  return onTime;
}
