import { describe, expect, it } from 'vitest';
import { isDosText } from '../../../../src/input/readers/dos-code-page.ts';

describe('isDosText', () => {
  // é is 0x82, à 0x85, ü 0x81, ö 0x94, ä 0x84 in code page 850, and 0xE9, 0xE0, 0xFC, 0xF6, 0xE4 in Windows-1252.
  it.each([
    ['French in DOS', 'Num\u0082ro;cr\u0082ation;r\u0082solution', true],
    ['German in DOS', 'gel\u0094scht;Pr\u0081fung;Ger\u0084t', true],
    ['French in Windows', 'Num\u00e9ro;cr\u00e9ation;l\u0092\u00e9tage', false],
    ['German in Windows', 'gel\u00f6scht;Pr\u00fcfung', false],
    ['apostrophes and dashes of Windows', 'don\u0092t;it\u0092s;A\u0097B;x\u0096y', false],
  ])('%s', (_what, text, isDos) => {
    expect(isDosText(Buffer.from(text, 'latin1'))).toBe(isDos);
  });
});
