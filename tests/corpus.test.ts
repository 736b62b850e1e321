import { expect, it } from 'vitest';
import { cliPath, runScript } from './cli.ts';
import { describeBeside, sharedPath } from './shared-data.ts';

/** Shares in percent that recognition reaches on the shapes of real exports; they only ever go up. */
const bars = { kinds: 98, precision: 99, recall: 97, silentlyWrong: 0 };

const figure = (text: string, pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? Number.NaN);

describeBeside('corpus', 'shapes of real exports', () => {
  it('are recognised as a person would', async () => {
    const { stdout } = await runScript(sharedPath('corpus/score.mjs'), ['--cli', cliPath, '-v']);
    const confusion = new Map<string, number>();
    for (const [, got, wanted] of stdout.matchAll(/kind ([\w-]+), should be ([\w|]+)/g)) {
      const pair = `${wanted} read as ${got}`;
      confusion.set(pair, (confusion.get(pair) ?? 0) + 1);
    }
    console.log(stdout.slice(stdout.lastIndexOf('shapes perfect')));
    console.table(Object.fromEntries(confusion));
    expect(figure(stdout, /kinds right .*\(([\d.]+) %\)/)).toBeGreaterThanOrEqual(bars.kinds);
    expect(figure(stdout, /precision ([\d.]+) %/)).toBeGreaterThanOrEqual(bars.precision);
    expect(figure(stdout, /recall ([\d.]+) %/)).toBeGreaterThanOrEqual(bars.recall);
    expect(figure(stdout, /silently wrong (\d+)/)).toBeLessThanOrEqual(bars.silentlyWrong);
  }, 600_000);
});
