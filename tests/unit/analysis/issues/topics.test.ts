import { describe, expect, it } from 'vitest';
import { emptyBook } from '../../../../src/analysis/issues/book.ts';
import { findIssues } from '../../../../src/analysis/issues/index.ts';
import { cutJoins } from '../../../../src/analysis/issues/join-groups.ts';
import { leastCoverage } from '../../../../src/analysis/issues/membership.ts';
import { gatherTopics, showsTopics } from '../../../../src/analysis/issues/topics.ts';
import { bookText, newBook, parseBook } from '../../../../src/settings/issue-book.ts';

describe('two levels from one order of joins', () => {
  const joins = [
    { into: 0, from: 2, score: 3 },
    { into: 1, from: 3, score: 2 },
    { into: 0, from: 1, score: 0.5 },
  ];
  it('ends at the first join that scores less', () => {
    expect([...cutJoins(4, joins, 2.5)]).toEqual([0, 1, 0, 3]);
    expect([...cutJoins(4, joins, 1.8)]).toEqual([0, 1, 0, 1]);
    expect([...cutJoins(4, joins, 0.4)]).toEqual([0, 0, 0, 0]);
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

it('keeps topics in the book, with the names that a person gave them', () => {
  const texts = ['Refund not received', 'Cannot log in', 'Parcel torn open'].flatMap((text) =>
    Array<string>(8).fill(text),
  );
  const source = { rows: texts.length, subject: (row: number) => texts[row], description: () => '' };
  const first = findIssues({ texts: source, book: emptyBook });
  expect(first.book.topics?.map(({ id }) => id)).toEqual(['T1', 'T2', 'T3']);
  const open = newBook();
  const written = bookText(open, first.book);
  const edited = parseBook(written.replace(/(id: T2\n\s+name: ).*/, '$1Access'), 'b.yaml');
  expect(edited.book.issues.map(({ topic }) => topic)).toEqual(['T1', 'T2', 'T3']);
  const again = findIssues({ texts: source, book: edited.book });
  expect(again.topics.map(({ id, label }) => [id, label])).toContainEqual(['T2', 'Access']);
  expect(bookText(edited, again.book)).toContain('name: Access');
});
