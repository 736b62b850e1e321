import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'vitest';

const shared = path.resolve(process.env.DESKSTAT_SHARED ?? path.join(import.meta.dirname, '../../shared'));
const root = path.join(shared, 'data');

/** The path of a file of the real public data, by its path below `data/`. */
export function sharedData(file: string): string {
  return path.join(root, file);
}

/** The path of a file or folder of the shared folder. */
export function sharedPath(file: string): string {
  return path.join(shared, file);
}

/** A `describe` over the real public data: skipped, loudly, in a clone without it; a failure in CI. */
export function describeShared(name: string, body: () => void): void {
  describeBeside('data', name, body);
}

/** The same over any part of the shared folder: `cases`, `corpus`, `data`. */
export function describeBeside(part: string, name: string, body: () => void): void {
  if (existsSync(path.join(shared, part))) {
    describe(name, body);
    return;
  }
  describe(name, () => {
    if (process.env.CI) {
      it('finds the shared data', () => {
        throw new Error('CI needs the shared data: set DESKSTAT_SHARED');
      });
    } else {
      console.warn(`skipped, no shared ${part} (set DESKSTAT_SHARED): ${name}`);
      it.skip(`${name}: no shared ${part}`, () => {});
    }
  });
}
