import { metrics } from '../analysis/metrics/index.ts';
import { unavailableTexts } from '../analysis/metrics/unavailable.ts';
import { reasonTexts } from '../model/problem-texts.ts';
import { englishLocale, type Locale, loadLocale } from '../output/locales/index.ts';
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

/** English that lives elsewhere: of metrics and why one is unavailable, and why a row or a value is left out. */
function englishElsewhere(): Readonly<Record<string, string>> {
  const ofMetrics = metrics.flatMap(({ id, name, definition, source }) => [
    [`metric.${id}`, name],
    [`metric.${id}.definition`, definition],
    [`metric.${id}.source`, source],
  ]);
  // As in the other languages, without the hint at an export that would have what is missing.
  const because = Object.entries(unavailableTexts).map(([code, text]) => [
    `because.${code}`,
    text.split('; ')[0],
  ]);
  const reasons = Object.entries(reasonTexts).map(([code, text]) => [`problem.reason.${code}`, text]);
  return Object.fromEntries([...ofMetrics, ...because, ...reasons]);
}
