import { inflateRawSync } from 'node:zlib';

/** The files of a ZIP archive, read from its central directory (APPNOTE.TXT 4.3.12): enough for a workbook. */
export function readZip(bytes: Uint8Array): ReadonlyMap<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (view.getUint32(end, true) !== 0x06054b50) end -= 1;
  const files = new Map<string, string>();
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const method = view.getUint16(entry + 10, true);
    const size = view.getUint32(entry + 20, true);
    const nameLength = view.getUint16(entry + 28, true);
    const name = Buffer.from(bytes.subarray(entry + 46, entry + 46 + nameLength)).toString('utf8');
    const local = view.getUint32(entry + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const packed = bytes.subarray(start, start + size);
    files.set(name, Buffer.from(method === 8 ? inflateRawSync(packed) : packed).toString('utf8'));
    entry += 46 + nameLength + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
  return files;
}

export interface WorkbookCell {
  readonly type: string;
  readonly value: string;
  readonly format: string;
  /** Only where a cell says on which side it stands. */
  readonly align?: string;
}

/** Cells of each sheet by address, with shared strings and number formats put in. */
export function readWorkbook(bytes: Uint8Array): ReadonlyMap<string, ReadonlyMap<string, WorkbookCell>> {
  const files = readZip(bytes);
  const file = (name: string): string => files.get(name) ?? '';
  const text = (xml: string): string =>
    xml
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&apos;/g, "'")
      .replace(/&amp;/g, '&');
  const strings = [...file('xl/sharedStrings.xml').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>.*?<\/si>/gs)].map(
    (match) => text(match[1] ?? ''),
  );
  const styles = file('xl/styles.xml');
  const formats = new Map(
    [...styles.matchAll(/<numFmt [^>]*?>/g)].map(([tag]) => [
      attribute(tag, 'numFmtId'),
      text(attribute(tag, 'formatCode')),
    ]),
  );
  const cellStyles = /<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '';
  const written = [...cellStyles.matchAll(/<xf [^>]*?>(?:<alignment [^>]*?>)?/g)].map(([tag]) => ({
    id: attribute(tag, 'numFmtId'),
    align: attribute(tag, 'horizontal'),
  }));
  const names = [...file('xl/workbook.xml').matchAll(/<sheet [^>]*?>/g)].map(([tag]) =>
    text(attribute(tag, 'name')),
  );
  return new Map(
    names.map((name, index) => {
      const xml = file(`xl/worksheets/sheet${index + 1}.xml`);
      const cells = [...xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, head = '', body = '']) => {
        const type = attribute(`<c ${head}>`, 't') || 'n';
        const raw = /<v>(.*?)<\/v>/s.exec(body)?.[1] ?? '';
        const { id = '', align = '' } = written[Number(attribute(`<c ${head}>`, 's') || '0')] ?? {};
        const value = type === 's' ? (strings[Number(raw)] ?? '') : text(raw);
        const cell = { type, value, format: formats.get(id) ?? id };
        return [attribute(`<c ${head}>`, 'r'), align ? { ...cell, align } : cell] as const;
      });
      return [name, new Map(cells)];
    }),
  );
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}
