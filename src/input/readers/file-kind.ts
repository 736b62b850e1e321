import { type Sentence, sentence } from '../../model/sentence.ts';

/** Beginnings of files that are no text, and what to call them. */
const signatures: readonly (readonly [kind: Sentence, bytes: readonly number[]])[] = [
  [sentence('kind.pdf'), [0x25, 0x50, 0x44, 0x46]],
  [sentence('kind.old_office'), [0xd0, 0xcf, 0x11, 0xe0]],
  [sentence('kind.bzip2'), [0x42, 0x5a, 0x68]],
  [sentence('kind.xz'), [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  [sentence('kind.zstandard'), [0x28, 0xb5, 0x2f, 0xfd]],
  [sentence('kind.seven_zip'), [0x37, 0x7a, 0xbc, 0xaf]],
  [sentence('kind.rar'), [0x52, 0x61, 0x72, 0x21]],
  [sentence('kind.png'), [0x89, 0x50, 0x4e, 0x47]],
  [sentence('kind.jpeg'), [0xff, 0xd8, 0xff]],
];

const archives: ReadonlySet<string> = new Set([
  'kind.bzip2',
  'kind.xz',
  'kind.zstandard',
  'kind.seven_zip',
  'kind.rar',
]);

/** What a file is that cannot be read as text, and what to do with it; null for text. */
export interface Foreign {
  readonly kind: Sentence;
  readonly try?: Sentence;
  /** The scheme under which it can be read all the same: `sqlite:FILE`. */
  readonly scheme?: string;
}

/** Tells by its first bytes whether a file is something else than a text export. */
export function foreignKind(head: Uint8Array): Foreign | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length);
  if (isZip(bytes)) return zipKind(bytes);
  if (startsWith(bytes, parquetMagic)) return { kind: sentence('kind.parquet') };
  if (startsWith(bytes, [...Buffer.from('SQLite format 3')]))
    return { kind: sentence('kind.sqlite'), scheme: 'sqlite:' };
  if (isDuckdb(bytes)) return { kind: sentence('kind.duckdb'), scheme: 'duckdb:' };
  const known = signatures.find(([, beginning]) => startsWith(bytes, beginning));
  if (known) {
    const [kind] = known;
    return { kind, try: archives.has(kind.code) ? sentence('hint.unpack') : undefined };
  }
  if (bytes.length > 262 && bytes.toString('latin1', 257, 262) === 'ustar') {
    return { kind: sentence('kind.tar'), try: sentence('hint.unpack') };
  }
  const beginning = bytes
    .toString('latin1', 0, 400)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (/^<(!doctype\s+html|html[\s>])/i.test(beginning) && !hasTable(bytes)) {
    return {
      kind: sentence('kind.web_page'),
      try: sentence('hint.check_download'),
    };
  }
  if (/^<\?xml[\s?]/i.test(beginning) && !isSheetXml(bytes) && !hasTable(bytes))
    return { kind: sentence('kind.xml') };
  if (/^\{\\rtf/.test(beginning)) return { kind: sentence('kind.rich_text') };
  return isBinary(bytes) ? { kind: sentence('kind.binary') } : null;
}

/** Whether a page holds a table, as what helpdesks call an Excel file often is. */
const hasTable = (bytes: Buffer): boolean => /<table\b/i.test(bytes.toString('latin1'));

/** Whether a file is Excel's XML of 2003. */
const isSheetXml = (bytes: Buffer): boolean => bytes.includes('urn:schemas-microsoft-com:office:spreadsheet');

const parquetMagic = [0x50, 0x41, 0x52, 0x31];

/** True for a Parquet file, by its first four bytes. */
export const isParquet = (head: Uint8Array): boolean => startsWith(head, parquetMagic);

/** True for a file of DuckDB, which begins with a checksum. */
export const isDuckdb = (head: Uint8Array): boolean =>
  Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1', 8, 12) === 'DUCK';

/** True for a ZIP archive, a workbook among them. */
export const isZip = (head: Uint8Array): boolean => startsWith(head, [0x50, 0x4b, 0x03, 0x04]);

/**
 * True for an archive that holds the parts of an Excel workbook: by the name of its first entry (APPNOTE 4.3.7), for an
 * archive may hold a whole workbook, whose parts are told in its bytes too.
 */
export const isWorkbook = (head: Uint8Array): boolean =>
  isZip(head) && /^(?:\[Content_Types\]\.xml$|(?:xl|_rels|docProps|customXml)\/)/.test(firstEntry(head));

function firstEntry(head: Uint8Array): string {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length);
  return bytes.length < 30 ? '' : bytes.toString('latin1', 30, 30 + bytes.readUInt16LE(26));
}

function zipKind(bytes: Buffer): Foreign {
  if (isWorkbook(bytes)) return { kind: sentence('kind.office') };
  return { kind: sentence('kind.inner_zip'), try: sentence('hint.unpack') };
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
