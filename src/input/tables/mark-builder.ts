import { Dictionary } from '../../model/dictionary.ts';
import { type RowMark, type RowMarkMeaning, rowMarkMeanings } from '../../model/mapping.ts';
import { foldValue } from '../../model/raw-value.ts';
import { addEach, type CellRun, isMissingMark, trimEnd, trimStart } from './cell-builder.ts';
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

  constructor(mark: RowMark) {
    super(new Dictionary());
    this.#mark = mark;
    this.source = mark.source;
  }

  protected override addOneByOne(run: CellRun): void {
    addEach(this, run);
  }

  protected override codeOf(bytes: Uint8Array, start: number, end: number): number {
    if (this.#mark.separator !== undefined && !mayHoldMark(bytes, start, end)) return 0;
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

const [A, E, F, M, O, P, R, S, U, Z] = [...'aefmoprsuz'].map((letter) => letter.charCodeAt(0));

/** False where none of the tags that are marks can stand in a cell: most lists of tags need no decoding. */
function mayHoldMark(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i + 2 < end; i++) {
    if (bytes[i] > 127) return true;
    const next = bytes[i + 1] | 32;
    switch (bytes[i] | 32) {
      case M: // merged, mesclado
        if (next === E && ((bytes[i + 2] | 32) === R || (bytes[i + 2] | 32) === S)) return true;
        break;
      case S: // spam, samengevoegd
        if (next === P || next === A) return true;
        break;
      case O: // outbound
      case F: // fusionné
      case A: // ausgehend
      case Z: // zusammengeführt
        if (next === U) return true;
        break;
      case P: // proactive
        if (next === R) return true;
        break;
    }
  }
  return false;
}
