import { codesOf, type Desk } from '../../model/desk.ts';
import type { Owed, Waiting } from '../../model/overview.ts';
import type { Phrase } from '../../model/report.ts';
import { answerInstants, factsOf } from '../metrics/ticket-facts.ts';
import { isUnavailable } from '../metrics/unavailable.ts';
import { countWaiting, listWaiting, waitingPartOf } from '../metrics/who-waits.ts';
import { compileDimension, type DimensionContext } from '../segments/dimensions.ts';
import { labeller } from './labels.ts';

/** All that wait at as-of, as `waiting` lists them, and for what; null where the data cannot tell. */
export function owedOf(desk: Desk, { mask }: { readonly mask: Uint8Array | null }): Owed | null {
  const waiting = listWaiting(desk, { businessTime: null, mask });
  if (isUnavailable(waiting)) return null;
  return { total: waiting.length, ...countWaiting(desk, waiting), longest: waiting[0]?.waited ?? 0 };
}

const SHOWN = 10;

/**
 * Of the tickets that wait at as-of (as `waiting` lists them) those without any human answer, longest wait first, with
 * their ids and nothing that names anybody. Null where the data cannot tell.
 */
export function waitingOf(
  desk: Desk,
  { mask, context }: { readonly mask: Uint8Array | null; readonly context: DimensionContext },
): Waiting | null {
  if (!answerInstants(desk) || factsOf(desk).isUndecided) return null;
  const waiting = listWaiting(desk, { businessTime: null, mask });
  if (isUnavailable(waiting)) return null;
  const partOf = waitingPartOf(desk);
  const rows = waiting.filter(({ ticket }) => partOf(ticket) === 'unanswered');
  const ids = codesOf(desk.tickets, 'id');
  const idOf = (t: number): string => (ids ? ids.names.name(ids.codes[t]) : '');
  const named = (field: string): ((t: number) => Phrase | null) => {
    if (!codesOf(desk.tickets, field)) return () => null;
    const dimension = compileDimension(field, context);
    const label = labeller(dimension);
    return (t) => (dimension.codes[t] === 0 ? null : label(dimension.codes[t]));
  };
  const [group, priority, channel] = ['group', 'priority', 'channel'].map(named);
  return {
    total: rows.length,
    waits: Float64Array.from(rows, ({ waited }) => waited),
    oldest: rows.slice(0, SHOWN).map(({ ticket: t, since, waited }) => ({
      id: idOf(t),
      since,
      waited,
      group: group(t),
      priority: priority(t),
      channel: channel(t),
    })),
  };
}
