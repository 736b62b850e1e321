/** Ways in which two files write the same key differently, and what makes them one. */
const ways = {
  /** `Omar <omar@example.com>` is `OMAR@EXAMPLE.COM`. */
  address: (key: string): string => mailOf(key) ?? key,
  /** Salesforce: ids of 15 characters, and of 18 with three that check them (letters of the 15 keep their case). */
  salesforce: (key: string): string => (/^[A-Za-z0-9]{15}[A-Z0-5]{3}$/.test(key) ? key.slice(0, 15) : key),
  case: (key: string): string => key.normalize('NFKC').trim().toLowerCase(),
  /** `1,026` and `1 026` are 1026. */
  thousands: (key: string): string =>
    /^\d{1,3}(?:[,.'’\u00a0\u202f ]\d{3})+$/.test(key) ? key.replace(/\D/g, '') : key,
  /** `HD 12`, `HD-12` and `hd_12` are HD12; a mark between two digits may part two numbers, and stays. */
  separators: (key: string): string => key.replace(/(?<!\d)[\s_\-./#:]+|[\s_\-./#:]+(?!\d)/g, ''),
  decimal: (key: string): string => key.replace(/^(\d+)[.,]0+$/, '$1'),
  zeros: (key: string): string => key.replace(/^(\D*)0+(?=\d)/, '$1'),
} as const;

/** What was found to be different: said to people. */
export type LooseWay = keyof typeof ways | 'prefix';

const order: readonly (readonly LooseWay[])[] = [
  ['address', 'case'],
  ['salesforce'],
  ['case'],
  ['thousands'],
  ['decimal'],
  ['zeros'],
  ['separators'],
  ['case', 'separators'],
  ['case', 'zeros'],
  ['case', 'separators', 'zeros'],
  ['prefix'],
  ['case', 'prefix', 'zeros'],
  ['thousands', 'decimal', 'case', 'prefix', 'zeros'],
];

/** Keys of one file as the other file writes them. */
export interface LooseMatch {
  /** Key here → key there, each once. */
  readonly pairs: ReadonlyMap<string, string>;
  readonly ways: readonly LooseWay[];
}

/**
 * Pairs keys that no file there has with keys there that differ only by case, leading zeros, a constant prefix,
 * a thousands separator, Salesforce's check letters, a display name or `.0`. Only where that is one-to-one: a key that
 * could mean two is not paired, nor is a way used under which two keys here fall together. Null where no way pairs any.
 */
export function matchLoosely(
  here: Iterable<string>,
  there: Iterable<string>,
  taken: ReadonlySet<string> = new Set(),
): LooseMatch | null {
  const mine = [...here];
  const theirs = [...there];
  let best: LooseMatch | null = null;
  for (const way of order) {
    const pairs = pairBy(way, { mine, theirs, taken });
    if (pairs.size > 0 && pairs.size > (best?.pairs.size ?? 0)) best = { pairs, ways: way };
    if (best && best.pairs.size === mine.length) break;
  }
  return best;
}

interface Keys {
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
  readonly taken: ReadonlySet<string>;
}

const NONE: ReadonlyMap<string, string> = new Map();

function pairBy(way: readonly LooseWay[], { mine, theirs, taken }: Keys): ReadonlyMap<string, string> {
  const foldMine = folding(way, mine);
  const foldTheirs = folding(way, theirs);
  if (!foldMine || !foldTheirs || !mayMean(foldMine.prefix, foldTheirs.prefix)) return NONE;
  const owners = new Map<string, string | null>();
  for (const key of theirs) {
    const folded = foldTheirs.fold(key);
    const before = owners.get(folded);
    if (before === undefined) owners.set(folded, key);
    else if (before !== key) owners.set(folded, null);
  }
  const pairs = new Map<string, string>();
  const used = new Set<string>();
  for (const key of mine) {
    const owner = owners.get(foldMine.fold(key));
    if (owner === undefined) continue;
    // Two there for one here, or two here for one there: under this way nothing is sure.
    if (owner === null || used.has(owner)) return NONE;
    if (taken.has(owner)) continue;
    used.add(owner);
    pairs.set(key, owner);
  }
  // Bare numbers meet prefixed ones by chance: most of them have to.
  if (way.includes('prefix') && pairs.size * 2 < mine.length) return NONE;
  return pairs;
}

interface Folding {
  readonly fold: (key: string) => string;
  /** What stood before the number of every key. */
  readonly prefix: string;
}

/** `INC1001` and `REQ1001` are two things; `CUST-12`, `cust_12`, `#12` and `12` may be one. */
function mayMean(mine: string, theirs: string): boolean {
  const [left, right] = [mine, theirs].map((prefix) => prefix.toLowerCase().replace(/[^\p{L}\p{M}]/gu, ''));
  return left === right || left === '' || right === '';
}

/** One key in the form in which keys that differ by these ways are equal; null where a way does not apply. */
function folding(way: readonly LooseWay[], keys: readonly string[]): Folding | null {
  const steps: ((key: string) => string)[] = [];
  let found = '';
  for (const each of way) {
    if (each !== 'prefix') {
      steps.push(ways[each]);
      continue;
    }
    const before = [...steps];
    const prefix = constantPrefix(keys.map((key) => before.reduce((text, step) => step(text), key)));
    if (prefix === null) return null;
    found = prefix;
    steps.push((key) => (key.startsWith(prefix) ? key.slice(prefix.length) : key));
  }
  return { fold: (key) => steps.reduce((text, step) => step(text), key), prefix: found };
}

/** What stands before the number in every key; null where keys differ in it or have no number. */
function constantPrefix(keys: readonly string[]): string | null {
  let prefix: string | null = null;
  for (const key of keys) {
    const found = /^(\D*)\d+$/.exec(key)?.[1];
    if (found === undefined || (prefix !== null && found !== prefix)) return null;
    prefix = found;
  }
  return prefix;
}

/** The address in `Name <name@example.com>` or in a bare one, in lower case; null for what is none. */
export function mailOf(text: string): string | null {
  const inBrackets = /<\s*([^<>\s]+@[^<>\s]+)\s*>/.exec(text)?.[1];
  if (inBrackets) return inBrackets.toLowerCase();
  const bare = text.trim().replace(/^mailto:/i, '');
  return /^[^\s@<>]+@[^\s@<>]+$/.test(bare) ? bare.toLowerCase() : null;
}
