import { describe, expect, it } from 'vitest';
import { initConfig } from '../../../src/settings/init.ts';
import { keptFrom } from '../../../src/settings/init-kept.ts';
import { parseConfig } from '../../../src/settings/load.ts';

const made = initConfig({ files: [] });
const kept = (
  old: string,
  paths: readonly string[] = ['tickets.csv'],
  typed: readonly string[] = [],
): string => keptFrom(made, { old, file: 'deskstat.yaml', paths, typed });

describe('what init --force keeps', () => {
  const old = `tz: Asia/Dhaka
period: last-month

# Winter hours, agreed with the shop.
hours: Mon-Fri 09:00-18:00
holidays:
  - 2026-12-25 # Christmas

sla:
  - name: Urgent
    when: priority = urgent

    targets: {first_response: 1h}
checks: [backlog <= 200]
title: Acme
files:
  - match: tickets-*.csv
    kind: tickets
  - match: surveys.csv
    kind: surveys
`;

  it('is hours, policies, checks and everything that no file says, with its remarks, each once', () => {
    const text = kept(old);
    for (const part of [
      'tz: Asia/Dhaka',
      'period: last-month',
      '# Winter hours, agreed with the shop.\nhours: Mon-Fri 09:00-18:00',
      'holidays:\n  - 2026-12-25 # Christmas',
      '    when: priority = urgent\n\n    targets: {first_response: 1h}',
      'checks: [backlog <= 200]',
      'title: Acme',
    ])
      expect(text.split(part).length, part).toBe(2);
    const { config } = parseConfig(text, 'deskstat.yaml');
    expect(config.sla.map(({ name }) => name)).toEqual(['Urgent']);
    expect(text).not.toContain('# checks:');
    expect(text).toContain('# book:');
  });

  it('are entries about files that were not looked at', () => {
    const text = kept(old, ['tickets-2026-11.csv']);
    expect(parseConfig(text, 'deskstat.yaml').config.files.map(({ match }) => match)).toEqual([
      'surveys.csv',
    ]);
  });

  it('is not what was typed anew', () => {
    expect(kept(old, [], ['tz'])).not.toContain('Asia/Dhaka');
  });

  it('does not grow: what is written over twice is the same', () => {
    const once = kept(old);
    expect(kept(once)).toBe(once);
    expect(kept(made)).toBe(made);
  });

  it('is kept from a file in braces too', () => {
    const { config } = parseConfig(kept('{tz: Asia/Dhaka, checks: [backlog <= 200]}\n'), 'deskstat.yaml');
    expect(config.checks).toHaveLength(1);
  });

  it('is nothing of a file that is no YAML: that is an error with its place', () => {
    expect(() => kept('tz: [\n')).toThrow(/deskstat\.yaml:/);
  });
});
