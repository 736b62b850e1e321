import { Buffer } from 'node:buffer';
import type { Dialect } from '../../../model/source.ts';
import { carriageReturn, lineFeed, quoteByte, type Reading, RowSplitter } from './row-splitter.ts';

/** How well-formed rows of a dialect are read. */
export function readingOf(dialect: Dialect): Reading {
  return {
    delimiter: dialect.delimiter.charCodeAt(0),
    newline: dialect.newline === 'cr' ? carriageReturn : lineFeed,
    quoting: dialect.quoting,
    strays: 'refuse',
    blanks: false,
  };
}

/** A splitter over a text behind which nothing follows. */
export function splitterOf(bytes: Buffer): RowSplitter {
  const splitter = new RowSplitter();
  splitter.bytes = bytes;
  splitter.end = bytes.length;
  splitter.last = true;
  return splitter;
}

/** Splits a row that is all there is, quotes being text where they are misplaced. */
export function splitAlone(bytes: Buffer, base: Reading): RowSplitter {
  const splitter = splitterOf(bytes);
  if (splitter.split(0, base) !== 'whole') splitter.split(0, { ...base, quoting: 'none' });
  return splitter;
}

/** With fewer cells a quoted text with a delimiter or two in it may be no more than that. */
const leastWrapped = 4;

/** The row that the only cell of the row split last holds, as a line that was quoted whole; null where it holds none. */
export function innerRow(splitter: RowSplitter, columns: number, base: Reading): RowSplitter | null {
  if (splitter.count !== 1 || columns < leastWrapped || base.quoting === 'none') return null;
  splitter.cell(0);
  const { cellBytes, cellStart, cellEnd } = splitter;
  // Quotes that wrap a cell are not part of it.
  if (cellEnd - cellStart < columns || !isWrapped(splitter)) return null;
  const inner = splitAlone(Buffer.from(cellBytes.subarray(cellStart, cellEnd)), base);
  return inner.count === columns ? inner : null;
}

function isWrapped({ cellBytes, cellStart, bytes }: RowSplitter): boolean {
  return cellBytes !== bytes || bytes[cellStart - 1] === quoteByte;
}

/** Splits a header row, stray quotes being text. */
export function splitHeader(
  splitter: RowSplitter,
  row: { readonly start: number; readonly base: Reading },
): 'whole' | 'more' {
  const { start, base } = row;
  const readings: Reading[] = [
    base,
    { ...base, blanks: true },
    { ...base, strays: 'leave' },
    { ...base, quoting: 'none' },
  ];
  for (const reading of readings) {
    const status = splitter.split(start, reading);
    if (status === 'whole' || status === 'more') return status;
  }
  return 'more';
}
