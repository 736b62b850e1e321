import { channels, eventMeanings, fieldsOf, priorities } from '../../model/fields.ts';
import type { RecognitionOverrides } from '../../model/mapping.ts';
import { DeskstatError } from '../../model/problem.ts';
import type { TableSample } from '../../model/source.ts';
import { zone } from '../../time/zone.ts';
import type { Preset } from '../presets/preset.ts';
import { foldColumn } from './header.ts';
import { scaleIds, scaleOf } from './rating-scale.ts';

const allFields: ReadonlySet<string> = new Set(
  Object.values(fieldsOf).flatMap((fields) => Object.keys(fields)),
);

/** Canonical values of the fields that have a fixed vocabulary. */
const canonicalValues: Readonly<Record<string, readonly string[]>> = {
  status: eventMeanings,
  new_value: eventMeanings,
  priority: priorities,
  channel: channels,
};

/** What `--map field=-` says: no column feeds the field. */
export const NO_COLUMN = '-';

/** The name most like a mistyped one, or undefined when none is near. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.ceil(name.length * 0.4)) + 1;
  for (const candidate of known) {
    const away = distance(name.toLowerCase(), candidate.toLowerCase());
    if (away < least) {
      least = away;
      best = candidate;
    }
  }
  return best;
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length];
}

/** What is pinned for one table of a file. */
export function pinsOfStream(overrides: RecognitionOverrides, stream: string | null): RecognitionOverrides {
  const own = stream === null ? undefined : overrides.streams?.get(stream);
  return own ? { ...overrides, ...own } : overrides;
}

/**
 * Checks what can be checked without any data: fields, canonical values, presets, zones and scales exist.
 *
 * @throws DeskstatError exit 2, naming the nearest known word.
 */
export function checkOverrides(overrides: RecognitionOverrides, presets: readonly Preset[]): void {
  for (const own of overrides.streams?.values() ?? [])
    checkOverrides({ ...overrides, ...own, streams: undefined }, presets);
  for (const field of [...overrides.columns.keys(), ...overrides.values.keys()]) {
    if (!allFields.has(field)) {
      throw new DeskstatError(
        {
          code: 'unknown_field',
          args: { field, nearest: nearest(field, allFields), known: [...allFields].sort() },
        },
        2,
      );
    }
  }
  for (const [field, values] of overrides.values) {
    const known = canonicalValues[field];
    if (!known) continue;
    for (const [raw, canonical] of values) {
      if (known.includes(canonical)) continue;
      throw new DeskstatError(
        {
          code: 'unknown_value',
          args: { field, raw, value: canonical, known, nearest: nearest(canonical, known) },
        },
        2,
      );
    }
  }
  const ids = presets.map(({ id }) => id);
  if (overrides.preset !== null && !ids.includes(overrides.preset)) {
    const preset = overrides.preset;
    throw new DeskstatError(
      { code: 'unknown_preset', args: { preset, known: ids, nearest: nearest(preset, ids) } },
      2,
    );
  }
  if (overrides.scale !== null && !scaleOf(overrides.scale)) {
    throw new DeskstatError({ code: 'unknown_scale', args: { scale: overrides.scale, known: scaleIds } }, 2);
  }
  const { all, byFile } = overrides.zones;
  for (const name of [all, overrides.reportZone, ...byFile.values()]) if (name !== null) zone(name);
}

/**
 * The column that `--map field=Column` means in this table: the name as written, else in any case; null where the
 * table has no such column (another file may). Of a date and its time it is the date, or the time where another of
 * the flags has taken the date.
 */
export function pinnedColumn(
  columns: readonly string[],
  wanted: string,
  flags: Iterable<string> = [],
): number | null {
  const named = namedColumn(columns, wanted);
  const pair = named === null ? pinnedPair(columns, wanted) : null;
  if (pair === null) return named;
  for (const flag of flags) {
    if (flag === wanted) break;
    if (pinnedPair(columns, flag)?.date === pair.date) return pair.time;
  }
  return pair.date;
}

/** The flags with a name that stands in a further row of the header as the name above it, by which the column goes. */
export function withNamesAbove(
  overrides: RecognitionOverrides,
  { columns, headerNotes }: Pick<TableSample, 'columns' | 'headerNotes'>,
): RecognitionOverrides {
  if (headerNotes.length === 0) return overrides;
  const nameAbove = (wanted: string): string => {
    if (pinnedColumn(columns, wanted) !== null) return wanted;
    const below = headerNotes.map((names) => namedColumn(names, wanted)).find((index) => index !== null);
    return (below !== undefined && below !== null && columns[below]) || wanted;
  };
  const named = [...overrides.columns].map(([field, wanted]) => [field, nameAbove(wanted)] as const);
  return { ...overrides, columns: new Map(named) };
}

function namedColumn(columns: readonly string[], wanted: string): number | null {
  const exact = columns.indexOf(wanted);
  if (exact >= 0) return exact;
  const folded = foldColumn(wanted);
  const index = columns.findIndex((column) => foldColumn(column) === folded);
  return index >= 0 ? index : null;
}

/** The two columns that `--map field='Date+Time'` means: a date and its time; null where a table lacks either. */
export function pinnedPair(
  columns: readonly string[],
  wanted: string,
): { readonly date: number; readonly time: number } | null {
  if (namedColumn(columns, wanted) !== null) return null;
  for (let plus = wanted.indexOf('+'); plus >= 0; plus = wanted.indexOf('+', plus + 1)) {
    const date = namedColumn(columns, wanted.slice(0, plus).trim());
    const time = namedColumn(columns, wanted.slice(plus + 1).trim());
    if (date !== null && time !== null && date !== time) return { date, time };
  }
  return null;
}
