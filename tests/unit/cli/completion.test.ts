import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../src/cli/program.ts';
import { memoryIo } from './memory-io.ts';

async function script(shell: string): Promise<string> {
  const io = memoryIo();
  expect(await runCli(['completion', shell], io), io.stderr.text()).toBe(0);
  return io.stdout.text();
}

describe('completion', () => {
  it.each([
    ['deskstat chec', 'check'],
    ['deskstat metrics --metric first_resp', 'first_response_time'],
    ['deskstat check --allow-tr', '--allow-truncated'],
    ['deskstat help filt', 'filters'],
    ['deskstat report --period last-w', 'last-week'],
    ['deskstat metrics --every d', 'day'],
    // Retention has no days: bash offers files instead.
    ['deskstat retention --every d', ''],
    ['deskstat retention --every q', 'quarter'],
    ['deskstat explain --clock bo', 'both'],
    ['deskstat retention --kind act', 'activity'],
    ['deskstat report --compare y', 'year-ago'],
    ['deskstat metrics --by pri', 'priority'],
    ['deskstat retention --by pri', ''],
    ['deskstat report --format mark', 'markdown'],
    ['deskstat report --format par', ''],
    ['deskstat metrics --format par', 'parquet'],
  ])('of "%s" in bash is %s', async (typed, wanted) => {
    const words = typed.split(' ').map((word) => `'${word}'`);
    const run = spawnSync('bash', ['-s'], {
      input: `${await script('bash')}\nCOMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}\n_deskstat; printf '%s\\n' "\${COMPREPLY[@]}"\n`,
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    expect(run.stdout.trim().split('\n')).toEqual([wanted]);
  });

  it('knows other shells, and names the nearest for any other', async () => {
    expect(await script('zsh')).toContain('bashcompinit');
    expect(await script('fish')).toContain('-l allow-truncated');
    const io = memoryIo();
    expect(await runCli(['completion', 'bsh'], io)).toBe(2);
    expect(io.stderr.text()).toContain('one of: bash, zsh, fish');
  });
});
