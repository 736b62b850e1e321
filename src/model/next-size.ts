const LARGE = 1 << 16;
const USUAL = 1 << 20;

/**
 * What a growing column takes next. A large one has room for a million at once: what it does not fill yet takes no
 * memory, and what it does not outgrow is not copied.
 */
export function nextSize(size: number): number {
  if (size < LARGE) return size * 2;
  return size < USUAL ? USUAL : size * 4;
}
