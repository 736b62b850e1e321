import { Buffer } from 'node:buffer';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleSource } from '../../../../src/input/formats/sample-source.ts';
import { DeskstatError } from '../../../../src/model/problem.ts';
import { randomCsv, randomFrom } from './random-csv.ts';
import { memorySource, readSample, type WholeReading } from './reading.ts';

const folder = path.resolve(import.meta.dirname, '../../../../fixtures/dialects');
const fixtures = readdirSync(folder).map((name) => readFileSync(path.join(folder, name)));
const rounds = Number(process.env.HOSTILE_FILES ?? 1200);

/** A file with bytes changed, dropped, doubled or moved, or cut off. */
function damaged(seed: number): Buffer {
  const random = randomFrom(seed);
  const below = (n: number) => Math.floor(random() * n);
  let bytes = random() < 0.5 ? fixtures[below(fixtures.length)] : Buffer.from(randomCsv(seed).text);
  const pieces = [
    '"',
    '""',
    ',',
    '\n',
    '\r',
    '\\',
    '{',
    '}',
    '[',
    ']',
    ':',
    '\0',
    '\xff',
    'x',
    '"\n',
    ',"',
    '","',
  ];
  for (let n = 1 + below(4); n > 0; n--) {
    const at = below(bytes.length + 1);
    const length = below(4);
    const what = random();
    if (what < 0.6) {
      const piece = Buffer.from(pieces[below(pieces.length)], 'latin1');
      bytes = Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at + length)]);
    } else if (what < 0.8) bytes = bytes.subarray(0, at);
    else bytes = Buffer.concat([bytes, bytes.subarray(at)]);
  }
  return bytes;
}

const seen = ({ tables, problems }: Omit<WholeReading, 'sample'>) => ({ tables: [...tables], problems });

describe('damaged files', () => {
  it('read the same in chunks of any size, with every index, or fail in plain words', async () => {
    let read = 0;
    for (let seed = 1; seed <= rounds; seed++) {
      const bytes = damaged(seed);
      const sample = await sampleSource(memorySource(bytes)).catch((error) => {
        if (!(error instanceof DeskstatError)) throw error;
        return null;
      });
      if (!sample) continue;
      read++;
      const whole = seen(await readSample(sample));
      for (const [index, chunkBytes] of [
        ['simd', 1],
        ['plain', 7],
        ['none', 64],
        ['simd', 61],
      ] as const) {
        const source = memorySource(bytes, chunkBytes);
        const other = seen(await readSample({ ...sample, source }, { index }));
        expect(other, `seed ${seed}, ${index}, ${chunkBytes}: ${JSON.stringify(bytes.toString())}`).toEqual(
          whole,
        );
      }
    }
    expect(read).toBeGreaterThan(rounds / 2);
  }, 600_000);

  it('leave no line of CSV unaccounted for', async () => {
    for (let seed = 1; seed <= rounds / 4; seed++) {
      const text = randomCsv(seed, { hasStrays: seed % 2 === 0 }).text;
      const at = Math.floor(randomFrom(~seed)() * text.length);
      const bytes = Buffer.from(text.slice(0, at));
      const sample = await sampleSource(memorySource(bytes)).catch(() => null);
      if (!sample) continue;
      const { table, problems } = await readSample(sample);
      // A file that is cut has lost one row at most, which is rejected, not dropped.
      const cut = problems.filter(({ code }) => code === 'file_cut');
      expect(table.rejects.filter(({ reason }) => reason !== 'too_many_cells').length).toBeGreaterThanOrEqual(
        cut.length,
      );
    }
  });
});
