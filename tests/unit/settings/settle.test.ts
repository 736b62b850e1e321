import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../src/settings/load.ts';
import { type Flags, settle } from '../../../src/settings/settle.ts';

const none: Flags = { kinds: new Map() };
const run = (yaml: string, flags: Partial<Flags> = {}) =>
  settle({
    command: 'report',
    flags: { ...none, ...flags },
    config: parseConfig(yaml, 'deskstat.yaml').config,
  });

describe('settling a run', () => {
  it('takes flags before the file and the file before the defaults', () => {
    expect(run('').minGroup).toBeNull();
    expect(run('min_group: 5').minGroup).toBe(5);
    expect(run('min_group: 5', { minGroup: 9 }).minGroup).toBe(9);
    expect(run('pseudonyms: true', { pseudonyms: false }).pseudonyms).toBe(false);
    expect(run('').compare).toBe('previous');
    expect(Object.isFrozen(run(''))).toBe(true);
  });

  it('does not cut a typed stretch by the period of the file', () => {
    expect(run('period: last-week').asked.period).toBe('last-week');
    expect(run('period: last-week', { since: '2026-01-01' }).asked).toMatchObject({
      period: null,
      since: '2026-01-01',
    });
  });

  it('pins each table of a file by its stream, the file by the entry that has none', () => {
    const { pinsFor } = run(`files:
  - {match: api.json, stream: tickets, kind: tickets, scale: 1-5}
  - {match: api.json, stream: tickets/comments, kind: messages}
  - {match: '*.json', preset: zendesk}
`);
    const pins = pinsFor('in/api.json');
    expect([pins.preset, pins.kinds.size]).toEqual(['zendesk', 0]);
    expect(pins.streams?.get('tickets')).toMatchObject({ preset: null, scale: '1-5' });
    expect(pins.streams?.get('tickets')?.kinds.get('in/api.json')).toBe('tickets');
    expect(pins.streams?.get('tickets/comments')?.kinds.get('in/api.json')).toBe('messages');
  });

  it('refuses an export that is said to be whole and cut', () => {
    const cutAs = (cut: 'created' | 'touched' | 'solved' | 'open') => () =>
      run('', { complete: true, coverage: { cut, from: null, to: null } });
    for (const cut of ['touched', 'solved', 'open'] as const)
      expect(cutAs(cut)).toThrow(/--complete .+--coverage/);
    expect(cutAs('created')).not.toThrow();
    // What is typed speaks for the whole desk, whatever the file says.
    expect(() => run('files:\n  - {match: a.csv, coverage: open}', { complete: true })).not.toThrow();
  });

  it('gathers how files were cut, and names those that nothing is said of', () => {
    const yaml = `files:
  - {match: a.csv, coverage: {from: 2026-01-01}, complete: true}
  - {match: b.csv, coverage: created}
`;
    expect(run(yaml).coverageFor(['a.csv', 'b.csv'])).toEqual({
      stated: [
        { cut: 'created', from: '2026-01-01', to: null },
        { cut: 'created', from: null, to: null },
      ],
      silent: [],
    });
    expect(run(yaml).coverageFor(['a.csv', 'c.csv']).silent).toEqual(['c.csv']);
    expect(run(yaml).coverageFor(['c.csv'])).toEqual({ stated: [], silent: [] });
    const flag = { coverage: { cut: null, from: null, to: '2026-02-01' }, complete: true };
    expect(run(yaml, flag).coverageFor(['c.csv']).stated).toEqual([
      { cut: 'created', from: null, to: '2026-02-01' },
    ]);
  });
});
