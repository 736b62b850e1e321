import { type Problem, textOf } from '../../model/problem.ts';
import { asIs, type Fit, fitOfDetails } from '../../model/problem-words.ts';
import type { Locale } from '../locales/index.ts';
import { problemPhrase } from '../locales/problem-phrase.ts';
import { displayWidth, pad } from './display-width.ts';

/** `warning: tickets.csv: …`: a problem in one line, in the words of a language. */
export function headIn(locale: Locale, problem: Problem): string {
  return `${locale.message(`said.${problem.severity}`)}: ${locale.phrase(problemPhrase(problem))}`;
}

/** The narrowest column of labels: as wide as the widest English one. */
const narrowest = 11;

/**
 * A problem in the house's shape, as `problemBlock` has it in English: the sentence, then labelled details in two
 * columns. What is to be typed stays as it is.
 */
export function blockIn(locale: Locale, problem: Problem, fitted: Fit = asIs): string {
  const told = textOf(problem).details ?? [];
  const fits = fitOfDetails(told, fitted);
  const details = told.map(
    ([label, text]) => [label === '' ? '' : labelIn(locale, label), locale.say(text)] as const,
  );
  const { lines = [], count = 0 } = problem;
  if (lines.length > 0) {
    const more = count > lines.length ? ', …' : '';
    details.push([labelIn(locale, 'lines'), `${lineNumbers(locale, lines)}${more}`]);
  }
  const width = Math.max(narrowest, ...details.map(([label]) => displayWidth(label)));
  const rows = details.map(
    ([label, text], i) => `  ${pad(label, width)} ${(fits[i] ?? fitted)(text, width + 3)}`,
  );
  return [fitted(headIn(locale, problem), 2), ...rows].join('\n');
}

const labelIn = (locale: Locale, label: string): string =>
  locale.message(`said.${label.replaceAll(' ', '_')}`);

/** `3, 12`: line numbers as an editor shows them, without grouping. */
export const lineNumbers = (locale: Locale, lines: readonly number[]): string =>
  lines.map((line) => locale.numbers.plain(line)).join(', ');
