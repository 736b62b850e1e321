import type { FigureRef, Overview } from '../../model/overview.ts';
import type { PhraseArg } from '../../model/report.ts';
import type { FindingRule } from './rule.ts';

const LEAST_SHARE = 0.05;
const LEAST_TICKETS = 5;

/** Tickets that were finished although nobody ever answered. */
export const closedUnanswered: FindingRule = {
  id: 'closed_unanswered',
  codes: ['finding.closed_unanswered'],
  find({ signs }) {
    const { tickets, closed } = signs.closedUnanswered ?? { tickets: 0, closed: 0 };
    if (tickets < LEAST_TICKETS || tickets < LEAST_SHARE * closed) return [];
    return [
      {
        code: 'finding.closed_unanswered',
        severity: 'warning',
        args: {
          tickets: { type: 'count', value: tickets },
          closed: { type: 'count', value: closed },
          share: { type: 'share', value: tickets / closed },
        },
      },
    ];
  },
};

/** What is said in the same sentence of a figure that fell mostly by closing tickets without an answer; null else. */
export function closedSilently(
  { closedSilently: falls }: Overview['signs'],
  figure: Pick<FigureRef, 'metric' | 'stat' | 'clock'>,
): Readonly<Record<'silent', PhraseArg>> | null {
  const found = falls.find(
    ({ metric, stat, clock }) => metric === figure.metric && stat === figure.stat && clock === figure.clock,
  );
  return found ? { silent: { type: 'count', value: found.tickets } } : null;
}
