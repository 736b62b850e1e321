import { isAscii } from 'node:buffer';
import type { Problem } from '../../model/problem.ts';
import { sentence } from '../../model/sentence.ts';
import type { Source, SourceLayout } from '../../model/source.ts';
import { createTranscoder, type Encoding, encodingNames, guessEncoding } from './encoding.ts';
import { type GzipEnd, gunzip, isGzip } from './gzip.ts';

const damageWords = { 'cut off': sentence('why.cut_off'), corrupt: sentence('why.corrupt') } as const;

const lineFeed = 0x0a;

/** A source's text as UTF-8 chunks without a byte order mark, and what was noticed on the way. */
export class TextStream {
  /** Bytes read so far, as they lie on disk. */
  bytesRead = 0;
  readonly #source: Source;
  readonly #layout: Pick<SourceLayout, 'encoding' | 'compression'>;
  readonly #gzip: GzipEnd = { damage: null };
  #repaired = 0;

  constructor(source: Source, layout: Pick<SourceLayout, 'encoding' | 'compression'>) {
    this.#source = source;
    this.#layout = layout;
  }

  async *chunks(): AsyncGenerator<Uint8Array, void, undefined> {
    const transcoder = createTranscoder(this.#layout.encoding);
    const mark = new MarkSkipper();
    for await (const chunk of this.#decompressed()) {
      for (const text of transcoder.push(chunk)) {
        const plain = mark.skip(text);
        if (plain.length > 0) yield plain;
      }
    }
    for (const text of transcoder.end()) {
      const plain = mark.skip(text);
      if (plain.length > 0) yield plain;
    }
    const held = mark.end();
    if (held.length > 0) yield held;
    this.#repaired = transcoder.repaired;
  }

  problems(): Problem[] {
    const where = { file: this.#source.path };
    const problems: Problem[] = [];
    if (this.#gzip.damage !== null) {
      problems.push({
        code: 'gzip_cut',
        severity: 'warning',
        args: { reason: damageWords[this.#gzip.damage] },
        where,
      });
    }
    if (this.#repaired > 0) {
      const isUtf8 = this.#layout.encoding === 'utf-8';
      const problem = isUtf8
        ? ({ code: 'bytes_not_utf8', args: { encoding: 'Windows-1252' } } as const)
        : ({ code: 'bytes_no_character', args: { encoding: encodingNames[this.#layout.encoding] } } as const);
      problems.push({ ...problem, severity: 'warning', where, count: this.#repaired });
    }
    return problems;
  }

  #decompressed(): AsyncIterable<Uint8Array> {
    const isCompressed = this.#layout.compression === 'gzip';
    return isCompressed ? gunzip(() => this.#counted(), this.#gzip) : this.#counted();
  }

  async *#counted(): AsyncGenerator<Uint8Array, void, undefined> {
    this.bytesRead = 0;
    for await (const chunk of this.#source.open()) {
      this.bytesRead += chunk.length;
      yield chunk;
    }
  }
}

/** Takes a UTF-8 byte order mark off the beginning of a text, however it is cut into chunks. */
class MarkSkipper {
  #held: Uint8Array | null = new Uint8Array(0);

  skip(chunk: Uint8Array): Uint8Array {
    if (this.#held === null) return chunk;
    const begun = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    if (begun.length < 3 && isMarkStart(begun)) {
      this.#held = Uint8Array.from(begun);
      return new Uint8Array(0);
    }
    this.#held = null;
    return begun.length >= 3 && isMarkStart(begun) ? begun.subarray(3) : begun;
  }

  end(): Uint8Array {
    return this.#held ?? new Uint8Array(0);
  }
}

function isMarkStart(bytes: Uint8Array): boolean {
  const mark = [0xef, 0xbb, 0xbf];
  return mark.every((byte, i) => i >= bytes.length || bytes[i] === byte);
}

/** The beginning of a source as UTF-8, and how its bytes are to be read. */
export interface Head {
  readonly text: Uint8Array;
  /** True when the text is all there is. */
  readonly whole: boolean;
  /** The same bytes as they lie in the file, decompressed. */
  readonly raw: Uint8Array;
  readonly encoding: Encoding;
  readonly guessed: boolean;
  readonly compression: 'gzip' | null;
}

/** Reads about `limit` bytes of text from the beginning of a source and settles compression and encoding. */
export async function readHead(source: Source, limit: number): Promise<Head> {
  // One byte more than the limit tells whether there is more.
  let taken = await firstBytes(source.open(), limit + 1);
  const compression = isGzip(taken) ? 'gzip' : null;
  if (compression)
    taken = await firstBytes(
      gunzip(() => source.open(), { damage: null }),
      limit + 1,
    );
  const whole = taken.length <= limit;
  const raw = whole ? taken : taken.subarray(0, limit);
  const pieces = whole || compression ? undefined : await linesFromAllOver(source, raw);
  const { encoding, guessed } = guessEncoding(raw, whole, pieces);
  const stream = new TextStream(
    { path: source.path, size: raw.length, open: () => once(raw) },
    { encoding, compression: null },
  );
  const parts: Uint8Array[] = [];
  for await (const part of stream.chunks()) parts.push(part);
  const text = parts.length === 1 ? parts[0] : Buffer.concat(parts);
  return { text, whole, raw, encoding, guessed, compression };
}

const spread = { pieces: 64, bytes: 1 << 14 };

/** Whole lines from all over a source whose first bytes do not settle its encoding; none where they do. */
async function linesFromAllOver(source: Source, head: Uint8Array): Promise<Uint8Array | undefined> {
  const isSettled = !isAscii(head) && guessEncoding(head, false).encoding.startsWith('utf');
  if (isSettled || !source.sections) return undefined;
  const last = Math.max(0, source.size - spread.bytes);
  const pieces = await source.sections(
    Array.from({ length: spread.pieces }, (_, i) => ({
      at: Math.floor((last * i) / (spread.pieces - 1)),
      length: spread.bytes,
    })),
  );
  const lines = pieces.map((piece) => {
    const first = piece.indexOf(lineFeed) + 1;
    return piece.subarray(first, Math.max(first, piece.lastIndexOf(lineFeed) + 1));
  });
  return Buffer.concat(lines);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}

/** Up to `limit` bytes from the beginning of a stream, copied. */
async function firstBytes(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  let bytes = Buffer.alloc(0);
  let length = 0;
  for await (const chunk of stream) {
    const part = chunk.subarray(0, limit - length);
    if (length + part.length > bytes.length) {
      // Many files are one chunk; of a second one on, all that is wanted finds room.
      const larger = Buffer.allocUnsafeSlow(length === 0 ? part.length : limit);
      larger.set(bytes);
      bytes = larger;
    }
    bytes.set(part, length);
    length += part.length;
    if (length >= limit) break;
  }
  return bytes.subarray(0, length);
}
