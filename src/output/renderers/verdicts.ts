import type { CheckResult, Verdicts } from '../../model/check.ts';
import type { FormatOf } from '../../model/output-formats.ts';
import { targetLines, triedLines } from './check-lists.ts';
import { checkLines, checkMarkdown } from './check-text.ts';
import { githubLines } from './github.ts';
import { junitXml } from './junit.ts';
import type { RenderOptions } from './options.ts';

export interface VerdictsPage extends Pick<RenderOptions, 'locale' | 'color'> {
  readonly zone: string;
  readonly showAgents: boolean;
  /** Lines for people say only what did not pass; a document is whole or not at all. */
  readonly onlyFailed: boolean;
}

/** Writes the verdicts of a check. */
export function renderVerdicts(
  verdicts: Verdicts & { readonly document: Readonly<Record<string, unknown>> },
  format: FormatOf<'verdicts'>,
  page: VerdictsPage,
): Iterable<string> {
  const { locale, onlyFailed } = page;
  const kept = (results: readonly CheckResult[]): readonly CheckResult[] =>
    onlyFailed ? results.filter(({ verdict }) => verdict !== 'pass') : results;
  switch (format) {
    case 'json':
      return [`${JSON.stringify(verdicts.document, null, 2)}\n`];
    case 'junit': {
      const suite = { name: 'deskstat check', timestamp: verdicts.timestamp };
      return [junitXml(verdicts.results, { suite, locale })];
    }
    case 'github':
      return githubLines(kept(verdicts.worstFirst), locale);
    case 'markdown':
    case 'table':
      return pageOf({ ...verdicts, results: kept(verdicts.results) }, format === 'markdown', page);
    default:
      return format satisfies never;
  }
}

/** The verdicts, what was tried, and the targets that were missed or fall due. */
function pageOf(
  { results, trials, lists }: Verdicts,
  isMarkdown: boolean,
  { locale, color = false, zone, showAgents }: VerdictsPage,
): Iterable<string> {
  const lines = isMarkdown ? [checkMarkdown(results, locale)] : checkLines(results, { locale, color });
  const hasGap = isMarkdown || results.length > 0;
  return [
    ...(results.length > 0 ? lines : []),
    ...(trials.length > 0 ? [...(hasGap ? ['\n'] : []), ...triedLines(trials, { locale, isMarkdown })] : []),
    ...targetLines(lists, { zone, locale, showAgents, isMarkdown }),
  ];
}
