import type { InstantFormat } from '../../model/mapping.ts';
import type { TableSample } from '../../model/source.ts';
import { DAY } from '../../time/civil.ts';
import { instantReader } from '../../time/instant.ts';
import { zone } from '../../time/zone.ts';
import type { ColumnLook } from './column-look.ts';
import { foldHeader } from './header.ts';

/**
 * When an export was made, as a line above or below its table or a column with one value says (DEFINITIONS 1): what lies
 * later cannot have happened. Names of files say nothing, and the end of a reporting period neither: what came in it may
 * be solved after it.
 */

/** "Generated on", "Exported at", "Report date", in the languages of the recogniser, folded as headers are. */
const made = new RegExp(
  [
    'generated|exported|extracted|downloaded|printed|report (?:date|time|run)|run (?:date|on|at|time)|date of (?:report|export)|(?:export|extract|extraction|snapshot) (?:date|time|timestamp|day)',
    'exportiert|generiert|erzeugt|abgerufen|exportdatum|berichtsdatum|report ?datum|(?:daten)?stand (?:vom|am|der daten)|bericht vom',
    'exporte|genere|extrait|edite le|date (?:du rapport|d export|de l export|d extraction)',
    'exportado|generado|extraido|descargado|fecha (?:del informe|de exportacion|de extraccion)',
    'gerado|baixado|emitido|data (?:do relatorio|de exportacao|da exportacao|de extracao)',
    'esportato|generato|estratto|data (?:del report|di esportazione)',
    'geexporteerd|gegenereerd|rapportdatum|exportdatum',
    'এক্সপোর্ট|রপ্তানি|প্রতিবেদনের তারিখ|রিপোর্টের তারিখ',
    'एक्सपोर्ट|निर्यात|रिपोर्ट की तारीख|रिपोर्ट की तिथि',
  ].join('|'),
  'u',
);

/** Whether a column's name says when its rows were exported or reported. */
export const saysWhenMade = (name: string): boolean => made.test(foldHeader(name));

const time = String.raw`(?:[T ,]+(?:at |um |à |a las |às )?\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?(?: ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?)?`;
const stamps = new RegExp(
  [
    String.raw`\p{Nd}{4}[-/.]\p{Nd}{1,2}[-/.]\p{Nd}{1,2}${time}`,
    String.raw`\p{Nd}{1,2}[-/.]\p{Nd}{1,2}[-/.]\p{Nd}{2,4}${time}`,
    String.raw`\p{L}[\p{L}\p{M}]+\.? \p{Nd}{1,2},? \p{Nd}{4}${time}`,
    String.raw`\p{Nd}{1,2}\.? (?:de )?\p{L}[\p{L}\p{M}]+\.?,?(?: de)? \p{Nd}{4}${time}`,
  ].join('|'),
  'gu',
);

/** What stands between a date and its time. */
const between = /[ ,]+(?:at|um|à|a las|às) /;

const formats: readonly InstantFormat[] = ['iso8601', 'day_first', 'month_first', 'month_name'];
const encoder = new TextEncoder();

/** The latest instant that a text may mean; a date without a time is the whole of its day. NaN for none. */
function latestOf(text: string, zoneId: string): number {
  const bytes = encoder.encode(text.trim());
  let latest = Number.NaN;
  for (const format of formats) {
    const reader = instantReader({ format, zone: zone(zoneId) });
    const at = reader.read(bytes, 0, bytes.length);
    if (Number.isNaN(at)) continue;
    const last = reader.fineness === 0 ? at + DAY - 1 : at;
    if (!(latest >= last)) latest = last;
  }
  return latest;
}

/** What a line beside the table says; of a day and a month that could be either the later one, so that nothing is void by chance. */
function inLine(line: string, zoneId: string): number {
  if (!made.test(foldHeader(line))) return Number.NaN;
  const found = [...line.replace(/\s+/g, ' ').matchAll(stamps)].map(([text]) =>
    latestOf(text.replace(between, ' '), zoneId),
  );
  const known = found.filter((at) => !Number.isNaN(at));
  return known.length === 0 ? Number.NaN : Math.max(...known);
}

/** A column that says it, with one value in all its cells. */
function inColumn({ name, cells, filled, distinct }: ColumnLook, zoneId: string): number {
  if (distinct !== 1 || filled < cells.length || !saysWhenMade(name)) return Number.NaN;
  return latestOf(cells[0], zoneId);
}

/** Epoch milliseconds; null where nothing says it. Columns that feed a field are about their rows. */
export function exportedAt(
  table: TableSample,
  {
    looks,
    used,
    zoneId,
  }: {
    readonly looks: readonly ColumnLook[];
    readonly used: ReadonlySet<number | undefined>;
    readonly zoneId: string;
  },
): number | null {
  const said = [
    ...table.asides.map((line) => inLine(line, zoneId)),
    ...looks.filter(({ index }) => !used.has(index)).map((look) => inColumn(look, zoneId)),
  ].filter((at) => !Number.isNaN(at));
  return said.length === 0 ? null : Math.max(...said);
}
