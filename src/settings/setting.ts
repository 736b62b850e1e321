import type { FlagType, PlainType, ShapedType } from './types.ts';

/** A setting: where it is written, what it is when nobody says, and which commands heed it. */
export interface Setting {
  /** Its flag, with what stands behind it; null for what only the file can hold. */
  readonly flag: string | null;
  /** What `--help` says of the flag. */
  readonly help?: string;
  /** What `--help` says of the same flag with "no-" before it, which takes back what the file says. */
  readonly negative?: string;
  /** How the flag's text is read, where it is not as the type says. */
  readonly flagType?: FlagType;
  /** A value for the flag that is right, for those who typed a wrong one. */
  readonly flagExample?: string;
  /** Its place in deskstat.yaml; a place in `files` holds for the files (and streams) of an entry. */
  readonly yaml: string;
  readonly type: PlainType | ShapedType;
  /** An entry of the file cannot be without it. */
  readonly required?: boolean;
  /** What holds where neither a flag nor the file says anything. */
  readonly default?: unknown;
  /** What it is about, for editors and documents. */
  readonly about: string;
  /** Values in the file. */
  readonly examples?: readonly unknown[];
  readonly commands: readonly CommandName[];
  /** What it changes: figures, what else a result says, or only how it looks and whether the clock allows it. */
  readonly changes: 'figures' | 'result' | 'looks';
}

/** Commands that measure. */
export const named = [
  'report',
  'metrics',
  'observe',
  'agents',
  'tickets',
  'explain',
  'waiting',
  'check',
  'retention',
  'issues',
] as const;
/** Commands that read files. */
export const reading = [...named, 'inspect', 'init'] as const;
/** Commands that look at periods. */
export const spanned = [
  'report',
  'metrics',
  'sql',
  'agents',
  'tickets',
  'explain',
  'check',
  'issues',
] as const;
export type CommandName = (typeof reading)[number] | 'diff' | 'sql';
