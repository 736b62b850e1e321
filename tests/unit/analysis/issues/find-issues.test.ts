import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIssues, type IssueAssignment, type TextSource } from '../../../../src/analysis/issues/index.ts';
import { shuffledOrder } from '../../../../src/analysis/issues/random.ts';
import { type Language, makeDesk } from '../../../bench/issues/made-desk.ts';
import { scoreGroups } from '../../../bench/issues/scores.ts';

function sourceOf(texts: readonly (readonly [subject: string, description: string])[]): TextSource {
  return { rows: texts.length, subject: (row) => texts[row][0], description: (row) => texts[row][1] };
}

function subjects(...list: string[]): TextSource {
  return sourceOf(list.map((subject) => [subject, ''] as const));
}

function deskOf(languages: readonly Language[], tickets: number) {
  const desk = makeDesk({ tickets, languages });
  const texts = desk.map(({ subject, description }) => [subject, description] as const);
  return { desk, texts, source: sourceOf(texts) };
}

/** Everything a reader sees, rows named by their text. */
function shown({ issues, counts }: IssueAssignment, texts: readonly (readonly [string, string])[]): string {
  return JSON.stringify([
    counts,
    issues.map(({ label, terms, size, typical }) => [label, terms, size, typical.map((row) => texts[row])]),
  ]);
}

describe('findIssues', () => {
  it('gives the same issues, names and examples in any order of rows', () => {
    const { texts, source } = deskOf(['en', 'de', 'bn'], 400);
    const before = findIssues({ texts: source });
    for (const seed of [3, 8]) {
      const order = shuffledOrder(texts.length, seed);
      const moved = Array.from(order, (row) => texts[row]);
      const after = findIssues({ texts: sourceOf(moved) });
      expect(shown(after, moved)).toBe(shown(before, texts));
      expect(Array.from(order, (row) => before.issueOf[row])).toEqual([...after.issueOf]);
    }
  });

  it.each([
    ['en', 1000],
    ['de', 500],
    ['bn', 500],
    ['hi', 500],
    ['hi-latn', 300],
  ] as const)('keeps the problems of a made-up desk apart, %s', (language, tickets) => {
    const { desk, source } = deskOf([language], tickets);
    const { issueOf } = findIssues({ texts: source });
    const classOf = Int32Array.from(desk, ({ theme }) => theme);
    const { purity20, leftOut } = scoreGroups(classOf, issueOf);
    expect(purity20).toBeGreaterThan(0.85);
    expect(leftOut).toBeLessThan(0.15);
  });

  it('groups by meaning of words, not by script, and names in the language of the tickets', () => {
    const { desk, source } = deskOf(['bn', 'hi', 'en'], 900);
    const { issueOf, issues } = findIssues({ texts: source });
    for (const { index, label } of issues) {
      const count = new Map<string, number>();
      desk.forEach(({ language }, row) => {
        if (issueOf[row] === index) count.set(language, (count.get(language) ?? 0) + 1);
      });
      const [[main]] = [...count].sort((a, b) => b[1] - a[1]);
      const script = /\p{Script=Bengali}/u.test(label)
        ? 'bn'
        : /\p{Script=Devanagari}/u.test(label)
          ? 'hi'
          : 'en';
      expect(script, label).toBe(main);
    }
    const bengali = new Set([...issueOf].filter((issue, row) => issue >= 0 && desk[row].language === 'bn'));
    expect(bengali.size).toBeGreaterThan(1);
  });

  it('gives every issue a name of its own, masked, without greeting', () => {
    const { source } = deskOf(['en', 'de'], 800);
    const { issues } = findIssues({ texts: source });
    const labels = issues.map(({ label }) => label);
    expect(new Set(labels.map((label) => label.toLowerCase())).size).toBe(labels.length);
    for (const { label, terms, typical, size } of issues) {
      expect(label).not.toMatch(/\d{4}|@|^(hi|hello|dear|hallo|sehr geehrte)\b|urgent/i);
      expect(label.length).toBeGreaterThan(2);
      expect(label.length).toBeLessThanOrEqual(100);
      expect(terms.length).toBeGreaterThan(0);
      expect(typical.length).toBe(Math.min(3, new Set(typical).size));
      expect(size).toBeGreaterThanOrEqual(5);
    }
    expect([...issues].sort((a, b) => b.size - a.size)).toEqual(issues);
  });

  it('counts every ticket once', () => {
    const { source } = deskOf(['en'], 300);
    const { issueOf, issues, counts } = findIssues({ texts: source });
    expect(counts.tickets).toBe(300);
    expect(counts.clustered + counts.leftOut + counts.ignored).toBe(300);
    expect([...issueOf].filter((issue) => issue >= 0).length).toBe(counts.clustered);
    issues.forEach(({ size, index }) => {
      expect([...issueOf].filter((issue) => issue === index).length).toBe(size);
    });
  });

  describe('tiny and odd inputs', () => {
    it('no ticket', () => {
      expect(findIssues({ texts: subjects() })).toMatchObject({
        issues: [],
        counts: { tickets: 0, clustered: 0, leftOut: 0, empty: 0 },
      });
    });
    it('one ticket is no issue', () => {
      const { issues, issueOf } = findIssues({ texts: subjects('Refund not received') });
      expect(issues).toEqual([]);
      expect([...issueOf]).toEqual([-1]);
    });
    it('three different tickets are no issue', () => {
      const { issues } = findIssues({ texts: subjects('Refund missing', 'Login broken', 'Parcel torn') });
      expect(issues).toEqual([]);
    });
    it('identical tickets are one issue', () => {
      const { issues, counts } = findIssues({
        texts: subjects(...Array<string>(40).fill('Refund not received')),
      });
      expect(issues).toHaveLength(1);
      expect(issues[0]).toMatchObject({ label: 'Refund not received', size: 40 });
      expect(counts.leftOut).toBe(0);
    });
    it('tickets without a word are counted as empty', () => {
      const { issues, counts } = findIssues({
        texts: subjects(...Array<string>(30).fill(''), '12345', '!!!'),
      });
      expect(issues).toEqual([]);
      expect(counts).toMatchObject({ tickets: 32, leftOut: 32, empty: 32 });
    });
    it('two problems told apart among few tickets', () => {
      const list = [
        ...Array.from({ length: 12 }, (_, i) => `Refund not received for order ${1000 + i}`),
        ...Array.from({ length: 12 }, (_, i) => `Cannot log in, password wrong ${2000 + i}`),
        'Parking space for a boat',
      ];
      const { issues, issueOf } = findIssues({ texts: subjects(...list) });
      expect(issues.map(({ size }) => size)).toEqual([12, 12]);
      expect(issueOf[24]).toBe(-1);
      expect(issueOf[0]).not.toBe(issueOf[12]);
    });
    it('survives any text', () => {
      fc.assert(
        fc.property(
          fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string()), { maxLength: 30 }),
          (texts) => {
            const { issueOf, counts } = findIssues({ texts: sourceOf(texts) });
            expect(issueOf.length).toBe(texts.length);
            expect(counts.clustered + counts.leftOut).toBe(texts.length);
          },
        ),
        { numRuns: 40 },
      );
    });
    it('of equal texts it shows the one with the smallest id', () => {
      const list = Array<string>(6).fill('Refund not received');
      const { issues } = findIssues({ texts: subjects(...list), ids: ['f', 'c', 'e', 'a', 'd', 'b'] });
      expect(issues[0].typical).toEqual([3]);
    });
  });
});
