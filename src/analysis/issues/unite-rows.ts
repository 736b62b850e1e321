import { hashNumbers } from './hashing.ts';
import type { Documents } from './token-documents.ts';

/** The part of `Documents` that uniting rows gives. */
type United = Pick<Documents, 'count' | 'ofRow' | 'weights' | 'offsets' | 'stems' | 'starts' | 'keys'>;

/** What every row says: its stems in order, and where sentences begin. */
interface Speech {
  readonly ids: Int32Array;
  readonly starts: Uint8Array;
  readonly offsets: Int32Array;
}

/** Joins rows with the same set of stems. The document speaks with the smallest of their
 * sequences, of equal ones with the one whose sentences begin later. */
export function uniteRows(speech: Speech, hashes: readonly number[]): United {
  const { offsets, ids, starts } = speech;
  const rows = offsets.length - 1;
  const halves = Int32Array.from(hashes, (hash) => hash | 0);
  const setOf = distinctReader(halves.length, longestOf(offsets));
  const found = new KeyNumbers();
  const ofRow = new Int32Array(rows).fill(-1);
  // Of every key in the order in which they were found; a document each.
  const spokenBy = new Int32Array(rows);
  const times = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const from = offsets[row];
    const to = offsets[row + 1];
    if (from === to) continue;
    const set = setOf(ids, from, to);
    for (let i = 0; i < set.count; i++) set.values[i] = halves[set.values[i]];
    const document = found.of(hashNumbers(set.values, set.count));
    ofRow[row] = document;
    if (times[document]++ === 0 || isBefore(speech, { row, other: spokenBy[document] }))
      spokenBy[document] = row;
  }
  const { count } = found;
  const keys = found.keys.slice(0, count).sort();
  const place = new Int32Array(count);
  const weights = new Int32Array(count);
  const newOffsets = new Int32Array(count + 1);
  const rowAt = new Int32Array(count);
  for (let at = 0; at < count; at++) {
    const document = found.of(keys[at]);
    const row = spokenBy[document];
    place[document] = at;
    rowAt[at] = row;
    weights[at] = times[document];
    newOffsets[at + 1] = newOffsets[at] + offsets[row + 1] - offsets[row];
  }
  const stems = new Int32Array(newOffsets[count]);
  const newStarts = new Uint8Array(newOffsets[count]);
  for (let at = 0; at < count; at++) {
    const by = offsets[rowAt[at]] - newOffsets[at];
    for (let i = newOffsets[at]; i < newOffsets[at + 1]; i++) {
      stems[i] = ids[i + by];
      newStarts[i] = starts[i + by];
    }
  }
  for (let row = 0; row < rows; row++) if (ofRow[row] >= 0) ofRow[row] = place[ofRow[row]];
  return { count, ofRow, weights, offsets: newOffsets, stems, starts: newStarts, keys };
}

/** Numbers of 52-bit keys, in the order in which they first come. */
class KeyNumbers {
  keys = new Float64Array(1 << 10);
  count = 0;
  #slots = new Int32Array(1 << 12).fill(-1);

  of(key: number): number {
    const mask = this.#slots.length - 1;
    // The lower half of a key is mixed already.
    let slot = key & mask;
    for (let number = this.#slots[slot]; number >= 0; number = this.#slots[slot]) {
      if (this.keys[number] === key) return number;
      slot = (slot + 1) & mask;
    }
    if (this.count === this.keys.length) {
      this.#grow();
      return this.of(key);
    }
    this.keys[this.count] = key;
    this.#slots[slot] = this.count;
    return this.count++;
  }

  #grow(): void {
    const keys = new Float64Array(this.keys.length * 2);
    keys.set(this.keys);
    this.keys = keys;
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let number = 0; number < this.count; number++) {
      let slot = keys[number] & mask;
      while (slots[slot] >= 0) slot = (slot + 1) & mask;
      slots[slot] = number;
    }
    this.#slots = slots;
  }
}

/** Reads the distinct values of slices, ascending, into one array: valid until the next one is read. */
function distinctReader(
  kinds: number,
  longest: number,
): (ids: Int32Array, from: number, to: number) => { values: Int32Array; count: number } {
  const set = { values: new Int32Array(longest), count: 0 };
  const seenIn = new Int32Array(kinds).fill(-1);
  return (ids, from, to) => {
    const { values } = set;
    let kept = 0;
    for (let i = from; i < to; i++) {
      const value = ids[i];
      // No two slices begin at one place.
      if (seenIn[value] === from) continue;
      seenIn[value] = from;
      let at = kept++;
      for (; at > 0 && values[at - 1] > value; at--) values[at] = values[at - 1];
      values[at] = value;
    }
    set.count = kept;
    return set;
  };
}

/** The distinct values of a slice, ascending. */
export function distinctSorted(ids: Int32Array, from: number, to: number): Int32Array {
  const into = new Int32Array(to - from);
  let kept = 0;
  for (let i = from; i < to; i++) {
    const value = ids[i];
    let at = kept;
    while (at > 0 && into[at - 1] > value) at--;
    if (at > 0 && into[at - 1] === value) continue;
    for (let j = kept++; j > at; j--) into[j] = into[j - 1];
    into[at] = value;
  }
  return into.subarray(0, kept);
}

function longestOf(offsets: Int32Array): number {
  let longest = 0;
  for (let row = 0; row + 1 < offsets.length; row++)
    longest = Math.max(longest, offsets[row + 1] - offsets[row]);
  return longest;
}

function isBefore({ ids, starts, offsets }: Speech, { row, other }: { row: number; other: number }): boolean {
  const length = offsets[row + 1] - offsets[row];
  const otherLength = offsets[other + 1] - offsets[other];
  if (length !== otherLength) return length < otherLength;
  for (let i = 0; i < length; i++) {
    const difference = ids[offsets[row] + i] - ids[offsets[other] + i];
    if (difference !== 0) return difference < 0;
  }
  for (let i = 0; i < length; i++) {
    const difference = starts[offsets[row] + i] - starts[offsets[other] + i];
    if (difference !== 0) return difference < 0;
  }
  return false;
}
