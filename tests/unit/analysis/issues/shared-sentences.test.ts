import { describe, expect, it } from 'vitest';
import { readDocuments } from '../../../../src/analysis/issues/documents.ts';
import {
  type GroupSentences,
  sentenceOverlap,
  sentencesOf,
} from '../../../../src/analysis/issues/shared-sentences.ts';
import type { TextSource } from '../../../../src/analysis/issues/text-source.ts';

function source(...texts: readonly (readonly [subject: string, description: string])[]): TextSource {
  return {
    rows: texts.length,
    subject: (row) => texts[row][0],
    description: (row) => texts[row][1],
  };
}

function group(size: number, counts: Readonly<Record<number, number>>): GroupSentences {
  return { size, counts: new Map(Object.entries(counts).map(([key, count]) => [Number(key), count])) };
}

describe('sentencesOf', () => {
  it('tells the subject and each sentence of two words or more', () => {
    const documents = readDocuments(
      source(
        ['Refund missing', 'Where is my money? Please answer. Hello.'],
        ['Where is my money', 'Nobody answers.'],
      ),
      { wordsPerTicket: 100 },
    );
    const [first, second] = [0, 1].map((row) => sentencesOf(documents, documents.ofRow[row]));
    // "Please answer" keeps one word, as courtesies go.
    expect(first).toHaveLength(2);
    expect(second).toHaveLength(2);
    expect(first.filter((key) => second.includes(key))).toHaveLength(1);
  });
});

describe('sentenceOverlap', () => {
  it('adds up what is shared beside the most shared sentence, by how few groups say it', () => {
    // Sentences 1 and 2 stand in two of four groups, half of the texts each: weight 1 − log 2 / log 4 = ½ for each.
    // min(½, ½) · ½ twice, less one of them: ¼.
    const groups = [
      group(10, { 1: 5, 2: 5, 7: 10 }),
      group(10, { 1: 5, 2: 5, 8: 10 }),
      group(10, { 9: 10 }),
      group(10, { 10: 10 }),
    ];
    const overlap = sentenceOverlap(groups);
    expect(overlap(groups[0], groups[1])).toBeCloseTo(0.25, 12);
    expect(overlap(groups[1], groups[0])).toBeCloseTo(0.25, 12);
    expect(overlap(groups[0], groups[2])).toBe(0);
  });
  it('finds nothing in one common sentence, nor in what all groups say', () => {
    const one = [group(10, { 1: 10, 2: 10 }), group(10, { 1: 10, 3: 10 }), group(10, { 4: 10 })];
    expect(sentenceOverlap(one)(one[0], one[1])).toBe(0);
    const all = [1, 2, 3].map(() => group(10, { 1: 5, 2: 5, 3: 5 }));
    expect(sentenceOverlap(all)(all[0], all[1])).toBeCloseTo(0, 12);
  });
});
