/** What can be typed: commands with their flags, what stands behind each, and what stands behind `help`. */
export interface Completions {
  readonly commands: readonly {
    readonly name: string;
    readonly summary: string;
    /** `words`: values that are known beforehand. */
    readonly flags: readonly { readonly name: string; readonly words: readonly string[] }[];
  }[];
  readonly topics: readonly string[];
}

/** The script of each shell that completes all of it. */
export const shells = {
  bash: bashScript,
  // Zsh reads the same script through its own emulation.
  zsh: (typed: Completions): string => `autoload -U +X bashcompinit && bashcompinit\n${bashScript(typed)}`,
  fish: fishScript,
} as const satisfies Readonly<Record<string, (typed: Completions) => string>>;

function bashScript({ commands, topics }: Completions): string {
  const names = commands.map(({ name }) => name);
  const lines = [
    '_deskstat() {',
    '  local cur="$' + '{COMP_WORDS[COMP_CWORD]}" prev="$' + '{COMP_WORDS[COMP_CWORD-1]}" words=""',
    '  case "$' + '{COMP_WORDS[1]} $prev" in',
    ...[...placesByWords(commands)].map(
      ([words, places]) => `    ${places.map((place) => `"${place}"`).join('|')}) words="${words}" ;;`,
    ),
    `    "help help") words="${[...names, ...topics].join(' ')}" ;;`,
    '  esac',
    `  if [ -z "$words" ] && [ "$COMP_CWORD" -eq 1 ]; then words="${[...names, 'help'].join(' ')}"; fi`,
    '  if [ -z "$words" ] && [ "$' + '{cur#-}" != "$cur" ]; then',
    '    case "$' + '{COMP_WORDS[1]}" in',
    ...commands.map(
      ({ name, flags }) => `      ${name}) words="${flags.map((flag) => flag.name).join(' ')}" ;;`,
    ),
    '    esac',
    '  fi',
    '  COMPREPLY=($(compgen -W "$words" -- "$cur"))',
    '}',
    'complete -o default -F _deskstat deskstat',
  ];
  return `${lines.join('\n')}\n`;
}

/** Words → the places where they can stand: `metrics --every`. */
function placesByWords(commands: Completions['commands']): Map<string, string[]> {
  const places = new Map<string, string[]>();
  for (const { name, flags } of commands)
    for (const flag of flags) {
      if (flag.words.length === 0) continue;
      const words = flag.words.join(' ');
      places.set(words, [...(places.get(words) ?? []), `${name} ${flag.name}`]);
    }
  return places;
}

function fishScript({ commands }: Completions): string {
  const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const lines = commands.flatMap(({ name, summary, flags }) => [
    `complete -c deskstat -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
    ...flags.map((flag) => {
      const more = flag.words.length > 0 ? ` -x -a ${quoted(flag.words.join(' '))}` : '';
      return `complete -c deskstat -n '__fish_seen_subcommand_from ${name}' -l ${flag.name.slice(2)}${more}`;
    }),
  ]);
  return `${lines.join('\n')}\n`;
}
