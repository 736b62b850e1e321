import type { Buffer } from 'node:buffer';
import { textAt } from '../../readers/vector/cell-layout.ts';
import type { CellMemory } from '../../readers/vector/cell-memory.ts';
import { type VectorMemory, VectorModule } from '../../readers/vector/vector-memory.ts';
import {
  assembleModule,
  type Code,
  i32,
  i64,
  Locals,
  loopWhile,
  v128,
  when,
} from '../../readers/vector/wasm-assembler.ts';
import { type IndexDialect, indexRoom, type RowIndex } from './row-index.ts';

/** Where things lie in the module's memory: results, then the three lists. */
const resultsAt = 0;
const separatorsAt = 64;
const rowEndsAt = separatorsAt + indexRoom * 4;
const rowLinesAt = rowEndsAt + indexRoom * 4;
const blockBytes = 64;
/** A byte that never occurs in UTF-8 stands for "no such byte". */
const neverByte = 0xff;

/**
 * The scan over 64 bytes at a time. For each block the positions of quotes, delimiters, line ends and carriage returns
 * are bits of an i64. Whether a byte lies inside quotes is the parity of the quotes up to it, a running XOR of bits
 * (Langdale and Lemire, "Parsing gigabytes of JSON per second", 2019, section 3.1.1). Separators are what is left
 * outside. A quote is misplaced when it opens behind anything but a separator, or closes before anything but one.
 */
function scanModule(): Uint8Array<ArrayBuffer> {
  const locals = new Locals(['at', 'end', 'delimiterByte', 'quoteByte', 'newlineByte', 'returnByte'], {
    delimiter: 'v128',
    quote: 'v128',
    newline: 'v128',
    return: 'v128',
    part0: 'v128',
    part1: 'v128',
    part2: 'v128',
    part3: 'v128',
    quotes: 'i64',
    newlines: 'i64',
    returns: 'i64',
    inside: 'i64',
    marks: 'i64',
    closes: 'i64',
    closesBeforeReturn: 'i64',
    bad: 'i64',
    there: 'i64',
    separators: 'i64',
    bit: 'i64',
    /** What the block before hands over: all bits when it ends inside quotes; else single bits. */
    wasInside: 'i64',
    wasMark: 'i64',
    wasClose: 'i64',
    wasReturn: 'i64',
    separatorAt: 'i32',
    rowAt: 'i32',
    lines: 'i32',
    surprise: 'i32',
  } as const);
  const { get, set } = locals;
  type Name = Parameters<typeof get>[0];
  const { and, or, xor, not } = i64;
  const shifted = (code: Code, by: number): Code => i64.shiftLeft(code, i64.constant(by));
  const highest = (code: Code): Code => i64.shiftRight(code, i64.constant(63));
  const low = (code: Code): Code => i64.sub(code, i64.constant(1));
  const parts = ['part0', 'part1', 'part2', 'part3'] as const;

  /** The bits of a block's bytes, sixteen a part. */
  const bitsOf = (part: (part: (typeof parts)[number]) => Code): Code =>
    parts.map((name, i) => shifted(i64.extend(v128.bitmask(part(name))), 16 * i)).reduce((a, b) => or(a, b));
  const equals =
    (byte: Name) =>
    (part: (typeof parts)[number]): Code =>
      v128.equal(get(part), get(byte));
  const isAnywhere = (byte: Name): Code =>
    v128.isSet(parts.map(equals(byte)).reduce((a, b) => v128.or(a, b)));

  const runningXor = [1, 2, 4, 8, 16, 32].map((by) =>
    set('inside', xor(get('inside'), shifted(get('inside'), by))),
  );

  const checkQuotes = [
    set('returns', bitsOf(equals('return'))),
    set('closes', and(get('quotes'), not(get('inside')))),
    set('bad', and(and(get('quotes'), get('inside')), not(or(shifted(get('marks'), 1), get('wasMark'))))),
    // `closes` becomes the bytes behind closing quotes.
    set('bit', highest(get('closes'))),
    set('closes', or(shifted(get('closes'), 1), get('wasClose'))),
    set('wasClose', get('bit')),
    set('bad', or(get('bad'), and(get('closes'), not(or(get('marks'), get('returns')))))),
    // A carriage return behind a closing quote must have a line end behind it.
    set('closesBeforeReturn', and(get('closes'), get('returns'))),
    set('bit', highest(get('closesBeforeReturn'))),
    set('closesBeforeReturn', or(shifted(get('closesBeforeReturn'), 1), get('wasReturn'))),
    set('wasReturn', get('bit')),
    set('bad', or(get('bad'), and(get('closesBeforeReturn'), not(get('newlines'))))),
    set('bad', and(get('bad'), get('there'))),
    when(i64.isSet(get('bad')), [
      set('surprise', i32.add(get('at'), i32.wrap(i64.trailingZeros(get('bad'))))),
      set('bad', low(and(get('bad'), i64.sub(i64.constant(0), get('bad'))))),
      set('separators', and(get('separators'), get('bad'))),
      set('newlines', and(get('newlines'), get('bad'))),
    ]),
  ];

  const emitRows = [
    set('bad', and(get('newlines'), get('separators'))),
    loopWhile(i64.isSet(get('bad')), [
      set('bit', low(and(get('bad'), i64.sub(i64.constant(0), get('bad'))))),
      i32.store(
        i32.add(get('rowAt'), i32.constant(rowEndsAt)),
        i32.add(
          i32.shiftRight(i32.sub(get('separatorAt'), i32.constant(separatorsAt)), i32.constant(2)),
          i32.wrap(i64.ones(and(get('separators'), get('bit')))),
        ),
      ),
      i32.store(
        i32.add(get('rowAt'), i32.constant(rowLinesAt)),
        i32.add(i32.add(get('lines'), i32.constant(1)), i32.wrap(i64.ones(and(get('newlines'), get('bit'))))),
      ),
      set('rowAt', i32.add(get('rowAt'), i32.constant(4))),
      set('bad', and(get('bad'), low(get('bad')))),
    ]),
    set('lines', i32.add(get('lines'), i32.wrap(i64.ones(get('newlines'))))),
  ];

  const emitSeparators = loopWhile(i64.isSet(get('separators')), [
    i32.store(get('separatorAt'), i32.add(get('at'), i32.wrap(i64.trailingZeros(get('separators'))))),
    set('separatorAt', i32.add(get('separatorAt'), i32.constant(4))),
    set('separators', and(get('separators'), low(get('separators')))),
  ]);

  // Most blocks hold neither quotes nor line ends: the lists of their bits are made when there is something in them.
  const block = [
    ...parts.map((part, i) => set(part, v128.load(get('at'), textAt + 16 * i))),
    set(
      'separators',
      bitsOf((part) => v128.or(equals('delimiter')(part), equals('newline')(part))),
    ),
    set('quotes', i64.constant(0)),
    set('newlines', i64.constant(0)),
    when(isAnywhere('quote'), [set('quotes', bitsOf(equals('quote')))]),
    when(isAnywhere('newline'), [set('newlines', bitsOf(equals('newline')))]),
    set('there', i64.constant(-1)),
    when(i32.lessUnsigned(i32.sub(get('end'), get('at')), i32.constant(blockBytes)), [
      set('there', low(i64.shiftLeft(i64.constant(1), i64.extend(i32.sub(get('end'), get('at')))))),
      set('quotes', and(get('quotes'), get('there'))),
      set('separators', and(get('separators'), get('there'))),
      set('newlines', and(get('newlines'), get('there'))),
    ]),
    set('marks', or(get('separators'), get('quotes'))),
    set('inside', get('wasInside')),
    when(i64.isSet(get('quotes')), [
      set('inside', get('quotes')),
      ...runningXor,
      set('inside', xor(get('inside'), get('wasInside'))),
      set('wasInside', i64.shiftRightSigned(get('inside'), i64.constant(63))),
    ]),
    set('separators', and(get('separators'), not(get('inside')))),
    when(i64.isSet(or(or(get('quotes'), get('wasClose')), get('wasReturn'))), checkQuotes),
    set('wasMark', highest(get('marks'))),
    when(i64.isSet(get('newlines')), emitRows),
    emitSeparators,
    set('at', i32.add(get('at'), i32.constant(blockBytes))),
  ];

  const lastRoom = rowEndsAt - blockBytes * 4;
  const goesOn = i32.lessUnsigned(get('at'), get('end'));
  const hasRoom = i32.lessUnsigned(get('separatorAt'), i32.constant(lastRoom));
  const isUnsurprised = i32.lessSigned(get('surprise'), i32.constant(0));
  const body = [
    set('delimiter', v128.splat(get('delimiterByte'))),
    set('quote', v128.splat(get('quoteByte'))),
    set('newline', v128.splat(get('newlineByte'))),
    set('return', v128.splat(get('returnByte'))),
    set('separatorAt', i32.constant(separatorsAt)),
    set('surprise', i32.constant(-1)),
    set('wasMark', i64.constant(1)),
    loopWhile(i32.and(i32.and(goesOn, hasRoom), isUnsurprised), block),
    i32.store(i32.constant(resultsAt), i32.shiftRight(get('rowAt'), i32.constant(2))),
    i32.store(i32.constant(resultsAt + 4), get('surprise')),
    i32.store(i32.constant(resultsAt + 8), goesOn),
  ];
  return assembleModule([{ name: 'scan', locals, body }]);
}

const module = new VectorModule(scanModule, 'scan');

/** Where the lists lie for whoever reads them inside the memory. */
export const indexLists = { separatorsAt, rowEndsAt, rowLinesAt } as const;

/** The index made by the processor's vector instructions. */
export class SimdRowIndex implements RowIndex {
  separators: Uint32Array = new Uint32Array(0);
  rowEnds: Uint32Array = new Uint32Array(0);
  rowLines: Uint32Array = new Uint32Array(0);
  rows = 0;
  surprise = -1;
  isFull = false;
  readonly #memory: VectorMemory;
  readonly #dialect: IndexDialect;
  #results: Uint32Array = new Uint32Array(0);

  private constructor(memory: VectorMemory, dialect: IndexDialect) {
    this.#memory = memory;
    this.#dialect = dialect;
    this.#look();
  }

  /** An index for a dialect, or null where the machine has no such instructions. */
  static create(dialect: IndexDialect): SimdRowIndex | null {
    const memory = module.start();
    return memory ? new SimdRowIndex(memory, dialect) : null;
  }

  get bytes(): Buffer {
    return this.#memory.bytes;
  }

  get cells(): CellMemory {
    return this.#memory.cells;
  }

  reserve(size: number): void {
    if (this.#memory.reserve(size)) this.#look();
  }

  release(): void {
    module.release(this.#memory);
  }

  scan(start: number, end: number): void {
    const { delimiter, quote, newline } = this.#dialect;
    const returnByte = newline === 0x0a ? 0x0d : neverByte;
    this.#memory.run(start, end, delimiter, quote < 0 ? neverByte : quote, newline, returnByte);
    this.rows = this.#results[0];
    this.surprise = this.#results[1] | 0;
    this.isFull = this.surprise < 0 && this.#results[2] !== 0;
  }

  /** Looks at the memory anew; growing it takes the old views away. */
  #look(): void {
    this.#results = this.#memory.numbers(resultsAt, 4);
    this.separators = this.#memory.numbers(separatorsAt, indexRoom);
    this.rowEnds = this.#memory.numbers(rowEndsAt, indexRoom);
    this.rowLines = this.#memory.numbers(rowLinesAt, indexRoom);
  }
}
