// Holds the readers against csv-parse on many random files: node tests/bench/reader-differential.mjs [files] [first seed]
import { spawnSync } from 'node:child_process';

const [files = '100000', seed = '1'] = process.argv.slice(2);
const test = 'tests/unit/input/readers/csv-differential.test.ts';
const { status } = spawnSync('npx', ['vitest', 'run', test], {
  stdio: 'inherit',
  env: { ...process.env, READER_FILES: files, READER_SEED: seed },
});
process.exitCode = status ?? 1;
