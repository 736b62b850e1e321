import type { Buffer } from 'node:buffer';
import type { ByteRoom } from '../../readers/byte-window.ts';
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

/** Marks found at once; enough for some tens of kilobytes of text, so that they stay near the processor. */
const room = 1 << 14;
const resultsAt = 0;
const marksAt = 64;
const blockBytes = 64;
/**
 * Behind the list of marks.
 *
 * @internal for the test that it ends before the cells of a batch begin
 */
export const marksEnd = marksAt + (room + blockBytes) * 4;

/**
 * Lists the positions of quotes, backslashes and control characters, 64 bytes at a time: the only bytes at which a
 * string can end, or is not what it seems.
 */
function markModule(): Uint8Array<ArrayBuffer> {
  const locals = new Locals(['at', 'end'], {
    quote: 'v128',
    backslash: 'v128',
    space: 'v128',
    part: 'v128',
    marks: 'i64',
    markAt: 'i32',
  });
  const { get, set } = locals;
  const isMark = (): Code =>
    v128.or(
      v128.or(v128.equal(get('part'), get('quote')), v128.equal(get('part'), get('backslash'))),
      v128.lessUnsigned(get('part'), get('space')),
    );
  const block = [
    set('marks', i64.constant(0)),
    ...[0, 16, 32, 48].flatMap((offset) => [
      set('part', v128.load(get('at'), textAt + offset)),
      set(
        'marks',
        i64.or(get('marks'), i64.shiftLeft(i64.extend(v128.bitmask(isMark())), i64.constant(offset))),
      ),
    ]),
    when(i32.lessUnsigned(i32.sub(get('end'), get('at')), i32.constant(blockBytes)), [
      set(
        'marks',
        i64.and(
          get('marks'),
          i64.sub(
            i64.shiftLeft(i64.constant(1), i64.extend(i32.sub(get('end'), get('at')))),
            i64.constant(1),
          ),
        ),
      ),
    ]),
    loopWhile(i64.isSet(get('marks')), [
      i32.store(get('markAt'), i32.add(get('at'), i32.wrap(i64.trailingZeros(get('marks'))))),
      set('markAt', i32.add(get('markAt'), i32.constant(4))),
      set('marks', i64.and(get('marks'), i64.sub(get('marks'), i64.constant(1)))),
    ]),
    set('at', i32.add(get('at'), i32.constant(blockBytes))),
  ];
  const hasRoom = i32.lessUnsigned(get('markAt'), i32.constant(marksAt + room * 4));
  const mark = {
    name: 'mark',
    locals,
    body: [
      set('quote', v128.splat(i32.constant(0x22))),
      set('backslash', v128.splat(i32.constant(0x5c))),
      set('space', v128.splat(i32.constant(0x20))),
      set('markAt', i32.constant(marksAt)),
      loopWhile(i32.and(i32.lessUnsigned(get('at'), get('end')), hasRoom), block),
      i32.store(i32.constant(resultsAt), get('at')),
      i32.store(
        i32.constant(resultsAt + 4),
        i32.shiftRight(i32.sub(get('markAt'), i32.constant(marksAt)), i32.constant(2)),
      ),
    ],
  };
  return assembleModule([mark]);
}

const module = new VectorModule(markModule, 'mark');

/** The bytes of a text that matter to strings, found by vector instructions a stretch at a time. */
export class StringMarks implements ByteRoom {
  marks: Uint32Array;
  count = 0;
  /** Bytes before this have been looked at. */
  end = 0;
  readonly #memory: VectorMemory;
  #results: Uint32Array;
  #textEnd = 0;

  private constructor(memory: VectorMemory) {
    this.#memory = memory;
    this.marks = memory.numbers(marksAt, room + blockBytes);
    this.#results = memory.numbers(resultsAt, 2);
  }

  /** Null where the machine has no such instructions. */
  static create(): StringMarks | null {
    const memory = module.start();
    return memory ? new StringMarks(memory) : null;
  }

  get bytes(): Buffer {
    return this.#memory.bytes;
  }

  get cells(): CellMemory {
    return this.#memory.cells;
  }

  reserve(size: number): void {
    if (!this.#memory.reserve(size)) return;
    this.marks = this.#memory.numbers(marksAt, room + blockBytes);
    this.#results = this.#memory.numbers(resultsAt, 2);
  }

  /** The marks are no longer needed. */
  release(): void {
    module.release(this.#memory);
  }

  /** Lists the marks from `start` on as far as there is room. */
  look(start: number): void {
    this.#memory.run(start, this.#textEnd);
    this.end = Math.min(this.#textEnd, this.#results[0]);
    this.count = this.#results[1];
  }

  /** Index of the mark at `position`, which is one, tried from `guess` on first. */
  find(position: number, guess: number): number {
    if (position >= this.end || this.count === 0 || position < this.marks[0]) {
      this.look(position);
      return 0;
    }
    let low = 0;
    let high = this.count - 1;
    if (guess < this.count && this.marks[guess] <= position) {
      // Line ends and the like lie between two strings.
      for (let i = guess; i < Math.min(this.count, guess + 8); i++) if (this.marks[i] === position) return i;
      low = guess;
    }
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.marks[middle] < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The text has changed and now ends at `textEnd`. */
  forget(textEnd: number): void {
    this.#textEnd = textEnd;
    this.count = 0;
    this.end = 0;
  }
}
