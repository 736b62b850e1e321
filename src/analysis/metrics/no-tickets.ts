import type { Desk } from '../../model/desk.ts';
import type { Unavailable } from '../../model/metric.ts';
import { unavailable } from './unavailable.ts';

/** Why nothing can be counted of a desk whose files tell of no tickets; null where a list of them was read, an empty one too. */
export const withoutTickets = ({ tickets, removed, sources }: Desk): Unavailable | null =>
  tickets.rows === 0 && removed.size === 0 && !sources.some(({ kinds }) => kinds.includes('tickets'))
    ? unavailable('no_tickets')
    : null;
