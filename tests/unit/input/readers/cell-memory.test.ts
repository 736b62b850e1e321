import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SimdRowIndex } from '../../../../src/input/formats/csv/simd-row-index.ts';
import { RowBatch } from '../../../../src/input/readers/row-batch.ts';
import type { CellMemory } from '../../../../src/input/readers/vector/cell-memory.ts';
import * as layout from '../../../../src/input/readers/vector/layout.ts';
import { PlainStamps } from '../../../../src/input/tables/plain-stamps.ts';
import { plainNumber } from '../../../../src/model/number-keys.ts';
import type { CellSink } from '../../../../src/model/source.ts';

const nowhere: CellSink = { cell: () => {}, endRow: () => undefined, rejectRow: () => {} };

/** A memory that holds these cells, one behind the other, as the first column of a batch. */
function memoryOf(cells: readonly string[]): { values: CellMemory; batch: RowBatch; done: () => void } {
  const index = SimdRowIndex.create({ delimiter: 0x2c, quote: 0x22, newline: 0x0a });
  if (!index) throw new Error('this machine has no vector instructions for WebAssembly');
  const text = Buffer.from(cells.join(''));
  index.reserve(text.length);
  index.bytes.set(text);
  const batch = new RowBatch([0], nowhere, index.cells);
  batch.aim(index.bytes);
  let at = 0;
  cells.forEach((cell, i) => {
    batch.starts[i] = at;
    at += Buffer.byteLength(cell);
    batch.ends[i] = at;
  });
  if (!batch.values) throw new Error('the lists are taken');
  return { values: batch.values, batch, done: () => index.release() };
}

const digit = fc.constantFrom(...'0123456789');
const stamp = fc
  .date({ min: new Date('1965-01-01T00:00:00Z'), max: new Date('2104-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}Z`);
/** Stamps with a character changed, with a blank, without Z, with digits out of range. */
const nearly = fc.oneof(
  stamp,
  stamp.map((text) => text.replace('T', ' ')),
  stamp.map((text) => text.slice(0, -1)),
  fc
    .tuple(stamp, fc.nat(19), fc.constantFrom(...'0139-:TZ /.é\u00ff', '٣'))
    .map(([text, at, character]) => text.slice(0, at) + character + text.slice(at + 1)),
  fc
    .tuple(stamp, fc.constantFrom(0, 2, 5, 8, 11, 14, 17), digit, digit)
    .map(([text, at, tens, ones]) => text.slice(0, at) + tens + ones + text.slice(at + 2)),
  fc.constantFrom('', '2', '2024-02-29T00:00:00Z', '2023-02-29T00:00:00Z', '2000-02-29T23:59:59Z'),
);

describe('stamps read many at once', () => {
  it('are those that are read one by one, or left to that', () => {
    fc.assert(
      fc.property(fc.array(nearly, { minLength: 1, maxLength: 40 }), fc.boolean(), (cells, allowsLocal) => {
        const { values, done } = memoryOf(cells);
        const plain = new PlainStamps(allowsLocal);
        const into = new Float64Array(cells.length + 3).fill(-7);
        let at = 0;
        while (at < cells.length) {
          const run = { first: at, count: cells.length - at, stopsAtMissing: false, allowsLocal, into };
          at += values.stamps({ ...run, at: at + 2 });
          if (at < cells.length) {
            // Where it stops, a stamp is written otherwise, or in a year that it leaves to the other reader.
            const bytes = Buffer.from(cells[at]);
            const other = plain.read(bytes, 0, bytes.length);
            expect(other === -1 || cells[at].startsWith('2100')).toBe(true);
            into[2 + at++] = -1;
          }
        }
        cells.forEach((cell, i) => {
          const bytes = Buffer.from(cell);
          if (into[2 + i] === -1) return;
          expect(into[2 + i]).toBe(cell === '' ? Number.NaN : plain.read(bytes, 0, bytes.length));
        });
        expect([into[0], into[1], into[cells.length + 2]]).toEqual([-7, -7, -7]);
        done();
      }),
      { numRuns: 2000 },
    );
  });

  it('are right on every day of the years in question', () => {
    for (let year = 1972; year < 2100; year++) {
      const days: string[] = [];
      for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000)
        days.push(`${new Date(at + 43_201_000).toISOString().slice(0, 19)}Z`);
      const { values, done } = memoryOf(days);
      const into = new Float64Array(days.length);
      const run = { first: 0, count: days.length, stopsAtMissing: true, allowsLocal: false, into, at: 0 };
      expect(values.stamps(run)).toBe(days.length);
      expect([...into]).toEqual(days.map((day) => Date.parse(day)));
      done();
    }
  });

  it('stop at an empty cell when asked to, and at cells that lie elsewhere', () => {
    const { values, batch, done } = memoryOf(['2024-01-01T00:00:00Z', '', '2024-01-02T00:00:00Z']);
    const into = new Float64Array(3);
    const run = { first: 0, count: 3, allowsLocal: false, into, at: 0 };
    expect(values.stamps({ ...run, stopsAtMissing: true })).toBe(1);
    expect(values.stamps({ ...run, stopsAtMissing: false })).toBe(3);
    batch.starts[2] = ~0;
    batch.ends[2] = ~20;
    expect(values.stamps({ ...run, stopsAtMissing: false })).toBe(2);
    done();
  });
});

it('reads plain numbers many at once as one by one', () => {
  const cell = fc.oneof(
    fc.nat({ max: 999_999_999_999_999 }).map(String),
    fc.nat(120).map(String),
    fc.stringMatching(/^[0-9]{1,18}$/),
    fc.constantFrom('', '0', '00', '07', '-1', '1.0', '1e3', ' 1', '12345678901234567', '١', '9/', '9:'),
  );
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 40 }), (cells) => {
      const { values, done } = memoryOf(cells);
      for (let first = 0; first < cells.length; ) {
        const read = [...values.numbers({ first, count: cells.length - first })];
        const plain = cells.slice(first).map((text) => {
          const bytes = Buffer.from(text);
          return plainNumber(bytes, 0, bytes.length);
        });
        const until = plain.indexOf(-1);
        expect(read).toEqual(until < 0 ? plain : plain.slice(0, until));
        first += read.length + 1;
      }
      done();
    }),
    { numRuns: 1000 },
  );
});

describe('codes of values, many at once', () => {
  /** The codes of cells as they are after everything that has a number was learnt; −1 for what has none. */
  const codesOf = (values: CellMemory, run: { first: number; count: number; table: number }): number[] => {
    const into = new Uint32Array(run.count + 1);
    const found = values.codes({ ...run, into, at: 1 });
    if (found === null) return [...into.subarray(1)];
    expect(into.every((code) => code === 0)).toBe(true);
    for (const code of found.subarray(0, run.count))
      if (code < -1) values.learn({ table: run.table, number: -1 - code, code: 2 * (-1 - code) });
    return [...found.subarray(0, run.count)].map((code) => (code < -1 ? 2 * (-1 - code) : code));
  };

  const word = fc.oneof(
    fc.constantFrom('', 'a', 'a\0', 'open', 'Größe', 'x'.repeat(16), 'x'.repeat(17), 'x'.repeat(32)),
    fc.string({ maxLength: 40 }),
  );

  it('are the same where the bytes are the same, numbered in order of appearance', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 300 }), (cells) => {
        const { values, done } = memoryOf(cells);
        const table = values.openTable();
        const known = new Map<string, number>();
        const expected = cells.map((cell) => {
          const length = Buffer.byteLength(cell);
          if (length === 0) return 0;
          if (length > 32) return -1;
          const number = known.get(cell) ?? (known.size < layout.mostValues ? known.size + 1 : -1);
          if (number > 0) known.set(cell, number);
          return number < 0 ? -1 : 2 * number;
        });
        const run = { first: 0, count: cells.length, table };
        expect(codesOf(values, run)).toEqual(expected);
        expect(codesOf(values, run)).toEqual(expected);
        done();
      }),
      { numRuns: 500 },
    );
  });

  it('go up to as many as a table holds, and go on where the run before ended', () => {
    const cells = Array.from({ length: layout.mostValues + 300 }, (_, i) => `value ${i}`);
    const seen: number[] = [];
    for (let from = 0; from < cells.length; from += layout.batchRows) {
      // Another batch of the same file: what was learnt stays.
      const { values, done } = memoryOf(cells.slice(from, from + layout.batchRows));
      const table = from === 0 ? values.openTable() : 0;
      seen.push(
        ...codesOf(values, { first: 0, count: Math.min(layout.batchRows, cells.length - from), table }),
      );
      done();
    }
    expect(seen).toEqual(cells.map((_, i) => (i < layout.mostValues ? 2 * (i + 1) : -1)));
  });

  it('are the same for cells that lie elsewhere, as long as that is in this memory', () => {
    const { values, batch, done } = memoryOf(['a', 'b', 'a', 'b']);
    batch.unescaped.write('ab');
    [batch.starts[2], batch.ends[2], batch.starts[3], batch.ends[3]] = [~1, ~2, ~0, ~1];
    const run = { first: 0, count: 4, table: values.openTable() };
    expect(codesOf(values, run)).toEqual([2, 4, 4, 2]);
    batch.reserve(layout.unescapedRoom + 1);
    expect(batch.unescaped.toString('latin1', 0, 2)).not.toBe('ab');
    expect(codesOf(values, run)).toEqual([2, 4, -1, -1]);
    done();
  });

  it('are kept apart from one column, and one file, to the next', () => {
    const first = memoryOf(['a', 'b']);
    const tables = Array.from({ length: layout.valueTables }, () => first.values.openTable());
    expect(new Set(tables).size).toBe(layout.valueTables);
    expect(first.values.openTable()).toBe(-1);
    expect(codesOf(first.values, { first: 0, count: 2, table: tables[0] })).toEqual([2, 4]);
    expect(codesOf(first.values, { first: 1, count: 1, table: tables[1] })).toEqual([2]);
    first.done();
    const second = memoryOf(['c']);
    const table = second.values.openTable();
    expect(codesOf(second.values, { first: 0, count: 1, table })).toEqual([2]);
    second.done();
  });
});

it('lends its lists to one batch at a time', () => {
  const { values, done } = memoryOf(['a']);
  expect(new RowBatch([0], nowhere, values).values).toBeNull();
  done();
  const again = new RowBatch([0], nowhere, values);
  expect(again.values).toBe(values);
  values.release();
});

it('begins behind the lists of both indexes', () => {
  const { indexRoom, isOddAt, markList, marksAt, rowLinesAt, settingsAt, wantedAt } = layout;
  expect(rowLinesAt + indexRoom * 4).toBeLessThanOrEqual(settingsAt);
  expect(marksAt + markList * 4).toBeLessThanOrEqual(settingsAt);
  expect(wantedAt + layout.cellSlots * 4).toBeLessThanOrEqual(isOddAt);
});
