import { describe, expect, it } from 'vitest';
import { helpTopics } from '../../../src/cli/help-topics.ts';
import { runCli } from '../../../src/cli/program.ts';
import { memoryIo } from './memory-io.ts';

async function run(...argv: string[]) {
  const io = memoryIo();
  const code = await runCli(argv, io);
  return { code, out: io.stdout.text(), err: io.stderr.text() };
}

describe('help', () => {
  it.each(helpTopics)('explains %s on a page', async (topic) => {
    const { code, out } = await run('help', topic);
    expect(code).toBe(0);
    expect(out.split('\n').length).toBeGreaterThan(5);
  });

  it('is wrong usage for what there is not, with the nearest', async () => {
    expect(await run('help', 'nosuch')).toMatchObject({ code: 2, out: '' });
    expect((await run('help', 'filtrs')).err).toContain('deskstat help filters');
    expect((await run('help', 'repport')).err).toContain('deskstat help report');
  });

  it('is short with -h and whole with --help', async () => {
    const short = (await run('check', '-h')).out;
    const whole = (await run('check', '--help')).out;
    expect(short).toContain('--expect');
    expect(short).not.toContain('--source-tz');
    expect(whole).toContain('--source-tz');
    expect((await run('help', 'check')).out).toBe(whole);
  });
});
