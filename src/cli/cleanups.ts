/** Things to undo before the process ends, however it ends: temporary files above all. */
export interface Cleanups {
  /** Registers an undo step, which must not wait for anything; the returned function takes it back. */
  add(undo: () => void): () => void;
  /** Runs what is registered, last first, and forgets it. One step that fails does not stop the others. */
  run(): void;
}

export function createCleanups(): Cleanups {
  const steps = new Set<() => void>();
  return {
    add(undo) {
      steps.add(undo);
      return () => {
        steps.delete(undo);
      };
    },
    run() {
      const last = [...steps].reverse();
      steps.clear();
      for (const undo of last) {
        try {
          undo();
        } catch {
          // Nobody is left to be told, and the next step still has to run.
        }
      }
    },
  };
}
