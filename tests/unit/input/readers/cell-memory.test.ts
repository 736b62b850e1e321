import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SimdRowIndex } from '../../../../src/input/formats/csv/simd-row-index.ts';
import { RowBatch } from '../../../../src/input/readers/row-batch.ts';
import type { CellMemory } from '../../../../src/input/readers/vector/cell-memory.ts';
import * as layout from '../../../../src/input/readers/vector/layout.ts';
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
