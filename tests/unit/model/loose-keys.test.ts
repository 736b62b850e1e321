import { describe, expect, it } from 'vitest';
import { mailOf, matchLoosely } from '../../../src/model/loose-keys.ts';

const pairs = (here: string[], there: string[]): [string, string][] => [
  ...(matchLoosely(here, there)?.pairs ?? []),
];

describe('matchLoosely', () => {
  it.each([
    [
      ['zd-1', 'zd-2'],
      ['ZD-1', 'ZD-2', 'ZD-3'],
    ],
    [
      ['1026', '1027'],
      ['00001026', '00001027'],
    ],
    [
      ['T-1001', 'T-1002'],
      ['1001', '1002'],
    ],
    [
      ['1,026', '12,027'],
      ['1026', '12027'],
    ],
    [
      ['5003000000D8cuIAAR', '5003000000D8cuJAAR'],
      ['5003000000D8cuI', '5003000000D8cuJ'],
    ],
    [['Omar <omar@example.com>'], ['OMAR@EXAMPLE.COM']],
    [
      ['3.0', '4.0'],
      ['3', '4'],
    ],
  ])('%j and %j', (here, there) => {
    expect(pairs(here, there)).toEqual(here.map((key, index) => [key, there[index]]));
  });

  it('pairs nothing where a key could mean two', () => {
    expect(pairs(['1001'], ['A-1001', 'B-1001'])).toEqual([]);
    expect(pairs(['1'], ['01', '001'])).toEqual([]);
    // Two words before the number are two kinds of things.
    expect(pairs(['INC1001', 'INC1002'], ['REQ1001', 'REQ1002'])).toEqual([]);
    expect(pairs(['Cust_1001', 'Cust_1002'], ['CUST-1001', 'CUST-1002'])).toHaveLength(2);
    // Salesforce's ids differ by case alone.
    expect(pairs(['5003000000d8cui'], ['5003000000D8cuI', '5003000000D8cUi'])).toEqual([]);
  });
});

it('mailOf', () => {
  expect(mailOf('Omar <Omar@Example.com>')).toBe('omar@example.com');
  expect(mailOf('omar')).toBeNull();
});
