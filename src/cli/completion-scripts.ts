/** What can be typed: commands with their flags, and what stands behind a flag or `help`. */
export interface Completions {
  readonly commands: readonly {
    readonly name: string;
    readonly summary: string;
    readonly flags: readonly string[];
  }[];
  readonly topics: readonly string[];
  /** Flags whose values are known beforehand. */
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** The script of each shell that completes all of it. */
export const shells = {
  bash: bashScript,
  // Zsh reads the same script through its own emulation.
  zsh: (typed: Completions): string => `autoload -U +X bashcompinit && bashcompinit\n${bashScript(typed)}`,
  fish: fishScript,
} as const satisfies Readonly<Record<string, (typed: Completions) => string>>;

function bashScript({ commands, topics, values }: Completions): string {
  const names = commands.map(({ name }) => name);
  const lines = [
    '_deskstat() {',
    '  local cur="$' + '{COMP_WORDS[COMP_CWORD]}" prev="$' + '{COMP_WORDS[COMP_CWORD-1]}" words=""',
    '  case "$prev" in',
    ...[...values].map(([flag, words]) => `    ${flag}) words="${words.join(' ')}" ;;`),
    `    help) words="${[...names, ...topics].join(' ')}" ;;`,
    '  esac',
    `  if [ -z "$words" ] && [ "$COMP_CWORD" -eq 1 ]; then words="${[...names, 'help'].join(' ')}"; fi`,
    '  if [ -z "$words" ] && [ "$' + '{cur#-}" != "$cur" ]; then',
    '    case "$' + '{COMP_WORDS[1]}" in',
    ...commands.map(({ name, flags }) => `      ${name}) words="${flags.join(' ')}" ;;`),
    '    esac',
    '  fi',
    '  COMPREPLY=($(compgen -W "$words" -- "$cur"))',
    '}',
    'complete -o default -F _deskstat deskstat',
  ];
  return `${lines.join('\n')}\n`;
}

function fishScript({ commands, values }: Completions): string {
  const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const lines = commands.flatMap(({ name, summary, flags }) => [
    `complete -c deskstat -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
    ...flags.map((flag) => {
      const words = values.get(flag);
      const more = words ? ` -x -a ${quoted(words.join(' '))}` : '';
      return `complete -c deskstat -n '__fish_seen_subcommand_from ${name}' -l ${flag.slice(2)}${more}`;
    }),
  ]);
  return `${lines.join('\n')}\n`;
}
