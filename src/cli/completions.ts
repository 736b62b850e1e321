import { cuts } from '../model/coverage.ts';
import { languageIds } from '../output/locales/index.ts';
import { dimensionNames, metrics } from '../questions/names.ts';
import { presetNames } from '../questions/preset-names.ts';
import { flagOf, type Setting, type SettingKey, settings } from '../settings/table.ts';
import { choices } from '../settings/types.ts';
import { commandList, commonOptionsOf } from './command-list.ts';
import type { Completions } from './completion-scripts.ts';
import { helpTopics } from './help-topics.ts';

/** What can be typed behind `deskstat`, from the registries. */
export function completions(): Completions {
  return {
    commands: commandList.map((spec) => ({ name: spec.name, summary: spec.summary, flags: flagsOf(spec) })),
    topics: helpTopics,
    values: valuesOfFlags(),
  };
}

const periods = ['last-week', 'this-week', 'last-month', 'this-month', 'last-30-days', 'last-quarter', 'all'];

/** Options whose values are known beforehand. */
const valuesOfFlags = (): Completions['values'] =>
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
