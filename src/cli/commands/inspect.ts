import { inspectText } from '../../output/renderers/inspect-text.ts';
import { askInspect, type InspectOptions } from '../../questions/answers/inspect.ts';
import { emit } from '../emit.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { type Io, widthOf } from '../io.ts';
import { answered, openSession } from '../session.ts';
import { printProblems } from '../warnings.ts';
import { localeOf } from '../words.ts';

/** `deskstat inspect [files…]`: what each file is, how its columns are read, and what is wrong with it. */
export async function run(args: readonly string[], options: InspectOptions, io: Io): Promise<ExitCode> {
  const session = await openSession({ command: 'inspect', options, io, paths: args });
  const { document, files, together, refusal, desk, problems } = await answered(session, () =>
    askInspect(session, args, options),
  );
  const locale = await localeOf(session.run);
  const page = {
    together,
    zone: session.zone.id,
    settings: document.settings,
    locale,
    width: widthOf(io.stdout),
  };
  await emit({
    options,
    content: 'document',
    inputs: session.inputs,
    io,
    render: async (format) =>
      format === 'json' ? [`${JSON.stringify(document, null, 2)}\n`] : inspectText(files, page),
  });
  const isCheck = options.guess === false || options.strict === true || options.maxRejected !== undefined;
  if (isCheck && refusal) throw refusal;
  await printProblems(problems, { io, locale });
  if (desk) await session.refuseOld(desk);
  return exitCodes.done;
}
