import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { runInProcess } from '../forge/in-process.ts';
import { differences, differingExports } from '../forge/metamorphic.ts';
import { plainFilesBelow, plainTable } from '../forge/plain-files.ts';
import { seedOf } from '../forge/random.ts';
import { type Failure, failuresOf, reduceFailures, runForge } from '../forge/run-forge.ts';
import { traitsOf } from '../forge/shrink.ts';
import { markdownTable, runOn } from './document.ts';

/** A seed that nobody chose: from the last commit that changes the product. */
export function seedOfProduct(): number {
  const hash = execFileSync('git', ['log', '-1', '--format=%H', '--', 'src'], { encoding: 'utf8' }).trim();
  return seedOf(hash) % 1_000_000_000;
}

const inOneLine = (failure: string): string => {
  const [what, where] = failure.split('\n');
  return `- ${what}; ${where.trim()}`;
};

const REDUCED = 12;

/** How many of the exports with a wrong figure have each trait that is not plain, those of most first. */
function sharedTraits(wrong: readonly Failure[]): string {
  const exports = new Map(wrong.map(({ recipe }) => [recipe.seed, recipe]));
  const counts = new Map<string, number>();
  for (const recipe of exports.values())
    for (const trait of traitsOf(recipe)) counts.set(trait, (counts.get(trait) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 12);
  return `${exports.size} exports: ${most.map(([trait, n]) => `${trait} ${n}`).join(', ')}`;
}

/** How figures of forged exports came out, with what makes those that were wrong. */
export async function forgeSection(exports: number, seed: number, minutes: number): Promise<string> {
  // A long run is of the sources as they stood when it began.
  const ran = runOn();
  const until = Date.now() + minutes * 60_000;
  const isEnough = (): boolean => Date.now() > until;
  const { tally, failures } = await runForge({ seed, exports, run: runInProcess, isEnough });
  // Those that should not be there come first: gates that let a breach pass, then what leaves one reading.
  const wrong = failuresOf(failures, 'wrong').sort(
    (a, b) =>
      Number(b.verdict.figure === 'gate') - Number(a.verdict.figure === 'gate') ||
      Number(a.isAmbiguous) - Number(b.isAmbiguous),
  );
  const reduced = await reduceFailures(wrong, runInProcess, REDUCED);
  return `## Random exports whose true figures are known

${tally.exports} exports of simulated desks, each drawn from traits (\`tests/forge/traits/\`): what the export holds, tells, and how it
is written. *withheld*: could be known, and was not said. *warned*: wrong, with a message that names the figure or its field
and a flag that gives the right value, which was tried. *wrong*: said with confidence. Gates: limits that the truth breaks by far.
Seeds ${seed} and following, from the last commit that changes the product. Written by \`npm run trust\`. ${ran}

${tally.text()}

An export is *unambiguous* where none of its traits leaves more than one reading: stamps with their zone, durations with their unit, one
status with words for its states, messages of all tickets with roles, headers without a letter wrong, and no cut that nobody names.

The first ${REDUCED}, gates that pass wrongly before figures and unambiguous ones before others, reduced to what makes them wrong:

${reduced.length === 0 ? 'none' : reduced.map(inOneLine).join('\n')}

The traits that all of them have most often:

${sharedTraits(wrong)}`;
}

interface Tried {
  readonly what: string;
  readonly tables: number;
  readonly found: readonly string[];
}

/** Whether the same rows give the same figures however they are written. */
export async function sameSection(exports: number, seed: number): Promise<string> {
  const tried = [await tryForged(exports, seed), await tryFiles('fixtures', path.resolve('fixtures'))];
  const shared = process.env.DESKSTAT_SHARED;
  if (shared)
    for (const part of ['cases', 'corpus']) tried.push(await tryFiles(part, path.join(shared, part)));
  const rows = tried.map(({ what, tables, found }) => [what, tables, found.length]);
  return `## The same rows, written otherwise

Shuffled, quoted, with semicolons, as JSON, as JSON lines, packed, with a byte order mark and other line ends, with a column more, with
4 % of broken lines; forged exports also cut into seven files and into two that share rows: \`metrics\` says the same bytes. With 10 % of
broken lines it refuses (exit 3). Written by \`npm run trust\`. ${runOn()}

${markdownTable(['tables', 'tried', 'that differ somewhere'], rows)}

${tried.flatMap(({ what, found }) => found.slice(0, 20).map((each) => `- ${what}: ${each.replaceAll('|', '→')}`)).join('\n')}`;
}

async function tryForged(exports: number, seed: number): Promise<Tried> {
  const found: string[] = [];
  for (let i = 0; i < exports; i++) {
    const [first] = await differingExports(seed + i, 1, runInProcess);
    if (first) found.push(first);
  }
  return { what: 'forged exports', tables: exports, found };
}

async function tryFiles(what: string, folder: string): Promise<Tried> {
  const found: string[] = [];
  const files = plainFilesBelow(folder).filter((file) => plainTable(file) !== null);
  for (const file of files) {
    const table = plainTable(file);
    const [first] = table ? await differences([table], runInProcess, false) : [];
    if (first) found.push(`${path.basename(path.dirname(file))}, ${first}`);
  }
  return { what, tables: files.length, found };
}
