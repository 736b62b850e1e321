import path from 'node:path';
import type { CommonOptions } from '../../settings/option-types.ts';
import { type DemoOptions, writeDemo } from '../demo-folder.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';

export type DemoCommandOptions = DemoOptions & Pick<CommonOptions, 'color' | 'debug'>;

/** `deskstat demo [folder]`: writes the sample desk and reports on it. */
export async function run(args: readonly string[], options: DemoCommandOptions, io: Io): Promise<ExitCode> {
  const folder = args[0] ?? 'deskstat-demo';
  const paths = await writeDemo(folder, options, io);
  await io.stderr.write(`wrote ${paths.join(', ')}\n\n`);
  const { run: report } = await import('./report.ts');
  const data = paths.filter((file) => file.endsWith('.csv'));
  return report(data, { guess: true, config: path.join(folder, 'deskstat.yaml'), color: options.color }, io);
}
