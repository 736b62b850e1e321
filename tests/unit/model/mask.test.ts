import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskText } from '../../../src/model/mask.ts';

describe('maskText', () => {
  it.each([
    ["Mail bob.o'neil+x@shop.example.com now", 'Mail [email] now'],
    ['see https://shop.example/a?b=1, or www.shop.example', 'see [link] or [link]'],
    ['order 4711-A is late', 'order [number] is late'],
    ['Order number: A12/34 is late', 'Order number: [number] is late'],
    ['#88123 again', '[number] again'],
    ['Bestellnummer 4711 fehlt', 'Bestellnummer [number] fehlt'],
    ['card 4111 1111 1111 1111 declined', 'card [card] declined'],
    ['call +49 (0)30 123 45 67 or 01712-345678', 'call [phone] or [phone]'],
    ['IBAN DE89 3704 0044 0532 0130 00 is mine', 'IBAN [account] is mine'],
    ['INC0012345 and zx81-4423-aa', '[number] and [number]'],
    ['অর্ডার নম্বর ৪৫৬৭৮৯, ফোন ০১৭১২-৩৪৫৬৭৮', 'অর্ডার নম্বর [number], ফোন [phone]'],
    ['मेरा ऑर्डर नंबर १२३४५६ नहीं आया', 'मेरा ऑर्डर नंबर [number] नहीं आया'],
    ['from 10.20.30.40', 'from [number]'],
    ['thanks @bob_smith', 'thanks [handle]'],
  ])('%s', (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });

  it.each([
    'My card is late',
    'error 404 on iPhone14 with 2FA',
    'on 2025-11-03 at 10:30',
    'due 3/11/2025',
    'paid 1,200.50 EUR twice',
    'two times 100 Euro',
    'in order to pay',
    '',
  ])('leaves %s', (text) => {
    expect(maskText(text)).toBe(text);
  });

  it('leaves no run of seven digits, whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.bigInt({ min: 1_000_000n, max: 10n ** 18n }),
        (before, after, number) => {
          expect(maskText(`${before} ${number} ${after}`)).not.toContain(` ${number} `);
        },
      ),
    );
  });

  it('stays fast on long texts', () => {
    const text = `${'1-'.repeat(20_000)} ${'a1'.repeat(20_000)} ${'@'.repeat(20_000)}`;
    expect(maskText(text).length).toBeGreaterThan(0);
  });
});
