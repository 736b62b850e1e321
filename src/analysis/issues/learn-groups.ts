import { findCommunities, type Graph, sharedNeighbourGraph } from './communities.ts';
import type { Documents } from './documents.ts';
import { chooseFeatures, type FeatureRows, type FeatureSet, featureRows, tfIdf } from './features.ts';
import { mergeGroups, renumber } from './merge-groups.ts';
import { type Mixture, membershipVectors, sweepMixture, weighFeatures } from './mixture.ts';
import { nearestNeighbours } from './neighbours.ts';
import type { Settings } from './settings.ts';
import { sentencesOf } from './shared-sentences.ts';
import { besideEachOther, type DenseRows, normaliseRows, scaleColumns } from './sparse.ts';
import { singularVectors } from './svd.ts';
import { meaningVectors } from './word-vectors.ts';

/** What was learnt from a part of the documents: their groups, and the model that puts others into them. */
export interface LearntGroups {
  readonly features: FeatureSet;
  readonly rows: FeatureRows;
  /** Group of every learning document. */
  readonly groupOf: Int32Array;
  readonly groups: number;
  readonly mixture: Mixture;
}

/**
 * Groups documents by what they are about, the number of groups unknown. TF-IDF of words and pairs, reduced by SVD,
 * beside vectors of word meaning; nearest neighbours; communities of the shared-neighbour graph, fine-grained; a
 * Dirichlet multinomial mixture started from them; communities once more with the mixture's memberships beside the
 * vectors; the mixture again; then groups that were cut out of one dense region, that say the same sentences, or that
 * the data hold for one, are joined.
 */
export function learnGroups(documents: Documents, learnt: Int32Array, settings: Settings): LearntGroups {
  const features = chooseFeatures(documents, { learnt, limit: settings.featureLimit, minPairs: 2 });
  const rows = featureRows(documents, features, learnt);
  const featureWeights = weighFeatures(features, {
    power: settings.featurePower,
    pairWeight: settings.pairWeight,
  });
  const space = spaceOf(documents, { learnt, features, rows, settings });
  const sweep = (
    start: Int32Array,
    sweeps: number,
  ): { groupOf: Int32Array; groups: number; mixture: Mixture } => {
    const { groupOf, groups } = renumber(start, (group) => group);
    const { smoothing, sizePower } = settings;
    const mixture = sweepMixture(rows, { groupOf, groups, featureWeights, smoothing, sizePower, sweeps });
    return { groupOf, groups, mixture };
  };
  const graph = graphOf(space, settings);
  const weights = learnt.map((document) => documents.weights[document]);
  // So fine a search would cut a handful of texts into single ones.
  const scale = Math.min(1, learnt.length / FINE_FROM);
  let fine = sweep(communitiesOf(graph, { resolution: settings.firstResolution * scale, weights }), 4);
  for (let round = 0; round < settings.rounds && fine.groups > 0; round++) {
    const memberships = membershipVectors(fine.mixture, rows, { ...fine, temperature: settings.temperature });
    const next = graphOf(besideEachOther(space, memberships, 1), settings);
    fine = sweep(communitiesOf(next, { resolution: settings.secondResolution * scale, weights }), 4);
  }
  const merged = mergeGroups(rows, {
    ...renumber(fine.groupOf, (group) => group),
    featureWeights,
    smoothing: settings.smoothing,
    graph,
    linkWeight: settings.linkWeight,
    sentences: Array.from(learnt, (document) => sentencesOf(documents, document)),
    sentenceWeight: settings.sentenceWeight,
    sizePenalty: settings.sizePenalty,
    threshold: settings.mergeEvidence,
  });
  const last = sweep(merged.groupOf, 3);
  return { features, rows, ...last };
}

const FEWEST_DIMENSIONS = 8;

/** One row vector a document: how it uses words beside what its words mean. */
function spaceOf(
  documents: Documents,
  of: { learnt: Int32Array; features: FeatureSet; rows: FeatureRows; settings: Settings },
): DenseRows {
  const { learnt, features, rows, settings } = of;
  const matrix = tfIdf(rows, features);
  // A few texts have few directions; to look for more takes time and finds noise.
  const dimensions = Math.min(settings.dimensions, Math.max(FEWEST_DIMENSIONS, learnt.length >> 2));
  const { vectors, values } = singularVectors(matrix, { rank: dimensions, iterations: 3 });
  const use = normaliseRows(scaleColumns(vectors, values.map(Math.sqrt)));
  const meaning = meaningVectors(documents, { learnt, dimensions });
  return meaning ? besideEachOther(use, meaning, 1) : use;
}

function graphOf(space: DenseRows, settings: Settings): Graph {
  const near = nearestNeighbours(space, { count: settings.neighbours, probes: settings.probes });
  return sharedNeighbourGraph(near, settings.minSimilarity);
}

/** Texts from which on the searches are as fine as the settings say. */
const FINE_FROM = 100;
const SMALLEST_COMMUNITY = 3;
const MOST_COMMUNITIES = 400;

/** Communities of a graph; those of one or two tickets, and the smallest past a limit, are left for the mixture to place. */
function communitiesOf(graph: Graph, of: { resolution: number; weights: Int32Array }): Int32Array {
  const community = findCommunities(graph, { resolution: of.resolution, seed: 1 });
  const sizes = new Int32Array(community.reduce((most, c) => Math.max(most, c + 1), 0));
  community.forEach((c, node) => {
    sizes[c] += Math.min(SMALLEST_COMMUNITY, of.weights[node]);
  });
  const order = sizes.map((_, c) => c).sort((a, b) => sizes[b] - sizes[a] || a - b);
  const kept = order.subarray(0, MOST_COMMUNITIES).filter((c) => sizes[c] >= SMALLEST_COMMUNITY);
  const isKept = new Uint8Array(sizes.length);
  for (const c of kept) isKept[c] = 1;
  return community.map((c) => (isKept[c] === 1 ? c : -1));
}
