import type { Config } from '../config/config.ts';
import { type LanguageId, languageIds } from '../output/locales/index.ts';
import { usageError } from './option-values.ts';

/** The language of what people read: the option's, else the settings', else English; never the machine's. */
export function languageOf(options: { readonly lang?: string }, config: Pick<Config, 'lang'>): LanguageId {
  const asked = options.lang ?? config.lang ?? 'en';
  const found = languageIds.find((id) => id === asked);
  if (found) return found;
  throw usageError(`--lang can be ${languageIds.join(', ')}, and got "${asked}"`, '--lang en');
}
