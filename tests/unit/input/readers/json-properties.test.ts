import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonCursor } from '../../../../src/input/formats/json/json-cursor.ts';
import { StringMarks } from '../../../../src/input/formats/json/string-marks.ts';
import { codesOf, readAll, readSample, sampleRows } from './reading.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonRecord = { [key: string]: Json };

/** Keys without dots and without the names that make an object a wrapper or a message. */
const key = fc.constantFrom(
  'subject',
  'status',
  'via',
  'tags',
  'né',
  'a b',
  'x"y',
  'comments',
  'name',
  'z\\',
  '日本',
);
const scalar: fc.Arbitrary<Json> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    'open',
    'line\nline',
    'quote " and \\',
    '\u0000',
    '👩‍🚒',
    '\ud800',
    'tab\t',
    '</script>',
    '1e5',
  ),
);
const leaf: fc.Arbitrary<Json> = fc.oneof(scalar, fc.array(scalar, { maxLength: 4 }));
const child: fc.Arbitrary<JsonRecord> = fc.dictionary(fc.constantFrom('id', 'name', 'body', 'né'), scalar, {
  maxKeys: 3,
}) as fc.Arbitrary<JsonRecord>;
const value: fc.Arbitrary<Json> = fc.oneof(
  { weight: 4, arbitrary: leaf },
  { weight: 1, arbitrary: fc.dictionary(key, leaf, { maxKeys: 3 }) as fc.Arbitrary<Json> },
  { weight: 1, arbitrary: fc.array(child, { maxLength: 3 }) as fc.Arbitrary<Json> },
);
const record: fc.Arbitrary<JsonRecord> = fc
  .tuple(fc.nat(), fc.dictionary(key, value, { maxKeys: 6 }))
  .map(([id, rest]) => ({ id, ...rest }) as JsonRecord);
const records = fc.array(record, { minLength: 1, maxLength: 6 });

/** How a scalar reads as a cell: as JSON.stringify writes it, numbers without an exponent, nothing for null. */
function cellOf(json: Json): string {
  if (json === null) return '';
  if (typeof json === 'number') return numberText(json);
  // What JSON text in UTF-8 can carry: a lone surrogate is replaced.
  return Buffer.from(String(json)).toString();
}

function numberText(value: number): string {
  const text = JSON.stringify(value);
  if (!/e/i.test(text)) return text;
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
}

const isRecord = (json: Json): json is JsonRecord =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** The rules for cells and nested tables, written down a second time over parsed values. */
function flat(
  json: Json,
  path = '',
  cells = new Map<string, string>(),
  lists = new Map<string, JsonRecord[]>(),
) {
  if (isRecord(json))
    for (const [name, inner] of Object.entries(json))
      flat(inner, path === '' ? name : `${path}.${name}`, cells, lists);
  else if (Array.isArray(json)) {
    const objects = json.filter(isRecord);
    const plain = json.filter((element) => !isRecord(element) && !Array.isArray(element)).map(cellOf);
    cells.set(path, plain.filter((text) => text !== '').join('\u001f'));
    if (objects.length > 0) lists.set(path, objects);
    for (const label of ['name', 'id']) {
      const labels = objects.map((object) => cellOf(object[label] ?? null)).filter((text) => text !== '');
      if (labels.length > 0) cells.set(`${path}[].${label}`, labels.join('\u001f'));
    }
  } else cells.set(path, cellOf(json));
  return { cells, lists };
}

function expectedTables(all: readonly JsonRecord[], stream: string | null) {
  const rows: Map<string, string>[] = [];
  const nested = new Map<string, Map<string, string>[]>();
  for (const one of all) {
    const { cells, lists } = flat(one);
    rows.push(cells);
    for (const [path, objects] of lists) {
      const name = stream === null ? path : `${stream}/${path}`;
      const children = nested.get(name) ?? [];
      nested.set(name, children);
      for (const object of objects) {
        const inner = flat(object).cells;
        inner.set('_parent.id', cells.get('id') ?? '');
        children.push(inner);
      }
    }
  }
  return new Map<string | null, Map<string, string>[]>([[stream, rows], ...nested]);
}

const spaced = fc.constantFrom(undefined, 2, '\t');

async function check(
  text: string,
  options: { all: readonly JsonRecord[]; stream: string | null; chunkBytes: number },
) {
  const { sample, tables, problems } = await readAll(text, { chunkBytes: options.chunkBytes });
  const plain = await readSample(sample, { index: 'plain' });
  expect(plain.tables).toEqual(tables);
  const expected = expectedTables(options.all, options.stream);
  expect(codesOf(problems)).toEqual([]);
  expect([...tables.keys()].sort()).toEqual([...expected.keys()].sort());
  for (const [i, { stream, columns }] of sample.tables.entries()) {
    // Every path with something at it is a column; of two labels of a list the name is enough.
    const filled = new Set(
      (expected.get(stream) ?? []).flatMap((row) =>
        [...row].filter(([, text]) => text !== '').map(([path]) => path),
      ),
    );
    for (const path of filled)
      if (path.endsWith('[].id') && filled.has(path.replace(/id$/, 'name'))) filled.delete(path);
    expect(columns).toEqual(expect.arrayContaining([...filled]));
    const rows = (expected.get(stream) ?? []).map((row) => columns.map((column) => row.get(column) ?? ''));
    expect(tables.get(stream)?.rows, `${stream} of ${text}`).toEqual(rows);
    expect(sampleRows(sample, i)).toEqual(rows);
  }
}

const chunkBytes = fc.constantFrom(1, 3, 16, 1 << 20);

describe('JSON against JSON.parse', () => {
  it('reads arrays of records', async () => {
    await fc.assert(
      fc.asyncProperty(records, spaced, chunkBytes, async (all, space, chunk) => {
        await check(JSON.stringify(all, null, space), { all, stream: null, chunkBytes: chunk });
      }),
      { numRuns: 300 },
    );
  });

  it('reads one record a line', async () => {
    await fc.assert(
      fc.asyncProperty(
        records,
        fc.constantFrom('\n', '\r\n', '\n\n'),
        chunkBytes,
        async (all, end, chunk) => {
          await check(all.map((one) => JSON.stringify(one)).join(end), {
            all,
            stream: null,
            chunkBytes: chunk,
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('reads wrappers, page after page', async () => {
    await fc.assert(
      fc.asyncProperty(records, records, spaced, chunkBytes, async (first, second, space, chunk) => {
        const pages = [first, second].map((tickets, i) => ({ count: 2, tickets, next_page: `?page=${i}` }));
        const text = pages.map((page) => JSON.stringify(page, null, space)).join('\n');
        await check(text, { all: [...first, ...second], stream: 'tickets', chunkBytes: chunk });
      }),
      { numRuns: 200 },
    );
  });

  it('reads pairs of stream and record, and messages', async () => {
    await fc.assert(
      fc.asyncProperty(records, chunkBytes, async (all, chunk) => {
        const pairs = JSON.stringify(all.map((one) => ['desk/tickets', one]));
        await check(pairs, { all, stream: 'desk/tickets', chunkBytes: chunk });
        const messages = all.map((data) =>
          JSON.stringify({ type: 'RECORD', record: { stream: 'tickets', data } }),
        );
        await check(messages.join('\n'), { all, stream: 'tickets', chunkBytes: chunk });
      }),
      { numRuns: 150 },
    );
  });

  it('accepts what JSON.parse accepts, and nothing else but NaN and Infinity', () => {
    const broken = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '}', ']', '"', '\\', '0', '.', 'e', '\u0001', 'n', ':', '{'),
        fc.nat(2),
      )
      .map(([text, at, piece, drop]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + piece + text.slice(place + drop);
      });
    fc.assert(
      fc.property(fc.oneof(fc.json(), broken), (text) => {
        const cursor = new JsonCursor();
        // A value is always followed by something in a source: an array goes around it.
        const bytes = Buffer.from(`[${text}]`);
        cursor.aim(bytes, bytes.length);
        const end = cursor.skipValue(0);
        let isJson = true;
        try {
          JSON.parse(`[${text}]`);
        } catch {
          isJson = false;
        }
        if (/NaN|Infinity/.test(text)) return;
        expect(end === cursor.end, text).toBe(isJson);
        const marks = StringMarks.create();
        if (!marks) throw new Error('this machine has no vector instructions');
        marks.reserve(bytes.length);
        marks.bytes.set(bytes);
        marks.forget(bytes.length);
        const marked = new JsonCursor(marks);
        marked.aim(marks.bytes, bytes.length);
        expect(marked.skipValue(0), text).toBe(end);
        marks.release();
      }),
      { numRuns: 5000 },
    );
  });
});

/** How programs write a record on a line, and what becomes of lines on the way. */
const styles: readonly ((line: string) => string)[] = [
  (line) => line,
  // As Python's json.dumps has it.
  (line) => line.replaceAll('":', '": ').replaceAll(',"', ', "'),
  (line) => `${line}\r`,
  (line) => ` ${line} `,
  (line) => line.replace(/^\{/, '{"id":"twice",'),
  (line) => line.replace(/\}$/, ',"id":{"deep":[1,{"x":"y"}]}}'),
  (line) => line.slice(0, -1),
  (line) => line.slice(0, line.length >> 1),
  (line) => `${line}}`,
  (line) => `${line}${line}`,
  (line) => line.replace(/:(null|true|false|-?\d)/, ':x$1'),
  (line) => line.replaceAll('\\n', '\n'),
  () => '',
];

it('reads lines of JSON alike with and without the list of marks, however they are written', async () => {
  const line = fc
    .tuple(
      record,
      fc.oneof({ weight: 20, arbitrary: fc.nat(1) }, { weight: 4, arbitrary: fc.nat(styles.length - 1) }),
    )
    .map(([one, style]) => styles[style](JSON.stringify(one)));
  await fc.assert(
    fc.asyncProperty(
      record,
      fc.array(line, { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 20, max: 4000 }),
      async (first, lines, chunkBytes) => {
        const text = [JSON.stringify(first), JSON.stringify(first), ...lines].join('\n');
        const { sample, tables, problems } = await readAll(text, { chunkBytes });
        const plain = await readSample(sample, { index: 'none' });
        expect(tables).toEqual(plain.tables);
        expect(problems).toEqual(plain.problems);
      },
    ),
    { numRuns: 200 },
  );
});
