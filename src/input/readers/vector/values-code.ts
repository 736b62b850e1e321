import { cellLayout, entryBytes, mostValues, tablePlaces, textAt, valueBytes } from './cell-layout.ts';
import { type Code, type FunctionCode, i32, i64, Locals, loopWhile, v128, when } from './wasm-assembler.ts';

const c32 = i32.constant;
const c64 = i64.constant;
const { startsAt, endsAt, outAt } = cellLayout;

/**
 * Numbers the values of a column in order of appearance, from 1; 0 for empty cells, −1 for those that are too long, lie
 * elsewhere, or came when the table was full. An entry of the table is 32 bytes of text filled up with zeros, their
 * number, and the number of the value; entries lie where a product of their bytes says, or behind.
 */
export function valuesCode(): FunctionCode {
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
  const { get, set } = locals;

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
