// Runs the build on small exports and writes down the code that V8 compiled for it: `node esbuild.warm.mjs dist cli/main core`.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { budgets } from './esbuild.compiled.mjs';

setFlagsFromString(budgets.ours);

const [folder, frame, ...names] = process.argv.slice(2);
const load = (file, turn = '') => import(pathToFileURL(path.resolve(folder, file)).href + turn);
const file = 'fixtures/zendesk/minutes-and-offered-surveys.csv';

const scripts = new Map();
for (const run of [
  ['report', file, '--no-issues'],
  ['metrics', file],
]) {
  process.argv = [process.argv[0], 'deskstat', ...run];
  await new Promise((resolve) => {
    // The frame ends the process when its command has run.
    process.exit = resolve;
    load(`${frame}.js`, `?${run[0]}`).then(({ script }) => scripts.set(frame, script));
  });
}
for (const name of names) scripts.set(name, (await load(`${name}.js`)).script);
for (const [name, script] of scripts) {
  const to = `${name}-${process.versions.v8}-${process.arch}.bin`;
  writeFileSync(path.join(folder, to), script.createCachedData());
}
