import { type Boilerplate, foldLine, labelOf, noBoilerplate, withoutMarkup } from './clean-text.ts';

const MIN_TEXTS = 30;
const SHARED_BY = 0.2;
const LABEL_SHARED_BY = 0.1;
/** A line `label: value` is shared by many because they chose the same value; only nearly all of them make it a template. */
const VALUE_SHARED_BY = 0.6;
const MIN_LINE = 6;

/**
 * Learns what a desk's forms and signatures put into its tickets: lines that at least a fifth of the texts with
 * several lines carry, and labels of form fields that a tenth carry. Lines are compared folded, with digits as 0.
 *
 * @param texts descriptions, markup and all; those of one line have no boilerplate and are passed over.
 */
export function learnBoilerplate(texts: Iterable<string>): Boilerplate {
  const lineCounts = new Map<string, number>();
  const labelCounts = new Map<string, number>();
  let used = 0;
  for (const text of texts) {
    const lines = withoutMarkup(text)
      .split(/\r\n?|\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '');
    if (lines.length < 2) continue;
    used++;
    count(lineCounts, new Set(lines.filter((line) => line.length >= MIN_LINE).map(foldLine)));
    count(labelCounts, new Set(lines.map(labelOf).filter((label) => label !== '')));
  }
  if (used < MIN_TEXTS) return noBoilerplate;
  return {
    lines: commonOnes(lineCounts, (line) => used * (labelOf(line) === '' ? SHARED_BY : VALUE_SHARED_BY)),
    labels: commonOnes(labelCounts, () => used * LABEL_SHARED_BY),
  };
}

function count(counts: Map<string, number>, items: ReadonlySet<string>): void {
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
}

function commonOnes(counts: ReadonlyMap<string, number>, atLeast: (item: string) => number): Set<string> {
  const common = new Set<string>();
  for (const [item, times] of counts) if (times >= atLeast(item)) common.add(item);
  return common;
}
