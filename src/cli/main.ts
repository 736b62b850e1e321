import { createCleanups } from './cleanups.ts';
import { exitCodes } from './exit-codes.ts';
import { reportFailure } from './failure.ts';
import { processIo } from './io.ts';
import { runCli } from './program.ts';

const cleanups = createCleanups();
const io = processIo(cleanups);

/** Ends at once: for signals and for what nobody caught. */
function leave(code: number): void {
  cleanups.run();
  process.exit(code);
}

process.on('SIGINT', () => leave(exitCodes.interrupted));
process.on('SIGTERM', () => leave(exitCodes.terminated));
process.on('SIGHUP', () => leave(exitCodes.terminated));
process.on('exit', () => cleanups.run());
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error) => {
    void reportFailure(error, { io, debug: process.argv.includes('--debug') }).then(leave);
  });
}

const code = await runCli(process.argv.slice(2), io);
// Everything written has been handed over by now; leaving here lets no open pipe or timer hold the process.
leave(code);
