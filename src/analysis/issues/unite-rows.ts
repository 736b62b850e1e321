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
  const keys = new Float64Array(rows);
  const halves = Int32Array.from(hashes, (hash) => hash | 0);
  const scratch = new Int32Array(longestOf(offsets));
  const buckets = new Map<number, number>();
  const ofRow = new Int32Array(rows).fill(-1);
  const spokenBy: number[] = [];
  const weights: number[] = [];
  for (let row = 0; row < rows; row++) {
    const from = offsets[row];
    const to = offsets[row + 1];
    if (from === to) continue;
    const different = sortDistinct(ids, { from, to, into: scratch });
    for (let i = 0; i < different; i++) scratch[i] = halves[scratch[i]];
    const key = hashNumbers(scratch, different);
    keys[row] = key;
    const seen = buckets.get(key);
    if (seen === undefined) {
      buckets.set(key, spokenBy.length);
      ofRow[row] = spokenBy.length;
      spokenBy.push(row);
      weights.push(1);
    } else {
      ofRow[row] = seen;
      weights[seen]++;
      if (isBefore(speech, { row, other: spokenBy[seen] })) spokenBy[seen] = row;
    }
  }
  const count = spokenBy.length;
  // No two documents share a key.
  const sorted = Float64Array.from(spokenBy, (row) => keys[row]).sort();
  const order = Int32Array.from(sorted, (key) => buckets.get(key) ?? 0);
  const place = new Int32Array(count);
  const newOffsets = new Int32Array(count + 1);
  order.forEach((document, at) => {
    place[document] = at;
    const row = spokenBy[document];
    newOffsets[at + 1] = newOffsets[at] + offsets[row + 1] - offsets[row];
  });
  const stems = new Int32Array(newOffsets[count]);
  const newStarts = new Uint8Array(newOffsets[count]);
  order.forEach((document, at) => {
    const row = spokenBy[document];
    stems.set(ids.subarray(offsets[row], offsets[row + 1]), newOffsets[at]);
    newStarts.set(starts.subarray(offsets[row], offsets[row + 1]), newOffsets[at]);
  });
  for (let row = 0; row < rows; row++) if (ofRow[row] >= 0) ofRow[row] = place[ofRow[row]];
  return {
    count,
    ofRow,
    weights: Int32Array.from(order, (document) => weights[document]),
    offsets: newOffsets,
    stems,
    starts: newStarts,
    keys: Float64Array.from(order, (document) => keys[spokenBy[document]]),
  };
}

/** The distinct values of a slice, ascending. */
export function distinctSorted(ids: Int32Array, from: number, to: number): Int32Array {
  const into = new Int32Array(to - from);
  return into.subarray(0, sortDistinct(ids, { from, to, into }));
}

/** Writes the distinct values of a slice in ascending order and returns how many there are; slices are short. */
function sortDistinct(
  ids: Int32Array,
  { from, to, into }: { from: number; to: number; into: Int32Array },
): number {
  let kept = 0;
  for (let i = from; i < to; i++) {
    const value = ids[i];
    let at = kept;
    while (at > 0 && into[at - 1] > value) at--;
    if (at > 0 && into[at - 1] === value) continue;
    for (let j = kept++; j > at; j--) into[j] = into[j - 1];
    into[at] = value;
  }
  return kept;
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
