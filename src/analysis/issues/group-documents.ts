import { assignDocuments } from './assign-documents.ts';
import { learnGroups } from './learn-groups.ts';
import { leastCoverage } from './membership.ts';
import { renumber } from './numbering.ts';
import type { Settings } from './settings.ts';
import type { Documents } from './token-documents.ts';

/** Documents in groups, and groups in topics. */
export interface DocumentGroups {
  /** Group of every document, −1 = none; groups in no particular order. */
  readonly groupOf: Int32Array;
  /** Topic of every group. */
  readonly topicOf: Int32Array;
  /** How far its group covers what a document says, see `coverageOf`. */
  readonly coverage: Float32Array;
}

/** Groups documents, and their groups to topics. `among` leaves the other documents out. */
export function groupDocuments(
  documents: Documents,
  { settings, among }: { settings: Settings; among?: Int32Array },
): DocumentGroups {
  const chosen = among ?? Int32Array.from({ length: documents.count }, (_, d) => d);
  if (chosen.length === 0) {
    const groupOf = new Int32Array(documents.count).fill(-1);
    return { groupOf, topicOf: new Int32Array(0), coverage: new Float32Array(documents.count) };
  }
  const learnt = chooseLearningDocuments(documents, { chosen, settings });
  const model = learnGroups(documents, learnt, settings);
  const { groupOf, coverage } = assignDocuments(documents, { learnt, chosen, model, settings });
  const least = smallestIssue(documents, settings);
  const covered = leastCoverage(
    Float32Array.from(chosen, (d) => coverage[d]),
    settings,
  );
  const topics = [...model.topicOf];
  const others = topics.reduce((most, topic) => Math.max(most, topic + 1), 0);
  let groups = model.groups;
  for (const d of chosen) {
    if (groupOf[d] >= 0 && coverage[d] >= covered) continue;
    // A text that came often enough is an issue by itself.
    if (documents.weights[d] < least) groupOf[d] = -1;
    else {
      topics[groups] = others + groups;
      groupOf[d] = groups++;
    }
  }
  const sizes = new Int32Array(groups);
  for (const d of chosen) if (groupOf[d] >= 0) sizes[groupOf[d]] += documents.weights[d];
  const named = renumber(groupOf, (group) => (sizes[group] >= least ? group : -1));
  const topicOf = new Int32Array(named.groups);
  named.groupOf.forEach((group, d) => {
    if (group >= 0) topicOf[group] = topics[groupOf[d]];
  });
  return { groupOf: named.groupOf, topicOf, coverage };
}

/** Tickets that make an issue: five, three on a desk under 200 tickets, one in 20,000 on a large one. */
function smallestIssue({ weights }: Documents, { minSize }: Settings): number {
  let tickets = 0;
  for (const weight of weights) tickets += weight;
  return tickets < 200 ? Math.min(3, minSize) : Math.max(minSize, Math.round(tickets / 20_000));
}

/** Documents in the order of their hashes are a random sample; texts that come again and again are always in it. */
function chooseLearningDocuments(
  { weights }: Documents,
  { chosen, settings: { learnAllBelow, sampleSize } }: { chosen: Int32Array; settings: Settings },
): Int32Array {
  if (chosen.length <= learnAllBelow) return chosen;
  const heavy = chosen.filter((d) => weights[d] > 2).sort((a, b) => weights[b] - weights[a] || a - b);
  const sample = new Set<number>(heavy.subarray(0, Math.floor(sampleSize / 2)));
  for (let i = 0; i < chosen.length && sample.size < sampleSize; i++) sample.add(chosen[i]);
  return Int32Array.from(sample).sort();
}
