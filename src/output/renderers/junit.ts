import type { CheckResult } from '../../model/check.ts';
import type { Locale } from '../locales/index.ts';
import { wordCheck } from './check-words.ts';

/** What stands on the suite besides its cases. */
export interface JunitSuite {
  readonly name: string;
  /** Local time without offset, `2026-11-08T23:59:00`: as-of, so that the same data give the same bytes. */
  readonly timestamp: string;
}

/**
 * The results as a JUnit file, one testcase a segment: fail and undecided → failure, no data and unavailable → error, too few →
 * skipped. Keeps to the strictest schema in use (windyroad's JUnit.xsd), which CI servers' own ones take in.
 */
export function junitXml(
  results: readonly CheckResult[],
  { suite, locale }: { readonly suite: JunitSuite; readonly locale: Locale },
): string {
  const count = (...verdicts: readonly CheckResult['verdict'][]): number =>
    results.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const attributes = {
    id: '0',
    name: suite.name,
    package: 'deskstat',
    timestamp: suite.timestamp,
    hostname: 'localhost',
    tests: String(results.length),
    failures: String(count('fail', 'undecided')),
    errors: String(count('no_data', 'unavailable')),
    skipped: String(count('too_few')),
    time: '0',
  };
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    `  <testsuite${attributesText(attributes)}>`,
    '    <properties/>',
    ...results.flatMap((result) => caseLines(result, locale)),
    '    <system-out/>',
    '    <system-err/>',
    '  </testsuite>',
    '</testsuites>',
  ];
  return `${lines.join('\n')}\n`;
}

function caseLines(result: CheckResult, locale: Locale): string[] {
  const { title, detail, verdict } = wordCheck(result, locale);
  const attributes = attributesText({ name: title, classname: `deskstat.${result.metric}`, time: '0' });
  const message = `${verdict}: ${detail}`;
  switch (result.verdict) {
    case 'pass':
      return [`    <testcase${attributes}/>`];
    case 'too_few':
      return [
        `    <testcase${attributes}>`,
        `      <skipped${attributesText({ message })}/>`,
        '    </testcase>',
      ];
    default: {
      const element = result.verdict === 'fail' || result.verdict === 'undecided' ? 'failure' : 'error';
      const about = attributesText({ message, type: result.verdict });
      return [
        `    <testcase${attributes}>`,
        `      <${element}${about}>${escapeXml(`${title}: ${detail}`)}</${element}>`,
        '    </testcase>',
      ];
    }
  }
}

function attributesText(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** XML 1.0 knows no control characters but tab, line feed and carriage return, no lone surrogates, no U+FFFE and U+FFFF. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"']/g, (mark) => entities[mark])
    .replace(/[\t\n\r]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
