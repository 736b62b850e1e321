import path from 'node:path';
import type { Problem } from '../model/problem.ts';
import type { Fit } from '../model/problem-words.ts';
import { findSettings } from '../settings/find.ts';
import type { Io } from './io.ts';

/** What is known of a run once its options have been read. */
export interface RunOptions {
  readonly lang?: string;
  readonly config?: string;
}

/**
 * Words for a failure, in the language of the run; null for English, whose words are at hand. A language that cannot
 * be told, as there is none of that name or the settings cannot be read, is English.
 */
export async function failureWords(
  options: RunOptions,
  io: Pick<Io, 'cwd'>,
): Promise<((problem: Problem, fit: Fit) => string) | null> {
  const lang = options.lang ?? (await languageOfSettings(options, io));
  if (lang === undefined || lang === 'en') return null;
  // Loaded for these languages only: English must not pay for them, in a failure either.
  const [{ localeOf }, { blockIn }] = await Promise.all([
    import('./words.ts'),
    import('../output/renderers/problem-words.ts'),
  ]);
  const locale = await localeOf({ lang }).catch(() => null);
  return locale && ((problem, fit) => blockIn(locale, problem, fit));
}

async function languageOfSettings(
  { config }: RunOptions,
  { cwd }: Pick<Io, 'cwd'>,
): Promise<string | undefined> {
  try {
    const file = config === undefined ? findSettings(cwd, null).file : path.resolve(cwd, config);
    if (file === null) return undefined;
    const { loadConfig } = await import('../settings/load.ts');
    return (await loadConfig(file)).config.lang;
  } catch {
    return undefined;
  }
}
