import { type Choice, drawRecipe, forge, type Recipe } from './forge.ts';
import { shrink, traitsOf } from './shrink.ts';
import { Tally } from './table.ts';
import { judge, type Run, subjectOf, type Verdict, type VerdictId } from './verdict.ts';

export interface Failure {
  readonly recipe: Recipe;
  readonly verdict: Verdict;
  readonly said: string;
  readonly isAmbiguous: boolean;
}

/** Forges exports from a seed on, judges each, and tallies how figures came out. */
export async function runForge(options: {
  readonly seed: number;
  readonly exports: number;
  readonly run: Run;
  /** Options that every export has, whatever was drawn. */
  readonly also?: Choice;
  /** Passes over exports that leave more than one reading. */
  readonly unambiguous?: boolean;
  /** Whether it has taken long enough, however many are left. */
  readonly isEnough?: () => boolean;
}): Promise<{ readonly tally: Tally; readonly failures: readonly Failure[] }> {
  const tally = new Tally();
  const failures: Failure[] = [];
  for (let i = 0; i < options.exports && options.isEnough?.() !== true; i++) {
    const drawn = drawRecipe(options.seed + i);
    const recipe = { ...drawn, choice: { ...drawn.choice, ...options.also } };
    const draft = forge(recipe);
    const isAmbiguous = draft.ambiguous.length > 0;
    if (isAmbiguous && options.unambiguous) continue;
    const { verdicts, said } = await judge(draft, options.run);
    tally.add(recipe, verdicts, isAmbiguous);
    for (const verdict of verdicts)
      if (verdict.id !== 'right') failures.push({ recipe, verdict, said, isAmbiguous });
  }
  return { tally, failures };
}

/** Those that came out so. */
export const failuresOf = (failures: readonly Failure[], id: VerdictId): Failure[] =>
  failures.filter(({ verdict }) => verdict.id === id);

const outcomeOf = ({ expectation, wanted, got }: Verdict): string =>
  expectation === undefined ? `wanted ${wanted}, got ${got}` : `${expectation} exited with ${got}`;

/** One failure of each figure and set of traits, reduced to what makes it. */
export async function reduceFailures(
  failures: readonly Failure[],
  run: Run,
  most: number,
): Promise<string[]> {
  const told = new Map<string, string>();
  for (const { recipe, verdict, isAmbiguous } of failures) {
    if (told.size >= most) break;
    const least = await shrink(recipe, verdict, run);
    const what = `${isAmbiguous ? '' : 'unambiguous, '}${subjectOf(verdict)}: ${traitsOf(least).join(' ') || 'plain'}`;
    if (told.has(what)) continue;
    const headers = forge(least)
      .columns.map(({ header }) => header)
      .join(' | ');
    told.set(
      what,
      `${what}\n  seed ${least.seed}, ${least.size} tickets; ${outcomeOf(verdict)}\n  ${headers}`,
    );
  }
  return [...told.values()];
}
