import { describe, expect, it } from 'vitest';
import type { TextSource } from '../../../../src/analysis/issues/index.ts';
import { cutAtPeople, maskPeople, nameCut } from '../../../../src/analysis/issues/mask-people.ts';
import { learnPeople, noPeople } from '../../../../src/analysis/issues/people.ts';

interface Row {
  readonly subject: string;
  readonly people: readonly string[];
}

function sourceOf(rows: readonly Row[]): TextSource {
  return {
    rows: rows.length,
    subject: (row) => rows[row].subject,
    description: () => '',
    people: (row) => rows[row].people,
  };
}

describe('learnPeople', () => {
  it('knows the words of names and of addresses before the @', () => {
    const people = learnPeople(
      sourceOf([{ subject: 'Printer', people: ['Maria Quintal', 'jonas.feldner@example.com'] }]),
    );
    expect([...people.names].sort()).toEqual(['feldner', 'jonas', 'maria', 'quintal']);
  });
  it('takes no id, team or role for a name', () => {
    const people = learnPeople(
      sourceOf([{ subject: 'Printer', people: ['customer-17', 'Support Team', 'agent_4@example.com', ''] }]),
    );
    expect([...people.names]).toEqual([]);
  });
  it('lets words pass that the tickets of others write in small letters', () => {
    const others = ['the card was blocked', 'my card is lost', 'a new card please'].map((subject) => ({
      subject,
      people: ['Ada Byron'],
    }));
    const people = learnPeople(sourceOf([{ subject: 'hello', people: ['Rose Card'] }, ...others]));
    expect(people.names.has('card')).toBe(false);
    expect(people.names.has('rose')).toBe(true);
    // Two in a row, with capitals, are the person all the same.
    expect(maskPeople('Parcel of Rose Card is late', people)).toBe('Parcel of [name] is late');
    expect(maskPeople('my card is late', people)).toBe('my card is late');
  });
  it('takes small letters alone for no proof: chats and many scripts know no others', () => {
    const chats = ['casimir told me to wait', 'still no answer from casimir', 'casimir hung up'].map(
      (subject) => ({
        subject,
        people: ['Ada Byron'],
      }),
    );
    const people = learnPeople(sourceOf([{ subject: 'hello', people: ['Casimir Throckmorton'] }, ...chats]));
    expect(people.names.has('casimir')).toBe(true);
  });
  it('takes what stands beside roles alone for a word once a ticket of others uses it as one', () => {
    const people = learnPeople(
      sourceOf([
        { subject: 'a warehouse is closed', people: ['Ada Byron'] },
        { subject: 'New employee hire, having problems', people: ['Joe Employee'] },
        { subject: 'casimir was slow', people: ['Problem Coordinator'] },
        { subject: 'x', people: ['Warehouse Team', 'Agent Casimir', 'Tools User'] },
      ]),
    );
    expect([...people.names].sort()).toEqual(['ada', 'byron', 'casimir', 'joe', 'tools']);
  });
  it('does not count what people say in their own tickets', () => {
    const own = Array.from({ length: 5 }, () => ({ subject: 'maria here', people: ['Maria Quintal'] }));
    expect(learnPeople(sourceOf(own)).names.has('maria')).toBe(true);
  });
});

describe('names that texts give themselves', () => {
  const named = (text: string): string[] => [
    ...learnPeople({ rows: 1, subject: () => 'Help', description: () => text }).names,
  ];
  it.each([
    ['The parcel is late.\n\nBest regards,\nCuthbert Wimpole', ['cuthbert', 'wimpole']],
    ['Die Rechnung fehlt.\nViele Grüße\nLeopoldine Haxthausen', ['leopoldine', 'haxthausen']],
    ['Please help\n-- \nPhilomena Drizzlecomb\nHead of Things', ['philomena', 'drizzlecomb']],
    ['Dr. Evadne Spofforth told me to write', ['evadne', 'spofforth']],
    ['मेरा नाम कुन्दनिका वर्मेश है, लॉगिन नहीं हो रहा।', ['कुन्दनिका', 'वर्मेश']],
    ['আমি কুহেলিকা চৌধুরানী বলছি, রিফান্ড পাইনি।', ['কুহেলিকা', 'চৌধুরানী']],
    ['Thanks\nThe Support Team', []],
    ['Her full name is Philippa Wrenfield', ['philippa', 'wrenfield']],
    ['My plan is bought, the plan name is Basic', []],
    ['Windows 10 does not start.\nPlease send\nSomebody Else', []],
  ])('%j', (text, names) => {
    expect(named(text)).toEqual(names);
  });
  it('knows possessives and lists of several people', () => {
    const people = learnPeople(
      sourceOf([{ subject: 'x', people: ['Åsa Lind <asa@example.com>; Bo Quixworthy'] }]),
    );
    expect(maskPeople("Quixworthy's and Åsas invoice", people)).toBe("[name]'s and [name] invoice");
  });
});

describe('names that no column holds', () => {
  it.each([
    ['Call from Mr. Alan Turing about paper', 'Call from Mr. [name] about paper'],
    ['Nachricht für Frau Müller', 'Nachricht für Frau [name]'],
    ['my name is Ada Lovelace and I wait', 'my name is [name] and I wait'],
    ['Message from Grace Hopper', 'Message from [name]'],
    ['Transfer from Spain fails', 'Transfer from Spain fails'],
  ])('%s', (text, masked) => {
    expect(maskPeople(text, noPeople)).toBe(masked);
  });
  it('ends a sentence for labels at any capitalised word after from', () => {
    expect(cutAtPeople('Transfer from Spain fails', noPeople)).toBe(`Transfer ${nameCut} fails`);
  });
});
