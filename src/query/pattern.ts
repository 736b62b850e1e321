import type { RE2JS } from 're2js';

/** A regular expression that is found anywhere in a text, in any case. */
export interface Pattern {
  test(text: string): boolean;
}

/** Longest pattern that is taken. */
const longest = 1000;
let engine: typeof RE2JS | null = null;

/**
 * Loads the engine of patterns. It goes through a text once and never back (RE2), so that no pattern can hold a run up;
 * few runs have a pattern, and the others do not pay for it.
 */
export async function loadPatterns(): Promise<void> {
  engine ??= (await import('re2js')).RE2JS;
}

/** Whether a text may hold a filter with a pattern. */
export const hasPattern = (text: string): boolean => /\bmatches\b/i.test(text);

/**
 * Compiles a pattern of `matches`, after `loadPatterns`. Lookarounds and references to groups are not to be had without
 * going back.
 *
 * @throws Error for one that is invalid, that needs them, or that is too long
 */
export function compilePattern(source: string): Pattern {
  if (!engine) throw new Error('patterns are compiled before their engine is loaded');
  if (source.length > longest) throw new Error(`longer than ${longest} characters`);
  return engine.compile(source, engine.CASE_INSENSITIVE);
}

/** Why a pattern cannot be used, or null for one that can. */
export function patternError(source: string): string | null {
  try {
    compilePattern(source);
    return null;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).replace(/^error parsing regexp: /, '');
  }
}
