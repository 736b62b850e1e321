// Bundles our own code and every package into dist/, one chunk a command, so that starting costs one small file.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

await rm('dist', { recursive: true, force: true });
const { version } = JSON.parse(await readFile('package.json', 'utf8'));
const result = await build({
  entryPoints: { 'cli/main': 'src/cli/main.ts', index: 'src/index.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  keepNames: false,
  metafile: true,
  legalComments: 'none',
  define: { DESKSTAT_VERSION: JSON.stringify(version) },
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
});

// A bundle carries other people's work: name each package with its licence text beside it.
const packages = new Set();
for (const input of Object.keys(result.metafile.inputs)) {
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
