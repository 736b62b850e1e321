import { type DataKind, type FieldId, type FieldType, fieldsOf } from '../../model/fields.ts';
import type { RecognitionOverrides, ZoneOrigin } from '../../model/mapping.ts';
import type { TableSample } from '../../model/source.ts';
import { zone as zoneOf } from '../../time/zone.ts';
import { zonesOfLetters } from '../../time/zone-names.ts';
import type { Choice } from './choice.ts';
import { type ColumnLook, isInstant } from './column-look.ts';
import type { DateDecisions } from './dates.ts';
import type { PresetMatch } from './preset-match.ts';

export interface ZoneDecision {
  readonly id: string;
  readonly origin: ZoneOrigin;
  /** Columns whose header names a zone of its own. */
  readonly ofColumn: ReadonlyMap<number, string>;
  /** Letters that several places call their zone by, where nothing tells which is meant. */
  readonly unsettled?: UnsettledZone;
}

interface UnsettledZone {
  /** The column as written. */
  readonly column: string;
  readonly letters: string;
  readonly zones: readonly string[];
}

/** Letters behind the times of a column (`10:05 IST`, `10:00:00 CST 2024`). */
const behindTime = /\d\s?(?:[AP]M\s)?([A-Z]{3})(?: \d{4})?$/;

/** Letters of a zone that several places call so, in the header of a column or in its cells. */
function lettersOf(look: ColumnLook): UnsettledZone | null {
  const inCell = look.cells.find((cell) => behindTime.test(cell.trim())) ?? '';
  const letters = look.header.letters ?? behindTime.exec(inCell.trim())?.[1] ?? '';
  const zones = zonesOfLetters.get(letters);
  return zones ? { column: look.name, letters, zones } : null;
}

interface ZoneQuestion {
  readonly table: TableSample;
  readonly kind: DataKind;
  readonly path: string;
  readonly choices: ReadonlyMap<FieldId, Choice>;
  readonly dates: DateDecisions;
  readonly overrides: RecognitionOverrides;
  readonly match: PresetMatch | null;
}

/** The zone of stamps that carry none: flag, header, preset, the report's, else UTC. */
export function decideZone(table: ZoneQuestion): ZoneDecision {
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
  const lettered = stamps.flatMap((look) => lettersOf(look) ?? [])[0];
  const { reportZone } = overrides;
  const meant = lettered?.zones.find((each) => reportZone && zoneOf(reportZone).id === each);
  if (meant) return { id: meant, origin: 'header', ofColumn };
  const headed = zonesOfHeaders(table);
  for (const [column, id] of headed) ofColumn.set(column, id);
  const [first] = headed.values();
  const unsettled = lettered ? { unsettled: lettered } : {};
  if (first) return { id: first, origin: 'header', ofColumn, ...unsettled };
  if (match?.table.zone === 'UTC') return { id: 'UTC', origin: 'preset', ofColumn };
  // Mail writes this for 6 hours behind UTC (RFC 2822, section 4.3).
  if (lettered?.letters === 'CST' && stamps.every((look) => look.header.letters === null))
    return { id: zoneOf('-06:00').id, origin: 'stamps', ofColumn, ...unsettled };
  const id = reportZone ? zoneOf(reportZone).id : 'UTC';
  return { id, origin: reportZone ? 'report_zone' : 'default', ofColumn, ...unsettled };
}

/** The zones that headers name, by column. */
function zonesOfHeaders({ table, choices }: ZoneQuestion): ReadonlyMap<number, string> {
  const headed = new Map<number, string>();
  for (const { look, preset } of choices.values()) {
    if (preset?.zone) continue;
    const named = look.header.zone ?? zoneInNotes(table, look.index);
    if (named) headed.set(look.index, zoneOf(named).id);
  }
  return headed;
}

/** Qualtrics names a column's zone inside its third header row: `{"ImportId":"endDate","timeZone":"America/Denver"}`. */
function zoneInNotes(table: TableSample, column: number): string | null {
  for (const row of table.headerNotes) {
    const named = /"timeZone"\s*:\s*"([^"]+)"/.exec(row[column] ?? '')?.[1];
    if (named) return named;
  }
  return null;
}
