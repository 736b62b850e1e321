import { appendFile } from 'node:fs/promises';
import type { Locale } from '../output/locales/index.ts';
import type { Io } from './io.ts';

/**
 * Adds Markdown to the summary page of a GitHub Actions step, where there is one. A summary that cannot be written is
 * said and is no reason to end otherwise.
 */
export async function appendSummary(
  markdown: string,
  { io, locale }: { readonly io: Pick<Io, 'env' | 'stderr'>; readonly locale: Locale },
): Promise<void> {
  const file = io.env.GITHUB_STEP_SUMMARY;
  if (!file) return;
  try {
    await appendFile(file, `## deskstat check\n\n${markdown}\n`);
  } catch (error) {
    const what = locale.message('said.no_step_summary', { reason: (error as Error).message });
    await io.stderr.write(`${locale.message('said.note')}: ${what}\n`);
  }
}
