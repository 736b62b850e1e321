import { englishLocale, type Locale, loadLocale } from '../output/locales/index.ts';
import { englishElsewhere } from '../questions/english.ts';
import type { Run } from '../settings/settle.ts';
import { languageOf } from './language.ts';

/** The language of what people read and the English of machine formats. */
export async function wordsOf(
  run: Pick<Run, 'lang'>,
): Promise<{ readonly locale: Locale; readonly machineLocale: Locale }> {
  return {
    locale: await localeOf(run),
    machineLocale: englishLocale({ english: englishElsewhere() }),
  };
}

/** The language of what people read. */
export async function localeOf({ lang }: Pick<Run, 'lang'>): Promise<Locale> {
  return loadLocale(languageOf(lang), { english: englishElsewhere() });
}
