import { assignDocuments } from './assign-documents.ts';
import type { Documents } from './documents.ts';
import { learnGroups } from './learn-groups.ts';
import { renumber } from './merge-groups.ts';
import type { Settings } from './settings.ts';

/** Group of every document, −1 = none; groups in no particular order. `among` leaves the other documents out. */
export function groupDocuments(
  documents: Documents,
  { settings, among }: { settings: Settings; among?: Int32Array },
): Int32Array {
  const chosen = among ?? Int32Array.from({ length: documents.count }, (_, d) => d);
  if (chosen.length === 0) return new Int32Array(documents.count).fill(-1);
  const learnt = chooseLearningDocuments(documents, { chosen, settings });
  const model = learnGroups(documents, learnt, settings);
  const { groupOf, coverage } = assignDocuments(documents, { learnt, chosen, model });
  const least = smallestIssue(documents, settings);
  let groups = model.groups;
  for (const d of chosen) {
    if (groupOf[d] >= 0 && coverage[d] >= settings.minCoverage) continue;
    // A text that came often enough is an issue by itself.
    groupOf[d] = documents.weights[d] >= least ? groups++ : -1;
  }
  const sizes = new Int32Array(groups);
  for (const d of chosen) if (groupOf[d] >= 0) sizes[groupOf[d]] += documents.weights[d];
  return renumber(groupOf, (group) => (sizes[group] >= least ? group : -1)).groupOf;
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
