import { type Problem, problemBlock, problemLine, type Severity } from '../model/problem.ts';
import type { Io } from './io.ts';

const shown = 12;
const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/**
 * Problems of one code, place and wording become one, with their counts added up and the first lines kept. Order:
 * errors, warnings, notes; inside each as they first came.
 */
export function groupProblems(problems: readonly Problem[]): readonly Problem[] {
  const groups = new Map<string, Problem>();
  for (const problem of problems) {
    const { file, table } = problem.where ?? {};
    const repeated = problem.count !== undefined || problem.lines !== undefined;
    const key = JSON.stringify([
      problem.severity,
      problem.code,
      file,
      table,
      problem.args,
      repeated ? null : [problem.where?.line, problem.where?.column],
    ]);
    const before = groups.get(key);
    groups.set(key, before ? joined(before, problem) : problem);
  }
  return [...groups.values()].sort((a, b) => rank[a.severity] - rank[b.severity]);
}

function joined(a: Problem, b: Problem): Problem {
  const lines = [...(a.lines ?? []), ...(b.lines ?? [])];
  return {
    ...a,
    count: (a.count ?? 1) + (b.count ?? 1),
    lines: [...new Set(lines)].sort((x, y) => x - y).slice(0, 5),
  };
}

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
