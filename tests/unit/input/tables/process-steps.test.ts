import { describe, expect, it } from 'vitest';
import { activityMeaning } from '../../../../src/input/recognition/activity-meaning.ts';
import { ask, HOUR, readFiles } from '../../../desk.ts';

const two = (n: number) => String(n).padStart(2, '0');

/** Ten tickets, a step every two hours from 08:00 on; the last two lack the last step. */
function log(steps: readonly string[], head = 'timestamp,ticket,activity,actor'): Record<string, string> {
  const rows = Array.from({ length: 10 }, (_, k) =>
    steps
      .slice(0, k < 8 ? steps.length : -1)
      .map(
        (step, i) => `2026-03-${two(k + 2)}T${two(8 + 2 * i)}:00:00Z,T${k},${step},${i % 2 ? 'Ben' : 'Ana'}`,
      ),
  );
  return { 'log.csv': `${[head, ...rows.flat()].join('\n')}\n` };
}

describe('steps that carry the noun of what they do something to', () => {
  it.each([
    ['Ticket created', 'Ticket assigned', 'Ticket closed'],
    ['Create ticket', 'Assign ticket', 'Close ticket'],
    ['Case opened', 'Case assigned', 'Case resolved'],
    ['Ticket eröffnet', 'Ticket zugewiesen', 'Ticket geschlossen'],
    ['Ticket créé', 'Ticket affecté', 'Clôture du ticket'],
    ['Creación del ticket', 'Ticket asignado', 'Cerrar el ticket'],
    ['Chamado aberto', 'Chamado atribuído', 'Chamado encerrado'],
    ['Ticket aperto', 'Ticket assegnato', 'Chiusura ticket'],
    ['টিকিট তৈরি', 'টিকিট বরাদ্দকৃত', 'টিকিট বন্ধ করা হয়েছে'],
    ['टिकट बनाया गया', 'टिकट सौंपा गया', 'टिकट बंद किया गया'],
  ])('%s, %s, %s', async (...steps) => {
    const { desk } = await readFiles(log(steps));
    // From 08:00 to 12:00; two of ten are open. A close alone is the solve.
    expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 4 * HOUR, n: 8 });
    expect(ask(desk, 'backlog')[0]).toMatchObject({ value: 2 });
    expect(desk.problems.filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  it.each([
    ['Resolve ticket', 'solved'],
    ['First reply sent', 'first_response'],
    ['Ticket on hold', 'on_hold'],
    ['Ticket reopened', 'open'],
    ['Request cancelled', 'closed'],
    // Something else ends, or somebody asks for an end.
    ['Close task', null],
    ['Resolve SW anomaly', null],
    ['Request to close ticket', null],
    ['Demande de clôture', null],
    ['Closure approved', null],
    ['Ticket not closed', null],
    ['Customer informed', null],
    ['Ticket', null],
  ])('%s: %s', (step, meaning) => expect(activityMeaning(step)).toBe(meaning));
});

describe('a log whose steps say which field changed', () => {
  it('has the state in its new value', async () => {
    const rows = Array.from({ length: 10 }, (_, k) => {
      const at = (hour: number) => `2026-03-${two(k + 2)}T${two(hour)}:00:00Z,T${k}`;
      return [
        `${at(8)},Created,,New,Ana`,
        `${at(9)},Priority changed,Low,High,Ben`,
        `${at(10)},Status changed,New,Open,Ben`,
        ...(k < 8 ? [`${at(13)},Status changed,Open,Solved,Ben`] : []),
      ];
    });
    const text = `timestamp,ticket,activity,old,new,actor\n${rows.flat().join('\n')}\n`;
    const { desk } = await readFiles({ 'log.csv': text });
    expect(ask(desk, 'resolution_time.p50')[0]).toMatchObject({ value: 5 * HOUR, n: 8 });
    expect(ask(desk, 'backlog')[0]).toMatchObject({ value: 2 });
  });
});

describe('a log of which no step is known to end a ticket', () => {
  const steps = ['Intake', 'Analysis', 'Handover'];

  it('does not say what is open', async () => {
    const { desk } = await readFiles(log(steps));
    for (const metric of ['backlog', 'closed_unanswered', 'unanswered'])
      expect(ask(desk, metric)[0], metric).toMatchObject({ value: null, status: 'unavailable' });
    expect(ask(desk, 'backlog')[0].reason?.english).toContain('no step of the log is known to end a ticket');
    expect(ask(desk, 'solved')[0]).toMatchObject({ status: 'unavailable' });
    expect(ask(desk, 'created')[0]).toMatchObject({ value: 10 });
  });

  it('says it where a ticket list beside it does, or every step is understood', async () => {
    const list = Array.from(
      { length: 10 },
      (_, k) => `T${k},2026-03-${two(k + 2)}T08:00:00Z,${k < 8 ? 'Solved' : 'Open'}`,
    );
    const both = { ...log(steps), 'tickets.csv': `Ticket ID,Created at,Status\n${list.join('\n')}\n` };
    expect(ask((await readFiles(both)).desk, 'backlog')[0]).toMatchObject({ value: 2 });
    const { desk } = await readFiles(log(['Created', 'Ticket assigned', 'Ticket reopened']));
    expect(ask(desk, 'backlog')[0]).toMatchObject({ value: 10 });
  });
});
