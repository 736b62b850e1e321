import type { CodeColumn } from '../../model/columns.ts';
import type { Problem } from '../../model/problem.ts';
import { isMergedKey } from './people-keys.ts';
import { codesIn, flagsOf, numberColumnIn, type Stack } from './stack.ts';

/** More steps than any chain of merges has: a circle. */
const MOST_STEPS = 20;
const merged = ['merged'];

/**
 * A ticket into which others were merged began with the earliest of them (DEFINITIONS, statuses), where a column of
 * the merged ones names it.
 */
export function startWithMerged(tickets: Stack): Problem[] {
  const created = numberColumnIn(tickets.columns, 'created_at');
  const ids = codesIn(tickets.columns, 'id');
  const pointers = [...tickets.extra].flatMap(([key, column]) =>
    isMergedKey(key) && column.type === 'code' ? [column] : [],
  );
  if (!created || !ids || pointers.length === 0) return [];
  const isMerged = mergedRows(tickets);
  const rowOf = new Map<string, number>();
  for (let row = 0; row < tickets.rows; row++)
    if (ids.codes[row] !== 0) rowOf.set(ownId(ids.names.name(ids.codes[row])), row);
  const targetOf = (row: number): number => {
    for (const pointer of pointers) {
      const name = pointer.codes[row] === 0 ? '' : pointer.names.name(pointer.codes[row]);
      const target = rowOf.get(name) ?? rowOf.get(/(\d+)(?!.*\d)/.exec(name)?.[1] ?? '');
      if (target !== undefined && target !== row) return target;
    }
    return -1;
  };
  const { values, written } = created;
  const moved = new Set<number>();
  for (let row = 0; row < tickets.rows; row++) {
    if (!isMerged(row) || Number.isNaN(values[row])) continue;
    let target = targetOf(row);
    for (let step = 0; step < MOST_STEPS && target >= 0 && isMerged(target); step++)
      target = targetOf(target);
    if (target < 0 || isMerged(target) || !(values[row] < values[target])) continue;
    values[target] = values[row];
    if (written?.days) written.days[target] = written.days[row];
    moved.add(target);
  }
  return moved.size === 0
    ? []
    : [{ code: 'merged_began_earlier', severity: 'note', args: {}, count: moved.size }];
}

const ownId = (name: string): string => name.slice(name.lastIndexOf('\u0000') + 1);

function mergedRows(tickets: Stack): (row: number) => boolean {
  const columns = (['status', 'removed_as'] as const).flatMap((field) => {
    const column: CodeColumn | null = codesIn(tickets.columns, field);
    return column ? [{ column, flags: flagsOf(column.names, merged) }] : [];
  });
  return (row) => columns.some(({ column, flags }) => flags[column.codes[row]] === 1);
}
