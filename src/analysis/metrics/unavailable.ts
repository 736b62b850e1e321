import type { Unavailable } from '../../model/metric.ts';
import { isSentence, type Sentence, sentence } from '../../model/sentence.ts';
import { reasons } from '../../model/sentences/reasons.ts';

/** Why a metric cannot be computed, by its code: `because.<code>`, and which export would have what it needs. */
export type UnavailableReason = Exclude<
  Extract<keyof typeof reasons, `because.${string}`> extends infer Code
    ? Code extends `because.${infer Reason}`
      ? Reason
      : never
    : never,
  `${string}.hint` | CountedReason
>;

/** Reasons that name what was counted, or a column. */
type CountedReason =
  | 'not_recorded'
  | 'ends_not_recorded'
  | 'ends_partly_recorded'
  | 'unit_unknown'
  | 'field_ambiguous';

/** A metric that cannot be computed. */
export function unavailable(reason: UnavailableReason): Unavailable {
  const what = sentence(`because.${reason}`);
  const hint = `because.${reason}.hint`;
  return { unavailable: isReason(hint) ? sentence('word.with_hint', { what, hint: sentence(hint) }) : what };
}

type HintCode = Extract<keyof typeof reasons, `because.${string}.hint`>;

const isReason = (code: string): code is HintCode => Object.hasOwn(reasons, code);

/** The reason without the hint at an export that would have what is missing. */
export function withoutHint(reason: Sentence): Sentence {
  const { what } = reason.args;
  return reason.code === 'word.with_hint' && isSentence(what) ? what : reason;
}

/** A metric whose column is there, and holds nothing although it must have: that is not recorded, never "none". */
export function notRecorded(
  field: string,
  { rows, shown }: { readonly rows: number; readonly shown: number },
): Unavailable {
  return { unavailable: sentence('because.not_recorded', { field, tickets: rows, shown }) };
}

/** A customer list with a column of ends that is empty although somebody must have left by now. */
export function endsNotRecorded(counted: {
  readonly customers: number;
  readonly years: number;
}): Unavailable {
  return {
    unavailable: sentence('word.with_hint', {
      what: sentence('because.ends_not_recorded', counted),
      hint: sentence('because.ends_not_recorded.hint'),
    }),
  };
}

/** A customer list that calls customers gone whose date of leaving it does not have. */
export function endsPartlyRecorded(counted: {
  readonly undated: number;
  readonly left: number;
}): Unavailable {
  return {
    unavailable: sentence('word.with_hint', {
      what: sentence('because.ends_partly_recorded', counted),
      hint: sentence('because.ends_partly_recorded.hint'),
    }),
  };
}

/** True for a metric that cannot be computed. */
export function isUnavailable(result: object): result is Unavailable {
  return 'unavailable' in result;
}
