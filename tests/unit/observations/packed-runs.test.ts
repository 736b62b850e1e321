import { describe, expect, it } from 'vitest';
import { packedRuns } from '../../../src/observations/packed-runs.ts';

// Expected bytes by hand from "Run Length Encoding / Bit-Packing Hybrid" of the Parquet format.
describe('whole numbers as runs and packed bits', () => {
  it('write the example of the format: 0 … 7 of three bits', () => {
    const bytes = packedRuns(Uint32Array.of(0, 1, 2, 3, 4, 5, 6, 7), 3);
    expect([...bytes]).toEqual([0b11, 0b10001000, 0b11000110, 0b11111010]);
  });

  it('write ten equal ones as a run, and fill a last group up', () => {
    expect([...packedRuns(new Uint8Array(10).fill(1), 1)]).toEqual([20, 1]);
    // Three values of twelve bits: 0x001, 0xabc, 0xfff, then zeros.
    const bytes = packedRuns(Uint32Array.of(0x001, 0xabc, 0xfff), 12);
    expect([...bytes]).toEqual([0b11, 0x01, 0xc0, 0xab, 0xff, 0x0f, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('take two bytes for values and lengths that need them', () => {
    expect([...packedRuns(new Uint32Array(100).fill(300), 9)]).toEqual([0xc8, 0x01, 0x2c, 0x01]);
    expect([...packedRuns(new Uint32Array(0), 5)]).toEqual([]);
  });
});
