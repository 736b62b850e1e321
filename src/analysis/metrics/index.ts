import type { Metric } from '../../model/metric.ts';
import { acknowledgementTime } from './acknowledgement-time.ts';
import { backlog } from './backlog.ts';
import { backlogAge } from './backlog-age.ts';
import { backlogDays } from './backlog-days.ts';
import { ces } from './ces.ts';
import { cesMean } from './ces-mean.ts';
import { channelHops } from './channel-hops.ts';
import { closedUnanswered } from './closed-unanswered.ts';
import { closedUnsolved } from './closed-unsolved.ts';
import { created } from './created.ts';
import { csat } from './csat.ts';
import { csatMean } from './csat-mean.ts';
import { csatResponseRate } from './csat-response-rate.ts';
import { churnRate, retentionRate } from './customer-retention.ts';
import { firstContactResolution } from './first-contact-resolution.ts';
import { firstContactResolutionSameIssue } from './first-contact-resolution-same-issue.ts';
import { firstResolutionTime } from './first-resolution-time.ts';
import { firstResponseTime } from './first-response-time.ts';
import { nextResponseTime } from './next-response-time.ts';
import { noRepeatRate } from './no-repeat-rate.ts';
import { nps } from './nps.ts';
import { onHoldTime } from './on-hold-time.ts';
import { oneTouchRate } from './one-touch-rate.ts';
import { pendingTime } from './pending-time.ts';
import { reassignments } from './reassignments.ts';
import { reopenRate } from './reopen-rate.ts';
import { repeatContactRate } from './repeat-contact-rate.ts';
import { replies } from './replies.ts';
import { requesterWaitTime } from './requester-wait-time.ts';
import { resolutionTime } from './resolution-time.ts';
import { slaFirstResponse } from './sla-first-response.ts';
import { slaNextResponse } from './sla-next-response.ts';
import { slaRecorded } from './sla-recorded.ts';
import { slaResolution } from './sla-resolution.ts';
import { solved } from './solved.ts';
import { unanswered } from './unanswered.ts';

/**
 * Version of the definitions: raised whenever a figure comes out differently for the same data (see "Changed numbers" in
 * the changelog), so that figures saved under another one are not compared with these.
 */
export const definitionsVersion = 1;

/** Every metric, in the order in which people read them. */
export const metrics = [
  created,
  solved,
  backlog,
  backlogAge,
  backlogDays,
  unanswered,
  closedUnanswered,
  closedUnsolved,
  firstResponseTime,
  acknowledgementTime,
  nextResponseTime,
  requesterWaitTime,
  firstResolutionTime,
  resolutionTime,
  pendingTime,
  onHoldTime,
  replies,
  oneTouchRate,
  reassignments,
  reopenRate,
  repeatContactRate,
  firstContactResolution,
  firstContactResolutionSameIssue,
  noRepeatRate,
  channelHops,
  slaFirstResponse,
  slaNextResponse,
  slaResolution,
  slaRecorded,
  csat,
  csatMean,
  csatResponseRate,
  nps,
  ces,
  cesMean,
  retentionRate,
  churnRate,
] as const satisfies readonly Metric[];

export type MetricId = (typeof metrics)[number]['id'];

const byId = new Map<string, Metric>(metrics.map((metric) => [metric.id, metric]));

/** The metric of an id, or undefined. */
export function metricOf(id: string): Metric | undefined {
  return byId.get(id);
}
