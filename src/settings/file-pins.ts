import type { DataKind } from '../model/fields.ts';
import type { RecognitionOverrides, StreamPins } from '../model/mapping.ts';
import { foldValue } from '../model/raw-value.ts';
import type { Config, FileSettings } from './config.ts';
import { matchesFile } from './file-pattern.ts';

/** A value for every file, or `FILE=value` for one. `file` is null where it is for all. */
export interface PerFile {
  readonly file: string | null;
  readonly value: string;
}

const valueForAll = (values: readonly PerFile[]): string | null =>
  values.find(({ file }) => file === null)?.value ?? null;

/** The value of `FILE=value` for a file: FILE is its path as typed, or a pattern as `match:` of the settings has. */
function valueForFile(values: readonly PerFile[], path: string): string | null {
  const named = values.filter((each) => each.file !== null);
  const own = named.find(({ file }) => file === path) ?? named.find((each) => isFileOf(each, path));
  return own?.value ?? null;
}

export const isFileOf = ({ file }: PerFile, path: string): boolean =>
  file !== null && (file === path || matchesFile(file, path));

/** The value for a file, else the one that stands for all. */
export const valueOfFile = (values: readonly PerFile[], path: string): string | null =>
  valueForFile(values, path) ?? valueForAll(values);

/** One value of `--value field:'raw value'=canonical`. */
export interface ValuePin {
  readonly field: string;
  readonly raw: string;
  readonly canonical: string;
}

/** Flags that say how files are read. */
export interface ReadingFlags {
  readonly map?: readonly (readonly [field: string, column: string])[];
  readonly value?: readonly ValuePin[];
  readonly query?: string;
  readonly preset?: string;
  readonly sourceTz?: readonly PerFile[];
  readonly tz?: string;
  readonly dateOrder?: 'day' | 'month';
  readonly scale?: string;
  readonly cesLowIsEasy?: boolean;
  /** Files by the kind that they were named as. */
  readonly kinds: ReadonlyMap<string, DataKind>;
}

/**
 * What flags and `files:` of deskstat.yaml pin of a file, and of each table in it: the first entry that names the table
 * (`stream`), else the first one for the whole file. Flags overrule both.
 */
export function pinsOf(flags: ReadingFlags, config: Config): (file: string) => RecognitionOverrides {
  const zones = flags.sourceTz ?? [];
  const allZone = valueForAll(zones);
  const typed = zones.flatMap(({ file, value }) => (file === null ? [] : [[file, value] as const]));
  return (file) => {
    const own = valueForFile(zones, file);
    const byFile = new Map(own === null ? typed : [...typed, [file, own] as const]);
    const entries = config.files.filter((each) => matchesFile(each.match, file));
    const settled = (entry: FileSettings | undefined): StreamPins => ({
      columns: new Map([...(entry?.map ?? []), ...(flags.map ?? [])]),
      values: valuePins(flags, entry),
      preset: flags.preset ?? entry?.preset ?? null,
      zones: { all: allZone ?? entry?.sourceTz ?? null, byFile },
      kinds: kindsOf(flags, entry, file),
      scale: flags.scale ?? entry?.scale ?? null,
      lowEffortIsGood: flags.cesLowIsEasy ?? entry?.cesLowIsEasy ?? null,
      dateOrder: orderOf(flags.dateOrder ?? entry?.dateOrder),
    });
    const streams = new Set(entries.flatMap(({ stream }) => stream ?? []));
    return {
      ...settled(entries.find(({ stream }) => stream === undefined)),
      reportZone: flags.tz ?? config.tz ?? null,
      streams: new Map(
        [...streams].map((name) => [name, settled(entries.find(({ stream }) => stream === name))]),
      ),
    };
  };
}

function valuePins(flags: ReadingFlags, entry: FileSettings | undefined): StreamPins['values'] {
  const values = new Map<string, Map<string, string>>();
  const pin = (field: string, raw: string, canonical: string): void => {
    const known = values.get(field) ?? new Map<string, string>();
    values.set(field, known.set(foldValue(raw), canonical));
  };
  for (const [field, pairs] of entry?.value ?? [])
    for (const [raw, canonical] of pairs) pin(field, raw, canonical);
  for (const { field, raw, canonical } of flags.value ?? []) pin(field, raw, canonical);
  return values;
}

function kindsOf({ kinds }: ReadingFlags, entry: FileSettings | undefined, file: string) {
  return entry?.kind && !kinds.has(file) ? new Map([...kinds, [file, entry.kind] as const]) : kinds;
}

const orderOf = (order: 'day' | 'month' | undefined): StreamPins['dateOrder'] =>
  order === undefined ? null : order === 'day' ? 'day_first' : 'month_first';
