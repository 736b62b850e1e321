import type { Passwords } from '../../model/database-address.ts';
import type { Problem } from '../../model/problem.ts';
import { type ProgressEvent, tellingProgress } from '../progress-event.ts';
import type { World } from '../session.ts';

/** What a program hands in of the world around a question. */
export interface ProgramWorld {
  /** Told now and then how far the work is. */
  readonly onProgress?: (event: ProgressEvent) => void;
  /** Ends the work, at the next moment at which progress would be told, with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly salt?: string;
  /** What servers ask for that are named. */
  readonly passwords?: Passwords;
  /** The clock, epoch milliseconds; without one nothing can be asked of it. */
  readonly now?: () => number;
}

/** The world of a program: no pipe, nothing said, files named from where the process stands. */
export function worldOf({
  onProgress,
  signal,
  salt,
  passwords,
  now = () => Number.NaN,
}: ProgramWorld): World {
  return {
    cwd: process.cwd(),
    salt,
    passwords,
    now,
    isPiped: false,
    // What comes through a pipe of the calling program is its own affair.
    stdin: () => (async function* () {})(),
    progress: { ...tellingProgress({ onProgress, signal }), clear() {} },
    rejects: async () => ({ add() {}, forget() {}, async write() {} }),
    tell: async (_: readonly Problem[]) => {},
  };
}
