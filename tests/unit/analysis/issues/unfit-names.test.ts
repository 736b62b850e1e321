import { describe, expect, it } from 'vitest';
import { saidEverywhere } from '../../../../src/analysis/issues/spread.ts';
import {
  beginsLoosely,
  breaksOff,
  denies,
  holdsNumber,
  isClosing,
  isMannerly,
  isRude,
  lacksSubject,
  namesAmount,
  saysNothing,
} from '../../../../src/analysis/issues/unfit-names.ts';

describe('what names no issue', () => {
  it.each([
    'please see below',
    'looking forward to hearing from you',
    'case has been assigned to your queue',
    'thank you in advance',
    'let me know if you need more',
  ])('closes a letter: %s', (sentence) => {
    expect(isClosing(sentence)).toBe(true);
  });
  it.each([
    'i cannot see below the fold on my screen and it flickers',
    'order has been cancelled without notice',
  ])('closes none: %s', (sentence) => {
    expect(isClosing(sentence)).toBe(false);
  });
  it('insults, amounts and loose starts', () => {
    expect(isRude(['You', 'idiots'])).toBe(true);
    expect(isRude(['Refund', 'missing'])).toBe(false);
    expect(namesAmount(['Refund', 'of', '500', 'euro'])).toBe(true);
    expect(namesAmount(['Error', '404', 'page'])).toBe(false);
    expect(namesAmount('Why should I pay 171 per month'.split(' '))).toBe(true);
    expect(namesAmount('Windows 10 does not start'.split(' '))).toBe(false);
    expect(namesAmount('API returning 500 error'.split(' '))).toBe(false);
    expect(['on march 2 calendar', '7 baje ke liye'].map((text) => holdsNumber(text.split(' ')))).toEqual([
      true,
      true,
    ]);
    expect(
      ['Windows 7 login', 'error 5 shown', 'no number'].some((text) => holdsNumber(text.split(' '))),
    ).toBe(false);
    expect(lacksSubject(['Is', 'the', 'worst'])).toBe(true);
    expect(saysNothing(['General', 'question'])).toBe(true);
    expect(saysNothing(['Refund', 'question'])).toBe(false);
    expect(denies('Cannot')).toBe(true);
    expect(beginsLoosely(['In', 'Spring', 'MVC'])).toBe(true);
    expect(beginsLoosely(['Invoice', 'in', 'PDF'])).toBe(false);
    expect(beginsLoosely(['liye', 'alarm', 'set', 'karo'])).toBe(true);
    expect(beginsLoosely(['জন্য', 'রিফান্ড', 'চাই'])).toBe(true);
    expect(['ki', 'The', 'und', 'এবং'].every(breaksOff)).toBe(true);
    expect(['in', 'to', 'that'].some(breaksOff)).toBe(false);
    expect(['Please', 'hi', 'প্লিজ', 'कृपया', 'help'].map(isMannerly)).toEqual([true, true, true, true, false]);
  });
});

describe('saidEverywhere', () => {
  const tickets = (text: string, times: number): string[][] => Array.from({ length: times }, () => [text]);
  it('finds what three issues say and none says most of', () => {
    const issues = ['a', 'b', 'c'].map((own) => [...tickets('see below', 2), ...tickets(own, 9)]);
    expect([...saidEverywhere(issues)]).toEqual(['see below']);
  });
  it('leaves what belongs to one issue', () => {
    const issues = [tickets('refund', 9), tickets('refund', 1), tickets('refund', 1)];
    expect(saidEverywhere(issues).size).toBe(0);
  });
});
