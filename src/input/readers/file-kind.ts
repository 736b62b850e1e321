/** Beginnings of files that are no text, and what to call them. */
const signatures: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
  ['an old Excel or Office file (.xls), or a workbook with a password', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a bzip2 archive', [0x42, 0x5a, 0x68]],
  ['an xz archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['a Zstandard archive', [0x28, 0xb5, 0x2f, 0xfd]],
  ['a 7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a RAR archive', [0x52, 0x61, 0x72, 0x21]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
];

/** What a file is that cannot be read as text, and what to do with it; null for text. */
export interface Foreign {
  readonly kind: string;
  readonly try?: string;
  /** The scheme under which it can be read all the same: `sqlite:FILE`. */
  readonly scheme?: string;
}

/** Tells by its first bytes whether a file is something else than a text export. */
export function foreignKind(head: Uint8Array): Foreign | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length);
  if (isZip(bytes)) return zipKind(bytes);
  if (startsWith(bytes, parquetMagic)) return { kind: 'a Parquet file' };
  if (startsWith(bytes, [...Buffer.from('SQLite format 3')]))
    return { kind: 'an SQLite database', scheme: 'sqlite:' };
  if (isDuckdb(bytes)) return { kind: 'a DuckDB database', scheme: 'duckdb:' };
  const known = signatures.find(([, beginning]) => startsWith(bytes, beginning));
  if (known) {
    const isArchive = known[0].includes('archive');
    return { kind: known[0], try: isArchive ? 'unpack it first' : undefined };
  }
  if (bytes.length > 262 && bytes.toString('latin1', 257, 262) === 'ustar') {
    return { kind: 'a tar archive', try: 'unpack it first' };
  }
  const beginning = bytes
    .toString('latin1', 0, 400)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (/^<(!doctype\s+html|html[\s>])/i.test(beginning)) {
    return {
      kind: 'a web page',
      try: 'check the download: this is often a log-in page saved under the name of the export',
    };
  }
  if (/^<\?xml[\s?]/i.test(beginning)) return { kind: 'an XML file' };
  if (/^\{\\rtf/.test(beginning)) return { kind: 'a rich-text document' };
  return isBinary(bytes) ? { kind: 'a binary file' } : null;
}

const parquetMagic = [0x50, 0x41, 0x52, 0x31];

/** True for a Parquet file, by its first four bytes. */
export const isParquet = (head: Uint8Array): boolean => startsWith(head, parquetMagic);

/** True for a file of DuckDB, which begins with a checksum. */
export const isDuckdb = (head: Uint8Array): boolean =>
  Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1', 8, 12) === 'DUCK';

/** True for a ZIP archive, a workbook among them. */
export const isZip = (head: Uint8Array): boolean => startsWith(head, [0x50, 0x4b, 0x03, 0x04]);

/** True for an archive that holds the parts of an Excel workbook. */
export const isWorkbook = (head: Uint8Array): boolean =>
  isZip(head) && /xl\/|\[Content_Types\]\.xml|_rels\/\.rels/.test(latin1(head));

const latin1 = (head: Uint8Array): string => Buffer.from(head.subarray(0, 4096)).toString('latin1');

function zipKind(bytes: Buffer): Foreign {
  if (isWorkbook(bytes)) return { kind: 'an Office document' };
  return { kind: 'a ZIP archive within another file', try: 'unpack it first' };
}

/** More than one byte in two hundred is NUL, and not as UTF-16 has them: every other one. */
function isBinary(bytes: Buffer): boolean {
  const looked = bytes.subarray(0, 4096);
  if ((looked[0] === 0xff && looked[1] === 0xfe) || (looked[0] === 0xfe && looked[1] === 0xff)) return false;
  const nulls = [0, 0];
  for (let i = 0; i < looked.length; i++) if (looked[i] === 0) nulls[i & 1]++;
  if ((nulls[0] + nulls[1]) * 200 <= looked.length) return false;
  const [most, least] = nulls[0] > nulls[1] ? nulls : [nulls[1], nulls[0]];
  return !(most > looked.length * 0.2 && least < looked.length * 0.025);
}

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return bytes.length >= beginning.length && beginning.every((byte, i) => bytes[i] === byte);
}
