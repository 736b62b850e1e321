import { Buffer } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { CsvReader } from '../../../../src/input/formats/csv/csv-reader.ts';
import { createIndex } from '../../../../src/input/formats/csv/csv-source.ts';
import type { Dialect } from '../../../../src/model/source.ts';
import { expectedOf, type RandomCsv, type RandomCsvOptions, randomCsv, randomFrom } from './random-csv.ts';
import { RecordingSink } from './reading.ts';

/** Random files to try; `READER_FILES=100000 npx vitest run tests/unit/input/readers/csv-differential.test.ts` for many. */
const files = Number(process.env.READER_FILES ?? 1500);
const firstSeed = Number(process.env.READER_SEED ?? 1);

const indexes = ['simd', 'plain', 'none'] as const;

function dialectOf(csv: RandomCsv): Dialect {
  const { delimiter, quoting, newline } = csv;
  return { delimiter, quoting, headerLine: 1, headerRows: 1, newline: newline === '\r' ? 'cr' : 'lf' };
}

/** Reads a text in chunks of the given sizes (the last one again and again). */
function readCsv(
  csv: RandomCsv,
  options: { index: (typeof indexes)[number]; wanted: readonly number[]; chunks: readonly number[] },
) {
  const dialect = dialectOf(csv);
  const sink = new RecordingSink(options.wanted);
  const index = createIndex(dialect, options.index);
  const reader = new CsvReader({
    dialect,
    columns: csv.columns,
    wanted: options.wanted,
    sink,
    file: 'random.csv',
    index,
  });
  // The byte order mark is taken off before a reader sees the text.
  const bytes = Buffer.from(csv.text.replace(/^\ufeff/, ''));
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = options.chunks[Math.min(i, options.chunks.length - 1)];
    reader.push(bytes.subarray(at, at + size));
    at += size;
  }
  reader.end();
  index?.release();
  return sink;
}

function parsed(csv: RandomCsv, isRelaxed = false): string[][] {
  return parse(Buffer.from(csv.text), {
    bom: true,
    delimiter: csv.delimiter,
    quote: csv.quoting === 'none' ? false : '"',
    escape: csv.quoting === 'backslash' ? '\\' : '"',
    record_delimiter: csv.newline === '\r' ? ['\r'] : ['\r\n', '\n'],
    relax_column_count: true,
    relax_quotes: isRelaxed,
    skip_empty_lines: true,
  }) as string[][];
}

function compareAll(options: RandomCsvOptions, count: number): void {
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const csv = randomCsv(seed, options);
    const random = randomFrom(~seed);
    const records = parsed(csv, options.hasStrays);
    // The generator and csv-parse must agree on what is written before anything is held against them. csv-parse
    // drops records that are one empty quoted cell or not there at all, as blank lines.
    const written = csv.records.filter(({ cells }) => cells.length > 1 || cells[0] !== '');
    const split = records.filter((cells) => cells.length > 1 || cells[0] !== '');
    expect(split, `seed ${seed}: csv-parse`).toEqual(written.map(({ cells }) => cells));
    const expected = expectedOf(csv);
    const wanted = Array.from({ length: csv.columns }, (_, i) => i).filter(() => random() < 0.7);
    const size = [1, 2, 3, 7, 16, 61, 64, 65, 1 << 20][Math.floor(random() * 9)];
    const chunks = random() < 0.3 ? [Math.ceil(random() * 40), 1 << 20] : [size];
    for (const index of indexes) {
      const sink = readCsv(csv, { index, wanted, chunks });
      const about = `seed ${seed}, ${index}, chunks of ${chunks}, text ${JSON.stringify(csv.text)}`;
      expect(sink.rows, about).toEqual(expected.rows.map((row) => wanted.map((column) => row[column])));
      expect(sink.lines, about).toEqual(expected.lines);
      expect(
        sink.rejects.map(({ line, reason }) => ({ line, reason })),
        about,
      ).toEqual(expected.rejects);
    }
  }
}

describe('CSV against csv-parse', () => {
  it(`gives the same cells, rows, rejects and lines on ${files} well-formed files`, () => {
    compareAll({}, files);
  }, 3_600_000);

  it('does with backslashes before quotes', () => {
    compareAll({ quoting: 'backslash' }, Math.ceil(files / 5));
  }, 3_600_000);

  it('does where quotes mean nothing', () => {
    compareAll({ quoting: 'none' }, Math.ceil(files / 5));
  }, 3_600_000);

  it('gives the same rows and rejects where quotes are misplaced', () => {
    compareAll({ hasStrays: true }, Math.ceil(files / 5));
  }, 3_600_000);

  it('gives the same cells where more quotes are doubled than the memory of a batch holds, and behind empty surplus', () => {
    const random = randomFrom(7);
    const quoted = (length: number): string => `"${'say ""yes"" '.repeat(Math.ceil(length / 12))}"`;
    const lines = Array.from({ length: 3000 }, (_, i) => {
      const length = i === 1500 ? 200_000 : Math.floor(random() * 300);
      return `${i},${random() < 0.5 ? quoted(length) : 'plain'},"""",${random() < 0.3 ? ',,' : ''}`;
    });
    const wanted = [0, 1, 2];
    const text = `id,text,mark,rest\n${lines.join('\n')}\n`;
    const csv = {
      ...randomCsv(1),
      text,
      columns: 4,
      newline: '\n',
      delimiter: ',',
      quoting: 'doubled',
    } as const;
    const [simd, plain, none] = indexes.map((index) => readCsv(csv, { index, wanted, chunks: [1 << 19] }));
    expect(none.rows.length).toBe(3000);
    expect(none.rows.every(([id, , mark], i) => id === String(i) && mark === '"')).toBe(true);
    for (const sink of [simd, plain]) {
      expect(sink.rows).toEqual(none.rows);
      expect(sink.lines).toEqual(none.lines);
      expect(sink.rejects).toEqual(none.rejects);
    }
  });

  it('does not depend on where chunks end: every border of some files', () => {
    for (let seed = 1; seed <= 25; seed++) {
      const csv = randomCsv(seed);
      const wanted = Array.from({ length: csv.columns }, (_, i) => i);
      const bytes = Math.min(400, Buffer.byteLength(csv.text));
      const whole = JSON.stringify(readCsv(csv, { index: 'none', wanted, chunks: [1 << 20] }));
      for (let border = 1; border < bytes; border++) {
        const index = indexes[border % indexes.length];
        const cut = JSON.stringify(readCsv(csv, { index, wanted, chunks: [border, 1 << 20] }));
        if (cut !== whole) expect(cut, `seed ${seed}, ${index}, border ${border}`).toEqual(whole);
      }
    }
  });
});
