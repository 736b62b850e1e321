import type { FieldOf } from '../../model/fields.ts';
import type { Problem } from '../../model/problem.ts';
import type { ProblemCode } from '../../model/problem-texts.ts';
import type { RawTable } from './raw-table.ts';

type TicketFields = ReadonlyMap<number, ReadonlySet<string>>;

/** What the tickets of some sources may tell and those of others not, and the fields that tell it. */
const aspects: readonly {
  readonly code: ProblemCode;
  readonly fields: readonly FieldOf<'tickets'>[];
  /** Tables that tell it of every ticket as well. */
  readonly also: RawTable['kind'] | null;
}[] = [
  { code: 'source_without_ends', fields: ['status', 'solved_at', 'closed_at'], also: 'events' },
  {
    code: 'source_without_answers',
    fields: [
      'first_response_at',
      'reported_first_response_time_seconds',
      'reported_first_response_time_business_seconds',
      'replies',
    ],
    also: 'messages',
  },
  { code: 'source_without_ratings', fields: ['csat'], also: 'surveys' },
  { code: 'source_without_requesters', fields: ['requester'], also: null },
];

/** The fields that the tickets of each source have columns for; undefined where all sources have the same. */
export function ticketFieldsOf(tables: readonly RawTable[]): TicketFields | undefined {
  const fields = new Map<number, Set<string>>();
  for (const { source, kind, mapping } of tables) {
    if (kind !== 'tickets') continue;
    const has = fields.get(source) ?? new Set<string>();
    for (const [field, mapped] of Object.entries(mapping.fields)) if (mapped) has.add(field);
    fields.set(source, has);
  }
  const all = new Set([...fields.values()].flatMap((has) => [...has]));
  return [...fields.values()].some((has) => has.size < all.size) ? fields : undefined;
}

/** Which sources do not tell what others do: their tickets are in no figure that needs it. */
export function untoldProblems(
  fields: TicketFields | undefined,
  { tables, source }: { readonly tables: readonly RawTable[]; readonly source: Uint16Array },
): Problem[] {
  if (!fields) return [];
  const problems: Problem[] = [];
  for (const aspect of aspects) {
    if (tables.some(({ kind }) => kind === aspect.also)) continue;
    const isTelling = (has: ReadonlySet<string>): boolean => aspect.fields.some((field) => has.has(field));
    const untold = [...fields].filter(([, has]) => !isTelling(has));
    if (untold.length === fields.size) continue;
    for (const [index] of untold) {
      const count = source.reduce((sum, one) => sum + (one === index ? 1 : 0), 0);
      const file = tables.find((table) => table.source === index)?.path;
      if (count > 0)
        problems.push({ code: aspect.code, severity: 'warning', args: {}, where: { file }, count });
    }
  }
  return problems;
}
