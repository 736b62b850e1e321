import type { Code, FunctionCode } from './wasm-assembler.ts';
import { assembleModule, choose, f64, i32, i64, Locals, loopWhile, v128, when } from './wasm-assembler.ts';

/** Rows whose cells are collected before they are handed on: few enough that the lists stay near the processor. */
export const batchRows = 1024;
/** Columns that there is room for. */
export const cellSlots = 48;
/** Columns of few values that there is room for, and how many values each may have. */
export const valueTables = 16;
export const mostValues = 128;
/** Longest value of such a column. */
const valueBytes = 32;

/** Where things lie in a memory: an index's own lists, then what is known of cells, then the text. */
export const listsSize = 1 << 17;
const settingsAt = listsSize;
const isOddAt = settingsAt + 1024;
const outAt = isOddAt + 256 + 768;
const linesAt = outAt + batchRows * 8;
const rowStartsAt = linesAt + batchRows * 4;
const rowEndsAt = rowStartsAt + batchRows * 4;
const startsAt = rowEndsAt + batchRows * 4;
const endsAt = startsAt + cellSlots * batchRows * 4;
const tablesAt = endsAt + cellSlots * batchRows * 4;
const entryBytes = 48;
const tablePlaces = mostValues * 2;
const tableBytes = 64 + tablePlaces * entryBytes;
export const textAt = tablesAt + valueTables * tableBytes;

/** What rows are collected by, in the order in which it lies in the memory; the wanted columns follow. */
export const settingNames = [
  'separatorsAt',
  'rowEndsAt',
  'rowLinesAt',
  'rows',
  'columns',
  'wanted',
  'trimsReturn',
  'quote',
  'header1',
  'header2',
  'header3',
  'row',
  'first',
  'start',
  'line',
  'firstLine',
  'place',
  'room',
  'shortRows',
] as const;
type Setting = (typeof settingNames)[number];

export const cellLayout = {
  settingsAt,
  wantedAt: settingsAt + settingNames.length * 4,
  isOddAt,
  outAt,
  linesAt,
  rowStartsAt,
  rowEndsAt,
  startsAt,
  endsAt,
  tablesAt,
  tableBytes,
} as const;

/** Bits of the table of odd first bytes. */
export const oddBit = 1;
export const emptyBit = 2;

const c32 = i32.constant;
const c64 = i64.constant;
const all32 = (...codes: readonly Code[]): Code => codes.reduce((a, b) => i32.and(a, b));
const isBelow = (code: Code, limit: number): Code => i32.lessUnsigned(code, c32(limit));
/** Sixteen bytes from what stands at some of the places, 0 elsewhere. */
const bytesAt = (places: readonly (readonly [number, string])[]): number[] => {
  const bytes = new Array<number>(16).fill(0);
  for (const [place, character] of places) bytes[place] = character.charCodeAt(0);
  return bytes;
};
const bitsAt = (places: readonly number[]): number => places.reduce((bits, place) => bits | (1 << place), 0);

/**
 * Stamps written `2026-01-31T10:00:00Z` (or with a blank, and in a column of UTC also without the Z), of the years
 * 1972 to 2099, as epoch milliseconds; NaN for empty cells. Sixteen characters from the first dash on are looked at in
 * one go, pairs of digits added up four at a time; the day is counted from March on, so that the leap day comes last
 * (a year then has 365 days and one more every 4th, but not every 100th, but every 400th). Stops at a cell that is
 * written otherwise; how many it read is the first result.
 */
function stampsCode(): FunctionCode {
  const locals = new Locals(['cell', 'count', 'stopsAtMissing', 'allowsLocal'], {
    at: 'i32',
    goes: 'i32',
    start: 'i32',
    length: 'i32',
    text: 'i32',
    year: 'i32',
    month: 'i32',
    day: 'i32',
    hours: 'i32',
    minutes: 'i32',
    seconds: 'i32',
    characters: 'v128',
    digits: 'v128',
    pairs: 'i64',
    last: 'i64',
  } as const);
  type Name = Parameters<typeof locals.get>[0];
  const get = (name: Name): Code => locals.get(name);
  const set = (name: Name, value: Code): Code => locals.set(name, value);

  const digitPlaces = bitsAt([1, 2, 4, 5, 7, 8, 10, 11, 13, 14]);
  const marks = [
    [0, '-'],
    [3, '-'],
    [9, ':'],
    [12, ':'],
  ] as const;
  const markPlaces = bitsAt(marks.map(([place]) => place));
  // Month, day, hours and minutes, then seconds.
  const inPairs = [1, 2, 4, 5, 7, 8, 10, 11, 13, 14, 16, 16, 16, 16, 16, 16];
  const byteOf = (code: Code, place: number): Code =>
    i32.wrap(i64.and(i64.shiftRight(code, c64(place * 16)), c64(255)));
  const addPairs = (code: Code): Code => i64.add(i64.mul(code, c64(10)), i64.shiftRight(code, c64(8)));
  // Of the years in question, every fourth.
  const isLeap = (): Code => i32.isZero(i32.and(get('year'), c32(3)));
  const daysInMonth = (): Code =>
    i32.sub(
      i32.add(c32(30), i32.and(i32.add(get('month'), i32.shiftRight(get('month'), c32(3))), c32(1))),
      i32.mul(i32.equal(get('month'), c32(2)), i32.sub(c32(2), isLeap())),
    );
  const divided = (code: Code, by: number): Code => i32.divideUnsigned(code, c32(by));

  const looksPlain = [
    set('text', i32.add(get('start'), c32(textAt))),
    set('characters', v128.load(get('text'), 4)),
    set('digits', v128.xor(get('characters'), v128.splat(c32(0x30)))),
    set('year', i32.xor(i32.loadUnaligned(get('text')), c32(0x30303030))),
    set(
      'goes',
      all32(
        i32.equal(
          i32.and(v128.bitmask(v128.lessUnsigned(get('digits'), v128.splat(c32(10)))), c32(digitPlaces)),
          c32(digitPlaces),
        ),
        i32.equal(
          i32.and(
            v128.bitmask(v128.equal(get('characters'), v128.constant(bytesAt(marks)))),
            c32(markPlaces),
          ),
          c32(markPlaces),
        ),
        i32.isZero(i32.and(i32.or(i32.add(get('year'), c32(0x76767676)), get('year')), c32(0x80808080 | 0))),
        i32.or(
          i32.equal(i32.loadByte(get('text'), 10), c32(0x54)),
          i32.equal(i32.loadByte(get('text'), 10), c32(0x20)),
        ),
        i32.or(
          i32.and(i32.equal(get('length'), c32(20)), i32.equal(i32.loadByte(get('text'), 19), c32(0x5a))),
          i32.and(i32.equal(get('length'), c32(19)), get('allowsLocal')),
        ),
      ),
    ),
  ];
  const readParts = [
    set('digits', v128.swizzle(get('digits'), v128.constant(inPairs))),
    set('pairs', addPairs(v128.half(get('digits'), 0))),
    set('last', addPairs(v128.half(get('digits'), 1))),
    set('year', i32.add(i32.mul(get('year'), c32(10)), i32.shiftRight(get('year'), c32(8)))),
    set(
      'year',
      i32.add(
        i32.mul(i32.and(get('year'), c32(255)), c32(100)),
        i32.and(i32.shiftRight(get('year'), c32(16)), c32(255)),
      ),
    ),
    set('month', byteOf(get('pairs'), 0)),
    set('day', byteOf(get('pairs'), 1)),
    set('hours', byteOf(get('pairs'), 2)),
    set('minutes', byteOf(get('pairs'), 3)),
    set('seconds', byteOf(get('last'), 0)),
    set(
      'goes',
      all32(
        get('goes'),
        isBelow(i32.sub(get('year'), c32(1972)), 2100 - 1972),
        isBelow(i32.sub(get('month'), c32(1)), 12),
        i32.lessUnsigned(i32.sub(get('day'), c32(1)), daysInMonth()),
        isBelow(get('hours'), 24),
        isBelow(get('minutes'), 60),
        isBelow(get('seconds'), 60),
      ),
    ),
  ];
  // `month` becomes the months since March, `year` the year that began then.
  const dayNumber = [
    set('year', i32.sub(get('year'), isBelow(get('month'), 3))),
    set('month', i32.add(get('month'), choose(isBelow(get('month'), 3), c32(9), c32(-3)))),
    set(
      'day',
      [
        i32.mul(get('year'), c32(365)),
        divided(get('year'), 4),
        divided(get('year'), 400),
        divided(i32.add(i32.mul(get('month'), c32(153)), c32(2)), 5),
        get('day'),
      ].reduce((a, b) => i32.add(a, b)),
    ),
    set('day', i32.sub(i32.sub(get('day'), divided(get('year'), 100)), c32(719469))),
  ];
  const out = (): Code => i32.add(c32(outAt), i32.shiftLeft(get('at'), c32(3)));
  const keep = [
    ...dayNumber,
    f64.store(
      out(),
      f64.add(
        f64.mul(f64.ofSigned(get('day')), f64.constant(86_400_000)),
        f64.mul(
          f64.ofSigned(
            i32.add(
              i32.mul(i32.add(i32.mul(get('hours'), c32(60)), get('minutes')), c32(60)),
              get('seconds'),
            ),
          ),
          f64.constant(1000),
        ),
      ),
    ),
  ];
  const body = [
    set('goes', c32(1)),
    loopWhile(i32.and(get('goes'), i32.lessUnsigned(get('at'), get('count'))), [
      set('start', i32.load(get('cell'), startsAt)),
      set('length', i32.sub(i32.load(get('cell'), endsAt), get('start'))),
      when(
        i32.isZero(get('length')),
        [set('goes', i32.isZero(get('stopsAtMissing'))), f64.store(out(), f64.constant(Number.NaN))],
        [
          set('goes', i32.constant(0)),
          when(i32.lessUnsigned(get('start'), c32(0x7fff_ffff)), looksPlain),
          when(get('goes'), readParts),
          when(get('goes'), keep),
        ],
      ),
      set('at', i32.add(get('at'), get('goes'))),
      set('cell', i32.add(get('cell'), c32(4))),
    ]),
    i32.store(c32(0), get('at')),
  ];
  return { name: 'stamps', locals, body };
}

/**
 * Numbers the values of a column in order of appearance, from 1; 0 for empty cells, −1 for those that are too long, lie
 * elsewhere, or came when the table was full. An entry of the table is 32 bytes of text filled up with zeros, their
 * number, and the number of the value; entries lie where a product of their bytes says, or behind.
 */
function valuesCode(): FunctionCode {
  const locals = new Locals(['cell', 'count', 'table'], {
    at: 'i32',
    start: 'i32',
    length: 'i32',
    value: 'i32',
    place: 'i32',
    entry: 'i32',
    there: 'i32',
    text: 'i32',
    low: 'v128',
    high: 'v128',
  } as const);
  type Name = Parameters<typeof locals.get>[0];
  const get = (name: Name): Code => locals.get(name);
  const set = (name: Name, value: Code): Code => locals.set(name, value);

  const countUp = Array.from({ length: 16 }, (_, i) => i);
  const upTo = (from: number): Code =>
    v128.lessUnsigned(v128.constant(countUp.map((i) => i + from)), v128.splat(get('length')));
  const mixed = (): Code => {
    const both = v128.xor(get('low'), get('high'));
    const sum = i64.xor(
      v128.half(both, 0),
      i64.mul(v128.half(both, 1), c64(0x9e3779b97f4a7c15n - (1n << 64n))),
    );
    return i64.mul(i64.xor(sum, i64.shiftRight(sum, c64(29))), c64(0xbf58476d1ce4e5b9n - (1n << 64n)));
  };
  const isSame = (): Code =>
    i32.isZero(
      v128.isSet(
        v128.or(
          v128.xor(v128.load(get('entry')), get('low')),
          v128.xor(v128.load(get('entry'), 16), get('high')),
        ),
      ),
    );
  const lookUp = [
    set('text', i32.add(get('start'), c32(textAt))),
    set('low', v128.and(v128.load(get('text')), upTo(0))),
    set('high', v128.and(v128.load(get('text'), 16), upTo(16))),
    set('place', i32.wrap(i64.shiftRight(mixed(), c64(64 - Math.log2(tablePlaces))))),
    // −2: still looking.
    set('value', c32(-2)),
    loopWhile(i32.equal(get('value'), c32(-2)), [
      set('entry', i32.add(i32.add(get('table'), c32(64)), i32.mul(get('place'), c32(entryBytes)))),
      set('there', i32.load(get('entry'), 32)),
      when(
        i32.isZero(get('there')),
        [
          set('value', c32(-1)),
          when(i32.lessUnsigned(i32.load(get('table')), c32(mostValues)), [
            set('value', i32.add(i32.load(get('table')), c32(1))),
            i32.store(get('table'), get('value')),
            v128.store(get('entry'), get('low')),
            v128.store(get('entry'), get('high'), 16),
            i32.store(get('entry'), get('length'), 32),
            i32.store(get('entry'), get('value'), 36),
          ]),
        ],
        [
          when(i32.equal(get('there'), get('length')), [
            when(isSame(), [set('value', i32.load(get('entry'), 36))]),
          ]),
          set('place', i32.and(i32.add(get('place'), c32(1)), c32(tablePlaces - 1))),
        ],
      ),
    ]),
  ];
  const body = [
    loopWhile(i32.lessUnsigned(get('at'), get('count')), [
      set('start', i32.load(get('cell'), startsAt)),
      set('length', i32.sub(i32.load(get('cell'), endsAt), get('start'))),
      set('value', c32(0)),
      when(get('length'), [
        set('value', c32(-1)),
        when(
          i32.and(
            i32.lessUnsigned(get('start'), c32(0x7fff_ffff)),
            i32.lessUnsigned(get('length'), c32(valueBytes + 1)),
          ),
          lookUp,
        ),
      ]),
      i32.store(i32.add(c32(outAt), i32.shiftLeft(get('at'), c32(2))), get('value')),
      set('at', i32.add(get('at'), c32(1))),
      set('cell', i32.add(get('cell'), c32(4))),
    ]),
  ];
  return { name: 'values', locals, body };
}

/**
 * Takes rows from an index over CSV as far as they are plain: notes where the wanted cells lie, quotes around them left
 * out. Stops at a row that may be something else than a row, has more cells than the header, or has a wanted cell with
 * quotes inside; how far it came stands in the settings.
 */
function rowsCode(): FunctionCode {
  const locals = new Locals([], {
    goes: 'i32',
    row: 'i32',
    first: 'i32',
    start: 'i32',
    place: 'i32',
    rows: 'i32',
    room: 'i32',
    separators: 'i32',
    ends: 'i32',
    lines: 'i32',
    columns: 'i32',
    wanted: 'i32',
    trimsReturn: 'i32',
    quote: 'i32',
    last: 'i32',
    lineEnd: 'i32',
    end: 'i32',
    count: 'i32',
    length: 'i32',
    kind: 'i32',
    slot: 'i32',
    column: 'i32',
    from: 'i32',
    to: 'i32',
    look: 'i32',
    cell: 'i32',
    quotes: 'v128',
  } as const);
  type Name = Parameters<typeof locals.get>[0];
  const get = (name: Name): Code => locals.get(name);
  const set = (name: Name, value: Code): Code => locals.set(name, value);
  const at = (setting: Setting): number => settingsAt + settingNames.indexOf(setting) * 4;
  const setting = (name: Setting): Code => i32.load(c32(at(name)));
  const textByte = (position: Code, offset = 0): Code => i32.loadByte(position, textAt + offset);
  const word = (list: Name, index: Code): Code => i32.load(i32.add(get(list), i32.shiftLeft(index, c32(2))));
  const differs = (name: Setting): Code => i32.differ(get('length'), setting(name));
  const not = i32.isZero;

  const lookForQuotes = loopWhile(i32.lessUnsigned(get('look'), get('to')), [
    set('kind', v128.bitmask(v128.equal(v128.load(get('look'), textAt), get('quotes')))),
    when(isBelow(i32.sub(get('to'), get('look')), 16), [
      set(
        'kind',
        i32.and(get('kind'), i32.sub(i32.shiftLeft(c32(1), i32.sub(get('to'), get('look'))), c32(1))),
      ),
    ]),
    set('goes', i32.and(get('goes'), not(get('kind')))),
    set('look', i32.add(get('look'), c32(16))),
  ]);
  const findCell = [
    set('column', i32.load(i32.shiftLeft(get('slot'), c32(2)), cellLayout.wantedAt)),
    set('from', c32(0)),
    set('to', c32(0)),
    when(i32.lessUnsigned(get('column'), get('count')), [
      set('look', i32.add(get('first'), get('column'))),
      when(
        get('column'),
        [set('from', i32.add(word('separators', i32.sub(get('look'), c32(1))), c32(1)))],
        [set('from', get('start'))],
      ),
      when(
        i32.equal(get('look'), get('last')),
        [set('to', get('end'))],
        [set('to', word('separators', get('look')))],
      ),
      when(
        i32.and(i32.lessUnsigned(get('from'), get('to')), i32.equal(textByte(get('from')), get('quote'))),
        [
          set('from', i32.add(get('from'), c32(1))),
          set('to', i32.sub(get('to'), c32(1))),
          set('look', get('from')),
          lookForQuotes,
        ],
      ),
    ]),
    i32.store(get('cell'), get('from'), startsAt),
    i32.store(get('cell'), get('to'), endsAt),
    set('cell', i32.add(get('cell'), c32(batchRows * 4))),
    set('slot', i32.add(get('slot'), c32(1))),
  ];
  const listed = (): Code => i32.shiftLeft(get('place'), c32(2));
  const keepRow = [
    i32.store(listed(), setting('line'), linesAt),
    i32.store(listed(), get('start'), rowStartsAt),
    i32.store(listed(), get('end'), rowEndsAt),
    i32.store(c32(at('line')), i32.add(setting('firstLine'), word('lines', get('row')))),
    i32.store(
      c32(at('shortRows')),
      i32.add(setting('shortRows'), i32.lessUnsigned(get('count'), get('columns'))),
    ),
    set('place', i32.add(get('place'), c32(1))),
    set('start', i32.add(get('lineEnd'), c32(1))),
    set('first', i32.add(get('last'), c32(1))),
    set('row', i32.add(get('row'), c32(1))),
  ];
  const measureRow = [
    set('last', word('ends', get('row'))),
    set('lineEnd', word('separators', get('last'))),
    set('end', get('lineEnd')),
    when(i32.and(get('trimsReturn'), i32.lessUnsigned(get('start'), get('lineEnd'))), [
      set('end', i32.sub(get('end'), i32.equal(textByte(i32.sub(get('lineEnd'), c32(1))), c32(0x0d)))),
    ]),
    set('count', i32.add(i32.sub(get('last'), get('first')), c32(1))),
    set('length', i32.sub(get('end'), get('start'))),
    set('kind', i32.loadByte(textByte(get('start')), isOddAt)),
    set(
      'goes',
      all32(
        not(i32.and(get('kind'), c32(oddBit))),
        not(
          i32.and(
            i32.lessUnsigned(get('length'), i32.mul(get('count'), c32(3))),
            i32.or(
              i32.lessUnsigned(get('length'), get('count')),
              i32.differ(i32.and(get('kind'), c32(emptyBit)), c32(0)),
            ),
          ),
        ),
        not(i32.lessUnsigned(get('columns'), get('count'))),
        not(i32.and(i32.equal(get('count'), c32(1)), i32.differ(get('columns'), c32(1)))),
        differs('header1'),
        differs('header2'),
        differs('header3'),
      ),
    ),
  ];
  const body = [
    set('row', setting('row')),
    set('first', setting('first')),
    set('start', setting('start')),
    set('place', setting('place')),
    set('rows', setting('rows')),
    set('room', setting('room')),
    set('separators', setting('separatorsAt')),
    set('ends', setting('rowEndsAt')),
    set('lines', setting('rowLinesAt')),
    set('columns', setting('columns')),
    set('wanted', setting('wanted')),
    set('trimsReturn', setting('trimsReturn')),
    set('quote', setting('quote')),
    set('quotes', v128.splat(get('quote'))),
    set('goes', c32(1)),
    loopWhile(
      all32(
        get('goes'),
        i32.lessUnsigned(get('row'), get('rows')),
        i32.lessUnsigned(get('place'), get('room')),
      ),
      [
        ...measureRow,
        when(get('goes'), [
          set('cell', listed()),
          set('slot', c32(0)),
          loopWhile(i32.lessUnsigned(get('slot'), get('wanted')), findCell),
          when(get('goes'), keepRow),
        ]),
      ],
    ),
    i32.store(c32(at('row')), get('row')),
    i32.store(c32(at('first')), get('first')),
    i32.store(c32(at('start')), get('start')),
    i32.store(c32(at('place')), get('place')),
  ];
  return { name: 'rows', locals, body };
}

/** The module that reads many cells at once. */
export function cellModule(): Uint8Array<ArrayBuffer> {
  return assembleModule([stampsCode(), valuesCode(), rowsCode()]);
}
