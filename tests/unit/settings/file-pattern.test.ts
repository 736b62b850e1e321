import { describe, expect, it } from 'vitest';
import { matchesFile } from '../../../src/settings/file-pattern.ts';

describe('a pattern of files', () => {
  it.each([
    ['tickets (1).csv', 'tickets (1).csv', true],
    ['tickets (?).csv', 'data/tickets (2).csv', true],
    ['a[1].csv', 'a[1].csv', true],
    ['a[1].csv', 'a1.csv', false],
    ['{a,b}.csv', 'a.csv', false],
    ['{a,b}.csv', '{a,b}.csv', true],
    ['!a.csv', 'b.csv', false],
    ['!a.csv', '!a.csv', true],
    ['@tickets+$^.csv', '@tickets+$^.csv', true],
    ['a.csv', 'abcsv', false],
    ['*', '.hidden.csv', true],
    ['*.csv', 'টিকিট.csv', true],
    ['??.csv', 'äö.csv', true],
    ['data/*.csv', '../data/a.csv', true],
    ['../data/*.csv', '../data/a.csv', true],
    ['./data/*.csv', '/home/me/data/a.csv', true],
    ['/home/me/*.csv', '/home/me/a.csv', true],
    ['exports/**/a.csv', 'exports/a.csv', true],
    ['exports/**/a.csv', 'exports/x/y/a.csv', true],
    ['exports/**', 'exports/x/y/a.csv', true],
    ['exports/a**.csv', 'exports/abc.csv', true],
    ['exports/a**.csv', 'exports/ab/c.csv', true],
    ['west/**.csv', 'west/a.csv', true],
    ['data\\*.csv', 'data*.csv', false],
    ['data/*.csv', 'data\\a.csv', true],
  ])('%s means %s: %s', (pattern, file, expected) => {
    expect(matchesFile(pattern, file)).toBe(expected);
  });
});
