import type { DataKind, FieldId } from '../../model/fields.ts';
import type { CellFacts, FieldMapping, Reading, TableMapping } from '../../model/mapping.ts';
import type { Problem } from '../../model/problem.ts';
import type { TableSample } from '../../model/source.ts';
import { callLogOf } from './call-log.ts';
import type { Choice } from './choice.ts';
import type { ColumnLook } from './column-look.ts';
import type { DateDecisions, DateReading } from './dates.ts';
import type { Identity, TableQuestion } from './identify.ts';
import { type JoinedStamp, joinedMapping } from './joined-stamps.ts';
import { ownColumnsOf } from './own-columns.ts';
import { readingFor } from './readings.ts';
import type { RowKey } from './row-key.ts';
import { scoreReading } from './score-reading.ts';
import { statusVocabulary } from './vocabularies.ts';
import type { ZoneDecision } from './zone-of-table.ts';

type FieldMappings = Partial<Record<FieldId, FieldMapping>>;

/** A table once it is settled what it is and how its stamps are written. */
export interface SettledTable {
  readonly question: TableQuestion;
  readonly table: TableSample;
  readonly looks: readonly ColumnLook[];
  /** Stamps whose dates and times of day stand in two columns, by the one in whose place they are looked at. */
  readonly pairOf: ReadonlyMap<number, JoinedStamp>;
  readonly where: NonNullable<Problem['where']>;
  readonly kind: DataKind;
  readonly identity: Identity;
  readonly key: RowKey;
  /** What all cells said, by column. */
  readonly cells: ReadonlyMap<number, CellFacts>;
  readonly dates: DateDecisions;
  readonly zone: ZoneDecision;
  readonly shape: TableMapping['eventShape'] | null;
  /** Takes what is found while columns are read. */
  readonly problems: Problem[];
}

/** How each chosen column is read. */
export function fieldMappings(settled: SettledTable): FieldMappings {
  const { table, identity, kind, key, pairOf } = settled;
  const fields: FieldMappings = {};
  for (const [field, choice] of identity.choices) {
    const reading = readingOf(settled, kind, field, choice);
    if (reading === null) continue;
    const pair = pairOf.get(choice.look.index);
    const isStatusName =
      kind === 'reference' && field === 'name' && identity.match?.table.referenceOf === 'status';
    fields[field] = {
      column: choice.look.index,
      source: choice.look.name,
      confidence: choice.confidence,
      reading: isStatusName ? { type: 'category', values: statusVocabulary() } : reading,
      ...(pair && reading.type === 'instant' ? joinedMapping(table, pair) : {}),
      ...(field === 'id' && key.within ? { within: columnOf(key.within) } : {}),
    };
  }
  return fields;
}

/** Of a log: how the columns are read that say something of each row's ticket. */
export function ownMappings(settled: SettledTable): FieldMappings {
  const own: FieldMappings = {};
  for (const [field, choice] of ownColumnsOf(settled.identity, settled.looks)) {
    const reading = readingOf(settled, 'tickets', field, choice);
    const { look, confidence } = choice;
    if (reading && !settled.pairOf.has(look.index))
      own[field] = { column: look.index, source: look.name, confidence, reading };
  }
  return own;
}

/** Further rating questions of a survey, but for columns that feed a field. */
export function scoreMappings(settled: SettledTable, fields: FieldMappings): FieldMapping[] {
  const { identity, kind, cells, table, where, problems } = settled;
  const { overrides } = settled.question;
  return (identity.moreScores ?? [])
    .filter((look) => !Object.values(fields).some((field) => field?.column === look.index))
    .map(
      (look): FieldMapping => ({
        column: look.index,
        source: look.name,
        confidence: 0.9,
        reading: scoreReading(
          { kind, look: withRatings(look, cells), sample: table, preset: null, overrides, where },
          problems,
        ),
      }),
    );
}

/** A column of stamps that feeds no field. */
export function stampMapping(look: ColumnLook, { dates, zone }: SettledTable): FieldMapping {
  const own = dates.columns.get(look.index) ?? null;
  const reading: FieldMapping['reading'] = {
    type: 'instant',
    format: (own ?? usualDate(dates))?.format ?? 'iso8601',
    zone: own?.isZoned ? null : (zone.ofColumn.get(look.index) ?? zone.id),
  };
  return { column: look.index, source: look.name, confidence: 0.9, reading };
}

/** How one column is read as a field of a kind; null where its cells do not allow it. */
function readingOf(settled: SettledTable, kind: DataKind, field: FieldId, choice: Choice): Reading | null {
  const { question, table, looks, where, cells, dates, zone, shape } = settled;
  return readingFor(
    {
      kind,
      field,
      look: withRatings(choice.look, cells),
      sample: table,
      preset: choice.preset,
      overrides: question.overrides,
      date: dates.columns.get(choice.look.index) ?? null,
      usualDate: usualDate(dates),
      zone: zone.ofColumn.get(choice.look.index) ?? zone.id,
      isActivity: shape === 'activity',
      hasSemicolons: settled.question.hasSemicolons === true,
      isCallLog: kind === 'tickets' && callLogOf(looks) !== null,
      where,
    },
    settled.problems,
  );
}

/** How most stamps of a table are written. */
const usualDate = ({ columns }: DateDecisions): DateReading | null =>
  [...columns.values()].sort((a, b) => (b.look?.read ?? 0) - (a.look?.read ?? 0))[0] ?? null;

/** A column of ratings with those that stand behind the sample. */
function withRatings(look: ColumnLook, cells: ReadonlyMap<number, CellFacts>): ColumnLook {
  const ratings = cells.get(look.index)?.ratings;
  if (!ratings) return look;
  const known = new Set(look.cells);
  return { ...look, cells: [...look.cells, ...ratings.filter((text) => !known.has(text))] };
}

const columnOf = ({ index, name }: ColumnLook): { readonly column: number; readonly source: string } => ({
  column: index,
  source: name,
});
