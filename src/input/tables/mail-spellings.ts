import type { CodeColumn } from '../../model/columns.ts';
import { mailOf } from '../../model/loose-keys.ts';

/**
 * A column of people in which one address is written in one way throughout: `Kim <kim@example.com>`, `KIM@example.com` and
 * `kim@example.com` are one person (the spelling that most rows have, of equal ones the first by its letters). Null where
 * nobody is written in two ways.
 */
export function oneSpellingEach({ codes, names }: CodeColumn): CodeColumn | null {
  const uses = new Map<number, number>();
  for (const code of codes) if (code !== 0) uses.set(code, (uses.get(code) ?? 0) + 1);
  const spellings = new Map<string, number[]>();
  for (const code of uses.keys()) {
    const name = names.name(code);
    const mail = name.includes('@') ? mailOf(name) : null;
    if (mail === null) continue;
    const known = spellings.get(mail);
    if (known) known.push(code);
    else spellings.set(mail, [code]);
  }
  const put = new Map<number, number>();
  for (const same of spellings.values()) {
    if (same.length < 2) continue;
    const [kept, ...others] = same.sort(
      (a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0) || (names.name(a) < names.name(b) ? -1 : 1),
    );
    for (const other of others) put.set(other, kept);
  }
  if (put.size === 0) return null;
  return { type: 'code', codes: codes.map((code) => put.get(code) ?? code), names };
}
