import path from 'node:path';
import { ran } from './programs.ts';

/** The file of the bench, written where it is not there yet, and what a part of it cannot know. */
export async function largeDesk(
  tickets: number,
): Promise<{ readonly file: string; readonly stated: readonly string[] }> {
  const script = path.resolve('tests/bench/generate.mjs');
  const written = await ran(process.execPath, [script, String(tickets), 'csv'], { seconds: 3600 });
  if (!written.ok) throw new Error(written.text);
  const coverage = ['--coverage', 'created', '--coverage', '2024-01-01..2025-12-31'];
  return { file: written.text.trim(), stated: ['--as-of', '2025-12-31', ...coverage] };
}
