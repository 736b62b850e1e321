import type { Desk } from '../../model/desk.ts';
import type { Metric } from '../../model/metric.ts';
import type { Problem } from '../../model/problem.ts';
import { type Sentence, type SentenceArg, sentence } from '../../model/sentence.ts';
import type { reasons } from '../../model/sentences/reasons.ts';
import { withoutHint } from './unavailable.ts';

/** Reasons that say that an export has no such column. */
const absent: ReadonlySet<string> = new Set<keyof typeof reasons>([
  'because.no_first_response',
  'because.answers_without_time',
  'because.no_end',
  'because.no_solve',
  'because.no_rating',
  'because.no_sla_flag',
  'because.no_on_hold',
  'because.no_replies',
  'because.no_replies_for_fcr',
  'because.no_reassignments',
  'because.no_reopens',
  'because.no_requester',
  'because.no_channel',
]);

/**
 * Why a metric is unavailable, where the export has a column for it that was left out because a question is open: its unit,
 * or which of two columns is meant. That question is named, with the flag that settles it, in place of "there is none".
 */
export function withLeftOutColumn(desk: Desk, metric: Pick<Metric, 'reads'>, reason: Sentence): Sentence {
  if (!absent.has(withoutHint(reason).code)) return reason;
  const reads: ReadonlySet<unknown> = new Set(metric.reads);
  for (const problem of desk.problems) {
    const said = reads.has(problem.args.field) ? questionOf(problem) : null;
    if (said) return sentence('word.with_hint', said);
  }
  return reason;
}

/** The open question of a column that was left out, and what to type to answer it; null for any other problem. */
function questionOf({ code, args }: Problem): { readonly what: Sentence; readonly hint: SentenceArg } | null {
  const { field, column, candidates, try: hint } = args;
  if (typeof field !== 'string' || hint === undefined || Array.isArray(hint)) return null;
  if (code === 'duration_unit_unknown' && typeof column === 'string')
    return { what: sentence('because.unit_unknown', { column }), hint: hint as SentenceArg };
  if (code !== 'field_ambiguous' || !Array.isArray(candidates)) return null;
  const columns = candidates.join(', ');
  return { what: sentence('because.field_ambiguous', { field, columns }), hint: hint as SentenceArg };
}
