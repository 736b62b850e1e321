import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runAsProcess } from './as-process.ts';
import { drawRecipe, forge } from './forge.ts';
import { runInProcess } from './in-process.ts';
import { differingExports } from './metamorphic.ts';
import { failuresOf, reduceFailures, runForge } from './run-forge.ts';
import { traitsOf } from './shrink.ts';
import { nameOf, type VerdictId } from './verdict.ts';

// npm run forge -- --exports 10000 --seed N      the table of traits and figures
//                  --keep FOLDER                  the files of one export (with --exports 1), to be looked at
//                  --traits 'a=x b=y' --size N   with --keep: those traits alone, on a desk of N tickets
//                  --reduce N                     so many failures reduced to the traits that make them; of which kind: --verdict warned
//                  --with 'a=x b=y'               each export with those traits as well
//                  --unambiguous                  those alone that leave one reading
//                  --list                         all failures of that kind as they are, a line each
//                  --processes 30                so many exports written in many ways, each read by a process (0 for none)
const { values } = parseArgs({
  options: {
    exports: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'string' },
    reduce: { type: 'string', default: '10' },
    verdict: { type: 'string', default: 'wrong' },
    traits: { type: 'string' },
    size: { type: 'string' },
    with: { type: 'string' },
    unambiguous: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    processes: { type: 'string', default: '30' },
  },
});
const seed = Number(values.seed);
const namedTraits = (text = ''): string[][] =>
  text === '' ? [] : text.split(/\s+/).map((each) => each.split('='));

if (values.keep !== undefined) {
  const drawn = drawRecipe(seed);
  const named = values.traits === undefined ? undefined : namedTraits(values.traits);
  const recipe = {
    ...drawn,
    size: Number(values.size ?? drawn.size),
    choice: named === undefined ? drawn.choice : Object.fromEntries(named),
  };
  mkdirSync(values.keep, { recursive: true });
  for (const { name, bytes } of forge(recipe).files) writeFileSync(path.join(values.keep, name), bytes);
  console.log(`${values.keep}: ${traitsOf(recipe).join(' ') || 'plain'}`);
} else {
  const { tally, failures } = await runForge({
    ...{ seed, exports: Number(values.exports), run: runInProcess, unambiguous: values.unambiguous },
    also: Object.fromEntries(namedTraits(values.with)),
  });
  console.log(`seed ${seed}, ${values.exports} exports\n\n${tally.text()}\n`);
  if (values.list)
    for (const { recipe, verdict, isAmbiguous } of failuresOf(failures, values.verdict as VerdictId))
      console.log(
        `${isAmbiguous ? '' : 'unambiguous '}${nameOf(verdict)} seed ${recipe.seed} wanted ${verdict.wanted} got ${verdict.got}; ${traitsOf(recipe).join(' ')}`,
      );
  for (const text of await reduceFailures(
    failuresOf(failures, values.verdict as VerdictId),
    runInProcess,
    Number(values.reduce),
  ))
    console.log(text);
  const processes = Number(values.processes);
  const differing = await differingExports(seed, processes, runAsProcess);
  if (processes > 0)
    console.log(`${processes} exports written in many ways, as processes: ${differing.length} differences`);
  for (const each of differing) console.log(each);
}
