import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCleanups } from '../../../src/cli/cleanups.ts';
import { makeFolder, pathExists, writeFileWhole } from '../../../src/cli/files.ts';
import { runCli } from '../../../src/cli/program.ts';
import { DeskstatError, problemBlock } from '../../../src/model/problem.ts';
import { memoryIo } from './memory-io.ts';

let folder = '';
const cleanups = createCleanups();
const io = () => ({ cwd: folder, cleanups });
const at = (name: string) => path.join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function problemOf(work: Promise<unknown>): Promise<{ block: string; exitCode: number }> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DeskstatError)) throw new Error(`no expected failure: ${error}`);
  return { block: problemBlock(error.problem), exitCode: error.exitCode };
}

describe('writing a file whole', () => {
  it('writes text and bytes in order and leaves nothing else behind', async () => {
    await writeFileWhole({ file: 'out.csv', io: io() }, async (sink) => {
      await sink.write('a,b\n');
      await sink.write(new Uint8Array([0x31, 0x2c, 0x32, 0x0a]));
    });
    expect(readFileSync(at('out.csv'), 'utf8')).toBe('a,b\n1,2\n');
    expect(readdirSync(folder)).toEqual(['out.csv']);
  });

  it('keeps the old file, and no half of the new one, when the work fails', async () => {
    writeFileSync(at('out.csv'), 'old');
    const work = writeFileWhole({ file: 'out.csv', io: io() }, async (sink) => {
      await sink.write('half');
      expect(readFileSync(at('out.csv'), 'utf8')).toBe('old');
      throw new RangeError('in the middle');
    });
    await expect(work).rejects.toThrow(RangeError);
    expect(readFileSync(at('out.csv'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['out.csv']);
  });

  it('has its temporary file removed when the process is interrupted', async () => {
    await writeFileWhole({ file: 'out.csv', io: io() }, async (sink) => {
      await sink.write('half');
      expect(readdirSync(folder)).toHaveLength(1);
      cleanups.run();
      expect(readdirSync(folder)).toEqual([]);
    }).catch(() => {});
    expect(readdirSync(folder)).toEqual([]);
  });

  it('keeps the permissions of the file it replaces', async () => {
    writeFileSync(at('out.csv'), 'old');
    chmodSync(at('out.csv'), 0o640);
    await writeFileWhole({ file: 'out.csv', io: io() }, (sink) => sink.write('new'));
    expect(statSync(at('out.csv')).mode & 0o777).toBe(0o640);
    expect(readFileSync(at('out.csv'), 'utf8')).toBe('new');
  });

  it('writes through a link to the file behind it', async () => {
    writeFileSync(at('real.csv'), 'old');
    symlinkSync('real.csv', at('link.csv'));
    await writeFileWhole({ file: 'link.csv', io: io() }, (sink) => sink.write('new'));
    expect(readFileSync(at('real.csv'), 'utf8')).toBe('new');
    expect(readdirSync(folder).sort()).toEqual(['link.csv', 'real.csv']);
  });

  it('writes to a device without trying to replace it', async () => {
    await writeFileWhole({ file: '/dev/null', io: io() }, (sink) => sink.write('x'));
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('refuses to write over an input, whatever it is called', async () => {
    writeFileSync(at('tickets.csv'), 'data');
    symlinkSync('tickets.csv', at('alias.csv'));
    for (const file of ['tickets.csv', './tickets.csv', 'alias.csv', at('tickets.csv')]) {
      const work = writeFileWhole({ file, inputs: ['missing.csv', 'tickets.csv'], io: io() }, (sink) =>
        sink.write(''),
      );
      const { block, exitCode } = await problemOf(work);
      expect(exitCode).toBe(2);
      expect(block).toContain(`error: ${file}: this file is being read and must not be written over`);
    }
    expect(readFileSync(at('tickets.csv'), 'utf8')).toBe('data');
  });

  it('says why a file cannot be written: exit 2', async () => {
    writeFileSync(at('plain'), '');
    const write = (file: string) => problemOf(writeFileWhole({ file, io: io() }, (sink) => sink.write('x')));
    expect((await write('no/such/folder.csv')).block).toContain(
      'cannot be written: its folder does not exist',
    );
    expect((await write('.')).block).toContain('cannot be written: it is a folder');
    expect((await write('plain/x.csv')).block).toContain('a part of its path is a file');
    expect((await write(`${'x'.repeat(300)}.csv`)).block).toContain('its name is too long');
    expect((await write('no/x')).exitCode).toBe(2);
  });

  it.skipIf(process.getuid?.() === 0)('says that a folder is read-only', async () => {
    chmodSync(folder, 0o500);
    const work = writeFileWhole({ file: 'x.csv', io: io() }, (sink) => sink.write('x'));
    expect((await problemOf(work)).block).toContain('cannot be written: no permission');
    chmodSync(folder, 0o700);
  });

  it('makes folders and knows what is there', async () => {
    expect(await pathExists('a/b', io())).toBe(false);
    await makeFolder('a/b', io());
    await makeFolder('a/b', io());
    expect(await pathExists('a/b', io())).toBe(true);
    writeFileSync(at('plain'), '');
    expect((await problemOf(makeFolder('plain/x', io()))).exitCode).toBe(2);
  });
});

describe('cleanups', () => {
  it('say when there is something to clean up, and when no longer', () => {
    const told: boolean[] = [];
    const all = createCleanups((pending) => told.push(pending));
    const first = all.add(() => {});
    const second = all.add(() => {});
    first();
    first();
    expect(told).toEqual([true]);
    second();
    expect(told).toEqual([true, false]);
    all.run();
    all.add(() => {});
    all.run();
    expect(told).toEqual([true, false, true, false]);
  });

  it('run last first, once, and past one that fails', () => {
    const all = createCleanups();
    const order: string[] = [];
    all.add(() => order.push('first'));
    all.add(() => {
      throw new Error('fails');
    });
    const forget = all.add(() => order.push('taken back'));
    all.add(() => order.push('last'));
    forget();
    all.run();
    all.run();
    expect(order).toEqual(['last', 'first']);
  });
});

describe('writing to standard output', () => {
  it('says that the disk is full, which is no bug of ours', async () => {
    writeFileSync(at('t.csv'), 'id,created_at,status\n1,2026-03-01T08:00:00Z,open\n');
    const given = memoryIo({ cwd: folder });
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
      code: 'ENOSPC',
      errno: -28,
    });
    const stdout = { ...given.stdout, write: () => Promise.reject(full) };
    const code = await runCli(['metrics', at('t.csv'), '--metric', 'created'], { ...given, stdout });
    expect(code).toBe(2);
    expect(given.stderr.text()).toContain('error: standard output: cannot be written: the disk is full\n');
  });
});
