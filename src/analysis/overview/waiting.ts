import { codesOf, type Desk } from '../../model/desk.ts';
import type { Waiting } from '../../model/overview.ts';
import type { Phrase } from '../../model/report.ts';
import { answerInstants, factsOf } from '../metrics/ticket-facts.ts';
import { isUnavailable } from '../metrics/unavailable.ts';
import { listWaiting } from '../metrics/who-waits.ts';
import { compileDimension, type DimensionContext } from '../segments/dimensions.ts';
import { labeller } from './labels.ts';

const SHOWN = 10;

/**
 * Of the tickets that wait at as-of (as `waiting` lists them) those without any human answer, longest wait first, with
 * their ids and nothing that names anybody. Null where the data cannot tell.
 */
export function waitingOf(
  desk: Desk,
  { mask, context }: { readonly mask: Uint8Array | null; readonly context: DimensionContext },
): Waiting | null {
  const facts = factsOf(desk);
  const answeredAt = answerInstants(desk);
  if (!answeredAt || facts.isUndecided) return null;
  const waiting = listWaiting(desk, { businessTime: null, mask });
  if (isUnavailable(waiting)) return null;
  const isUnanswered = (t: number): boolean =>
    Number.isNaN(answeredAt[t]) && facts.openedByAgent[t] === 0 && facts.answerIsKnown?.[t] !== 0;
  const rows = waiting.filter(({ ticket }) => isUnanswered(ticket));
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
