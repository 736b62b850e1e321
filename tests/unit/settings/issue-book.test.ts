import { describe, expect, it } from 'vitest';
import { DeskstatError } from '../../../src/model/problem.ts';
import { bookText, newBook, parseBook } from '../../../src/settings/issue-book.ts';

const prototype = { size: 3, words: { refund: 100, money: 67 }, texts: [] };

function failure(text: string): DeskstatError {
  try {
    parseBook(text, 'issues.yaml');
  } catch (error) {
    if (error instanceof DeskstatError) return error;
  }
  throw new Error('was taken for a book');
}

describe('an issue book', () => {
  it('begins empty, with a word on what may be edited', () => {
    const open = newBook();
    const text = bookText(open, {
      version: 1,
      issues: [{ id: 'I1', name: 'Refund not received', prototype }],
    });
    expect(text).toContain('# Recurring issues, kept from week to week');
    expect(parseBook(text, 'issues.yaml').book.issues).toEqual([
      { id: 'I1', name: 'Refund not received', prototype },
    ]);
  });

  it('loses nothing that a person wrote: names, comments, order, keys of their own', () => {
    const written = `# our book
version: 1
issues:
  - id: I2
    name: Where is my parcel? # asked daily
    owner: logistics
    prototype: {size: 3, words: {parcel: 100}, texts: []}
  - id: I1
    name: Money back
    pinned: [chargeback]
    prototype: {size: 2, words: {refund: 100}, texts: []}
  - id: I3
    name: Old one
    merged_into: I1
    ignored: true
`;
    const open = parseBook(written, 'issues.yaml');
    expect(open.book.issues.map(({ id }) => id)).toEqual(['I2', 'I1', 'I3']);
    expect(open.book.issues[1].pinned).toEqual(['chargeback']);
    const after = bookText(open, {
      version: 1,
      issues: [
        { ...open.book.issues[0], prototype: { size: 9, words: { parcel: 90 }, texts: ['a1'] } },
        open.book.issues[1],
        open.book.issues[2],
        { id: 'I4', name: 'App crashes', prototype },
      ],
    });
    for (const line of [
      '# our book',
      '# asked daily',
      'owner: logistics',
      'pinned: [ chargeback ]',
      'merged_into: I1',
    ]) {
      expect(after.replaceAll('[chargeback]', '[ chargeback ]')).toContain(line);
    }
    expect(after.indexOf('I2')).toBeLessThan(after.indexOf('I1'));
    const again = parseBook(after, 'issues.yaml').book.issues;
    expect(again.map(({ id, name }) => [id, name])).toEqual([
      ['I2', 'Where is my parcel?'],
      ['I1', 'Money back'],
      ['I3', 'Old one'],
      ['I4', 'App crashes'],
    ]);
    expect(again[0].prototype?.size).toBe(9);
  });

  it('points at what is wrong in it', () => {
    expect(failure('version: 1\nissues:\n  - name: x\n').message).toBe(
      'issues.yaml:3:5: an issue needs an id, as "id: I7"',
    );
    expect(failure('version: 1\nissues:\n  - id: I1\n  - id: I1\n').message).toContain(
      'the id I1 stands twice',
    );
    expect(failure('version: 1\nissues:\n  - id: I1\n    merged_into: I9\n').message).toContain(
      'I1 is merged into I9',
    );
    expect(failure('issues: 7\n').message).toContain('a list "issues"');
    expect(failure('issues: [\n').exitCode).toBe(2);
    expect(failure('version: 1\nissues:\n  - id: I1\n    ignored: maybe\n').message).toContain(
      'true or false',
    );
  });
});
