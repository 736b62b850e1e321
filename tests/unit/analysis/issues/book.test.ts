import { describe, expect, it } from 'vitest';
import { nextId, rootOf } from '../../../../src/analysis/issues/book.ts';
import {
  type BookIssue,
  findIssues,
  type IssueBook,
  type TextSource,
} from '../../../../src/analysis/issues/index.ts';
import { makeDesk } from '../../../bench/issues/made-desk.ts';

const desk = makeDesk({ tickets: 500, languages: ['en'], oneOffShare: 0 });
const source = (rows: readonly { subject: string; description: string }[]): TextSource => ({
  rows: rows.length,
  subject: (row) => rows[row].subject,
  description: (row) => rows[row].description,
});
const say = (...subjects: string[]): TextSource =>
  source(subjects.map((subject) => ({ subject, description: '' })));
const first = findIssues({ texts: source(desk), book: { version: 1, issues: [] } });

function edited(book: IssueBook, id: string, change: Partial<BookIssue>): IssueBook {
  return { ...book, issues: book.issues.map((issue) => (issue.id === id ? { ...issue, ...change } : issue)) };
}

describe('issue book', () => {
  it('starts with every issue found, ids in order of size', () => {
    expect(first.issues.length).toBeGreaterThan(3);
    expect(first.book.issues.map(({ id }) => id)).toEqual(first.issues.map((_, i) => `I${i + 1}`));
    expect(first.issues.map(({ id }) => id)).toEqual(first.book.issues.map(({ id }) => id));
    expect(first.changes.every(({ change }) => change === 'new')).toBe(true);
  });

  it('gives the same tickets the same issues again, and changes nothing in the book', () => {
    const again = findIssues({ texts: source(desk), book: first.book });
    expect(again.book).toEqual(first.book);
    const idOf = (found: typeof again, row: number): string | null =>
      found.issues[found.issueOf[row]]?.id ?? null;
    const kept = desk.filter(
      (_, row) => first.issueOf[row] >= 0 && idOf(again, row) === idOf(first, row),
    ).length;
    expect(kept / first.counts.clustered).toBeGreaterThan(0.98);
    expect(again.changes.every(({ change }) => change === 'seen')).toBe(true);
  });

  it('recognises known issues in other tickets of the same kind, in a small export too', () => {
    const next = makeDesk({ tickets: 60, languages: ['en'], seed: 99, oneOffShare: 0 });
    const found = findIssues({ texts: source(next), book: first.book });
    expect(found.counts.clustered).toBeGreaterThan(50);
    const known = new Set(first.book.issues.map(({ id }) => id));
    const inKnown = next.filter(
      (_, row) => found.issueOf[row] >= 0 && known.has(found.issues[found.issueOf[row]].id ?? ''),
    );
    expect(inKnown.length).toBeGreaterThan(50);
    expect(found.changes.filter(({ change }) => change === 'quiet').every(({ size }) => size === 0)).toBe(
      true,
    );
  });

  it('keeps a name that a person gave, and keys it does not know', () => {
    const [{ id }] = first.book.issues;
    const book = edited(first.book, id, { name: 'Our oldest sorrow', owner: 'Ann' } as Partial<BookIssue>);
    const found = findIssues({ texts: source(desk), book });
    expect(found.issues.find((issue) => issue.id === id)?.label).toBe('Our oldest sorrow');
    expect(found.book.issues.find((issue) => issue.id === id)).toMatchObject({
      name: 'Our oldest sorrow',
      owner: 'Ann',
    });
  });

  it('counts a merged issue with the other one', () => {
    const [a, b] = first.issues;
    const book = edited(first.book, b.id ?? '', { merged_into: a.id ?? '' });
    const found = findIssues({ texts: source(desk), book });
    expect(found.issues.some(({ id }) => id === b.id)).toBe(false);
    const merged = found.issues.find(({ id }) => id === a.id)?.size ?? 0;
    expect(Math.abs(merged - a.size - b.size)).toBeLessThanOrEqual(0.05 * (a.size + b.size));
    expect(found.changes.find(({ id }) => id === b.id)).toMatchObject({ change: 'merged' });
    expect(found.book.issues).toHaveLength(first.book.issues.length);
  });

  it('leaves an ignored issue out and counts its tickets', () => {
    const [{ id, size }] = first.issues;
    const found = findIssues({ texts: source(desk), book: edited(first.book, id ?? '', { ignored: true }) });
    expect(found.issues.some((issue) => issue.id === id)).toBe(false);
    expect(Math.abs(found.counts.ignored - size)).toBeLessThanOrEqual(0.05 * size);
    expect(found.counts.clustered + found.counts.leftOut + found.counts.ignored).toBe(desk.length);
  });

  it('puts tickets with a pinned phrase where the person wants them', () => {
    const book: IssueBook = {
      version: 1,
      issues: [{ id: 'I7', name: 'Gift wrap', pinned: ['gift wrap', 'উপহার মোড়ক'] }],
    };
    const texts = say(
      'Gift wrap torn',
      'no gift wrapping please',
      'gift for my wrap',
      'উপহার মোড়ক ছেঁড়া',
      'wrap gift',
    );
    const found = findIssues({ texts, book });
    expect([...found.issueOf]).toEqual([0, 0, -1, 0, -1]);
    expect(found.issues[0]).toMatchObject({ id: 'I7', label: 'Gift wrap', size: 3 });
  });

  it('appends what is new with an id never used before', () => {
    const outage = Array.from({ length: 30 }, (_, i) => ({
      subject: ['Video call has no sound', 'No sound in video call', 'Sound missing during video call'][
        i % 3
      ],
      description: `Microphone works, sound of the other side is missing in room ${i}`,
    }));
    const found = findIssues({ texts: source([...desk, ...outage]), book: first.book });
    const fresh = found.changes.filter(({ change }) => change === 'new');
    expect(fresh.map(({ id }) => id)).toContain(`I${first.book.issues.length + 1}`);
    const ids = new Set(outage.map((_, i) => found.issues[found.issueOf[desk.length + i]]?.id));
    expect([...ids].every((id) => fresh.some((change) => change.id === id))).toBe(true);
    expect(found.book.issues.slice(0, first.book.issues.length)).toEqual(first.book.issues);
  });
});

describe('rootOf', () => {
  const issues = [
    { id: 'I1', name: 'a', merged_into: 'I2' },
    { id: 'I2', name: 'b', merged_into: 'I3' },
    { id: 'I3', name: 'c' },
    { id: 'I4', name: 'd', merged_into: 'I5' },
    { id: 'I5', name: 'e', merged_into: 'I4' },
    { id: 'I6', name: 'f', merged_into: 'gone' },
  ];
  it.each([
    [0, 2],
    [1, 2],
    [2, 2],
    [3, 4],
    [5, 5],
  ])('entry %i counts for %i', (index, root) => {
    expect(rootOf(issues, index)).toBe(root);
  });
});

describe('nextId', () => {
  it.each([
    [[], 'I1'],
    [['I3', 'I12'], 'I13'],
    [['refunds', 'I2'], 'I3'],
  ])('%j → %s', (ids, id) => {
    expect(nextId(ids.map((one) => ({ id: one, name: one })))).toBe(id);
  });
});
