import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSource } from '../../../../src/input/formats/read-source.ts';
import { sampleSource } from '../../../../src/input/formats/sample-source.ts';
import type { Reject } from '../../../../src/input/tables/passed-over.ts';
import type { RawTable } from '../../../../src/input/tables/raw-table.ts';
import { SharedDictionaries } from '../../../../src/input/tables/shared-dictionaries.ts';
import { TableSink } from '../../../../src/input/tables/table-sink.ts';
import type { Column } from '../../../../src/model/columns.ts';
import type { Reading, TableMapping } from '../../../../src/model/mapping.ts';
import type { CellSink } from '../../../../src/model/source.ts';
import { memorySource } from '../readers/reading.ts';

const names = ['id', 'created_at', 'solved_at', 'status', 'group', 'requester', 'csat', 'tags'] as const;
const instant: Reading = { type: 'instant', format: 'iso8601', zone: null };
const readings: Readonly<Record<(typeof names)[number], Reading>> = {
  id: { type: 'id' },
  created_at: instant,
  solved_at: instant,
  status: { type: 'category', values: new Map([['offen', 'open']]) },
  group: { type: 'category', values: null },
  requester: { type: 'person' },
  csat: {
    type: 'score',
    words: new Map([
      ['good', 1],
      ['bad', 0],
    ]),
    scale: { id: 'good_bad', kind: 'csat', min: 0, max: 1, topBoxFrom: 1 },
  },
  tags: { type: 'list', separator: ',' },
};

const mapping: TableMapping = {
  stream: null,
  kind: 'tickets',
  preset: null,
  confidence: 1,
  fields: Object.fromEntries(
    names.map((name, column) => [name, { column, source: name, confidence: 1, reading: readings[name] }]),
  ),
  unmapped: [],
  zone: { id: 'UTC', origin: 'default' },
  problems: [],
} as TableMapping;

const stamp = fc.constantFrom(
  '2026-01-31T10:00:00Z',
  '2026-02-28 23:59:59',
  '2026-03-01T08:00:00+02:00',
  '2026-02-30T08:00:00Z',
  '1900-01-01',
  'soon',
  '',
);
const usualStamp = fc.oneof(
  { weight: 9, arbitrary: fc.constant('2026-01-31T10:00:00Z') },
  { weight: 1, arbitrary: stamp },
);
const row = fc.tuple(
  fc.oneof(fc.nat().map(String), fc.constantFrom('3.0', '007', 'A-7', '1.03006E+13', ' 12 ', '-', '')),
  usualStamp,
  stamp,
  fc.constantFrom('open', 'Offen', ' solved', 'n/a', ''),
  fc.constantFrom('Billing', 'Sales "Inbound"', 'Security, Trust', 'Büro\nKöln', ''),
  fc.oneof(
    fc.nat(9).map((n) => `user${n}@example.com`),
    fc.constantFrom('Ann "A" Lee', 'none', ''),
  ),
  fc.constantFrom('good', 'bad', 'offered', '7', 'meh', ''),
  fc.constantFrom('vip,api', '"vip"', '', 'a'),
);

/** Every column is there. */
const full = ['0', '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', 'open', 'a', 'b', 'good', 'c'];

const csvCell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csvOf = (rows: readonly (readonly string[])[]): string =>
  [names, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\n`).join('');
const ndjsonOf = (rows: readonly (readonly string[])[]): string =>
  rows
    .map(
      (cells) => `${JSON.stringify(Object.fromEntries(names.map((name, i) => [name, cells[i] || null])))}\n`,
    )
    .join('');

function valuesOf(column: Column, rows: number): unknown[] {
  return Array.from({ length: rows }, (_, row) => {
    if (column.type === 'code') return column.names.name(column.codes[row]);
    if (column.type !== 'list') return column.values[row];
    return [...column.codes.subarray(column.offsets[row], column.offsets[row + 1])].map((code) =>
      column.names.name(code),
    );
  });
}

function written({ rows, columns, line, rejected, rejects, problems }: RawTable): unknown {
  const cells = Object.entries(columns).map(([name, column]) => [name, valuesOf(column, rows)]);
  return { rows, cells, line: [...line], rejected, rejects, problems };
}

/** Reads a text; `isBatched` false hides from the reader that the sink takes many rows at once. */
async function read(text: string, options: { chunkBytes: number; isBatched: boolean }): Promise<unknown> {
  const rejected: Reject[] = [];
  const table = new TableSink({
    mapping,
    source: 0,
    path: 'memory.csv',
    dictionaries: new SharedDictionaries(),
    idPrefix: '',
    wanted: 'all',
    wantedColumns: ['group'],
    onReject: (reject) => rejected.push(reject),
  });
  const oneByOne: CellSink = {
    cell: (column, bytes, start, end) => table.cell(column, bytes, start, end),
    endRow: (line) => table.endRow(line),
    rejectRow: (line, reason, raw) => table.rejectRow(line, reason, raw),
  };
  const sample = await sampleSource(memorySource(text, options.chunkBytes));
  const [first] = sample.tables;
  // Recognition would map the columns by name; those of JSON come in the order of the first records.
  const place = new Map(first.columns.map((name, column) => [name, column]));
  const wanted = table.wantedColumns.map((column) => place.get(names[column]) ?? -1);
  expect(wanted).toEqual(names.map((_, column) => column));
  const sink = options.isBatched ? table : oneByOne;
  await readSource(sample, [{ stream: null, wanted, sink }]);
  return { table: written(table.done()), rejected };
}

for (const [format, textOf] of [
  ['CSV', csvOf],
  ['NDJSON', ndjsonOf],
] as const) {
  test(`many rows of ${format} at once leave what they leave one by one`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 64, max: 100_000 }),
        async (some, times, chunkBytes) => {
          const text = textOf([full, ...Array.from({ length: times }, () => some).flat()]);
          const batched = await read(text, { chunkBytes, isBatched: true });
          expect(batched).toEqual(await read(text, { chunkBytes, isBatched: false }));
        },
      ),
      { numRuns: 60 },
    );
  });
}

test('a row without its date is rejected as it stands in the file, and only that row', async () => {
  const good = ['1', '2026-01-31T10:00:00Z', '', 'open', 'Sales "Inbound"', 'a@example.com', '', ''];
  const bad = ['2', 'soon', '', 'open', 'Security, Trust', 'b@example.com', '', ''];
  const text = csvOf([good, bad, good]);
  const result = (await read(text, { chunkBytes: 1 << 20, isBatched: true })) as {
    table: { rows: number; line: number[] };
    rejected: Reject[];
  };
  expect(result.table.rows).toBe(2);
  expect(result.table.line).toEqual([2, 4]);
  expect(result.rejected).toEqual([
    { line: 3, reason: 'created_at_unreadable', raw: '2,soon,,open,"Security, Trust",b@example.com,,' },
  ]);
});
