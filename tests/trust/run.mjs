// Bundles the simulator with the sources as they stand, and runs it in one process.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

// Inside the project, so that what cannot be bundled is found.
const place = path.join(import.meta.dirname, '../../.bench');
mkdirSync(place, { recursive: true });
const out = mkdtempSync(path.join(place, 'trust-bundle-'));
process.on('exit', () => rmSync(out, { recursive: true, force: true }));
// A signal ends it as an error would: everything that is to be taken back is.
for (const [signal, number] of Object.entries({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }))
  process.on(signal, () => process.exit(128 + number));
await build({
  entryPoints: [path.join(import.meta.dirname, 'main.ts')],
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  external: ['@duckdb/node-api'],
  define: { DESKSTAT_VERSION: '"trust"' },
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  logLevel: 'error',
});
await import(pathToFileURL(path.join(out, 'main.mjs')).href);
