import { describe, expect, it } from 'vitest';
import { contactsKnownUntil } from '../../../../src/analysis/metrics/windows.ts';
import { ask, DAY, HOUR, readFiles } from '../../../desk.ts';

const monday = Date.UTC(2026, 0, 5);
const stamp = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

/** Twelve weeks of ten tickets a day by 90 people in turn: each writes again after nine days. */
function desk(lateClose: number): Record<string, string> {
  const rows = Array.from({ length: 84 * 10 }, (_, i) => {
    const at = monday + Math.floor(i / 10) * DAY + (8 + (i % 10)) * HOUR;
    // The newest of all takes long to be closed: it alone says when the export was made.
    const solved = i === 839 ? at + lateClose : at + 2 * HOUR;
    return `${i},${stamp(at)},${stamp(solved)},solved,p${i % 90}@example.com`;
  });
  return { 'tickets.csv': `id,created_at,solved_at,status,requester_email\n${rows.join('\n')}\n` };
}

describe('who wrote again', () => {
  it('is not known behind the last ticket of an export that was made weeks later', async () => {
    // Tickets end on 29 March, as-of is 28 April: windows of 30 days are over by 29 March for those up to 27 February.
    const { desk: late } = await readFiles(desk(30 * DAY));
    const [repeated] = ask(late, 'repeat_contact_rate', { period: '2026-02' });
    expect(repeated).toMatchObject({ value: 1 });
    expect(ask(late, 'repeat_contact_rate', { period: '2026-03' })[0]).toMatchObject({ value: null, n: 0 });
    // 23 to 29 March: who comes back within seven days of it could not be seen.
    expect(ask(late, 'no_repeat_rate', { period: '2026-W13' })[0]).toMatchObject({ value: null, n: 0 });
    expect(ask(late, 'no_repeat_rate', { period: '2026-W12' })[0]).toMatchObject({ value: 1 });
  });

  it('is known up to as-of where the desk was quiet for the last day or two alone', async () => {
    // The last ticket of 29 March 17:00, closed 40 hours later: of a window of 30 days a twentieth may be missing.
    const { desk: quiet } = await readFiles(desk(40 * HOUR));
    // Windows are over by 31 March 09:00 for those up to 1 March 09:00: of 90 people the first ticket of March each,
    // the 10 of 1 March and none later; two of them (8 and 9 o'clock) are judged.
    expect(ask(quiet, 'repeat_contact_rate', { period: '2026-03' })[0]).toMatchObject({ value: 1, n: 2 });
    // Without the quiet day: windows are over by 30 March, of nobody who came in March.
    const { desk: late } = await readFiles(desk(10 * DAY));
    expect(ask(late, 'repeat_contact_rate', { period: '2026-03' })[0]).toMatchObject({ value: null, n: 0 });
  });

  it('is not known behind an end that was stated, however few tickets come there', async () => {
    const { desk: read } = await readFiles(desk(40 * HOUR));
    const bulkTo = monday + 84 * DAY;
    const stated = {
      ...read,
      coverage: { ...read.coverage, bulkTo, pinned: true, arrivals: new Float64Array(168) },
    };
    // 33 hours lie behind it: more than a tenth of seven days, less than a tenth of thirty.
    expect(contactsKnownUntil(stated, 7 * DAY)).toBe(bulkTo);
    expect(contactsKnownUntil(stated, 30 * DAY)).toBe(stated.asOf);
  });

  it.each([
    ['on one day of a list of days', '2026-01-05', '2026-01-05'],
    ['in one minute', '2026-01-05 09:10', '2026-01-05 09:10'],
    ['a week later', '2026-01-05 09:10', '2026-01-12 09:10'],
  ])('is somebody who wrote twice %s', async (_, first, second) => {
    const late = '2026-03-01 09:00';
    const rows = [
      `1,${first},a@x.example`,
      `2,${second},a@x.example`,
      `3,${first},b@x.example`,
      `4,${late},c@x.example`,
    ];
    const { desk: twice } = await readFiles({
      'tickets.csv': `id,created_at,requester_email\n${rows.reverse().join('\n')}\n`,
    });
    expect(ask(twice, 'repeat_contact_rate')[0]).toMatchObject({ value: 0.5, n: 2 });
  });

  it('is known up to as-of where tickets come up to then', async () => {
    const { desk: current } = await readFiles(desk(6 * HOUR));
    expect(ask(current, 'no_repeat_rate', { period: '2026-W12' })[0]).toMatchObject({ value: 1 });
    expect(ask(current, 'repeat_contact_rate', { period: '2026-02' })[0]).toMatchObject({ value: 1 });
  });
});

describe('the backlog of an export by last update', () => {
  /** Ten weeks of a desk that finishes within a day but for every fiftieth ticket, of which nobody hears again. */
  const rows = (finishes: (i: number) => boolean): string =>
    Array.from({ length: 70 * 10 }, (_, i) => {
      const at = monday + Math.floor(i / 10) * DAY + (8 + (i % 10)) * HOUR;
      const solved = finishes(i) ? stamp(at + 5 * HOUR) : '';
      const touched = finishes(i) ? at + 5 * HOUR : at;
      // Those of the first three weeks are in it because somebody touched them in the newest six.
      if (i < 210 && i % 20 !== 0) return '';
      const updated = i < 210 ? monday + 40 * DAY + i * HOUR : touched;
      return `${i},${stamp(at)},${i < 210 ? stamp(updated) : solved},${stamp(updated)},${solved === '' && i >= 210 ? 'open' : 'solved'}`;
    })
      .filter((row) => row !== '')
      .join('\n');
  const file = (body: string) => ({ 'tickets.csv': `id,created_at,solved_at,updated_at,status\n${body}\n` });

  it('is a lower bound where open tickets lie untouched', async () => {
    const { desk: idle } = await readFiles(file(rows((i) => i % 50 !== 0)));
    expect(idle.coverage.cut).toBe('touched');
    // 250, 300, … 650 are open: nine, of which four were last touched in the first half of seven weeks.
    expect(ask(idle, 'backlog')[0]).toMatchObject({ value: 9, isLowerBound: true });
  });

  it('is known where all that is open was touched lately', async () => {
    const { desk: quick } = await readFiles(file(rows((i) => i < 690)));
    expect(quick.coverage.cut).toBe('touched');
    const [backlog] = ask(quick, 'backlog');
    expect(backlog.value).toBe(10);
    expect(backlog.isLowerBound).toBeFalsy();
  });
});
