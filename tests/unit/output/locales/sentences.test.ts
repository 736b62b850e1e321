import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceBook } from '../../../../src/output/locales/sentences.ts';

const book = sentenceBook(
  {
    'the end': 'শেষ',
    'a field must stand here, not {1}': 'এখানে একটি ফিল্ড লাগবে, {1} নয়',
    'no field is called "{1}"': '“{1}” নামে কোনো ফিল্ড নেই',
    '{1} is a share, and "{2}" has no %': '{1} একটি হার, আর “{2}” এ % নেই',
    '{1} is a share': '{1} একটি হার',
    'the export has no messages': 'এক্সপোর্টে মেসেজ নেই',
    'another export has': 'অন্য এক্সপোর্টে আছে',
    'undecided, needs about {1}': 'ঠিক বলা যায় না, প্রায় {#1}টি লাগবে',
    'one thing; and another': 'দুটি কথা',
  },
  (digit) => '০১২৩৪৫৬৭৮৯'[digit] ?? '',
);

describe('a book of sentences', () => {
  it('has the words of a whole sentence', () => {
    expect(book('the end')).toBe('শেষ');
    expect(book('one thing; and another')).toBe('দুটি কথা');
  });

  it('fills gaps with what stands in them, in words where it has some', () => {
    expect(book('a field must stand here, not the end')).toBe('এখানে একটি ফিল্ড লাগবে, শেষ নয়');
    expect(book('a field must stand here, not ")"')).toBe('এখানে একটি ফিল্ড লাগবে, ")" নয়');
  });

  it('leaves what somebody typed, in quotes, as it was typed', () => {
    expect(book('no field is called "the end"')).toBe('“the end” নামে কোনো ফিল্ড নেই');
  });

  it('takes the sentence with most words of its own', () => {
    expect(book('csat is a share, and "90" has no %')).toBe('csat একটি হার, আর “90” এ % নেই');
    expect(book('csat is a share')).toBe('csat একটি হার');
  });

  it('writes numbers in its digits, and takes nothing else for one', () => {
    expect(book('undecided, needs about 1,240')).toBe('ঠিক বলা যায় না, প্রায় ১,২৪০টি লাগবে');
    expect(book('undecided, needs about a week')).toBe('undecided, needs about a week');
  });

  it('goes through the parts of a reason, and behind a place', () => {
    expect(book('the export has no messages; another export has')).toBe(
      'এক্সপোর্টে মেসেজ নেই; অন্য এক্সপোর্টে আছে',
    );
    expect(book('the export has no messages; who knows')).toBe('এক্সপোর্টে মেসেজ নেই; who knows');
    expect(book('t.csv: the export has no messages')).toBe('t.csv: এক্সপোর্টে মেসেজ নেই');
    expect(book('t.csv: the export has no messages; another export has')).toBe(
      't.csv: এক্সপোর্টে মেসেজ নেই; অন্য এক্সপোর্টে আছে',
    );
    expect(book('t.csv: one thing; and another')).toBe('t.csv: দুটি কথা');
    expect(book('t.csv: csat is a share')).toBe('t.csv: csat একটি হার');
    expect(book('"a: b" is a share')).toBe('"a: b" একটি হার');
    expect(book('t.csv: who knows; another export has')).toBe('t.csv: who knows; অন্য এক্সপোর্টে আছে');
  });

  it('leaves everything else as it is', () => {
    expect(book("--map created_at='Opened'")).toBe("--map created_at='Opened'");
    for (const name of ['constructor', 'toString', '__proto__']) expect(book(name)).toBe(name);
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/end|share|field|export|undecided|thing/.test(text));
        expect(book(text)).toBe(text);
      }),
    );
  });
});
