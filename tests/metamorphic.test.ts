import path from 'node:path';
import { expect, it } from 'vitest';
import { runAsProcess } from './forge/as-process.ts';
import { drawRecipe, forge } from './forge/forge.ts';
import { runInProcess } from './forge/in-process.ts';
import { differences, differingExports, figuresOf } from './forge/metamorphic.ts';
import { plainFilesBelow, plainTable } from './forge/plain-files.ts';

// However the same rows are written (shuffled, quoted, as JSON, packed, with a column more, with a few broken lines, cut
// into files), the figures are the same bytes. `npm run trust` tries many more.

const SEED = Number(process.env.FORGE_SEED ?? 61_000);
const EXPORTS = 10;

it(`forged exports say the same however they are written (seed ${SEED})`, async () => {
  expect(await differingExports(SEED, EXPORTS, runInProcess)).toEqual([]);
}, 300_000);

it(`a forged export says the same to processes as in this one (seed ${SEED})`, async () => {
  const files = forge(drawRecipe(SEED)).files;
  const inProcess = await figuresOf(files, runInProcess);
  expect(inProcess).toContain('"metric": "created"');
  expect(await figuresOf(files, runAsProcess)).toBe(inProcess);
}, 60_000);

it('fixtures say the same however they are written', async () => {
  const fixtures = path.join(import.meta.dirname, '../fixtures');
  const found: string[] = [];
  let tried = 0;
  for (const file of plainFilesBelow(fixtures)) {
    const table = plainTable(file);
    if (!table) continue;
    tried++;
    for (const each of await differences([table], runInProcess, false))
      found.push(`${path.relative(fixtures, file)} ${each}`);
  }
  expect(found).toEqual([]);
  expect(tried).toBeGreaterThan(20);
}, 300_000);
