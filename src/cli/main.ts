import { createCleanups } from './cleanups.ts';
import { exitCodes } from './exit-codes.ts';
import { reportFailure } from './failure.ts';
import { processIo } from './io.ts';
import { runCli } from './program.ts';

const signals = [
  ['SIGINT', exitCodes.interrupted],
  ['SIGTERM', exitCodes.terminated],
  ['SIGHUP', exitCodes.terminated],
] as const;
const handlers = signals.map(([signal, code]) => [signal, () => leave(code)] as const);

/**
 * Signals are caught only while there is something to clean up. Otherwise they end the process by themselves, with
 * the same code for the shell, and at once: a caught one has to wait for the end of a long computation.
 */
const cleanups = createCleanups((pending) => {
  for (const [signal, handle] of handlers) {
    if (pending) process.on(signal, handle);
    else process.off(signal, handle);
  }
});
const io = processIo(cleanups);

/** Ends at once: for signals and for what nobody caught. */
function leave(code: number): void {
  cleanups.run();
  process.exit(code);
}

process.on('exit', () => cleanups.run());
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error) => {
    void reportFailure(error, { io, debug: process.argv.includes('--debug') }).then(leave);
  });
}

// When a run has ended, everything written has been handed over; leaving lets no open pipe or timer hold the process.
void runCli(process.argv.slice(2), io).then(leave);
