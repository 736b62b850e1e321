import type { Problem, Severity } from './problem.ts';

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
