import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Run } from './verdict.ts';

/** Runs the built command line as a process, as a user does. */
export const runAsProcess: Run = (args, folder) =>
  new Promise((resolve, reject) => {
    const bin = process.env.DESKSTAT_BIN ?? path.resolve('bin/deskstat.js');
    const child = spawn(process.execPath, [bin, ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({
        code: code ?? -1,
        stdout: Buffer.concat(out).toString(),
        stderr: Buffer.concat(err).toString(),
      }),
    );
  });
