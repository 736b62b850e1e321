/** Things to undo before the process ends, however it ends: temporary files above all. */
export interface Cleanups {
  /** Registers an undo step, which must not wait for anything; the returned function takes it back. */
  add(undo: () => void): () => void;
  /** Runs what is registered, last first, and forgets it. One step that fails does not stop the others. */
  run(): void;
}

/** `onPending` is told when the first step is registered, and when none is left. */
export function createCleanups(onPending: (pending: boolean) => void = () => {}): Cleanups {
  const steps = new Set<() => void>();
  return {
    add(undo) {
      if (steps.size === 0) onPending(true);
      steps.add(undo);
      return () => {
        if (steps.delete(undo) && steps.size === 0) onPending(false);
      };
    },
    run() {
      if (steps.size === 0) return;
      const last = [...steps].reverse();
      steps.clear();
      onPending(false);
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
