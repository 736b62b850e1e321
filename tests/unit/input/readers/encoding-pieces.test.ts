import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openSources } from '../../../../src/input/formats/open-sources.ts';
import { sampleSource } from '../../../../src/input/formats/sample-source.ts';
import { readSample } from './reading.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'deskstat-encoding-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the encoding of a file that begins in plain ASCII', () => {
  it('is found by what stands behind its first two megabytes', async () => {
    // "Решено" in Windows-1251.
    const solved = Buffer.from([0xd0, 0xe5, 0xf8, 0xe5, 0xed, 0xee]).toString('latin1');
    const line = (i: number) =>
      `${i},2026-03-02 10:00:00,${i > 90_000 ? solved : 'open'},some text of a ticket\n`;
    const file = path.join(folder, 'tickets.csv');
    const rows = Array.from({ length: 100_000 }, (_, i) => line(i));
    writeFileSync(file, Buffer.from(`id,created,status,subject\n${rows.join('')}`, 'latin1'));
    const { sources } = await openSources([file]);
    const sample = await sampleSource(sources[0]);
    expect(sample.layout.encoding).toBe('windows-1251');
    const { table } = await readSample(sample, { wanted: ['status'] });
    expect(table.rows.at(-1)).toEqual(['Решено']);
  });
});
