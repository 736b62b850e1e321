import type { Figure } from '../../model/metric.ts';

/** Rows without a period (what cannot be computed) stand last. */
const LAST = Number.MAX_SAFE_INTEGER;

/** Periods first, then segments in their order, then metrics as asked for: rows of one cell stand together. */
export function figuresInOrder(figures: readonly Figure[]): Figure[] {
  const rank = new Map<string, number>();
  const keyOf = (figure: Figure): string =>
    `${figure.period?.start ?? ''}\u0000${JSON.stringify(figure.segment)}`;
  for (const figure of figures) {
    const key = keyOf(figure);
    if (!rank.has(key)) rank.set(key, rank.size);
  }
  return figures
    .map((figure, index) => ({ figure, index, rank: rank.get(keyOf(figure)) ?? 0 }))
    .sort(
      (a, b) =>
        (a.figure.period?.start ?? LAST) - (b.figure.period?.start ?? LAST) ||
        a.rank - b.rank ||
        a.index - b.index,
    )
    .map(({ figure }) => figure);
}
