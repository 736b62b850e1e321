import { questionOptions } from '../src/settings/question-options.ts';

/** Options that take a value, and flags that take none. */
const takesValue = new Map(
  Object.values(questionOptions)
    .flat()
    .flatMap(({ options }) => options)
    .flatMap(({ flags }): (readonly [string, boolean])[] => {
      const name = /--[a-z-]+/.exec(flags)?.[0];
      return name === undefined ? [] : [[name, flags.includes('<')]];
    }),
);
/** Given again they add to what stands there already. */
const adding = new Set(
  '--map --value --expect --try --source --source-tz --tickets --surveys --messages --events --customers --activity'.split(
    ' ',
  ),
);
/** These show what is the matter, and mend nothing. */
const showing = new Set(['--rejects', '--by', '--complete']);
/** A word in place of a name that only the reader knows. */
const placeholder = /Column|COLUMN|FILE|ZONE|…/;

const words = (text: string): string[] =>
  [...text.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map(([word]) =>
    word.replace(/'([^']*)'|"([^"]*)"/g, '$1$2'),
  );

/** The options at the beginning of a text: `--scale 1-5 where it is one` is two words long. */
function optionsIn(text: string): readonly string[] | null {
  const typed = words(text.trim());
  const options: string[] = [];
  for (let i = 0; i < typed.length && typed[i].startsWith('--'); i++) {
    const hasValue = takesValue.get(typed[i].split('=')[0]);
    if (hasValue === undefined) return null;
    options.push(typed[i]);
    if (hasValue && !typed[i].includes('=')) options.push(typed[++i] ?? '…');
  }
  return options.some((word) => placeholder.test(word)) || showing.has(options[0]) ? null : options;
}

export interface Hinted {
  /** The line with what was proposed. */
  readonly line: readonly string[];
  /** The mistake that it is to mend. */
  readonly mistake: string;
}

/** Lines with what an error proposes, where that is an option as it can be typed. */
export function hintedLines(line: readonly string[], error: string): readonly Hinted[] {
  const [first = '', ...details] = error.slice(Math.max(0, error.search(/^error: /m))).split('\n');
  if (!first.startsWith('error: ')) return [];
  const tries = details.flatMap((detail) => /^ +try +(--.*)$/.exec(detail)?.[1] ?? []);
  return tries
    .flatMap((text) => text.split(/, (?=--)| or (?=--)/))
    .flatMap((text): Hinted[] => {
      const options = optionsIn(text);
      const replaced = /in place of (--[a-z-]+)/.exec(text)?.[1];
      const kept = line.filter((word) => word !== replaced);
      return options === null || options.length === 0
        ? []
        : [{ line: withOptions(kept, options, first), mistake: first }];
    });
}

/** A line with further options, each in the place of the same one where it stands once, or was the mistake. */
function withOptions(
  line: readonly string[],
  options: readonly string[],
  mistake: string,
): readonly string[] {
  const kept = [...line];
  for (const option of options)
    if (option.startsWith('--') && (!adding.has(option) || mistake.includes(option)))
      for (let at = kept.indexOf(option); at > 0; at = kept.indexOf(option))
        kept.splice(at, takesValue.get(option) ? 2 : 1);
  return [...kept, ...options];
}
