import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { deskstatAsync, projectRoot } from './cli.ts';

// A case is a folder: `cmd` (a line of arguments, quoted as in a shell, run in the checkout), `stdout`, `stderr`, `exit`.
// UPDATE=1 writes what was printed; the difference is then reviewed.
const root = path.join(import.meta.dirname, 'cases');

function casesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => {
      const inside = path.join(folder, entry.name);
      return existsSync(path.join(inside, 'cmd')) ? [inside] : casesBelow(inside);
    })
    .sort();
}

/** Splits a line of arguments as a shell does: blanks separate, quotes keep them. */
function splitArguments(line: string): string[] {
  const found = line.trim().matchAll(/(?:[^\s'"]+|'[^']*'|"[^"]*")+/g);
  return [...found].map(([word]) =>
    word.replace(/'([^']*)'|"([^"]*)"/g, (_, single, double) => single ?? double),
  );
}

describe('golden cases of the command line', () => {
  const folders = casesBelow(root);

  it('finds them', () => {
    expect(folders.length).toBeGreaterThan(20);
  });

  it.concurrent.each(folders.map((folder) => [path.relative(root, folder), folder] as const))(
    '%s',
    async (_, folder) => {
      const args = splitArguments(readFileSync(path.join(folder, 'cmd'), 'utf8'));
      const inputFile = path.join(folder, 'stdin');
      const input = existsSync(inputFile) ? readFileSync(inputFile) : '';
      const run = await deskstatAsync(args, { cwd: projectRoot, input });
      // The version is that of the build, whichever it is.
      const stdout = run.stdout.replace(/("version": )"[^"]+"/, '$1"0.0.0"');
      const got = { stdout, stderr: run.stderr, exit: `${run.code}\n` };
      for (const [name, text] of Object.entries(got)) {
        const file = path.join(folder, name);
        if (process.env.UPDATE) writeFileSync(file, text);
        expect(text, `${name} of ${path.relative(root, folder)}`).toBe(readFileSync(file, 'utf8'));
      }
    },
  );
});
