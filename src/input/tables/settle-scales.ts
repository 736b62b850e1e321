import type { Column } from '../../model/columns.ts';
import type { FieldId } from '../../model/fields.ts';
import type { FieldMapping } from '../../model/mapping.ts';
import { chooseScale, type ScaleFacts } from '../../model/rating-scales.ts';
import type { RawTable } from './raw-table.ts';
import { listsOf } from './same-header.ts';

/** A column of ratings of one table, as recognition read it and with all its cells. */
interface RatedColumn {
  readonly table: RawTable;
  readonly mapping: FieldMapping;
  readonly facts: ScaleFacts;
  readonly values: Float64Array;
}

/**
 * Chooses the scales again, now that all cells are read, for what a sample cannot know: the cell off the scale in the
 * last row, the zero of a sibling file. Files with the same header are one survey: what one of them says holds for all,
 * and all their cells count.
 */
export function settleScales(tables: readonly RawTable[]): RawTable[] {
  const rated = tables.flatMap(ratedColumns);
  if (rated.length === 0) return [...tables];
  const settled = new Map<FieldMapping, FieldMapping>();
  for (const siblings of listsOf(rated, ({ mapping }) => mapping.source)) {
    if (siblings.every(({ facts }) => facts.settled !== null)) continue;
    const kinds = new Set(siblings.flatMap(({ facts }) => facts.kind ?? []));
    const kind = kinds.size === 1 ? [...kinds][0] : null;
    for (const each of siblings) {
      const isTold = each.facts.kind === null && kind !== null;
      const facts: ScaleFacts = { ...each.facts, ...(isTold ? { kind, kindFrom: 'siblings' } : {}) };
      const alike = siblings.filter(({ facts: other }) => (other.kind ?? kind) === facts.kind);
      const { scale } = chooseScale(facts, tallyOf(alike));
      const { mapping } = each;
      if (mapping.reading.type === 'score')
        settled.set(mapping, { ...mapping, reading: { ...mapping.reading, scale, facts } });
    }
  }
  return tables.map((table) => withMappings(table, settled));
}

function ratedColumns(table: RawTable): RatedColumn[] {
  const { fields, moreScores = [] } = table.mapping;
  const found: RatedColumn[] = [];
  const add = (mapping: FieldMapping | undefined, column: Column | undefined): void => {
    if (mapping?.reading.type !== 'score' || !mapping.reading.facts || column?.type !== 'number') return;
    found.push({ table, mapping, facts: mapping.reading.facts, values: column.values });
  };
  add(fields.score, table.columns.score);
  add(fields.csat, table.columns.csat);
  for (const [index, mapping] of moreScores.entries()) add(mapping, table.moreScores?.[index]);
  return found;
}

function tallyOf(columns: readonly RatedColumn[]): Map<number, number> {
  const tally = new Map<number, number>();
  // Whole and half points up to 100, nearly all there are, are counted in a list.
  const halves = new Uint32Array(201);
  for (const { values } of columns) {
    for (let row = 0; row < values.length; row++) {
      const value = values[row];
      const half = value * 2;
      if (half >= 0 && half <= 200 && half === Math.floor(half)) halves[half]++;
      else if (!Number.isNaN(value)) tally.set(value, (tally.get(value) ?? 0) + 1);
    }
  }
  for (let half = 0; half < halves.length; half++) if (halves[half] > 0) tally.set(half / 2, halves[half]);
  return tally;
}

function withMappings(table: RawTable, settled: ReadonlyMap<FieldMapping, FieldMapping>): RawTable {
  const { mapping } = table;
  const fields = { ...mapping.fields };
  for (const [field, each] of Object.entries(fields) as [FieldId, FieldMapping][])
    fields[field] = settled.get(each) ?? each;
  const moreScores = mapping.moreScores?.map((each) => settled.get(each) ?? each);
  return { ...table, mapping: { ...mapping, fields, ...(moreScores ? { moreScores } : {}) } };
}
