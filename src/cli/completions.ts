import { cuts } from '../model/coverage.ts';
import { languageIds } from '../output/locales/index.ts';
import { dimensionNames, metrics, relativePeriods } from '../questions/names.ts';
import { presetNames } from '../questions/preset-names.ts';
import { flagOf } from '../settings/table.ts';
import { commandList, commonOptionsOf } from './command-list.ts';
import type { Completions } from './completion-scripts.ts';
import { helpTopics } from './help-topics.ts';

/** What can be typed behind `deskstat`, from the registries. */
export function completions(): Completions {
  const words = wordsOfFlags();
  return {
    commands: commandList.map((spec) => ({
      name: spec.name,
      summary: spec.summary,
      flags: [...spec.options, commonOptionsOf(spec)]
        .flatMap(({ options }) => options)
        .flatMap(({ flags, read }) => {
          const [name] = /--[a-z-]+/.exec(flags) ?? [];
          if (name === undefined) return [];
          // What the columns of a file are called is not known beforehand.
          const known = flags.includes('<columns>') ? [] : (words.get(name) ?? read?.words ?? []);
          return [{ name, words: known }];
        }),
    })),
    topics: helpTopics,
  };
}

/** Words behind flags that take others too, or several. */
const wordsOfFlags = (): ReadonlyMap<string, readonly string[]> =>
  new Map([
    ['--metric', metrics.map(({ id }) => id)],
    ['--in', metrics.map(({ id }) => id)],
    ['--by', dimensionNames()],
    [flagOf('period'), [...relativePeriods, 'all']],
    [flagOf('lang'), languageIds],
    [flagOf('preset'), presetNames()],
    [flagOf('coverage'), cuts],
  ]);
