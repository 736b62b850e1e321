/**
 * Room for numbers that are looked at and thrown away. Memory that is touched for the first time costs more than most
 * loops over it, so what one step gives back the next one gets.
 */
const spare: Float64Array[] = [];
/** What was lent and not given back. */
const lent = new WeakSet<ArrayBufferLike>();
/** More are not kept: one step needs two lists at most. */
const MOST_KEPT = 2;

/** Room for so many numbers; what stands in it means nothing. */
export function borrowNumbers(size: number): Float64Array {
  const at = spare.findIndex(({ length }) => length >= size);
  const numbers = at < 0 ? new Float64Array(size) : spare.splice(at, 1)[0].subarray(0, size);
  lent.add(numbers.buffer);
  return numbers;
}

/** Gives room back that nobody looks at any more; numbers that were not borrowed stay whose they are. */
export function giveBackNumbers({ buffer }: Float64Array): void {
  if (!lent.delete(buffer)) return;
  spare.push(new Float64Array(buffer));
  spare.sort((a, b) => a.length - b.length);
  if (spare.length > MOST_KEPT) spare.shift();
}
