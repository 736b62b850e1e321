import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const head = `# Measured

What is claimed of these figures, counted. Each section is written by a script that says which, with the commit and the
day on which it ran.
`;

/** Puts a section in place of the one of the same name in a document of measured tables, or at its end. */
export function putSection(file: string, name: string, text: string): void {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const there = existsSync(file) ? readFileSync(file, 'utf8') : head;
  const section = `${begin}\n\n${text.trim()}\n\n${end}`;
  const [from, to] = [there.indexOf(begin), there.indexOf(end)];
  const isThere = from >= 0 && to > from;
  const whole = isThere
    ? there.slice(0, from) + section + there.slice(to + end.length)
    : `${there.trimEnd()}\n\n${section}\n`;
  writeFileSync(file, whole);
}

/** The commit and the day of a run. */
export function runOn(): string {
  const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();
  const isChanged = git('status', '--porcelain', '--untracked-files=no', 'src') !== '';
  const commit = git('rev-parse', '--short', 'HEAD');
  return `Commit ${commit}${isChanged ? ' with changes' : ''}, ${new Date().toISOString().slice(0, 10)}.`;
}

/** A Markdown table; numbers stand on the right. */
export function markdownTable(
  heads: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  const rules = heads.map((_, i) => (rows.every((row) => typeof row[i] === 'number') ? '---:' : '---'));
  return [line(heads), line(rules), ...rows.map(line)].join('\n');
}
