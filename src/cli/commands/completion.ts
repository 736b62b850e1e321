import { sentence } from '../../model/sentence.ts';
import { nearest } from '../../model/suggest.ts';
import { usageError } from '../../settings/option-values.ts';
import { shells } from '../completion-scripts.ts';
import { completions } from '../completions.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';

/** `deskstat completion <shell>`: a script that completes commands, options and the values that there are. */
export async function run(args: readonly string[], _options: unknown, io: Io): Promise<ExitCode> {
  const names = Object.keys(shells) as (keyof typeof shells)[];
  const shell = names.find((each) => each === args[0]);
  if (!shell) {
    throw usageError(
      sentence('mistake.unknown_shell', { shell: args[0] }),
      sentence('hint.one_of', {
        names: [...new Set([nearest(args[0], names) ?? 'bash', ...names])].join(', '),
      }),
    );
  }
  await io.stdout.write(shells[shell](completions()));
  return exitCodes.done;
}
