import { nameInFile, type SettingKey, settings } from './table.ts';
import { isPlain, type PlainType, type PlainValues } from './types.ts';

type Table = typeof settings;

/** Settings of an entry of `files`, and those of the whole file. */
export type FileKey = {
  [K in SettingKey]: Table[K]['yaml'] extends `files.${string}` ? K : never;
}[SettingKey];
export type TopKey = Exclude<SettingKey, FileKey>;

/** Of these settings the plain ones, with what each holds. */
export type PlainOf<Keys extends SettingKey> = {
  readonly [K in Keys as Table[K]['type'] extends PlainType ? K : never]?: Table[K]['type'] extends PlainType
    ? PlainValues[Table[K]['type']]
    : never;
};

/** Whether a setting stands in the entries of `files`. */
export const isOfFiles = (key: SettingKey): boolean => settings[key].yaml.startsWith('files.');

/** The plain settings among these, as they are written in one place of the file. */
export function plainSettings<Keys extends SettingKey>(
  isMeant: (key: SettingKey) => boolean,
  written: Readonly<Record<string, unknown>>,
): PlainOf<Keys> {
  const keys = (Object.keys(settings) as SettingKey[]).filter(
    (key) => isMeant(key) && isPlain(settings[key].type),
  );
  return Object.fromEntries(keys.map((key) => [key, written[nameInFile(key)]])) as PlainOf<Keys>;
}
