import { findCommunities, type Graph, sharedNeighbourGraph } from './communities.ts';
import type { DenseRows } from './dense-rows.ts';
import { chooseFeatures, type FeatureRows, type FeatureSet, featureRows, tfIdf } from './features.ts';
import { applyJoins, joinGroups } from './join-groups.ts';
import { type Mixture, membershipVectors, sweepMixture, weighFeatures } from './mixture.ts';
import { nearestNeighbours } from './neighbours.ts';
import { renumber } from './numbering.ts';
import type { Settings } from './settings.ts';
import { sentencesOf } from './shared-sentences.ts';
import { partSmallGroups } from './small-groups.ts';
import { besideEachOther, normaliseRows, scaleColumns } from './sparse.ts';
import { singularVectors } from './svd.ts';
import type { Documents } from './token-documents.ts';
import { meaningVectors } from './word-vectors.ts';
import { featureWordWeights, learnWordWeights } from './word-weights.ts';

/** What was learnt from a part of the documents: their groups, and the model that puts others into them. */
export interface LearntGroups {
  readonly features: FeatureSet;
  readonly rows: FeatureRows;
  /** Group of every learning document. */
  readonly groupOf: Int32Array;
  readonly groups: number;
  /** Topic of every group: what belongs together though it is not one problem. */
  readonly topicOf: Int32Array;
  readonly mixture: Mixture;
  /** What every feature tells of a subject, see `learnWordWeights`. */
  readonly tells: Float64Array;
}

/**
 * Groups documents by what they are about, the number of groups unknown. Words are weighed by what they tell on this
 * desk. TF-IDF of words and pairs, reduced by SVD, beside vectors of word meaning; nearest neighbours; communities of
 * the shared-neighbour graph, fine-grained; a Dirichlet multinomial mixture started from them; communities once more
 * with the mixture's memberships beside the vectors; the mixture again; then groups are joined, best pair first: issues
 * are what good joins make, topics what the lesser ones make of them; small issues that are hardly told from others go
 * into those.
 */
export function learnGroups(documents: Documents, learnt: Int32Array, settings: Settings): LearntGroups {
  const features = chooseFeatures(documents, { learnt, limit: settings.featureLimit, minPairs: 2 });
  const rows = featureRows(documents, features, learnt);
  const wordWeights = learnWordWeights(documents, { learnt, rules: settings });
  const tells = featureWordWeights(features, wordWeights);
  const featureWeights = weighFeatures(features, {
    tells,
    power: settings.featurePower,
    pairWeight: settings.pairWeight,
  });
  const space = spaceOf(documents, { learnt, features, rows, tells, wordWeights, settings });
  const sweep = (start: Int32Array, sweeps: number): Swept => {
    const { groupOf, groups } = renumber(start, (group) => group);
    const { smoothing, sizePower } = settings;
    const mixture = sweepMixture(rows, { groupOf, groups, featureWeights, smoothing, sizePower, sweeps });
    return { groupOf, groups, mixture };
  };
  const weights = learnt.map((document) => documents.weights[document]);
  // So fine a search would cut a handful of texts into single ones.
  const scale = Math.max(LEAST_FINE, Math.min(1, learnt.length / FINE_FROM));
  const first = settings.firstResolution * scale;
  let fine = sweep(communitiesOf(graphOf(space, settings), { resolution: first, weights }), FINE_SWEEPS);
  for (let round = 0; round < settings.rounds && fine.groups > 0; round++) {
    const memberships = membershipVectors(fine.mixture, rows, { ...fine, temperature: settings.temperature });
    const next = graphOf(besideEachOther(space, memberships, 1), settings);
    const resolution = settings.secondResolution * scale;
    fine = sweep(communitiesOf(next, { resolution, weights }), FINE_SWEEPS);
  }
  const joins = joinGroups(rows, {
    ...settings,
    ...fine,
    featureWeights,
    space,
    sentences: Array.from(learnt, (document) => sentencesOf(documents, document)),
  });
  const issues = applyJoins(fine.groups, joins.toIssues);
  const topics = applyJoins(fine.groups, [...joins.toIssues, ...joins.toTopics]);
  const start = fine.groupOf.map((group) => (group < 0 ? -1 : issues[group]));
  const joined = sweep(start, LAST_SWEEPS);
  const topicOfJoined = valueOfGroups(start, topics);
  // The others take in what is too small and too unclear to be an issue.
  const kept = partSmallGroups(rows, { ...settings, ...joined, weights });
  const last = sweep(kept, LAST_SWEEPS);
  const topicOf = valueOfGroups(kept, topicOfJoined);
  return { features, rows, ...last, topicOf, tells };
}

/** What is known of each group, by the number that the group has once groups are numbered anew. */
function valueOfGroups(groupOf: Int32Array, values: Int32Array): Int32Array {
  const named = renumber(groupOf, (group) => group);
  const found = new Int32Array(named.groups);
  named.groupOf.forEach((group, row) => {
    if (group >= 0) found[group] = values[groupOf[row]];
  });
  return found;
}

interface Swept {
  readonly groupOf: Int32Array;
  readonly groups: number;
  readonly mixture: Mixture;
}

const FINE_SWEEPS = 4;
const LAST_SWEEPS = 3;
const FEWEST_DIMENSIONS = 8;

/** One row vector a document: how it uses words beside what its words mean. */
function spaceOf(
  documents: Documents,
  of: {
    learnt: Int32Array;
    features: FeatureSet;
    rows: FeatureRows;
    tells: Float64Array;
    wordWeights: Float64Array;
    settings: Settings;
  },
): DenseRows {
  const { learnt, features, rows, tells, wordWeights, settings } = of;
  const matrix = tfIdf(rows, features, tells);
  // A few texts have few directions; to look for more takes time and finds noise.
  const dimensions = Math.min(settings.dimensions, Math.max(FEWEST_DIMENSIONS, learnt.length >> 2));
  const { vectors, values } = singularVectors(matrix, { rank: dimensions, iterations: 3 });
  const use = normaliseRows(scaleColumns(vectors, values.map(Math.sqrt)));
  const meaning = meaningVectors(documents, { learnt, dimensions, wordWeights });
  return meaning ? besideEachOther(use, meaning, 1) : use;
}

function graphOf(space: DenseRows, settings: Settings): Graph {
  const near = nearestNeighbours(space, { count: settings.neighbours, probes: settings.probes });
  return sharedNeighbourGraph(near, settings.minSimilarity);
}

/** Texts from which on the searches are as fine as the settings say. */
const FINE_FROM = 400;
/** Less fine than this, a search leaves two problems in one. */
const LEAST_FINE = 0.25;
const SMALLEST_COMMUNITY = 3;
const MOST_COMMUNITIES = 400;

/** Share of the texts that are to be in communities; coarser searches by this factor, down to this resolution. */
const PLACED = 0.5;
const COARSER = 1.5;
const COARSEST = 0.8;

/**
 * Communities of a graph; those of one or two tickets, and the smallest past a limit, are left for the mixture to place.
 * Where most texts would be left, as on a desk of a few tickets, the search is repeated less finely.
 */
function communitiesOf(graph: Graph, of: { resolution: number; weights: Int32Array }): Int32Array {
  for (let resolution = of.resolution; ; resolution /= COARSER) {
    const found = largeCommunities(graph, { resolution, weights: of.weights });
    const placed = found.reduce((sum, c) => (c >= 0 ? sum + 1 : sum), 0);
    if (placed >= PLACED * graph.nodes || resolution <= COARSEST) return found;
  }
}

function largeCommunities(graph: Graph, of: { resolution: number; weights: Int32Array }): Int32Array {
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
