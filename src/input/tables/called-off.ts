import type { Column } from '../../model/columns.ts';
import type { FieldId } from '../../model/fields.ts';
import { ensureNumbers } from './stack.ts';

/**
 * A ticket that was called off is finished, and nobody solved it: where no stamp of a close stands, the stamp of the
 * cancellation is one.
 */
export function addCalledOff(
  columns: Partial<Record<FieldId, Column>>,
  calledOff: Column,
  rows: number,
): void {
  if (calledOff.type === 'code' || calledOff.type === 'list') return;
  const closed = ensureNumbers({ rows, columns }, 'closed_at', 'instant');
  for (let row = 0; row < rows; row++) if (Number.isNaN(closed[row])) closed[row] = calledOff.values[row];
}
