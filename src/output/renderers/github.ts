import type { CheckResult } from '../../model/check.ts';
import type { Locale } from '../locales/index.ts';
import { wordCheck } from './check-words.ts';

/** GitHub shows ten annotations of a step and drops the rest without a word. */
export const mostAnnotations = 10;

const levels: Readonly<Record<CheckResult['verdict'], 'error' | 'warning' | null>> = {
  fail: 'error',
  undecided: 'error',
  unavailable: 'error',
  no_data: 'error',
  too_few: 'warning',
  pass: null,
};

/**
 * Workflow commands for the results that did not pass, at most ten. What does not fit follows as plain lines, which
 * the log keeps.
 *
 * @param results the worst first
 */
export function* githubLines(results: readonly CheckResult[], locale: Locale): Iterable<string> {
  let shown = 0;
  for (const result of results) {
    const { verdict, title, detail } = wordCheck(result, locale);
    const level = levels[result.verdict];
    if (level !== null && shown < mostAnnotations) {
      shown++;
      yield `::${level} title=${escapeProperty(`${verdict}: ${title}`)}::${escapeData(detail)}\n`;
    } else yield `${safeLine(`${verdict}: ${title}: ${detail}`)}\n`;
  }
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** A line of the log that the runner cannot take for a command. */
function safeLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/^(\s*)(::|##\[)/, '$1 $2');
}
