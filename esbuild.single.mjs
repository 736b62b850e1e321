// What stands beside the package's own files: the whole command line as one file that needs nothing else, and the manual page.
import { writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { requireLine } from './esbuild.join.mjs';

/** `dist/deskstat.mjs`: `node deskstat.mjs report tickets.csv`, wherever it lies. */
export async function writeSingleFile({ options, plugins }) {
  await build({
    ...options,
    outdir: undefined,
    outfile: `${options.outdir}/deskstat.mjs`,
    entryPoints: ['src/cli/main.ts'],
    banner: { js: `#!/usr/bin/env node\n${requireLine}` },
    plugins,
  });
}

/** `dist/deskstat.1`, from the tables that help is made of. */
export async function writeManPage({ options, version }) {
  const { outputFiles } = await build({
    ...options,
    outdir: undefined,
    outfile: 'man-page.mjs',
    write: false,
    stdin: {
      contents: `export { manPage } from './src/cli/man-page.ts'; export { commandList } from './src/cli/command-list.ts';`,
      resolveDir: '.',
    },
    banner: { js: requireLine.replace('import.meta.url', `'file:///'`) },
  });
  const { manPage, commandList } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
  );
  await writeFile(`${options.outdir}/deskstat.1`, await manPage(commandList, version));
}
