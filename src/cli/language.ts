import { sentence } from '../model/sentence.ts';
import { type LanguageId, languageIds } from '../output/locales/index.ts';
import { usageError } from '../settings/option-values.ts';

/** The language of what people read, which is never the machine's. */
export function languageOf(asked: string): LanguageId {
  const found = languageIds.find((id) => id === asked);
  if (found) return found;
  throw usageError(
    sentence('mistake.unknown_language', { languages: languageIds.join(', '), typed: asked }),
    '--lang en',
  );
}
