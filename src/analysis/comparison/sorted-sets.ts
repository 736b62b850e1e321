/**
 * Both ascending arrays as one ascending array. O(n + m).
 *
 * @example mergeSorted(Float64Array.of(1, 4), Float64Array.of(2)) // [1, 2, 4]
 */
export function mergeSorted(a: Float64Array, b: Float64Array): Float64Array {
  const merged = new Float64Array(a.length + b.length);
  let i = 0;
  let j = 0;
  for (let k = 0; k < merged.length; k++) {
    merged[k] = j >= b.length || (i < a.length && a[i] <= b[j]) ? a[i++] : b[j++];
  }
  return merged;
}

/**
 * What is left of an ascending array when a part of it, also ascending, is taken away, value for value. O(n).
 *
 * @example subtractSorted(Float64Array.of(1, 2, 2, 3), Float64Array.of(2, 3)) // [1, 2]
 */
export function subtractSorted(whole: Float64Array, part: Float64Array): Float64Array {
  const rest = new Float64Array(whole.length - part.length);
  let taken = 0;
  let left = 0;
  for (const value of whole) {
    if (taken < part.length && part[taken] === value) taken++;
    else rest[left++] = value;
  }
  return rest;
}
