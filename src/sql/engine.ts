/** An engine as far as its SQL differs from that of the others. */
export interface Engine {
  readonly id: string;
  readonly name: string;
  /** Whether the text was run there, or only parsed in its dialect. */
  readonly proven: 'run' | 'parsed';
  /** A column whose name the engine may keep for itself. */
  quote(name: string): string;
  readonly types: { readonly text: string; readonly integer: string; readonly double: string };
  /** Whether `values` makes a table; otherwise a select a row does. */
  readonly hasValues: boolean;
  /** Hint in a select whose rows are kept before they are put in order, where an engine computes them twice for that. */
  readonly keptHint?: string;
  /** Text in the order of its code points, whatever the engine orders by. */
  ordered(text: string): string;
  /** Where the Parquet files of a folder lie; null where tables alone can be asked. */
  files(glob: { readonly observations: string; readonly critical: string }): {
    readonly observations: string;
    readonly critical: string;
  } | null;
}

/** Double quotes around names, doubled inside them: the standard. */
export const doubleQuoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Backticks around names. */
export const backticked = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

export const standardTypes = { text: 'varchar', integer: 'bigint', double: 'double' } as const;
