import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { drawRecipe, forge } from './forge.ts';
import { runInProcess } from './in-process.ts';
import { reduceFailures, runForge } from './run-forge.ts';
import { traitsOf } from './shrink.ts';

// npm run forge -- --exports 10000 --seed N      the table of traits and figures
//                  --keep FOLDER                  the files of one export (with --exports 1), to be looked at
//                  --reduce N                     so many failures reduced to the traits that make them
const { values } = parseArgs({
  options: {
    exports: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'string' },
    reduce: { type: 'string', default: '10' },
  },
});
const seed = Number(values.seed);

if (values.keep !== undefined) {
  const recipe = drawRecipe(seed);
  mkdirSync(values.keep, { recursive: true });
  for (const { name, bytes } of forge(recipe).files) writeFileSync(path.join(values.keep, name), bytes);
  console.log(`${values.keep}: ${traitsOf(recipe).join(' ') || 'plain'}`);
} else {
  const { tally, failures } = await runForge({ seed, exports: Number(values.exports), run: runInProcess });
  console.log(`seed ${seed}, ${values.exports} exports\n\n${tally.text()}\n`);
  for (const text of await reduceFailures(failures, runInProcess, Number(values.reduce))) console.log(text);
}
