import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A temporary file that only this process can get at. */
export interface UnnamedFile {
  readonly descriptor: number;
  /** Gives its bytes up. */
  close(): void;
}

/**
 * Opens a temporary file and takes its name away at once: whatever ends the process, a signal in the middle of a
 * computation included, nothing is left behind. Where the system keeps the names of open files (Windows), the name
 * goes when the file is closed.
 */
export function openUnnamed(folder = tmpdir()): UnnamedFile {
  const home = mkdtempSync(path.join(folder, 'deskstat-'));
  const remove = (): void => rmSync(home, { recursive: true, force: true });
  let descriptor: number;
  try {
    descriptor = openSync(path.join(home, 'data'), 'wx+', 0o600);
  } catch (error) {
    remove();
    throw error;
  }
  const isGone = succeeds(remove);
  return {
    descriptor,
    close() {
      closeSync(descriptor);
      if (!isGone) remove();
    },
  };
}

function succeeds(step: () => void): boolean {
  try {
    step();
    return true;
  } catch {
    return false;
  }
}
