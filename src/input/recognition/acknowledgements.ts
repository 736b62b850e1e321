import type { DataKind, FieldId } from '../../model/fields.ts';
import type { FieldMapping } from '../../model/mapping.ts';
import type { Problem } from '../../model/problem.ts';
import type { ColumnLook } from './column-look.ts';
import { foldHeader } from './header.ts';

/** That somebody took note of an alert or a case; words that may be a confirmation by the customer say nothing. */
const note = new RegExp(
  '\\b(?:acks?|acknowledg\\w+|tta|mtta|quittiert\\w*|quittierung\\w*|eingangsbestatigung\\w*|accuse (?:de )?reception|' +
    'acuse|confirmacao de recebimento|presa visione|conferma di ricezione|ontvangstbevestiging\\w*)\\b',
);
/** A length of time is meant; TTA and MTTA say both. */
const time =
  /\b(?:time|tta|mtta|mins?|minutes?|hrs?|hours?|secs?|seconds?|ms|millis|milliseconds|days?|duration|zeit|dauer|temps|delai|tiempo|tempo|tijd)\b/;
/** A limit, what is left of it, or whether it was kept. */
const limit =
  /\b(?:sla|due|by|target|goal|limit|breach\w*|met|missed|left|remaining|until|overdue|violat\w*)\b/;

/** Whether a header says that somebody took note, whatever of it. */
export const namesAcknowledgement = (words: string): boolean => note.test(words);

/** What an answer is known by: where one of these is there, an acknowledgement is not asked for. */
const answers: readonly FieldId[] = [
  'first_response_at',
  'reported_first_response_time_seconds',
  'reported_first_response_time_business_seconds',
];

/**
 * When somebody acknowledged a case, as a stamp or a length of time, first or not. Products of on-call duty mean that a responder pressed a button, which
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
    .map((look) => ({
      code: 'acknowledged_only',
      severity: 'note',
      args: {
        column: look.name,
        try: `--map ${isStamp(look) ? 'first_response_at' : 'reported_first_response_time_seconds'}='${look.name}'`,
      },
      where,
    }));
}

/** So many cells are stamps or lengths of time, where a column holds them. */
const MOST = 0.9;

const isStamp = ({ instantShare, numberShare }: ColumnLook): boolean =>
  instantShare >= MOST && numberShare < MOST;

function isAcknowledgement(look: ColumnLook): boolean {
  const words = foldHeader(look.readAs);
  if (!namesAcknowledgement(words) || limit.test(words)) return false;
  if (isStamp(look)) return true;
  if (!time.test(words) && look.header.unit === null) return false;
  return Math.max(look.numberShare, look.durationShare) >= MOST;
}
