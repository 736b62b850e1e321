import type { CodeColumn } from '../../model/columns.ts';
import { Dictionary } from '../../model/dictionary.ts';
import { type FieldChange, fieldChange } from '../../model/field-change.ts';
import { isNobody } from './names.ts';
import type { RawTable } from './raw-table.ts';
import { codesIn, type Stack } from './stack.ts';

/** To whom each event gives its ticket, and from whom, by codes of `to.names`; 0 for nobody, or for no handover. */
export interface Handovers {
  readonly to: CodeColumn;
  readonly from: Uint32Array;
}

/**
 * Who had a ticket before and after each change: from changes of the assignee, else (where a log has none of them)
 * from changes of the group. Null for logs that do not say it. Who made a change is not who has the ticket.
 */
export function handoversOf(stack: Stack, tables: readonly RawTable[]): Handovers | null {
  const field = codesIn(stack.columns, 'field');
  const newValue = codesIn(stack.columns, 'new_value');
  const oldValue = codesIn(stack.columns, 'old_value');
  if (!field || !newValue) return null;
  const kinds: FieldChange[] = [];
  const kindOf = (row: number): FieldChange => {
    if (tables[stack.table[row]].mapping.eventShape !== 'field_change') return 'other';
    const code = field.codes[row];
    kinds[code] ??= fieldChange(field.names.name(code));
    return kinds[code];
  };
  const has = { hand: false, group: false };
  for (let row = 0; row < stack.rows; row++) {
    const kind = kindOf(row);
    if (kind === 'hand' || kind === 'group') has[kind] = true;
  }
  if (!has.hand && !has.group) return null;
  const wanted = has.hand ? 'hand' : 'group';
  const names = new Dictionary();
  const to = new Uint32Array(stack.rows);
  const from = new Uint32Array(stack.rows);
  const nameOf = (column: CodeColumn | null, row: number): number => {
    const name = column && column.codes[row] !== 0 ? column.names.name(column.codes[row]) : '';
    return name === '' || isNobody(name) ? 0 : names.internText(name);
  };
  for (let row = 0; row < stack.rows; row++) {
    if (kindOf(row) !== wanted) continue;
    to[row] = nameOf(newValue, row);
    from[row] = nameOf(oldValue, row);
  }
  return { to: { type: 'code', codes: to, names }, from };
}
