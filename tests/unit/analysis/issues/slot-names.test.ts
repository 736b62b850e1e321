import { describe, expect, it } from 'vitest';
import { findIssues, maskPeople, type TextSource } from '../../../../src/analysis/issues/index.ts';
import { namesInSlots } from '../../../../src/analysis/issues/slot-names.ts';

const subjects = (...texts: readonly string[]): TextSource => ({
  rows: texts.length,
  subject: (row) => texts[row],
  description: () => '',
});
const found = (...texts: readonly string[]): string[] =>
  namesInSlots(
    subjects(...texts),
    Int32Array.from(texts, (_, row) => row),
  );

const firstNames = [
  'Balthazar',
  'Ottoline',
  'Peregrine',
  'Thaddeus',
  'Cosima',
  'Evander',
  'Fenella',
  'Jocasta',
];
const lastNames = ['Wimpole', 'Crabtree', 'Farthing', 'Jellicoe', 'Netherby', 'Umpleby', 'Tattersall'];
const people = Array.from({ length: 56 }, (_, i) => `${firstNames[i % 8]} ${lastNames[i % 7]}`);
const problems = ['Printer toner is empty/#', 'Badge not working #', '#: mailbox full', 'New monitor for #'];

describe('names in subjects that are otherwise the same', () => {
  it.each(problems)('are found: %s', (problem) => {
    expect(found(...people.map((name) => problem.replace('#', name)))).toEqual(people);
  });
  it('are none where what stands there comes again, or too few subjects tell', () => {
    const products = ['Adobe Reader', 'Google Chrome', 'Visual Studio'];
    expect(found(...Array.from({ length: 30 }, (_, i) => `Install ${products[i % 3]} on laptop`))).toEqual(
      [],
    );
    expect(found(...people.slice(0, 5).map((name) => `Badge not working ${name}`))).toEqual([]);
    expect(found(...people)).toEqual([]);
  });
  it('stand in no name, word, example or book of an issue', () => {
    const texts = people.flatMap((name) => problems.map((problem) => problem.replace('#', name)));
    const { issues, people: known } = findIssues({ texts: subjects(...texts) });
    expect(issues).toHaveLength(problems.length);
    const said = issues.flatMap(({ label, terms, typical }) => [
      label,
      ...terms,
      ...typical.map((row) => maskPeople(texts[row], known)),
    ]);
    for (const word of [...firstNames, ...lastNames])
      expect(said.join('\n')).not.toMatch(new RegExp(word, 'i'));
  });
});
