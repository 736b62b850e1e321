import type { Problem } from '../../model/problem.ts';
import type { ProblemArgs } from '../../model/problem-words.ts';

/** Counts how often something was seen and keeps the first five lines of it. */
export class LineTally {
  count = 0;
  args: ProblemArgs = {};
  readonly #lines: number[] = [];

  add(line: number): void {
    if (this.#lines.length < 5) this.#lines.push(line);
    this.count++;
  }

  problem(of: { code: Problem['code']; severity: Problem['severity']; file: string }): Problem {
    const { code, severity, file } = of;
    const isOne = this.count === 1;
    return {
      code,
      severity,
      args: this.args,
      where: isOne ? { file, line: this.#lines[0] } : { file },
      count: this.count,
      lines: isOne ? undefined : this.#lines,
    };
  }
}
