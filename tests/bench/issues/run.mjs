// Quality and speed of recurring issues: node tests/bench/issues/run.mjs [quality shuffled book desks 10k 100k 1m] [--names]
// Each part runs in a process of its own, so that peak memory is that part's. Needs ../shared/data (DESKSTAT_SHARED).
import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const folder = import.meta.dirname;
const outfile = path.join(folder, '../../../.bench/issues.mjs');
await mkdir(path.dirname(outfile), { recursive: true });
await build({
  entryPoints: [path.join(folder, 'bench.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  logLevel: 'error',
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
});
const words = process.argv.slice(2);
const parts = words.filter((word) => !word.startsWith('--'));
const flags = words.filter((word) => word.startsWith('--'));
const cwd = path.join(folder, '../../..');
for (const part of parts.length > 0 ? parts : ['quality', 'shuffled', 'book', 'desks', '10k', '100k', '1m']) {
  const { status } = spawnSync(process.execPath, [outfile, part, ...flags], { stdio: 'inherit', cwd });
  if (status !== 0) process.exit(status ?? 1);
}
