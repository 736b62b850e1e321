/** Flags that take no value. */
const bare: ReadonlySet<string> = new Set(['--complete', '--strict', '--allow-no-data']);
const words = /(?:[^\s'"]+|'[^']*'|"[^"]*")+/g;

const unquoted = (word: string): string =>
  word.replace(/'([^']*)'|"([^"]*)"/g, (_, single, double) => single ?? double);

/** The messages of a run, each with all of its lines. */
export const messagesIn = (said: string): string[] => said.split(/\n(?=\S)/);

/** The flags that a message says to try, each as arguments. */
export function flagsIn(message: string): string[][] {
  const found = [...message.matchAll(words)].map(([word]) => word);
  const flags: string[][] = [];
  for (const [i, word] of found.entries()) {
    if (!/^--[a-z]/.test(word)) continue;
    const name = word.replace(/[,;.]$/, '');
    const value = found[i + 1];
    if (bare.has(name)) flags.push([name]);
    else if (value !== undefined) flags.push([name, unquoted(value.replace(/[,;]$/, ''))]);
  }
  return flags;
}
