import type { DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { dayText, listSeparator, type SqlColumn, stampText } from './engine.ts';

type TypeIds = typeof import('@duckdb/node-api')['DuckDBTypeId'];
type TextOf = (value: DuckDBValue) => string;

/** A column of texts: one of the result, or a part of one of its structures. */
export interface Leaf extends SqlColumn {
  /** Its number in the result. */
  readonly column: number;
  readonly textOf: TextOf;
}

interface Typed {
  readonly api: { readonly DuckDBTypeId: TypeIds };
  readonly type: DuckDBType;
  readonly name: string;
  readonly column: number;
}

/** A column of structures is a column for each part of it, named by its path. */
export function leavesOf({ api, type, name, column }: Typed): readonly Leaf[] {
  const ids = api.DuckDBTypeId;
  const found: Leaf[] = [];
  const visit = (at: DuckDBType, path: readonly string[]): void => {
    if (at.typeId === ids.STRUCT) {
      const { entryNames, entryTypes } = at as Extract<DuckDBType, { typeId: TypeIds['STRUCT'] }>;
      for (const [i, entry] of entryNames.entries()) visit(entryTypes[i], [...path, entry]);
      return;
    }
    const ofType = textsOf(at, ids);
    const textOf: TextOf = (value) => {
      let part: DuckDBValue | undefined = value;
      for (const key of path) part = (part as StructLike | null | undefined)?.entries[key];
      return part === null || part === undefined ? '' : ofType(part);
    };
    found.push({ name: [name, ...path].join('.'), top: name, column, textOf });
  };
  visit(type, []);
  return found;
}

/** Values of the package, by what is looked at: its classes are not loaded here. */
interface StructLike {
  readonly entries: Readonly<Record<string, DuckDBValue>>;
}
interface MicrosLike {
  readonly micros: bigint;
}

function textsOf(type: DuckDBType, ids: TypeIds): TextOf {
  switch (type.typeId) {
    case ids.DATE:
      return (value) => dayText((value as { readonly days: number }).days);
    case ids.TIMESTAMP:
      return (value) => stampText(Number((value as MicrosLike).micros / 1000n), false);
    case ids.TIMESTAMP_TZ:
      return (value) => stampText(Number((value as MicrosLike).micros / 1000n), true);
    case ids.TIMESTAMP_S:
      return (value) => stampText(Number((value as { readonly seconds: bigint }).seconds) * 1000, false);
    case ids.TIMESTAMP_MS:
      return (value) => stampText(Number((value as { readonly millis: bigint }).millis), false);
    case ids.TIMESTAMP_NS:
      return (value) => stampText(Number((value as { readonly nanos: bigint }).nanos / 1_000_000n), false);
    case ids.INTERVAL:
      return (value) => lengthText(value as unknown as IntervalLike);
    case ids.FLOAT:
      return (value) => floatText(value as number);
    case ids.DOUBLE:
      return (value) => (Number.isFinite(value) ? String(value) : '');
    case ids.BLOB:
    case ids.BIT:
      return () => '';
    case ids.LIST:
    case ids.ARRAY:
      return listText(type as Extract<DuckDBType, { typeId: TypeIds['LIST'] | TypeIds['ARRAY'] }>, ids);
    case ids.MAP:
    case ids.UNION:
      return (value) => JSON.stringify(value, plain);
    default:
      return String;
  }
}

/** A list of plain values as they are, of other things as JSON. */
function listText(
  { valueType }: Extract<DuckDBType, { typeId: TypeIds['LIST'] | TypeIds['ARRAY'] }>,
  ids: TypeIds,
): TextOf {
  const isPlain = ![ids.STRUCT, ids.MAP, ids.LIST, ids.ARRAY, ids.UNION].some(
    (id) => id === valueType.typeId,
  );
  const one = textsOf(valueType, ids);
  return (value) => {
    const { items } = value as { readonly items: readonly DuckDBValue[] };
    if (!isPlain) return JSON.stringify(items, plain);
    return items.flatMap((item) => (item === null ? [] : [one(item)])).join(listSeparator);
  };
}

/** Structures as objects, whole numbers of any size as numbers. */
function plain(_: string, value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  const held = value as { readonly entries?: unknown; readonly items?: unknown } | null;
  return held?.entries ?? held?.items ?? value;
}

/** The shortest text that is this number of four bytes. */
function floatText(value: number): string {
  if (!Number.isFinite(value)) return '';
  const short = Number(value.toPrecision(7));
  return String(Math.fround(short) === value ? short : value);
}

interface IntervalLike {
  readonly months: number;
  readonly days: number;
  readonly micros: bigint;
}

/** ISO 8601; without months a length of time in hours, minutes and seconds. */
function lengthText({ months, days, micros }: IntervalLike): string {
  const seconds = Number(micros) / 1e6 + days * 86_400;
  return months === 0 ? `PT${seconds}S` : `P${months}MT${seconds}S`;
}
