import type { Desk } from '../../model/desk.ts';
import type { RawTable } from './raw-table.ts';

/** What the logs call the steps that answer, end or reopen a ticket, each once. */
export function stepsOf(tables: readonly RawTable[]): Pick<Desk, 'steps'> {
  const steps = new Map(
    tables.flatMap(({ mapping }) => mapping.steps ?? []).map((each) => [each.step, each]),
  );
  return steps.size === 0 ? {} : { steps: [...steps.values()] };
}
