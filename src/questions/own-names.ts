import type { Report } from '../model/report.ts';
import type { Segment } from '../model/segment.ts';
import type { Config } from '../settings/config.ts';

/** Dimensions of the export by what the settings call them: `column:Customer name` → `customer_name`. */
export type OwnNames = ReadonlyMap<string, string>;

/** The names under `dimensions:`, the same in every output, so that what several say of a segment is joined by it. */
export function ownNames({ dimensions }: Pick<Config, 'dimensions'>): OwnNames {
  return new Map([...dimensions].map(([name, column]) => [`column:${column}`, name]));
}

/** A segment under those names. */
export function segmentByOwnNames(segment: Segment, names: OwnNames): Segment {
  return Object.fromEntries(
    Object.entries(segment).map(([dimension, value]) => [names.get(dimension) ?? dimension, value]),
  );
}

/** A report whose tables of segments are called by those names: what people read stays the column's own head. */
export function reportByOwnNames(report: Report, names: OwnNames): Report {
  if (names.size === 0) return report;
  return {
    ...report,
    blocks: report.blocks.map((block) => {
      if (block.kind !== 'table') return block;
      const own = names.get(block.id.replace(/^by-/, ''));
      if (own === undefined) return block;
      const [first, ...rest] = block.columns;
      return { ...block, id: `by-${own}`, columns: [{ ...first, key: own }, ...rest] };
    }),
  };
}
