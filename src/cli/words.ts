import { metrics } from '../analysis/metrics/index.ts';
import type { Config } from '../config/config.ts';
import { englishLocale, type Locale, loadLocale } from '../output/locales/index.ts';
import { languageOf } from './language.ts';

/** The language of what people read and the English of machine formats, both with the names of the metrics. */
export async function wordsOf(
  options: { readonly lang?: string },
  config: Pick<Config, 'lang'>,
): Promise<{ readonly locale: Locale; readonly machineLocale: Locale }> {
  const english = Object.fromEntries(
    metrics.flatMap(({ id, name, definition }) => [
      [`metric.${id}`, name],
      [`metric.${id}.definition`, definition],
    ]),
  );
  return {
    locale: await loadLocale(languageOf(options, config), { english }),
    machineLocale: englishLocale({ english }),
  };
}
