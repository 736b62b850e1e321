import type { Column } from '../../model/columns.ts';
import type { FieldId } from '../../model/fields.ts';
import type { RawTable } from './raw-table.ts';

/** A table that is part of a list, with the columns that it is to have. */
export interface Part {
  readonly table: RawTable;
  readonly columns: Partial<Record<FieldId, Column>>;
}

/** What tables of the same columns have in common: such files are parts of one list. */
function headerKey({ mapping }: Pick<RawTable, 'mapping'>): string {
  const columns = [
    ...Object.values(mapping.fields).map((field) => field?.source ?? ''),
    ...mapping.unmapped.map(({ source }) => source),
  ];
  return JSON.stringify([...new Set(columns)].sort());
}

/** Parts of tables by the list that they belong to: tables of one kind and the same columns, as `apart` tells them further. */
export function listsOf<P extends Pick<Part, 'table'>>(
  parts: readonly P[],
  apart: (part: P) => string = () => '',
): P[][] {
  const lists = new Map<string, P[]>();
  for (const part of parts) {
    const key = `${part.table.kind} ${apart(part)} ${headerKey(part.table)}`;
    const list = lists.get(key);
    if (list) list.push(part);
    else lists.set(key, [part]);
  }
  return [...lists.values()];
}
