import type { FlowMetric } from '../../model/metric.ts';
import { observeFirstSolves } from './first-solves.ts';
import { factsOf } from './ticket-facts.ts';
import { unavailable } from './unavailable.ts';
import { contactAfter, contactsOf } from './windows.ts';

export const noRepeatRate = {
  id: 'no_repeat_rate',
  shape: 'flow',
  kind: 'share',
  name: 'Solved without coming back',
  definition: 'Share of first solves after which the requester opened no further ticket within 7 days.',
  source:
    'What is left of first contact resolution where the export does not say how many answers a ticket took.',
  periodOf: 'first solve',
  lowerIsBetter: false,
  hasBusinessClock: false,
  looksAcross: 'person',
  defaultStats: ['share'],
  reads: ['created_at', 'first_solved_at', 'solved_at', 'closed_at', 'status', 'requester'],
  observe(desk) {
    const facts = factsOf(desk);
    const contacts = contactsOf(facts);
    const codes = facts.requester?.codes;
    if (!contacts || !codes) return unavailable('no_requester');
    return observeFirstSolves(desk, {
      isResolved: (t, { solvedAt, end }) => contactAfter(contacts, codes[t], solvedAt) > end,
    });
  },
} as const satisfies FlowMetric;
