import { describe, expect, it } from 'vitest';
import { runCli } from '../../../src/cli/program.ts';
import { projectRoot } from '../../cli.ts';
import { memoryIo } from './memory-io.ts';

const file = 'fixtures/zendesk/minutes-and-offered-surveys.csv';
const commands = [
  ['metrics'],
  ['report'],
  ['tickets'],
  ['agents'],
  ['issues'],
  ['waiting'],
  ['explain', 'csat'],
];

async function errorOf(...line: string[]): Promise<string> {
  const io = memoryIo({ cwd: projectRoot });
  await runCli(line, io);
  return io.stderr.text();
}

describe('a filter that no ticket fits', () => {
  it.each(commands)('is said by %s', async (...command) => {
    const none = await errorOf(...command, file, '--where', 'group = Logistics');
    expect(none).toContain('no ticket fits the filter: group = Logistics');
    const some = await errorOf(...command, file, '--where', 'group = Billing');
    expect(some).not.toContain('no ticket fits');
  });
});
