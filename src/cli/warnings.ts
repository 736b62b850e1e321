import { groupProblems } from '../model/group-problems.ts';
import { type Problem, problemBlock, problemLine } from '../model/problem.ts';
import type { Io } from './io.ts';

export { groupProblems } from '../model/group-problems.ts';

const shown = 12;
/** Prints what should be known about the data on stderr: warnings with their details, notes in one line each. */
export async function printProblems(problems: readonly Problem[], io: Io): Promise<void> {
  const groups = groupProblems(problems);
  if (groups.length === 0) return;
  const lines = groups
    .slice(0, shown)
    .map((problem) =>
      problem.severity === 'note' ? `note: ${problemLine(problem)}` : problemBlock(problem),
    );
  const more = groups.length - shown;
  if (more > 0) lines.push(`note: ${more} more of this sort; "deskstat inspect" lists them all`);
  await io.stderr.write(`${lines.join('\n')}\n`);
}
