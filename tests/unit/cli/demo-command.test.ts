import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeDemo } from '../../../src/cli/demo-folder.ts';
import { writeSettings } from '../../../src/cli/init-file.ts';
import { runCli } from '../../../src/cli/program.ts';
import { englishLocale } from '../../../src/output/locales/index.ts';
import { memoryIo } from './memory-io.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'deskstat-demo-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const files = ['customers.csv', 'deskstat.yaml', 'surveys.csv', 'tickets.csv'];

describe('the sample desk on disk', () => {
  it('is written whole, and never over what is there unless forced', async () => {
    const io = memoryIo({ cwd: folder });
    expect(await writeDemo('desk', { size: 100 }, io)).toEqual(
      ['tickets.csv', 'surveys.csv', 'customers.csv', 'deskstat.yaml'].map((name) => path.join('desk', name)),
    );
    expect(readdirSync(path.join(folder, 'desk')).sort()).toEqual(files);
    const tickets = path.join(folder, 'desk/tickets.csv');
    writeFileSync(tickets, 'mine');
    await expect(writeDemo('desk', { size: 100 }, io)).rejects.toMatchObject({ exitCode: 2 });
    expect(readFileSync(tickets, 'utf8')).toBe('mine');
    await writeDemo('desk', { size: 100, force: true }, io);
    expect(readFileSync(tickets, 'utf8')).toContain('Ticket ID,');
  });

  it('says what to type when it is there already', async () => {
    writeFileSync(path.join(folder, 'surveys.csv'), 'mine');
    const io = memoryIo({ cwd: folder });
    expect(await runCli(['demo', '.', '--size', '100'], io)).toBe(2);
    expect(io.stderr.text()).toBe(
      'error: surveys.csv: already there, and not written over\n  try         deskstat demo . --force, or deskstat demo another-folder\n',
    );
    expect(existsSync(path.join(folder, 'tickets.csv'))).toBe(false);
  });
});

describe('new settings on disk', () => {
  const inspection = { files: [] };

  it('are written once, and printed when asked for', async () => {
    const io = memoryIo({ cwd: folder });
    await writeSettings({
      inspection: { ...inspection, tz: 'Asia/Dhaka' },
      options: {},
      io,
      locale: englishLocale(),
    });
    const file = path.join(folder, 'deskstat.yaml');
    expect(readFileSync(file, 'utf8')).toContain('\ntz: Asia/Dhaka\n');
    await expect(
      writeSettings({ inspection, options: {}, io, locale: englishLocale() }),
    ).rejects.toMatchObject({ exitCode: 2 });
    await writeSettings({
      inspection: { ...inspection, lang: 'hi' },
      options: { force: true },
      io,
      locale: englishLocale(),
    });
    expect(readFileSync(file, 'utf8')).toContain('\nlang: hi\n');
    expect(io.stdout.text()).toBe('');
    await writeSettings({ inspection, options: { to: '-' }, io, locale: englishLocale() });
    expect(io.stdout.text()).toContain('# tz: UTC');
  });
});

describe('the schema command', () => {
  it('prints the schema of the settings', async () => {
    const io = memoryIo();
    expect(await runCli(['schema', 'config'], io)).toBe(0);
    expect(JSON.parse(io.stdout.text())).toMatchObject({ title: 'deskstat.yaml' });
  });

  it('names what there is when asked for something else', async () => {
    const io = memoryIo();
    expect(await runCli(['schema', 'confg'], io)).toBe(2);
    expect(io.stderr.text()).toContain('try         deskstat schema config');
  });
});
