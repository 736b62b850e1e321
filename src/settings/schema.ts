import * as v from 'valibot';
import { contradictsComplete } from '../model/coverage.ts';
import type { FileKey, TopKey } from './plain-settings.ts';
import { described, keysOf, must } from './schema-parts.ts';
import { shapes } from './shapes.ts';
import { type Setting, type SettingKey, settings } from './table.ts';

/**
 * What `deskstat.yaml` may hold, made from the table of settings. Everything arrives as text (see `yaml-tree.ts`); what is
 * written in one of deskstat's small languages (filters, expectations, hours, durations, dates) stays text here and is
 * compiled by those who know the language. Descriptions show up in editors, through the JSON Schema.
 */

type Table = typeof settings;
type ShapeOf<K extends SettingKey> = (typeof shapes)[Table[K]['type']];
type EntryOf<K extends SettingKey> = Table[K] extends { readonly required: true }
  ? ShapeOf<K>
  : v.OptionalSchema<ShapeOf<K>, undefined>;
type FileEntries = {
  [K in FileKey as Table[K]['yaml'] extends `files.${infer Name}` ? Name : never]: EntryOf<K>;
};
type TopEntries = { [K in TopKey as Table[K]['yaml']]: EntryOf<K> };

function entryOf({ type, about, examples = [], required }: Setting): v.GenericSchema {
  const schema = described(shapes[type] as v.GenericSchema, about, ...examples);
  return required ? schema : v.optional(schema);
}

const inFiles = /^files\./;
const all: readonly Setting[] = Object.values(settings);
const entriesOf = (rows: readonly Setting[]): v.ObjectEntries =>
  Object.fromEntries(rows.map((row) => [row.yaml.replace(inFiles, ''), entryOf(row)]));

const file = v.pipe(
  keysOf(entriesOf(all.filter(({ yaml }) => inFiles.test(yaml))) as unknown as FileEntries),
  v.check(({ complete, coverage }) => {
    const cut = typeof coverage === 'string' ? coverage : coverage?.cut;
    return !contradictsComplete({ complete, cut });
  }, must('not_be_complete_and_cut')),
);
const files = v.optional(
  described(
    v.array(file, must('list_of_matches')),
    'How files are to be read; the first entry that matches counts',
  ),
);

/** The entries of files stand where their first setting stands in the table. */
const firstOfFiles = all.findIndex(({ yaml }) => inFiles.test(yaml));
const top = all.filter(({ yaml }) => !inFiles.test(yaml));
const isBefore = (row: Setting): boolean => all.indexOf(row) < firstOfFiles;

export const configSchema = keysOf({
  ...entriesOf(top.filter(isBefore)),
  files,
  ...entriesOf(top.filter((row) => !isBefore(row))),
} as unknown as TopEntries & { readonly files: typeof files });

export type ConfigFile = v.InferOutput<typeof configSchema>;
