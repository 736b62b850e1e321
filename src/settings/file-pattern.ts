/**
 * Whether a file is meant by a pattern: `*` stands for any run of characters without a slash, `**` for any run at
 * all, `?` for one character. A pattern without a slash is held against the file's name, one with a slash against
 * the end of its path.
 */
export function matchesFile(pattern: string, file: string): boolean {
  const path = file.replaceAll('\\', '/');
  if (!pattern.includes('/')) {
    return expressionOf(pattern, '^').test(path.slice(path.lastIndexOf('/') + 1));
  }
  return expressionOf(pattern.replace(/^\.?\//, ''), '(?:^|/)').test(path);
}

function expressionOf(pattern: string, before: string): RegExp {
  const parts = pattern.split(/(\*\*|\*|\?)/).map((part) => {
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    if (part === '?') return '[^/]';
    return part.replace(/[\\^$.|+()[\]{}]/g, '\\$&');
  });
  return new RegExp(`${before}${parts.join('')}$`, 'su');
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
