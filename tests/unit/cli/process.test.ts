import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder = '';
let main = '';

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-process-'));
  await build({
    entryPoints: { main: path.resolve(import.meta.dirname, '../../../src/cli/main.ts') },
    outdir: path.join(folder, 'dist'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    outExtension: { '.js': '.mjs' },
    define: { DESKSTAT_VERSION: '"0.0.0-test"' },
    banner: {
      js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);",
    },
    logLevel: 'silent',
  });
  main = path.join(folder, 'dist/main.mjs');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(...args: string[]): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [main, ...args], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { child, ended };
}

describe('the process', () => {
  it('ends with the code and with nothing on the wrong stream', async () => {
    expect(await start('--version').ended).toEqual({
      code: 0,
      signal: null,
      stdout: '0.0.0-test\n',
      stderr: '',
    });
    const wrong = await start('schema').ended;
    expect(wrong).toMatchObject({ code: 2, stdout: '' });
    expect(wrong.stderr).toMatch(/^error: missing required argument "command"\n {2}try /);
  });

  it('prints all of a long output into a slow pipe', async () => {
    const { stdout, code } = await start('schema', 'config').ended;
    expect(code).toBe(0);
    expect(() => JSON.parse(stdout)).not.toThrow();
  });

  it('ends quietly when nobody reads on', async () => {
    const { child, ended } = start('schema', 'config');
    child.stdout?.destroy();
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
  });

  it('keeps the code of a failure when nobody reads its words', async () => {
    const { child, ended } = start('schema', 'nothing');
    child.stderr?.destroy();
    expect((await ended).code).toBe(2);
  });

  it('does not wait for an input that it does not read', async () => {
    const { ended } = start('schema', 'config');
    const result = await Promise.race([ended, wait(20_000, null)]);
    expect(result).toMatchObject({ code: 0 });
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 143],
  ] as const)('on %s leaves no temporary file and ends with %s', async (signal, code) => {
    const desk = path.join(folder, `desk-${signal}`);
    const { child, ended } = start('demo', desk, '--size', '60000');
    const isWriting = () => existsSync(desk) && readdirSync(desk).some((name) => name.endsWith('.tmp'));
    for (let waited = 0; waited < 25_000 && !isWriting(); waited += 2) await wait(2);
    expect(isWriting()).toBe(true);
    child.kill(signal);
    // Between two files there is nothing to clean up, and the signal ends the process by itself.
    const result = await ended;
    expect([code, signal]).toContain(result.code ?? result.signal);
    expect(readdirSync(desk).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('ends at once on a signal when there is nothing to clean up, long computation or not', async () => {
    const { child, ended } = start('demo', path.join(folder, 'never'), '--size', '5000000');
    await wait(1500);
    child.kill('SIGTERM');
    const result = await Promise.race([ended, wait(5000, null)]);
    expect(result).toMatchObject({ code: null, signal: 'SIGTERM' });
    expect(existsSync(path.join(folder, 'never'))).toBe(false);
  });

  it('never shows a trace, even for what nobody thought of', async () => {
    writeFileSync(path.join(folder, 'file'), '');
    const result = await start('demo', 'file/below', '--size', '100').ended;
    expect(result.code).toBe(2);
    expect(result.stderr).toContain('a part of its path is a file');
    expect(result.stderr).not.toMatch(/^ +at /m);
  });
});
