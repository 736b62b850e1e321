import type { Engine } from './engine.ts';

export type SqlType = keyof Engine['types'];
export type Literal = string | number | null;

/** Constants as an engine reads them: every one has a type of its own, null too. */
export class Literals {
  /** Tables of constants can be written as one. */
  readonly hasValues: boolean;
  readonly #types: Engine['types'];

  constructor({ types, hasValues }: Pick<Engine, 'types' | 'hasValues'>) {
    this.#types = types;
    this.hasValues = hasValues;
  }

  text(value: string | null): string {
    return value === null ? this.#none('text') : `'${value.replaceAll("'", "''")}'`;
  }

  integer(value: number | null): string {
    return value === null ? this.#none('integer') : `cast(${value} as ${this.#types.integer})`;
  }

  /** All digits of the double, so that the engine computes with the same one. */
  double(value: number | null): string {
    return value === null || !Number.isFinite(value)
      ? this.#none('double')
      : `cast('${value}' as ${this.#types.double})`;
  }

  asDouble(expression: string): string {
    return `cast(${expression} as ${this.#types.double})`;
  }

  asInteger(expression: string): string {
    return `cast(${expression} as ${this.#types.integer})`;
  }

  of(value: Literal, type: SqlType): string {
    if (type === 'text') return this.text(value === null ? null : String(value));
    return type === 'integer' ? this.integer(value as number | null) : this.double(value as number | null);
  }

  #none(type: SqlType): string {
    return `cast(null as ${this.#types[type]})`;
  }
}

/** A table of constants, as every engine takes it. */
export function constants(
  literals: Literals,
  columns: Readonly<Record<string, SqlType>>,
  rows: readonly Readonly<Record<string, Literal>>[],
): string {
  const names = Object.keys(columns);
  if (rows.length > 0 && literals.hasValues) {
    const lines = rows.map(
      (row) => `(${names.map((name) => literals.of(row[name], columns[name])).join(', ')})`,
    );
    return `select * from (values\n    ${lines.join(',\n    ')}\n  ) as given (${names.join(', ')})`;
  }
  const line = (row: Readonly<Record<string, Literal>>): string =>
    `select ${names.map((name) => `${literals.of(row[name], columns[name])} as ${name}`).join(', ')}`;
  if (rows.length > 0) return rows.map(line).join('\n  union all ');
  const none = Object.fromEntries(names.map((name) => [name, null]));
  return `select * from (${line(none)}) as nothing where 1 = 0`;
}
