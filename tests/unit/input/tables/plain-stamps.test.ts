import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PlainStamps } from '../../../../src/input/tables/plain-stamps.ts';
import { instantReader } from '../../../../src/time/instant.ts';
import { zone } from '../../../../src/time/zone.ts';

const encoder = new TextEncoder();
const reader = instantReader({ format: 'iso8601', zone: zone('UTC') });

/** What the reader of the column says; the plain one says the same or leaves it to the other. */
function expectAgreement(plain: PlainStamps, text: string): number {
  const bytes = encoder.encode(`,${text},`);
  const value = plain.read(bytes, 1, bytes.length - 1);
  if (value >= 0) expect([text, value]).toEqual([text, reader.read(bytes, 1, bytes.length - 1)]);
  return value;
}

describe('PlainStamps', () => {
  const plain = new PlainStamps(true);

  it('reads stamps of UTC', () => {
    expect(expectAgreement(plain, '2026-01-31T10:20:30Z')).toBe(Date.UTC(2026, 0, 31, 10, 20, 30));
    expect(expectAgreement(plain, '2024-02-29 23:59:59Z')).toBe(Date.UTC(2024, 1, 29, 23, 59, 59));
    expect(expectAgreement(plain, '2024-02-29 23:59:59')).toBe(Date.UTC(2024, 1, 29, 23, 59, 59));
  });

  it('is right on every day of the years in question', () => {
    for (let at = Date.UTC(1972, 0, 1); at < Date.UTC(2101, 0, 1); at += 86_400_000) {
      const text = `${new Date(at + 43_201_000).toISOString().slice(0, 19)}Z`;
      const bytes = encoder.encode(text);
      if (plain.read(bytes, 0, bytes.length) !== at + 43_201_000) expect.fail(text);
    }
  });

  it.each([
    '2023-02-29T10:00:00Z',
    '2026-13-01T10:00:00Z',
    '2026-00-10T10:00:00Z',
    '2026-04-31T10:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T10:60:00Z',
    '2026-01-01T10:00:60Z',
    '2026-01-01T1a:00:00Z',
    '2026-0/-01T10:00:00Z',
    '19/0-01-01T10:00:00Z',
    '2026/01/01T10:00:00Z',
    '1900-01-01T00:00:00Z',
    '1970-01-01T00:00:00Z',
    '2101-01-01T00:00:00Z',
    '2026-01-01T10:00:00+',
    '2026-01-01T10:00Z',
    '',
  ])('leaves %j to the reader of the column', (text) => {
    expect(expectAgreement(plain, text)).toBe(-1);
  });

  it('leaves stamps without a zone alone in a column of another zone', () => {
    const elsewhere = new PlainStamps(false);
    const bytes = encoder.encode('2026-01-31T10:20:30');
    expect(elsewhere.read(bytes, 0, bytes.length)).toBe(-1);
    expect(elsewhere.read(encoder.encode('2026-01-31T10:20:30Z'), 0, 20)).toBe(
      Date.UTC(2026, 0, 31, 10, 20, 30),
    );
  });

  it('never says anything else than the reader of the column, whatever came before', () => {
    const digits = fc.stringMatching(/^[12][09]\d\d-[01]\d-[0-3]\d[T ][0-2]\d:[0-5]\d:[0-5]\dZ?$/);
    const broken = fc.stringMatching(/^[0-9/:;T -]{19}Z?$/);
    const list = fc.array(fc.oneof(digits, broken), { maxLength: 60 });
    fc.assert(
      fc.property(list, (texts) => {
        for (const text of texts) expectAgreement(plain, text);
      }),
    );
  });
});
