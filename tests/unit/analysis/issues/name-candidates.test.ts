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
});
