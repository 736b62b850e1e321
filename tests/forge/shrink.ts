import { forge, plainOf, type Recipe } from './forge.ts';
import { traits } from './traits/index.ts';
import { judge, type Run, subjectOf, type Verdict } from './verdict.ts';

/** The fewest traits and rows with which a figure still fails as it did. */
export async function shrink(recipe: Recipe, failed: Verdict, run: Run): Promise<Recipe> {
  const fails = async (candidate: Recipe): Promise<boolean> => {
    const { verdicts } = await judge(forge(candidate), run);
    return verdicts.some((each) => subjectOf(each) === subjectOf(failed) && each.id === failed.id);
  };
  let least = recipe;
  for (const { id, options } of traits) {
    const plain = plainOf(options);
    if (least.choice[id] === plain) continue;
    const candidate = { ...least, choice: { ...least.choice, [id]: plain } };
    if (await fails(candidate)) least = candidate;
  }
  for (let size = Math.floor(least.size / 2); size >= 8; size = Math.floor(size / 2)) {
    const candidate = { ...least, size };
    if (!(await fails(candidate))) break;
    least = candidate;
  }
  return least;
}

/** The traits of a recipe that are not plain, as words. */
export function traitsOf({ choice }: Recipe): string[] {
  return traits
    .filter(({ id, options }) => (choice[id] ?? plainOf(options)) !== plainOf(options))
    .map(({ id }) => `${id}=${choice[id]}`);
}
