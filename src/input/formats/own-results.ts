import { open } from 'node:fs/promises';

/** How every JSON document of deskstat begins, and the heads of its tables of figures. */
const beginnings: readonly (readonly [ending: RegExp, beginning: RegExp])[] = [
  [/\.json$/i, /^\s*\{\s*"schema"\s*:\s*"deskstat\./],
  [
    /\.csv$/i,
    /^(?:\ufeff)?(?:[^\n]*,)?(?:metric,stat,clock,unit,value,n,|block,row,column,unit,value,before,)/,
  ],
];
const headBytes = 4096;

/**
 * Of the data files of a folder, those that deskstat wrote: results of a run before, which are no export. What a run is
 * going to write is not among them by its name: it may be somebody's only copy of an export.
 */
export async function ownResults(files: readonly string[]): Promise<ReadonlySet<string>> {
  const own = new Set<string>();
  for (const file of files) if (await isOwn(file)) own.add(file);
  return own;
}

async function isOwn(file: string): Promise<boolean> {
  const beginning = beginnings.find(([ending]) => ending.test(file))?.[1];
  if (!beginning) return false;
  // Who may not read it is told where it is read.
  const handle = await open(file).catch(() => null);
  if (!handle) return false;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return beginning.test(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await handle.close();
  }
}
