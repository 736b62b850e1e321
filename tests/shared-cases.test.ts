import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { cliPath, runScript } from './cli.ts';
import { describeBeside, sharedPath } from './shared-data.ts';

// Small exports with figures worked out by hand lie outside the project. Those that are known not to hold yet are listed;
// one that holds must leave the list, so that it cannot stop holding unseen.
const openList = path.join(import.meta.dirname, 'cases-open.txt');
const open = readFileSync(openList, 'utf8').split('\n').filter(Boolean);

describeBeside('cases', 'cases with known answers', () => {
  it('hold, but for those listed as open, which do not', async () => {
    const { stdout } = await runScript(sharedPath('cases/run.mjs'), ['--cli', cliPath]);
    const counted = /^(\d+) passed, (\d+) failed$/m.exec(stdout);
    expect(Number(counted?.[1]) + Number(counted?.[2]), stdout.slice(-500)).toBeGreaterThan(100);
    const failed = [...stdout.matchAll(/^✗ ([\w/-]+): /gm)].map(([, name]) => name);
    expect(failed).toHaveLength(Number(counted?.[2]));
    const unexpected = failed.filter((name) => !open.includes(name));
    const details = stdout
      .split(/^(?=✗ )/m)
      .filter((part) => unexpected.some((name) => part.startsWith(`✗ ${name}:`)));
    expect(unexpected, details.join('')).toEqual([]);
    const held = open.filter((name) => !failed.includes(name));
    expect(held, `take these out of ${path.basename(openList)}: they hold`).toEqual([]);
  }, 600_000);
});
