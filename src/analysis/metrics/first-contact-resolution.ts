import type { FlowMetric } from '../../model/metric.ts';
import { missingColumn } from './empty-columns.ts';
import { observeFirstSolves } from './first-solves.ts';
import { messageFields } from './message-fields.ts';
import { replyCounts } from './reply-counts.ts';
import { factsOf } from './ticket-facts.ts';
import { unavailable } from './unavailable.ts';
import { contactAfter, contactsOf, reopenedAfter, reopensAreKnown } from './windows.ts';

export const firstContactResolution = {
  id: 'first_contact_resolution',
  shape: 'flow',
  kind: 'share',
  name: 'First contact resolution',
  definition:
    'Share of first solves with at most one human public answer, no reopen and no further ticket of the same requester within 7 days.',
  source:
    'The gross form used where customers are not asked (ICMI, HDI): whether the customer came back, not whether the agent ticked a box. Only solves whose 7 days are over.',
  periodOf: 'first solve',
  lowerIsBetter: false,
  hasBusinessClock: false,
  looksAcross: 'person',
  defaultStats: ['share'],
  reads: [
    'created_at',
    'first_solved_at',
    'solved_at',
    'closed_at',
    'status',
    'replies',
    'reopens',
    ...messageFields,
  ],
  observe(desk) {
    const facts = factsOf(desk);
    const count = replyCounts(desk);
    if (!count) return missingColumn(desk, 'replies', 'no_replies_for_fcr');
    const contacts = contactsOf(facts);
    const codes = facts.requester?.codes;
    if (!contacts || !codes) return unavailable('no_requester');
    return observeFirstSolves(desk, {
      reasonToLeaveOut: (t) =>
        Number.isNaN(count(t))
          ? 'replies_not_recorded'
          : reopensAreKnown(desk, t)
            ? null
            : 'reopens_not_recorded',
      isResolved: (t, { solvedAt, end }) =>
        count(t) <= 1 &&
        !(contactAfter(contacts, codes[t], solvedAt) <= end) &&
        !(reopenedAfter(desk, t, solvedAt) <= end),
    });
  },
} as const satisfies FlowMetric;
