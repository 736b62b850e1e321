import type { TableMapping } from '../model/mapping.ts';
import type { RecognisedSource } from './recognised-source.ts';

/** Kinds whose rows name the ticket that they are of. */
const ofTickets: ReadonlySet<TableMapping['kind']> = new Set(['messages', 'events', 'surveys']);
/** Part of the rows that a column must fill to name tickets. */
const FILLED = 0.9;
const MOST_COLUMNS = 2;

/**
 * Columns of tickets that feed no field and by which other files name them: warehouse copies join by `sys_id` or
 * `noteable_id` what people know by its number. Looked for where none of the ids that a file names is an id of the
 * tickets in the rows that were sampled.
 */
export function otherTicketKeys(
  sources: readonly RecognisedSource[],
): (mapping: TableMapping) => readonly string[] {
  const named = sources.flatMap((source) =>
    source.mappings.flatMap((mapping) =>
      ofTickets.has(mapping.kind) && mapping.fields.ticket_id
        ? [cellsOf(source, mapping, mapping.fields.ticket_id.column)]
        : [],
    ),
  );
  const keys = new Map<TableMapping, readonly string[]>();
  if (named.length > 0)
    for (const source of sources)
      for (const mapping of source.mappings)
        if (mapping.kind === 'tickets') keys.set(mapping, keysOf(source, mapping, named));
  return (mapping) => keys.get(mapping) ?? [];
}

/** Columns that hold something only where a ticket was merged: the other one, or when it was. */
export const mergedIntoColumns = ({ kind, marks = [] }: TableMapping): readonly string[] =>
  kind === 'tickets'
    ? marks.filter(({ words }) => words.get('x') === 'merged').map(({ source }) => source)
    : [];

function keysOf(
  source: RecognisedSource,
  mapping: TableMapping,
  named: readonly ReadonlySet<string>[],
): readonly string[] {
  const { id } = mapping.fields;
  const own = id ? cellsOf(source, mapping, id.column) : new Set<string>();
  const strangers = named.filter((cells) => cells.size > 0 && ![...cells].some((cell) => own.has(cell)));
  if (strangers.length === 0) return [];
  const rows = tableOf(source, mapping)?.values[0]?.length ?? 0;
  const unique = mapping.unmapped.flatMap(({ column, source: name }) => {
    const cells = cellsOf(source, mapping, column);
    return name !== '' && cells.size >= Math.max(2, rows * FILLED) ? [{ name, cells }] : [];
  });
  const shared = unique.filter(({ cells }) =>
    strangers.some((other) => [...other].some((cell) => cells.has(cell))),
  );
  // The rows that were sampled may be of other tickets: what is written alike may be the key.
  const alike = unique.filter(({ cells }) => strangers.some((other) => areWrittenAlike(cells, other)));
  return (shared.length > 0 ? shared : alike).slice(0, MOST_COLUMNS).map(({ name }) => name);
}

const tableOf = ({ sample }: RecognisedSource, { stream }: TableMapping) =>
  sample.tables.find((table) => table.stream === stream);

function cellsOf(source: RecognisedSource, mapping: TableMapping, column: number): ReadonlySet<string> {
  const cells = tableOf(source, mapping)?.values[column] ?? [];
  return new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== ''));
}

/** Long ids of one length and one alphabet. Short numbers are alike everywhere, and say nothing. */
function areWrittenAlike(cells: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const shapes = new Set([...cells, ...others].map(shapeOf));
  const [shape] = shapes;
  return shapes.size === 1 && shape !== null;
}

function shapeOf(cell: string): string | null {
  if (cell.length < 12 || /\s/.test(cell)) return null;
  if (/^[0-9a-f-]+$/i.test(cell)) return `hex ${cell.length}`;
  return /^\w+$/.test(cell) ? `word ${cell.length}` : null;
}
