import type { DataKind, FieldId } from '../../model/fields.ts';
import type { FieldMapping } from '../../model/mapping.ts';
import type { Problem } from '../../model/problem.ts';
import type { ColumnLook } from './column-look.ts';
import { foldHeader } from './header.ts';

/** That somebody took note of an alert or a case, and that a time is meant; TTA and MTTA say both. */
const note = /\b(?:acks?|acknowledg\w+|tta|mtta)\b/;
const time =
  /\b(?:time|tta|mtta|mins?|minutes?|hrs?|hours?|secs?|seconds?|ms|millis|milliseconds|days?|duration)\b/;
/** A limit, what is left of it, or whether it was kept. */
const limit = /\b(?:sla|due|target|goal|limit|breach\w*|met|missed|left|remaining|until|overdue|violat\w*)\b/;

/** What an answer is known by: where one of these is there, an acknowledgement is not asked for. */
const answers: readonly FieldId[] = [
  'first_response_at',
  'reported_first_response_time_seconds',
  'reported_first_response_time_business_seconds',
];

/**
 * Lengths of time until somebody acknowledged a case. Products of on-call duty mean that a responder pressed a button, which
 * stops the escalation and tells the customer nothing: no first public answer (DEFINITIONS 4). They stay unused unless
 * somebody says that they are one; that is said where the table knows of no answer.
 *
 * @see https://docs.multitudes.com/metrics-and-definitions/process-metrics/quality-of-work/mean-time-to-acknowledge first
 *   alert → first acknowledgement by a team member, of PagerDuty's and Opsgenie's incidents
 */
export function acknowledgements({
  kind,
  fields,
  looks,
  where,
}: {
  readonly kind: DataKind;
  readonly fields: Partial<Record<FieldId, FieldMapping>>;
  readonly looks: readonly ColumnLook[];
  readonly where: NonNullable<Problem['where']>;
}): Problem[] {
  if (kind !== 'tickets' || answers.some((field) => fields[field])) return [];
  const used = new Set(Object.values(fields).map((field) => field?.column));
  return looks
    .filter((look) => !used.has(look.index) && look.filled > 0 && isAcknowledgement(look))
    .slice(0, 1)
    .map(({ name }) => ({
      code: 'acknowledged_only',
      severity: 'note',
      args: { column: name, try: `--map reported_first_response_time_seconds='${name}'` },
      where,
    }));
}

/** So many cells are lengths of time, where a column holds them. */
const MOST = 0.9;

function isAcknowledgement({
  readAs,
  header,
  numberShare,
  durationShare,
  instantShare,
}: ColumnLook): boolean {
  const words = foldHeader(readAs);
  if (!note.test(words) || limit.test(words)) return false;
  if (!time.test(words) && header.unit === null) return false;
  return Math.max(numberShare, durationShare) >= MOST && !(instantShare >= MOST && numberShare < MOST);
}
