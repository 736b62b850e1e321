import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Config, LoadedConfig } from './config.ts';

/** The settings, the issue book and the holiday files that they name, as they lie on disk. */
export async function settingsFiles(
  { loaded, config }: { readonly loaded: LoadedConfig | null; readonly config: Config },
  cwd: string,
): Promise<readonly Record<string, string>[]> {
  if (!loaded) return [];
  const { createHash } = await import('node:crypto');
  const folder = path.dirname(loaded.file);
  const named = [config.book, ...holidayFiles(config)].filter((name) => name !== undefined);
  const files = [loaded.file, ...named.map((name) => path.resolve(folder, name))];
  const found = await Promise.all(
    [...new Set(files)].map(async (file) => {
      const bytes = await readFile(file).catch(() => null);
      const shown = path.relative(cwd, file).replaceAll('\\', '/');
      return bytes ? [{ path: shown, sha256: createHash('sha256').update(bytes).digest('hex') }] : [];
    }),
  );
  return found.flat();
}

function holidayFiles({ holidays, calendars }: Config): string[] {
  return [...holidays, ...calendars.flatMap((calendar) => calendar.holidays)].filter((text) =>
    text.toLowerCase().endsWith('.ics'),
  );
}
