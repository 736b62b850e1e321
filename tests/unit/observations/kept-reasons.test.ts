import { describe, expect, it } from 'vitest';
import { unavailable } from '../../../src/analysis/metrics/unavailable.ts';
import { type Sentence, sentence } from '../../../src/model/sentence.ts';
import { type Manifest, manifestText, readManifest } from '../../../src/observations/manifest.ts';
import { loadLocale } from '../../../src/output/locales/index.ts';

const manifestWith = (reason: Sentence): Manifest =>
  ({ metrics: [{ metric: 'solved', unavailable: reason }] }) as unknown as Manifest;

describe('why a kept metric has no entries', () => {
  it('is read back as it was said, for every language', async () => {
    const { unavailable: reason } = unavailable('no_solve');
    const [{ unavailable: kept }] = readManifest(manifestText(manifestWith(reason))).metrics;
    expect(kept).toEqual(reason);
    const hindi = await loadLocale('hi');
    expect(kept && hindi.say(kept)).toBe(hindi.say(reason));
    expect(kept && hindi.say(kept)).not.toBe(reason.english);
  });

  it('is the English of an earlier version, where that has written it', () => {
    const text =
      '{"metrics":[{"metric":"solved","unavailable":"no stamps"},{"metric":"csat","unavailable":null}]}';
    expect(readManifest(text).metrics.map(({ unavailable: kept }) => kept)).toEqual([
      sentence('word.as_said', { text: 'no stamps' }),
      null,
    ]);
  });
});
