import type { SchemaTree } from 'hyparquet';

/** A column as recognition sees it: a value of a record, or one of a structure within it. */
export interface Leaf {
  /** Its path, with dots: `requester.email`. */
  readonly name: string;
  /** The column of the file in which it lies. */
  readonly top: string;
  /** The value as the text of a cell; '' where it is missing. */
  textOf(record: Readonly<Record<string, unknown>>): string;
}

/** What parts the values of a list, as in lists of JSON. */
const LIST_SEPARATOR = '\u001f';

/** The columns of a file, those of structures in their place. */
export function leavesOf(schema: SchemaTree): Leaf[] {
  return schema.children.flatMap((child) => leavesUnder(child, [child.element.name]));
}

function leavesUnder(tree: SchemaTree, path: readonly string[]): Leaf[] {
  const { element, children } = tree;
  const isValue = children.length === 0 || isRepeated(tree);
  if (!isValue) return children.flatMap((child) => leavesUnder(child, [...path, child.element.name]));
  const isLocal = element.logical_type?.type === 'TIMESTAMP' && !element.logical_type.isAdjustedToUTC;
  const perSecond = timeUnit(tree);
  return [
    {
      name: path.join('.'),
      top: path[0],
      textOf(record) {
        let value: unknown = record;
        for (const step of path) value = (value as Record<string, unknown> | null)?.[step];
        if (perSecond !== null && (typeof value === 'number' || typeof value === 'bigint'))
          return timeText(Number(value) / perSecond);
        const text = textOf(value);
        return isLocal && text.endsWith('Z') ? text.slice(0, -1) : text;
      },
    },
  ];
}

const units = { MILLIS: 1e3, MICROS: 1e6, NANOS: 1e9 } as const;

/** Parts of a second in which a time of day is counted; null for what is none. */
function timeUnit({ element: { logical_type: type, converted_type: older } }: SchemaTree): number | null {
  if (type?.type === 'TIME') return units[type.unit];
  if (older === 'TIME_MILLIS') return units.MILLIS;
  return older === 'TIME_MICROS' ? units.MICROS : null;
}

/** Lists and maps: one cell. */
const isRepeated = ({ element }: SchemaTree): boolean =>
  element.repetition_type === 'REPEATED' ||
  ['LIST', 'MAP', 'MAP_KEY_VALUE'].includes(element.converted_type ?? '') ||
  ['LIST', 'MAP'].includes(element.logical_type?.type ?? '');

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' && Number.isNaN(value)) return '';
  if (typeof value !== 'object') return String(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (Array.isArray(value) && value.every((each) => each === null || typeof each !== 'object'))
    return value.map(textOf).join(LIST_SEPARATOR);
  return JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? String(inner) : inner));
}

/** Seconds since midnight as `hh:mm:ss`. */
function timeText(seconds: number): string {
  const two = (part: number): string => String(Math.floor(part)).padStart(2, '0');
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}
