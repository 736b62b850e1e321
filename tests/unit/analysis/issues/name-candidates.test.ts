import { describe, expect, it } from 'vitest';
import { nameCandidates } from '../../../../src/analysis/issues/name-candidates.ts';
import type { Sentence } from '../../../../src/analysis/issues/sentences.ts';

const quiet = new Set(['not', 'is', 'the', 'after', 'on']);

function sentence(text: string): Sentence {
  const words = text.split(' ');
  const none = words.map(() => false);
  return {
    words,
    stems: words.map((word) => word.toLowerCase()),
    tells: words.map((word) => !quiet.has(word)),
    pauses: none,
    slashes: none,
    mark: '',
    hadNumber: false,
    isVerbLast: false,
    isEnglish: true,
  };
}

const textsOf = (...tickets: readonly string[]): string[] =>
  nameCandidates(tickets.map((ticket) => [sentence(ticket)])).map(({ text }) => text);

describe('candidates for names', () => {
  it('leave no denial off before what it denies', () => {
    const denied = textsOf(
      'App not opening after the update',
      'Screen not opening after the update',
      'Door not opening after the update',
      'App crashes on start',
    );
    expect(denied).toContain('App not opening after the update');
    expect(denied).not.toContain('opening after the update');
    const said = textsOf(
      'App is opening after the update',
      'Screen is opening after the update',
      'Door is opening after the update',
    );
    expect(said).toContain('opening after the update');
  });

  it('are torn where a word lacks the one that nearly always follows it', () => {
    const rows = [
      ...Array.from({ length: 9 }, (_, i) => `Why is top up ${['pending', 'late', 'gone'][i % 3]}`),
      'My top is pending',
    ].map((ticket) => [sentence(ticket)]);
    const torn = (wanted: string): boolean | undefined =>
      nameCandidates(rows).find(({ text }) => text === wanted)?.isTorn;
    expect(torn('My top is pending')).toBe(true);
    expect(torn('Why is top up pending')).toBe(false);
    // Eight tickets are needed to know a pair by.
    const few = nameCandidates(rows.slice(3)).find(({ text }) => text === 'My top is pending');
    expect(few?.isTorn).toBe(false);
  });

  it('hold a number where many say it', () => {
    const timers = [3, 5, 7, 9].map((n) => `Set timer for ${n} minutes`);
    expect(textsOf(...timers).filter((text) => /[0-9]/.test(text))).toEqual([]);
    const factors = ['2 factor device', '2 factor device', 'Lost 2 factor device'];
    expect(textsOf(...factors)).toContain('2 factor device');
  });
});
