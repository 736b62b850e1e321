import type { FlowMetric } from '../../model/metric.ts';
import { ObservationList } from './observing.ts';
import { byId, factsOf } from './ticket-facts.ts';
import { unavailable } from './unavailable.ts';
import { contactsKnownUntil, contactsOf, DAY, followedAtOnce } from './windows.ts';

const WINDOW = 30 * DAY;
/** More than one ticket a week over the whole coverage is an integration or a monitor, not a customer coming back. */
const FREQUENT_PER_WEEK = 1;
const FREQUENT_LEAST = 10;

export const repeatContactRate = {
  id: 'repeat_contact_rate',
  shape: 'flow',
  kind: 'share',
  name: 'Repeat contact rate',
  definition:
    'Share of requesters’ first tickets in the period that were followed by another one within 30 days.',
  source:
    'Each requester counts once a period; only tickets whose 30 days are over. Requesters with ten tickets and more than one a week (integrations, monitors) are left out.',
  periodOf: 'first ticket',
  lowerIsBetter: true,
  hasBusinessClock: false,
  looksAcross: 'person',
  defaultStats: ['share'],
  reads: ['created_at', 'id', 'requester', 'status'],
  observe(desk) {
    const facts = factsOf(desk);
    const contacts = contactsOf(facts);
    if (!facts.requester || !contacts) return unavailable('no_requester');
    const weeks = Math.max(1, (desk.coverage.to - desk.coverage.from) / (7 * DAY));
    const { codes } = facts.requester;
    const list = new ObservationList(facts.rows);
    const knownUntil = contactsKnownUntil(desk, WINDOW);
    const isFollowedAtOnce = followedAtOnce(desk, facts, contacts);
    for (let t = 0; t < facts.rows; t++) {
      const at = facts.createdAt[t];
      const n = contacts.offsets[codes[t] + 1] - contacts.offsets[codes[t]];
      if (codes[t] === 0) list.leaveOut(t, at, 'no_requester');
      else if (n >= FREQUENT_LEAST && n / weeks > FREQUENT_PER_WEEK)
        list.leaveOut(t, at, 'frequent_requester');
      else if (at + WINDOW > knownUntil) list.leaveOut(t, at, 'window_open');
      else {
        const isFollowed = isFollowedAtOnce[t] === 1 || contacts.nextCreatedAt[t] <= at + WINDOW;
        list.use(t, at, isFollowed ? 1 : 0, at + WINDOW);
      }
    }
    return list.done({ onePer: codes, tie: byId(desk) });
  },
} as const satisfies FlowMetric;
