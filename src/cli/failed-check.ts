import { type FormatOf, formatsOf } from '../model/output-formats.ts';
import { type Problem, placeOf, textOf } from '../model/problem.ts';
import type { OutputPin } from '../settings/option-types.ts';
import { emit } from './emit.ts';
import type { Io } from './io.ts';

type Format = FormatOf<'verdicts'>;

/**
 * A check that came to no verdict (wrong usage, unusable input) writes what was asked for all the same: an annotation, a
 * JUnit file with an error, a JSON object, so that whatever reads them says why the build is red. People read stderr.
 * The command line is looked at as it was typed, since it may be what is wrong: no file that it names, other than as an
 * output, is written over, and none at all where a file that was read is what an output named.
 */
export async function writeFailedCheck(
  problem: Problem,
  { argv, code, io }: { readonly argv: readonly string[]; readonly code: number; readonly io: Io },
): Promise<void> {
  const asked = askedOutputs(argv);
  const output = problem.code === 'output_is_input' ? [] : asked.output;
  const failure: Failure = { problem, code, place: placeOf(problem.where) };
  await emit({
    options: { format: asked.format ?? undefined, output, quiet: asked.format === null },
    content: 'verdicts',
    inputs: otherWords(argv),
    io,
    render: async (format) => [render(format as Format, failure)],
  }).catch(() => {
    // Where the outputs themselves are what is wrong, stderr has said so.
  });
}

interface Asked {
  readonly format: Format | null;
  readonly output: readonly OutputPin[];
}

function askedOutputs(argv: readonly string[]): Asked {
  let format: Format | null = null;
  const output: OutputPin[] = [];
  argv.forEach((arg, at) => {
    const value = optionValue(arg, argv[at + 1]);
    if (value === null) return;
    if (/^--format(?:=|$)/.test(arg))
      format = formatsOf('verdicts').find((known) => known === value) ?? format;
    else output.push(pinOf(value));
  });
  return { format, output };
}

/** What may name a file that is read: every word but those of outputs, and what stands behind an equals sign. */
function otherWords(argv: readonly string[]): readonly string[] {
  const words = argv.filter(
    (word, at) => optionValue(word, argv[at + 1]) === null && !isBareOutput.test(argv[at - 1] ?? ''),
  );
  return words.flatMap((word) => [word, word.slice(word.indexOf('=') + 1)]);
}

const isBareOutput = /^(?:--format|--output|-o)$/;

/** The value of an option that names a format or a file; null for any other argument. */
function optionValue(arg: string, next: string | undefined): string | null {
  const joined = /^(?:--(?:format|output)=|-o(?=.))(.*)$/s.exec(arg);
  if (joined) return joined[1];
  return isBareOutput.test(arg) ? (next ?? null) : null;
}

function pinOf(text: string): OutputPin {
  const pin = /^([a-z]+)=(.*)$/s.exec(text);
  return pin ? { format: pin[1], file: pin[2] } : { format: null, file: text };
}

interface Failure {
  readonly problem: Problem;
  readonly code: number;
  readonly place: string;
}

function render(format: Format, failure: Failure): string {
  const { problem, code, place } = failure;
  const { what, details = [] } = textOf(problem);
  const whole = place ? `${place}: ${what}` : what;
  const more = details.map(([label, text]) => `${label} ${text}`.trim());
  switch (format) {
    case 'json':
      return `${JSON.stringify({ schema: 'deskstat.check/1', passed: false, checks: [], error: { code: problem.code, exit: code, place: place || null, message: what, details: more } }, null, 2)}\n`;
    case 'github':
      return annotation(problem, { what, more });
    case 'junit':
      return junit(whole, { code: problem.code, text: [whole, ...more].join('\n') });
    default:
      return `**${whole}**\n${more.map((line) => `\n- ${line}`).join('')}\n`;
  }
}

function annotation(
  { where }: Problem,
  { what, more }: { readonly what: string; readonly more: readonly string[] },
): string {
  const escaped = (text: string): string =>
    text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const at = [
    ...(where?.file ? [`file=${property(where.file)}`] : []),
    ...(where?.line === undefined ? [] : [`line=${where.line}`]),
    ...(where?.column === undefined ? [] : [`col=${where.column}`]),
    'title=deskstat check',
  ];
  return `::error ${at.join(',')}::${escaped([what, ...more].join('\n'))}\n`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function junit(message: string, { code, text }: { readonly code: string; readonly text: string }): string {
  const escaped = (raw: string): string =>
    raw
      .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
      .replace(/[&<>"']/g, (mark) => entities[mark])
      .replace(/[\t\n\r]/g, (mark) => `&#${mark.charCodeAt(0)};`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    '  <testsuite id="0" name="deskstat check" package="deskstat" timestamp="1970-01-01T00:00:00" hostname="localhost" tests="1" failures="0" errors="1" skipped="0" time="0">',
    '    <properties/>',
    '    <testcase name="deskstat check" classname="deskstat.check" time="0">',
    `      <error message="${escaped(message)}" type="${escaped(code)}">${escaped(text)}</error>`,
    '    </testcase>',
    '    <system-out/>',
    '    <system-err/>',
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}
