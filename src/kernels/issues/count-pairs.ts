/** Words that stand further apart are no pair. */
const WINDOW: u32 = 8;
/** Bytes of a slot: the words of a pair, the lower one first, its count, and nothing. */
const SLOT: u32 = 16;
const PAGE: u32 = 1 << 16;

let table: u32 = 0;
let mask: u32 = 0;
let size: u32 = 0;

/** Where a pair is, or would be. */
function slotOf(first: u32, second: u32): u32 {
  let hash = (first * 0x9e3779b1) ^ ((second + 1) * 0x85ebca6b);
  hash = (hash ^ (hash >> 15)) * 0x2c1b3c6d;
  let slot = (hash ^ (hash >> 13)) & mask;
  let at = table + slot * SLOT;
  while (load<u32>(at, 8) !== 0 && (load<u32>(at) !== first || load<u32>(at, 4) !== second)) {
    slot = (slot + 1) & mask;
    at = table + slot * SLOT;
  }
  return at;
}

/** Moves the table behind itself, into one of twice as many slots. */
function grow(): void {
  const from = table;
  const to = from + (mask + 1) * SLOT;
  mask = 2 * mask + 1;
  table = to;
  const missing = <i32>(((table + (mask + 1) * SLOT + PAGE - 1) >> 16) - memory.size());
  if (missing > 0) memory.grow(missing);
  for (let at = from; at < to; at += SLOT)
    if (load<u32>(at, 8) !== 0) v128.store(slotOf(load<u32>(at), load<u32>(at, 4)), v128.load(at));
}

function add(first: u32, second: u32): void {
  if (size * 2 > mask) grow();
  const at = slotOf(first, second);
  const count = load<u32>(at, 8);
  if (count === 0) {
    store<u32>(at, first);
    store<u32>(at, second, 4);
    size++;
  }
  store<u32>(at, count + 1, 8);
}

/**
 * Counts the pairs of different words that stand near each other in `rows` texts, of which text i has the numbers of its
 * words from `offsets[i]` on. An open-addressing table, which begins at `from` with `slots` slots, a power of two, all
 * zero, and has all the memory behind it. Then its pairs lie one behind the other, in the order of their slots; their
 * number is returned, and where they begin is written over the first of the offsets.
 */
export function countPairs(offsets: u32, rows: u32, words: u32, from: u32, slots: u32): u32 {
  table = from;
  mask = slots - 1;
  size = 0;
  for (let i: u32 = 0; i < rows; i++) {
    const start = words + (load<u32>(offsets + (i << 2)) << 2);
    const end = words + (load<u32>(offsets + (i << 2), 4) << 2);
    for (let at = start; at < end; at += 4) {
      const word = load<u32>(at);
      for (let near = max(start, at - min(at, WINDOW << 2)); near < at; near += 4) {
        const other = load<u32>(near);
        if (other !== word) add(min(word, other), max(word, other));
      }
    }
  }
  let to = table;
  for (let at = table; at < table + (mask + 1) * SLOT; at += SLOT) {
    if (load<u32>(at, 8) === 0) continue;
    v128.store(to, v128.load(at));
    to += SLOT;
  }
  store<u32>(offsets, table);
  return size;
}
