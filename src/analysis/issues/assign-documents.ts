import { featureRows } from './features.ts';
import type { LearntGroups } from './learn-groups.ts';
import { countUsage, coverageOf, coverageWeights, votesOf } from './membership.ts';
import { scoreGroups } from './mixture.ts';
import type { Settings } from './settings.ts';
import type { Documents } from './token-documents.ts';

const BLOCK = 4096;

/** Puts every chosen document into the group that explains it best, and says how much of it the group covers. */
export function assignDocuments(
  documents: Documents,
  of: { learnt: Int32Array; chosen: Int32Array; model: LearntGroups; settings: Settings },
): { groupOf: Int32Array; coverage: Float32Array } {
  const { learnt, chosen, model, settings } = of;
  const { features, groups, mixture } = model;
  const { strangeWords } = settings;
  const weights = coverageWeights(features, { tells: model.tells, strangeWords });
  const groupOf = new Int32Array(documents.count).fill(-1);
  const coverage = new Float32Array(documents.count);
  if (groups === 0) return { groupOf, coverage };
  const isLearnt = new Uint8Array(documents.count);
  const usage = countUsage(model.rows, {
    groupOf: model.groupOf,
    groups,
    features: features.count,
    weights: learnt.map((d) => documents.weights[d]),
  });
  const wordsOf = wordCounter(documents);
  learnt.forEach((d, row) => {
    isLearnt[d] = 1;
    groupOf[d] = model.groupOf[row];
    coverage[d] = coverageOf(usage, model.rows, {
      row,
      group: groupOf[d],
      features,
      weights,
      words: wordsOf(d),
      self: votesOf(documents.weights[d]),
    });
  });
  const others = chosen.filter((d) => isLearnt[d] === 0);
  const scores = new Float64Array(groups);
  for (let from = 0; from < others.length; from += BLOCK) {
    const block = others.subarray(from, from + BLOCK);
    const rows = featureRows(documents, features, block);
    block.forEach((d, row) => {
      if (rows.offsets[row] === rows.offsets[row + 1]) return;
      const group = scoreGroups(mixture, rows, { row, own: -1, scores });
      groupOf[d] = group;
      coverage[d] = coverageOf(usage, rows, { row, group, features, weights, words: wordsOf(d), self: 0 });
    });
  }
  return { groupOf, coverage };
}

/** Counts the different stems of a document, without sorting them. */
function wordCounter({ stems, offsets, stemNames }: Documents): (d: number) => number {
  const saidBy = new Int32Array(stemNames.length).fill(-1);
  return (d) => {
    let words = 0;
    for (let i = offsets[d]; i < offsets[d + 1]; i++) {
      if (saidBy[stems[i]] === d) continue;
      saidBy[stems[i]] = d;
      words++;
    }
    return words;
  };
}
