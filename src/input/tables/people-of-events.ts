import type { CodeColumn } from '../../model/columns.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { fieldChange } from '../../model/field-change.ts';
import { foldValue } from '../../model/raw-value.ts';
import { isNobody } from './names.ts';
import type { RawTable } from './raw-table.ts';
import { codesIn, type Stack } from './stack.ts';

interface Log {
  readonly stack: Stack;
  readonly order: Uint32Array;
  readonly offsets: Uint32Array;
}

const askerWords = /^(?:requester|reporter|customer|end user|contact|caller|caller id)(?: id)?$/;

/**
 * Who asked and who has each ticket, where a log of changed fields says so (`requester_id`, `assignee_id`): the value that
 * its last change brought. Null where no row changes such a field.
 */
export function peopleOfEvents(
  log: Log,
  { tables, people }: { readonly tables: readonly RawTable[]; readonly people: Dictionary },
): { readonly requester: CodeColumn | null; readonly assignee: CodeColumn | null } {
  const { stack } = log;
  const field = codesIn(stack.columns, 'field');
  const value = codesIn(stack.columns, 'new_value');
  if (!field || !value) return { requester: null, assignee: null };
  const isAsker = named(field, (name) => askerWords.test(foldValue(name).replaceAll('_', ' ')));
  const isHand = named(field, (name) => fieldChange(name) === 'hand');
  const isChange = (row: number): boolean => tables[stack.table[row]].mapping.eventShape === 'field_change';
  const nameOf = (row: number): string => (value.codes[row] === 0 ? '' : value.names.name(value.codes[row]));
  const last = (isOf: (code: number) => boolean): CodeColumn | null => {
    const codes = new Uint32Array(log.offsets.length - 1);
    let isTold = false;
    eachRow(log, (ticket, row) => {
      if (!isChange(row) || !isOf(field.codes[row])) return;
      isTold = true;
      const name = nameOf(row);
      codes[ticket] = name === '' || isNobody(name) ? 0 : people.internText(name);
    });
    return isTold ? { type: 'code', codes, names: people } : null;
  };
  return { requester: last(isAsker), assignee: last(isHand) };
}

function eachRow({ order, offsets }: Log, take: (ticket: number, row: number) => void): void {
  for (let t = 0; t + 1 < offsets.length; t++)
    for (let i = offsets[t]; i < offsets[t + 1]; i++) take(t, order[i]);
}

/** Whether each value of a column is called so, looked up once. */
function named({ names }: CodeColumn, isSo: (name: string) => boolean): (code: number) => boolean {
  const known: (boolean | undefined)[] = [];
  return (code) => {
    known[code] ??= code !== 0 && isSo(names.name(code));
    return known[code] === true;
  };
}
