import type { Buffer } from 'node:buffer';

/** The bytes that JSON is built of. */
export const byteOf = {
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  openArray: 0x5b,
  backslash: 0x5c,
  closeArray: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d,
} as const;

/** Bare words and what they read as. Python and JavaScript write NaN and Infinity, which are missing values. */
export const words = new Map([
  ['null', ''],
  ['true', 'true'],
  ['false', 'false'],
  ['NaN', ''],
  ['Infinity', ''],
  ['-Infinity', ''],
]);

/** The text of the number or bare word between two positions. Digits stay as written; exponents are written out. */
export function wordText(bytes: Buffer, start: number, end: number): string {
  const text = bytes.toString('latin1', start, end);
  const word = words.get(text);
  if (word !== undefined) return word;
  return /[eE]/.test(text) ? plainNumber(text) : text;
}

/** A number without an exponent, as JavaScript writes it where it would use none. */
function plainNumber(text: string): string {
  const value = Number(text);
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
}

/** What the letter behind a backslash stands for, 0 for letters that may not stand there. */
export const escapes = new Uint8Array(256);
for (const [letter, byte] of [
  ['"', 0x22],
  ['\\', 0x5c],
  ['/', 0x2f],
  ['b', 8],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
] as const) {
  escapes[letter.charCodeAt(0)] = byte;
}

/** Value of a hexadecimal digit, −1 for other bytes. */
export function hexValue(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

function unitAt(bytes: Uint8Array, at: number): number {
  let unit = 0;
  for (let k = 0; k < 4; k++) unit = unit * 16 + hexValue(bytes[at + k]);
  return unit;
}

/**
 * Writes the bytes of a checked string without its escapes to `into` and returns where they end. A lone surrogate
 * becomes U+FFFD. What is written is never longer than what was read.
 */
export function unescapeString(string: {
  from: Uint8Array;
  start: number;
  end: number;
  into: Uint8Array;
  at: number;
}): number {
  const { from, end, into } = string;
  let to = string.at;
  for (let at = string.start; at < end; ) {
    const byte = from[at];
    if (byte !== byteOf.backslash) {
      into[to++] = byte;
      at++;
      continue;
    }
    if (from[at + 1] !== 0x75) {
      into[to++] = escapes[from[at + 1]];
      at += 2;
      continue;
    }
    let point = unitAt(from, at + 2);
    at += 6;
    if (point >= 0xd800 && point <= 0xdfff) {
      const isPair = point < 0xdc00 && at + 5 < end && from[at] === byteOf.backslash && from[at + 1] === 0x75;
      const low = isPair ? unitAt(from, at + 2) : 0;
      if (low >= 0xdc00 && low <= 0xdfff) {
        point = 0x10000 + ((point - 0xd800) << 10) + (low - 0xdc00);
        at += 6;
      } else point = 0xfffd;
    }
    to = writePoint(into, to, point);
  }
  return to;
}

function writePoint(into: Uint8Array, at: number, point: number): number {
  if (point < 0x80) {
    into[at] = point;
    return at + 1;
  }
  if (point < 0x800) {
    into[at] = 0xc0 | (point >> 6);
    into[at + 1] = 0x80 | (point & 0x3f);
    return at + 2;
  }
  if (point < 0x10000) {
    into[at] = 0xe0 | (point >> 12);
    into[at + 1] = 0x80 | ((point >> 6) & 0x3f);
    into[at + 2] = 0x80 | (point & 0x3f);
    return at + 3;
  }
  into[at] = 0xf0 | (point >> 18);
  into[at + 1] = 0x80 | ((point >> 12) & 0x3f);
  into[at + 2] = 0x80 | ((point >> 6) & 0x3f);
  into[at + 3] = 0x80 | (point & 0x3f);
  return at + 4;
}
