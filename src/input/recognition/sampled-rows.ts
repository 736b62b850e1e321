import type { DataKind, FieldId } from '../../model/fields.ts';
import { COMES_BACK, type RecognitionOverrides, type SampledRows } from '../../model/mapping.ts';
import { type ColumnLook, isInstant } from './column-look.ts';
import { candidatesFor } from './field-match.ts';
import type { Identity } from './identify.ts';
import { isSparseKey, mayCountRows } from './row-key.ts';

/** By kind the field that says whose row each is. */
const ownerField: Partial<Record<DataKind, FieldId>> = {
  tickets: 'id',
  events: 'ticket_id',
  messages: 'ticket_id',
  customers: 'customer',
  activity: 'customer',
};

interface SampleQuestion {
  readonly identity: Identity;
  readonly looks: readonly ColumnLook[];
  readonly overrides: RecognitionOverrides;
}

/** What the rows of a sample say of whose rows they are; null where all rows could say nothing else. */
export function sampledRows(question: SampleQuestion): SampledRows | null {
  const { identity, looks, overrides } = question;
  const { kind, choices } = identity;
  if (kind === 'none') return ownersOfNothing(question);
  const field = ownerField[kind];
  if (field === undefined || overrides.columns.has(field)) return null;
  const look = choices.get(field)?.look ?? null;
  const isTickets = kind === 'tickets';
  const isKnown = (choices.get(field)?.preset ?? null) !== null;
  return {
    owner: look && { field, column: look.index },
    perOwner: look === null || look.distinct === 0 ? 1 : look.filled / look.distinct,
    numbers: look && isTickets && !isKnown && mayCountRows(look) ? { min: look.min, max: look.max } : null,
    watched: isTickets
      ? looks.filter((each) => isSparseKey({ identity, look: each })).map(({ index }) => index)
      : [],
  };
}

/** Scores from which on a header may name the owner of a row. */
const LIKELY = 0.55;

/** Of a table of no use: the ids and times that would make a log of it if the ids came back, which they do not here. */
function ownersOfNothing({ identity, looks }: SampleQuestion): SampledRows | null {
  if (identity.match !== null || identity.reason !== undefined || !looks.some(isInstant)) return null;
  const owners = (['events', 'activity'] as const).flatMap((kind) =>
    candidatesFor(kind, looks).filter(
      ({ field, score, look }) =>
        field === ownerField[kind] &&
        score >= LIKELY &&
        look.filled > 0 &&
        look.filled < look.distinct * COMES_BACK,
    ),
  );
  if (owners.length === 0) return null;
  const [{ field, look }] = owners.sort((a, b) => b.score - a.score);
  return { owner: { field, column: look.index }, perOwner: 1, numbers: null, watched: [] };
}
