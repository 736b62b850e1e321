import { expect, it } from 'vitest';
import type { Translation } from '../../../../src/output/locales/translation.ts';

interface English {
  readonly [code: string]: string;
  readonly count: '{n|ticket|tickets} of {all}';
  readonly none: '–';
}
type Fits<T> = T extends Translation<Pick<English, 'count' | 'none'>> ? true : false;

// The compiler decides: each of these lines is an error where a translation is taken for what it is not.
const whole: Fits<{ count: '{all}টির মধ্যে {n}টি'; none: '–' }> = true;
const plural: Fits<{ count: '{n|एक|कई} / {all}'; none: '–' }> = true;
const lacksGap: Fits<{ count: '{n}টি'; none: '–' }> = false;
const lacksKey: Fits<{ count: '{n} {all}' }> = false;

it('takes what has every key and every gap', () => {
  expect([whole, plural, lacksGap, lacksKey]).toEqual([true, true, false, false]);
});
