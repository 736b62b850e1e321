import { type DataKind, type FieldId, type FieldType, fieldsOf } from '../../model/fields.ts';
import type { Problem } from '../../model/problem.ts';
import { isSameStem, saysTheSame } from './ambiguity.ts';
import type { Choice } from './choice.ts';
import { type ColumnLook, isInstant } from './column-look.ts';
import { type Candidate, isPlumbing } from './field-match.ts';

/** Scores below this are said: a header that only hints at the field, or none and cells that look like it. */
const FAINT = 0.6;
/** A runner-up that is closer than this is named where the first is no clear match either. */
const THIN = 0.1;
const CLEAR = 0.75;
/** A runner-up that fits less well than this is not worth a name. */
const LEAST_RIVAL = 0.45;

/** Fields from which figures are computed: a wrong column there is a wrong figure. */
const counted: ReadonlySet<string> = new Set([
  'id',
  'created_at',
  'status',
  'first_response_at',
  'first_solved_at',
  'solved_at',
  'closed_at',
  'assignee',
  'group',
  'requester',
  'csat',
  'score',
  'answered_at',
  'sent_at',
  'ticket_id',
  'customer',
  'started_at',
  'ended_at',
  'at',
  'new_value',
  'author_role',
]);

interface Doubted {
  readonly kind: DataKind;
  /** Columns that hold nothing and hardly fit are taken out: they would be believed to be that field, and empty. */
  readonly choices: Map<FieldId, Choice>;
  readonly candidates: readonly Candidate[];
  readonly pinned: ReadonlySet<string>;
  readonly looks: readonly ColumnLook[];
  /** The looks are at all rows: a column that is empty in them is empty. */
  readonly isWhole: boolean;
  readonly where: NonNullable<Problem['where']>;
}

/**
 * What is said of columns that feed a figure without being certain: the field, its column, the next one that it could
 * be, and the flag that settles it. Presets, pins and headers that name their field are never doubted.
 */
export function doubtsOf(table: Doubted): Problem[] {
  const { choices, isWhole, pinned, where } = table;
  const problems: Problem[] = [];
  for (const [field, { look, confidence, preset }] of [...choices]) {
    if (preset !== null || pinned.has(field)) continue;
    if (look.filled === 0) {
      if (isWhole && confidence < FAINT) choices.delete(field);
      continue;
    }
    if (!counted.has(field) && !field.startsWith('reported_')) continue;
    const rival = runnerUp(table, field, look);
    const isThin = rival !== null && confidence < CLEAR && confidence - rival.score < THIN;
    if (confidence >= FAINT && !isThin) continue;
    const others = rival === null ? otherStamps(table, field, look) : [rival.look];
    problems.push({ ...doubtOf(field, look, others), where });
  }
  return problems;
}

/** A field whose column may be another one: all of them as they would be pinned. */
function doubtOf(field: string, look: ColumnLook, others: readonly ColumnLook[]): Problem {
  const args = {
    field,
    column: look.name,
    others: others.length === 0 ? undefined : others.map(({ name }) => `"${name}"`),
    try: [look, ...others].map(({ name }) => `--map ${field}='${name}'`).join(' or '),
  };
  return { code: 'field_uncertain', severity: 'warning', args };
}

/** The best other column for the field that feeds nothing else and does not hold the same. */
function runnerUp({ candidates, choices }: Doubted, field: FieldId, look: ColumnLook): Candidate | null {
  const used = new Set([...choices.values()].map((choice) => choice.look.index));
  return (
    candidates.find(
      (one) =>
        one.field === field &&
        one.score >= LEAST_RIVAL &&
        one.look.filled > 0 &&
        !used.has(one.look.index) &&
        !isSameStem(look, one.look) &&
        !saysTheSame(look, one.look),
    ) ?? null
  );
}

/** Of stamps that were found by what they hold, the first other one that feeds nothing. */
function otherStamps({ kind, choices, looks }: Doubted, field: FieldId, look: ColumnLook): ColumnLook[] {
  if ((fieldsOf[kind] as Record<string, FieldType>)[field] !== 'instant') return [];
  const used = new Set([...choices.values()].map((choice) => choice.look.index));
  return looks
    .filter((one) => one !== look && isInstant(one) && !used.has(one.index) && !isPlumbing(one.name))
    .slice(0, 1);
}
