import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PlainRowIndex } from '../../../../src/input/formats/csv/row-index.ts';
import { SimdRowIndex } from '../../../../src/input/formats/csv/simd-row-index.ts';
import { StringMarks } from '../../../../src/input/formats/json/string-marks.ts';
import { projectRoot, runScript } from '../../../cli.ts';

// Values read many at once are held against their equals in cell-memory.test.ts, rows in csv-differential.test.ts.

/** Text of the characters that matter, and long stretches without any. */
const text = (marks: readonly string[]): fc.Arbitrary<Buffer> =>
  fc
    .array(fc.oneof(fc.constantFrom(...marks), fc.constantFrom('a', 'é', 'x'.repeat(61), 'y'.repeat(200))), {
      maxLength: 120,
    })
    .map((pieces) => Buffer.from(pieces.join('')));

it('are checked in as they are compiled', async () => {
  const { code, stderr } = await runScript(`${projectRoot}/build.kernels.mjs`, ['--check']);
  expect(stderr).toBe('');
  expect(code).toBe(0);
});

it('find the ends of cells and rows that a loop over bytes finds', () => {
  const texts = text([',', ',', '\n', '\n', '\r\n', '"', '"', '""', '"a, b"', '"\n"', '"c"\r\n', '\r']);
  fc.assert(
    fc.property(texts, fc.boolean(), (bytes, hasQuotes) => {
      const dialect = { delimiter: 0x2c, quote: hasQuotes ? 0x22 : -1, newline: 0x0a };
      const found = [SimdRowIndex.create(dialect), new PlainRowIndex(dialect)].map((index) => {
        if (!index) throw new Error('this machine has no vector instructions for WebAssembly');
        index.reserve(bytes.length);
        index.bytes.set(bytes);
        index.scan(0, bytes.length);
        const { rows, surprise, isFull } = index;
        const ends = [...index.rowEnds.subarray(0, rows)];
        const separators = [...index.separators.subarray(0, (ends.at(-1) ?? -1) + 1)];
        index.release();
        // Both stop in the same row; of its bytes they may blame one or the next.
        return {
          isSurprised: surprise >= 0,
          isFull,
          ends,
          separators,
          lines: [...index.rowLines.subarray(0, rows)],
        };
      });
      expect(found[0]).toEqual(found[1]);
    }),
    { numRuns: 3000 },
  );
});

it('find the marks in JSON that a loop over bytes finds', () => {
  const texts = text(['"', '"', '\\', '\\"', '\n', '\t', ' ', '\u0000', '\u001f', '\u007f', '😀']);
  fc.assert(
    fc.property(texts, fc.nat(70), (bytes, from) => {
      const marks = StringMarks.create();
      if (!marks) throw new Error('this machine has no vector instructions for WebAssembly');
      marks.reserve(bytes.length);
      marks.bytes.set(bytes);
      marks.forget(bytes.length);
      marks.look(from);
      const expected = [...bytes.keys()].filter(
        (at) => at >= from && (bytes[at] === 0x22 || bytes[at] === 0x5c || bytes[at] < 0x20),
      );
      expect([...marks.marks.subarray(0, marks.count)]).toEqual(expected);
      marks.release();
    }),
    { numRuns: 2000 },
  );
});
