import { hashText } from './hashing.ts';
import type { TextSource } from './text-source.ts';

/** Signs of a description that choose. */
const LOOKED_AT = 100;

/**
 * About `count` rows, chosen by the hash of their own text, so that the choice is the same in any order of rows; all of
 * them where there are not more. Of the rows `among`, where they are a choice of more.
 */
export function sampleRows(
  texts: TextSource,
  { count, among }: { count: number; among?: Int32Array },
): Int32Array {
  const rows = among ?? Int32Array.from({ length: texts.rows }, (_, row) => row);
  if (texts.rows <= count) return rows;
  const share = count / texts.rows;
  return rows.filter((row) => {
    const text = texts.subject(row) + texts.description(row).slice(0, LOOKED_AT);
    return (hashText(text) % 65536) / 65536 < share;
  });
}
