import { deskSettings } from './desk-settings.ts';
import { fileSettings } from './file-settings.ts';
import { runSettings } from './run-settings.ts';

export type { CommandName, Setting } from './setting.ts';

/**
 * Every setting that deskstat.yaml and the command line share, once: where it is written, what it is when nobody says,
 * and which commands heed it. Flags overrule the file, the file overrules the default. The options of commands, the
 * schema of the file, `init`, completion, recipes and docs/settings.md are made from this table.
 */
export const settings = { ...runSettings, ...fileSettings, ...deskSettings };

export type SettingKey = keyof typeof settings;
/** Its name in deskstat.yaml, inside an entry of `files` where it is one of those. */
export const nameInFile = (key: SettingKey): string => settings[key].yaml.replace(/^files\./, '');

/** The flag of a setting by itself, as `--source-tz`: a text that names one cannot name what is not there. */
export function flagOf(key: SettingKey): string {
  return settings[key].flag?.split(' ')[0] ?? '';
}
