import { cuts } from '../../model/coverage.ts';
import { sentence } from '../../model/sentence.ts';
import { nearest } from '../../model/suggest.ts';
import { languageIds } from '../../output/locales/index.ts';
import { dimensionNames, metrics } from '../../questions/names.ts';
import { presetNames } from '../../questions/preset-names.ts';
import { usageError } from '../../settings/option-values.ts';
import { flagOf, type Setting, type SettingKey, settings } from '../../settings/table.ts';
import { choices } from '../../settings/types.ts';
import { commandList, commonOptionsOf } from '../command-list.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { helpTopics } from '../help-topics.ts';
import type { Io } from '../io.ts';

const shells = ['bash', 'zsh', 'fish'] as const;

/** `deskstat completion <shell>`: a script that completes commands, options and the values that there are. */
export async function run(args: readonly string[], _options: unknown, io: Io): Promise<ExitCode> {
  const shell = shells.find((each) => each === args[0]);
  if (!shell) {
    throw usageError(
      sentence('mistake.unknown_shell', { shell: args[0] }),
      sentence('hint.one_of', {
        names: [...new Set([nearest(args[0], shells) ?? 'bash', ...shells])].join(', '),
      }),
    );
  }
  await io.stdout.write(shell === 'fish' ? fish() : bash(shell === 'zsh'));
  return exitCodes.done;
}

const periods = ['last-week', 'this-week', 'last-month', 'this-month', 'last-30-days', 'last-quarter', 'all'];

/** Options whose values are known beforehand. */
const values = (): ReadonlyMap<string, readonly string[]> =>
  new Map([
    ['--metric', metrics.map(({ id }) => id)],
    ['--in', metrics.map(({ id }) => id)],
    ['--by', dimensionNames()],
    ['--every', ['day', 'week', 'month', 'quarter']],
    ['--clock', ['calendar', 'business', 'both']],
    [flagOf('period'), periods],
    [flagOf('lang'), languageIds],
    [flagOf('preset'), presetNames()],
    [flagOf('coverage'), cuts],
    ...(Object.keys(settings) as SettingKey[]).flatMap((key) => wordsOfSetting(key)),
  ]);

/** The words that a setting can be, where it has a flag that takes one of them. */
function wordsOfSetting(key: SettingKey): readonly (readonly [flag: string, words: readonly string[]])[] {
  const { flag, type, flagType }: Setting = settings[key];
  const words = Object.entries(choices).find(([name]) => name === type)?.[1];
  return flag !== null && flagType === undefined && words ? [[flagOf(key), words]] : [];
}

const flagsOf = (spec: (typeof commandList)[number]): string[] =>
  [...spec.options, commonOptionsOf(spec)].flatMap(({ options }) =>
    options.flatMap(({ flags }) => /--[a-z-]+/.exec(flags)?.[0] ?? []),
  );

/** Zsh reads the same script through its own emulation. */
function bash(isZsh: boolean): string {
  const names = [...commandList.map(({ name }) => name), 'help'];
  const lines = [
    ...(isZsh ? ['autoload -U +X bashcompinit && bashcompinit'] : []),
    '_deskstat() {',
    '  local cur="$' + '{COMP_WORDS[COMP_CWORD]}" prev="$' + '{COMP_WORDS[COMP_CWORD-1]}" words=""',
    '  case "$prev" in',
    ...[...values()].map(([flag, words]) => `    ${flag}) words="${words.join(' ')}" ;;`),
    `    help) words="${[...commandList.map(({ name }) => name), ...helpTopics].join(' ')}" ;;`,
    '  esac',
    `  if [ -z "$words" ] && [ "$COMP_CWORD" -eq 1 ]; then words="${names.join(' ')}"; fi`,
    '  if [ -z "$words" ] && [ "$' + '{cur#-}" != "$cur" ]; then',
    '    case "$' + '{COMP_WORDS[1]}" in',
    ...commandList.map((spec) => `      ${spec.name}) words="${flagsOf(spec).join(' ')}" ;;`),
    '    esac',
    '  fi',
    '  COMPREPLY=($(compgen -W "$words" -- "$cur"))',
    '}',
    'complete -o default -F _deskstat deskstat',
  ];
  return `${lines.join('\n')}\n`;
}

function fish(): string {
  const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const known = values();
  const lines = commandList.flatMap((spec) => [
    `complete -c deskstat -n __fish_use_subcommand -a ${spec.name} -d ${quoted(spec.summary)}`,
    ...flagsOf(spec).map((flag) => {
      const words = known.get(flag);
      const more = words ? ` -x -a ${quoted(words.join(' '))}` : '';
      return `complete -c deskstat -n '__fish_seen_subcommand_from ${spec.name}' -l ${flag.slice(2)}${more}`;
    }),
  ]);
  return `${lines.join('\n')}\n`;
}
