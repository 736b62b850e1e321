import { cellLayout, textAt } from './cell-layout.ts';
import {
  type Code,
  choose,
  type FunctionCode,
  f64,
  i32,
  i64,
  Locals,
  loopWhile,
  v128,
  when,
} from './wasm-assembler.ts';

const c32 = i32.constant;
const c64 = i64.constant;
const { startsAt, endsAt, outAt } = cellLayout;
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
 * (a year then has 365 days and one more every 4th; the 15 centuries without one before 1972 are all there are). Stops at a cell that is
 * written otherwise; how many it read is the first result.
 */
export function stampsCode(): FunctionCode {
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
  const { get, set } = locals;

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

  const looksPlain = [
    set('text', i32.add(get('start'), c32(textAt))),
    set('characters', v128.load(get('text'), 4)),
    set('digits', v128.xor(get('characters'), v128.splat(c32(0x30)))),
    set('year', i32.xor(i32.loadUnaligned(get('text')), c32(0x30303030))),
    set(
      'goes',
      i32.all(
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
      i32.all(
        get('goes'),
        i32.isBelow(i32.sub(get('year'), c32(1972)), 2100 - 1972),
        i32.isBelow(i32.sub(get('month'), c32(1)), 12),
        i32.lessUnsigned(i32.sub(get('day'), c32(1)), daysInMonth()),
        i32.isBelow(get('hours'), 24),
        i32.isBelow(get('minutes'), 60),
        i32.isBelow(get('seconds'), 60),
      ),
    ),
  ];
  // `month` becomes the months since March, `year` the year that began then.
  const dayNumber = [
    set('year', i32.sub(get('year'), i32.isBelow(get('month'), 3))),
    set('month', i32.add(get('month'), choose(i32.isBelow(get('month'), 3), c32(9), c32(-3)))),
    set(
      'day',
      [
        i32.mul(get('year'), c32(365)),
        i32.shiftRight(get('year'), c32(2)),
        i32.divideUnsigned(i32.add(i32.mul(get('month'), c32(153)), c32(2)), c32(5)),
        get('day'),
      ].reduce((a, b) => i32.add(a, b)),
    ),
    // Days before 1970, and the day itself.
    set('day', i32.sub(get('day'), c32(719469 + 15))),
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
