import { describe, expect, it } from 'vitest';
import { nearest } from '../../../src/model/suggest.ts';

describe('the nearest candidate', () => {
  const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

  it('of a number is the same number written otherwise, and no other', () => {
    expect(nearest('7', hours)).toBe('07');
    expect(nearest(' 007', hours)).toBe('07');
    for (const word of ['24', '25', '-1', '70', '1.5x']) expect(nearest(word, hours), word).toBeNull();
    expect(nearest('1', ['low', 'high'])).toBeNull();
  });

  it('of a word is one within a few letters', () => {
    expect(nearest('Mondy', ['Monday', 'Sunday'])).toBe('Monday');
    expect(nearest('first_respons', ['first_response_time', 'created'])).toBe('first_response_time');
    expect(nearest('tier1', ['tier_1'])).toBe('tier_1');
  });
});
