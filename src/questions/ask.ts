import type { Desk } from '../model/desk.ts';
import type { Report } from '../model/report.ts';
import { sentence } from '../model/sentence.ts';
import { nearest } from '../model/suggest.ts';
import type { TypedOption } from '../settings/option-types.ts';
import { usageError } from '../settings/option-values.ts';
import { commonGroup, inputGroup, momentGroup, type OptionSpec } from '../settings/options.ts';
import { type QuestionName, questionOptions } from '../settings/question-options.ts';
import type { Answer as Base, TableAnswer } from './answers/answer.ts';
import { sessionOfDesk, settingsOf } from './program/desk-settings.ts';
import { withoutPasswords } from './program/given-passwords.ts';
import { worldOf } from './program/world.ts';
import type { ProgressEvent } from './progress-event.ts';
import { addIssues, openSession, type Session, type World } from './session.ts';

/** What can be asked: the commands that answer in JSON. */
export type Question = QuestionName;

/** A value of an option: its text, a flag, or several of either. */
type OptionValue = string | number | boolean | readonly string[] | undefined;

export interface AskOptions {
  /**
   * Options of the command by their long names, in camel case: `{ period: 'last-week', by: ['group'], issues: false }`.
   * Settings are those of `deskstat.yaml`, found as on the command line, or named by `config`.
   */
  readonly options?: Readonly<Record<string, OptionValue>>;
  /** Told now and then how far the work is. */
  readonly onProgress?: (event: ProgressEvent) => void;
  /** Ends the work, at the next moment at which progress would be told, with the signal's reason. */
  readonly signal?: AbortSignal;
  /** What `DESKSTAT_SALT` is in; nothing of the process's environment is looked at. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** An answer: what the command prints with `--format json`; `deskstat schema <command>` describes it. */
export type Answer = Readonly<Record<string, unknown>> & { readonly schema: string };

/** What a question comes to, and what its JSON is made of. */
export type Asked = Base &
  Partial<Pick<TableAnswer, 'rows' | 'columns' | 'document'>> & { readonly whole?: Report };

type Asker = (session: Session, paths: readonly string[], options: never) => Promise<Asked>;

/** Each question, loaded when it is asked. */
const askers: Readonly<Record<Question, () => Promise<Asker>>> = {
  report: async () => (await import('./answers/for-programs.ts')).askReport,
  metrics: async () => (await import('./answers/for-programs.ts')).askMetrics,
  agents: async () => (await import('./answers/agents.ts')).askAgents,
  tickets: async () => (await import('./answers/for-programs.ts')).askTickets,
  explain: async () => (await import('./answers/explain.ts')).askExplain,
  waiting: async () => (await import('./answers/waiting.ts')).askWaiting,
  check: async () => (await import('./answers/check.ts')).askCheck,
  diff: async () => (await import('./answers/for-programs.ts')).askDiff,
  retention: async () => (await import('./answers/retention.ts')).askRetention,
  issues: async () => (await import('./answers/issues.ts')).askIssues,
  inspect: async () => (await import('./answers/for-programs.ts')).askInspect,
};

/** What is asked about, as typed behind the command: files, or the desk that was read from them in their place. */
export type Asking = readonly (string | Desk)[];

/** Asks a question of files, with the options of the command of that name and the settings that lie beside them. */
export async function askQuestion(
  question: Question,
  asking: Asking,
  { options: wishes = {}, onProgress, signal, env = {}, now }: AskOptions & { readonly now: () => number },
): Promise<Asked> {
  signal?.throwIfAborted();
  const { about, options, passwords } = withoutPasswords(asking, wishes);
  const given = optionsOf(question, options);
  const ask = await askers[question]();
  const { session, paths } = await opened(question, about, {
    given,
    world: worldOf({ onProgress, signal, now, salt: env.DESKSTAT_SALT, passwords }),
  });
  const answer = await ask(session, paths, given as never);
  signal?.throwIfAborted();
  return answer;
}

interface Opening {
  readonly given: Record<string, unknown>;
  readonly world: World;
}

/** The session of a question, and its arguments. */
async function opened(
  question: Question,
  about: Asking,
  { given, world }: Opening,
): Promise<{ readonly session: Session; readonly paths: readonly string[] }> {
  const paths = about.filter((each) => typeof each === 'string');
  const desks = about.filter((each) => typeof each !== 'string');
  if (desks.length === 0) {
    const files = question === 'explain' ? paths.slice(1) : question === 'diff' ? [] : paths;
    const session = await openSession({ command: question, options: given as never, paths: files, world });
    return { session, paths };
  }
  const files = question === 'explain' ? paths.slice(1) : paths;
  if (desks.length > 1 || files.length > 0)
    throw usageError(sentence('mistake.desk_or_files'), `ask('${question}', [desk])`);
  if (question === 'diff' || question === 'inspect')
    throw usageError(sentence('mistake.looks_at_files', { question }), `ask('${question}', [file])`);
  const own = settingsOf(desks[0]);
  const late = ofReading.find((flag) =>
    (given.typed as readonly TypedOption[]).some((typed) => typed.flag === flag),
  );
  if (late) throw usageError(sentence('mistake.read_already', { option: late }), 'readTickets(files, …)');
  const typed = typedOver(own.session.options.typed ?? [], given.typed as readonly TypedOption[]);
  const session = sessionOfDesk(own, question, { ...given, typed });
  return {
    session: {
      ...session,
      world,
      read: async (_, { issues }) =>
        issues ? { ...own.read, desk: await addIssues(session, own.read.desk) } : own.read,
    },
    paths: question === 'explain' ? [...paths, ...own.paths] : own.paths,
  };
}

/** Options that say how files are read; the zone of days and hours may be another one in every answer. */
const ofReading: readonly string[] = [...inputGroup.options, ...momentGroup.options]
  .flatMap(({ flags }) => /--[a-z-]+/.exec(flags)?.[0] ?? [])
  .filter((flag) => flag !== '--tz');

/** What would be typed: what a call says of time takes the place of what the desk was read with. */
function typedOver(read: readonly TypedOption[], given: readonly TypedOption[]): readonly TypedOption[] {
  const settled = new Set(given.map(({ flag }) => flag).filter((flag) => ofTime.has(flag)));
  return [...read.filter(({ flag }) => !settled.has(flag)), ...given];
}

const ofTime: ReadonlySet<string> = new Set(['--tz', '--hours', '--week-starts']);

/** Options that say where a result goes: a program has it in hand. */
const ofTerminals: ReadonlySet<string> = new Set([
  ...['format', 'output', 'quiet', 'excel', 'color', 'debug', 'notes', 'rejects', 'assign', 'full'],
]);

/** Options as a command would have them read, from their values or the texts that would be typed. */
function optionsOf(
  question: Question,
  given: Readonly<Record<string, OptionValue>>,
): Record<string, unknown> {
  const specs = [...questionOptions[question], commonGroup].flatMap(
    ({ options }): readonly OptionSpec[] => options,
  );
  const typed: TypedOption[] = [];
  const found: Record<string, unknown> = specs.some(({ flags }) => flags === '--no-guess')
    ? { guess: true }
    : {};
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || ofTerminals.has(name)) continue;
    const flag = `--${value === false ? 'no-' : ''}${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    const spec = specs.find(({ flags }) => flags.split(/[ ,]+/).includes(flag));
    if (!spec) throw unknownOption(flag, question, specs);
    if (typeof value === 'boolean') {
      found[name] = value;
      typed.push({ flag, text: null });
      continue;
    }
    for (const text of typeof value === 'object' ? value : [String(value)]) {
      found[name] = spec.read ? spec.read(text, found[name] as never) : text;
      typed.push({ flag, text });
    }
  }
  return { ...found, typed };
}

function unknownOption(flag: string, question: Question, specs: readonly OptionSpec[]): Error {
  const flags = specs.flatMap((spec) => /--[a-z-]+/.exec(spec.flags)?.[0] ?? []);
  return usageError(
    sentence('mistake.unknown_option', { option: flag }),
    nearest(flag, flags) ?? `deskstat ${question} --help`,
  );
}
