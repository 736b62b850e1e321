import { Buffer } from 'node:buffer';
import type { Dialect } from '../../../model/source.ts';
import { FormulaUnwrapper } from './formulas.ts';
import { carriageReturn, lineFeed, quoteByte } from './row-splitter.ts';

/**
 * Three ways in which CSV comes wrapped, taken off before rows are looked for. Line ends are kept, so lines count as in
 * the file, and what is not wrapped in the way looked for passes as it is.
 *
 * - `lines`: a line is one quoted cell that holds the delimited line (`"1,""A, b"",open"`), as a spreadsheet saves a
 *   table that lay in one column; delimiters of the spreadsheet may follow (`"…";;`).
 * - `blanks`: blanks stand between the quotes of a cell and its delimiters (`"1" , "A"`).
 * - `formulas`: cells are formulas of a text (`="00123"`), so that a spreadsheet leaves them alone.
 */
export interface Unpacker {
  push(chunk: Uint8Array): Uint8Array;
  end(): Uint8Array;
}

export function createUnpacker({ packing, delimiter }: Dialect): Unpacker | null {
  if (packing === 'lines') return new LineUnwrapper();
  if (packing === 'formulas') return new FormulaUnwrapper(delimiter);
  return packing === 'blanks' ? new BlankTrimmer(delimiter.charCodeAt(0)) : null;
}

/** A whole text unpacked. */
export function unpacked(text: Uint8Array, dialect: Pick<Dialect, 'packing' | 'delimiter'>): Buffer {
  const unpacker = createUnpacker(dialect as Dialect);
  return unpacker ? Buffer.concat([unpacker.push(text), unpacker.end()]) : Buffer.from(text);
}

/** True when some line of a text is one quoted cell with a separator in it. */
export function hasWrappedLines(text: Buffer): boolean {
  // Few tables have a line that begins with a quote at all, which is found at once.
  if (text[0] !== quoteByte && !text.includes('\n"') && !text.includes('\r"')) return false;
  const unwrapper = new LineUnwrapper();
  unwrapper.push(text);
  unwrapper.end();
  return unwrapper.wrapped > 0;
}

/** True when blanks stand between a quote and a delimiter or line end somewhere in a text. */
export function hasPaddedQuotes(text: Buffer, delimiter: string): boolean {
  for (let at = text.indexOf(quoteByte); at >= 0; at = text.indexOf(quoteByte, at + 1)) {
    for (const step of [-1, 1]) {
      let next = at + step;
      while (text[next] === space || (text[next] === tab && delimiter !== '\t')) next += step;
      const isEdge = next < 0 || text[next] === delimiter.charCodeAt(0) || isLineEnd(text[next]);
      if (next !== at + step && isEdge) return true;
    }
  }
  return false;
}

const space = 0x20;
const tab = 0x09;
const delimiters: readonly number[] = Array.from(',;\t|', (character) => character.charCodeAt(0));
const nothing: Uint8Array = new Uint8Array(0);
/** A quoted line longer than this is no line. */
const longestLine = 1 << 20;

const isLineEnd = (byte: number): boolean => byte === lineFeed || byte === carriageReturn;
const isBehindCell = (byte: number): boolean => byte === space || delimiters.includes(byte);

class LineUnwrapper implements Unpacker {
  /** Lines unwrapped that hold a separator. */
  wrapped = 0;
  #rest: Uint8Array = nothing;
  #out: Buffer = Buffer.alloc(0);
  #length = 0;

  push(chunk: Uint8Array): Uint8Array {
    const text = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    return this.#take(text, false);
  }

  end(): Uint8Array {
    return this.#take(this.#rest, true);
  }

  #take(text: Uint8Array, isLast: boolean): Uint8Array {
    if (this.#out.length < text.length) this.#out = Buffer.allocUnsafe(text.length);
    this.#length = 0;
    let at = 0;
    while (at < text.length) {
      const next = this.#line(text, at, isLast);
      if (next < 0) break;
      at = next;
    }
    this.#rest = at < text.length ? Uint8Array.from(text.subarray(at)) : nothing;
    return Buffer.from(this.#out.subarray(0, this.#length));
  }

  /** Puts the line that begins at `start`, and says where the next one does; −1 when its end is not there yet. */
  #line(text: Uint8Array, start: number, isLast: boolean): number {
    const mayWait = !isLast && text.length - start <= longestLine;
    if (text[start] === quoteByte) {
      const close = closingQuote(text, start);
      let end = close + 1;
      while (end < text.length && isBehindCell(text[end])) end++;
      if (end >= text.length && mayWait) return -1;
      const isWhole = close < text.length && (end >= text.length || isLineEnd(text[end]));
      if (isWhole && hasSeparator(text, start + 1, close)) return this.#unwrap(text, { start, close, end });
    }
    let at = start;
    while (at < text.length && !isLineEnd(text[at])) at++;
    if (at >= text.length && mayWait) return -1;
    return this.#put(text, start, at);
  }

  #unwrap(text: Uint8Array, line: { start: number; close: number; end: number }): number {
    this.wrapped++;
    for (let from = line.start + 1; from < line.close; from++) {
      this.#out[this.#length++] = text[from];
      if (text[from] === quoteByte) from++;
    }
    return this.#put(text, line.end, line.end);
  }

  /** Puts bytes as they are, and the line ends behind them. */
  #put(text: Uint8Array, start: number, end: number): number {
    let at = end;
    while (at < text.length && isLineEnd(text[at])) at++;
    this.#out.set(text.subarray(start, at), this.#length);
    this.#length += at - start;
    return at;
  }
}

/** The quote that closes the one at `open`, doubled ones being text; the end of the text where there is none. */
function closingQuote(text: Uint8Array, open: number): number {
  let at = open + 1;
  while (at < text.length) {
    if (text[at] !== quoteByte) at++;
    else if (text[at + 1] === quoteByte) at += 2;
    else return at;
  }
  return text.length;
}

function hasSeparator(text: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (delimiters.includes(text[at])) return true;
  return false;
}

const atStart = 0;
const inPlain = 1;
const inQuotes = 2;
const behindQuote = 3;

/** The state behind a byte, by the state before it and what the byte is: a quote, the end of a cell, or another. */
const stateBehind = [
  { quote: inQuotes, end: atStart, other: inPlain },
  { quote: inPlain, end: atStart, other: inPlain },
  { quote: behindQuote, end: inQuotes, other: inQuotes },
  { quote: inQuotes, end: atStart, other: inQuotes },
] as const;

class BlankTrimmer implements Unpacker {
  readonly #delimiter: number;
  #state: number = atStart;
  /** Blanks held back until it is known what follows them. */
  readonly #held: number[] = [];

  constructor(delimiter: number) {
    this.#delimiter = delimiter;
  }

  push(chunk: Uint8Array): Uint8Array {
    const out = Buffer.allocUnsafe(chunk.length + this.#held.length);
    let length = 0;
    for (const byte of chunk) {
      if (this.#mayBePadding(byte)) {
        this.#held.push(byte);
        continue;
      }
      if (this.#held.length > 0) {
        if (!this.#isPaddedBy(byte)) for (const blank of this.#held) out[length++] = blank;
        this.#held.length = 0;
      }
      out[length++] = byte;
      this.#state = stateBehind[this.#state][this.#kindOf(byte)];
    }
    return out.subarray(0, length);
  }

  #mayBePadding(byte: number): boolean {
    const isEdge = this.#state === atStart || this.#state === behindQuote;
    return isEdge && (byte === space || (byte === tab && byte !== this.#delimiter));
  }

  /** Whether blanks before a byte lie between a quote and the edge of its cell. */
  #isPaddedBy(byte: number): boolean {
    return this.#kindOf(byte) === (this.#state === behindQuote ? 'end' : 'quote');
  }

  #kindOf(byte: number): 'quote' | 'end' | 'other' {
    if (byte === quoteByte) return 'quote';
    return byte === this.#delimiter || isLineEnd(byte) ? 'end' : 'other';
  }

  end(): Uint8Array {
    return this.#state === behindQuote ? nothing : Uint8Array.from(this.#held);
  }
}
