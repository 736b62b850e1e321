import { type Session as Asked, openSession as open, type World } from '../questions/session.ts';
import type { SessionOptions } from '../settings/option-types.ts';
import type { CommandName } from '../settings/table.ts';
import type { Io } from './io.ts';
import { languageOf } from './language.ts';
import { pipedInput } from './piped-input.ts';
import { createProgress, type Progress } from './progress.ts';
import { localeOf } from './words.ts';

export type { SessionOptions } from '../settings/option-types.ts';

/** One run of a command: a question, and the terminal that it is asked from. */
export interface Session extends Asked {
  readonly io: Io;
}

/** Asks; what was told of progress is taken away before anything is printed, an error too. */
export async function answered<Answer>(session: Session, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } finally {
    session.world.progress.clear();
  }
}

/** Settles options and the settings file. @throws DeskstatError (2) for what cannot be. */
export async function openSession({
  command,
  options,
  io,
  paths,
}: {
  readonly command: CommandName;
  readonly options: SessionOptions;
  readonly io: Io;
  /** What is read, as typed: settings may lie beside it. */
  readonly paths: readonly string[];
}): Promise<Session> {
  let progress: Progress | null = null;
  const world: World = {
    cwd: io.cwd,
    salt: io.env.DESKSTAT_SALT,
    passwords: io.passwords,
    now: () => io.now(),
    // Asked where no file is named: a standard input is slow to open.
    get isPiped() {
      return !io.stdinIsTTY;
    },
    stdin: (how) => (how === 'named' ? io.stdin() : meantInput()),
    get progress() {
      progress ??= createProgress(io);
      return progress;
    },
    rejects: async (file) => (await import('./rejects.ts')).rejectsFile({ file, io }),
    tell: async (problems) => {
      const { printProblems } = await import('./warnings.ts');
      await printProblems(problems, { io, locale: await localeOf(asked.run) });
    },
  };
  async function* meantInput(): AsyncIterable<Uint8Array> {
    yield* pipedInput(io, await localeOf(asked.run));
  }
  const asked = await open({ command, options, world, paths });
  languageOf(asked.run.lang);
  if (io.stderr.isTTY) progress = createProgress(io, (await localeOf(asked.run)).say);
  return { ...asked, io };
}
