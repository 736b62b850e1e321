import { groupProblems } from '../model/group-problems.ts';
import type { Problem } from '../model/problem.ts';
import type { Phrase } from '../model/report.ts';
import type { Locale } from '../output/locales/index.ts';
import { blockIn, headIn } from '../output/renderers/problem-words.ts';
import type { Io } from './io.ts';
import { fitOf } from './terminal-fit.ts';

const shown = 12;
/** Prints what should be known about the data on stderr: warnings with their details, notes in one line each. */
export async function printProblems(
  problems: readonly Problem[],
  { io, locale }: { readonly io: Io; readonly locale: Locale },
): Promise<void> {
  const said = io.notes === false ? problems.filter(({ severity }) => severity !== 'note') : problems;
  const groups = groupProblems(said);
  if (groups.length === 0) return;
  const fitted = fitOf(io.stderr);
  const lines = groups
    .slice(0, shown)
    .map((problem) =>
      problem.severity === 'note' ? fitted(headIn(locale, problem), 2) : blockIn(locale, problem, fitted),
    );
  const more = groups.length - shown;
  if (more > 0) lines.push(`${locale.message('said.note')}: ${locale.message('said.more', { more })}`);
  await io.stderr.write(`${lines.join('\n')}\n`);
}

/** Prints what is no matter of the data: what was left out, and how to have it. */
export async function printRemarks(
  remarks: readonly Phrase[],
  { io, locale }: { readonly io: Io; readonly locale: Locale },
): Promise<void> {
  for (const remark of remarks)
    await io.stderr.write(
      `${fitOf(io.stderr)(`${locale.message('said.note')}: ${locale.phrase(remark)}`, 2)}\n`,
    );
}
