import type { Graph } from './communities.ts';
import { renumber } from './merge-groups.ts';

/**
 * Joins groups that a fine search for communities has cut out of one dense region: best pair first, while the links
 * between two groups are at least `threshold` of all links of each, on average of the two. Unlike the resolution of a
 * search for communities this does not depend on how many texts there are, so a desk with few problems is not cut into
 * many pieces.
 */
export function mergeLinked(
  graph: Graph,
  of: { groupOf: Int32Array; groups: number; threshold: number },
): { groupOf: Int32Array; groups: number } {
  const { groupOf, groups: count, threshold } = of;
  const links = new Float64Array(count * count);
  const degree = new Float64Array(count);
  for (let node = 0; node < graph.nodes; node++) {
    const a = groupOf[node];
    if (a < 0) continue;
    for (let p = graph.offsets[node]; p < graph.offsets[node + 1]; p++) {
      const b = groupOf[graph.to[p]];
      if (b < 0) continue;
      links[a * count + b] += graph.weights[p];
      degree[a] += graph.weights[p];
    }
  }
  const into = Int32Array.from({ length: count }, (_, k) => k);
  let live = Array.from(into).filter((k) => degree[k] > 0);
  for (;;) {
    let best = threshold;
    let pair: readonly [number, number] | null = null;
    for (const a of live) {
      for (const b of live) {
        if (b <= a || links[a * count + b] === 0) continue;
        const share = (links[a * count + b] / degree[a] + links[a * count + b] / degree[b]) / 2;
        if (share > best || (share === best && !pair)) {
          best = share;
          pair = [a, b];
        }
      }
    }
    if (!pair) break;
    const [a, b] = pair;
    into[b] = a;
    live = live.filter((k) => k !== b);
    for (const k of live) {
      links[a * count + k] += links[b * count + k];
      links[k * count + a] = links[a * count + k];
    }
    degree[a] += degree[b];
  }
  return renumber(groupOf, (group) => {
    let root = group;
    while (into[root] !== root) root = into[root];
    return root;
  });
}
