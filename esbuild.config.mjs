// Bundles our own code and every package into dist/: the frame (arguments, help, failures) as one small file, so that
// starting costs one file; the commands and the library in chunks that are loaded when a command runs.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { writeCompiled } from './esbuild.compiled.mjs';
import { requireLine, writeJoined } from './esbuild.join.mjs';
import { writeManPage, writeSingleFile } from './esbuild.single.mjs';
import { quickSources } from './esbuild.sources.mjs';
import { englishStemmerAlone, writeStemmers } from './esbuild.stemmers.mjs';

await rm('dist', { recursive: true, force: true });
const { version } = JSON.parse(await readFile('package.json', 'utf8'));
const common = {
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  keepNames: false,
  metafile: true,
  legalComments: 'none',
  // Every Node that runs this reads `\p{…}` in a pattern; esbuild would make such a pattern anew at each use.
  supported: { 'regexp-unicode-property-escapes': true },
  define: { DESKSTAT_VERSION: JSON.stringify(version) },
};

/** Commands, and the words of failures in other languages, are files beside the frame, not part of it. */
const outside = new Set();
const commandsOutside = {
  name: 'commands-outside',
  setup({ onResolve }) {
    onResolve(
      { filter: /^\.\/(?:commands\/[a-z-]+|failure-words|help-topics|failed-check)\.ts$/ },
      ({ path, kind }) => {
        if (kind !== 'dynamic-import') return undefined;
        outside.add(path.slice('./'.length, -'.ts'.length));
        return { path: path.replace(/\.ts$/, '.js'), external: true };
      },
    );
  },
};
/** Commander asks for it to start commands that are programs of their own; ours are not, and it is slow to load. */
const withoutProcesses = {
  name: 'without-processes',
  setup({ onResolve, onLoad }) {
    // Two are started: the pager of the reader, on a terminal alone, and a browser that prints.
    onResolve({ filter: /^(?:node:)?child_process$/ }, ({ importer }) =>
      /(?:pager|pdf)\.ts$/.test(importer)
        ? { path: 'node:child_process', external: true }
        : { path: 'child_process', namespace: 'none' },
    );
    onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'module.exports = {};' }));
  },
};

const frame = await build({
  ...common,
  entryPoints: { 'cli/main': 'src/cli/main.ts' },
  banner: { js: requireLine },
  plugins: [commandsOutside, withoutProcesses, quickSources],
});
const entryPoints = {
  ...Object.fromEntries([...outside].sort().map((name) => [`cli/${name}`, `src/cli/${name}.ts`])),
  index: 'src/index.ts',
};
const rest = await build({
  ...common,
  splitting: true,
  write: false,
  entryPoints,
  plugins: [englishStemmerAlone, withoutProcesses, quickSources],
});
await writeStemmers(common);
await writeJoined({
  result: rest,
  options: common,
  entries: Object.values(entryPoints),
  groups: {
    'core.js': ['src/cli/commands/metrics.ts', 'src/questions/read-desk.ts', 'src/time/period.ts'],
    'report.js': [
      'src/cli/commands/report.ts',
      'src/analysis/overview/overview.ts',
      'src/analysis/findings/index.ts',
      'src/output/report/build-report.ts',
      'src/output/renderers/terminal.ts',
    ],
    'issues.js': [
      'src/analysis/issue-overview/issue-overview.ts',
      'src/analysis/issue-overview/report-issues.ts',
      'src/settings/issue-book-file.ts',
    ],
  },
});

await writeCompiled({
  options: common,
  names: ['cli/main', 'core', 'report', 'issues', 'cli/commands/metrics', 'cli/commands/report'],
});
await writeSingleFile({ options: common, plugins: [withoutProcesses, quickSources] });
await writeManPage({ options: common, version });

// A bundle carries other people's work: name each package with its licence text beside it.
const packages = new Set();
for (const input of [frame, rest].flatMap(({ metafile }) => Object.keys(metafile.inputs))) {
  const found = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
  if (found) packages.add(found[1]);
}
const notices = [];
for (const name of [...packages].sort()) {
  const folder = `node_modules/${name}`;
  const manifest = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file ? await readFile(`${folder}/${file}`, 'utf8') : '';
  notices.push(`${name} ${manifest.version} (${manifest.license})\n\n${text.trim()}\n`);
}
await mkdir('dist', { recursive: true });
await writeFile('THIRD-PARTY-NOTICES', notices.join(`\n${'-'.repeat(72)}\n\n`));
