import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { commandList } from '../../src/cli/command-list.ts';
import { flagOf, type Setting, type SettingKey, settings } from '../../src/settings/table.ts';

// The list of settings in docs/settings.md is made from the table of settings. UPDATE=1 writes it.

const document = path.join(import.meta.dirname, '../../docs/settings.md');

function defaultOf({ default: value, type }: Setting): string {
  if (value === undefined || value === null) return '';
  return type === 'share' ? `${100 * Number(value)}%` : String(value);
}

const names = commandList.map(({ name }) => name);
/** Commands that read files, and those of them that measure. */
const reading: readonly string[] = settings.tz.commands;
const measuring: readonly string[] = settings.sla.commands;

const groups: readonly (readonly [name: string, commands: readonly string[]])[] = [
  ['all that read files', reading],
  ['all that measure', measuring],
];

function commandsOf({ commands }: Setting): string {
  const heeding: readonly string[] = commands;
  const group = groups.find(([, all]) => all.every((each) => heeding.includes(each)));
  const more = heeding.filter((each) => !group?.[1].includes(each));
  return [group?.[0] ?? [], more.sort((a, b) => names.indexOf(a) - names.indexOf(b))].flat().join(', ');
}

function reference(): string {
  const rows = (Object.keys(settings) as SettingKey[]).map((key) => {
    const setting: Setting = settings[key];
    const flag = setting.flag === null ? '' : `\`${flagOf(key)}\``;
    const figures = setting.changes === 'figures' ? 'yes' : 'no';
    return `| \`${setting.yaml}\` | ${flag} | ${defaultOf(setting)} | ${setting.about} | ${commandsOf(setting)} | ${figures} |`;
  });
  return [
    '| setting | flag | default | what it is | commands | changes figures |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

it('docs/settings.md lists every setting as the table has it', () => {
  const text = readFileSync(document, 'utf8');
  const made = text.replace(
    /(<!-- settings -->\n)[\s\S]*?(<!-- \/settings -->)/,
    (_, start, end) => `${start}\n${reference()}\n\n${end}`,
  );
  if (process.env.UPDATE) writeFileSync(document, made);
  else expect(text).toBe(made);
});
