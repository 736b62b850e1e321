import type { Overview } from '../../model/overview.ts';
import type { Phrase } from '../../model/report.ts';
import { count } from './words.ts';

/**
 * Who waits, with its moment: for a first answer, and of all that wait for the desk those that were answered before and
 * those of which nobody knows it, so that the parts add up to the list of `deskstat waiting`.
 */
export function waitingPhrase(overview: Overview): Phrase | null {
  const { owed, asOf, zone } = overview;
  const first = firstAnswerPhrase(overview);
  if (!owed || owed.total === 0) return first;
  const parts = (['answered', 'untold'] as const).flatMap((part): Phrase[] =>
    owed[part] > 0 ? [{ code: `screen.waiting.${part}`, args: { n: count(owed[part]) } }] : [],
  );
  const all = count(owed.total);
  if (first) return parts.length === 0 ? first : { code: 'screen.waiting.more', args: { first, all, parts } };
  const args = {
    all,
    as_of: { type: 'instant', value: asOf, zone, precision: 'minute', isEnd: true } as const,
    oldest: { type: 'duration', value: owed.longest } as const,
  };
  const isOne = parts.length === 1;
  if (!isOne) return { code: 'screen.waiting.all', args: { ...args, parts } };
  return { code: owed.answered > 0 ? 'screen.waiting.all_answered' : 'screen.waiting.all_untold', args };
}

/** Who waits for a first answer; who waits unusually long is a part of it. */
function firstAnswerPhrase({ waiting, signs, asOf, zone, headlines }: Overview): Phrase | null {
  const [longest] = waiting?.oldest ?? [];
  if (!waiting || waiting.total === 0 || !longest) return null;
  const args = {
    total: count(waiting.total),
    as_of: { type: 'instant', value: asOf, zone, precision: 'minute', isEnd: true } as const,
    oldest: { type: 'duration', value: longest.waited } as const,
  };
  const { overdue } = signs;
  if (!overdue || overdue.tickets === 0)
    return { code: waiting.total === 1 ? 'screen.waiting.one' : 'screen.waiting', args };
  const limit = { type: 'duration', value: overdue.limit } as const;
  // Beside figures in business hours a limit of the calendar says so.
  const isElsewhere = headlines.some(({ clock }) => clock === 'business');
  const late = {
    late: count(overdue.tickets),
    limit: isElsewhere ? { code: 'screen.by_calendar', args: { limit } } : limit,
  };
  const isAll = overdue.tickets >= waiting.total;
  return {
    code: !isAll
      ? 'screen.waiting.late'
      : waiting.total === 1
        ? 'screen.waiting.late.one'
        : 'screen.waiting.late.all',
    args: { ...args, ...late },
  };
}
