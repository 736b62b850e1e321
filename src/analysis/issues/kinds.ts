import type { TextSource } from './text-source.ts';
import { saysNothing } from './unfit-names.ts';

/** Share of an issue's tickets that bear a kind, and of the kind's tickets that are in the issue, for it to be the issue. */
const IN_ISSUE = 0.9;
const OF_KIND = 0.8;
/** Where an issue's tickets hold more different texts than this, people write what is wrong themselves. */
export const CHOSEN = 0.25;

/**
 * The kind that each issue is, where people choose both kind and text from a form: `Blocked Driveway` of the texts
 * `Partial Access` and `No Access`, `Noise - Helicopter` of `Other`. A text alone tells little there.
 *
 * @param issueOf issue of every row, −1 = none.
 * @param texts different texts of each issue.
 */
export function kindsOfIssues(
  source: TextSource,
  { issueOf, texts }: { issueOf: ArrayLike<number>; texts: readonly number[] },
): (string | null)[] {
  if (!source.kind) return texts.map(() => null);
  const sizes = new Float64Array(texts.length);
  const all = new Map<string, number>();
  const held = texts.map(() => new Map<string, number>());
  for (let row = 0; row < source.rows; row++) {
    const kind = source.kind(row).trim();
    const issue = issueOf[row];
    if (issue >= 0) sizes[issue]++;
    if (kind === '') continue;
    all.set(kind, (all.get(kind) ?? 0) + 1);
    if (issue >= 0) held[issue].set(kind, (held[issue].get(kind) ?? 0) + 1);
  }
  return held.map((kinds, issue) => {
    if (texts[issue] > CHOSEN * sizes[issue]) return null;
    for (const [kind, count] of kinds)
      if (count >= IN_ISSUE * sizes[issue] && count >= OF_KIND * (all.get(kind) ?? 0))
        return saysNothing(kind.split(/[^\p{L}\p{M}\p{N}]+/u)) ? null : kind;
    return null;
  });
}
