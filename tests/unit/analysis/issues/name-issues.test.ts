import { describe, expect, it } from 'vitest';
import { findIssues, type TextSource } from '../../../../src/analysis/issues/index.ts';

function subjects(...texts: readonly string[]): TextSource {
  return { rows: texts.length, subject: (row) => texts[row], description: () => '' };
}

/** Names of the issues in so many tickets of each subject; `#` becomes a number that differs from ticket to ticket. */
function namesOf(counts: Readonly<Record<string, number>>): string[] {
  const texts = Object.entries(counts).flatMap(([text, times]) =>
    Array.from({ length: times }, (_, i) => text.replace('#', String(481_000 + 37 * i))),
  );
  return findIssues({ texts: subjects(...texts) }).issues.map(({ label }) => label);
}

const crashes = {
  'App crashes on start': 14,
  'App crashes since the update': 12,
  'The app crashes when I open it': 12,
};

const places = 'Turin Lisbon Bergen Kyiv Malmo Gdansk Porto Cork Bilbao Split Varna Brno Graz Lviv'.split(
  ' ',
);

/** Problems of several wordings each, so that the words of one issue are no common ones. */
const others = Object.fromEntries(
  ['printer is jammed', 'projector shows no picture', 'heating stays cold', 'window does not close'].flatMap(
    (fault) =>
      places.flatMap((place) => [
        [`${fault} in ${place}`, 1],
        [`the ${fault} at our office ${place}`, 1],
      ]),
  ),
);

describe('nameIssues', () => {
  it('takes no phrase that goes on in one way', () => {
    const names = namesOf({
      'Refund not received': 12,
      'My refund not received yet': 9,
      'Refund not received for order #': 12,
      ...crashes,
    });
    expect(names).toContain('Refund not received');
  });
  it('leaves masked numbers out, with the words that lead to them', () => {
    const names = namesOf({ 'Need an invoice for order #': 30, ...crashes });
    expect(names.join('; ')).not.toMatch(/number|for order$|\[/i);
    expect(names.some((name) => /invoice$/i.test(name))).toBe(true);
  });
  it('ends no name in a negation, preposition or auxiliary', () => {
    const names = namesOf({
      'Basket has not arrived': 10,
      'Basket has not been delivered': 10,
      'Where is my basket': 10,
      'The basket has not come': 10,
      ...crashes,
    });
    for (const name of names) expect(name).not.toMatch(/\b(not|has|been|is|my|for|on|the|when|since)$/i);
  });
  it('names a Bengali issue by a sentence that its verb completes', () => {
    const names = namesOf({
      'পার্সেল এখনো আসেনি': 14,
      'আমার পার্সেল এখনো আসেনি': 12,
      'পার্সেল কবে আসবে': 12,
      ...crashes,
    });
    const name = names.find((each) => each.includes('পার্সেল'));
    expect(name).toMatch(/(আসেনি|আসবে)$/u);
  });
  it('writes what was shouted in small letters, and I large', () => {
    const names = namesOf({ 'PAYMENT FAILED BUT MONEY DEDUCTED': 20, 'how do i change my pin': 20 });
    expect([...names].sort()).toEqual(['How do I change my pin', 'Payment failed but money deducted']);
  });
  it('gives two issues no name that says the same', () => {
    const names = namesOf({
      'Login code does not arrive': 15,
      'Login code not received': 15,
      'Login page is empty': 15,
      'Login page does not load': 15,
    });
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });
  it('leaves manners out at the bounds of a sentence', () => {
    const names = namesOf({ 'Please cancel my plan': 20, 'hi I want to see my bill please': 20 });
    expect([...names].sort()).toEqual(['Cancel my plan', 'I want to see my bill']);
  });
  it('begins no name with what joins it from behind in Hindi, and breaks none off', () => {
    const names = namesOf({
      '# minute ke liye timer set kare': 15,
      'Subah ke liye timer set kare': 8,
      'Kal ke liye timer set kare': 8,
      'mujhe bolo ki parcel kahan hai aur': 20,
    });
    for (const name of names) expect(name).not.toMatch(/^(liye|ke|ki|ko) | (ki|aur)$/i);
  });
  it('may end where tickets go on differently', () => {
    const names = namesOf({
      ...Object.fromEntries(places.map((place) => [`Please book a flight to ${place}`, 2])),
      ...Object.fromEntries(places.map((place) => [`I want to book a flight to ${place}`, 1])),
      ...others,
    });
    expect(names).toContain('Book a flight');
  });
  it('prefers words that many tickets hold', () => {
    const names = namesOf({
      ...Object.fromEntries(places.map((place) => [`${place} weather forecast`, 2])),
      ...Object.fromEntries(places.map((place) => [`is the weather cold or warm at ${place}`, 1])),
      'how will the weather be': 1,
      ...others,
    });
    const name = names.find((each) => /weather/i.test(each)) ?? '';
    for (const place of places) expect(name).not.toContain(place);
  });
  it('denies nothing that most tickets want', () => {
    const names = namesOf({
      'No need to confirm my reservation': 6,
      'I need to confirm my reservation for dinner': 7,
      'Can you confirm my reservation at the grill': 7,
      'I need you to confirm the reservation': 7,
      ...others,
    });
    const name = names.find((each) => /reservation/i.test(each)) ?? '';
    expect(name).not.toMatch(/\bno\b/i);
    expect(namesOf({ 'Refund not received': 30, ...crashes })).toContain('Refund not received');
  });
  it('swears in no name and in no term', () => {
    const texts = [
      ...Array.from({ length: 12 }, () => 'Fucking basket lost again'),
      ...Array.from({ length: 12 }, () => 'App crashes on start'),
    ];
    const { issues } = findIssues({ texts: subjects(...texts) });
    expect(issues.map(({ label }) => label)).toContain('Basket lost again');
    expect(issues.flatMap(({ terms }) => terms).join(' ')).not.toMatch(/fuck/i);
  });
  it('adds no second phrase that one ticket says', () => {
    const once = [
      'Dashboard takes ages',
      'Wrong numbers in the weekly chart',
      'Segment lost its members',
      'Images missing in preview',
    ];
    const names = namesOf({
      ...Object.fromEntries(once.map((text) => [text, 1])),
      'Journey mail not sent': 2,
    });
    for (const name of names)
      for (const text of once) expect(name.includes(' / ') && name.includes(text), name).toBe(false);
  });
});

describe('a form whose texts are choices', () => {
  it('is called by what most tickets chose', () => {
    const names = namesOf({
      'Noise: Construction Before/After Hours': 46,
      'Noise: Construction Equipment': 4,
      'Air conditioning equipment': 20,
      'Blocked Driveway': 30,
    });
    expect(names).toContain('Construction Before/After Hours');
    expect(names).not.toContain('Construction Equipment');
  });
  it('is not one problem with another for a little word that both hold', () => {
    const names = namesOf({
      'New monitor for': 50,
      'Password reset for': 50,
      'Mailbox full': 50,
      'Badge not working': 50,
      'Outlook keeps crashing': 50,
      'Printer toner is empty': 50,
    });
    expect(names).toHaveLength(6);
  });
});
