import { Buffer } from 'node:buffer';
import { carriageReturn, lineFeed, quoteByte } from './row-splitter.ts';

/**
 * Cells written so that a spreadsheet leaves them alone: `="00123"`, quoted once more (`"=""00123"""`), or behind an
 * apostrophe (`'2025-01-02`, quoted too). What they hold is put in their place; quotes stay, lines and cells count as in the file.
 */
export class FormulaUnwrapper {
  /** Cells unwrapped. */
  unwrapped = 0;
  /** Ends of rows; those within quotes are none. */
  rows = 0;
  readonly #delimiter: number;
  #state: State = 'start';
  #rest: Uint8Array = nothing;
  #out: Buffer = Buffer.alloc(0);
  #length = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
  }

  push(chunk: Uint8Array): Uint8Array {
    return this.#take(this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk, LOOKS_AHEAD);
  }

  end(): Uint8Array {
    return this.#take(this.#rest, 0);
  }

  #take(text: Uint8Array, kept: number): Uint8Array {
    if (this.#out.length < text.length) this.#out = Buffer.allocUnsafe(text.length);
    this.#length = 0;
    let at = 0;
    while (at < text.length - kept) at += this.#step(text, at);
    this.#rest = at < text.length ? Uint8Array.from(text.subarray(at)) : nothing;
    return Buffer.from(this.#out.subarray(0, this.#length));
  }

  /** Takes what stands at a place, and says how many bytes that are. */
  #step(text: Uint8Array, at: number): number {
    const byte = text[at];
    if (this.#state === 'start') return this.#begin(text, at);
    if (this.#state === 'plain') {
      if (this.#isEdge(byte)) this.#state = 'start';
      return this.#pass(text, at);
    }
    if (byte !== quoteByte) return this.#put(byte, 1);
    if (this.#state === 'formula') return this.#close(1);
    const isDoubled = text[at + 1] === quoteByte;
    if (this.#state === 'quoted formula')
      return isDoubled && text[at + 2] === quoteByte ? this.#close(3) : this.#put(byte, 1);
    if (!isDoubled) return this.#close(1);
    this.#put(byte, 1);
    return this.#put(byte, 2);
  }

  #begin(text: Uint8Array, at: number): number {
    const [byte, second, third, fourth] = [text[at], text[at + 1], text[at + 2], text[at + 3]];
    if (byte === equals && second === quoteByte) return this.#open('formula', 2);
    if (byte === quoteByte && second === equals && third === quoteByte && fourth === quoteByte)
      return this.#open('quoted formula', 4);
    if (byte === apostrophe && isDigit(second)) {
      this.unwrapped++;
      this.#state = 'plain';
      return 1;
    }
    if (byte === quoteByte && second === apostrophe && isDigit(third)) {
      this.unwrapped++;
      this.#state = 'quotes';
      return this.#put(byte, 2);
    }
    if (byte === quoteByte) this.#state = 'quotes';
    else if (!this.#isEdge(byte)) this.#state = 'plain';
    return this.#pass(text, at);
  }

  /** Hands on what stands outside of quotes. */
  #pass(text: Uint8Array, at: number): number {
    const byte = text[at];
    // Two bytes may end one row.
    if (byte === lineFeed || (byte === carriageReturn && text[at + 1] !== lineFeed)) this.rows++;
    return this.#put(byte, 1);
  }

  #open(state: State, taken: number): number {
    this.unwrapped++;
    this.#state = state;
    return this.#put(quoteByte, taken);
  }

  #close(taken: number): number {
    this.#state = 'plain';
    return this.#put(quoteByte, taken);
  }

  #put(byte: number, taken: number): number {
    this.#out[this.#length++] = byte;
    return taken;
  }

  #isEdge(byte: number): boolean {
    return byte === this.#delimiter || byte === lineFeed || byte === carriageReturn;
  }
}

type State = 'start' | 'plain' | 'quotes' | 'formula' | 'quoted formula';

/** A quoted formula begins with four signs. */
const LOOKS_AHEAD = 4;
const equals = 0x3d;
const apostrophe = 0x27;
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const nothing: Uint8Array = new Uint8Array(0);

/** True where as many cells are wrapped as half of the rows: a column of them, not a text that begins so. */
export function hasFormulas(text: Buffer, delimiter: string): boolean {
  if (!mayHoldFormulas(text)) return false;
  const unwrapper = new FormulaUnwrapper(delimiter);
  unwrapper.push(text);
  unwrapper.end();
  if (unwrapper.unwrapped === 0) return false;
  return unwrapper.unwrapped * 2 >= unwrapper.rows;
}

/** A quick look for a beginning of one: texts have apostrophes too, but hardly before a digit at the edge of a word. */
function mayHoldFormulas(text: Buffer): boolean {
  if (text.includes('="')) return true;
  for (let at = text.indexOf(apostrophe); at !== -1; at = text.indexOf(apostrophe, at + 1))
    if (isDigit(text[at + 1])) return true;
  return false;
}
