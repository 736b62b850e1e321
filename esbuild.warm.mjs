// Runs the build on small exports and writes down the code that V8 compiled for it: `node esbuild.warm.mjs dist cli/main core`.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { budgets } from './esbuild.compiled.mjs';

setFlagsFromString(budgets.ours);

const [folder, frame, ...names] = process.argv.slice(2);
const { load, scripts, start } = createRequire(import.meta.url)(path.resolve(folder, 'compiled.cjs'));
const file = 'fixtures/zendesk/minutes-and-offered-surveys.csv';

for (const run of [
  ['report', file],
  ['metrics', file],
]) {
  process.argv = [process.argv[0], 'deskstat', ...run];
  await new Promise((resolve) => {
    // The frame ends the process when its command has run.
    process.exit = resolve;
    start(frame);
  });
}
for (const name of names) load(name);
for (const [name, script] of scripts) {
  const to = `${name}-${process.versions.v8}-${process.arch}.bin`;
  writeFileSync(path.join(folder, to), script.createCachedData());
}
