import { asciiLetters, byteFlags } from '../../model/byte-flags.ts';
import { Dictionary } from '../../model/dictionary.ts';
import { type RowMark, type RowMarkMeaning, rowMarkMeanings } from '../../model/mapping.ts';
import { foldValue } from '../../model/raw-value.ts';
import { isMissingMark, trimEnd, trimStart } from './cell-builder.ts';
import { ValuesBuilder } from './code-builders.ts';

const decoder = new TextDecoder();
/** Different cells of a column whose meaning is remembered. */
const KEPT_CELLS = 1 << 16;
/** What parts the values of a list, where nothing else is known: JSON lists come with the unit separator. */
const usualSeparators = /[,;|\u001f\s"[\]]+/;

/** Reads what a column says of its rows: code i + 1 for `rowMarkMeanings[i]`, 0 for nothing. */
export class MarkBuilder extends ValuesBuilder {
  readonly source: string;
  readonly #mark: RowMark;
  readonly #known = new Map<string, number>();
  /** How marks begin in a list of values; null where each cell is one value. */
  readonly #beginnings: Int32Array | null;

  constructor(mark: RowMark) {
    super(new Dictionary());
    this.#mark = mark;
    this.source = mark.source;
    const listed = mark.separator === undefined ? undefined : mark.words.keys?.();
    this.#beginnings = listed ? beginningsOf(listed) : null;
  }

  protected override codeOf(bytes: Uint8Array, start: number, end: number): number {
    if (this.#beginnings !== null && !mayHoldMark(this.#beginnings, bytes, start, end)) return 0;
    const from = trimStart(bytes, start, end);
    const to = trimEnd(bytes, from, end);
    if (isMissingMark(bytes, from, to)) return 0;
    const text = decoder.decode(bytes.subarray(from, to));
    let code = this.#known.get(text);
    if (code === undefined) {
      code = this.#meaningOf(text);
      if (this.#known.size < KEPT_CELLS) this.#known.set(text, code);
    }
    return code;
  }

  #meaningOf(text: string): number {
    const { words, separator } = this.#mark;
    if (separator === undefined) return codeOf(words.get(foldValue(text)));
    for (const part of text.split(separator ?? usualSeparators)) {
      const code = codeOf(words.get(foldValue(part)));
      if (code > 0) return code;
    }
    return 0;
  }
}

function codeOf(meaning: RowMarkMeaning | undefined): number {
  return meaning === undefined ? 0 : rowMarkMeanings.indexOf(meaning) + 1;
}

const isLetter = byteFlags(asciiLetters);

/** For each byte, in either case: the letters that follow it at the beginning of a word that is a mark, a bit a letter. */
function beginningsOf(words: Iterable<string>): Int32Array {
  const followers = new Int32Array(256);
  // Letters beyond ASCII are written in several ways: such cells are decoded.
  followers.fill(-1, 128);
  for (const word of words) {
    for (const first of [word.toLowerCase(), word.toUpperCase()])
      if (first.charCodeAt(0) < 128) followers[first.charCodeAt(0)] |= 1 << (word.charCodeAt(1) & 31);
  }
  return followers;
}

/** False where no word of a cell begins as a mark does: most lists of tags need no decoding. */
function mayHoldMark(followers: Int32Array, bytes: Uint8Array, start: number, end: number): boolean {
  let isInside = 0;
  for (let i = start; i + 1 < end; i++) {
    const next = followers[bytes[i]];
    const after = bytes[i + 1];
    if (isInside === 0 && next !== 0 && (after > 127 || (next & (1 << (after & 31))) !== 0)) return true;
    isInside = isLetter[bytes[i]];
  }
  return false;
}
