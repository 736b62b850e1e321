import { channels, fieldsOf, priorities, statuses, weekdayNames } from '../../model/fields.ts';
import { DeskstatError } from '../../model/problem.ts';
import { foldValue } from '../../model/raw-value.ts';
import { sentence } from '../../model/sentence.ts';
import { nearest, nearestValue } from '../../model/suggest.ts';
import type { Literal } from '../../query/literal.ts';
import type { Dimension } from './dimension.ts';

/** Values that a dimension can have at all; any other is a mistake, whatever the data holds. */
const closed: Readonly<Record<string, readonly string[]>> = {
  priority: priorities,
  status: statuses,
  weekday: weekdayNames,
  hour: Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0')),
};

/** Values that are known of a dimension besides those of the data. */
const known: Readonly<Record<string, readonly string[]>> = { channel: channels };

/** So many values are names of people or ids: a likeness among them says nothing, and takes long to find. */
const MOST_VALUES = 20_000;

/**
 * A value that nothing can equal is a mistake of who typed it: one of a closed vocabulary always, any other where the data
 * holds a value within two letters. Else the data happens to hold no such ticket (a week without Billing).
 *
 * @throws DeskstatError (2) that names the nearest value; never a person
 */
export function refuseTypos(values: readonly Literal[], dimension: Dimension): void {
  let names: ReadonlyMap<string, string> | null = null;
  for (const { text, column } of values) {
    const wanted = foldValue(text);
    names ??= namesOf(dimension);
    if (wanted === '' || names.has(wanted)) continue;
    const vocabulary = closed[dimension.name];
    if (vocabulary) {
      if (vocabulary.some((word) => foldValue(word) === wanted)) continue;
      const near = nearest(text, [...vocabulary, ...names.values()]);
      throw unknown(dimension, { value: text, column, near, has: vocabulary });
    }
    const others = known[dimension.name] ?? [];
    if (others.includes(wanted) || names.size > MOST_VALUES) continue;
    const near = nearestValue(text, [...names.values(), ...others]);
    if (near !== null)
      throw unknown(dimension, { value: text, column, near: isPerson(dimension) ? null : near });
  }
}

function namesOf({ size, nameOf }: Dimension): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (let code = 1; code <= size; code++) names.set(foldValue(nameOf(code)), nameOf(code));
  return names;
}

const isPerson = ({ name }: Dimension): boolean =>
  name === 'agent' || (fieldsOf.tickets as Record<string, string>)[name] === 'person';

interface Unknown {
  readonly value: string;
  readonly column: number;
  readonly near: string | null;
  readonly has?: readonly string[];
}

function unknown({ name }: Dimension, { value, column, near, has }: Unknown): DeskstatError {
  const field = name.replace(/^column:/, '');
  const quoted = near !== null && /[^\p{L}\p{M}\p{N}_-]/u.test(near) ? `"${near}"` : near;
  const args = {
    field,
    value,
    column,
    has,
    try: quoted === null ? sentence('hint.show_values', { name }) : `${name} = ${quoted}`,
  };
  return new DeskstatError({ code: 'filter_value_unknown', args }, 2);
}
