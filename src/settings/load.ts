import * as v from 'valibot';
import { DeskstatError } from '../model/problem.ts';
import { type Sentence, sentence } from '../model/sentence.ts';
import { nearest } from '../model/suggest.ts';
import { hasPattern, loadPatterns } from '../query/pattern.ts';
import { configOf, type LoadedConfig } from './config.ts';
import { type ConfigFile, configSchema } from './schema.ts';
import { isMust, must } from './schema-parts.ts';
import { schemaAt, unwrapped } from './schema-walk.ts';
import { readTextFile } from './text-file.ts';
import { type ParsedYaml, parseYaml, type TreePath } from './yaml-tree.ts';

/**
 * Reads a settings file.
 * @throws {DeskstatError} exit 2, at file, line and column.
 */
export async function loadConfig(file: string, name = file): Promise<LoadedConfig> {
  const text = await readTextFile(file);
  if (hasPattern(text)) await loadPatterns();
  return { ...parseConfig(text, name), file };
}

/** Settings from text; `file` is only named in messages. */
export function parseConfig(text: string, file: string): LoadedConfig {
  const yaml = parseYaml(text, file);
  const result = v.safeParse(configSchema, yaml.tree ?? {});
  if (!result.success) throw firstProblem(result.issues, yaml);
  checkReferences(result.output, yaml);
  return {
    file,
    config: configOf(result.output),
    whereOf: (...keys) => yaml.whereOf(keys),
  };
}

type Issue = v.BaseIssue<unknown>;

/**
 * The problem that comes first in the file: one at a time is what a person can mend. What is missing comes after
 * everything else, as a misspelt key is missing too.
 */
function firstProblem(issues: readonly Issue[], yaml: ParsedYaml): DeskstatError {
  const found = issues.map((issue) => problemOf(issue, yaml));
  const place = ({ problem: { code, where } }: DeskstatError): number =>
    (code === 'config_missing' ? 1e12 : 0) + (where?.line ?? 0) * 1e6 + (where?.column ?? 0);
  return found.reduce((first, next) => (place(next) < place(first) ? next : first));
}

function problemOf(issue: Issue, yaml: ParsedYaml): DeskstatError {
  const keys = (issue.path ?? []).map((item) => item.key as string | number);
  const last = issue.path?.at(-1);
  if (Array.isArray(last?.input) && isKeyIssue(issue)) {
    return invalid({ yaml, keys: keys.slice(0, -1), reason: notSettings, found: shortOf(last.input) });
  }
  const parent = schemaAt(configSchema, (issue.path ?? []).slice(0, -1));
  if (last && isKeyIssue(issue) && parent) {
    const known = knownKeys(parent);
    const key = String(last.key);
    if (issue.received === 'undefined') {
      const args = { path: nameOf(keys), try: hintFor(key) };
      return new DeskstatError({ code: 'config_missing', args, where: yaml.whereOf(keys.slice(0, -1)) }, 2);
    }
    const meant = otherNames[key.toLowerCase()] ?? nearest(key, known);
    const args = { key, inside: nameOf(keys.slice(0, -1)), known, try: meant ?? undefined };
    return new DeskstatError({ code: 'config_unknown_key', args, where: yaml.whereOfKey(keys) }, 2);
  }
  return invalid({
    yaml,
    keys,
    reason: reasonOf(issue),
    found: shortOf(issue.input),
    hint: choiceHint(issue),
  });
}

/** What people call settings that have another name here. */
const otherNames: Readonly<Record<string, string>> = {
  timezone: 'tz',
  time_zone: 'tz',
  zone: 'tz',
  language: 'lang',
  locale: 'lang',
  business_hours: 'hours',
  working_hours: 'hours',
  policies: 'sla',
  expectations: 'checks',
  expect: 'checks',
};

const isKeyIssue = (issue: Issue): boolean => {
  const last = issue.path?.at(-1) as { origin?: string } | undefined;
  return (
    last?.origin === 'key' || (issue.type === 'strict_object' && /^never$|^"/.test(issue.expected ?? ''))
  );
};

const notSettings = sentence('must.settings');

/** The schema hands over codes; what it knows no code for, valibot says in its own words. */
function reasonOf(issue: Issue): Sentence | string {
  if (issue.type === 'strict_object') return notSettings;
  const { message } = issue;
  if (message === must('one_of')) return sentence('must.one_of', { choices: choicesOf(issue).join(', ') });
  return isMust(message) ? sentence(message) : message;
}

/** What an entry of a closed list may be. */
const choicesOf = (issue: Issue): readonly string[] =>
  (issue.expected ?? '').match(/"[^"]*"/g)?.map((choice) => choice.slice(1, -1)) ?? [];

function choiceHint(issue: Issue): string | undefined {
  if (issue.type !== 'picklist' || typeof issue.input !== 'string') return undefined;
  return nearest(issue.input, choicesOf(issue)) ?? undefined;
}

function knownKeys(schema: v.GenericSchema): readonly string[] {
  const inner = unwrapped(schema);
  if ('entries' in inner) return Object.keys(inner.entries as object);
  const keys = 'key' in inner ? (inner.key as { options?: readonly string[] }) : {};
  return keys.options ?? [];
}

const hints: Readonly<Record<string, string>> = {
  match: "match: 'tickets-*.csv'",
  hours: 'hours: Mon-Fri 09:00-18:00',
  name: 'name: Urgent',
  targets: 'targets: {first_response: 4h}',
  expect: 'expect: csat >= 90%',
};
const hintFor = (key: string): string | undefined => hints[key];

function shortOf(input: unknown): string | undefined {
  if (input === undefined) return undefined;
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** `sla[0].targets.first_response`, counted from 0 as in the JSON Schema. */
function nameOf(keys: TreePath): string {
  return keys
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index > 0 ? '.' : ''}${key}`))
    .join('');
}

interface Invalid {
  readonly yaml: ParsedYaml;
  readonly keys: TreePath;
  readonly reason: Sentence | string;
  readonly found?: string;
  readonly hint?: string;
}

function invalid({ yaml, keys, reason, found, hint }: Invalid): DeskstatError {
  const args = {
    path: keys.length > 0 ? nameOf(keys) : sentence('word.whole_file'),
    reason,
    found,
    try: hint,
  };
  return new DeskstatError({ code: 'config_invalid', args, where: yaml.whereOf(keys) }, 2);
}

/** What one part says of another: calendars that are named must exist, an alias has one owner. */
function checkReferences(written: ConfigFile, yaml: ParsedYaml): void {
  const calendars = [...(written.calendars?.keys() ?? [])];
  const needCalendar = (name: string | undefined, keys: TreePath): void => {
    if (name === undefined || calendars.includes(name)) return;
    const hint = nearest(name, calendars) ?? (calendars.length > 0 ? calendars.join(', ') : 'calendars:');
    throw invalid({ yaml, keys, reason: sentence('mistake.unknown_calendar'), found: name, hint });
  };
  for (const [index, policy] of (written.sla ?? []).entries()) {
    needCalendar(policy.calendar, ['sla', index, 'calendar']);
  }
  for (const [name, group] of written.groups ?? []) {
    needCalendar(group.calendar, ['groups', name, 'calendar']);
  }
  const people = [...(written.agents ?? [])];
  refuseSharedAliases({ section: 'agents', entries: people, yaml });
  const groups = [...(written.groups ?? [])].map(([name, { aliases = [] }]) => [name, aliases] as const);
  refuseSharedAliases({ section: 'groups', entries: groups, yaml });
}

function refuseSharedAliases(given: {
  readonly section: string;
  readonly entries: readonly (readonly [string, readonly string[]])[];
  readonly yaml: ParsedYaml;
}): void {
  const { section, entries, yaml } = given;
  const owners = new Map<string, string>();
  for (const [name, aliases] of entries) {
    for (const alias of aliases) {
      const owner = owners.get(alias);
      if (owner !== undefined && owner !== name) {
        const reason = sentence('mistake.alias_taken', { alias, owner });
        throw invalid({ yaml, keys: [section, name], reason });
      }
      owners.set(alias, name);
    }
  }
}
