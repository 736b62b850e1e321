import { type ProblemCode, problemTexts } from './problem-texts.ts';
import { asIs, type Fit, fitOfDetails, type ProblemArgs, type ProblemText } from './problem-words.ts';

/** The place a problem was found at; every part that is known is printed as `file:line:column`. */
export interface Where {
  readonly file?: string;
  /** Stream or nested array inside the file, for files that hold several tables. */
  readonly table?: string;
  readonly line?: number;
  readonly column?: number;
}

export type Severity = 'error' | 'warning' | 'note';

/**
 * One thing that is wrong, or that was guessed and should be known. Stages collect problems and return them;
 * only `cli/` prints, and only `problem-texts` knows the words.
 */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly args: ProblemArgs;
  readonly where?: Where;
  /** How many rows, cells or tickets it concerns. */
  readonly count?: number;
  /** The first lines it was seen at, at most five. */
  readonly lines?: readonly number[];
}

/** Exit codes that an error may carry: 2 wrong usage or config, 3 input that cannot be used, 4 no data. */
export type ErrorExitCode = 2 | 3 | 4;

/** The only expected failure: a problem that stops the run, with the exit code it ends in. */
export class DeskstatError extends Error {
  readonly problem: Problem;
  readonly exitCode: ErrorExitCode;

  constructor(problem: Omit<Problem, 'severity'>, exitCode: ErrorExitCode) {
    const whole: Problem = { ...problem, severity: 'error' };
    super(problemLine(whole));
    this.name = 'DeskstatError';
    this.problem = whole;
    this.exitCode = exitCode;
  }
}

/** The words of a problem, from the one file that holds them. */
export function textOf(problem: Problem): ProblemText {
  return problemTexts[problem.code](problem.args, problem.count ?? 0);
}

/** `file:line:column` of a problem, or an empty string when no place is known. */
export function placeOf(where: Where | undefined): string {
  if (!where) return '';
  const parts = [where.file, where.line, where.column].filter((part) => part !== undefined);
  const place = parts.join(':');
  return where.table ? (place ? `${place} (${where.table})` : where.table) : place;
}

/** A problem in one line, without its details: `tickets.csv:12: …`. */
export function problemLine(problem: Problem): string {
  const place = placeOf(problem.where);
  const { what } = textOf(problem);
  return place ? `${place}: ${what}` : what;
}

/** Details begin behind their labels: as wide as the widest one. */
const LABELS = 11;

/** A problem in the house's shape: the sentence, then indented details in two columns. */
export function problemBlock(problem: Problem, fitted: Fit = asIs): string {
  const { details = [] } = textOf(problem);
  const fits = fitOfDetails(details, fitted);
  const lines = [fitted(`${problem.severity}: ${problemLine(problem)}`, 2)];
  for (const [i, [label, text]] of details.entries())
    lines.push(`  ${label.padEnd(LABELS)} ${fits[i](String(text), LABELS + 3)}`);
  if (problem.lines && problem.lines.length > 0) {
    const more = (problem.count ?? 0) > problem.lines.length ? ', …' : '';
    lines.push(`  ${'lines'.padEnd(LABELS)} ${problem.lines.join(', ')}${more}`);
  }
  return lines.join('\n');
}
