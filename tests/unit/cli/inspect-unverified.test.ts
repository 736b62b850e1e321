import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../src/cli/program.ts';
import { projectRoot } from '../../cli.ts';
import { memoryIo } from './memory-io.ts';

async function inspect(file: string, ...more: string[]): Promise<string> {
  const io = memoryIo();
  await runCli(['inspect', path.join(projectRoot, 'fixtures', file), ...more], io);
  return io.stdout.text();
}

describe('inspect', () => {
  it('marks a preset whose columns nobody has seen in a real export', async () => {
    const file = 'dixa/conversation-export-with-outbound.json';
    expect(await inspect(file)).toContain('preset dixa (known from other programs only');
    expect(await inspect(file, '--lang', 'bn')).toContain('dixa (শুধু অন্য প্রোগ্রাম থেকে জানা');
    const { files } = JSON.parse(await inspect(file, '--format', 'json'));
    expect(files[0].tables[0].preset_evidence).toBe('third_party');
  });

  it('marks a preset that nobody verified', async () => {
    const file = 'linear/issues-canceled.json';
    expect(await inspect(file)).toContain('preset linear (unverified');
    const { files } = JSON.parse(await inspect(file, '--format', 'json'));
    expect(files[0].tables[0].preset_evidence).toBe('unverified');
  });

  it('says nothing of one that is verified', async () => {
    expect(await inspect('freshdesk/hours-and-stamps.csv')).toContain('preset freshdesk;');
  });
});
