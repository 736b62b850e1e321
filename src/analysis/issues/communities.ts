import type { Neighbours } from './neighbours.ts';
import { shuffledOrder } from './random.ts';

/** An undirected weighted graph; the neighbours of node i are `to[offsets[i]] …`; every edge is stored twice. */
export interface Graph {
  readonly nodes: number;
  readonly offsets: Int32Array;
  readonly to: Int32Array;
  readonly weights: Float64Array;
  /** Weight of each node's edge to itself (what was folded into it), counted once. */
  readonly loops: Float64Array;
}

/**
 * Shared-neighbour graph: an edge where one row is among the other's nearest, weighted by the share of neighbours
 * (themselves included) that both have (Jarvis & Patrick 1973) times their cosine. Robust to regions of different density, which plain cosines are not.
 */
export function sharedNeighbourGraph(near: Neighbours, minSimilarity: number): Graph {
  const { rows, count } = near;
  const from: number[] = [];
  const into: number[] = [];
  const weight: number[] = [];
  const mark = new Int32Array(rows).fill(-1);
  for (let a = 0; a < rows; a++) {
    mark[a] = a;
    for (let p = a * count; p < (a + 1) * count; p++) if (near.of[p] >= 0) mark[near.of[p]] = a;
    for (let p = a * count; p < (a + 1) * count; p++) {
      const b = near.of[p];
      if (b < 0 || near.similarity[p] < minSimilarity) continue;
      // An edge that both ends have found is taken from the lower one.
      if (b < a && similarityOf(near, b, a) >= minSimilarity) continue;
      const w = (sharedWith(near, b, mark, a) / (count + 1)) * near.similarity[p];
      if (w <= 0) continue;
      from.push(a);
      into.push(b);
      weight.push(w);
    }
  }
  return graphOf(rows, { from, into, weight, loops: new Float64Array(rows) });
}

/** The cosine of a row to another one that is among its nearest, NaN when it is not. */
function similarityOf(near: Neighbours, row: number, other: number): number {
  for (let p = row * near.count; p < (row + 1) * near.count; p++) {
    if (near.of[p] === other) return near.similarity[p];
  }
  return Number.NaN;
}

/** How many rows out of b and its nearest are marked as a or among its nearest. */
function sharedWith(near: Neighbours, b: number, mark: Int32Array, a: number): number {
  let shared = mark[b] === a ? 1 : 0;
  for (let p = b * near.count; p < (b + 1) * near.count; p++) {
    if (near.of[p] >= 0 && mark[near.of[p]] === a) shared++;
  }
  return shared;
}

interface EdgeList {
  readonly from: ArrayLike<number>;
  readonly into: ArrayLike<number>;
  readonly weight: ArrayLike<number>;
  readonly loops: Float64Array;
}

function graphOf(nodes: number, edges: EdgeList): Graph {
  const { from, into, weight, loops } = edges;
  const offsets = new Int32Array(nodes + 1);
  for (let e = 0; e < from.length; e++) {
    offsets[from[e] + 1]++;
    offsets[into[e] + 1]++;
  }
  for (let i = 0; i < nodes; i++) offsets[i + 1] += offsets[i];
  const to = new Int32Array(from.length * 2);
  const weights = new Float64Array(from.length * 2);
  const next = offsets.slice();
  for (let e = 0; e < from.length; e++) {
    to[next[from[e]]] = into[e];
    weights[next[from[e]]++] = weight[e];
    to[next[into[e]]] = from[e];
    weights[next[into[e]]++] = weight[e];
  }
  return { nodes, offsets, to, weights, loops };
}

/**
 * Communities by modularity (Louvain, Blondel et al. 2008) at a resolution (Reichardt & Bornholdt 2006): larger
 * values give more, smaller groups. Nodes are visited in a seeded order.
 *
 * @returns the community of every node, numbered from 0.
 */
export function findCommunities(
  graph: Graph,
  { resolution, seed }: { resolution: number; seed: number },
): Int32Array {
  const labels = Int32Array.from({ length: graph.nodes }, (_, i) => i);
  let level = graph;
  for (let depth = 0; depth < 20; depth++) {
    const community = moveNodes(level, { resolution, seed: seed + depth });
    if (!community) break;
    const names = new Int32Array(level.nodes).fill(-1);
    let found = 0;
    for (let i = 0; i < level.nodes; i++) {
      if (names[community[i]] < 0) names[community[i]] = found++;
      community[i] = names[community[i]];
    }
    for (let i = 0; i < labels.length; i++) labels[i] = community[labels[i]];
    if (found === level.nodes) break;
    level = foldGraph(level, community, found);
  }
  return labels;
}

/** One level: nodes move to the neighbouring community that gains most, until few move. Null when none moved. */
function moveNodes(
  graph: Graph,
  { resolution, seed }: { resolution: number; seed: number },
): Int32Array | null {
  const { nodes } = graph;
  const degree = degreesOf(graph);
  const total = degree.reduce((sum, own) => sum + own, 0);
  if (total === 0) return null;
  const community = Int32Array.from({ length: nodes }, (_, i) => i);
  const inside = degree.slice();
  const links = new Float64Array(nodes);
  const partition: Partition = { community, degree, inside, links, touched: [], resolution, total };
  const order = shuffledOrder(nodes, seed);
  let any = false;
  for (let pass = 0; pass < 50; pass++) {
    let moved = 0;
    for (const i of order) if (moveNode(graph, partition, i)) moved++;
    if (moved > 0) any = true;
    if (moved < Math.max(1, nodes * 1e-4)) break;
  }
  return any ? community : null;
}

/** Nodes in communities while they are moved, and where the weights around the node in hand are added up. */
interface Partition {
  readonly community: Int32Array;
  /** Weight of each node's edges, those to itself at both ends. */
  readonly degree: Float64Array;
  /** Sum of the degrees in each community. */
  readonly inside: Float64Array;
  /** Weight between the node in hand and each community; 0 for all between two nodes. */
  readonly links: Float64Array;
  /** The communities that `links` was raised for. */
  readonly touched: number[];
  readonly resolution: number;
  /** Sum of all degrees. */
  readonly total: number;
}

function degreesOf({ nodes, offsets, weights, loops }: Graph): Float64Array {
  const degree = new Float64Array(nodes);
  for (let i = 0; i < nodes; i++) {
    degree[i] = 2 * loops[i];
    for (let p = offsets[i]; p < offsets[i + 1]; p++) degree[i] += weights[p];
  }
  return degree;
}

/** Puts a node where modularity gains most; true when that is another community. */
function moveNode(graph: Graph, partition: Partition, node: number): boolean {
  const { community, degree, inside, links, touched } = partition;
  const own = community[node];
  linkNode(graph, partition, node);
  inside[own] -= degree[node];
  const best = bestCommunity(partition, node);
  inside[best] += degree[node];
  for (const c of touched) links[c] = 0;
  community[node] = best;
  return best !== own;
}

/** Adds up the weights of a node's edges into each community. */
function linkNode({ offsets, to, weights }: Graph, partition: Partition, node: number): void {
  const { community, links, touched } = partition;
  touched.length = 0;
  for (let p = offsets[node]; p < offsets[node + 1]; p++) {
    const c = community[to[p]];
    if (links[c] === 0) touched.push(c);
    links[c] += weights[p];
  }
}

/** Of the communities around a node that was taken out of its own, the one that gains most by it. */
function bestCommunity(partition: Partition, node: number): number {
  const { community, degree, inside, links, touched, resolution, total } = partition;
  const scale = (resolution * degree[node]) / total;
  let best = community[node];
  let gain = links[best] - scale * inside[best];
  for (const c of touched) {
    const g = links[c] - scale * inside[c];
    if (g <= gain + 1e-12) continue;
    gain = g;
    best = c;
  }
  return best;
}

function foldGraph(graph: Graph, community: Int32Array, found: number): Graph {
  const loops = new Float64Array(found);
  const sums = new Map<number, number>();
  for (let i = 0; i < graph.nodes; i++) {
    const a = community[i];
    loops[a] += graph.loops[i];
    for (let p = graph.offsets[i]; p < graph.offsets[i + 1]; p++) {
      const j = graph.to[p];
      if (j < i) continue;
      const b = community[j];
      if (a === b) loops[a] += graph.weights[p];
      else {
        const key = Math.min(a, b) * found + Math.max(a, b);
        sums.set(key, (sums.get(key) ?? 0) + graph.weights[p]);
      }
    }
  }
  const from = new Int32Array(sums.size);
  const into = new Int32Array(sums.size);
  const weight = new Float64Array(sums.size);
  let e = 0;
  for (const [key, sum] of sums) {
    from[e] = Math.floor(key / found);
    into[e] = key % found;
    weight[e++] = sum;
  }
  return graphOf(found, { from, into, weight, loops });
}
