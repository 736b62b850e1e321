import { describe, expect, it } from 'vitest';
import type { FeatureRows } from '../../../../src/analysis/issues/features.ts';
import { findIssues } from '../../../../src/analysis/issues/index.ts';
import { applyJoins, joinGroups } from '../../../../src/analysis/issues/join-groups.ts';
import { leastCoverage } from '../../../../src/analysis/issues/membership.ts';
import { sweepMixture } from '../../../../src/analysis/issues/mixture.ts';
import { settings } from '../../../../src/analysis/issues/settings.ts';
import { gatherTopics, nameTopics, showsTopics } from '../../../../src/analysis/issues/topics.ts';
import { bookText, newBook, parseBook } from '../../../../src/settings/issue-book.ts';

/** Four groups of five texts: the first two share a word and a direction, the others nothing. */
function fourGroups(): { rows: FeatureRows; rules: Parameters<typeof joinGroups>[1] } {
  const words = [
    [0, 1],
    [0, 2],
    [3, 4],
    [5, 6],
  ];
  const count = 20;
  const groupOf = Int32Array.from({ length: count }, (_, row) => Math.floor(row / 5));
  const rows = {
    rows: count,
    offsets: Int32Array.from({ length: count + 1 }, (_, row) => 2 * row),
    features: Int32Array.from([...groupOf].flatMap((group) => words[group])),
    times: new Uint8Array(2 * count).fill(1),
  };
  const featureWeights = new Float64Array(7).fill(1);
  const mixture = sweepMixture(rows, {
    ...{ groupOf: groupOf.slice(), groups: 4, featureWeights },
    ...{ smoothing: 0.5, sizePower: 0, sweeps: 0 },
  });
  const directions = [
    [1, 0, 0],
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  const space = {
    rows: count,
    width: 3,
    values: Float32Array.from([...groupOf].flatMap((group) => directions[group])),
  };
  const sentences = Array.from({ length: count }, () => []);
  const rules = {
    ...settings,
    groupOf,
    groups: 4,
    mixture,
    featureWeights,
    space,
    sentences,
    smoothing: 0.5,
  };
  return { rows, rules };
}

describe('two levels from one order of joins', () => {
  it('ends each level at the last join that scores enough', () => {
    const { rows, rules } = fourGroups();
    const [first, second] = joinGroups(rows, { ...rules, issueCut: -99 }).toIssues;
    const issueCut = (first.score + second.score) / 2;
    const { toIssues, toTopics } = joinGroups(rows, { ...rules, issueCut, topicCut: -99 });
    expect(toIssues.map(({ into, from }) => [into, from])).toEqual([[0, 1]]);
    expect(toTopics).toHaveLength(2);
    expect([...applyJoins(4, toIssues)]).toEqual([0, 0, 2, 3]);
    expect([...applyJoins(4, [...toIssues, ...toTopics])]).toEqual([0, 0, 0, 0]);
    const none = joinGroups(rows, { ...rules, issueCut: 99, topicCut: 99 });
    expect([none.toIssues, none.toTopics]).toEqual([[], []]);
  });
  it('lets size cost an issue more than a topic', () => {
    const { rows, rules } = fourGroups();
    // Two usual groups are ten texts here, so that the first join costs nothing and a second one log(15 / 10) or more.
    const both = { ...rules, issueCut: -4, topicCut: -4 };
    expect(joinGroups(rows, { ...both, sizePenalty: 0 }).toIssues).toHaveLength(3);
    const { toIssues, toTopics } = joinGroups(rows, { ...both, sizePenalty: 99, topicSizePenalty: 0 });
    expect(toIssues.length).toBeLessThan(3);
    expect(toIssues.length + toTopics.length).toBe(3);
  });
  it('orders topics by their tickets', () => {
    expect(gatherTopics([50, 40, 30, 20], [7, 2, 2, -1])).toEqual([[1, 2], [0]]);
  });
  it('shows one level where there are few issues, or each is by itself', () => {
    const topics = [0, 1, 2, 3].map((i) => ({ id: `T${i}`, label: '', size: 1 }));
    const issues = (count: number) => Array.from({ length: count }, (_, i) => ({ topic: i % 4 }));
    expect(showsTopics(issues(7), topics)).toBe(false);
    expect(showsTopics(issues(8), topics)).toBe(true);
    expect(showsTopics(issues(4), topics)).toBe(false);
  });
});

describe('belonging', () => {
  const rules = { relativeCoverage: 0.35, mostCoverage: 0.2 };
  it('is relative to the median of the desk, and fixed at most', () => {
    const desk = (median: number) => new Float32Array(99).fill(median);
    expect(leastCoverage(desk(0.2), rules)).toBeCloseTo(0.07, 6);
    expect(leastCoverage(desk(0.9), rules)).toBe(0.2);
  });
  it('takes no median of a handful of texts', () => {
    expect(leastCoverage(new Float32Array(5), rules)).toBe(0.2);
  });
});

it('tells thirty short titles about three products apart', () => {
  const products = ['Nimbus router', 'Orbit watch', 'Pulse speaker'];
  const troubles = 'drops broken slow silent loud hot stuck blinks dark late'.split(' ');
  const titles = products.flatMap((product) => troubles.map((trouble) => `${product} ${trouble}`));
  const { issues, issueOf } = findIssues({
    texts: { rows: 30, subject: (row) => titles[row], description: () => '' },
  });
  expect(issues.map(({ size }) => size)).toEqual([10, 10, 10]);
  expect(new Set([...issueOf].slice(0, 10)).size).toBe(1);
});

it('names a topic of unlike issues by its two largest, without their second phrases', () => {
  // What a topic says is that two issues are under it; which ones are is told by the joins.
  const names = (isManifold: boolean): string[] =>
    nameTopics([[0, 1, 2], [3]], {
      labels: ['Payment failed / Money gone', 'Login code late', 'Invoice', 'Parcel torn'],
      toName: [[], []],
      name: (list) => list.map(() => ({ label: 'Money', isManifold })),
    });
  expect(names(true)).toEqual(['Payment failed / Login code late', 'Parcel torn']);
  expect(names(false)).toEqual(['Money', 'Parcel torn']);
});

it('keeps topics in the book, with the names that a person gave them', () => {
  const texts = ['Refund not received', 'Cannot log in', 'Parcel torn open'].flatMap((text) =>
    Array<string>(8).fill(text),
  );
  const source = { rows: texts.length, subject: (row: number) => texts[row], description: () => '' };
  const first = findIssues({ texts: source, book: { version: 1, issues: [] } });
  expect(first.book.topics?.map(({ id }) => id)).toEqual(['T1', 'T2', 'T3']);
  const open = newBook();
  const written = bookText(open, first.book);
  const edited = parseBook(written.replace(/(id: T2\n\s+name: ).*/, '$1Access'), 'b.yaml');
  expect(edited.book.issues.map(({ topic }) => topic)).toEqual(['T1', 'T2', 'T3']);
  const again = findIssues({ texts: source, book: edited.book });
  expect(again.topics.map(({ id, label }) => [id, label])).toContainEqual(['T2', 'Access']);
  expect(bookText(edited, again.book)).toContain('name: Access');
});
