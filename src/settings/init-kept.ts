import { isMap, isScalar, LineCounter, parseDocument, stringify } from 'yaml';
import { matchesFile } from './file-pattern.ts';
import { parseYaml } from './yaml-tree.ts';

/** A settings file that is written anew, and what was said anew for it. */
export interface Rewritten {
  /** The text that stands there. */
  readonly old: string;
  /** Its name, for messages. */
  readonly file: string;
  /** The files that were looked at: entries about others stay. */
  readonly paths: readonly string[];
  /** Settings that were typed: they stand as typed. */
  readonly typed: readonly string[];
}

/**
 * The text of `init` with what somebody wrote into the file before: hours, policies, checks and all else that no file of
 * data says stays, as it was written and with its remarks; `files:` is written anew for the files that were looked at.
 * @throws {DeskstatError} exit 2, at line and column, for an old file that is no YAML: nothing of it could be kept.
 */
export function keptFrom(made: string, { old, file, paths, typed }: Rewritten): string {
  parseYaml(old, file);
  const sections = sectionsOf(old);
  let lines = made.trimEnd().split('\n');
  const known = new Set(lines);
  for (const [key, section] of sections) {
    if (key === 'files' || typed.includes(key)) continue;
    const kept = withoutExamples(section, known);
    const [from, to] = placeOf(key, lines);
    // What stands above the place already is not said twice.
    const above = remarksAbove(from, lines);
    const remarks = kept.findIndex((line) => !line.startsWith('#'));
    const fresh = kept.filter((line, i) => i >= remarks || !above.includes(line));
    lines = [...lines.slice(0, from), ...fresh, ...lines.slice(to)];
  }
  return `${withEntries(lines, otherEntries(old, paths)).join('\n')}\n`;
}

/** The lines of each setting, remarks right above it included. */
function sectionsOf(text: string): ReadonlyMap<string, readonly string[]> {
  const counter = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: counter });
  if (!isMap(contents)) return new Map();
  const lines = text.split(/\r?\n/);
  const isInBraces = contents.flow === true;
  const starts = contents.items.flatMap(({ key, value }) => {
    if (!isScalar(key) || !key.range) return [];
    let line = counter.linePos(key.range[0]).line - 1;
    const whole = isInBraces
      ? stringify({ [String(key.value)]: value })
          .trimEnd()
          .split('\n')
      : null;
    while (line > 0 && lines[line - 1].startsWith('#')) line--;
    return [{ name: String(key.value), line, whole }];
  });
  return new Map(
    starts.map(({ name, line, whole }, i) => [name, whole ?? lines.slice(line, starts[i + 1]?.line)]),
  );
}

/** A section without blank lines at its end, and without paragraphs of examples that `init` writes anyway. */
function withoutExamples(section: readonly string[], known: ReadonlySet<string>): string[] {
  const paragraphs = section
    .join('\n')
    .split(/\n(?:[ \t]*\n)+/)
    .map((paragraph) => paragraph.split('\n'));
  const isRemark = (lines: readonly string[]): boolean => lines.every((line) => /^#|^\s*$/.test(line));
  return paragraphs
    .filter((lines, i) => i === 0 || !isRemark(lines) || !lines.some((line) => known.has(line)))
    .flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]))
    .join('\n')
    .trimEnd()
    .split('\n');
}

/** Where a setting stands, or is shown as an example, in the lines of `init`; else their end. */
function placeOf(key: string, lines: readonly string[]): readonly [from: number, to: number] {
  const from = lines.findIndex((line) => line.startsWith(`${key}:`) || line.startsWith(`# ${key}:`));
  if (from < 0) return [lines.length, lines.length];
  const isWithin = lines[from].startsWith('#') ? /^# {2,}/ : /^ +/;
  let to = from + 1;
  while (to < lines.length && isWithin.test(lines[to])) to++;
  return [from, to];
}

function remarksAbove(at: number, lines: readonly string[]): readonly string[] {
  let from = at;
  while (from > 0 && lines[from - 1].startsWith('#')) from--;
  return lines.slice(from, at);
}

/** Entries of `files:` about files that were not looked at, as lines. */
function otherEntries(old: string, paths: readonly string[]): readonly string[] {
  const { files } = (parseDocument(old, { merge: true }).toJS() ?? {}) as { files?: unknown };
  const entries = Array.isArray(files) ? (files as readonly { readonly match?: unknown }[]) : [];
  const others = entries.filter(
    ({ match }) => typeof match === 'string' && !paths.some((path) => matchesFile(match, path)),
  );
  if (others.length === 0) return [];
  return stringify(others)
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`);
}

function withEntries(lines: readonly string[], entries: readonly string[]): readonly string[] {
  if (entries.length === 0) return lines;
  const [from, to] = placeOf('files', lines);
  if (from === lines.length) return [...lines, '', 'files:', ...entries];
  return [...lines.slice(0, to), ...entries, ...lines.slice(to)];
}
