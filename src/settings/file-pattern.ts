import picomatch from 'picomatch';

/**
 * Whether a file is meant by a pattern: `*` stands for any run of characters without a slash, `**` for any run at
 * all, `?` for one character. A pattern without a slash is held against the file's name, one with a slash against
 * the end of its path.
 */
export function matchesFile(pattern: string, file: string): boolean {
  const path = file.replaceAll('\\', '/');
  if (!pattern.includes('/')) return isMatch(pattern, path.slice(path.lastIndexOf('/') + 1));
  const isAbove = pattern.includes('../');
  return isMatch(`**/${pattern.replace(/^\.?\//, '')}`, isAbove ? path : path.replace(/^(?:\.{0,2}\/)+/, ''));
}

/** Everything but `*` and `?` stands for itself; `**` inside a name goes through folders too. */
function isMatch(pattern: string, path: string): boolean {
  const glob = pattern
    .replace(/[\\[\](){}!+@|$^.,]/g, '\\$&')
    // `folder/**.csv` is any such file below.
    .replace(/(?<=\/|^)\*\*(?!\/|$)/g, '**/*');
  const within = /(?<=[^/*])\*\*(?!\*)/g;
  const globs = [glob.replace(within, '*'), glob.replace(within, '*/**/*')];
  return picomatch([...new Set(globs)], { dot: true, windows: false })(path);
}

/**
 * A pattern that next week's export of the same name fits as well: dates and long numbers become `*`
 * (`tickets-2026-11-02.csv` → `tickets-*.csv`).
 */
export function patternOf(file: string): string {
  const name = file.replaceAll('\\', '/').replace(/^.*\//, '');
  return name
    .replace(/(?<![\p{L}\p{N}])\d{4,}(?:[-_.T]?\d{2,})*(?![\p{L}\p{N}])/gu, '*')
    .replace(/\*{2,}/g, '*');
}
