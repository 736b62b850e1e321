import { Buffer } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTranscoder, guessEncoding } from '../../../../src/input/readers/encoding.ts';
import { encoded } from './encoded.ts';
import { codesOf, memorySource, readAll } from './reading.ts';

const text = 'id,subject,note\n1,Zoë’s café,“ok”\n2,Müller – 5 €,naïve\n';
const rows = [
  ['1', 'Zoë’s café', '“ok”'],
  ['2', 'Müller – 5 €', 'naïve'],
];

/** Windows-1252 bytes, by Python: `'…'.encode('cp1252')`. */
function windows1252(of: string): Buffer {
  const special: Record<string, number> = { '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96, '€': 0x80 };
  return Buffer.from([...of].map((character) => special[character] ?? character.codePointAt(0) ?? 0));
}

const utf16 = (of: string, isBig: boolean): Buffer => {
  const bytes = Buffer.from(of, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};

describe('encodings', () => {
  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8', []],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`), 'utf-8', []],
    ['UTF-16LE with a mark', utf16(`\ufeff${text}`, false), 'utf-16le', []],
    ['UTF-16BE with a mark', utf16(`\ufeff${text}`, true), 'utf-16be', []],
    ['UTF-16LE without a mark', utf16(text, false), 'utf-16le', ['encoding_guessed']],
    ['UTF-16BE without a mark', utf16(text, true), 'utf-16be', ['encoding_guessed']],
    ['Windows-1252', windows1252(text), 'windows-1252', ['encoding_guessed']],
  ] as const)('reads %s', async (_, bytes, encoding, codes) => {
    for (const chunkBytes of [1, 2, 3, 7, 1 << 20]) {
      const { sample, table } = await readAll(memorySource(bytes, chunkBytes));
      expect(sample.layout.encoding).toBe(encoding);
      expect(codesOf(sample.problems)).toEqual(codes);
      expect(table.columns).toEqual(['id', 'subject', 'note']);
      expect(table.rows).toEqual(rows);
    }
  });

  it('reads the few broken bytes of a UTF-8 file as Windows-1252 and counts them', async () => {
    const bytes = Buffer.concat([
      Buffer.from(text.repeat(1)),
      Buffer.from('3,caf'),
      Buffer.from([0xe9]),
      Buffer.from(',x\n'),
    ]);
    const { sample, table, problems } = await readAll(bytes);
    expect(sample.layout.encoding).toBe('utf-8');
    expect(table.rows[2]).toEqual(['3', 'café', 'x']);
    expect(problems).toMatchObject([{ code: 'bytes_not_utf8', count: 1 }]);
  });

  it('counts the bytes that are no character of the encoding that a file was taken for', async () => {
    const cells = encoded
      .filter(([name]) => name === 'gb18030')
      .map(([, , base64]) => Buffer.from(base64, 'base64'));
    const lines = cells.flatMap((cell, i) => [Buffer.from(`${i},`), cell, Buffer.from(',x\n')]);
    const bytes = Buffer.concat([
      Buffer.from('id,subject,note\n'),
      ...lines,
      Buffer.from([0x39, 0x2c, 0xff, 0x2c, 0x78, 0x0a]),
    ]);
    const { sample, problems } = await readAll(memorySource(bytes));
    expect(sample.layout.encoding).toBe('gb18030');
    expect(problems).toContainEqual(expect.objectContaining({ code: 'bytes_no_character', count: 1 }));
  });

  it('goes over to Windows-1252 where the first accent comes late', async () => {
    const plain = Array.from({ length: 200_000 }, (_, i) => `${i},plain text,x\n`).join('');
    const bytes = Buffer.concat([Buffer.from(`id,subject,note\n${plain}`), windows1252('9,Zoë – ok,y\n')]);
    const { sample, table, problems } = await readAll(bytes, { wanted: ['subject'] });
    expect(sample.layout.encoding).toBe('utf-8');
    expect(table.rows.at(-1)).toEqual(['Zoë – ok']);
    expect(problems).toMatchObject([{ code: 'bytes_not_utf8', count: 2 }]);
  });

  it('decodes as TextDecoder does, whatever the chunks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 5 }), (any, size) => {
        const plain = Buffer.from(any).toString();
        for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
          const bytes = encoding === 'utf-8' ? Buffer.from(plain) : utf16(plain, encoding === 'utf-16be');
          const transcoder = createTranscoder(encoding);
          const parts: Buffer[] = [];
          for (let at = 0; at < bytes.length; at += size) {
            for (const part of transcoder.push(bytes.subarray(at, at + size))) parts.push(Buffer.from(part));
          }
          for (const part of transcoder.end()) parts.push(Buffer.from(part));
          expect(Buffer.concat(parts).toString()).toBe(plain);
          expect(transcoder.repaired).toBe(0);
        }
      }),
    );
  });

  it('makes valid UTF-8 of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.integer({ min: 1, max: 5 }), (bytes, size) => {
        const transcoder = createTranscoder('utf-8');
        const parts: Buffer[] = [];
        for (let at = 0; at < bytes.length; at += size) {
          for (const part of transcoder.push(bytes.subarray(at, at + size))) parts.push(Buffer.from(part));
        }
        for (const part of transcoder.end()) parts.push(Buffer.from(part));
        const whole = Buffer.concat(parts);
        expect(Buffer.from(whole.toString()).equals(whole)).toBe(true);
      }),
    );
  });

  it('does not take a character that the sample cuts in two for a broken one', () => {
    const bytes = Buffer.from('Zoë');
    expect(guessEncoding(bytes.subarray(0, 3), false)).toEqual({ encoding: 'utf-8', guessed: false });
    expect(guessEncoding(bytes.subarray(0, 3), true)).toEqual({ encoding: 'windows-1252', guessed: true });
  });

  it('takes texts cut at a byte limit for UTF-8 all the same', () => {
    const cut = Buffer.concat([
      Buffer.from('Zoë, café, naïve, Müller, '),
      Buffer.from([0xc3]),
      Buffer.from(', x'),
    ]);
    expect(guessEncoding(cut, true).encoding).toBe('utf-8');
  });
});

describe('gzip', () => {
  const many = `id,subject\n${Array.from({ length: 5_000 }, (_, i) => `${i},"Subject number ${i}"\n`).join('')}`;

  it('reads compressed text by its content, whatever the name, also several members in a row', async () => {
    const bytes = Buffer.concat([gzipSync(many), gzipSync('5000,last\n')]);
    for (const chunkBytes of [1_000, 1 << 20]) {
      const { sample, table, problems } = await readAll(memorySource(bytes, chunkBytes));
      expect(sample.layout.compression).toBe('gzip');
      expect(table.rows).toHaveLength(5_001);
      expect(problems).toEqual([]);
    }
  });

  it('keeps what could be decompressed of a file that is cut off, and says so', async () => {
    const bytes = gzipSync(many);
    const { table, problems } = await readAll(bytes.subarray(0, bytes.length - 3_000));
    expect(table.rows.length).toBeGreaterThan(1_000);
    expect(table.rows.length).toBeLessThan(5_000);
    expect(table.rows.at(-1)).toEqual([
      String(table.rows.length - 1),
      `Subject number ${table.rows.length - 1}`,
    ]);
    expect(codesOf(problems)).toContain('gzip_cut');
  });

  it('keeps everything when only the checksum is missing or wrong', async () => {
    const bytes = gzipSync(many);
    for (const damaged of [
      bytes.subarray(0, bytes.length - 4),
      Buffer.concat([bytes.subarray(0, bytes.length - 8), Buffer.alloc(8, 1)]),
    ]) {
      const { table, problems } = await readAll(damaged);
      expect(table.rows).toHaveLength(5_000);
      expect(codesOf(problems)).toEqual(['gzip_cut']);
    }
  });
});

describe('files that are no text', () => {
  it.each([
    [
      'a ZIP archive within another file',
      Buffer.from('PK\u0003\u0004\u0014\u0000\u0000\u0000\u0008\u0000tickets.csv', 'latin1'),
    ],
    [
      'an old Excel or Office file (.xls), or a workbook with a password',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    ],
    ['a PDF document', Buffer.from('%PDF-1.7\n')],
    ['a web page', Buffer.from('<!DOCTYPE html>\n<html><title>Sign in</title>')],
    ['an XML file', Buffer.from('<?xml version="1.0"?><tickets/>')],
    ['a binary file', Buffer.from([1, 2, 0, 0, 0, 4, 0, 0, 9, 0, 0, 0, 7])],
  ])('names %s', async (kind, bytes) => {
    await expect(readAll(bytes)).rejects.toMatchObject({
      exitCode: 3,
      problem: { code: 'file_not_text', args: { kind: { english: kind } } },
    });
  });

  it('says that a file is empty, or holds nothing but blanks', async () => {
    for (const bytes of ['', '\n\n  \r\n', '\ufeff', gzipSync('')]) {
      await expect(readAll(bytes)).rejects.toMatchObject({ exitCode: 3, problem: { code: 'file_empty' } });
    }
  });
});
