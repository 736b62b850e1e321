import type { FieldId } from '../../model/fields.ts';
import { numberColumnIn, numbersIn, type Stack } from './stack.ts';
import type { RawTable } from './table-sink.ts';

/**
 * A zero in a helpdesk's own duration means "not yet" where the export has a stamp for that event and its cell is
 * empty (Freshdesk writes 00:00:00 for tickets that nobody has answered), unless a person has replied: then it is
 * zero (DEFINITIONS 14). A stamp that is there and void says that it happened.
 */
const zeros: readonly { readonly durations: readonly FieldId[]; readonly stamps: readonly FieldId[] }[] = [
  {
    durations: ['reported_first_response_time_seconds', 'reported_first_response_time_business_seconds'],
    stamps: ['first_response_at'],
  },
  {
    durations: [
      'reported_first_resolution_time_seconds',
      'reported_first_resolution_time_business_seconds',
      'reported_resolution_time_seconds',
      'reported_resolution_time_business_seconds',
    ],
    stamps: ['solved_at', 'closed_at', 'first_solved_at'],
  },
];

/** Makes zeros missing that stand for what has not happened yet. */
export function clearZeros(tickets: Stack, tables: readonly RawTable[]): void {
  for (const { durations, stamps } of zeros) {
    const ends = stamps.flatMap((field) => numberColumnIn(tickets.columns, field) ?? []);
    if (ends.length === 0) continue;
    const hasStamps = tables.map(({ mapping }) =>
      stamps.some((field) => mapping.fields[field] !== undefined),
    );
    const replies = stamps.includes('first_response_at') ? numbersIn(tickets.columns, 'replies') : null;
    for (const field of durations) {
      const values = numbersIn(tickets.columns, field);
      if (!values) continue;
      for (let row = 0; row < values.length; row++) {
        if (values[row] !== 0 || !hasStamps[tickets.table[row]] || (replies && replies[row] >= 1)) continue;
        const happened = ends.some(({ values: at, voided }) => !Number.isNaN(at[row]) || voided?.[row] === 1);
        if (!happened) values[row] = Number.NaN;
      }
    }
  }
}
