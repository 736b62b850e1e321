// Bundles the forge with the sources as they stand, and runs it in one process.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

// A folder of its own: several may run at a time.
const out = mkdtempSync(path.join(tmpdir(), 'forge-bundle-'));
process.on('exit', () => rmSync(out, { recursive: true, force: true }));
await build({
  entryPoints: [path.join(import.meta.dirname, 'main.ts')],
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  define: { DESKSTAT_VERSION: '"forge"' },
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  logLevel: 'error',
});
await import(pathToFileURL(path.join(out, 'main.mjs')).href);
