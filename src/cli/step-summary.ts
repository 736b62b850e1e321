import { appendFile } from 'node:fs/promises';
import type { Io } from './io.ts';

/**
 * Adds Markdown to the summary page of a GitHub Actions step, where there is one. A summary that cannot be written is
 * said and is no reason to end otherwise.
 */
export async function appendSummary(markdown: string, io: Pick<Io, 'env' | 'stderr'>): Promise<void> {
  const file = io.env.GITHUB_STEP_SUMMARY;
  if (!file) return;
  try {
    await appendFile(file, `## deskstat check\n\n${markdown}\n`);
  } catch (error) {
    await io.stderr.write(`note: the step summary cannot be written: ${(error as Error).message}\n`);
  }
}
