import { asciiCapitals, byteFlags } from '../../model/byte-flags.ts';
import type { CodeColumn } from '../../model/columns.ts';
import { mailOf } from '../../model/loose-keys.ts';
import { foldValue } from '../../model/raw-value.ts';

/** Bytes without which an address is written as it is compared: capitals, what stands around addresses, other letters. */
const marks = byteFlags(`${asciiCapitals}<>: \t\n\v\f\r`).fill(1, 0x80);

/**
 * A column of people in which one address is written in one way throughout: `Kim <kim@example.com>`, `KIM@example.com` and
 * `kim@example.com` are one person (the spelling that most rows have, of equal ones the first by its letters). Null where
 * nobody is written in two ways.
 */
export function oneSpellingEach({ codes, names }: CodeColumn): CodeColumn | null {
  const uses = new Uint32Array(names.size + 1);
  for (let row = 0; row < codes.length; row++) uses[codes[row]]++;
  const spellings = new Map<string, number[]>();
  for (let code = 1; code < uses.length; code++) {
    if (uses[code] === 0 || !names.holdsAny(code, marks)) continue;
    const mail = mailOf(names.name(code));
    if (mail === null) continue;
    const known = spellings.get(mail);
    if (known) known.push(code);
    else spellings.set(mail, [code]);
  }
  const put = new Map<number, number>();
  for (const [mail, otherwise] of spellings) {
    const plain = names.find(mail);
    const isAmong = plain === 0 || uses[plain] === 0 || otherwise.includes(plain);
    const same = isAmong ? otherwise : [plain, ...otherwise];
    if (same.length < 2) continue;
    const [kept, ...others] = same.sort(
      (a, b) => uses[b] - uses[a] || (names.name(a) < names.name(b) ? -1 : 1),
    );
    for (const other of others) put.set(other, kept);
  }
  if (put.size === 0) return null;
  return { type: 'code', codes: codes.map((code) => put.get(code) ?? code), names };
}

const blank = byteFlags(' ');
/** A name and a family name; what has digits or an address may be a key, whose capitals count. */
const fullName = /^[^\d@]+ [^\d@]+$/;

/**
 * Columns of those who work in a desk, of one dictionary, in which a full name is written in one way throughout: `ANA PRADO`
 * and `Ana Prado` are one agent (the spelling that most rows have). Names that requesters have stay. Null where nobody is
 * written in two ways.
 */
export function oneNameEach(
  columns: readonly CodeColumn[],
  requesters: ReadonlySet<number>,
): CodeColumn[] | null {
  const { names } = columns[0];
  const uses = new Uint32Array(names.size + 1);
  for (const { codes } of columns) for (const code of codes) uses[code]++;
  const spellings = new Map<string, number[]>();
  for (let code = 1; code < uses.length; code++) {
    if (uses[code] === 0 || !names.holdsAny(code, blank)) continue;
    const name = names.name(code);
    if (!fullName.test(name)) continue;
    const folded = foldValue(name);
    const known = spellings.get(folded);
    if (known) known.push(code);
    else spellings.set(folded, [code]);
  }
  const put = new Map<number, number>();
  for (const same of spellings.values()) {
    if (same.length < 2 || same.some((code) => requesters.has(code))) continue;
    const [kept, ...others] = same.sort(
      (a, b) => uses[b] - uses[a] || (names.name(a) < names.name(b) ? -1 : 1),
    );
    for (const other of others) put.set(other, kept);
  }
  if (put.size === 0) return null;
  return columns.map(({ codes }) => ({
    type: 'code',
    codes: codes.map((code) => put.get(code) ?? code),
    names,
  }));
}
