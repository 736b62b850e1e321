import { codesOf } from '../../model/desk.ts';
import type { FlowMetric } from '../../model/metric.ts';
import { ObservationList } from './observing.ts';
import { laterOfSameIssue } from './same-issue.ts';
import { factsOf } from './ticket-facts.ts';
import { unavailable } from './unavailable.ts';
import { contactsKnownUntil, DAY } from './windows.ts';

const WINDOW = 30 * DAY;

export const channelHops = {
  id: 'channel_hops',
  shape: 'flow',
  kind: 'share',
  name: 'Channel hops',
  definition:
    'Share of tickets after which the same requester wrote again about the same issue within 30 days, by another channel.',
  source:
    'One customer followed across channels; needs recurring issues. Only tickets whose 30 days are over.',
  periodOf: 'created_at',
  lowerIsBetter: true,
  hasBusinessClock: false,
  needsIssues: true,
  looksAcross: 'desk',
  defaultStats: ['share'],
  reads: ['created_at', 'requester', 'channel', 'issue', 'status'],
  observe(desk) {
    const facts = factsOf(desk);
    const channel = codesOf(desk.tickets, 'channel');
    if (!desk.issues) return unavailable('no_issues');
    if (!facts.requester) return unavailable('no_requester');
    if (!channel) return unavailable('no_channel');
    const later = laterOfSameIssue(facts, desk.issues);
    const list = new ObservationList(facts.rows);
    const knownUntil = contactsKnownUntil(desk, WINDOW);
    for (let t = 0; t < facts.rows; t++) {
      const at = facts.createdAt[t];
      if (facts.requester.codes[t] === 0) list.leaveOut(t, at, 'no_requester');
      else if (desk.issues.codes[t] === 0) list.leaveOut(t, at, 'in_no_issue');
      else if (channel.codes[t] === 0) list.leaveOut(t, at, 'no_channel');
      else if (at + WINDOW > knownUntil) list.leaveOut(t, at, 'window_open');
      else {
        const isHop = later(t, at + WINDOW).some(
          (after) => channel.codes[after] !== 0 && channel.codes[after] !== channel.codes[t],
        );
        list.use(t, at, isHop ? 1 : 0, at + WINDOW);
      }
    }
    return list.done();
  },
} as const satisfies FlowMetric;
