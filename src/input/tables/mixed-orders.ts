import type { FieldMapping } from '../../model/mapping.ts';
import type { Problem } from '../../model/problem.ts';

/** Said of a column that holds both orders of day and month; `either`: cells that could be two dates. */
export function mixedOrders(field: FieldMapping | undefined, either: number): Problem | null {
  const reading = field?.reading;
  if (reading?.type !== 'instant' || !reading.orders) return null;
  const { otherwise } = reading.orders;
  const args = {
    column: field!.source,
    ...(either > 0 ? { either } : {}),
    ...(otherwise === null ? {} : { order: otherwise }),
  };
  return { code: 'date_orders_mixed', severity: either > 0 ? 'warning' : 'note', args };
}
