import { Chalk } from 'chalk';
import type { CheckResult, CheckVerdict } from '../../model/check.ts';
import type { Locale } from '../locales/index.ts';
import { wordCheck } from './check-words.ts';
import { displayWidth } from './display-width.ts';
import { pipeTable } from './markdown.ts';
import { escapeMarkdown, oneLine } from './neutralise.ts';

const verdictColor = {
  pass: 'green',
  fail: 'red',
  undecided: 'red',
  too_few: 'yellow',
  no_data: 'yellow',
  unavailable: 'red',
} as const satisfies Record<CheckVerdict, string>;

/** One line a result, for a terminal or a log: verdict, expectation, value and limit, n and period. */
export function* checkLines(
  results: readonly CheckResult[],
  { locale, color }: { readonly locale: Locale; readonly color: boolean },
): Iterable<string> {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const words = results.map((result) => wordCheck(result, locale));
  const width = Math.max(0, ...words.map(({ verdict }) => displayWidth(verdict)));
  for (const [index, { verdict, title, detail }] of words.entries()) {
    const mark = chalk[verdictColor[results[index].verdict]](verdict);
    yield `${mark}${' '.repeat(width - displayWidth(verdict))}  ${oneLine(`${title}: ${detail}`)}\n`;
  }
  yield `\n${summaryLine(results, locale)}\n`;
}

/** `2 of 5 checks failed, 1 without data`; where none failed, `5 checks: 1 without data` or `5 checks passed`. */
export function summaryLine(results: readonly CheckResult[], locale: Locale): string {
  const count = (wanted: CheckVerdict): number => results.filter(({ verdict }) => verdict === wanted).length;
  const total = results.length;
  const failed = count('fail');
  const parts = (['undecided', 'unavailable', 'no_data', 'too_few'] as const).flatMap((verdict) => {
    const n = count(verdict);
    return n === 0 ? [] : [locale.message(`check.also.${verdict}`, { n })];
  });
  if (failed > 0) return [locale.message('check.failed', { failed, total }), ...parts].join(', ');
  if (parts.length === 0) return locale.message('check.passed', { total });
  return locale.message('check.of', { total, parts: parts.join(', ') });
}

/** How many failed, then the results as a Markdown table, for pull requests and step summaries. */
export function checkMarkdown(results: readonly CheckResult[], locale: Locale): string {
  const label = (code: string): string => locale.message(code);
  const heads = [
    label('check.verdict'),
    label('check.expectation'),
    label('ui.value'),
    label('check.limit'),
    'n',
    label('ui.period'),
    label('ui.note'),
  ];
  const rows = results.map((result) => {
    const { verdict, title, value, limit, period } = wordCheck(result, locale);
    const cells = [
      `${verdictMark[result.verdict]} ${verdict}`,
      title,
      value,
      limit,
      locale.numbers.number(result.n),
      period,
      result.reason === null ? '' : locale.say(result.reason),
    ];
    return cells.map(escapeMarkdown);
  });
  const sides = ['left', 'left', 'right', 'right', 'right', 'left', 'left'] as const;
  return `**${escapeMarkdown(summaryLine(results, locale))}**\n\n${pipeTable(heads, sides, rows)}\n`;
}

const verdictMark: Readonly<Record<CheckVerdict, string>> = {
  pass: '✅',
  fail: '❌',
  undecided: '❓',
  too_few: '◻',
  no_data: '⚠',
  unavailable: '⚠',
};
