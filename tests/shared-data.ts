import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'vitest';

const root = path.resolve(
  process.env.DESKSTAT_SHARED ?? path.join(import.meta.dirname, '../../shared'),
  'data',
);

/** True where the real public data lies beside the checkout. */
export const hasSharedData = existsSync(root);

/** The path of a file of the real public data, by its path below `data/`. */
export function sharedData(file: string): string {
  return path.join(root, file);
}

/** A `describe` over the real public data: skipped, loudly, in a clone without it; a failure in CI. */
export function describeShared(name: string, body: () => void): void {
  if (hasSharedData) {
    describe(name, body);
    return;
  }
  describe(name, () => {
    if (process.env.CI) {
      it('finds the shared data', () => {
        throw new Error('CI needs the shared data: set DESKSTAT_SHARED');
      });
    } else {
      console.warn(`skipped, no shared data (set DESKSTAT_SHARED): ${name}`);
      it.skip(`${name}: no shared data`, () => {});
    }
  });
}
