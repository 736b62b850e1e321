import { recognise } from '../input/recognition/index.ts';
import type { RecognitionOverrides, TableMapping } from '../model/mapping.ts';
import type { RecognisedSource } from './recognised-source.ts';

type Order = NonNullable<RecognitionOverrides['dateOrder']>;

const isGuess = ({ problems }: TableMapping): boolean =>
  problems.some(({ code }) => code === 'date_order_guessed');

/** The order of day and month that a table's own cells decide, null where they do not. */
function decidedOrder(mapping: TableMapping): Order | null {
  if (isGuess(mapping)) return null;
  for (const field of Object.values(mapping.fields)) {
    const reading = field?.reading;
    if (reading?.type !== 'instant') continue;
    if (reading.format === 'day_first' || reading.format === 'month_first') return reading.format;
  }
  return null;
}

/** The columns of a table, by which files of one list know each other. */
export const headerOf = ({ sample }: RecognisedSource, table: number): string =>
  (sample.tables[table]?.columns ?? []).join('\u0000');

/**
 * Files of one header come from one place and are written in one order: where the cells of one decide whether day or
 * month comes first, those that decide nothing follow it. Files that contradict each other decide nothing.
 */
export function settleOrders<T extends RecognisedSource>(
  sources: readonly T[],
  overridesFor: (path: string) => RecognitionOverrides,
): readonly T[] {
  const orders = new Map<string, Set<Order>>();
  for (const source of sources)
    source.mappings.forEach((mapping, table) => {
      const order = decidedOrder(mapping);
      if (!order) return;
      const header = headerOf(source, table);
      orders.set(header, (orders.get(header) ?? new Set<Order>()).add(order));
    });
  return sources.map((source) => {
    const doubtful = source.mappings.findIndex(isGuess);
    const known = doubtful < 0 ? undefined : orders.get(headerOf(source, doubtful));
    if (known?.size !== 1) return source;
    const overrides = { ...overridesFor(source.sample.source.path), siblingOrder: [...known][0] };
    return { ...source, mappings: recognise(source.sample, overrides) };
  });
}
