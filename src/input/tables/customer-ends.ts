import { saysHappened } from '../../model/customer-ends.ts';
import type { Desk } from '../../model/desk.ts';
import type { RawTable } from './raw-table.ts';
import { numbersIn, type Stack } from './stack.ts';

/** Ends of customers that have happened, which date a desk as every other thing that happened; null for none. */
export function happenedEnds(tables: readonly RawTable[], customers: Stack | null): Float64Array | null {
  const ends = customers && numbersIn(customers.columns, 'ended_at');
  if (!customers || !ends) return null;
  const isTold = tables.map(({ mapping }) => saysHappened(mapping.fields.ended_at?.source ?? ''));
  if (!isTold.includes(true)) return null;
  return ends.map((end, row) => (isTold[customers.table[row]] ? end : Number.NaN));
}

/** The sources whose lists of customers have a column for ends, and those of them whose ends were only agreed on. */
export function endsOf(tables: readonly RawTable[]): Pick<Desk, 'endsToldBy' | 'endsAgreedBy'> {
  const told = tables.filter(({ mapping }) => mapping.fields.ended_at);
  const agreed = told.filter(({ mapping }) => !saysHappened(mapping.fields.ended_at?.source ?? ''));
  const sources = (some: readonly RawTable[]): ReadonlySet<number> =>
    new Set(some.map(({ source }) => source));
  return { endsToldBy: sources(told), endsAgreedBy: sources(agreed) };
}
