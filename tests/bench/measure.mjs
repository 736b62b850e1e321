// Running programs side by side: interleaved, so that a busy minute of the machine hits both sides alike.
import { spawn } from 'node:child_process';
import path from 'node:path';

const hook = path.join(import.meta.dirname, 'usage-hook.cjs');

/** Runs a node program once: what it printed, how long it took, what it used. */
export function runOnce(args, { measured = true } = {}) {
  return new Promise((resolve, reject) => {
    const begun = process.hrtime.bigint();
    const child = spawn(process.execPath, [...(measured ? ['--require', hook] : []), ...args], {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    });
    const texts = ['', '', '', ''];
    for (const fd of [1, 2, 3]) {
      child.stdio[fd].setEncoding('utf8').on('data', (text) => {
        texts[fd] += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      const wallMs = Number(process.hrtime.bigint() - begun) / 1e6;
      if (code !== 0) reject(new Error(`${args.join(' ')} ended with ${code}\n${texts[2]}`));
      else resolve({ stdout: texts[1], wallMs, ...(measured ? JSON.parse(texts[3]) : {}) });
    });
  });
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Runs every side `rounds` times, in turn and in turned order; medians of wall, CPU and peak memory per side, and
 * what each printed in its first round. One round before is thrown away: it fills the caches.
 */
export async function compare(sides, { rounds, measured = true }) {
  const names = Object.keys(sides);
  const runs = Object.fromEntries(names.map((name) => [name, []]));
  const stdout = {};
  for (let round = -1; round < rounds; round++) {
    const order = round % 2 === 0 ? names : [...names].reverse();
    for (const name of order) {
      const run = await runOnce(sides[name], { measured });
      stdout[name] ??= run.stdout;
      if (round >= 0) runs[name].push(run);
    }
  }
  const figures = Object.fromEntries(
    names.map((name) => [
      name,
      {
        wallMs: median(runs[name].map((run) => run.wallMs)),
        ...(measured
          ? {
              cpuMs: median(runs[name].map((run) => run.cpuMs)),
              rssMiB: median(runs[name].map((run) => run.rssMiB)),
            }
          : {}),
      },
    ]),
  );
  return { figures, stdout };
}

/** A fixed loop of arithmetic and sorting: how fast this machine is right now, in milliseconds. */
export function calibrate() {
  const begun = process.hrtime.bigint();
  const values = new Float64Array(2_000_000);
  let state = 1;
  for (let index = 0; index < values.length; index++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    values[index] = Math.sqrt(state);
  }
  values.sort();
  return Number(process.hrtime.bigint() - begun) / 1e6;
}
