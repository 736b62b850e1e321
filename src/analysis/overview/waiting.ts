import { codesOf, type Desk } from '../../model/desk.ts';
import type { Waiting } from '../../model/overview.ts';
import type { Phrase } from '../../model/report.ts';
import { answerInstants, factsOf } from '../metrics/ticket-facts.ts';
import { compileDimension, type DimensionContext } from '../segments/dimensions.ts';
import { labeller } from './labels.ts';

const SHOWN = 10;

/**
 * Tickets that are open at as-of and have had no human answer, longest wait first, with their ids and nothing that
 * names anybody. Null where the data cannot tell.
 */
export function waitingOf(
  desk: Desk,
  { mask, context }: { readonly mask: Uint8Array | null; readonly context: DimensionContext },
): Waiting | null {
  const facts = factsOf(desk);
  const answeredAt = answerInstants(desk);
  if (!answeredAt || !facts.knowsEnd || desk.coverage.cut === 'solved') return null;
  const rows: number[] = [];
  for (let t = 0; t < facts.rows; t++) {
    const isWaiting =
      facts.isFinished[t] === 0 &&
      Number.isNaN(answeredAt[t]) &&
      facts.openedByAgent[t] === 0 &&
      facts.answerIsKnown?.[t] !== 0 &&
      facts.createdAt[t] <= desk.asOf;
    if (isWaiting && mask?.[t] !== 0) rows.push(t);
  }
  const ids = codesOf(desk.tickets, 'id');
  const idOf = (t: number): string => (ids ? ids.names.name(ids.codes[t]) : '');
  rows.sort((a, b) => facts.askedAt[a] - facts.askedAt[b] || (idOf(a) < idOf(b) ? -1 : 1));
  const named = (field: string): ((t: number) => Phrase | null) => {
    if (!codesOf(desk.tickets, field)) return () => null;
    const dimension = compileDimension(field, context);
    const label = labeller(dimension);
    return (t) => (dimension.codes[t] === 0 ? null : label(dimension.codes[t]));
  };
  const [group, priority, channel] = ['group', 'priority', 'channel'].map(named);
  return {
    total: rows.length,
    oldest: rows.slice(0, SHOWN).map((t) => ({
      id: idOf(t),
      since: facts.askedAt[t],
      waited: desk.asOf - facts.askedAt[t],
      group: group(t),
      priority: priority(t),
      channel: channel(t),
    })),
  };
}
