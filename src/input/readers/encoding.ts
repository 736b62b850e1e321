import { isUtf8 } from 'node:buffer';
import type { SourceLayout } from '../../model/source.ts';
import { cp850, windows1252 } from './code-pages.ts';
import { likeliestEncoding } from './encoding-evidence.ts';

export type Encoding = SourceLayout['encoding'];

/** Encodings as messages name them. */
export const encodingNames: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
  cp850: 'the DOS code page 850',
  'windows-1250': 'Windows-1250 (Central European)',
  'iso-8859-2': 'ISO 8859-2 (Central European)',
  'windows-1254': 'Windows-1254 (Turkish)',
  'windows-1251': 'Windows-1251 (Cyrillic)',
  ibm866: 'the DOS code page 866 (Cyrillic)',
  'koi8-r': 'KOI8-R (Cyrillic)',
  'windows-1253': 'Windows-1253 (Greek)',
  'windows-1255': 'Windows-1255 (Hebrew)',
  'windows-1256': 'Windows-1256 (Arabic)',
  'windows-874': 'Windows-874 (Thai)',
  gb18030: 'GB18030 (Chinese)',
  big5: 'Big5 (Chinese)',
  shift_jis: 'Shift-JIS (Japanese)',
  'euc-jp': 'EUC-JP (Japanese)',
  'euc-kr': 'EUC-KR (Korean)',
};

/** What the first bytes say about the encoding, and whether it was guessed rather than written or proven. */
export interface EncodingGuess {
  readonly encoding: Encoding;
  readonly guessed: boolean;
}

/**
 * The encoding of a text: a byte order mark; NULs in every other byte (UTF-16 without mark); UTF-8 where it is valid, or
 * where its characters outnumber the broken bytes (texts cut at a byte limit); else the one in which its bytes make the
 * most believable letters. `whole` says that nothing follows, so a character cut at the end is broken; `pieces` are lines
 * from all over a text that goes on behind its head.
 */
export function guessEncoding(head: Uint8Array, whole: boolean, pieces: Uint8Array = nothing): EncodingGuess {
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', guessed: false };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', guessed: false };
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', guessed: false };
  const wide = wideEncoding(head);
  if (wide) return { encoding: wide, guessed: true };
  const beginning = whole ? head : head.subarray(0, head.length - cutCharacter(head));
  const text = pieces.length > 0 ? Buffer.concat([beginning, newline, pieces]) : beginning;
  if (isUtf8(text)) return { encoding: 'utf-8', guessed: false };
  if (isMostlyUtf8(text)) return { encoding: 'utf-8', guessed: false };
  return { encoding: likeliestEncoding(text), guessed: true };
}

const nothing: Uint8Array = new Uint8Array(0);
const newline = Buffer.from('\n');

/** Length of the valid UTF-8 sequence of several bytes that begins at `at`, 0 when it is not one. */
function characterAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at];
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || at + length > bytes.length) return 0;
  for (let k = 1; k < length; k++) if ((bytes[at + k] & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1];
  if (lead === 0xe0 && second < 0xa0) return 0;
  if (lead === 0xed && second > 0x9f) return 0;
  if (lead === 0xf0 && second < 0x90) return 0;
  if (lead === 0xf4 && second > 0x8f) return 0;
  return length;
}

/** How many bytes at the end begin a UTF-8 character that needs more bytes: 0 to 3. */
function cutCharacter(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back];
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? back : 0;
    }
  }
  return 0;
}

/** Turns chunks of one encoding into chunks of UTF-8 that never split a character. */
export interface Transcoder {
  /** Bytes of input that were no valid character and were read as Windows-1252 or replaced. */
  readonly repaired: number;
  push(chunk: Uint8Array): Iterable<Uint8Array>;
  end(): Iterable<Uint8Array>;
}

export function createTranscoder(encoding: Encoding): Transcoder {
  if (encoding === 'windows-1252') return new SingleByteTranscoder(windows1252());
  if (encoding === 'cp850') return new SingleByteTranscoder(cp850());
  if (encoding === 'utf-8') return new Utf8Transcoder();
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return new Utf16Transcoder(encoding === 'utf-16be');
  return new DecodingTranscoder(encoding);
}

class SingleByteTranscoder implements Transcoder {
  readonly repaired = 0;
  readonly #characters: readonly Uint8Array[];

  constructor(characters: readonly Uint8Array[]) {
    this.#characters = characters;
  }

  *push(chunk: Uint8Array): Iterable<Uint8Array> {
    const out = Buffer.allocUnsafe(chunk.length * 3);
    let length = 0;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i];
      if (byte < 0x80) out[length++] = byte;
      else for (const part of this.#characters[byte - 0x80]) out[length++] = part;
    }
    yield out.subarray(0, length);
  }

  *end(): Iterable<Uint8Array> {}
}

/** Passes valid UTF-8 through untouched; a broken byte in it is read as Windows-1252, as its writer most likely meant. */
class Utf8Transcoder implements Transcoder {
  repaired = 0;
  #rest: Uint8Array = new Uint8Array(0);

  *push(chunk: Uint8Array): Iterable<Uint8Array> {
    let text = chunk;
    if (this.#rest.length > 0) {
      const missing = Math.min(chunk.length, missingBytes(this.#rest, chunk));
      const joined = Buffer.concat([this.#rest, chunk.subarray(0, missing)]);
      text = chunk.subarray(missing);
      const cut = cutCharacter(joined);
      if (text.length === 0 && cut > 0) {
        this.#rest = joined.subarray(joined.length - cut);
        if (cut < joined.length) yield this.#valid(joined.subarray(0, joined.length - cut));
        return;
      }
      this.#rest = new Uint8Array(0);
      yield this.#valid(joined);
    }
    const cut = cutCharacter(text);
    if (cut > 0) this.#rest = Uint8Array.from(text.subarray(text.length - cut));
    if (cut < text.length) yield this.#valid(text.subarray(0, text.length - cut));
  }

  *end(): Iterable<Uint8Array> {
    if (this.#rest.length > 0) yield this.#valid(this.#rest);
    this.#rest = new Uint8Array(0);
  }

  #valid(text: Uint8Array): Uint8Array {
    if (isUtf8(text)) return text;
    const out = Buffer.allocUnsafe(text.length * 3);
    const meant = windows1252();
    let length = 0;
    for (let i = 0; i < text.length; ) {
      const size = text[i] < 0x80 ? 1 : characterAt(text, i);
      if (size > 0) {
        for (let k = 0; k < size; k++) out[length++] = text[i + k];
        i += size;
      } else {
        for (const part of meant[text[i++] - 0x80]) out[length++] = part;
        this.repaired++;
      }
    }
    return out.subarray(0, length);
  }
}

/** Bytes of `next` that belong to the character begun in `rest`: continuation bytes only, as many as its length asks for. */
function missingBytes(rest: Uint8Array, next: Uint8Array): number {
  const lead = rest[0];
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  let missing = 0;
  while (missing < length - rest.length && missing < next.length && (next[missing] & 0xc0) === 0x80)
    missing++;
  return missing;
}

class Utf16Transcoder implements Transcoder {
  readonly repaired = 0;
  readonly #swapped: boolean;
  readonly #decoder = new TextDecoder('utf-16le', { ignoreBOM: true });
  #odd = -1;

  constructor(swapped: boolean) {
    this.#swapped = swapped;
  }

  *push(chunk: Uint8Array): Iterable<Uint8Array> {
    const had = this.#odd >= 0 ? 1 : 0;
    const length = (chunk.length + had) & ~1;
    const units = Buffer.allocUnsafe(length);
    if (length > 0) {
      if (had) units[0] = this.#odd;
      units.set(chunk.subarray(0, length - had), had);
      this.#odd = -1;
    }
    if (chunk.length + had > length) this.#odd = chunk[chunk.length - 1];
    if (this.#swapped) units.swap16();
    if (length > 0) yield Buffer.from(this.#decoder.decode(units, { stream: true }));
  }

  *end(): Iterable<Uint8Array> {
    const last = this.#decoder.decode();
    if (last.length > 0) yield Buffer.from(last);
  }
}

/** Reads by the tables of `TextDecoder`; what is no character becomes U+FFFD, and is counted. */
class DecodingTranscoder implements Transcoder {
  repaired = 0;
  readonly #decoder: InstanceType<typeof TextDecoder>;

  constructor(encoding: Encoding) {
    this.#decoder = new TextDecoder(encoding);
  }

  *push(chunk: Uint8Array): Iterable<Uint8Array> {
    yield* this.#text(this.#decoder.decode(chunk, { stream: true }));
  }

  *end(): Iterable<Uint8Array> {
    yield* this.#text(this.#decoder.decode());
  }

  *#text(text: string): Iterable<Uint8Array> {
    if (text.length === 0) return;
    for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) this.repaired++;
    yield Buffer.from(text);
  }
}

/** UTF-16 without a byte order mark: every other byte is NUL. */
function wideEncoding(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const looked = Math.min(head.length & ~1, 4096);
  const nulls = [0, 0];
  for (let i = 0; i < looked; i++) if (head[i] === 0) nulls[i & 1]++;
  const half = looked / 2;
  if (half > 1 && nulls[1] > half * 0.4 && nulls[0] < half * 0.05) return 'utf-16le';
  if (half > 1 && nulls[0] > half * 0.4 && nulls[1] < half * 0.05) return 'utf-16be';
  return null;
}

/** Two characters in three beyond ASCII are whole in UTF-8. */
function isMostlyUtf8(text: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < text.length; ) {
    if (text[i] < 0x80) {
      i++;
      continue;
    }
    const length = characterAt(text, i);
    if (length === 0) bad++;
    else good++;
    i += length || 1;
  }
  return good > bad * 2;
}
