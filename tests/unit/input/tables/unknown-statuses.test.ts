import { describe, expect, it } from 'vitest';
import { ask, readFiles } from '../../../desk.ts';

const change = (id: number, hour: number, from: string, to: string): string =>
  `${id},2026-03-0${id}T${String(hour).padStart(2, '0')}:00:00Z,status,${from},${to},ann`;
const log = (rows: readonly string[]): string =>
  ['ticket_id,ts,field,old_value,new_value,actor', ...rows, ''].join('\n');
const story = (id: number, word: string, from: number, to: number): string[] => [
  change(id, 8, '', 'new'),
  change(id, from, 'new', word),
  change(id, to, word, 'solved'),
];

describe('a status that nobody understands', () => {
  it('makes the times in states unavailable, not 0, and is named', async () => {
    const rows = [...story(1, 'Zorb', 9, 12), ...story(2, 'Zorb', 9, 15), ...story(3, 'pending', 9, 15)];
    const { desk } = await readFiles({ 'log.csv': log(rows) });
    for (const metric of ['pending_time', 'on_hold_time', 'requester_wait_time'])
      expect(ask(desk, metric)[0]).toMatchObject({ value: null, status: 'unavailable' });
    // 4, 7 and 7 hours: what does not rest on the states stays.
    expect(ask(desk, 'resolution_time')[0]).toMatchObject({ value: 7 * 3_600_000, n: 3 });
    expect(desk.problems.find(({ code }) => code === 'statuses_unknown')).toMatchObject({
      count: 2,
      args: { values: ['"Zorb"'] },
    });
  });

  it('is one too where the rows tell nothing but the state before and after', async () => {
    const rows = [1, 2, 3].flatMap((id) => [
      `${id},2026-03-0${id}T08:00:00Z,Neu,Zorb`,
      `${id},2026-03-0${id}T12:00:00Z,Zorb,Gelöst`,
    ]);
    const { desk } = await readFiles({ 'log.csv': ['ticket,when,from,to', ...rows, ''].join('\n') });
    expect(ask(desk, 'pending_time')[0]).toMatchObject({ value: null, status: 'unavailable' });
    expect(ask(desk, 'resolution_time')[0]).toMatchObject({ value: 4 * 3_600_000, n: 3 });
  });

  it('stays unknown where other tickets left the desk', async () => {
    const gone = [change(4, 8, '', 'new'), change(4, 9, 'new', 'merged')];
    const rows = [...story(1, 'Zorb', 9, 12), ...story(2, 'Zorb', 9, 15), ...gone];
    const { desk } = await readFiles({ 'log.csv': log(rows) });
    expect(desk.removed).toEqual(new Map([['merged', 1]]));
    expect(ask(desk, 'requester_wait_time')[0]).toMatchObject({ value: null, status: 'unavailable' });
  });

  it('counts as said once it is said', async () => {
    const rows = [...story(1, 'Zorb', 9, 12), ...story(2, 'Zorb', 9, 15)];
    const { desk } = await readFiles({ 'log.csv': log(rows) }, { value: { status: { Zorb: 'on_hold' } } });
    // 3 and 6 hours.
    expect(ask(desk, 'on_hold_time')[0]).toMatchObject({ value: 4.5 * 3_600_000, n: 2 });
  });
});
