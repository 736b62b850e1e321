import { describe, expect, it } from 'vitest';
import { likeliestEncoding } from '../../../../src/input/readers/encoding-evidence.ts';
import { encoded } from './encoded.ts';

/** Cells of support desks, encoded by Python 3.11 (`text.encode(codec)`), as base64 beside what they say. */
describe('likeliestEncoding', () => {
  it.each(encoded)('%s: %s', (encoding, _text, base64) => {
    expect(likeliestEncoding(Buffer.from(base64, 'base64'))).toBe(encoding);
  });

  it('is not moved by the order of rows, nor by how often one is there', () => {
    const cells = encoded
      .filter(([encoding]) => encoding === 'shift_jis')
      .map(([, , text]) => Buffer.from(text, 'base64'));
    const lines = (rows: readonly Buffer[]) => Buffer.concat(rows.flatMap((row) => [row, Buffer.from('\n')]));
    expect(likeliestEncoding(lines(cells.toReversed()))).toBe('shift_jis');
    expect(likeliestEncoding(lines([...cells, ...Array(500).fill(cells[0])]))).toBe('shift_jis');
  });
});
