/**
 * Shows a text that is longer than the terminal in the reader's pager, as git and gh do: `DESKSTAT_PAGER`, else `PAGER`, else less. An empty
 * value or `cat` means none. False where nothing was shown, so that the caller prints it.
 */
export async function showInPager(
  text: string,
  rows: number,
  env: NodeJS.ProcessEnv = process.env,
): Promise<boolean> {
  const command = (env.DESKSTAT_PAGER ?? env.PAGER ?? 'less').trim();
  const lines = text.split('\n').length;
  if (command === '' || command === 'cat' || rows === 0 || lines <= rows || env.TERM === 'dumb') return false;
  // Loaded here: only who reads on a terminal starts a process.
  const { spawn } = await import('node:child_process');
  return new Promise((resolve) => {
    const pager = spawn(command, {
      shell: true,
      stdio: ['pipe', 'inherit', 'inherit'],
      // As git does: quit where it fits, colours as they are, leave the text on the screen.
      env: { LESS: 'FRX', ...env },
    });
    pager.on('error', () => resolve(false));
    // Who quits before the end has seen enough.
    pager.stdin.on('error', () => {});
    // A shell says 126 or 127 where it knows no such program.
    pager.on('close', (code) => resolve(code !== 126 && code !== 127));
    pager.stdin.end(text);
  });
}
