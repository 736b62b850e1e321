// Runs the build on small exports and writes down the code that V8 compiled for it: `node esbuild.warm.mjs dist core`.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, name] = process.argv.slice(2);
const load = (file) => import(pathToFileURL(path.resolve(folder, file)).href);
const tickets = 'fixtures/zendesk/minutes-and-offered-surveys.csv';

process.on('exit', () => {
  const file = `${name}-${process.versions.v8}-${process.arch}.bin`;
  writeFileSync(path.join(folder, file), script.createCachedData());
});
const { script } = await load(`${name}.js`);
process.argv = [process.argv[0], 'deskstat', 'metrics', tickets];
await load('cli/main.js');
