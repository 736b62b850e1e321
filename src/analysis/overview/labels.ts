import { channels, fieldsOf, priorities, statuses, weekdayNames } from '../../model/fields.ts';
import { maskText } from '../../model/mask.ts';
import type { Phrase } from '../../model/report.ts';
import type { Dimension } from '../segments/dimension.ts';

const weekdays: readonly string[] = weekdayNames;

/** Values that languages have words for, by dimension. */
const worded: Readonly<Record<string, readonly string[]>> = {
  priority: priorities,
  status: statuses,
  channel: channels,
};

/** Dimensions whose values are people: shown as a letter each, in the order of their names. */
export function isPersonDimension(name: string): boolean {
  return name === 'agent' || (fieldsOf.tickets as Record<string, string>)[name] === 'person';
}

/** How the values of a dimension are named in what is meant to be forwarded: nobody's name, address or number. */
export function labeller(dimension: Dimension): (code: number) => Phrase {
  const { name } = dimension;
  if (isPersonDimension(name)) return personLabeller(dimension);
  return (code) => {
    if (code === 0) return { code: 'ui.no_value' };
    const value = dimension.nameOf(code);
    if (name === 'weekday') return { code: `weekday.${weekdays.indexOf(value) + 1}` };
    if (worded[name]?.includes(value)) return { code: `${name}.${value}` };
    return { data: name.startsWith('column:') || name === 'tags' ? maskText(value) : value };
  };
}

function personLabeller(dimension: Dimension): (code: number) => Phrase {
  const code = dimension.name === 'requester' ? 'person.requester' : 'person.agent';
  const names = new Set<string>();
  for (let each = 1; each <= dimension.size; each++) names.add(dimension.nameOf(each));
  const letters = new Map([...names].sort().map((each, i) => [each, lettersOf(i)]));
  return (each) =>
    each === 0
      ? { code: 'ui.no_value' }
      : { code, args: { letter: letters.get(dimension.nameOf(each)) as string } };
}

/** A, B … Z, AA, AB …: 26 letters without zero, as spreadsheets name columns. */
export function lettersOf(index: number): string {
  let rest = index + 1;
  let letters = '';
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    rest = Math.floor((rest - 1) / 26);
  }
  return letters;
}

/** The order of values that have one of their own; null for others, which stand by size. */
export function ownOrder(name: string): readonly string[] | null {
  if (name === 'priority') return [...priorities].reverse();
  if (name === 'weekday') return weekdays;
  if (name === 'hour') return Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));
  return null;
}
