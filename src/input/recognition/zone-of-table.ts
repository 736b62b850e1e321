import { type DataKind, type FieldId, type FieldType, fieldsOf } from '../../model/fields.ts';
import type { RecognitionOverrides, ZoneOrigin } from '../../model/mapping.ts';
import type { TableSample } from '../../model/source.ts';
import { zone as zoneOf } from '../../time/zone.ts';
import type { Choice } from './choice.ts';
import { isInstant } from './column-look.ts';
import type { DateDecisions } from './dates.ts';
import type { PresetMatch } from './preset-match.ts';

export interface ZoneDecision {
  readonly id: string;
  readonly origin: ZoneOrigin;
  /** Columns whose header names a zone of its own. */
  readonly ofColumn: ReadonlyMap<number, string>;
}

/** The zone of stamps that carry none: flag, header, preset, the report's, else UTC. */
export function decideZone(table: {
  readonly table: TableSample;
  readonly kind: DataKind;
  readonly path: string;
  readonly choices: ReadonlyMap<FieldId, Choice>;
  readonly dates: DateDecisions;
  readonly overrides: RecognitionOverrides;
  readonly match: PresetMatch | null;
}): ZoneDecision {
  const { kind, path, choices, dates, overrides, match } = table;
  const types = fieldsOf[kind] as Record<string, FieldType>;
  const ofColumn = new Map<number, string>();
  const stamps = [...choices].flatMap(([field, { look }]) =>
    types[field] === 'instant' && isInstant(look) ? [look] : [],
  );
  if (stamps.length > 0 && stamps.every((look) => dates.columns.get(look.index)?.isZoned)) {
    return { id: 'UTC', origin: 'stamps', ofColumn };
  }
  // A product that writes one column in a zone of its own does so whatever the zone of the others is.
  for (const { look, preset } of choices.values())
    if (preset?.zone) ofColumn.set(look.index, zoneOf(preset.zone).id);
  const { all, byFile } = overrides.zones;
  const flag = byFile.get(path) ?? byFile.get(path.split(/[/\\]/).pop()!) ?? all;
  if (flag) return { id: zoneOf(flag).id, origin: 'flag', ofColumn };
  const headed = new Map<number, string>();
  for (const { look, preset } of choices.values()) {
    if (preset?.zone) continue;
    const named = look.header.zone ?? zoneInNotes(table.table, look.index);
    if (named) headed.set(look.index, zoneOf(named).id);
  }
  for (const [column, id] of headed) ofColumn.set(column, id);
  const [first] = headed.values();
  if (first) return { id: first, origin: 'header', ofColumn };
  if (match?.table.zone === 'UTC') return { id: 'UTC', origin: 'preset', ofColumn };
  if (overrides.reportZone) return { id: zoneOf(overrides.reportZone).id, origin: 'report_zone', ofColumn };
  return { id: 'UTC', origin: 'default', ofColumn };
}

/** Qualtrics names a column's zone inside its third header row: `{"ImportId":"endDate","timeZone":"America/Denver"}`. */
function zoneInNotes(table: TableSample, column: number): string | null {
  for (const row of table.headerNotes) {
    const named = /"timeZone"\s*:\s*"([^"]+)"/.exec(row[column] ?? '')?.[1];
    if (named) return named;
  }
  return null;
}
