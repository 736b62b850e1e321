// What the bundle changes in the sources, so that they need not be written for the sake of a quick start.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { withLateConstants } from './esbuild.late.mjs';
import { serveWordMap, withPrepared } from './esbuild.prepared.mjs';

const statistics = 'node_modules/simple-statistics/index.js';

/** What packages find out at their first use, and we know. */
const known = {
  // Chalk is told its level; to find one it loads Node's modules of the network.
  '#supports-color': 'export default { stdout: false, stderr: false };',
  // Tables are drawn of stand-ins of one unit and one column each (`column-layout.ts`); to measure them anyway takes a
  // pattern of all emoji.
  'string-width': 'module.exports = (text) => text.length;',
};

export const quickSources = {
  name: 'quick-sources',
  setup(build) {
    serveWordMap(build);
    for (const [name, contents] of Object.entries(known)) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: 'known' }));
      build.onLoad({ filter: new RegExp(`^${name}$`), namespace: 'known' }, () => ({ contents }));
    }
    // Its one file makes tables of distributions when it is loaded; of its sources only what is used is taken.
    build.onResolve({ filter: /^simple-statistics$/ }, () => ({
      path: path.resolve(statistics),
      sideEffects: false,
    }));
    build.onResolve({ filter: /^\.\/src\// }, ({ path: name, resolveDir }) =>
      path.resolve(resolveDir) === path.resolve(path.dirname(statistics))
        ? { path: path.resolve(resolveDir, name), sideEffects: false }
        : undefined,
    );
    build.onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8');
      return { contents: withLateConstants(await withPrepared(text, file), file), loader: 'ts' };
    });
  },
};
