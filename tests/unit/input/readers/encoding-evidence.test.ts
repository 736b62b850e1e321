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

  it('takes no blanks that do not break for the á of DOS, where letters stand beside them', () => {
    const people = Array.from({ length: 20 }, (_, i) => `customer${i % 8}@example.com`);
    const cells = people.map((address, i) => (i % 3 === 0 ? `\u00a0${address}\u00a0` : address));
    const text = ['Kunde,Priorität,Gelöst am', ...cells.map((cell) => `${cell},hoch,2026-03-02`)].join('\n');
    expect(likeliestEncoding(Buffer.from(text, 'latin1'))).toBe('windows-1252');
    const dos = Buffer.from(
      'Estado,Ciudad\nEst\u00a0 bien,Bogot\u00a0\nM\u00a0s tarde,M\u0082rida\nResoluci\u00a2n,C\u00a0diz\n',
      'latin1',
    );
    expect(likeliestEncoding(dos)).toBe('cp850');
  });
});
