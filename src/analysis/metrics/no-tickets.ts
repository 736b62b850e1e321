import type { Desk } from '../../model/desk.ts';
import type { Unavailable } from '../../model/metric.ts';
import { unavailable } from './unavailable.ts';

/**
 * Why nothing can be counted of a desk whose files tell of no tickets; null where a list of them was read, an empty one
 * too. A list that had to be left out whole was not read.
 */
export function withoutTickets({ tickets, removed, sources, problems }: Desk): Unavailable | null {
  if (tickets.rows > 0 || removed.size > 0) return null;
  const unused = new Set(
    problems.flatMap(({ code, where, args }) =>
      code === 'file_not_used' ? where?.file : code === 'files_not_used' ? (args.files as string[]) : [],
    ),
  );
  const isRead = sources.some(({ kinds, path }) => kinds.includes('tickets') && !unused.has(path));
  return isRead ? null : unavailable('no_tickets');
}
