import type { FieldMapping, TableMapping } from '../../model/mapping.ts';
import type { SourceSample } from '../../model/source.ts';

const parentPrefix = '_parent.';

/**
 * Binds nested messages, events and answers to their tickets by the id that the tickets themselves go by: a record
 * with a key and a number (Jira, GitHub) names itself by one of them, and rows inside of it must use the same.
 */
export function bindToParents(sample: SourceSample, mappings: readonly TableMapping[]): TableMapping[] {
  return mappings.map((mapping, index) => {
    const bound = mapping.fields.ticket_id;
    if (!bound?.source.startsWith(parentPrefix)) return mapping;
    const { columns, stream } = sample.tables[index];
    const depth = prefixes(bound.source);
    const parent = mappings.find(
      (each) => each.kind === 'tickets' && isBelow(stream, each.stream) && each.fields.id !== undefined,
    );
    const id = parent?.fields.id;
    if (!id) return mapping;
    const source = `${parentPrefix.repeat(depth)}${id.source}`;
    const column = columns.indexOf(source);
    if (column < 0 || source === bound.source) return mapping;
    const ticketId: FieldMapping = { ...bound, column, source };
    return {
      ...mapping,
      fields: { ...mapping.fields, ticket_id: ticketId },
      unmapped: [
        ...mapping.unmapped.filter((each) => each.column !== column),
        { column: bound.column, source: bound.source },
      ].sort((a, b) => a.column - b.column),
    };
  });
}

function prefixes(source: string): number {
  let depth = 0;
  while (source.startsWith(parentPrefix, depth * parentPrefix.length)) depth++;
  return depth;
}

const isBelow = (stream: string | null, parent: string | null): boolean =>
  stream !== null && stream !== parent && (parent === null || stream.startsWith(`${parent}/`));
