import type { RawTable } from './raw-table.ts';

/** What tables of the same columns have in common: such files are parts of one list. */
export function headerKey({ mapping }: Pick<RawTable, 'mapping'>): string {
  const columns = [
    ...Object.values(mapping.fields).map((field) => field?.source ?? ''),
    ...mapping.unmapped.map(({ source }) => source),
  ];
  return JSON.stringify([...new Set(columns)].sort());
}
