import { en } from './en/index.ts';
import { createLocale, type Locale, type LocaleOptions } from './locale.ts';

export type { Locale, LocaleOptions } from './locale.ts';

/** Every language. English is whole; the others are overlays, loaded only when asked for. */
export const languages = {
  en: async () => en,
  bn: async () => (await import('./bn/index.ts')).bn,
  hi: async () => (await import('./hi/index.ts')).hi,
} as const;

export type LanguageId = keyof typeof languages;
export const languageIds = Object.keys(languages) as readonly LanguageId[];

/** The locale of a language. `english` hands over words that live in other registries (metrics, dimensions). */
export async function loadLocale(id: LanguageId, options: LocaleOptions = {}): Promise<Locale> {
  return createLocale(await languages[id](), en, options);
}

/** English at once, for machine formats and for places that cannot wait. */
export function englishLocale(options: LocaleOptions = {}): Locale {
  return createLocale(en, en, options);
}
