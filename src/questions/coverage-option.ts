import type { Run } from '../settings/settle.ts';
import type { Zone } from '../time/zone.ts';
import type { ReadOptions } from './read-options.ts';

/** What is said of how files were cut, put together; files that are spoken of differently leave it to the data. */
export async function coverageOption(run: Run, zone: Zone): Promise<ReadOptions['coverageFor']> {
  const { resolveInstant } = await import('../time/period.ts');
  const context = { zone, weekStarts: 1, asOf: Number.NaN };
  const at = (text: string | null): number => resolveInstant(text ?? '', context);
  // A flag that is no day is told before anything is read.
  for (const { from, to } of run.coverageFor([]).stated) for (const text of [from, to]) if (text) at(text);
  return (files) => {
    const { stated, silent } = run.coverageFor(files);
    if (stated.length === 0) return { asked: null, problems: [] };
    const cuts = new Set(stated.map(({ cut }) => cut));
    if (silent.length > 0 || cuts.size > 1) {
      const args = { files: silent.length > 0 ? silent : files };
      return { asked: null, problems: [{ code: 'coverage_unsettled', severity: 'warning', args }] };
    }
    const all = (texts: readonly (string | null)[]): number[] | null =>
      texts.includes(null) ? null : texts.map(at);
    const from = all(stated.map((each) => each.from));
    const to = all(stated.map((each) => each.to));
    const [cut] = cuts;
    return {
      asked: { from: from && Math.min(...from), to: to && Math.max(...to), cut },
      problems: [],
    };
  };
}
