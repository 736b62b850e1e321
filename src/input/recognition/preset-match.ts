import type { FieldId } from '../../model/fields.ts';
import type { Preset, PresetField, PresetTable } from '../presets/preset.ts';
import { foldColumn } from './header.ts';

/** A table known from a preset, and how well it fits. */
export interface PresetMatch {
  readonly preset: Preset;
  readonly table: PresetTable;
  /** Share of the signature that is there; 1 with the expected stream name on top of it. */
  readonly score: number;
}

/**
 * The name a table goes by: the last step of its stream (`acmeCo/tickets`, `src__zendesk__tickets`), or, where that only
 * wraps the records of whatever it is (`data`), its file's
 * name without endings and a warehouse's suffixes (`ticket_data.csv` → `ticket`).
 */
export function tableName(stream: string | null, path: string): string {
  if (stream !== null && isTelling(stream)) return lastStep(stream);
  const file = path
    .split(/[/\\]/)
    .pop()!
    .replace(/\.(csv|tsv|txt|json|jsonl|ndjson|log|gz)\b/gi, '');
  return lastStep(file);
}

/** The last step of a name of several, as names are compared. */
const lastStep = (name: string): string =>
  name
    .split(/[/\\]|__/)
    .pop()!
    .split('.')
    .pop()!
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
    .replace(/_data$/, '')
    .replace(/(?<=.)_history$/, '_history');

/** Names that wrap the records of any tool's API and say nothing about them. */
const wrappers: ReadonlySet<string> = new Set(
  'data records items results value values rows payload objects list entries'.split(' '),
);

/** Whether a table's own name tells what it holds. */
export function isTelling(stream: string | null): boolean {
  return stream !== null && !wrappers.has(lastStep(stream));
}

/** Whether every column of the signature is there. */
export function isWhole({ table }: PresetMatch, columns: readonly string[]): boolean {
  const present = new Set(columns.map(foldColumn));
  return table.signature.every((column) => present.has(foldColumn(column)));
}

/** The fields of a preset's table in one form, and whether each column is known from a real export. */
export function fieldsOfTable(table: PresetTable): [FieldId, PresetField][] {
  return Object.entries(table.fields ?? {}).map(([field, value]) => {
    if (typeof value === 'string') return [field as FieldId, { from: [value] }];
    if (Array.isArray(value)) return [field as FieldId, { from: value as readonly string[] }];
    return [field as FieldId, value as PresetField];
  });
}

/** True where nobody has seen this column in a real export. */
export function isUnverified(table: PresetTable, column: string): boolean {
  const asked = foldColumn(column);
  const listed = (names: readonly string[] | undefined): boolean =>
    names?.some((name) => foldColumn(name) === asked) ?? false;
  if (listed(table.unverified)) return true;
  return table.evidence === 'unverified' && !listed(table.thirdParty);
}

interface MatchQuestion {
  readonly columns: readonly string[];
  readonly name: string;
  /** True where the table has a name of its own besides its file's. */
  readonly isStream: boolean;
  readonly presets: readonly Preset[];
  readonly only: string | null;
  /** Whether no value of a column repeats. */
  readonly isUnique: (column: string) => boolean;
}

/** The preset tables whose signature is there, best first. `only` keeps to one preset and takes partial signatures. */
export function matchPresets(table: MatchQuestion): PresetMatch[] {
  const present = new Set(table.columns.map(foldColumn));
  const matches = table.presets
    .filter((preset) => table.only === null || preset.id === table.only)
    .flatMap((preset) =>
      preset.tables.flatMap((shape): PresetMatch[] => {
        const score = scoreOf(shape, table, present);
        return score === null ? [] : [{ preset, table: shape, score }];
      }),
    );
  return matches.sort(
    (a, b) => b.score - a.score || b.table.signature.length * b.score - a.table.signature.length * a.score,
  );
}

/** How much of a shape's signature is there, and whether the table is named as it should be; null where it is another. */
function scoreOf(shape: PresetTable, table: MatchQuestion, present: ReadonlySet<string>): number | null {
  if (shape.without?.some((column) => present.has(foldColumn(column)))) return null;
  const isNamed = shape.streams?.includes(table.name) ?? false;
  if (shape.byStream && !isNamed) return null;
  if (shape.unique && !table.isUnique(shape.unique)) return null;
  const needed = table.only !== null ? Math.min(0.5, shape.share ?? 0.5) : (shape.share ?? 1);
  const { length } = shape.signature;
  let there = length;
  for (const column of shape.signature) {
    if (present.has(foldColumn(column))) continue;
    there -= 1;
    if (there / length < needed) return null;
  }
  const share = there / length;
  if (isNamed) return share + 0.5;
  return share - (table.isStream && shape.streams !== undefined ? 0.2 : 0);
}
