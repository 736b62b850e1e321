import type { Desk } from '../model/desk.ts';
import { groupProblems } from '../model/group-problems.ts';
import { problemLine } from '../model/problem.ts';
import { formatInstant, type Zone } from '../time/zone.ts';

declare const DESKSTAT_VERSION: string;

/** What every JSON output begins with: which command wrote it, and which version of it. */
export function resultHead(command: string): Record<string, unknown> {
  return { schema: `deskstat.${command}/1`, version: DESKSTAT_VERSION };
}

/** What stands before the rows of every JSON output about a desk: as-of, zone, sources, problems. */
export function dataEnvelope(
  command: string,
  { desk, zone }: { readonly desk: Desk; readonly zone: Zone },
): Record<string, unknown> {
  return {
    ...resultHead(command),
    as_of: Number.isFinite(desk.asOf) ? formatInstant(desk.asOf, zone, 'second') : null,
    timezone: zone.id,
    sources: desk.sources,
    problems: groupProblems(desk.problems).map((problem) => ({
      code: problem.code,
      severity: problem.severity,
      message: problemLine(problem),
      count: problem.count ?? null,
      lines: problem.lines ?? [],
    })),
  };
}
