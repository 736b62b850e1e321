// Bundles the forge with the sources as they stand, and runs it in one process.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const out = path.resolve(import.meta.dirname, '../../node_modules/.cache/forge');
mkdirSync(out, { recursive: true });
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
